//! What every edition of a product costs.

use std::sync::Arc;

use super::advice::advice;
use super::answer::Answer;
use super::editions::{Compared, alternatives, cheapest, in_every_edition};
use super::order::{Order, at_item, card_of, check_months, pack_of};
use super::reply::ItemEstimate;
use super::request::{CompareRequest, Item};
use crate::card::{Card, Catalog};
use crate::text::Id;
use crate::value::Fault;

/// Every edition of a product under the same demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The editions, in the card's order.
    pub editions: Vec<ItemEstimate>,
    /// The edition that fits and costs least, the earlier one where equal; `None` where none fits.
    pub cheapest: Option<Id>,
}

/// Prices every edition of a product.
///
/// # Errors
///
/// As [`estimate`](super::estimate).
///
/// ```
/// use ratecard::calendar::Date;
/// use ratecard::engine::{CompareRequest, Demand, Item, compare};
///
/// let as_of = Date::parse("2026-11-20").unwrap();
/// let item = Item::new("chat", "").with_demand("members_per_group", Demand::Steady(500));
/// let request = CompareRequest { as_of, start: as_of, months: 1, item };
/// let comparison = compare(&ratecard::catalog(), &request).unwrap();
/// assert_eq!(comparison.cheapest.as_deref(), Some("premium"));
/// ```
pub fn compare(catalog: &Catalog, request: &CompareRequest) -> Answer<Comparison> {
    check_months(request.months)?;
    let place = |fault: Fault| at_item(fault, 0);
    let card = checked(catalog, request).map_err(place)?;
    let items = in_every_edition(&card, &request.item);
    let compared = items
        .iter()
        .map(|item| Compared::new(&card, item, request.start, request.months))
        .collect::<Answer<Vec<_>>>()
        .map_err(place)?;
    let advised = |edition: &Compared| {
        let others = alternatives(&edition.order, &compared);
        ItemEstimate {
            advice: advice(&edition.order, &edition.priced, &others),
            ..edition.priced.clone()
        }
    };
    Ok(Comparison {
        editions: compared.iter().map(advised).collect(),
        cheapest: cheapest(&compared),
    })
}

/// Checks a request against the rate card, without pricing anything.
///
/// # Errors
///
/// The first fault of the request, with its place.
pub(crate) fn check_compared(catalog: &Catalog, request: &CompareRequest) -> Answer<()> {
    let card = checked(catalog, request).map_err(|fault| at_item(fault, 0))?;
    let items = in_every_edition(&card, &request.item);
    items.iter().try_for_each(|item| {
        let order = Order::new(&card, item, request.start, request.months);
        order.map(|_| ()).map_err(|fault| at_item(fault, 0))
    })
}

/// The rate card of the item, which the item has been checked against as far as it is the same in
/// every edition: packs that no edition is sold are told without naming one.
fn checked(catalog: &Catalog, request: &CompareRequest) -> Answer<Arc<Card>> {
    let item = &request.item;
    let pinned = item.rate_card.as_deref();
    let card = card_of(catalog, request.as_of, &item.product, pinned)?;
    let edition = card.editions.first().map(|edition| edition.id.clone());
    let without_packs = Item {
        edition: edition.unwrap_or_default(),
        buy: Vec::new(),
        ..item.clone()
    };
    Order::new(&card, &without_packs, request.start, request.months)?;
    for (charge, _) in &item.buy {
        pack_of(&card, None, charge).map_err(|fault| fault.in_field("buy"))?;
    }
    Ok(card)
}
