//! How much a budget buys: the largest demand of one dimension whose total is within an amount.
//!
//! # What is asked
//!
//! The dimension is demanded alike in every month, and everything else is as the item says; what the item itself
//! demands of the dimension, as `calls` too, counts for nothing. A demand is *within* the budget where
//!
//! - its total for all months can be held exactly and is no more than the budget, and
//! - it brings no problem: none that is about the dimension, and none that the item does not have with the least
//!   demand of the dimension. Two problems are one where code, subject and, of a shortfall, month are the same.
//!
//! Demands go from the dimension's `min` to its `max`, from 0 to 10¹² at most.
//!
//! # Why the answer is exact
//!
//! A larger demand may cost less: a volume tier takes all units at a lower rate, and a seat more may bring an
//! allowance that is worth more than the seat. So a total is never searched by halving as a whole, but on pieces
//! ([`kinks`]) on which each charge does one of two things.
//!
//! - **It never falls.** Per unit, by the block, at graduated rates, with packages, or with packs that are planned: what
//!   covers a demand covers a smaller one as well, so the least cost of a smaller one is no higher. The same holds for
//!   packs, and the pay as you go beside them, together; and for packages together with what is added to them, as it does
//!   for each number of packages. At the rate of the tier that all units fall into, it holds from tier to tier.
//! - **It never rises**, being for something whose allowance is for each unit of the dimension.
//!
//! With packages that are weighed against such a rate there are pieces without end, for each number of packages has its
//! own. There the search begins at the last demand from which on it is not sure that all cost more: what is added to
//! packages is taken at the least that a larger quantity of it costs, which makes a bound that never falls.
//!
//! Where nothing falls, the last demand of a piece that is within the budget is found by halving ([`search`]). Where
//! some costs fall, and all of them evenly, the total is a straight line on each piece, and one look at both ends says
//! what there is to halve. Where blocks or packs are on either side of it, a stretch is left out as soon as the costs
//! that rise, at its begin, and those that fall, at its end, come to more than the budget together; the rest is halved
//! until it is a single demand. That is exact too, but no bound is known beforehand for how long it takes: so all
//! trials are paid from a [`Purse`], and what would take longer is an error, never a guess.

mod costs;
mod kinks;
mod search;

use std::sync::Arc;

use self::costs::Costs;
use self::search::largest;
use super::affected::Affected;
use super::answer::Answer;
use super::editions::{every_order, in_every_edition};
use super::order::{Order, at_item, card_of, check_months, dimension_of};
use super::purse::Purse;
use super::request::{AffordRequest, Item};
use super::work;
use crate::card::{Card, Catalog, Dimension, MAX_QUANTITY};
use crate::money::Amount;
use crate::text::Id;

/// What a budget buys of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Affordable {
    /// The rate card.
    pub card: Arc<Card>,
    /// The edition that was asked for, or every edition in the card's order.
    pub editions: Vec<Afforded>,
}

/// What a budget buys in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Afforded {
    /// The edition.
    pub edition: Id,
    /// The largest demand that is within the budget, with its total; `None` where none is.
    pub most: Option<Step>,
    /// The least demand above it, which is outside; where none is within, the least of all. `None` where no larger
    /// demand may be asked for, and of an edition on request, whose price is not known.
    pub next: Option<Step>,
}

/// A demand, the same in every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// How much.
    pub quantity: u64,
    /// What all months cost; `None` where that cannot be held.
    pub total: Option<Amount>,
}

