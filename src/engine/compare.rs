//! What every edition of a product costs.

use std::sync::Arc;

use super::Answer;
use super::estimate::{at_item, estimate_item};
use super::reply::ItemEstimate;
use super::request::{CompareRequest, Item};
use super::resolve::{card_of, check_months, in_edition, pack_of, resolve};
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
    compared(catalog, request, true)
}

/// The same without advice, which is proved by pricing again and again: for a view that shows none.
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) fn compare_prices(catalog: &Catalog, request: &CompareRequest) -> Answer<Comparison> {
    compared(catalog, request, false)
}

fn compared(catalog: &Catalog, request: &CompareRequest, with_advice: bool) -> Answer<Comparison> {
    check_months(request.months)?;
    let place = |fault: Fault| at_item(fault, 0);
    let wanted = &request.item;
    let card = checked(catalog, request).map_err(place)?;
    let mut editions: Vec<ItemEstimate> = Vec::new();
    for edition in &card.editions {
        let item = in_edition(&card, wanted, edition);
        let priced = estimate_item(&card, &item, request.start, request.months, with_advice);
        editions.push(priced.map_err(place)?);
    }
    let fitting = editions.iter().filter(|edition| edition.fits());
    let cheapest = fitting
        .min_by_key(|edition| edition.total)
        .map(|edition| edition.edition.clone());
    Ok(Comparison { editions, cheapest })
}

/// Checks a request against the rate card, without pricing anything.
///
/// # Errors
///
/// The first fault of the request, with its place.
pub(crate) fn check_compared(catalog: &Catalog, request: &CompareRequest) -> Answer<()> {
    let card = checked(catalog, request).map_err(|fault| at_item(fault, 0))?;
    let (item, start, months) = (&request.item, request.start, request.months);
    let mut editions = card.editions.iter();
    editions.try_for_each(|edition| {
        let item = in_edition(&card, item, edition);
        let resolved = resolve(&card, &item, start, months);
        resolved.map(|_| ()).map_err(|fault| at_item(fault, 0))
    })
}

/// The rate card of the item, which it has been checked against as far as no edition matters.
fn checked(catalog: &Catalog, request: &CompareRequest) -> Answer<Arc<Card>> {
    let wanted = &request.item;
    let pinned = wanted.rate_card.as_deref();
    let card = card_of(catalog, request.as_of, &wanted.product, pinned)?;
    let edition = card.editions.first().map(|edition| edition.id.clone());
    let without_packs = Item {
        edition: edition.unwrap_or_default(),
        buy: Vec::new(),
        ..wanted.clone()
    };
    resolve(&card, &without_packs, request.start, request.months)?;
    for (charge, _) in &wanted.buy {
        pack_of(&card, None, charge).map_err(|fault| fault.in_field("buy"))?;
    }
    Ok(card)
}
