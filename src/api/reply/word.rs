//! Words as they stand in JSON: with their English text.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use crate::locale::{PlainEnglish, render};
use crate::text::ENGLISH;
use crate::word::{Arg, Word};

/// A word with its English text.
#[derive(Debug)]
pub struct WordReply<'a> {
    /// The name under which the id stands: `id` or `code`.
    pub(super) id_name: &'static str,
    /// The name under which the text stands: `text` or `message`.
    pub(super) text_name: &'static str,
    pub(super) word: &'a Word,
}

impl<'a> WordReply<'a> {
    /// An explanation: `{id, args, text}`.
    #[must_use]
    pub const fn new(word: &'a Word) -> Self {
        Self {
            id_name: "id",
            text_name: "text",
            word,
        }
    }
}

impl Serialize for WordReply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry(self.id_name, self.word.id)?;
        map.serialize_entry("args", &Args(&self.word.args))?;
        map.serialize_entry(self.text_name, &english(self.word))?;
        map.end()
    }
}

/// The arguments of a word: numbers as numbers, everything else as text.
#[derive(Debug)]
pub(super) struct Args<'a>(pub(super) &'a [(&'static str, Arg)]);

impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, arg)| (name, ArgValue(arg))))
    }
}

struct ArgValue<'a>(&'a Arg);

impl Serialize for ArgValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Arg::Count(number) | Arg::Quantity(number, _) => serializer.serialize_u64(*number),
            Arg::Money(amount, _) | Arg::Rate(amount, _) | Arg::Rounded { amount, .. } => {
                amount.serialize(serializer)
            }
            Arg::Unit(unit) => serializer.serialize_str(unit.get(ENGLISH, "one")),
            Arg::Date(date) => date.serialize(serializer),
            Arg::Label(id, _) => serializer.serialize_str(id),
            Arg::Labels(labels) => serializer.collect_seq(labels.iter().map(|(id, _)| id)),
            Arg::Text(text) => serializer.serialize_str(text),
            Arg::List(things) => things.serialize(serializer),
        }
    }
}

/// The English text of a word.
pub(super) fn english(word: &Word) -> String {
    render(word, &crate::ENGLISH, &PlainEnglish)
}
