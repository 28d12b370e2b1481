//! One edition with advice, beside all others: what a view shows at once.

use std::sync::Arc;

use super::advice::advice;
use super::answer::Answer;
use super::compare::Comparison;
use super::editions::{Compared, alternatives, cheapest, in_every_edition};
use super::estimate::add_up;
use super::order::{Order, at_item, check_months, in_edition};
use super::purse::Purse;
use super::reply::{Estimate, ItemEstimate};
use super::request::CompareRequest;
use crate::card::Card;
use crate::value::Fault;

/// What an item costs, with advice, and every edition under the same demand, without: each edition is
/// priced once, beside what advice proves.
///
/// # Errors
///
/// As [`estimate`](super::estimate), the first fault of the item's own edition before those of the
/// others.
pub(crate) fn estimate_and_compare(
    card: &Arc<Card>,
    request: &CompareRequest,
) -> Answer<(Estimate, Comparison)> {
    check_months(request.months)?;
    let place = |fault: Fault| at_item(fault, 0);
    let price = |item| {
        let order = Order::new(card, item, request.start, request.months);
        order.and_then(Compared::new).map_err(place)
    };
    let chosen = match card.edition(&request.item.edition) {
        Some(edition) => in_edition(card, &request.item, edition),
        None => request.item.clone(),
    };
    let items = in_every_edition(card, &request.item);
    let mut priced = Some(price(&chosen)?);
    let compared = items
        .iter()
        .map(
            |item| match priced.take_if(|_| item.edition == chosen.edition) {
                Some(chosen) => Ok(chosen),
                None => price(item),
            },
        )
        .collect::<Answer<Vec<_>>>()?;
    let own = compared
        .iter()
        .find(|one| one.order.edition.id == chosen.edition);
    let purse = Purse::for_one_of(1);
    let advised = own.map(|own| ItemEstimate {
        advice: advice(
            &own.order,
            &own.priced,
            &alternatives(&own.order, &compared, &purse),
            &purse,
        ),
        ..own.priced.clone()
    });
    let estimate = add_up(request.start, request.months, advised.into_iter().collect())?;
    let cheapest = cheapest(&compared);
    let editions = compared.into_iter().map(|one| one.priced).collect();
    Ok((estimate, Comparison { editions, cheapest }))
}
