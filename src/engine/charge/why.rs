//! Why a line is what it is: its arithmetic as words.
//!
//! A model names its sentence and says what it counted; what every explanation says besides is said
//! here.

use super::model::Charging;
use super::trace::Trace;
use crate::engine::arg::count;
use crate::engine::period::{Cycle, MONTHS_OF_YEAR, PeriodKind};
use crate::word::{Arg, Word};

/// The most parts of a quantity that a sentence lists.
const MOST_PARTS: usize = 8;

/// The quantity of an explanation: that of one time where every time counts the same, else what
/// the prices were multiplied by altogether, days included.
pub(super) fn counted(trace: &Trace) -> u64 {
    trace.steady().unwrap_or_else(|| trace.total())
}

/// Adds what follows the quantity: the allowance, of how many times it is the sum (`over`), the
/// price, and for how many `days`, `months` or `years` it was charged alike.
///
/// A quantity that is charged by parts was counted once: its parts are no months.
pub(super) fn explained(word: Word, charging: &Charging, trace: &Trace) -> Word {
    let times = trace.times();
    let word = with_allowance(word, trace);
    let is_steady = trace.steady().is_some();
    let word = match is_steady {
        true => word,
        false => word.with("over", count(times)),
    };
    let word = with_price(word, charging, trace);
    if !is_steady {
        return word;
    }
    match (trace.days(), charging.cycle) {
        (Some(days), _) => word.with("days", Arg::Count(days)),
        (None, Cycle::Month) if times <= 1 => word,
        (None, Cycle::Month) => word.with("months", count(times)),
        (None, Cycle::Year) => with_years(word, charging, times),
    }
}

/// Adds the years of an order that is billed by the year and, where they are more than what was
/// asked for, how many months are `paid` and how many were `asked` for.
fn with_years(word: Word, charging: &Charging, years: usize) -> Word {
    let word = match years {
        0..=1 => word,
        _ => word.with("years", count(years)),
    };
    let paid = years.saturating_mul(MONTHS_OF_YEAR);
    let is_cycle = charging.periods.iter().all(|p| p.kind == PeriodKind::Cycle);
    match charging.order.months.len() {
        asked if is_cycle && asked < paid => {
            word.with("paid", count(paid)).with("asked", count(asked))
        }
        _ => word,
    }
}

/// Adds the parts of the quantity, each with its price, where it was the same every time.
pub(super) fn with_parts(word: Word, charging: &Charging, trace: &Trace) -> Word {
    match trace.parts() {
        Some(parts) if parts.len() <= MOST_PARTS && trace.price().is_none() => {
            let currency = charging.order.card.currency;
            word.with("parts", Arg::Parts(parts.to_vec(), currency))
        }
        _ => word,
    }
}

/// Adds what follows the quantity of packs, which are told all together.
pub(super) fn explained_packs(word: Word, charging: &Charging, trace: &Trace) -> Word {
    let word = with_allowance(word, trace).with("packs", count(trace.entries.len()));
    with_price(word, charging, trace)
}

fn with_allowance(word: Word, trace: &Trace) -> Word {
    match trace.allowance() {
        Some(allowance) => word.with("allowance", Arg::Count(allowance)),
        None => word,
    }
}

fn with_price(word: Word, charging: &Charging, trace: &Trace) -> Word {
    match trace.price() {
        Some(price) => word.with("price", Arg::Rate(price, charging.order.card.currency)),
        None => word,
    }
}
