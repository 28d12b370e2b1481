//! The same item with something changed.

use crate::card::{Charge, Dimension};
use crate::engine::request::{Buy, Demand, Item};

/// Another demand for a dimension, the same in every month, calls included.
pub(super) fn with_steady(item: &Item, dimension: &Dimension, demand: u64) -> Item {
    let mut item = item.clone();
    item.calls.retain(|(id, _)| *id != dimension.id);
    item.demand.retain(|(id, _)| *id != dimension.id);
    item.demand
        .push((dimension.id.clone(), Demand::Steady(demand)));
    item
}

/// Given packs of a charge; `None` has the cheapest ones bought.
pub(super) fn with_packs(item: &Item, charge: &Charge, packs: Option<Vec<Buy>>) -> Item {
    let mut item = item.clone();
    item.buy.retain(|(id, _)| *id != charge.id);
    let packs = packs.map(|packs| (charge.id.clone(), packs));
    item.buy.extend(packs);
    item
}
