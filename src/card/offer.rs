//! A charge of packs as the planner takes it: whole numbers of a common scale.

use super::charge::{Packs, Prices};
use super::{Card, Charge, ChargeKind, Tier};
use crate::money::Amount;
use crate::packs::{self, Offer, PayAsYouGo};

/// The sizes in which packs are sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackSizes {
    /// The smallest, in units of the dimension.
    pub min: u64,
    /// By how many units each next one is larger.
    pub step: u64,
    /// Whether all are alike: bought by the number, at a price for the whole pack, instead of each
    /// in the size that is needed, at a price for the unit.
    pub alike: bool,
}

impl PackSizes {
    /// The units that a price is for.
    #[must_use]
    pub const fn priced(&self) -> u64 {
        if self.alike { self.step } else { 1 }
    }

    /// How many packs a purchase of so many units is.
    #[must_use]
    pub fn packs_in(&self, quantity: u64) -> u64 {
        let packs = self.alike.then(|| quantity.checked_div(self.step));
        packs.flatten().unwrap_or(1)
    }
}

impl Charge {
    /// The sizes in which it is bought beforehand, by the pack; `None` where it is not.
    ///
    /// A prepaid block that carries over is a pack: it is bought, used up and never expires.
    #[must_use]
    pub fn pack_sizes(&self) -> Option<PackSizes> {
        self.model.rules().packs(self.kind).map(|packs| packs.sizes)
    }
}

/// A charge of packs for one edition, with the pay as you go beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackOffer {
    /// What the planner takes; its amounts are as many times too large as there are units
    /// that a price is for.
    pub offer: Offer,
    /// The sizes in which they are sold.
    pub sizes: PackSizes,
    /// Whether they are bought whenever the balance runs out: one price, no expiry and nothing
    /// beside them leave nothing to weigh.
    pub as_needed: bool,
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
        let model = charge.model.rules();
        let Packs { sizes, life } = model.packs(charge.kind)?;
        let rates: Vec<(u64, Amount)> = match model.prices() {
            Prices::Single { price, .. } => {
                let price = price.get(edition).into_iter();
                price.map(|price| (sizes.min, *price)).collect()
            }
            Prices::Tiered(tiers) => {
                let rate = |tier: &Tier| Some((tier.from, *tier.price.get(edition)?));
                tiers.iter().filter_map(rate).collect()
            }
        };
        let buyer = self.edition(edition)?;
        let beside = self.charges_of(model.dimension()?);
        let mut payg =
            beside.filter(|other| other.kind == ChargeKind::Payg && buyer.is_sold(other));
        let payg = payg.find_map(|other| {
            let block = other.model.rules().beside_packs()?;
            Some((block, *other.model.price()?.get(edition)?))
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
            Some(packs::Tier {
                from,
                rate: u64::try_from(whole(rate)?).ok()?,
            })
        });
        let pay_as_you_go = match payg {
            None => None,
            Some((block, price)) => Some(PayAsYouGo {
                block,
                price: whole(price)?.checked_mul(u128::from(sizes.priced()))?,
            }),
        };
        Some(PackOffer {
            as_needed: sizes.alike && pay_as_you_go.is_none(),
            offer: Offer {
                min: sizes.min,
                step: sizes.step,
                tiers: tiers.collect::<Option<_>>()?,
                max: None,
                life,
                pay_as_you_go,
            },
            sizes,
            scale,
        })
    }
}
