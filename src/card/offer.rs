//! A charge of packs as the planner takes it: whole numbers of a common scale.

use super::{Card, Charge, ChargeKind, Model};
use crate::money::Amount;
use crate::packs::{Offer, PayAsYouGo, Tier};

/// A charge of packs for one edition, with the pay as you go beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOffer {
    /// What the planner takes.
    pub offer: Offer,
    /// The digits after the point of its rates and prices.
    pub scale: u32,
}

impl Card {
    /// The packs of a charge as an edition is sold them.
    ///
    /// Pay as you go is the charge that bills the same dimension as it is used. `None` where the
    /// charge has no packs or a price has more digits than the planner counts.
    #[must_use]
    pub fn pack_offer(&self, charge: &Charge, edition: &str) -> Option<PackOffer> {
        let Model::Pack {
            dimension,
            min,
            step,
            life,
            tiers,
        } = &charge.model
        else {
            return None;
        };
        let rates = tiers
            .iter()
            .filter_map(|tier| Some((tier.from, *tier.price.get(edition)?)));
        let rates: Vec<(u64, Amount)> = rates.collect();
        let payg = self.charges.iter().find_map(|other| {
            let bills =
                other.kind == ChargeKind::Payg && other.model.dimension() == Some(dimension);
            match &other.model {
                Model::Block { size, price, .. } if bills => Some((*size, *price.get(edition)?)),
                Model::PerUnit { price, .. } if bills => Some((1, *price.get(edition)?)),
                _ => None,
            }
        });
        let prices = rates.iter().chain(payg.as_ref());
        let scale = prices
            .map(|(_, price)| price.coefficient_and_scale().1)
            .max()?;
        let whole = |amount: Amount| -> Option<u128> {
            let (coefficient, from) = amount.coefficient_and_scale();
            let lift = 10_i128.checked_pow(scale.checked_sub(from)?)?;
            u128::try_from(coefficient.checked_mul(lift)?).ok()
        };
        let tiers = rates.iter().map(|&(from, rate)| {
            Some(Tier {
                from,
                rate: u64::try_from(whole(rate)?).ok()?,
            })
        });
        let pay_as_you_go = match payg {
            None => None,
            Some((block, price)) => Some(PayAsYouGo {
                block,
                price: whole(price)?,
            }),
        };
        Some(PackOffer {
            offer: Offer {
                min: *min,
                step: *step,
                tiers: tiers.collect::<Option<_>>()?,
                max: None,
                life: *life,
                pay_as_you_go,
            },
            scale,
        })
    }
}
