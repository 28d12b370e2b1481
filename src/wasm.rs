//! The JavaScript door: one thin file between JavaScript and [`api`](crate::api).
//!
//! Requests come in as JavaScript values, replies go out as JSON text, which the package's own
//! JavaScript parses: cheaper than building objects from here, and the same bytes as every other
//! door gives.

use core::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::api::{Command, ErrorReply, answer_value};
use crate::card::Catalog;
use crate::clock::today;
use crate::value::{Code, Fault, Kind, Value, from_js};

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

/// Takes a further rate card, or one that replaces the card of the same id, and gives back its id.
///
/// `card` is a JavaScript object of the shape that the `card` command replies with.
///
/// # Errors
///
/// The error `bad_rate_card` as JSON text.
#[wasm_bindgen(js_name = addCard)]
pub fn add_card(card: &JsValue) -> Result<String, String> {
    // Read before the catalog is borrowed: a getter of the object may ask for a price.
    let document = from_js(card).map_err(|fault| fault.with_code(Code::BadRateCard));
    let added =
        document.and_then(|document| CATALOG.with_borrow_mut(|catalog| catalog.add(&document)));
    match added {
        Ok(card) => Ok(String::from(&*card.id)),
        Err(fault) => Err(ErrorReply::new(&fault).to_json()),
    }
}
