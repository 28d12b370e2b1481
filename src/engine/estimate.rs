//! What items cost, by month and altogether.

use std::sync::Arc;

use super::advice::advice;
use super::answer::{Answer, per_month, too_large};
use super::editions::alternatives;
use super::item::price_item;
use super::order::{Order, at_item, card_of, check_months};
use super::purse::Purse;
use super::reply::{Estimate, ItemEstimate, Payment};
use super::request::EstimateRequest;
use super::superseded::tell_superseded;
use super::work;
use crate::calendar::Date;
use crate::card::{Card, Catalog};
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
/// use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
///
/// let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
/// let request = EstimateRequest::new("2026-11-20".parse()?, item);
/// let estimate = estimate(&ratecard::catalog(), &request)?;
/// assert_eq!(estimate.items[0].total, Some("624".parse()?));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn estimate(catalog: &Catalog, request: &EstimateRequest) -> Answer<Estimate> {
    let cards = cards(catalog, request)?;
    let mut items = Vec::new();
    let orders = few_orders(&cards, request)?;
    for (index, order) in orders.iter().enumerate() {
        let mut priced = price_item(order).map_err(|fault| at_item(fault, index))?;
        let purse = Purse::for_one_of(orders.len());
        let others = alternatives(order, &[], &purse);
        priced.advice = advice(order, &priced, &others, &purse);
        let pinned = order.item.rate_card.as_deref();
        tell_superseded(
            catalog,
            pinned,
            (request.start, request.months),
            &mut priced,
        );
        items.push(priced);
    }
    add_up(request.start, request.months, items)
}

/// The same without findings, which are proved by pricing again and again: for many requests.
///
/// # Errors
///
/// As [`estimate`].
pub fn estimate_without_advice(catalog: &Catalog, request: &EstimateRequest) -> Answer<Estimate> {
    let items = price_items(catalog, request)?;
    add_up(request.start, request.months, items)
}

/// What the items of a request cost, each by itself and without advice.
fn price_items(catalog: &Catalog, request: &EstimateRequest) -> Answer<Vec<ItemEstimate>> {
    let cards = cards(catalog, request)?;
    let orders = few_orders(&cards, request)?;
    let priced = orders.iter().enumerate();
    priced
        .map(|(index, order)| price_item(order).map_err(|fault| at_item(fault, index)))
        .collect()
}

/// Checks a request against the rate cards, without pricing anything.
///
/// # Errors
///
/// The first fault of the request, with its place.
pub(crate) fn check(catalog: &Catalog, request: &EstimateRequest) -> Answer<()> {
    orders(&cards(catalog, request)?, request).map(|_| ())
}

/// The rate card of each item, or the fault that there is none.
type Cards = Vec<Answer<Arc<Card>>>;

fn cards(catalog: &Catalog, request: &EstimateRequest) -> Answer<Cards> {
    check_months(request.months)?;
    let items = request.items.iter();
    let cards = items.map(|item| {
        let pinned = item.rate_card.as_deref();
        card_of(catalog, request.as_of, &item.product, pinned)
    });
    Ok(cards.collect())
}

/// Checks the items in their order, each against its card.
fn orders<'a>(cards: &'a Cards, request: &'a EstimateRequest) -> Answer<Vec<Order<'a>>> {
    let items = cards.iter().zip(&request.items).enumerate();
    items
        .map(|(index, (card, item))| {
            let card = card.as_ref().map_err(Clone::clone);
            card.and_then(|card| Order::new(card, item, request.start, request.months))
                .map_err(|fault| at_item(fault, index))
        })
        .collect()
}

/// The same, where they are not too many to be priced at once.
fn few_orders<'a>(cards: &'a Cards, request: &'a EstimateRequest) -> Answer<Vec<Order<'a>>> {
    let orders = orders(cards, request)?;
    work::check(&orders).map_err(|fault| fault.in_field("items"))?;
    Ok(orders)
}

/// Adds up items that have been priced.
pub(super) fn add_up(start: Date, months: u32, items: Vec<ItemEstimate>) -> Answer<Estimate> {
    let totals = totals(&items)?;
    let by_month = totals
        .iter()
        .map(|&(currency, total)| Ok((currency, per_month(total, months, currency)?)))
        .collect::<Answer<_>>()?;
    Ok(Estimate {
        start,
        months,
        schedule: schedule(&items)?,
        per_month: by_month,
        totals,
        items,
    })
}

fn totals(items: &[ItemEstimate]) -> Answer<Vec<(Currency, Amount)>> {
    let mut totals: Vec<(Currency, Amount)> = Vec::new();
    for item in items {
        if let Some(total) = item.total {
            add(&mut totals, item.card.currency, total)?;
        }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{CompareRequest, Demand, Item, PRICED, compare};
    use super::*;

    fn priced(ask: impl FnOnce()) -> u32 {
        PRICED.set(0);
        ask();
        PRICED.get()
    }

    #[test]
    fn every_edition_is_priced_once_whatever_is_asked() {
        let catalog = crate::catalog();
        let as_of = Date::parse("2026-11-20").unwrap();
        for listed in catalog.cards().unwrap() {
            let card = listed.card;
            let editions = u32::try_from(card.editions.len()).unwrap();
            for edition in &card.editions {
                let mut item = Item::new(&card.product, &edition.id);
                item.rate_card = Some(card.id.clone());
                for dimension in card.dimensions.iter().filter(|d| d.max > 70_000) {
                    item = item.with_demand(&dimension.id, Demand::Steady(70_000));
                }
                let request = EstimateRequest::new(as_of, item.clone());
                let told = priced(|| drop(estimate(&catalog, &request).unwrap()));
                assert_eq!(told, editions, "{} {}", card.id, edition.id);
                let compared = CompareRequest {
                    as_of,
                    start: as_of,
                    months: 1,
                    item,
                };
                let told = priced(|| drop(compare(&catalog, &compared).unwrap()));
                assert_eq!(told, editions, "{}", card.id);
                #[cfg(any(feature = "csr", feature = "ssr"))]
                {
                    use super::super::estimate_and_compare;
                    let told = priced(|| drop(estimate_and_compare(&card, &compared).unwrap()));
                    assert_eq!(told, editions, "{} {}", card.id, edition.id);
                }
            }
        }
    }
}
