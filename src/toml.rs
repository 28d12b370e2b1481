//! TOML text as a [`Value`]: what people write rate cards in.
//!
//! [`toml`] reads it, because it keeps where each value stands, so that a mistake in a rate card is
//! told with its line, and because it goes on behind what is no TOML, so that every such place is told.

use core::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Error};

use crate::value::budget::check_bytes;
use crate::value::{Code, Fault, Kind, Number, Value};
use crate::word::{Arg, Word};

/// Reads a TOML document.
///
/// A day is the text that it is written as. So are numbers with a point, but whoever reads them expects
/// whole numbers, and amounts as texts.
///
/// # Errors
///
/// `bad_rate_card` with the byte offset, where the text is not TOML or is longer than the
/// [limits](crate::value::limits): the first place where it is not.
pub fn from_toml(text: &str) -> Result<Value, Fault> {
    read(text).map_err(|(first, _)| first)
}

/// Reads a TOML document, or tells every place where the text is not TOML: the first one, and those that
/// follow.
///
/// # Errors
///
/// As [`from_toml`] has them.
pub(crate) fn read(text: &str) -> Result<Value, (Fault, Vec<Fault>)> {
    if let Err(fault) = check_bytes(text) {
        return Err((fault.with_code(Code::BadRateCard), Vec::new()));
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut faults = errors.iter().map(|error| syntax(text, error));
    match faults.next() {
        Some(first) => Err((first, faults.collect())),
        None => Ok(Value {
            kind: table(text, document.get_ref()),
            at: 0,
        }),
    }
}

/// The fault of a place where a text is not TOML.
fn syntax(text: &str, error: &Error) -> Fault {
    let at = error.span().map_or(0, |span| span.start);
    let mut word = Word::new("toml-syntax").with("reason", Arg::text(error.message().trim()));
    if let Some(key) = key_of_yaml(text, at) {
        word = word.with("yaml", Arg::quoted(key));
    }
    Fault::new(Code::BadRateCard, word).at(at)
}

/// The key, where the line of a place is `key: value`, as in YAML.
fn key_of_yaml(text: &str, at: usize) -> Option<&str> {
    let begin = text
        .get(..at)?
        .rfind('\n')
        .map_or(0, |end| end.saturating_add(1));
    let line = text.get(begin..)?.lines().next()?;
    let (key, _) = line.trim_start_matches(['-', ' ']).split_once(':')?;
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    (!key.is_empty() && key.chars().all(is_key)).then_some(key)
}

fn table(text: &str, table: &DeTable) -> Kind {
    let fields = table.iter();
    Kind::Object(
        fields
            .map(|(key, inner)| (String::from(&**key.get_ref()), value(text, inner)))
            .collect(),
    )
}

fn value(text: &str, spanned: &Spanned<DeValue>) -> Value {
    let kind = match spanned.get_ref() {
        DeValue::String(text) => Kind::String(String::from(&**text)),
        DeValue::Integer(number) => Kind::Number(Number {
            written: written(text, spanned.span()),
            whole: i64::from_str_radix(number.as_str(), number.radix()).ok(),
        }),
        DeValue::Float(number) => Kind::Number(Number {
            written: written(text, spanned.span()),
            whole: Number::parse(number.as_str()).whole,
        }),
        DeValue::Boolean(flag) => Kind::Bool(*flag),
        DeValue::Datetime(_) => Kind::String(written(text, spanned.span())),
        DeValue::Array(entries) => {
            Kind::List(entries.iter().map(|entry| value(text, entry)).collect())
        }
        DeValue::Table(inner) => table(text, inner),
    };
    Value {
        kind,
        at: spanned.span().start,
    }
}

/// What stands at a place of the text.
fn written(text: &str, place: Range<usize>) -> String {
    String::from(text.get(place).unwrap_or_default())
}
