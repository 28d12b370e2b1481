//! What happens to an order, held against plain counting of days: every day of 400 years, and every
//! product and trial around leap days and ends of centuries.
//!
//! The calendar here is a list of all days, one after the other; the rules are written down a second
//! time, apart from the cards.

use std::sync::LazyLock;

use crate::support::CATALOG;
use ratecard::calendar::Moment;
use ratecard::engine::{Event, LifecycleRequest, When, lifecycle};

/// Every day from 1 January 2000 to the end of 3003, and where each month begins in that list.
struct Calendar {
    days: Vec<(u32, u32, u32)>,
    months: Vec<usize>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let mut calendar = Calendar {
        days: Vec::new(),
        months: Vec::new(),
    };
    for year in 2000..3004_u32 {
        let leap = if year % 100 == 0 {
            year % 400 == 0
        } else {
            year % 4 == 0
        };
        let february = if leap { 29 } else { 28 };
        for (month, length) in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            .into_iter()
            .enumerate()
        {
            calendar.months.push(calendar.days.len());
            let days = (1..=length).map(|day| (year, month as u32 + 1, day));
            calendar.days.extend(days);
        }
    }
    calendar
});

impl Calendar {
    /// The place of a day in the list.
    fn find(&self, year: u32, month: u32, day: u32) -> usize {
        self.months[((year - 2000) * 12 + month - 1) as usize] + day as usize - 1
    }

    /// The same day of a later month, or its last day where it has fewer.
    fn months_later(&self, day: usize, months: u32) -> usize {
        let (year, month, of_month) = self.days[day];
        let target = ((year - 2000) * 12 + month - 1 + months) as usize;
        let length = self.months[target + 1] - self.months[target];
        self.months[target] + length.min(of_month as usize) - 1
    }

    fn date(&self, day: usize) -> String {
        let (year, month, day) = self.days[day];
        format!("{year}-{month:02}-{day:02}")
    }
}

/// How the months of a product are counted.
#[derive(Clone, Copy, PartialEq)]
enum Months {
    /// By the calendar, to the same time of day.
    SameTime,
    /// By the calendar, to the end of the day before.
    WholeDays,
    /// Thirty days each.
    Thirty,
}

/// What an edition's order goes through.
#[derive(Clone, Copy)]
enum Rule {
    /// It is paid for.
    Paid(Months),
    /// It is paid for; reminders, stop and release are described.
    Described,
    /// A trial of so many days.
    Days(usize),
    /// A trial of one month.
    Month,
}

const ORDERS: &[(&str, &str, Rule)] = &[
    ("chat", "standard", Rule::Described),
    ("chat", "premium", Rule::Described),
    ("chat", "trial", Rule::Month),
    ("call", "free", Rule::Days(7)),
    ("call", "one-to-one", Rule::Paid(Months::SameTime)),
    ("call", "group", Rule::Paid(Months::SameTime)),
    ("push", "standard", Rule::Paid(Months::WholeDays)),
    ("search", "standard", Rule::Paid(Months::WholeDays)),
    ("chatbot", "starter", Rule::Paid(Months::SameTime)),
    ("chatbot", "premium", Rule::Paid(Months::SameTime)),
    ("desk", "trial", Rule::Days(14)),
    ("desk", "standard", Rule::Paid(Months::WholeDays)),
    ("desk", "premium", Rule::Paid(Months::WholeDays)),
    ("contact-center", "trial", Rule::Days(14)),
    ("contact-center", "standard", Rule::Paid(Months::SameTime)),
    ("contact-center", "premium", Rule::Paid(Months::SameTime)),
    ("voice-agent", "byom", Rule::Paid(Months::SameTime)),
    ("contact-center-cn", "trial", Rule::Days(30)),
    ("contact-center-cn", "standard", Rule::Paid(Months::Thirty)),
    ("contact-center-cn", "premium", Rule::Paid(Months::Thirty)),
];

/// The events that plain counting gives, as text, in their order.
fn expected(rule: Rule, day: usize, time: &str, months: u32) -> Vec<String> {
    let at = |event: &str, day: usize| format!("{event} {}T{time}", CALENDAR.date(day));
    let mut events = vec![at("effective", day)];
    let kind = match rule {
        Rule::Paid(kind) => kind,
        Rule::Described => Months::SameTime,
        Rule::Days(days) => {
            events.push(at("expires", day + days));
            return events;
        }
        Rule::Month => {
            events.push(at("expires", CALENDAR.months_later(day, 1)));
            return events;
        }
    };
    let start_of = |cycle: u32| match kind {
        Months::Thirty => day + 30 * cycle as usize,
        _ => CALENDAR.months_later(day, cycle),
    };
    let begins = |event: &str, cycle: u32| match kind {
        Months::WholeDays => format!("{event} {}T00:00", CALENDAR.date(start_of(cycle))),
        _ => at(event, start_of(cycle)),
    };
    events.extend((1..months).map(|cycle| begins("cycle", cycle)));
    let end = start_of(months);
    match rule {
        Rule::Described => events.extend([
            format!(
                "reminder {} to {}",
                CALENDAR.date(end - 6),
                CALENDAR.date(end + 1)
            ),
            begins("expires", months),
            at("suspended", end + 1),
            at("released", end + 91),
        ]),
        _ if kind == Months::WholeDays => events.extend([
            format!("last_day {}", CALENDAR.date(end - 1)),
            begins("expires", months),
        ]),
        _ => events.push(begins("expires", months)),
    }
    events
}

