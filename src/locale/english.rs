//! English as the JSON interface writes it: the same on every machine, whatever its settings.

use super::Format;
use crate::calendar::Date;
use crate::money::{Amount, Currency};

/// Plain English: `15,000`, `0.015 USD`, `2026-11-20`.
///
/// ```
/// use ratecard::locale::{Format, PlainEnglish};
///
/// assert_eq!(PlainEnglish.number(1_234_567), "1,234,567");
/// let money = PlainEnglish.money("1234.5".parse()?, "USD".parse()?);
/// assert_eq!(money, "1,234.5 USD");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainEnglish;

impl Format for PlainEnglish {
    fn language(&self) -> &str {
        crate::text::ENGLISH
    }

    fn number(&self, number: u64) -> String {
        grouped(&number.to_string())
    }

    fn money(&self, amount: Amount, currency: Currency) -> String {
        let text = amount.to_string();
        match text.split_once('.') {
            Some((whole, fraction)) => format!("{}.{fraction} {currency}", grouped(whole)),
            None => format!("{} {currency}", grouped(&text)),
        }
    }

    fn rounded(&self, _: Amount, _: Currency) -> Option<Amount> {
        None
    }

    fn date(&self, date: Date) -> String {
        date.to_string()
    }

    fn plural(&self, _: &str, number: u64) -> &str {
        if number == 1 { "one" } else { "other" }
    }

    fn list(&self, things: &[String]) -> String {
        things.join(", ")
    }
}

/// Digits with a comma before every third from the end.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    let mut left = digits.len();
    for digit in digits.chars() {
        if left.checked_rem(3) == Some(0) && !grouped.is_empty() {
            grouped.push(',');
        }
        grouped.push(digit);
        left = left.saturating_sub(1);
    }
    grouped
}
