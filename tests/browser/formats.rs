//! Prints how numbers, money, dates, plurals and lists are written in some languages, a JSON array a
//! line: language, kind, what is written, text. The browser tests compare it with `Intl`.
//!
//! ```sh
//! cargo run --example formats -- en ja
//! ```

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a table for a test, which may fail"
)]

use ratecard::calendar::Date;
use ratecard::locale::Format;
use ratecard::money::Currency;
use ratecard::widget::Icu;
use serde_json::{Value, json};

const NUMBERS: &[u64] = &[
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    10,
    11,
    12,
    19,
    20,
    21,
    22,
    25,
    99,
    100,
    101,
    102,
    999,
    1_000,
    1_001,
    9_999,
    10_000,
    12_345,
    25_000,
    99_999,
    100_000,
    999_999,
    1_000_000,
    1_234_567,
    10_000_000,
    123_456_789,
    1_000_000_000,
    999_999_999_999,
    1_000_000_000_000,
    9_007_199_254_740_991,
];

const AMOUNTS: &[&str] = &[
    "0",
    "0.1",
    "0.01",
    "0.015",
    "0.001",
    "0.0005",
    "0.00000001",
    "0.00000000000000000001",
    "1",
    "1.5",
    "1.05",
    "1.005",
    "9.99",
    "10",
    "99.95",
    "100.10",
    "399",
    "399.02",
    "999.999",
    "1000",
    "1234.5",
    "1234.56",
    "1234.567",
    "12345.6789",
    "7488",
    "99999",
    "100000.1",
    "1234567.89",
    "999999999999",
    "79228162514264337593543950335",
    "7922816251426433759354395033.5",
    "0.0000000000000000000000000001",
    "0.123456789012345678901",
    "0.123456789012345678905",
    "0.999999999999999999999",
];

const CURRENCIES: &[&str] = &[
    "USD", "CNY", "EUR", "JPY", "IDR", "GBP", "INR", "SGD", "KRW", "KWD", "CLF", "XYZ",
];

fn main() {
    for language in std::env::args().skip(1) {
        let format = Icu::new(&language, &language).unwrap();
        let print = |kind: &str, what: Value, text: &str| {
            println!("{}", json!([language, kind, what, text]));
        };
        for &number in NUMBERS {
            print("number", json!(number), &format.number(number));
            print(
                "plural",
                json!(number),
                format.plural(format.language(), number),
            );
        }
        for code in CURRENCIES {
            let currency = Currency::new(code).unwrap();
            for amount in AMOUNTS {
                let text = format.money(amount.parse().unwrap(), currency);
                print("money", json!([amount, code]), &text);
            }
        }
        let first = Date::parse("2000-01-01").unwrap();
        // Every weekday, month and length of a day's number comes up.
        for days in (0..365_000).step_by(997).chain(9_800..9_890) {
            let date = first.plus_days(days).unwrap();
            print("date", json!(date.to_string()), &format.date(date));
        }
        for month in 1..=12 {
            let day = Date::new(2026, month, 29)
                .or(Date::new(2026, month, 1))
                .unwrap();
            print("month", json!(day.to_string()), &format.month_name(day));
        }
        let things = ["chat", "the second", "x, y", "四", "5"].map(String::from);
        for count in 0..=things.len() {
            let things = things.get(..count).unwrap();
            print("list", json!(things), &format.list(things));
        }
        let signs = format.number_signs();
        let digits: String = signs.digits.iter().collect();
        let signs = format!(
            "{digits} {}{} {:?}",
            signs.group, signs.decimal, signs.groups
        );
        print("signs", json!(1_234_567_890.5), &signs);
    }
}
