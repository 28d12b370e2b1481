//! Words in a language.
//!
//! A locale is a file of `locales/`: sentences by id, with places for arguments. Numbers, money and
//! dates are formatted by a [`Format`], so that a browser can use its own.

mod english;
mod signs;
mod template;

pub use english::PlainEnglish;
pub use signs::NumberSigns;
pub use template::{Mark, render, render_marked};

use crate::calendar::Date;
use crate::money::{Amount, Currency};
use crate::sort::heapsort;
use crate::text::Unit;
use crate::value::Value;

/// How a language writes numbers, money and dates.
pub trait Format {
    /// The language that labels of a rate card are wanted in, as a BCP 47 tag: that of the page, where
    /// figures are written as the sentences around them want it.
    fn language(&self) -> &str;

    /// A whole number.
    fn number(&self, number: u64) -> String;

    /// An amount with its currency and all its digits, and no fewer than the currency's own where there
    /// is a fraction at all.
    fn money(&self, amount: Amount, currency: Currency) -> String;

    /// What is shown instead of an amount to be paid that is finer than the currency's smallest unit;
    /// `None` where the amount itself is: it is not finer, or so little that nothing would be left.
    ///
    /// ```
    /// use ratecard::locale::{Format as _, PlainEnglish};
    /// use ratecard::widget::Icu;
    ///
    /// let english = Icu::new("en", "en").unwrap();
    /// let shown = |amount: &str, currency: &str| {
    ///     english.rounded(amount.parse().unwrap(), currency.parse().unwrap())
    /// };
    /// assert_eq!(shown("159.691356", "USD"), Some("159.69".parse()?));
    /// assert_eq!(shown("159.69", "USD"), None);
    /// assert_eq!(shown("0.0004", "USD"), None);
    /// // The JSON interface rounds nothing.
    /// assert_eq!(PlainEnglish.rounded("159.691356".parse()?, "USD".parse()?), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    fn rounded(&self, amount: Amount, currency: Currency) -> Option<Amount> {
        let rounded = amount.to_minor_units(currency)?;
        (rounded != amount && !rounded.is_zero()).then_some(rounded)
    }

    /// A day.
    fn date(&self, date: Date) -> String;

    /// A month, by its first day; by its name, where it is one of the calendar.
    fn month(&self, from: Date) -> String {
        self.date(from)
    }

    /// The name of the month of a day, without its year.
    fn month_name(&self, day: Date) -> String {
        self.date(day)
    }

    /// Which plural category of CLDR a number falls into: `one`, `other`, …; by the rule of the
    /// language, as a BCP 47 tag, in which the text around it stands, which may be another than
    /// that of the numbers.
    fn plural(&self, language: &str, number: u64) -> &str;

    /// What is counted, in the form for a number.
    fn unit<'a>(&self, unit: &'a Unit, number: u64) -> &'a str {
        let language = unit.language(self.language());
        unit.get(self.language(), self.plural(language, number))
    }

    /// Several things in a row.
    fn list(&self, things: &[String]) -> String;

    /// Its digits, and what stands between them.
    fn number_signs(&self) -> NumberSigns {
        NumberSigns::ENGLISH
    }
}

/// A language's sentences. They stay for as long as the program runs.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Locale {
    /// The language, as a BCP 47 tag.
    pub language: &'static str,
    /// The plural categories, in the order in which sentences give their forms.
    pub plurals: &'static [&'static str],
    /// Sentences by id, in the order of the ids.
    pub words: &'static [(&'static str, &'static str)],
}

impl Locale {
    /// A language that is read at run time, from what the build makes of a file of `locales/`;
    /// `None` where the document is something else.
    ///
    /// ```
    /// use ratecard::locale::Locale;
    /// use ratecard::value::from_json;
    ///
    /// let json = r#"{"language": "ja", "plurals": ["other"], "words": {"ui-free": "無料"}}"#;
    /// let document = Box::leak(Box::new(from_json(json)?));
    /// let japanese = Locale::read(document).ok_or("a file of sentences")?;
    /// assert_eq!(japanese.sentence("ui-free"), Some("無料"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn read(document: &'static Value) -> Option<Self> {
        let plurals = document.get("plurals")?.entries().iter();
        let plurals: Vec<_> = plurals.filter_map(Value::text).collect();
        let words = document.get("words")?.present_fields();
        let mut words: Vec<_> = words.filter_map(|(id, w)| Some((id, w.text()?))).collect();
        heapsort(&mut words, &Ord::cmp);
        Some(Self {
            language: document.get("language")?.text()?,
            plurals: plurals.leak(),
            words: words.leak(),
        })
    }

    /// The sentence of an id.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<&'static str> {
        let index = self.words.binary_search_by(|(known, _)| (*known).cmp(id));
        let found = index.ok().and_then(|index| self.words.get(index));
        found.map(|&(_, sentence)| sentence)
    }
}