/// Finds how much of a dimension a budget buys, in whole units, for all months together.
///
/// An item without an edition (an empty id) asks for every edition of the card. What a demand may not bring beside its
/// price, and what is said where a larger demand costs less, is told at the head of this module's source.
///
/// # Errors
///
/// As [`compare`](super::compare()); `unknown_dimension` at `dimension`; `out_of_range` at `items` where more prices
/// would have to be tried than there is time for.
///
/// ```
/// use ratecard::engine::{AffordRequest, Item, afford};
///
/// let as_of = "2026-11-20".parse()?;
/// let request = AffordRequest {
///     as_of,
///     start: as_of,
///     months: 1,
///     item: Item::new("chat", "standard"),
///     dimension: "mau".into(),
///     budget: "500".parse()?,
/// };
/// let afforded = afford(&ratecard::catalog(), &request)?;
/// let (most, next) = (afforded.editions[0].most.unwrap(), afforded.editions[0].next.unwrap());
/// assert_eq!((most.quantity, most.total), (16_733, Some("499.995".parse()?)));
/// assert_eq!((next.quantity, next.total), (16_734, Some("500.01".parse()?)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn afford(catalog: &Catalog, request: &AffordRequest) -> Answer<Affordable> {
    let card = card(catalog, request)?;
    let items = items(&card, request);
    let (orders, dimension) = asked(&card, request, &items)?;
    work::check(&orders).map_err(|fault| fault.in_field("items"))?;
    let affected = Affected::by(&card, dimension);
    let purse = Purse::holding(work::FOR_BUDGET);
    let editions = orders
        .iter()
        .map(|order| {
            let afforded = in_edition(order, dimension, &affected, request.budget, &purse);
            afforded.map_err(|fault| match fault.word().id {
                work::TOO_MUCH_TO_TRY => fault.in_field("items"),
                _ => at_item(fault, 0),
            })
        })
        .collect::<Answer<Vec<Afforded>>>()?;
    Ok(Affordable { card, editions })
}

/// Checks what stands before the budget.
///
/// # Errors
///
/// As [`afford()`].
pub(crate) fn check_afford(catalog: &Catalog, request: &AffordRequest) -> Answer<()> {
    let card = card(catalog, request)?;
    asked(&card, request, &items(&card, request)).map(|_| ())
}

fn card(catalog: &Catalog, request: &AffordRequest) -> Answer<Arc<Card>> {
    check_months(request.months)?;
    let item = &request.item;
    let pinned = item.rate_card.as_deref();
    card_of(catalog, request.as_of, &item.product, pinned).map_err(|fault| at_item(fault, 0))
}

fn items(card: &Card, request: &AffordRequest) -> Vec<Item> {
    match request.item.edition.is_empty() {
        true => in_every_edition(card, &request.item),
        false => vec![request.item.clone()],
    }
}

/// The orders of the editions that are asked for, and the dimension.
fn asked<'a>(
    card: &'a Arc<Card>,
    request: &AffordRequest,
    items: &'a [Item],
) -> Answer<(Vec<Order<'a>>, &'a Dimension)> {
    let (item, start, months) = (&request.item, request.start, request.months);
    let orders = match item.edition.is_empty() {
        true => every_order(card, item, items, start, months),
        false => {
            let orders = items.iter();
            orders
                .map(|item| Order::new(card, item, start, months))
                .collect()
        }
    };
    let orders = orders.map_err(|fault| at_item(fault, 0))?;
    let dimension = dimension_of(card, &request.dimension);
    Ok((
        orders,
        dimension.map_err(|fault| fault.placed("dimension"))?,
    ))
}

fn in_edition(
    order: &Order,
    dimension: &Dimension,
    affected: &Affected,
    budget: Amount,
    purse: &Purse,
) -> Answer<Afforded> {
    let edition = order.edition.id.clone();
    if order.card.is_on_request(order.edition) {
        return Ok(Afforded {
            edition,
            most: None,
            next: None,
        });
    }
    let (low, high) = (dimension.min, dimension.max.min(MAX_QUANTITY));
    let costs = Costs::new(order, dimension, affected, purse)?;
    let step = |quantity| -> Answer<Step> {
        let total = costs.at(quantity)?.total();
        Ok(Step { quantity, total })
    };
    let most = largest(&costs, budget, (low, high))?;
    let next = most.map_or(Some(low), |most| most.checked_add(1));
    Ok(Afforded {
        edition,
        most: most.map(step).transpose()?,
        next: next.filter(|next| *next <= high).map(step).transpose()?,
    })
}
