//! Words: what the engine has to say, before it is said in a language.
//!
//! An explanation, a problem, an error is an id with arguments. The JSON interface adds English,
//! the widget makes its own text from the locale, so no figure ever stands only in a sentence.

use std::sync::Arc;

use crate::calendar::Date;
use crate::money::{Amount, Currency};
use crate::text::Unit;

/// Something to say: the id of a sentence and what stands in its places.
///
/// `Display` writes it in English; [`render`](crate::locale::render), in any language.
///
/// ```
/// use ratecard::word::{Arg, Word};
///
/// let word = Word::new("want-at-least")
///     .with("min", Arg::Count(1_000))
///     .with("got", Arg::Count(7));
/// assert_eq!(word.to_string(), "expected at least 1,000, got 7");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// The id of the sentence, as in the files of `locales/`.
    pub id: &'static str,
    /// The arguments by name, in the order in which they were added.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Word`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Arg {
    /// A number without a unit.
    Count(u64),
    /// A number of something: `15,000 users`.
    Quantity(u64, Arc<Unit>),
    /// One of what is counted, without the number: `user`.
    Unit(Arc<Unit>),
    /// An amount to be paid, to be saved or to be compared. A page shows it in the currency's smallest unit.
    Money(Amount, Currency),
    /// The price of something that is counted: always with all its digits.
    Rate(Amount, Currency),
    /// An amount that is rounded, the exact amount that it is a share of, and the currency.
    Rounded {
        /// As it is shown.
        amount: Amount,
        /// What it is a share of, such as the total of all months.
        of: Amount,
        /// The currency of both.
        currency: Currency,
    },
    /// A day.
    Date(Date),
    /// Something of the rate card: its id, and its label in the languages that the card has.
    Label(crate::text::Id, Arc<crate::text::Text>),
    /// A text that is the same in every language: an id, or what a visitor wrote.
    Text(String),
    /// Several things of the rate card.
    Labels(Vec<(crate::text::Id, Arc<crate::text::Text>)>),
    /// Several texts that are the same in every language.
    List(Vec<String>),
}

impl Arg {
    /// A text that is the same in every language.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(String::from(text))
    }

    /// What somebody wrote, for a message about it: as much of it as can be read in one.
    ///
    /// ```
    /// use ratecard::word::Arg;
    ///
    /// assert_eq!(Arg::quoted("colour"), Arg::text("colour"));
    /// let shortened = "é".repeat(60) + "…";
    /// assert_eq!(Arg::quoted(&"é".repeat(100_000)), Arg::Text(shortened));
    /// ```
    #[must_use]
    pub fn quoted(written: &str) -> Self {
        const LONGEST: usize = 60;
        match written.char_indices().nth(LONGEST) {
            None => Self::text(written),
            Some((end, _)) => {
                let mut short = String::from(written.get(..end).unwrap_or_default());
                short.push('…');
                Self::Text(short)
            }
        }
    }
}

impl Word {
    /// A sentence without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// The argument of a name.
    #[must_use]
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        self.args
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, arg)| arg)
    }
}
