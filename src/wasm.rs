//! The JavaScript door: one thin file between JavaScript and [`api`](crate::api).
//!
//! Requests come in as JavaScript values, replies go out as JSON text, which the package's own
//! JavaScript parses: cheaper than building objects from here, and the same bytes as every other
//! door gives.

#[cfg(not(feature = "csr"))]
use core::cell::RefCell;

#[cfg(not(feature = "csr"))]
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::calendar::Date;
#[cfg(not(feature = "csr"))]
use crate::{
    api::{Command, ErrorReply, answer_value},
    card::Catalog,
    value::{Fault, Kind, Value, from_js},
};

#[cfg(not(feature = "csr"))]
thread_local! {
    static CATALOG: RefCell<Catalog> = RefCell::new(crate::catalog());
}

/// Answers a request.
///
/// `command` is a command of the JSON interface, `request` a JavaScript object or undefined.
///
/// # Errors
///
/// The error as JSON text: `{"error": {"code", "path", "message"}}`.
// The widget's module leaves it out: the widget asks the engine itself, and every command costs
// bytes.
#[cfg(not(feature = "csr"))]
#[wasm_bindgen]
pub fn answer(command: &str, request: &JsValue) -> Result<String, String> {
    let request = if request.is_undefined() || request.is_null() {
        Ok(Value {
            kind: Kind::Object(Vec::new()),
            at: 0,
        })
    } else {
        from_js(request)
    };
    let reply = Command::from_name(command).and_then(|command| {
        let request = request?;
        CATALOG.with_borrow(|catalog| answer_value(catalog, command, &request, today()))
    });
    reply.map_err(|fault: Fault| ErrorReply::new(&fault).to_json())
}

/// The day at the vendor.
pub(crate) fn today() -> Date {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of any date that JavaScript has, as seconds, fit"
    )]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    // A clock beyond the calendar picks the newest cards.
    Date::at_vendor(seconds).unwrap_or(Date::LAST)
}
