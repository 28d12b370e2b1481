//! Every day of the four hundred years after which the calendar repeats itself, against a calendar
//! that is counted day by day.

use ratecard::calendar::{CalendarError, Date, Moment, MonthKind};

/// Days in the 400 years from 2000: 303 years of 365 days and 97 of 366.
const DAYS: usize = 303 * 365 + 97 * 366;

/// A day as year, month and day, each from 1.
type Day = (i16, i8, i8);

fn is_leap(year: i16) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn length(year: i16, month: i8) -> i8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn next_month((year, month): (i16, i8)) -> (i16, i8) {
    if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    }
}

/// The days from 1 January 2000, counted one by one.
fn days() -> impl Iterator<Item = Day> {
    std::iter::successors(Some((2000, 1, 1)), |&(year, month, day)| {
        Some(if day < length(year, month) {
            (year, month, day + 1)
        } else {
            let (year, month) = next_month((year, month));
            (year, month, 1)
        })
    })
}

fn date((year, month, day): Day) -> Date {
    Date::new(year, month, day).unwrap_or_else(|| panic!("{year}-{month}-{day} exists"))
}

fn parse(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} exists"))
}

#[test]
fn every_day_is_read_and_printed_and_follows_the_one_before() {
    let first = Date::FIRST;
    let mut before: Option<Date> = None;
    for (index, (year, month, day)) in days().take(DAYS).enumerate() {
        let written = format!("{year:04}-{month:02}-{day:02}");
        let date = parse(&written);
        assert_eq!(date, Date::new(year, month, day).unwrap());
        assert_eq!(date.to_string(), written);
        assert_eq!(date.year_month_day(), (year, month, day));
        assert_eq!(first.days_until(date), index as i64);
        assert_eq!(date.days_until(first), -(index as i64));
        assert_eq!(first.plus_days(index as i64), Some(date));
        assert_eq!(date.days_in_month(), length(year, month) as u64);
        if let Some(before) = before {
            assert!(before < date);
            assert_eq!(before.plus_days(1), Some(date));
            assert_eq!(date.plus_days(-1), Some(before));
        }
        before = Some(date);
    }
    assert_eq!(before.unwrap().to_string(), "2399-12-31");
}

#[test]
fn months_are_counted_from_the_first_day_and_clamped() {
    for (year, month, day) in days().take(DAYS) {
        let start = date((year, month, day));
        assert_eq!(start.plus_months(0), Some(start));
        assert_eq!(MonthKind::CalendarMonth.start_of(start, 0), Some(start));
        let mut target = (year, month);
        for months in 1..=36 {
            target = next_month(target);
            let (year, month) = target;
            let clamped = (year, month, day.min(length(year, month)));
            let later = start.plus_months(months).unwrap();
            assert_eq!(later.year_month_day(), clamped, "{start} + {months} months");
            assert_eq!(
                MonthKind::CalendarMonth.start_of(start, months),
                Some(later)
            );
        }
    }
}

#[test]
fn a_month_begins_on_its_first_day_and_ends_with_the_next() {
    for (year, month, day) in days().take(DAYS) {
        let date = date((year, month, day));
        let (next_year, next) = next_month((year, month));
        assert_eq!(date.first_of_month().year_month_day(), (year, month, 1));
        let first_of_next = date.first_of_next_month().unwrap();
        assert_eq!(first_of_next.year_month_day(), (next_year, next, 1));
        assert_eq!(
            date.first_of_month().days_until(first_of_next),
            i64::from(length(year, month))
        );
    }
}

#[test]
fn months_of_thirty_days_are_thirty_days() {
    const MONTHS: usize = 36;
    let all: Vec<Day> = days().take(DAYS + 30 * MONTHS + 1).collect();
    for (index, &start) in all.iter().enumerate().take(DAYS) {
        for months in [0, 1, 5, 12, 35, MONTHS] {
            let later = MonthKind::ThirtyDays.start_of(date(start), months as u32);
            let expected = all[index + 30 * months];
            assert_eq!(later.unwrap().year_month_day(), expected);
        }
    }
}

#[test]
fn twelve_months_are_a_year() {
    for (year, month, day) in days().take(DAYS) {
        let start = date((year, month, day));
        for years in 1..=3 {
            let later = start.plus_months(12 * years).unwrap().year_month_day();
            let year = year + years as i16;
            assert_eq!(later, (year, month, day.min(length(year, month))));
        }
    }
}

#[test]
fn leap_days_are_those_of_the_calendar() {
    for year in [2000, 2004, 2028, 2096, 2104, 2400, 2800] {
        assert!(Date::new(year, 2, 29).is_some(), "{year} is a leap year");
    }
    for year in [2001, 2026, 2100, 2200, 2300, 2500, 2900] {
        assert!(Date::new(year, 2, 29).is_none(), "{year} is no leap year");
    }
    let count = (2000..2400).filter(|&year| Date::new(year, 2, 29).is_some());
    assert_eq!(count.count(), 97);
}

