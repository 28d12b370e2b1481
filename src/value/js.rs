//! JavaScript values as a [`Value`].
//!
//! Read by reflection: a detour through `JSON.stringify` would turn `NaN` into null and so make an
//! error look like an absent field.

use js_sys::{Array, BigInt, JsString, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::budget::{Budget, check_entries};
use super::{Code, Fault, Kind, Number, Value};
use crate::word::{Arg, Word};

// What js-sys calls without catching what it throws. A proxy may throw whenever it is asked anything, and
// what passes through the module's own frames leaves its stack where it was: a thousand times, and the
// module is at its end.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn class_of(value: &JsValue) -> Result<JsString, JsValue>;
}

/// Reads a JavaScript value: plain objects, arrays, strings, numbers, whole `BigInt`s, booleans;
/// `null` and `undefined` are absent.
///
/// An array is asked for its length before it is walked, and nothing is read beyond the
/// [limits](super::limits): an array may claim four thousand million entries and hold none.
///
/// # Errors
///
/// `bad_type` with the place, for a function or symbol, for what throws when it is read, for a `Map`, a `Date`
/// and whatever else keeps what it holds elsewhere than in its fields, and for objects that lie too deep or
/// in themselves; `out_of_range` with the place, for too many entries or
/// fields; `bad_json` for too many values in all.
pub fn from_js(value: &JsValue) -> Result<Value, Fault> {
    let read = Reader(Budget::new()).value(value);
    read.map_err(|fault| match fault.code() {
        Code::BadJson => fault.placed(""),
        _ => fault,
    })
}

struct Reader(Budget);

impl Reader {
    fn value(&mut self, value: &JsValue) -> Result<Value, Fault> {
        self.0.take_value()?;
        let kind = if value.is_null() || value.is_undefined() {
            Kind::Null
        } else if let Some(flag) = value.as_bool() {
            Kind::Bool(flag)
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            self.0.take_bytes(length(text.length()))?;
            Kind::String(value.as_string().unwrap_or_default())
        } else if let Some(number) = value.as_f64() {
            Kind::Number(from_f64(value, number))
        } else if let Some(number) = value.dyn_ref::<BigInt>() {
            Kind::Number(from_big_int(number))
        } else if !value.is_object() {
            return Err(unreadable(value));
        } else if is_array(value).map_err(|_| unreadable(value))? {
            self.enter(value)?;
            Kind::List(self.list(value)?)
        } else {
            // The entries of a `Map` are no fields, nor is the day in a `Date`: they would be lost.
            let class = class_of(value).map_err(|_| unreadable(value))?;
            if class != "[object Object]" {
                return Err(no_object(value, &class));
            }
            self.enter(value)?;
            Kind::Object(self.object(value)?)
        };
        Ok(Value { kind, at: 0 })
    }

    fn enter(&mut self, value: &JsValue) -> Result<(), Fault> {
        self.0.enter().ok_or_else(|| unreadable(value))
    }

    fn list(&mut self, array: &JsValue) -> Result<Vec<Value>, Fault> {
        let claimed = Reflect::get(array, &JsValue::from("length")).ok();
        let claimed = claimed.and_then(|claimed| claimed.as_f64());
        let claimed = claimed.and_then(whole_length);
        let claimed = claimed.ok_or_else(|| unreadable(array))?;
        check_entries(length(claimed))?;
        let mut entries = Vec::new();
        for (index, place) in (0..claimed).zip(0..) {
            let entry = Reflect::get_u32(array, index).map_err(|_| unreadable(array));
            let entry = entry.and_then(|entry| self.value(&entry));
            entries.push(entry.map_err(|fault| fault.in_entry(place))?);
        }
        self.0.leave();
        Ok(entries)
    }

    fn object(&mut self, object: &JsValue) -> Result<Vec<(String, Value)>, Fault> {
        let keys = keys(object).map_err(|_| unreadable(object))?;
        check_entries(length(keys.length()))?;
        let mut fields = Vec::new();
        for key in keys.iter() {
            let letters: &JsString = key.unchecked_ref();
            self.0.take_bytes(length(letters.length()))?;
            let name = key.as_string().unwrap_or_default();
            let inner = Reflect::get(object, &key).map_err(|_| unreadable(object));
            let inner = inner.and_then(|inner| self.value(&inner));
            let inner = inner.map_err(|fault| fault.in_field(&name))?;
            fields.push((name, inner));
        }
        self.0.leave();
        Ok(fields)
    }
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

/// A `BigInt`. What has more digits than any quantity is not written out, which may take minutes.
fn from_big_int(number: &BigInt) -> Number {
    const BITS: f64 = 256.0;
    let is_short = BigInt::as_int_n(BITS, number) == *number;
    let written = is_short.then(|| number.to_string(10).map(String::from));
    match written {
        Some(written) => Number::parse(&written.unwrap_or_default()),
        None => Number {
            written: String::from("a long number"),
            whole: None,
        },
    }
}

/// The length of an array: that of a proxy is whatever it says.
fn whole_length(claimed: f64) -> Option<u32> {
    let fits = claimed.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&claimed);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked: whole, and within a u32"
    )]
    fits.then_some(claimed as u32)
}

fn length(claimed: u32) -> usize {
    usize::try_from(claimed).unwrap_or(usize::MAX)
}

fn unreadable(value: &JsValue) -> Fault {
    of_kind(value.js_typeof().as_string().unwrap_or_default())
}

/// An object of some class, by what it says of itself: `[object Map]`.
fn no_object(value: &JsValue, class: &JsString) -> Fault {
    const LONG: u32 = 64;
    if class.length() > LONG {
        return unreadable(value);
    }
    let class = String::from(class);
    let name = class.strip_prefix("[object ").unwrap_or(&class);
    of_kind(String::from(name.strip_suffix(']').unwrap_or(name)))
}

fn of_kind(kind: String) -> Fault {
    Fault::new(
        Code::BadType,
        Word::new("js-value").with("got", Arg::Text(kind)),
    )
}
