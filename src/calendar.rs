//! Civil dates and billing months.
//!
//! Dates are [`jiff`]'s; what this module adds is the arithmetic of billing: a month counted from
//! the first day of an order, clamped to the last day of a shorter month, and months of 30 days.

use core::fmt;
use core::str::FromStr;

use jiff::SignedDuration;
use jiff::civil;

/// The first and the last year that a request may name.
const YEARS: core::ops::RangeInclusive<i16> = 2000..=2999;

const HOURS_PER_DAY: i64 = 24;

/// A day of the civil calendar, in the vendor's local time.
///
/// ```
/// use ratecard::calendar::Date;
///
/// let start: Date = "2027-01-31".parse()?;
/// assert_eq!(start.plus_months(1), Date::new(2027, 2, 28));
/// assert_eq!(start.plus_months(2), Date::new(2027, 3, 31));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The first day that a request may name.
    pub const FIRST: Self = Self(civil::Date::constant(2000, 1, 1));

    /// The last day that a request may name.
    pub const LAST: Self = Self(civil::Date::constant(2999, 12, 31));

    /// The day, or `None` where there is no such day in the years 2000 to 2999.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`; `None` for any other form and for a day that does not exist.
    ///
    /// ```
    /// # use ratecard::calendar::Date;
    /// assert!(Date::parse("2028-02-29").is_some());
    /// assert!(Date::parse("2026-02-30").is_none());
    /// assert!(Date::parse("2026-2-3").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
    }

    /// The day at the vendor (UTC+8) at a moment, given as seconds since 1970-01-01T00:00 UTC.
    ///
    /// ```
    /// # use ratecard::calendar::Date;
    /// // 2026-11-20T16:00:00Z is midnight of the 21st there.
    /// assert_eq!(Date::at_vendor(1_795_190_400), Date::new(2026, 11, 21));
    /// assert_eq!(Date::at_vendor(1_795_190_399), Date::new(2026, 11, 20));
    /// ```
    #[must_use]
    pub fn at_vendor(unix_seconds: i64) -> Option<Self> {
        const OFFSET_SECONDS: i64 = 8 * 3600;
        const DAY_SECONDS: i64 = 24 * 3600;
        let days = unix_seconds
            .checked_add(OFFSET_SECONDS)?
            .checked_div_euclid(DAY_SECONDS)?;
        Self(civil::Date::constant(1970, 1, 1)).plus_days(days)
    }

    /// This day `months` later; a day that the month lacks becomes the month's last day.
    ///
    /// `None` beyond the year 9999.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let months = i32::try_from(months).ok()?;
        let zero_based = i32::from(self.0.month())
            .checked_sub(1)?
            .checked_add(months)?;
        let year = i32::from(self.0.year()).checked_add(zero_based.checked_div(12)?)?;
        let month = zero_based.checked_rem(12)?.checked_add(1)?;
        let first =
            civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
        let day = self.0.day().min(first.days_in_month());
        civil::Date::new(first.year(), first.month(), day)
            .ok()
            .map(Self)
    }

    /// This day `days` later (earlier where negative); `None` beyond the years that exist.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let hours = days.checked_mul(HOURS_PER_DAY)?;
        let duration = SignedDuration::try_from_hours(hours)?;
        self.0.checked_add(duration).ok().map(Self)
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The first day of the next month; `None` beyond the year 9999.
    #[must_use]
    pub fn first_of_next_month(self) -> Option<Self> {
        self.first_of_month().plus_months(1)
    }

    /// How many days this day's month has.
    #[must_use]
    pub fn days_in_month(self) -> u64 {
        u64::from(self.0.days_in_month().unsigned_abs())
    }

    /// How many days from this day to `later`; negative where `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        self.0
            .duration_until(later.0)
            .as_hours()
            .checked_div(HOURS_PER_DAY)
            .unwrap_or_default()
    }

    /// Year, month from 1, day from 1.
    #[must_use]
    pub fn year_month_day(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Midnight at the beginning of this day.
    #[must_use]
    pub fn midnight(self) -> Moment {
        Moment {
            date: self,
            minutes: 0,
        }
    }
}

