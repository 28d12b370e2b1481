//! One item, priced: what it costs, what it includes, and what it does not do.

use std::sync::Arc;

use super::answer::{Answer, per_month, sum};
use super::order::Order;
use super::price::{Priced, price};
use super::problem::problems;
use super::quota::quotas;
use super::reply::{Assumption, ItemEstimate, Line, Quota, QuotaStatus};
use crate::card::Part;
use crate::money::Amount;

/// Prices an order, without advice: that is proved by pricing others, and stands above this.
///
/// Tests of how often something is priced count the calls.
pub(super) fn price_item(order: &Order) -> Answer<ItemEstimate> {
    #[cfg(test)]
    PRICED.with(|priced| priced.set(priced.get().saturating_add(1)));
    price_again(order)
}

/// The same for a proof, or for a point of a curve, of which there are many.
///
/// What is sold on request has no lines, and so nothing to add up: no price is not a price of 0.
pub(super) fn price_again(order: &Order) -> Answer<ItemEstimate> {
    let Priced {
        lines,
        paid_months,
        plans,
    } = price(order)?;
    let quotas = quotas(order);
    let total = match order.card.is_on_request(order.edition) {
        true => None,
        false => Some(sum(lines.iter().map(|line| line.amount))?),
    };
    let by_month = |total| per_month(total, order.month_count(), order.card.currency);
    Ok(ItemEstimate {
        card: Arc::clone(order.card),
        edition: order.edition.id.clone(),
        total,
        per_month: total.map(by_month).transpose()?,
        problems: problems(order, &quotas, &plans)?,
        assumptions: assumptions(order, &lines, &quotas),
        paid_months,
        lines,
        packs: plans
            .iter()
            .filter_map(|planned| planned.reply().transpose())
            .collect::<Answer<_>>()?,
        quotas,
        advice: Vec::new(),
    })
}

/// What an order costs, and nothing else about it.
pub(super) fn total(order: &Order) -> Answer<Amount> {
    sum(price(order)?.lines.iter().map(|line| line.amount))
}

/// The readings that touched an item: those about its card, where the day picked it, about its
/// edition, its charges, the limits that it goes beyond, the features that it needs, and the length
/// of its order.
fn assumptions(order: &Order, lines: &[Line], quotas: &[Quota]) -> Vec<Assumption> {
    let purchase = order.card.policies.purchase.as_ref();
    let longest = purchase.and_then(|policy| policy.max_months);
    let touched = |part: Part| match part {
        Part::Card => order.item.rate_card.is_none(),
        Part::Policy("purchase") => longest.is_some_and(|longest| order.month_count() > longest),
        Part::Policy(_) | Part::Superseded | Part::Rounding | Part::Unpaid => false,
        Part::Edition(id) => *order.edition.id == *id,
        Part::Charge(id) => lines.iter().any(|line| *line.charge == *id),
        Part::Dimension(id) => quotas
            .iter()
            .any(|q| *q.dimension == *id && q.status != QuotaStatus::Within),
        Part::Feature(id) => order.item.requires.iter().any(|needed| **needed == *id),
    };
    let readings = order.card.touched_readings(&order.edition.id, touched);
    readings.map(Assumption::of).collect()
}

#[cfg(test)]
thread_local! {
    /// How often an item has been priced in this thread, beside proofs and curves.
    pub(crate) static PRICED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}
