//! What items cost, by month and altogether.

use std::sync::Arc;

use super::Answer;
use super::advice::advice;
use super::line::{per_month, sum, too_large};
use super::price::lines;
use super::quota::{problems, quotas};
use super::reply::{Assumption, Estimate, ItemEstimate, Line, Payment, Quota, QuotaStatus};
use super::request::{EstimateRequest, Item};
use super::resolve::{Resolved, card_of, check_months, resolve};
use crate::calendar::Date;
use crate::card::{Card, Catalog, Part};
use crate::money::{Amount, Currency};

/// What the items of a request cost.
///
/// # Errors
///
/// The first fault of the request, with its place: an id that is not known, a quantity or length
/// out of bounds, a day on which no rate card is in force; `too_large` where an amount cannot be
/// held exactly.
///
/// ```
/// use ratecard::calendar::Date;
/// use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
///
/// let catalog = ratecard::catalog();
/// let as_of = Date::parse("2026-11-20").unwrap();
/// let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
/// let estimate = estimate(&catalog, &EstimateRequest::new(as_of, item)).unwrap();
/// assert_eq!(estimate.items[0].total.to_string(), "624");
/// ```
pub fn estimate(catalog: &Catalog, request: &EstimateRequest) -> Answer<Estimate> {
    check_months(request.months)?;
    let items = estimate_items(catalog, request, true)?;
    let totals = totals(&items)?;
    let by_month = totals
        .iter()
        .map(|&(currency, total)| Ok((currency, per_month(total, request.months)?)))
        .collect::<Answer<_>>()?;
    Ok(Estimate {
        start: request.start,
        months: request.months,
        schedule: schedule(&items)?,
        per_month: by_month,
        totals,
        items,
    })
}

/// The items of a request, each priced; `with_advice` as for [`estimate_item`].
pub(crate) fn estimate_items(
    catalog: &Catalog,
    request: &EstimateRequest,
    with_advice: bool,
) -> Answer<Vec<ItemEstimate>> {
    let items = request.items.iter().enumerate();
    let items = items.map(|(index, item)| {
        let place = |fault: crate::value::Fault| at_item(fault, index);
        let pinned = item.rate_card.as_deref();
        let card = card_of(catalog, request.as_of, &item.product, pinned).map_err(place)?;
        let (start, months) = (request.start, request.months);
        estimate_item(&card, item, start, months, with_advice).map_err(place)
    });
    items.collect()
}

/// Puts a fault of an item where it stands: the day picks the card for the whole request.
pub(crate) fn at_item(fault: crate::value::Fault, index: usize) -> crate::value::Fault {
    use crate::value::Code;
    match fault.code() {
        Code::NoRateCard => fault.in_field("as_of"),
        _ if fault.path() == "start" => fault,
        _ => fault.in_entry(index).in_field("items"),
    }
}

/// Prices one item by one card.
///
/// `with_advice` is false where the item is priced only to compare it with another.
pub(super) fn estimate_item(
    card: &Arc<Card>,
    item: &Item,
    start: Date,
    months: u32,
    with_advice: bool,
) -> Answer<ItemEstimate> {
    let resolved = resolve(card, item, start, months)?;
    let (lines, plans) = lines(&resolved)?;
    let quotas = quotas(&resolved);
    let total = sum(lines.iter().map(|line| line.amount))?;
    let mut estimate = ItemEstimate {
        card: Arc::clone(card),
        edition: resolved.edition.id.clone(),
        total,
        per_month: per_month(total, months)?,
        problems: problems(&resolved, &quotas, &plans)?,
        assumptions: assumptions(&resolved, &lines, &quotas),
        lines,
        packs: plans
            .iter()
            .filter_map(|planned| planned.reply().transpose())
            .collect::<Answer<_>>()?,
        quotas,
        advice: Vec::new(),
    };
    if with_advice {
        estimate.advice = advice(card, item, start, months, &estimate);
    }
    Ok(estimate)
}

/// What one item costs by one card, and nothing else about it.
pub(super) fn total_of(card: &Card, item: &Item, start: Date, months: u32) -> Answer<Amount> {
    let (lines, _) = lines(&resolve(card, item, start, months)?)?;
    sum(lines.iter().map(|line| line.amount))
}

/// The readings that touched an item: those about its card, where the day picked it, about its
/// edition, its charges, the limits that it goes beyond, the features that it needs, and the length
/// of its order.
fn assumptions(item: &Resolved, lines: &[Line], quotas: &[Quota]) -> Vec<Assumption> {
    let longest = item
        .card
        .policies
        .purchase
        .as_ref()
        .and_then(|p| p.max_months);
    let months = u32::try_from(item.months.len()).unwrap_or(u32::MAX);
    let touched = |part: Part| match part {
        Part::Card => item.item.rate_card.is_none(),
        Part::Policy("purchase") => longest.is_some_and(|longest| months > longest),
        Part::Policy(_) | Part::Rounding => false,
        Part::Edition(id) => *item.edition.id == *id,
        Part::Charge(id) => lines.iter().any(|line| *line.charge == *id),
        Part::Dimension(id) => quotas
            .iter()
            .any(|q| *q.dimension == *id && q.status != QuotaStatus::Within),
        Part::Feature(id) => item.item.requires.iter().any(|needed| **needed == *id),
    };
    let readings = item.card.touched_readings(&item.edition.id, touched);
    readings.map(Assumption::of).collect()
}

fn totals(items: &[ItemEstimate]) -> Answer<Vec<(Currency, Amount)>> {
    let mut totals: Vec<(Currency, Amount)> = Vec::new();
    for item in items {
        add(&mut totals, item.card.currency, item.total)?;
    }
    Ok(totals)
}

/// Sums the entries by day and currency.
fn schedule(items: &[ItemEstimate]) -> Answer<Vec<Payment>> {
    let mut sums: Vec<((Date, Currency), Amount)> = Vec::new();
    for item in items {
        for entry in item.lines.iter().flat_map(|line| &line.entries) {
            add(&mut sums, (entry.on, item.card.currency), entry.amount)?;
        }
    }
    Ok(sums
        .into_iter()
        .map(|((on, currency), amount)| Payment {
            on,
            currency,
            amount,
        })
        .collect())
}

/// Adds an amount to the sum of its key, in the order of the keys.
fn add<K: Ord>(sums: &mut Vec<(K, Amount)>, key: K, amount: Amount) -> Answer<()> {
    let at = sums.partition_point(|(known, _)| *known < key);
    match sums.get_mut(at) {
        Some((known, sum)) if *known == key => {
            *sum = sum.checked_add(amount).ok_or_else(too_large)?;
        }
        _ => sums.insert(at, (key, amount)),
    }
    Ok(())
}
