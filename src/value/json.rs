//! JSON text as a [`Value`].
//!
//! The text is split by [`hifijson`], which keeps numbers as they were written and weighs a few
//! kilobytes; a serde-based reader would cost the browser some twenty more and hide both the exact
//! numbers and the keys that stand twice.

use crate::sort::heapsort;
use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Error, SliceLexer, num::LexWrite as _};

use super::budget::{Budget, check_bytes, check_entries};
use super::{Code, Fault, Kind, Number, Value};
use crate::word::{Arg, Word};

/// Reads one JSON value that fills the whole text.
///
/// # Errors
///
/// `bad_json` with the byte offset, where the text is not JSON (RFC 8259), holds a key twice, or is
/// longer, deeper or larger than the [limits](super::limits); `out_of_range` at a list or an object
/// with more entries than any may have.
///
/// ```
/// use ratecard::value::{Value, from_json};
///
/// let value = from_json(r#"{"months": 12}"#)?;
/// assert_eq!(value.get("months").and_then(Value::whole), Some(12));
///
/// let twice = from_json(r#"{"a": 1, "a": 2}"#).unwrap_err();
/// assert_eq!((twice.code().as_str(), twice.path()), ("bad_json", "a"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn from_json(text: &str) -> Result<Value, Fault> {
    check_bytes(text)?;
    let mut reader = Reader {
        length: text.len(),
        budget: Budget::new(),
    };
    // Some editors and shells put a byte order mark before a text; RFC 8259 has readers pass over it.
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lexer = SliceLexer::new(json.as_bytes());
    let value = match lexer.ws_peek() {
        Some(next) => reader.value(next, &mut lexer),
        None => Err(Stop::Json(hifijson::Expect::Value.into())),
    };
    let value = value.and_then(|value| match lexer.ws_peek() {
        None => Ok(value),
        Some(_) => Err(Stop::Json(hifijson::Expect::Eof.into())),
    });
    value.map_err(|stop| match stop {
        Stop::Fault(fault) | Stop::Whole(fault) => fault,
        Stop::Json(error) => not_json(&error, text, reader.offset(&lexer)),
    })
}

/// Why reading stopped.
enum Stop {
    /// The text is not JSON here.
    Json(Error),
    /// Something in the document is wrong; its place is built on the way up.
    Fault(Fault),
    /// The document as a whole is wrong.
    Whole(Fault),
}

impl Stop {
    /// The same, seen from the list or object around it.
    fn within(self, place: impl FnOnce(Fault) -> Fault) -> Self {
        match self {
            Self::Fault(fault) => Self::Fault(place(fault)),
            Self::Json(_) | Self::Whole(_) => self,
        }
    }
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Json(error.into())
    }
}

/// What is known beside the lexer while a text is read.
struct Reader {
    length: usize,
    budget: Budget,
}

impl Reader {
    /// How many bytes of the text have been read.
    fn offset(&self, lexer: &SliceLexer<'_>) -> usize {
        self.length.saturating_sub(lexer.as_slice().len())
    }

    /// Reads the value that begins with `next`, which has been seen but not taken.
    fn value(&mut self, next: u8, lexer: &mut SliceLexer<'_>) -> Result<Value, Stop> {
        let at = self.offset(lexer);
        self.budget.take_value().map_err(Stop::Whole)?;
        let kind = match next {
            b'a'..=b'z' => match lexer.null_or_bool().ok_or(hifijson::Expect::Value)? {
                Some(flag) => Kind::Bool(flag),
                None => Kind::Null,
            },
            b'0'..=b'9' | b'-' => {
                let (written, _) = lexer.num_string().validated()?;
                Kind::Number(Number::parse(written))
            }
            b'"' => Kind::String(lexer.discarded().str_string()?.into_owned()),
            b'[' => Kind::List(self.list(lexer)?),
            b'{' => Kind::Object(self.object(lexer)?),
            _ => return Err(hifijson::Expect::Value.into()),
        };
        Ok(Value { kind, at })
    }

    fn list(&mut self, lexer: &mut SliceLexer<'_>) -> Result<Vec<Value>, Stop> {
        self.budget.enter().ok_or(Error::Depth)?;
        let mut entries = Vec::new();
        let rest = lexer.discarded();
        rest.seq(b']', SliceLexer::ws_peek, |next, lexer| {
            let index = entries.len();
            check_entries(index.saturating_add(1)).map_err(Stop::Fault)?;
            let entry = self.value(next, lexer);
            entries.push(entry.map_err(|stop| stop.within(|fault| fault.in_entry(index)))?);
            Ok::<_, Stop>(())
        })?;
        self.budget.leave();
        Ok(entries)
    }

    fn object(&mut self, lexer: &mut SliceLexer<'_>) -> Result<Vec<(String, Value)>, Stop> {
        self.budget.enter().ok_or(Error::Depth)?;
        let mut fields: Vec<(String, Value)> = Vec::new();
        let rest = lexer.discarded();
        rest.seq(b'}', SliceLexer::ws_peek, |next, lexer| {
            check_entries(fields.len().saturating_add(1)).map_err(Stop::Fault)?;
            lexer
                .expect(|_| Some(next), b'"')
                .ok_or(hifijson::Expect::String)?;
            let key = lexer.str_string()?.into_owned();
            lexer
                .expect(SliceLexer::ws_peek, b':')
                .ok_or(hifijson::Expect::Colon)?;
            let next = lexer.ws_peek().ok_or(hifijson::Expect::Value)?;
            let value = self.value(next, lexer);
            let value = value.map_err(|stop| stop.within(|fault| fault.in_field(&key)))?;
            fields.push((key, value));
            Ok::<_, Stop>(())
        })?;
        self.budget.leave();
        if let Some((key, value)) = repeated(&fields) {
            let word = Word::new("json-key-twice").with("key", Arg::quoted(key));
            let fault = Fault::new(Code::BadJson, word).at(value.at);
            return Err(Stop::Fault(fault.in_field(key)));
        }
        Ok(fields)
    }
}

/// The first field whose key stands before it already.
///
/// Sorted rather than searched for each key: a document of a million keys must not take a million
/// times a million comparisons.
fn repeated(fields: &[(String, Value)]) -> Option<&(String, Value)> {
    let mut sorted: Vec<&(String, Value)> = fields.iter().collect();
    heapsort(&mut sorted, &|(a, one), (b, other)| {
        a.cmp(b).then(one.at.cmp(&other.at))
    });
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
