//! The demand of an order: a number for every dimension and month, calls included.

use std::sync::Arc;

use super::find::dimension_of;
use crate::card::{Card, Dimension, MAX_QUANTITY, unknown};
use crate::engine::answer::Answer;
use crate::engine::arg::count;
use crate::engine::request::{Calls, Demand, Item};
use crate::text::Id;
use crate::value::{Code, Fault, read};
use crate::word::{Arg, Word};

/// The demand by month, for every dimension in the card's order.
pub(super) fn by_month(card: &Card, item: &Item, months: usize) -> Answer<Vec<Arc<[u64]>>> {
    check(card, item, months)?;
    let dimensions = card.dimensions.iter();
    dimensions
        .map(|dimension| of_dimension(dimension, item, months))
        .collect()
}

/// Checks what is demanded and called, entry by entry.
fn check(card: &Card, item: &Item, months: usize) -> Answer<()> {
    for (id, given) in &item.demand {
        let within = |fault: Fault| fault.in_field("demand");
        let dimension = dimension_of(card, id).map_err(within)?;
        check_demand(dimension, given, months).map_err(|f| within(f.in_field(id)))?;
    }
    for (id, calls) in &item.calls {
        let within = |fault: Fault| fault.in_field("calls");
        minutes_of(card, id).map_err(within)?;
        for (index, call) in calls.iter().enumerate() {
            minutes(*call).map_err(|f| within(f.in_entry(index).in_field(id)))?;
        }
    }
    Ok(())
}

fn of_dimension(dimension: &Dimension, item: &Item, months: usize) -> Answer<Arc<[u64]>> {
    let in_calls = |fault: Fault| fault.in_field(&dimension.id).in_field("calls");
    let given = find(&item.demand, &dimension.id);
    let called = match find(&item.calls, &dimension.id) {
        None => 0,
        Some(calls) => total_minutes(calls).map_err(in_calls)?,
    };
    (0..months)
        .map(|month| {
            let demand = given.map_or(dimension.default, |given| given.in_month(month));
            let sum = demand.checked_add(called);
            sum.filter(|&sum| sum <= dimension.max)
                .ok_or_else(|| in_calls(bad_quantity(dimension.max, u64::MAX)))
        })
        .collect()
}

fn find<'a, T>(pairs: &'a [(Id, T)], id: &str) -> Option<&'a T> {
    let found = pairs.iter().find(|(key, _)| **key == *id);
    found.map(|(_, value)| value)
}

/// Checks what is demanded of a dimension.
fn check_demand(dimension: &Dimension, demand: &Demand, months: usize) -> Answer<()> {
    match demand {
        Demand::Steady(quantity) => check_quantity(dimension, *quantity),
        Demand::Monthly(quantities) if quantities.len() != months => {
            Err(wrong_length(quantities.len(), months))
        }
        Demand::Monthly(quantities) => {
            let mut quantities = quantities.iter().enumerate();
            quantities.try_for_each(|(index, &quantity)| {
                check_quantity(dimension, quantity).map_err(|f| f.in_entry(index))
            })
        }
    }
}

fn check_quantity(dimension: &Dimension, quantity: u64) -> Answer<()> {
    if quantity > dimension.max {
        return Err(bad_quantity(dimension.max, quantity));
    }
    if quantity < dimension.min {
        let word = Word::new("want-at-least")
            .with("min", Arg::Count(dimension.min))
            .with("got", Arg::Count(quantity));
        return Err(Fault::new(Code::OutOfRange, word));
    }
    Ok(())
}

/// The fault of a series that has not one number for each month.
fn wrong_length(got: usize, months: usize) -> Fault {
    let word = Word::new("wrong-length")
        .with("months", count(months))
        .with("got", count(got));
    Fault::new(Code::WrongLength, word)
}

/// The fault of a quantity above the largest; [`u64::MAX`] stands for one that cannot be held.
pub(super) fn bad_quantity(max: u64, got: u64) -> Fault {
    let got = match got {
        u64::MAX => Arg::text("more"),
        got => Arg::Text(got.to_string()),
    };
    read::bad_quantity(max, got)
}

/// The dimension of an id, which must be one of minutes.
fn minutes_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Dimension> {
    card.dimension(id).filter(|d| d.calls).ok_or_else(|| {
        let minutes = card.dimensions.iter().filter(|d| d.calls);
        let known = minutes.map(|d| d.id.to_string()).collect();
        unknown(Code::UnknownDimension, "unknown-minutes", id, known).in_field(id)
    })
}

/// The minutes of calls of one length: each call is rounded up.
fn minutes(calls: Calls) -> Answer<u64> {
    const SECONDS: u64 = 60;
    for (key, quantity) in [("count", calls.count), ("seconds", calls.seconds)] {
        if quantity > MAX_QUANTITY {
            return Err(bad_quantity(MAX_QUANTITY, quantity).in_field(key));
        }
    }
    let minutes = calls.count.checked_mul(calls.seconds.div_ceil(SECONDS));
    minutes
        .filter(|&minutes| minutes <= MAX_QUANTITY)
        .ok_or_else(|| bad_quantity(MAX_QUANTITY, u64::MAX))
}

fn total_minutes(calls: &[Calls]) -> Answer<u64> {
    let mut total: u64 = 0;
    for (index, call) in calls.iter().enumerate() {
        total = total
            .checked_add(minutes(*call)?)
            .filter(|&total| total <= MAX_QUANTITY)
            .ok_or_else(|| bad_quantity(MAX_QUANTITY, u64::MAX).in_entry(index))?;
    }
    Ok(total)
}
