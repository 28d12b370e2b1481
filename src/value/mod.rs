//! A document before it is understood: a request or a rate card, from any of the texts and values
//! that it may come in.
//!
//! JSON text, TOML text and JavaScript values are all turned into one [`Value`]; [`Shape`] checks
//! its structure, and the readers of `card` and `api` its meaning, by the functions of `read`. So
//! there is one set of errors, with one notation of places, whatever a document was written in.

pub(crate) mod budget;
mod fault;
mod json;
pub mod limits;
pub(crate) mod read;
mod shape;

#[cfg(all(feature = "js", target_arch = "wasm32"))]
mod js;

pub use fault::{Code, Fault};
#[cfg(all(feature = "js", target_arch = "wasm32"))]
pub use js::from_js;
pub use json::{from_json, line_and_column};
pub use shape::{Field, Shape};

/// A node of a document, with the place where it stands in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it is.
    pub kind: Kind,
    /// Its byte offset in the text; 0 where it does not come from a text.
    pub at: usize,
}

/// What a [`Value`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing: as if the field were absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Value>),
    /// Fields in the order in which they were written, each key once.
    Object(Vec<(String, Value)>),
}

/// A number as it was written, and the whole number that it is, if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As written, for messages.
    pub written: String,
    /// Its exact value, where that is a whole number of at most 18 digits.
    pub whole: Option<i64>,
}

impl Value {
    /// The value of a field; `None` where it is absent, null, or this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.fields()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
            .filter(|value| !value.is_null())
    }

    /// The fields in their order; none where this is no object.
    #[must_use]
    pub fn fields(&self) -> &[(String, Self)] {
        match &self.kind {
            Kind::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The fields that are there: null means absent.
    pub fn present_fields(&self) -> impl Iterator<Item = (&str, &Self)> {
        self.fields()
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.as_str(), value))
    }

    /// The entries of a list; none where this is no list.
    #[must_use]
    pub fn entries(&self) -> &[Self] {
        match &self.kind {
            Kind::List(entries) => entries,
            _ => &[],
        }
    }

    /// The text, where this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, where this is one.
    #[must_use]
    pub fn whole(&self) -> Option<i64> {
        match &self.kind {
            Kind::Number(number) => number.whole,
            _ => None,
        }
    }

    /// Yes or no, where this is one of them.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        match self.kind {
            Kind::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// Whether this is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// What to call it in a message: a number or a short text as written, else its kind.
    #[must_use]
    pub fn describe(&self) -> String {
        const LONGEST: usize = 40;
        match &self.kind {
            Kind::Null => String::from("null"),
            Kind::Bool(true) => String::from("true"),
            Kind::Bool(false) => String::from("false"),
            Kind::Number(number) if number.written.len() <= LONGEST => number.written.clone(),
            Kind::Number(_) => String::from("a long number"),
            Kind::String(text) if text.len() <= LONGEST => format!("\"{text}\""),
            Kind::String(_) => String::from("a long text"),
            Kind::List(_) => String::from("a list"),
            Kind::Object(_) => String::from("an object"),
        }
    }
}

impl Number {
    /// Reads a JSON number without floating point, so that `1e3` and `1000.0` are 1000 and
    /// `1000000000000.0000001` is not.
    ///
    /// ```
    /// use ratecard::value::Number;
    ///
    /// assert_eq!(Number::parse("1e3").whole, Some(1000));
    /// assert_eq!(Number::parse("1000.0").whole, Some(1000));
    /// assert_eq!(Number::parse("1.5").whole, None);
    /// assert_eq!(Number::parse("1e400").whole, None);
    /// ```
    #[must_use]
    pub fn parse(written: &str) -> Self {
        Self {
            written: String::from(written),
            whole: whole_of(written),
        }
    }
}

/// The whole number that a JSON number denotes, if it is one of at most 18 digits.
fn whole_of(written: &str) -> Option<i64> {
    const MOST_DIGITS: usize = 18;
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent),
        None => (written, "0"),
    };
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    if digits.iter().all(|&digit| digit == b'0') {
        return Some(0);
    }
    // The point stands behind `point` digits once the exponent has moved it.
    let point = i64::try_from(whole.len()).ok()?.checked_add(
        exponent
            .strip_prefix('+')
            .unwrap_or(exponent)
            .parse()
            .ok()?,
    )?;
    let point = usize::try_from(point).ok()?;
    let leading = digits.iter().take_while(|&&digit| digit == b'0').count();
    if point.checked_sub(leading)? > MOST_DIGITS {
        return None;
    }
    while digits.len() < point {
        digits.push(b'0');
    }
    let (kept, dropped) = digits.split_at_checked(point)?;
    if dropped.iter().any(|&digit| digit != b'0') {
        return None;
    }
    let magnitude: i64 = core::str::from_utf8(kept).ok()?.parse().ok()?;
    if negative {
        magnitude.checked_neg()
    } else {
        Some(magnitude)
    }
}

impl Value {
    /// The byte offset of the node at a path such as `charges[2].price`, or of the nearest node
    /// above it that exists.
    #[must_use]
    pub fn place(&self, path: &str) -> usize {
        let mut node = self;
        for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
            let next = match &node.kind {
                Kind::List(entries) => step.parse().ok().and_then(|i: usize| entries.get(i)),
                _ => node.get(step),
            };
            match next {
                Some(inner) => node = inner,
                None => break,
            }
        }
        node.at
    }
}
