//! How an edition is sold: for a price, for nothing, for a time, or not so.

use crate::card::{Billing, Card, Charge, Edition, Length};
use crate::text::Id;
use crate::widget::signals::Memo;
use crate::widget::state::State;

/// How an edition is sold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::widget) enum Sold {
    /// For a price, which may be 0 where nothing is used.
    Priced,
    /// For nothing.
    Free,
    /// For nothing, for a number of days or months.
    Trial(Length),
    /// Not as it is to be billed.
    NotSo,
    /// Without a published price.
    OnRequest,
}

impl Sold {
    /// How a card sells an edition where it is billed in a way.
    pub fn new(card: &Card, edition: &Edition, billing: Billing) -> Self {
        if let Some(trial) = &edition.trial {
            return Self::Trial(trial.length);
        }
        if card.is_on_request(edition) {
            return Self::OnRequest;
        }
        let id = &*edition.id;
        let mut charges = card.charges.iter();
        let by_month = charges.any(|charge| charge.model.is_sold_to(id));
        match billing {
            Billing::Monthly if !by_month => Self::NotSo,
            _ if card.charges.iter().any(|charge| costs(charge, id)) => Self::Priced,
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

/// Whether a charge has a price for an edition that is not 0.
fn costs(charge: &Charge, edition: &str) -> bool {
    let prices = [charge.model.price(), charge.model.annual_price()];
    let tiers = charge.model.tiers().iter().map(|tier| &tier.price);
    let prices = prices.into_iter().flatten().chain(tiers);
    let mut prices = prices.filter_map(|price| price.get(edition));
    prices.any(|price| !price.is_zero())
}

/// How an edition is sold as it is to be billed.
pub(in crate::widget) fn sold(state: State, edition: Id) -> Memo<Option<Sold>> {
    state.memo(move |picture| {
        let asked = picture.request.items.first()?.billing;
        let billing = asked.or(picture.card.ways_of_billing().next())?;
        let edition = picture.card.edition(&edition)?;
        Some(Sold::new(&picture.card, edition, billing))
    })
}
