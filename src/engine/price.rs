//! What each charge comes to: the lines of an item.

use std::sync::Arc;

use super::answer::{Answer, sum};
use super::charge::{Charging, model};
use super::order::Order;
use super::packs::{Planned, plans};
use super::period::{Cycle, MONTHS_OF_YEAR, periods};
use super::reply::Line;
use super::usage::Counts;
use crate::card::Charge;

/// What an order is charged, and the packs behind it.
pub(super) struct Priced<'a> {
    /// A line for each charge with an entry, in the card's order.
    pub lines: Vec<Line>,
    /// How many months are paid for, where they are more than the order has.
    pub paid_months: Option<u32>,
    pub plans: Vec<Planned<'a>>,
}

/// Prices an order: first how many there are of each charge, which says what is included, then the
/// packs for what is above, then the charges. What is sold on request is charged nothing that is known.
pub(super) fn price<'a>(order: &Order<'a>) -> Answer<Priced<'a>> {
    let all: Vec<&Charge> = match order.card.is_on_request(order.edition) {
        true => Vec::new(),
        false => order.card.charges.iter().collect(),
    };
    price_some(order, &all, &all)
}

/// Prices some charges of an order, whose allowances are for each of the bases.
pub(super) fn price_some<'a>(
    order: &Order<'a>,
    charges: &[&'a Charge],
    bases: &[&'a Charge],
) -> Answer<Priced<'a>> {
    let counts = counts(order, charges.iter().chain(bases))?;
    let plans = plans(order, &counts, charges)?;
    let mut lines = Vec::new();
    for charge in charges {
        lines.extend(line(order, &counts, &plans, charge)?);
    }
    let paid_months = paid_months(order, &lines);
    Ok(Priced {
        lines,
        paid_months,
        plans,
    })
}

/// The months of the years that an order is billed by, where they are more than it has.
fn paid_months(order: &Order, lines: &[Line]) -> Option<u32> {
    let is_by_year = |line: &Line| {
        let charge = order.card.charge(&line.charge);
        charge.is_some_and(|charge| model(charge).cycle(order.billing) == Cycle::Year)
    };
    let paid = order
        .months
        .len()
        .checked_next_multiple_of(MONTHS_OF_YEAR)?;
    let is_more = paid > order.months.len() && order.edition.trial.is_none();
    (is_more && lines.iter().any(is_by_year)).then_some(u32::try_from(paid).ok()?)
}

fn counts<'o>(
    order: &'o Order,
    charges: impl Iterator<Item = &'o &'o Charge>,
) -> Answer<Counts<'o>> {
    let mut counts = Counts::default();
    for charge in charges {
        if let Some(months) = model(charge).counts(order, charge)? {
            counts.insert(&charge.id, months);
        }
    }
    Ok(counts)
}

/// The line of a charge; `None` where nothing is charged.
fn line(
    order: &Order,
    counts: &Counts,
    plans: &[Planned],
    charge: &Charge,
) -> Answer<Option<Line>> {
    let model = model(charge);
    let cycle = model.cycle(order.billing);
    let charging = Charging {
        order,
        charge,
        counts,
        plans,
        cycle,
        periods: periods(order, charge, cycle)?,
    };
    let trace = model.entries(&charging)?;
    if trace.entries.is_empty() {
        return Ok(None);
    }
    let Some(source) = order.card.source(&charge.source) else {
        return Ok(None);
    };
    Ok(Some(Line {
        charge: charge.id.clone(),
        label: Arc::clone(&charge.label),
        kind: charge.kind,
        amount: sum(trace.entries.iter().map(|entry| entry.amount))?,
        why: model.why(&charging, &trace),
        entries: trace.entries,
        source: Arc::clone(source),
    }))
}
