//! What a calculation proves beside the price.
//!
//! Every finding is made by pricing again: the same item with one unit more, the same demand under
//! another edition. So it holds for whatever a rate card says.

use std::sync::Arc;

use super::Answer;
use super::estimate::estimate_item;
use super::reply::{Advice, ItemEstimate};
use super::request::{Demand, Item};
use crate::calendar::Date;
use crate::card::{Card, Dimension};
use crate::word::{Arg, Word};

/// The findings about an item that has been priced.
pub(super) fn advice(
    card: &Arc<Card>,
    item: &Item,
    start: Date,
    months: u32,
    priced: &ItemEstimate,
) -> Answer<Vec<Advice>> {
    let mut advice = Vec::new();
    advice.extend(cheaper_edition(card, item, start, months, priced));
    for dimension in &card.dimensions {
        advice.extend(next_unit(card, item, start, months, priced, dimension));
    }
    Ok(advice)
}

/// The edition that costs least among those that cost less and do all that is needed.
fn cheaper_edition(
    card: &Arc<Card>,
    item: &Item,
    start: Date,
    months: u32,
    priced: &ItemEstimate,
) -> Option<Advice> {
    let others = card.editions.iter().filter(|e| e.id != priced.edition);
    let cheapest = others
        .filter_map(|edition| {
            let item = Item {
                edition: edition.id.clone(),
                ..item.clone()
            };
            let other = estimate_item(card, &item, start, months, false).ok()?;
            (other.fits() && other.total < priced.total).then_some((edition, other.total))
        })
        .min_by_key(|&(_, total)| total);
    let (edition, total) = cheapest?;
    let saves = priced.total.checked_sub(total)?;
    let word = Word::new("cheaper-edition")
        .with(
            "edition",
            Arg::Label(edition.id.clone(), Arc::clone(&edition.label)),
        )
        .with("total", Arg::Money(total, card.currency))
        .with("saves", Arg::Money(saves, card.currency));
    Some(Advice { word })
}

/// What one unit more in the month of the largest demand costs.
fn next_unit(
    card: &Arc<Card>,
    item: &Item,
    start: Date,
    months: u32,
    priced: &ItemEstimate,
    dimension: &Dimension,
) -> Option<Advice> {
    let charged = |id: &str| {
        let charges = card.charges.iter();
        charges
            .filter(|charge| charge.model.dimension().is_some_and(|d| **d == *id))
            .any(|charge| charge.model.is_sold_to(&priced.edition))
    };
    if !charged(&dimension.id) {
        return None;
    }
    let given = item.demand.iter().position(|(id, _)| *id == dimension.id);
    let demand = given.and_then(|index| item.demand.get(index));
    let demand = demand.map_or(Demand::Steady(dimension.default), |(_, demand)| {
        demand.clone()
    });
    let by_month = (0..usize::try_from(months).ok()?).map(|month| demand.in_month(month));
    let mut by_month: Vec<u64> = by_month.collect();
    // Of equal months the first.
    let peak = by_month.iter_mut().rev().max()?;
    *peak = peak.checked_add(1)?;
    let mut more = item.clone();
    more.demand.retain(|(id, _)| *id != dimension.id);
    more.demand
        .push((dimension.id.clone(), Demand::Monthly(by_month)));
    let more = estimate_item(card, &more, start, months, false).ok()?;
    let price = more.total.checked_sub(priced.total)?;
    if price.is_zero() {
        return None;
    }
    let word = Word::new("next-unit")
        .with(
            "dimension",
            Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label)),
        )
        .with("unit", Arg::Quantity(1, Arc::clone(&dimension.unit)))
        .with("price", Arg::Money(price, card.currency));
    Some(Advice { word })
}
