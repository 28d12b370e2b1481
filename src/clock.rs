//! What day it is, in the browser: for a question that names none.

use crate::calendar::Date;

/// The day at the vendor.
pub(crate) fn today() -> Date {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of any date that JavaScript has, as seconds, fit"
    )]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    // A clock beyond the calendar picks the newest cards.
    Date::at_vendor(seconds).unwrap_or(Date::LAST)
}
