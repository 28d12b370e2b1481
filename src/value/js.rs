//! JavaScript values as a [`Value`].
//!
//! Read by reflection: a detour through `JSON.stringify` would turn `NaN` into null and so make an
//! error look like an absent field.

use js_sys::{Array, BigInt, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::{Code, Fault, Kind, MAX_DEPTH, Number, Value};
use crate::word::{Arg, Word};

/// Reads a JavaScript value: plain objects, arrays, strings, numbers, whole `BigInt`s, booleans;
/// `null` and `undefined` are absent.
///
/// # Errors
///
/// `bad_type` with the place, for a function or symbol, for what throws when it is read, and for
/// objects that lie more than [`MAX_DEPTH`] deep or in themselves.
pub fn from_js(value: &JsValue) -> Result<Value, Fault> {
    read(value, MAX_DEPTH)
}

fn read(value: &JsValue, depth: usize) -> Result<Value, Fault> {
    let kind = if value.is_null() || value.is_undefined() {
        Kind::Null
    } else if let Some(flag) = value.as_bool() {
        Kind::Bool(flag)
    } else if let Some(text) = value.as_string() {
        Kind::Text(text)
    } else if let Some(number) = value.as_f64() {
        Kind::Number(from_f64(value, number))
    } else if let Some(number) = value.dyn_ref::<BigInt>() {
        let written = number.to_string(10).map(String::from);
        Kind::Number(Number::parse(&written.unwrap_or_default()))
    } else if Array::is_array(value) {
        let deeper = deeper(value, depth)?;
        let array: &Array = value.unchecked_ref();
        let mut entries = Vec::new();
        for index in 0..array.length() {
            let entry = Reflect::get_u32(value, index).map_err(|_| unreadable(value));
            let place = usize::try_from(index).unwrap_or_default();
            entries.push(
                entry
                    .and_then(|entry| read(&entry, deeper))
                    .map_err(|fault| fault.in_entry(place))?,
            );
        }
        Kind::List(entries)
    } else if value.is_object() && !value.is_function() {
        let deeper = deeper(value, depth)?;
        let keys = Object::keys(value.unchecked_ref::<Object>());
        let mut fields = Vec::new();
        for key in keys.iter() {
            let name = key.as_string().unwrap_or_default();
            let inner = Reflect::get(value, &key).map_err(|_| unreadable(value));
            let inner = inner
                .and_then(|inner| read(&inner, deeper))
                .map_err(|fault| fault.in_field(&name))?;
            fields.push((name, inner));
        }
        Kind::Object(fields)
    } else {
        return Err(unreadable(value));
    };
    Ok(Value { kind, at: 0 })
}

/// A number with its exact value, where it is whole and no larger than every whole number that
/// JavaScript counts exactly.
fn from_f64(value: &JsValue, number: f64) -> Number {
    let largest = js_sys::Number::MAX_SAFE_INTEGER;
    let whole = number.is_finite() && number.fract() == 0.0 && number.abs() <= largest;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked above: whole, and far within an i64"
    )]
    let exact = whole.then_some(number as i64);
    // JavaScript writes the number itself: formatting floats in wasm costs kilobytes.
    Number {
        written: written_number(value),
        whole: exact,
    }
}

fn written_number(value: &JsValue) -> String {
    let number: &js_sys::Number = value.unchecked_ref();
    number
        .to_string_with_radix(10)
        .map(String::from)
        .unwrap_or_default()
}

fn deeper(value: &JsValue, depth: usize) -> Result<usize, Fault> {
    depth.checked_sub(1).ok_or_else(|| unreadable(value))
}

fn unreadable(value: &JsValue) -> Fault {
    let kind = value.js_typeof().as_string().unwrap_or_default();
    Fault::new(
        Code::BadType,
        Word::new("js-value").with("got", Arg::Text(kind)),
    )
}
