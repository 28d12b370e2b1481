//! Where a day stands: months of the calendar beside each other, all as wide.

use crate::calendar::Date;
use crate::widget::shared::axis::LENGTH;

/// The columns of the picture. The day on which everything begins is the middle of the first one, so that what
/// is renewed on it every month has the middle of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    first: Date,
    months: u64,
}

impl Scale {
    /// From the month of a day to that of another.
    pub fn new(first: Date, last: Date) -> Self {
        let months = months_between(first, last).saturating_add(1);
        Self { first, months }
    }

    /// How many columns there are.
    pub const fn months(self) -> u64 {
        self.months
    }

    /// Where a column begins, in parts of [`LENGTH`].
    pub fn begins(self, column: u64) -> u64 {
        let parts = column.saturating_mul(LENGTH);
        parts.checked_div(self.months).unwrap_or_default()
    }

    /// The middle of a column, in parts of [`LENGTH`].
    pub fn middle(self, column: u64) -> u64 {
        let halves = column.saturating_mul(2).saturating_add(1);
        let parts = halves.saturating_mul(LENGTH);
        parts
            .checked_div(self.months.saturating_mul(2))
            .unwrap_or_default()
    }

    /// The place of a day, in parts of [`LENGTH`].
    pub fn place(self, day: Date) -> u64 {
        let begins = |column: u64| self.first.plus_months(u32::try_from(column).ok()?);
        let column = months_between(self.first, day);
        let column = match begins(column) {
            Some(on) if on <= day => column,
            _ => column.saturating_sub(1),
        };
        let parts = || {
            let (from, to) = (begins(column)?, begins(column.saturating_add(1))?);
            let days = |until| u64::try_from(from.days_until(until)).ok();
            days(day)?
                .checked_mul(self.begins(1))?
                .checked_div(days(to)?)
        };
        let place = self
            .middle(column)
            .saturating_add(parts().unwrap_or_default());
        place.min(LENGTH)
    }
}

/// How many months of the calendar lie between two days.
fn months_between(first: Date, last: Date) -> u64 {
    let count = |day: Date| {
        let (year, month, _) = day.year_month_day();
        i32::from(year)
            .saturating_mul(12)
            .saturating_add(i32::from(month))
    };
    let months = count(last).saturating_sub(count(first));
    u64::try_from(months).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn what_is_renewed_every_month_has_the_middle_of_its_column() {
        let scale = Scale::new(day("2026-11-29"), day("2027-11-29"));
        assert_eq!(scale.months(), 13);
        for (column, on) in ["2026-11-29", "2026-12-29", "2027-01-29"]
            .iter()
            .enumerate()
        {
            let middle = scale.middle(u64::try_from(column).unwrap());
            assert_eq!(scale.place(day(on)), middle, "{on}");
        }
        assert_eq!(scale.begins(13), LENGTH);
    }

    #[test]
    fn days_stand_in_their_order() {
        for first in ["2026-01-01", "2026-01-15", "2026-01-31"] {
            let first = day(first);
            let scale = Scale::new(first, day("2027-03-10"));
            let days = (0..400).map(|days| scale.place(first.plus_days(days).unwrap()));
            let places: Vec<u64> = days.collect();
            assert!(places.is_sorted(), "{first}");
        }
    }
}
