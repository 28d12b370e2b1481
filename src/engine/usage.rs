//! What is used: how much of it an edition includes, and how much is above.

use std::borrow::Cow;

use super::answer::{Answer, too_large};
use super::order::Order;
use super::period::{Period, PeriodKind};
use crate::card::{Dimension, Limit};

/// How many there are of each charge in each month: what an allowance is multiplied by.
#[derive(Default)]
pub(super) struct Counts<'a> {
    by_charge: Vec<(&'a str, Cow<'a, [u64]>)>,
}

impl<'a> Counts<'a> {
    /// Notes how many there are of a charge. Of one that is never noted, there is one in each month.
    pub fn insert(&mut self, charge: &'a str, months: Cow<'a, [u64]>) {
        self.by_charge.push((charge, months));
    }

    /// How many there are of a charge in a month, from 0.
    pub fn in_month(&self, charge: &str, month: usize) -> u64 {
        let mut charges = self.by_charge.iter();
        let of_charge = charges.find(|(id, _)| *id == charge);
        of_charge
            .and_then(|(_, months)| months.get(month).copied())
            .unwrap_or(1)
    }
}

/// What of a dimension is above its allowance in a period.
pub(super) struct Above {
    /// The units, in the month that has most of them.
    pub units: u64,
    /// The smallest and the largest allowance of the months.
    pub allowances: Option<(u64, u64)>,
}

/// What of a dimension an order uses in a period above the allowance.
///
/// A dimension whose allowance is for a whole trial is summed up over it.
pub(super) fn above(
    order: &Order,
    counts: &Counts,
    dimension: &Dimension,
    period: &Period,
) -> Answer<Above> {
    let demand = order.demand_for(&dimension.id);
    let trial = order.edition.trial.as_ref();
    let is_summed = period.kind == PeriodKind::Trial
        && trial.is_some_and(|trial| trial.whole.contains(&dimension.id));
    let mut above = Above {
        units: 0,
        allowances: None,
    };
    let mut total: u64 = 0;
    for month in period.months.clone() {
        let demand = demand.get(month).copied().unwrap_or_default();
        let allowance = allowance(order, counts, dimension, month);
        let (least, most) = above.allowances.unwrap_or((allowance, allowance));
        above.allowances = Some((least.min(allowance), most.max(allowance)));
        let each = match &dimension.each {
            None => 1,
            Some(each) => order.demand_for(each).get(month).copied().unwrap_or(1),
        };
        total = total.checked_add(demand).ok_or_else(too_large)?;
        let used = if is_summed { total } else { demand };
        let beyond = used.saturating_sub(allowance).checked_mul(each);
        above.units = above.units.max(beyond.ok_or_else(too_large)?);
    }
    Ok(above)
}

/// What an edition includes of a dimension in a month.
fn allowance(order: &Order, counts: &Counts, dimension: &Dimension, month: usize) -> u64 {
    let count = match &dimension.allowance_per {
        None => 1,
        Some(charge) => counts.in_month(charge, month),
    };
    match dimension.quota(&order.edition.id) {
        None => 0,
        Some(Limit::Unlimited) => u64::MAX,
        Some(Limit::UpTo(held)) => held.saturating_mul(count),
    }
}

/// The most that a month of a period uses.
pub(super) fn largest(demand: &[u64], period: &Period) -> u64 {
    let months = demand.get(period.months.clone()).unwrap_or_default();
    months.iter().copied().max().unwrap_or_default()
}
