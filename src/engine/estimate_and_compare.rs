//! One edition with advice, beside all others: what a view shows at once.

use std::sync::Arc;

use super::advice::advice;
use super::answer::Answer;
use super::compare::Comparison;
use super::editions::{
    Alternative, Compared, alternatives, alternatives_but, cheapest, in_every_edition,
};
use super::estimate::add_up;
use super::order::{Order, at_item, check_months, in_edition};
use super::reply::{Estimate, ItemEstimate, ProblemCode};
use super::request::{CompareRequest, Item};
use super::trial_time::TrialTime;
use crate::card::Card;
use crate::text::Id;
use crate::value::Fault;

/// What an item costs, with advice, and every edition under the same demand, without: each edition is
/// priced once, beside what advice proves.
///
/// A trial is asked what is needed while it lasts, and that it ends is no problem of it. It is never the
/// cheapest edition.
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
    let chosen = chosen(card, request);
    let (chosen, months) = in_its_time(card, request, chosen).map_err(place)?;
    let items = in_every_edition(card, &request.item).into_iter();
    let items = items
        .map(|item| in_its_time(card, request, item).map_err(place))
        .collect::<Answer<Vec<_>>>()?;
    let price = |(item, months)| priced(card, request, item, months).map_err(place);
    let chosen = (chosen, months);
    let mut known = Some(price((&chosen.0, months))?);
    let mut compared = items
        .iter()
        .map(
            |(item, months)| match known.take_if(|_| item.edition == chosen.0.edition) {
                Some(chosen) => Ok(chosen),
                None => price((item, *months)),
            },
        )
        .collect::<Answer<Vec<_>>>()?;
    let mut ended = Vec::new();
    for one in &mut compared {
        let problems = &mut one.priced.problems;
        let before = problems.len();
        problems.retain(|problem| problem.code != ProblemCode::TrialEnds);
        if problems.len() < before {
            ended.push(one.order.edition.id.clone());
        }
    }
    let own = compared
        .iter()
        .find(|one| one.order.edition.id == chosen.0.edition);
    let advised = own.map(|own| ItemEstimate {
        advice: advice(
            &own.order,
            &own.priced,
            &others(own, request, &compared, &ended),
        ),
        ..own.priced.clone()
    });
    let estimate = add_up(request.start, months, advised.into_iter().collect())?;
    let cheapest = cheapest(compared.iter().filter(|one| !is_trial(one)));
    let editions = compared.into_iter().map(|one| one.priced).collect();
    Ok((estimate, Comparison { editions, cheapest }))
}

/// What the chosen edition costs, without advice; a trial, as long as it lasts.
///
/// # Errors
///
/// As [`estimate`](super::estimate).
pub(crate) fn price_in_its_time(
    card: &Arc<Card>,
    request: &CompareRequest,
) -> Answer<ItemEstimate> {
    check_months(request.months)?;
    let place = |fault: Fault| at_item(fault, 0);
    let (item, months) = in_its_time(card, request, chosen(card, request)).map_err(place)?;
    let priced = priced(card, request, &item, months).map_err(place)?;
    Ok(priced.priced)
}

/// The item in the edition that is asked for.
fn chosen(card: &Card, request: &CompareRequest) -> Item {
    match card.edition(&request.item.edition) {
        Some(edition) => in_edition(card, &request.item, edition),
        None => request.item.clone(),
    }
}

/// The answer to a request as [`estimate`](super::estimate) gives it: of a trial, too, for all the months
/// that are asked.
///
/// # Errors
///
/// As [`estimate`](super::estimate).
pub(crate) fn as_asked(
    card: &Arc<Card>,
    request: &CompareRequest,
    item: &Item,
) -> Answer<Estimate> {
    let place = |fault: Fault| at_item(fault, 0);
    let order = Order::new(card, item, request.start, request.months).map_err(place)?;
    let Compared { order, mut priced } = Compared::new(order).map_err(place)?;
    priced.advice = advice(&order, &priced, &alternatives(&order, &[]));
    add_up(request.start, request.months, vec![priced])
}

fn priced<'a>(
    card: &'a Arc<Card>,
    request: &CompareRequest,
    item: &'a Item,
    months: u32,
) -> Answer<Compared<'a>> {
    Compared::new(Order::new(card, item, request.start, months)?)
}

/// What is asked of an edition, and for how many months: of a trial, as long as it lasts.
fn in_its_time(card: &Arc<Card>, request: &CompareRequest, item: Item) -> Answer<(Item, u32)> {
    let edition = card.edition(&item.edition);
    match edition.and_then(|edition| edition.trial.as_ref()) {
        None => Ok((item, request.months)),
        Some(trial) => {
            let time = TrialTime::new(card, trial, request, &item)?;
            Ok((time.item, time.months))
        }
    }
}

fn is_trial(compared: &Compared) -> bool {
    compared.order.edition.trial.is_some()
}

/// The editions that advice on one of them is about. A trial is one of them where it lasts for all that
/// is asked; one that ends before does not do what is needed, and is not even asked.
fn others<'a>(
    own: &Compared<'a>,
    request: &CompareRequest,
    compared: &'a [Compared<'a>],
    ended: &[Id],
) -> Vec<Alternative<'a>> {
    let is_as_asked = |one: &Compared| {
        one.order.month_count() == request.months
            && !ended.contains(&one.order.edition.id)
            && *one.order.item == in_edition(own.order.card, &request.item, one.order.edition)
    };
    if is_trial(own) && !is_as_asked(own) {
        return Vec::new();
    }
    let ends_before = |edition: &str| {
        let mut compared = compared.iter();
        compared.any(|one| *one.order.edition.id == *edition && is_trial(one) && !is_as_asked(one))
    };
    alternatives_but(&own.order, compared, ends_before)
}
