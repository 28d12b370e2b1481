//! What a document's values mean: the readers that rate cards, requests and the widget share.
//!
//! A [`Shape`](super::Shape) has checked the structure. What is wrong with a value is said here in one
//! set of words; whoever reads a field or an entry adds its place on the way up.

use super::{Code, Fault, Value};
use crate::calendar::{Date, Moment};
use crate::money::{Amount, AmountError, Currency};
use crate::text::Id;
use crate::word::{Arg, Word};

/// What was read, or the first fault.
pub(crate) type Read<T> = Result<T, Fault>;

/// The largest quantity that a rate card or a request may name.
pub(crate) const MAX_QUANTITY: u64 = 1_000_000_000_000;

/// The largest number of days, months and the like.
pub(crate) const MAX_COUNT: u32 = 10_000;

// Fields and entries.

/// Reads a field that must be there.
pub(crate) fn needed<T>(
    object: &Value,
    key: &str,
    read: impl FnOnce(&Value) -> Read<T>,
) -> Read<T> {
    match object.get(key) {
        Some(value) => read(value).map_err(|fault| fault.in_field(key)),
        None => Err(missing(key)),
    }
}

/// The fault of a field that must be there and is not.
pub(crate) fn missing(key: &str) -> Fault {
    let word = Word::new("missing-field").with("field", Arg::text(key));
    Fault::new(Code::MissingField, word).in_field(key)
}

/// Reads a field that may be absent.
pub(crate) fn optional<T>(
    object: &Value,
    key: &str,
    read: impl FnOnce(&Value) -> Read<T>,
) -> Read<Option<T>> {
    match object.get(key).map(read) {
        None => Ok(None),
        Some(Ok(read)) => Ok(Some(read)),
        Some(Err(fault)) => Err(fault.in_field(key)),
    }
}

/// Reads a field that is a list; an absent one is empty.
pub(crate) fn list<T>(object: &Value, key: &str, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    Ok(optional(object, key, |list| each(list, read))?.unwrap_or_default())
}

/// Reads a field that is yes or no; an absent one is a no.
pub(crate) fn flag(object: &Value, key: &str) -> bool {
    object.get(key).and_then(Value::flag).unwrap_or_default()
}

/// Reads every entry of a list.
pub(crate) fn each<T>(list: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    let entries = list.entries().iter().enumerate();
    entries
        .map(|(index, entry)| read(entry).map_err(|fault| fault.in_entry(index)))
        .collect()
}

/// Reads every field of an object whose keys are the author's choice.
pub(crate) fn pairs<T>(object: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<(Id, T)>> {
    object
        .present_fields()
        .map(|(key, value)| match read(value) {
            Ok(read) => Ok((Id::from(key), read)),
            Err(fault) => Err(fault.in_field(key)),
        })
        .collect()
}

// Texts.

/// A text that is not blank.
pub(crate) fn string(value: &Value) -> Read<String> {
    let text = value.text().filter(|text| !text.trim().is_empty());
    text.map(String::from)
        .ok_or_else(|| wrong(Code::BadType, "want-text", value))
}

/// The id of something.
pub(crate) fn id(value: &Value) -> Read<Id> {
    string(value).map(Id::from)
}

/// The meaning of one of a few words.
pub(crate) fn one_of<T: Clone>(value: &Value, words: &[(&str, T)]) -> Read<T> {
    let found = words.iter().find(|(word, _)| value.text() == Some(word));
    found.map(|(_, meaning)| meaning.clone()).ok_or_else(|| {
        let known = words.iter().map(|&(word, _)| word.into()).collect();
        let word = Word::new("want-one-of")
            .with("got", Arg::Text(value.describe()))
            .with("known", Arg::List(known));
        Fault::new(Code::OutOfRange, word)
    })
}

/// A day.
pub(crate) fn date(value: &Value) -> Read<Date> {
    let date = value.text().and_then(Date::parse);
    date.ok_or_else(|| wrong(Code::BadDate, "want-date", value))
}

/// A point in time.
pub(crate) fn moment(value: &Value) -> Read<Moment> {
    let moment = value.text().and_then(Moment::parse);
    moment.ok_or_else(|| wrong(Code::BadDate, "want-moment", value))
}

/// The beginnings of what a link may lead to: nothing that would run, such as `javascript:`.
pub(crate) const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// An address on the web, or a path of the page's own site.
pub(crate) fn url(value: &Value) -> Read<String> {
    let is_address = |url: &str| {
        let is_path = url.starts_with('/') && !url.starts_with("//");
        let is_plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
        is_plain
            && (is_path
                || SCHEMES
                    .iter()
                    .any(|scheme| url.len() > scheme.len() && url.starts_with(scheme)))
    };
    let url = value.text().filter(|url| is_address(url));
    url.map(String::from)
        .ok_or_else(|| wrong(Code::OutOfRange, "want-url", value))
}

/// A currency.
pub(crate) fn currency(value: &Value) -> Read<Currency> {
    let currency = value.text().and_then(Currency::new);
    currency.ok_or_else(|| wrong(Code::BadType, "want-currency", value))
}

/// An amount of money.
pub(crate) fn amount(value: &Value) -> Read<Amount> {
    let Some(text) = value.text() else {
        return Err(wrong(Code::BadAmount, "want-amount", value));
    };
    text.parse().map_err(|error| match error {
        AmountError::NotPlain => wrong(Code::BadAmount, "want-amount", value),
        AmountError::TooLarge => wrong(Code::TooLarge, "too-large", value),
    })
}

// Numbers.

/// A quantity: a whole number from 0 to [`MAX_QUANTITY`].
pub(crate) fn quantity(value: &Value) -> Read<u64> {
    quantity_to(value, MAX_QUANTITY)
}

/// A quantity whose bound is judged later, by whoever knows it.
pub(crate) fn unbounded(value: &Value) -> Read<u64> {
    quantity_to(value, u64::MAX)
}

fn quantity_to(value: &Value, max: u64) -> Read<u64> {
    let whole = value.whole().and_then(|whole| u64::try_from(whole).ok());
    let within = whole.filter(|&whole| whole <= max);
    within.ok_or_else(|| bad_quantity(MAX_QUANTITY, Arg::Text(value.describe())))
}

/// The fault of what is no quantity up to `max`.
pub(crate) fn bad_quantity(max: u64, got: Arg) -> Fault {
    let word = Word::new("want-quantity")
        .with("max", Arg::Count(max))
        .with("got", got);
    Fault::new(Code::BadQuantity, word)
}

/// A quantity above 0.
pub(crate) fn positive(value: &Value) -> Read<u64> {
    match quantity(value)? {
        0 => Err(wrong(Code::OutOfRange, "want-positive", value)),
        quantity => Ok(quantity),
    }
}

/// A number of days, months and the like: up to [`MAX_COUNT`].
pub(crate) fn count(value: &Value) -> Read<u32> {
    let count = u32::try_from(quantity(value)?).ok();
    let within = count.filter(|&count| count <= MAX_COUNT);
    within.ok_or_else(|| wrong(Code::OutOfRange, "want-small", value))
}

/// The fault of a number that is not from `min` to `max`.
pub(crate) fn not_between(code: Code, min: u64, max: u64, got: Arg) -> Fault {
    let word = Word::new("want-between-got")
        .with("min", Arg::Count(min))
        .with("max", Arg::Count(max))
        .with("got", got);
    Fault::new(code, word)
}

/// The fault of a value that is not what its word says.
pub(crate) fn wrong(code: Code, id: &'static str, value: &Value) -> Fault {
    Fault::new(code, Word::new(id).with("got", Arg::Text(value.describe())))
}
