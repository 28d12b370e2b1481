//! The billing months of an order.

use crate::calendar::{Date, Interval};
use crate::card::Card;
use crate::engine::answer::{Answer, beyond_calendar};
use crate::engine::request::MAX_MONTHS;
use crate::value::Code;
use crate::value::read::not_between;
use crate::word::Arg;

/// The billing months from a day on.
///
/// # Errors
///
/// `out_of_range` where there are none or more than [`MAX_MONTHS`]; `bad_date` where they pass the
/// last year that there is.
pub(super) fn billing_months(card: &Card, start: Date, months: u32) -> Answer<Vec<Interval>> {
    check_months(months)?;
    let start_of = |index: u32| {
        let day = card.months.start_of(start, index);
        day.ok_or_else(beyond_calendar)
    };
    (0..months)
        .map(|index| {
            Ok(Interval {
                from: start_of(index)?,
                to: Some(start_of(index.saturating_add(1))?),
            })
        })
        .collect()
}

/// Checks the length of an order.
pub(in crate::engine) fn check_months(months: u32) -> Answer<()> {
    if (1..=MAX_MONTHS).contains(&months) {
        return Ok(());
    }
    let got = Arg::Count(u64::from(months));
    let fault = not_between(Code::OutOfRange, 1, u64::from(MAX_MONTHS), got);
    Err(fault.in_field("months"))
}
