//! What the tests share: asking the interface, and helpers that the engine does not have.

pub mod decimal;
pub mod languages;
pub mod limits;
#[cfg(feature = "cli")]
pub mod program;
#[cfg(feature = "schema")]
pub mod schema;
pub mod source;

use std::sync::LazyLock;

use ratecard::api::{Command, ErrorReply, answer};
use ratecard::calendar::Date;
use ratecard::card::Catalog;
use serde_json::Value;

/// The project's own rate cards.
pub static CATALOG: LazyLock<Catalog> = LazyLock::new(ratecard::catalog);

/// The day that a request without one is about.
pub fn today() -> Date {
    Date::parse("2026-11-20").unwrap()
}

/// So many cases of a property. What fails is printed; it is not kept in a file.
pub fn cases(cases: u32) -> proptest::prelude::ProptestConfig {
    proptest::prelude::ProptestConfig {
        cases,
        failure_persistence: None,
        ..Default::default()
    }
}

/// The reply, or the error, to a request given as text.
pub fn ask_text(command: &str, request: &str) -> Result<String, String> {
    match Command::from_name(command) {
        Ok(command) => answer(&CATALOG, command, request, today()),
        Err(fault) => Err(ErrorReply::new(&fault).to_json()),
    }
}

/// The reply, or the error, to a request.
pub fn ask(command: &str, request: &Value) -> Result<Value, Value> {
    let read = |text: String| serde_json::from_str(&text).unwrap();
    ask_text(command, &request.to_string())
        .map(read)
        .map_err(read)
}

/// The reply to a request that has no fault.
pub fn reply(command: &str, request: &Value) -> Value {
    ask(command, request).unwrap_or_else(|error| panic!("{command} {request}: {error}"))
}

/// Code, path and message of the error to a request that has a fault.
pub fn error(command: &str, request: &str) -> (String, String, String) {
    let error = ask_text(command, request);
    let error = error.expect_err(&format!("{command} {request} has an answer"));
    parts(&error)
}

/// Code, path and message of an error.
pub fn parts(error: &str) -> (String, String, String) {
    let error: Value = serde_json::from_str(error).unwrap();
    let part = |key: &str| error["error"][key].as_str().unwrap().to_owned();
    (part("code"), part("path"), part("message"))
}

/// A text of a reply, such as an amount.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} is no text in {value}"))
}

/// The entries of a list of a reply.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} is no list in {value}"))
}
