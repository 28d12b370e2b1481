//! A line in the making: entries that add up, and the error where they cannot.

use super::Answer;
use super::reply::Entry;
use crate::calendar::{Date, Interval};
use crate::money::Amount;
use crate::value::{Code, Fault};
use crate::word::Word;

/// The fault of a sum or product that cannot be held exactly.
pub(super) fn too_large() -> Fault {
    Fault::new(Code::TooLarge, Word::new("too-large"))
}

/// A sum that is never rounded.
pub(super) fn sum(amounts: impl Iterator<Item = Amount>) -> Answer<Amount> {
    amounts
        .into_iter()
        .try_fold(Amount::ZERO, Amount::checked_add)
        .ok_or_else(too_large)
}

/// An entry whose amount is its quantity times its price.
pub(super) fn entry(
    on: Date,
    quantity: u64,
    unit_price: Amount,
    covers: Interval,
) -> Answer<Entry> {
    let amount = unit_price.checked_mul(quantity).ok_or_else(too_large)?;
    Ok(Entry {
        on,
        quantity,
        unit_price,
        amount,
        covers,
    })
}

/// What a total comes to by the month, rounded for display.
pub(super) fn per_month(total: Amount, months: u32) -> Answer<Amount> {
    total
        .divide_to_cents(u64::from(months))
        .ok_or_else(too_large)
}
