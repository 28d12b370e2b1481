//! When a charge is made, and for which stretch of time.

use std::ops::Range;

use super::answer::{Answer, beyond_calendar};
use super::order::Order;
use crate::calendar::{Date, Interval};
use crate::card::{Billing, Charge, ChargeKind, Trial};

/// The months of a year that is paid at once.
pub(super) const MONTHS_OF_YEAR: usize = 12;

/// How often a charge is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cycle {
    /// For every billing month.
    Month,
    /// For every year of an order that is billed by the year.
    Year,
}

impl Cycle {
    /// The cycle of a charge that may have a price by the year beside the one by the month.
    pub const fn of<T>(billing: Billing, annual_price: Option<&T>) -> Self {
        match (billing, annual_price) {
            (Billing::Annual, Some(_)) => Self::Year,
            (Billing::Annual, None) | (Billing::Monthly, _) => Self::Month,
        }
    }

    /// Whether it is charged for each month by itself.
    pub const fn is_month(self) -> bool {
        matches!(self, Self::Month)
    }
}

/// What kind of stretch a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodKind {
    /// One cycle of the charge.
    Cycle,
    /// A whole trial.
    Trial,
}

/// A stretch of time that is charged at once.
pub(super) struct Period {
    pub kind: PeriodKind,
    /// Its billing months, from 0.
    pub months: Range<usize>,
    /// The day of the charge.
    pub on: Date,
    /// What the charge is for.
    pub covers: Interval,
}

/// The end of a trial that begins on a day.
pub(super) fn trial_end(trial: &Trial, start: Date) -> Answer<Date> {
    trial.end(start).ok_or_else(beyond_calendar)
}

/// The periods in which a charge is made.
///
/// In a trial, what the trial itself sells is charged once for all of it, what is sold beside it as
/// always, and nothing else at all.
pub(super) fn periods(order: &Order, charge: &Charge, cycle: Cycle) -> Answer<Vec<Period>> {
    if let Some(trial) = &order.edition.trial {
        if trial.basic == charge.id || trial.sells.contains(&charge.id) {
            return Ok(vec![whole_trial(order, trial)?]);
        }
        if !trial.beside.contains(&charge.id) {
            return Ok(Vec::new());
        }
    }
    match (cycle, charge.kind) {
        (Cycle::Year, _) => years(order),
        (Cycle::Month, ChargeKind::Prepaid) => Ok(billing_months(order)),
        (Cycle::Month, ChargeKind::Payg) => calendar_months(order),
    }
}

fn whole_trial(order: &Order, trial: &Trial) -> Answer<Period> {
    let end = trial_end(trial, order.start)?;
    Ok(Period {
        kind: PeriodKind::Trial,
        months: 0..order.months.len(),
        on: order.start,
        covers: Interval {
            from: order.start,
            to: Some(end),
        },
    })
}

/// The billing months, each charged on its first day.
fn billing_months(order: &Order) -> Vec<Period> {
    let months = order.months.iter().enumerate();
    months
        .map(|(index, month)| one_month(index, month.from, *month))
        .collect()
}

/// The calendar months of what is paid as it is used, each charged on the first day after it.
fn calendar_months(order: &Order) -> Answer<Vec<Period>> {
    let months = order.months.iter().enumerate();
    months
        .map(|(index, month)| {
            let next = month.from.first_of_next_month();
            let next = next.ok_or_else(beyond_calendar)?;
            let calendar_month = Interval {
                from: month.from.first_of_month(),
                to: Some(next),
            };
            Ok(one_month(index, next, calendar_month))
        })
        .collect()
}

fn one_month(index: usize, on: Date, covers: Interval) -> Period {
    Period {
        kind: PeriodKind::Cycle,
        months: index..index.saturating_add(1),
        on,
        covers,
    }
}

/// The years of an order that is billed by the year: as many as its months need.
fn years(order: &Order) -> Answer<Vec<Period>> {
    let start_of = |index: usize| {
        let index = u32::try_from(index).ok();
        let start = index.and_then(|index| order.card.months.start_of(order.start, index));
        start.ok_or_else(beyond_calendar)
    };
    let firsts = (0..order.months.len()).step_by(MONTHS_OF_YEAR);
    firsts
        .map(|first| {
            let end = first.saturating_add(MONTHS_OF_YEAR);
            let from = start_of(first)?;
            Ok(Period {
                kind: PeriodKind::Cycle,
                months: first..end.min(order.months.len()),
                on: from,
                covers: Interval {
                    from,
                    to: Some(start_of(end)?),
                },
            })
        })
        .collect()
}
