//! How an edition is sold: for a price, for nothing, for a time, or not so.

use crate::card::{Billing, Card, Charge, Edition, Length};
use crate::text::Id;
use crate::widget::State;
use crate::widget::signals::Memo;

/// How an edition is sold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::widget) enum Sold {
    /// For a price, which may be 0 where nothing is used.
    Priced,
    /// For nothing.
    Free,
    /// For nothing, for so many days or months.
    Trial(Length),
    /// Not as it is to be billed.
    NotSo,
    /// Without a published price.
    OnRequest,
}

impl Sold {
    /// How a card sells an edition.
    pub fn of(card: &Card, edition: &Edition, billing: Billing) -> Self {
        if let Some(trial) = &edition.trial {
            return Self::Trial(trial.length);
        }
        let id = &*edition.id;
        let by_month = card
            .charges
            .iter()
            .any(|charge| charge.model.is_sold_to(id));
        let yearly = |charge: &Charge| {
            let price = charge.model.annual_price();
            price.is_some_and(|price| price.get(id).is_some())
        };
        let by_year = card.charges.iter().any(yearly);
        let costs = |charge: &Charge| {
            let prices = [charge.model.price(), charge.model.annual_price()];
            let prices = prices
                .into_iter()
                .flatten()
                .chain(charge.model.tiers().iter().map(|tier| &tier.price));
            prices
                .filter_map(|price| price.get(id))
                .any(|price| !price.is_zero())
        };
        match billing {
            _ if !by_month && !by_year => Self::OnRequest,
            Billing::Monthly if !by_month => Self::NotSo,
            _ if card.charges.iter().any(costs) => Self::Priced,
            _ => Self::Free,
        }
    }

    /// As the hook on the page says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Priced => "priced",
            Self::Free => "at-no-charge",
            Self::Trial(_) => "for-a-time",
            Self::NotSo => "not-sold",
            Self::OnRequest => "on-request",
        }
    }
}

/// How an edition is sold as it is to be billed.
pub(in crate::widget) fn sold(state: State, edition: Id) -> Memo<Option<Sold>> {
    Memo::new(move |_| {
        let picture = state.picture()?;
        let asked = picture.request.items.first()?.billing;
        let billing = asked.or(picture.card.billing.first().copied())?;
        let edition = picture.card.edition(&edition)?;
        Some(Sold::of(&picture.card, edition, billing))
    })
}
