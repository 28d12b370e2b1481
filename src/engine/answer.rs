//! What an engine function returns, and the faults that any of its steps can end in.

use crate::money::{Amount, Currency};
use crate::value::{Code, Fault};
use crate::word::Word;

/// What an engine function returns: its answer, or the first fault of the question.
pub type Answer<T> = Result<T, Fault>;

/// The fault of a sum or product that cannot be held exactly.
pub(super) fn too_large() -> Fault {
    Fault::new(Code::TooLarge, Word::new("too-large"))
}

/// The fault of an order that ends after the last day of the calendar.
pub(super) fn beyond_calendar() -> Fault {
    Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start")
}

/// A sum that is never rounded.
pub(super) fn sum(amounts: impl Iterator<Item = Amount>) -> Answer<Amount> {
    amounts
        .into_iter()
        .try_fold(Amount::ZERO, Amount::checked_add)
        .ok_or_else(too_large)
}

/// What a total comes to by the month, rounded to the smallest unit of its currency.
pub(super) fn per_month(total: Amount, months: u32, currency: Currency) -> Answer<Amount> {
    total
        .divide_to_minor_units(u64::from(months), currency)
        .ok_or_else(too_large)
}
