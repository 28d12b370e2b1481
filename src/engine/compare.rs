//! What every edition of a product costs.

use std::sync::Arc;

use super::advice::advice;
use super::answer::Answer;
use super::editions::{Compared, alternatives, cheapest, every_order, in_every_edition};
use super::order::{Order, at_item, card_of, check_months};
use super::reply::ItemEstimate;
use super::request::{CompareRequest, Item};
use super::superseded::tell_superseded;
use crate::card::{Card, Catalog};
use crate::text::Id;

/// Every edition of a product under the same demand.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
/// use ratecard::engine::{CompareRequest, Demand, Item, compare};
///
/// let as_of = "2026-11-20".parse()?;
/// let item = Item::new("chat", "").with_demand("members_per_group", Demand::Steady(500));
/// let request = CompareRequest { as_of, start: as_of, months: 1, item };
/// let comparison = compare(&ratecard::catalog(), &request)?;
/// assert_eq!(comparison.cheapest.as_deref(), Some("premium"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn compare(catalog: &Catalog, request: &CompareRequest) -> Answer<Comparison> {
    let card = card(catalog, request)?;
    let items = in_every_edition(&card, &request.item);
    let orders = orders(&card, request, &items)?;
    let compared = orders.into_iter().map(Compared::new);
    let compared = compared.collect::<Answer<Vec<_>>>();
    let compared = compared.map_err(|fault| at_item(fault, 0))?;
    let advised = |edition: &Compared| {
        let others = alternatives(&edition.order, &compared);
        let mut told = ItemEstimate {
            advice: advice(&edition.order, &edition.priced, &others),
            ..edition.priced.clone()
        };
        let pinned = request.item.rate_card.as_deref();
        tell_superseded(catalog, pinned, (request.start, request.months), &mut told);
        told
    };
    Ok(Comparison {
        editions: compared.iter().map(advised).collect(),
        cheapest: cheapest(compared.iter()),
    })
}

/// Checks a request against the rate card, without pricing anything.
///
/// # Errors
///
/// The first fault of the request, with its place.
pub(crate) fn check_compared(catalog: &Catalog, request: &CompareRequest) -> Answer<()> {
    let card = card(catalog, request)?;
    let items = in_every_edition(&card, &request.item);
    orders(&card, request, &items).map(|_| ())
}

fn card(catalog: &Catalog, request: &CompareRequest) -> Answer<Arc<Card>> {
    check_months(request.months)?;
    let item = &request.item;
    let pinned = item.rate_card.as_deref();
    card_of(catalog, request.as_of, &item.product, pinned).map_err(|fault| at_item(fault, 0))
}

fn orders<'a>(
    card: &'a Arc<Card>,
    request: &CompareRequest,
    items: &'a [Item],
) -> Answer<Vec<Order<'a>>> {
    every_order(card, &request.item, items, request.start, request.months)
        .map_err(|fault| at_item(fault, 0))
}