fn told(event: &Event) -> String {
    let kind = event.kind.as_str();
    match event.when {
        When::At(moment) => format!("{kind} {moment}"),
        When::On(day) => format!("{kind} {day}"),
        When::Days(first, last) => format!("{kind} {first} to {last}"),
    }
}

/// Asks the engine, and compares.
fn check(order: (&str, &str, Rule), day: usize, time: &str, months: u32) {
    let (product, edition, rule) = order;
    let purchased = format!("{}T{time}", CALENDAR.date(day));
    let request = LifecycleRequest {
        product: product.into(),
        edition: edition.into(),
        purchased: Moment::parse(&purchased).unwrap(),
        months,
    };
    let events = lifecycle(&CATALOG, &request).unwrap().events;
    let got: Vec<String> = events.iter().map(told).collect();
    let want = expected(rule, day, time, months);
    assert_eq!(
        got, want,
        "{product} {edition}, {purchased}, {months} months"
    );
}

/// A time of day, another one for every day.
fn time(day: usize) -> &'static str {
    ["00:00", "10:00", "23:59", "12:34", "00:01"][day % 5]
}

#[test]
fn an_order_of_any_length_on_every_day_of_400_years() {
    let first = CALENDAR.find(2025, 1, 1);
    let last = CALENDAR.find(2424, 12, 31);
    assert_eq!(last - first + 1, 146_097);
    for day in first..=last {
        let (_, _, of_month) = CALENDAR.days[day];
        // Where no month is too short, one length for each day does, another one on each.
        let lengths = match of_month {
            1 | 29..=31 => 1..=24,
            _ => {
                let months = 1 + (day % 24) as u32;
                months..=months
            }
        };
        for months in lengths {
            check(ORDERS[0], day, time(day), months);
        }
    }
}

#[test]
fn every_product_and_trial_around_leap_days_and_centuries() {
    let years = [(2027, 2028), (2099, 2100), (2399, 2400)];
    for order in ORDERS {
        for (from, to) in years {
            for day in CALENDAR.find(from, 1, 1)..=CALENDAR.find(to, 12, 31) {
                for months in [1, 2, 12, 13, 36] {
                    check(*order, day, time(day), months);
                }
            }
        }
    }
}

#[test]
fn the_table_names_every_edition_that_is_sold() {
    let day = CALENDAR.date(CALENDAR.find(2027, 1, 1));
    let day = ratecard::calendar::Date::parse(&day).unwrap();
    let mut sold = Vec::new();
    for product in CATALOG.products() {
        let card = CATALOG.in_force(product, day).unwrap();
        sold.extend(card.editions.iter().map(|e| format!("{product} {}", e.id)));
    }
    let mut table: Vec<String> = ORDERS.iter().map(|(p, e, _)| format!("{p} {e}")).collect();
    sold.sort();
    table.sort();
    assert_eq!(table, sold);
}

/// Earlier cards count alike, from their first day to the last before the next card.
#[test]
fn the_earlier_cards_count_alike() {
    for (order, from, to) in [
        (
            ("desk", "standard", Rule::Paid(Months::WholeDays)),
            (2024, 7, 22),
            (2026, 5, 26),
        ),
        (
            ("contact-center", "trial", Rule::Days(14)),
            (2024, 5, 7),
            (2026, 5, 12),
        ),
        (
            ("contact-center", "essential", Rule::Paid(Months::SameTime)),
            (2024, 5, 7),
            (2026, 5, 12),
        ),
        (
            ("contact-center-cn", "standard", Rule::Paid(Months::Thirty)),
            (2000, 1, 1),
            (2004, 3, 1),
        ),
    ] {
        let day = |(year, month, day)| CALENDAR.find(year, month, day);
        for day in day(from)..=day(to) {
            for months in [1, 5, 24] {
                check(order, day, time(day), months);
            }
        }
    }
}

/// Whoever buys on one of the last days that can be said is told of the days behind them.
#[test]
fn an_order_may_end_after_the_last_day_that_can_be_asked_for() {
    for order in ORDERS {
        for day in CALENDAR.find(2999, 11, 1)..=CALENDAR.find(2999, 12, 31) {
            for months in [1, 36] {
                check(*order, day, time(day), months);
            }
        }
    }
}