/// Why a text is no [`Date`] or no [`Moment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CalendarError {
    /// It is not `YYYY-MM-DD`, or there is no such day in the years 2000 to 2999.
    NoDate,
    /// It is not `YYYY-MM-DDTHH:MM`, or there is no such day or time.
    NoMoment,
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoDate => "not a day YYYY-MM-DD of the years 2000 to 2999",
            Self::NoMoment => "not a time YYYY-MM-DDTHH:MM of the years 2000 to 2999",
        })
    }
}

impl core::error::Error for CalendarError {}

impl FromStr for Date {
    type Err = CalendarError;

    /// Reads as [`Date::parse`].
    ///
    /// # Errors
    ///
    /// [`CalendarError::NoDate`] where that gives `None`.
    fn from_str(text: &str) -> Result<Self, CalendarError> {
        Self::parse(text).ok_or(CalendarError::NoDate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.year_month_day();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A point in time to the minute, in the vendor's local time.
///
/// ```
/// use ratecard::calendar::Moment;
///
/// let purchased: Moment = "2026-01-31T10:00".parse()?;
/// assert_eq!(purchased.plus_months(1), Some("2026-02-28T10:00".parse()?));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    date: Date,
    /// Minutes since midnight, below 1,440.
    minutes: u16,
}

impl Moment {
    /// Reads `YYYY-MM-DDTHH:MM`; `None` for any other form and for what does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (hour, minute) = time.split_once(':')?;
        let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
        if hour > 23 || minute > 59 {
            return None;
        }
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        Some(Self {
            date: Date::parse(date)?,
            minutes: u16::try_from(minutes).ok()?,
        })
    }

    /// The day of this moment.
    #[must_use]
    pub fn date(self) -> Date {
        self.date
    }

    /// The same time of day `months` later, clamped as in [`Date::plus_months`].
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        Some(Self {
            date: self.date.plus_months(months)?,
            ..self
        })
    }

    /// The same time of day `days` later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Some(Self {
            date: self.date.plus_days(days)?,
            ..self
        })
    }
}

impl FromStr for Moment {
    type Err = CalendarError;

    /// Reads as [`Moment::parse`].
    ///
    /// # Errors
    ///
    /// [`CalendarError::NoMoment`] where that gives `None`.
    fn from_str(text: &str) -> Result<Self, CalendarError> {
        Self::parse(text).ok_or(CalendarError::NoMoment)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hour = self.minutes.checked_div(60).unwrap_or_default();
        let minute = self.minutes.checked_rem(60).unwrap_or_default();
        write!(f, "{}T{hour:02}:{minute:02}", self.date)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How a rate card counts its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MonthKind {
    /// From a day to the same day of the next month, always counted from the first.
    CalendarMonth,
    /// Thirty days.
    #[serde(rename = "30-day")]
    ThirtyDays,
}

impl MonthKind {
    /// The first day of billing month `index` (from 0) of an order that starts on `start`.
    ///
    /// ```
    /// use ratecard::calendar::{Date, MonthKind};
    ///
    /// let start = "2026-12-01".parse()?;
    /// let third = MonthKind::ThirtyDays.start_of(start, 2);
    /// assert_eq!(third, Date::new(2027, 1, 30));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn start_of(self, start: Date, index: u32) -> Option<Date> {
        match self {
            Self::CalendarMonth => start.plus_months(index),
            Self::ThirtyDays => start.plus_days(i64::from(index).checked_mul(30)?),
        }
    }
}

/// Days from a first one, which is in, to a last one, which is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The day after the last one; `None` where there is no last one.
    pub to: Option<Date>,
}

/// A number of exactly `count` ASCII digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
