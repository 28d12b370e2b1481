//! Words in a language.
//!
//! A locale is a file of `locales/`: sentences by id, with places for arguments. Numbers, money and
//! dates are formatted by a [`Format`], so that a browser can use its own.

mod english;
mod template;

pub use english::PlainEnglish;
pub use template::{Mark, render, render_marked};

use crate::calendar::Date;
use crate::money::{Amount, Currency};

/// How a language writes numbers, money and dates.
pub trait Format {
    /// The language, as a BCP 47 tag.
    fn language(&self) -> &str;

    /// A whole number.
    fn number(&self, number: u64) -> String;

    /// An amount with its currency. A rate below a cent shows all its digits.
    fn money(&self, amount: Amount, currency: Currency) -> String;

    /// A day.
    fn date(&self, date: Date) -> String;

    /// A month, by its first day; by its name, where it is one of the calendar.
    fn month(&self, from: Date) -> String {
        self.date(from)
    }

    /// Which plural category of CLDR a number falls into: `one`, `other`, ….
    fn plural(&self, number: u64) -> &str;

    /// Several things in a row.
    fn list(&self, things: &[String]) -> String;

    /// What stands between whole and fraction: `.` or `,`.
    fn decimal_sign(&self) -> char {
        '.'
    }
}

/// A language's sentences, as the build leaves them.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language, as a BCP 47 tag.
    pub language: &'static str,
    /// The plural categories, in the order in which sentences give their forms.
    pub plurals: &'static [&'static str],
    /// Sentences by id, in the order of the ids.
    pub words: &'static [(&'static str, &'static str)],
}

impl Locale {
    /// The sentence of an id.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<&'static str> {
        let index = self.words.binary_search_by(|(known, _)| (*known).cmp(id));
        let found = index.ok().and_then(|index| self.words.get(index));
        found.map(|&(_, sentence)| sentence)
    }
}