#[test]
fn days_and_moments_are_read_by_parse_too() {
    for day in days().step_by(1_009) {
        let text = date(day).to_string();
        assert_eq!(text.parse(), Ok(date(day)));
        assert_eq!(format!("{text}T00:00").parse(), Ok(date(day).midnight()));
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for year in 2000..2400 {
        for month in 1..=12 {
            for day in [i8::MIN, -1, 0, length(year, month) + 1, 32, i8::MAX] {
                assert!(
                    Date::new(year, month, day).is_none(),
                    "{year}-{month}-{day}"
                );
            }
        }
        for month in [i8::MIN, -1, 0, 13, i8::MAX] {
            assert!(Date::new(year, month, 1).is_none(), "{year}-{month}");
        }
    }
    for year in [i16::MIN, -2000, 0, 1999, 3000, i16::MAX] {
        assert!(Date::new(year, 1, 1).is_none(), "{year}");
    }
    assert_eq!(parse("2000-01-01"), Date::FIRST);
    assert_eq!(parse("2999-12-31"), Date::LAST);
}

#[test]
fn only_one_form_of_a_day_is_read() {
    for text in [
        "",
        "-",
        "2026",
        "2026-11",
        "2026-11-20-",
        "2026-11-20-01",
        "2026-1-20",
        "2026-11-2",
        "02026-11-20",
        "26-11-20",
        "20261120",
        "2026/11/20",
        "+2026-11-20",
        "-2026-11-20",
        " 2026-11-20",
        "2026-11-20 ",
        "2026-11-20T00:00",
        "2026-11-20Z",
        "2026-+1-20",
        "２０２６-11-20",
        "20-11-2026",
        "2026-11-31",
        "2026-02-29",
        "2026-00-01",
        "2026-13-01",
        "2026-11-00",
        "1999-12-31",
        "3000-01-01",
        "9999-12-31",
        "2026-11-20\n",
    ] {
        assert!(Date::parse(text).is_none(), "{text:?}");
        assert_eq!(text.parse::<Date>(), Err(CalendarError::NoDate));
    }
}

#[test]
fn the_end_of_the_calendar_is_an_end_and_no_trap() {
    assert_eq!(
        Date::LAST.plus_months(36).unwrap().to_string(),
        "3002-12-31"
    );
    assert_eq!(Date::LAST.plus_months(u32::MAX), None);
    assert_eq!(Date::LAST.plus_months(7001 * 12), None);
    assert_eq!(Date::LAST.plus_days(i64::MAX), None);
    assert_eq!(Date::FIRST.plus_days(i64::MIN), None);
    assert_eq!(MonthKind::ThirtyDays.start_of(Date::LAST, u32::MAX), None);
}

#[test]
fn every_minute_of_a_day_is_read_and_printed() {
    let day = parse("2028-02-29");
    let mut before: Option<Moment> = None;
    for hour in 0..24 {
        for minute in 0..60 {
            let written = format!("2028-02-29T{hour:02}:{minute:02}");
            let moment = Moment::parse(&written).unwrap();
            assert_eq!(moment.to_string(), written);
            assert_eq!(moment.date(), day);
            assert!(before.is_none_or(|before| before < moment));
            let later = moment.plus_months(12).unwrap();
            assert_eq!(
                later.to_string(),
                format!("2029-02-28T{hour:02}:{minute:02}")
            );
            let later = moment.plus_days(1).unwrap();
            assert_eq!(
                later.to_string(),
                format!("2028-03-01T{hour:02}:{minute:02}")
            );
            before = Some(moment);
        }
    }
    assert!(before.unwrap() < day.plus_days(1).unwrap().midnight());
    assert_eq!(day.midnight().to_string(), "2028-02-29T00:00");
}

#[test]
fn only_one_form_of_a_moment_is_read() {
    for text in [
        "",
        "T",
        "2026-11-20",
        "2026-11-20T",
        "2026-11-20T10",
        "2026-11-20T10:",
        "2026-11-20T10:0",
        "2026-11-20T1:00",
        "2026-11-20T10:000",
        "2026-11-20T24:00",
        "2026-11-20T10:60",
        "2026-11-20T10:00:00",
        "2026-11-20T10:00Z",
        "2026-11-20T10:00+08:00",
        "2026-11-20 10:00",
        "2026-11-20t10:00",
        "2026-02-29T10:00",
        "2026-11-20T-1:00",
        "2026-11-20T10:00T10:00",
    ] {
        assert!(Moment::parse(text).is_none(), "{text:?}");
        assert_eq!(text.parse::<Moment>(), Err(CalendarError::NoMoment));
    }
}

#[test]
fn the_vendors_day_begins_eight_hours_before_the_day_of_utc() {
    const DAY: i64 = 24 * 3600;
    // 2000-01-01T00:00 at the vendor, in seconds since 1970-01-01T00:00 UTC.
    let first = 10_957 * DAY - 8 * 3600;
    for (index, day) in days().take(DAYS).enumerate().step_by(97) {
        let begins = first + index as i64 * DAY;
        let at = |seconds: i64| Date::at_vendor(seconds).unwrap();
        assert_eq!(at(begins), date(day));
        assert_eq!(at(begins + DAY - 1), date(day));
        assert_eq!(at(begins + DAY), date(day).plus_days(1).unwrap());
    }
    assert_eq!(Date::at_vendor(i64::MAX), None);
    assert_eq!(Date::at_vendor(i64::MIN), None);
}
