//! JSON text as a [`Value`].
//!
//! The text is split by [`hifijson`], which keeps numbers as they were written and weighs a few
//! kilobytes; a serde-based reader would cost the browser some twenty more and hide both the exact
//! numbers and the keys that stand twice.

use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Error, SliceLexer, num::LexWrite as _};

use super::{Code, Fault, Kind, MAX_DEPTH, Number, Value};
use crate::word::{Arg, Word};

/// Reads one JSON value that fills the whole text.
///
/// # Errors
///
/// `bad_json` with the byte offset, where the text is not JSON (RFC 8259), holds a key twice, or
/// lies more than [`MAX_DEPTH`] deep.
///
/// ```
/// use ratecard::value::from_json;
///
/// let value = from_json(r#"{"months": 12}"#).unwrap();
/// assert_eq!(value.get("months").unwrap().whole(), Some(12));
///
/// let twice = from_json(r#"{"a": 1, "a": 2}"#).unwrap_err();
/// assert_eq!((twice.code().as_str(), twice.path()), ("bad_json", "a"));
/// ```
pub fn from_json(text: &str) -> Result<Value, Fault> {
    let length = text.len();
    let mut lexer = SliceLexer::new(text.as_bytes());
    let value = match lexer.ws_peek() {
        Some(next) => read(next, &mut lexer, length, MAX_DEPTH),
        None => Err(Stop::Json(hifijson::Expect::Value.into())),
    };
    let value = value.and_then(|value| match lexer.ws_peek() {
        None => Ok(value),
        Some(_) => Err(Stop::Json(hifijson::Expect::Eof.into())),
    });
    value.map_err(|stop| match stop {
        Stop::Fault(fault) => fault,
        Stop::Json(error) => not_json(&error, text, offset(&lexer, length)),
    })
}

/// Why reading stopped: the text is not JSON here, or it is, but says something twice.
enum Stop {
    Json(Error),
    Fault(Fault),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Json(error.into())
    }
}

/// How many bytes of the text have been read.
fn offset(lexer: &SliceLexer<'_>, length: usize) -> usize {
    length.saturating_sub(lexer.as_slice().len())
}

/// Reads the value that begins with `next`, which has been seen but not taken.
fn read(next: u8, lexer: &mut SliceLexer<'_>, length: usize, depth: usize) -> Result<Value, Stop> {
    let at = offset(lexer, length);
    let deeper = depth.checked_sub(1).ok_or(Error::Depth)?;
    let kind = match next {
        b'a'..=b'z' => match lexer.null_or_bool().ok_or(hifijson::Expect::Value)? {
            Some(flag) => Kind::Bool(flag),
            None => Kind::Null,
        },
        b'0'..=b'9' | b'-' => {
            let (written, _) = lexer.num_string().validated()?;
            Kind::Number(Number::parse(written))
        }
        b'"' => Kind::Text(lexer.discarded().str_string()?.into_owned()),
        b'[' => {
            let mut entries = Vec::new();
            lexer
                .discarded()
                .seq(b']', SliceLexer::ws_peek, |next, lexer| {
                    let entry = read(next, lexer, length, deeper).map_err(|stop| match stop {
                        Stop::Fault(fault) => Stop::Fault(fault.in_entry(entries.len())),
                        json @ Stop::Json(_) => json,
                    })?;
                    entries.push(entry);
                    Ok::<_, Stop>(())
                })?;
            Kind::List(entries)
        }
        b'{' => {
            let mut fields: Vec<(String, Value)> = Vec::new();
            lexer
                .discarded()
                .seq(b'}', SliceLexer::ws_peek, |next, lexer| {
                    lexer
                        .expect(|_| Some(next), b'"')
                        .ok_or(hifijson::Expect::String)?;
                    let key = lexer.str_string()?.into_owned();
                    lexer
                        .expect(SliceLexer::ws_peek, b':')
                        .ok_or(hifijson::Expect::Colon)?;
                    let next = lexer.ws_peek().ok_or(hifijson::Expect::Value)?;
                    let value = read(next, lexer, length, deeper).map_err(|stop| match stop {
                        Stop::Fault(fault) => Stop::Fault(fault.in_field(&key)),
                        json @ Stop::Json(_) => json,
                    })?;
                    fields.push((key, value));
                    Ok::<_, Stop>(())
                })?;
            if let Some((key, value)) = repeated(&fields) {
                let word = Word::new("json-key-twice").with("key", Arg::quoted(key));
                let fault = Fault::new(Code::BadJson, word).at(value.at);
                return Err(Stop::Fault(fault.in_field(key)));
            }
            Kind::Object(fields)
        }
        _ => return Err(hifijson::Expect::Value.into()),
    };
    Ok(Value { kind, at })
}

/// The first field whose key stands before it already.
///
/// Sorted rather than searched for each key: a document of a million keys must not take a million
/// times a million comparisons.
fn repeated(fields: &[(String, Value)]) -> Option<&(String, Value)> {
    let mut sorted: Vec<&(String, Value)> = fields.iter().collect();
    sorted.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.at.cmp(&other.at)));
    let neighbours = sorted.iter().zip(sorted.iter().skip(1));
    neighbours
        .filter(|((before, _), (key, _))| before == key)
        .map(|(_, field)| *field)
        .min_by_key(|(_, value)| value.at)
}

/// The fault of a text that is not JSON, with the line and column where it stops being so.
fn not_json(error: &Error, text: &str, offset: usize) -> Fault {
    let id = match error {
        Error::Depth => "json-too-deep",
        Error::Num(_) => "json-number",
        Error::Str(_) => "json-string",
        Error::Token(hifijson::Expect::Eof) => "json-trailing",
        Error::Token(_) => "json-token",
    };
    let (line, column) = line_and_column(text, offset);
    let word = Word::new(id)
        .with("line", Arg::Count(line))
        .with("column", Arg::Count(column));
    Fault::new(Code::BadJson, word).at(offset)
}

/// The line and the column, both from 1, of a byte offset.
///
/// ```
/// assert_eq!(ratecard::value::line_and_column("a\nbc", 3), (2, 2));
/// ```
#[must_use]
pub fn line_and_column(text: &str, offset: usize) -> (u64, u64) {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let before = String::from_utf8_lossy(before);
    let line = before.matches('\n').count();
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.chars().count());
    let from_one = |count: usize| u64::try_from(count).unwrap_or(u64::MAX).saturating_add(1);
    (from_one(line), from_one(column))
}
