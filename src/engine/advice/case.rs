//! What the findings are about, and how it is priced again.

use std::sync::Arc;

use crate::calendar::Date;
use crate::card::{Card, Charge, ChargeKind, Dimension, Edition, Model, Pack};
use crate::engine::estimate::{estimate_item, total_of};
use crate::engine::reply::{ItemEstimate, QuotaStatus};
use crate::engine::request::{Demand, Item};
use crate::engine::resolve::in_edition;
use crate::money::Amount;
use crate::text::Id;
use crate::word::Arg;

/// The most months for which packs are planned again and again.
const PLANNED_OFTEN: u32 = 12;

/// An item that has been priced.
pub(super) struct Case<'a> {
    pub card: &'a Arc<Card>,
    pub item: &'a Item,
    pub start: Date,
    pub months: u32,
    pub priced: &'a ItemEstimate,
    /// Whether pricing again is quick enough to be done by the dozen.
    pub quick: bool,
}

/// Another edition under the same demand.
pub(super) struct Other<'a> {
    pub edition: &'a Edition,
    pub priced: ItemEstimate,
}

impl<'a> Case<'a> {
    pub fn new(
        card: &'a Arc<Card>,
        item: &'a Item,
        start: Date,
        months: u32,
        priced: &'a ItemEstimate,
    ) -> Self {
        let planned = card.charges.iter().any(|charge| {
            let Model::Pack(Pack { dimension, .. }) = &charge.model else {
                return false;
            };
            let mut quotas = priced.quotas.iter();
            quotas.any(|q| q.dimension == *dimension && q.status != QuotaStatus::Within)
        });
        Self {
            card,
            item,
            start,
            months,
            priced,
            quick: !planned || months <= PLANNED_OFTEN,
        }
    }

    /// Prices another item by the same card; `None` where it cannot be priced.
    pub fn estimate(&self, item: &Item) -> Option<ItemEstimate> {
        estimate_item(self.card, item, self.start, self.months, false).ok()
    }

    /// What another item costs.
    pub fn total(&self, item: &Item) -> Option<Amount> {
        total_of(self.card, item, self.start, self.months).ok()
    }

    /// The edition that was priced.
    pub fn edition(&self) -> Option<&'a Edition> {
        self.card.edition(&self.priced.edition)
    }

    /// The same demand under the other editions that can be priced, in the card's order.
    pub fn other_editions(&self) -> Vec<Other<'a>> {
        let editions = self.card.editions.iter();
        let others = editions.filter(|edition| edition.id != self.priced.edition);
        others
            .filter_map(|edition| {
                let priced = self.estimate(&self.in_edition(edition))?;
                Some(Other { edition, priced })
            })
            .collect()
    }

    /// The same item in another edition.
    pub fn in_edition(&self, edition: &Edition) -> Item {
        in_edition(self.card, self.item, edition)
    }

    /// What is demanded of a dimension in each month, without what is given as calls.
    pub fn demand(&self, dimension: &Dimension) -> Vec<u64> {
        let mut given = self.item.demand.iter();
        let given = given.find(|(id, _)| *id == dimension.id);
        let months = usize::try_from(self.months).unwrap_or_default();
        (0..months)
            .map(|month| given.map_or(dimension.default, |(_, demand)| demand.in_month(month)))
            .collect()
    }

    /// Whether any month needs some of a dimension.
    pub fn is_demanded(&self, dimension: &Dimension) -> bool {
        let mut quotas = self.priced.quotas.iter();
        quotas.any(|quota| quota.dimension == dimension.id && quota.demand > 0)
    }

    /// An item with another demand for a dimension, the same in every month, calls included.
    pub fn with_steady(item: &Item, dimension: &Dimension, demand: u64) -> Item {
        let mut item = item.clone();
        item.calls.retain(|(id, _)| *id != dimension.id);
        set(&mut item, dimension, Demand::Steady(demand));
        item
    }

    /// The item with another demand by month for a dimension, beside its calls.
    pub fn with_monthly(&self, dimension: &Dimension, demand: Vec<u64>) -> Item {
        let mut item = self.item.clone();
        set(&mut item, dimension, Demand::Monthly(demand));
        item
    }

    /// What a charge of packs counts, where the edition is sold them.
    pub fn packs_of(&self, charge: &Charge) -> Option<&'a Dimension> {
        let Model::Pack(Pack { dimension, .. }) = &charge.model else {
            return None;
        };
        let sold = charge.model.is_sold_to(&self.priced.edition);
        self.card.dimension(dimension).filter(|_| sold)
    }

    /// The charge that bills what a dimension's packs leave as it is used.
    pub fn payg_of(&self, dimension: &Dimension) -> Option<&'a Charge> {
        let mut charges = self.card.charges.iter();
        charges.find(|charge| {
            charge.kind == ChargeKind::Payg
                && charge.model.dimension() == Some(&dimension.id)
                && charge.model.is_sold_to(&self.priced.edition)
        })
    }

    /// An amount in the card's currency.
    pub fn money(&self, amount: Amount) -> Arg {
        Arg::Money(amount, self.card.currency)
    }
}

fn set(item: &mut Item, dimension: &Dimension, demand: Demand) {
    item.demand.retain(|(id, _)| *id != dimension.id);
    item.demand.push((dimension.id.clone(), demand));
}

/// So much of a dimension.
pub(super) fn quantity(dimension: &Dimension, quantity: u64) -> Arg {
    Arg::Quantity(quantity, Arc::clone(&dimension.unit))
}

/// The name of a dimension.
pub(super) fn name(dimension: &Dimension) -> Arg {
    Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label))
}

/// The name of an edition.
pub(super) fn edition_name(edition: &Edition) -> Arg {
    Arg::Label(edition.id.clone(), Arc::clone(&edition.label))
}

/// The item with given packs of a charge; `None` has the cheapest ones bought.
pub(super) fn with_buy(item: &Item, charge: &Id, packs: Option<Vec<super::super::Buy>>) -> Item {
    let mut item = item.clone();
    item.buy.retain(|(id, _)| id != charge);
    item.buy.extend(packs.map(|packs| (charge.clone(), packs)));
    item
}

/// How a break-even is found where it is proven to be the only one near.
pub(super) const EXACT: &str = "exact";

/// How a break-even is found where there may be others near: the order of the costs is proven for
/// it and for one unit less.
pub(super) const BISECTION: &str = "bisection";
