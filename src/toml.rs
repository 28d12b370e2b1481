//! TOML text as a [`Value`]: what people write rate cards in.
//!
//! [`toml_edit`] reads it, because it keeps where each value stands, and a mistake in a rate card
//! is told with its line.

use toml_edit::{Document, Item, Table, Value as TomlValue};

use crate::value::budget::check_bytes;
use crate::value::{Code, Fault, Kind, Number, Value};
use crate::word::{Arg, Word};

/// Reads a TOML document.
///
/// # Errors
///
/// `bad_rate_card` with the byte offset, where the text is not TOML, or holds a date or a number
/// with a point (dates and prices are written as texts), or is longer than the
/// [limits](crate::value::limits).
pub fn from_toml(text: &str) -> Result<Value, Fault> {
    check_bytes(text).map_err(|fault| fault.with_code(Code::BadRateCard))?;
    let document = Document::parse(text).map_err(|error| {
        let word = Word::new("toml-syntax").with("reason", Arg::text(error.message().trim()));
        let fault = Fault::new(Code::BadRateCard, word);
        match error.span() {
            Some(span) => fault.at(span.start),
            None => fault,
        }
    })?;
    table(document.as_table())
}

fn table(table: &Table) -> Result<Value, Fault> {
    let mut fields = Vec::new();
    for (key, inner) in table {
        fields.push((String::from(key), item(inner).map_err(|f| f.in_field(key))?));
    }
    Ok(Value {
        kind: Kind::Object(fields),
        at: start(table.span()),
    })
}

fn item(item: &Item) -> Result<Value, Fault> {
    match item {
        Item::None => Ok(Value {
            kind: Kind::Null,
            at: 0,
        }),
        Item::Value(inner) => value(inner),
        Item::Table(inner) => table(inner),
        Item::ArrayOfTables(tables) => {
            let mut entries = Vec::new();
            for (index, inner) in tables.iter().enumerate() {
                entries.push(table(inner).map_err(|f| f.in_entry(index))?);
            }
            Ok(Value {
                kind: Kind::List(entries),
                at: start(tables.span()),
            })
        }
    }
}

fn value(value: &TomlValue) -> Result<Value, Fault> {
    let at = start(value.span());
    let kind = match value {
        TomlValue::String(text) => Kind::String(text.value().clone()),
        TomlValue::Integer(number) => Kind::Number(Number {
            written: number.value().to_string(),
            whole: Some(*number.value()),
        }),
        TomlValue::Boolean(flag) => Kind::Bool(*flag.value()),
        TomlValue::Array(array) => {
            let mut entries = Vec::new();
            for (index, inner) in array.iter().enumerate() {
                entries.push(self::value(inner).map_err(|f| f.in_entry(index))?);
            }
            Kind::List(entries)
        }
        TomlValue::InlineTable(inner) => {
            let mut fields = Vec::new();
            for (key, inner) in inner {
                fields.push((
                    String::from(key),
                    self::value(inner).map_err(|f| f.in_field(key))?,
                ));
            }
            Kind::Object(fields)
        }
        TomlValue::Float(_) => {
            return Err(Fault::new(Code::BadRateCard, Word::new("toml-float")).at(at));
        }
        TomlValue::Datetime(_) => {
            return Err(Fault::new(Code::BadRateCard, Word::new("toml-date")).at(at));
        }
    };
    Ok(Value { kind, at })
}

fn start(span: Option<core::ops::Range<usize>>) -> usize {
    span.map_or(0, |span| span.start)
}
