//! Why a line is what it is: its arithmetic as words.
//!
//! A model names its sentence and says what it counted; what every explanation says besides is said
//! here.

use super::model::Charging;
use super::trace::Trace;
use crate::engine::arg::count;
use crate::engine::period::Cycle;
use crate::word::{Arg, Word};

/// The quantity of an explanation: that of one entry where every entry counts the same, else what
/// the prices were multiplied by altogether, days included.
pub(super) fn counted(trace: &Trace) -> u64 {
    trace.steady().unwrap_or_else(|| trace.total())
}

/// Adds what follows the quantity: the allowance, of how many entries it is the sum (`over`), the
/// price, and for how many `days`, `months` or `years` it was charged alike.
pub(super) fn explained(word: Word, charging: &Charging, trace: &Trace) -> Word {
    let entries = trace.entries.len();
    let word = with_allowance(word, trace);
    let is_steady = trace.steady().is_some();
    let word = match is_steady {
        true => word,
        false => word.with("over", count(entries)),
    };
    let word = with_price(word, charging, trace);
    if !is_steady {
        return word;
    }
    match (trace.days(), charging.cycle) {
        (Some(days), _) => word.with("days", Arg::Count(days)),
        (None, _) if entries <= 1 => word,
        (None, Cycle::Month) => word.with("months", count(entries)),
        (None, Cycle::Year) => word.with("years", count(entries)),
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
