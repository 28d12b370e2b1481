//! The structure of a document: which fields there are, which are needed, and what kind each is.

use super::budget::{check_count, check_length};
use super::limits::{MAX_EDITIONS, MAX_ID, MAX_LANGUAGES, MAX_SERIES, MAX_TEXT};
use super::{Code, Fault, Kind, Value};
use crate::word::{Arg, Word};

/// What a value must look like before anyone asks what it means.
///
/// Several kinds of texts and of single values look alike here: what sets them apart is judged by
/// their reader, and said in the JSON Schema.
#[derive(Debug)]
pub enum Shape {
    /// A string of at most so many characters.
    String(usize),
    /// The id of something.
    Id,
    /// A day, as a text.
    Date,
    /// A point in time, as a text.
    Moment,
    /// A currency, as a text.
    Currency,
    /// An address on the web, as a text.
    Url,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// Whatever: its reader judges it.
    Any,
    /// A whole number.
    Quantity,
    /// A whole number from a smallest to a largest.
    Between(u32, u32),
    /// A whole number, or `unlimited`.
    Limit,
    /// An amount of money, as a text.
    Amount,
    /// A whole number, or a list of them: one for each month.
    Demand,
    /// A cell of the feature matrix: yes, no, a number, `unlimited`, or a text by language.
    Cell,
    /// An object with just these fields.
    Object(&'static [Field]),
    /// An object with at most so many keys of the author's choice.
    Map(&'static Shape, usize),
    /// A list of at most so many entries.
    List(&'static Shape, usize),
    /// A single value for all editions, or an object with one by edition.
    PerEdition(&'static Shape),
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What its value looks like.
    pub shape: &'static Shape,
}

impl Field {
    /// A field that must be there.
    #[must_use]
    pub const fn needed(key: &'static str, shape: &'static Shape) -> Self {
        Self {
            key,
            needed: true,
            shape,
        }
    }

    /// A field that may be absent.
    #[must_use]
    pub const fn optional(key: &'static str, shape: &'static Shape) -> Self {
        Self {
            key,
            needed: false,
            shape,
        }
    }
}

impl Shape {
    /// Checks the structure of a whole document.
    ///
    /// # Errors
    ///
    /// The first of: `bad_type` where a value is of another kind, `unknown_field` for a key that
    /// is not known, `missing_field` for one that is needed, `out_of_range` for a list, an object or a
    /// text that is too long; the object itself before its fields, and the fields in the order of the
    /// shape.
    ///
    /// ```
    /// use ratecard::value::{Field, Shape, from_json};
    ///
    /// static ITEMS: Shape = Shape::List(&Shape::String(10), 2);
    /// static SHAPE: Shape = Shape::Object(&[Field::needed("items", &ITEMS)]);
    /// let document = from_json(r#"{"items": ["a", {}]}"#)?;
    /// let fault = SHAPE.check(&document).unwrap_err();
    /// assert_eq!((fault.code().as_str(), fault.path()), ("bad_type", "items[1]"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn check(&self, value: &Value) -> Result<(), Fault> {
        self.inner(value).map_err(|fault| fault.at(value.at))
    }

    fn inner(&self, value: &Value) -> Result<(), Fault> {
        match (self, &value.kind) {
            (Self::Any, _) | (Self::Flag, Kind::Bool(_)) => Ok(()),
            (Self::String(most), Kind::String(text)) => check_length(text, *most),
            (Self::Url, Kind::String(text)) => check_length(text, MAX_TEXT),
            (
                Self::Id
                | Self::Date
                | Self::Moment
                | Self::Currency
                | Self::OneOf(_)
                | Self::Quantity
                | Self::Between(..)
                | Self::Limit
                | Self::Amount
                | Self::Demand
                | Self::Cell
                | Self::PerEdition(_),
                Kind::String(text),
            ) => check_length(text, MAX_ID),
            (
                Self::Quantity
                | Self::Between(..)
                | Self::Limit
                | Self::Amount
                | Self::Demand
                | Self::Cell
                | Self::PerEdition(_),
                Kind::Null | Kind::Bool(_) | Kind::Number(_),
            ) => Ok(()),
            (Self::List(entry, most), Kind::List(entries)) => each_entry(entry, entries, *most),
            (Self::Demand, Kind::List(entries)) => each_entry(&Self::Quantity, entries, MAX_SERIES),
            (Self::Cell, Kind::Object(fields)) => {
                each_field(&Self::String(MAX_TEXT), fields, MAX_LANGUAGES)
            }
            (Self::Map(shape, most), Kind::Object(fields)) => each_field(shape, fields, *most),
            (Self::PerEdition(shape), Kind::Object(fields)) => {
                each_field(shape, fields, MAX_EDITIONS)
            }
            (Self::Object(known), Kind::Object(_)) => object(known, value),
            _ => Err(Fault::new(
                Code::BadType,
                Word::new(match self {
                    Self::Flag => "want-flag",
                    Self::Object(_) | Self::Map(..) => "want-object",
                    Self::List(..) => "want-list",
                    Self::Demand => "want-scalar-or-list",
                    Self::Cell | Self::PerEdition(_) => "want-scalar-or-map",
                    Self::Any | Self::Quantity | Self::Between(..) | Self::Limit | Self::Amount => {
                        "want-scalar"
                    }
                    _ => "want-text",
                })
                .with("got", Arg::Text(value.describe())),
            )),
        }
    }
}

fn each_field(shape: &Shape, fields: &[(String, Value)], most: usize) -> Result<(), Fault> {
    check_count(fields.len(), most)?;
    for (key, value) in fields {
        check_length(key, MAX_ID)?;
        if !value.is_null() {
            shape.check(value).map_err(|f| f.in_field(key))?;
        }
    }
    Ok(())
}

fn each_entry(shape: &Shape, entries: &[Value], most: usize) -> Result<(), Fault> {
    check_count(entries.len(), most)?;
    let mut entries = entries.iter().enumerate();
    entries.try_for_each(|(index, entry)| shape.check(entry).map_err(|f| f.in_entry(index)))
}

fn object(known: &'static [Field], value: &Value) -> Result<(), Fault> {
    let names = |filter: fn(&Field) -> bool| {
        let names = known.iter().filter(|field| filter(field));
        Arg::List(names.map(|field| String::from(field.key)).collect())
    };
    for (key, inner) in value.present_fields() {
        if !known.iter().any(|field| field.key == key) {
            let word = Word::new("unknown-field")
                .with("field", Arg::quoted(key))
                .with("known", names(|_| true));
            let fault = Fault::new(Code::UnknownField, word).at(inner.at);
            return Err(fault.in_field(key));
        }
    }
    for field in known.iter().filter(|field| field.needed) {
        if value.get(field.key).is_none() {
            let word = Word::new("missing-field")
                .with("field", Arg::text(field.key))
                .with("needed", names(|field| field.needed));
            return Err(Fault::new(Code::MissingField, word).in_field(field.key));
        }
    }
    known.iter().try_for_each(|field| {
        value.get(field.key).map_or(Ok(()), |inner| {
            field.shape.check(inner).map_err(|f| f.in_field(field.key))
        })
    })
}
