//! The JavaScript door from within WebAssembly, without the package around it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "a test may fail"
)]
#![cfg(target_arch = "wasm32")]

#[path = "it/support/limits.rs"]
mod limits;

use js_sys::{Array, BigInt, JSON, Object, Reflect};
use ratecard::value::from_js;
use ratecard::value::limits::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_VALUES};
use ratecard::wasm::{add_card, answer};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// An object with fields.
fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        Reflect::set(&object, &JsValue::from(*key), value).expect("a plain object takes fields");
    }
    object.into()
}

fn standard(mau: JsValue) -> JsValue {
    let demand = object(&[("mau", mau)]);
    let item = object(&[
        ("product", JsValue::from("chat")),
        ("edition", JsValue::from("standard")),
        ("demand", demand),
    ]);
    object(&[
        ("as_of", JsValue::from("2026-11-20")),
        ("items", Array::of1(&item).into()),
    ])
}

#[wasm_bindgen_test]
fn a_question_is_answered() {
    let reply = answer("estimate", &standard(JsValue::from(25_000))).expect("it has an answer");
    assert!(reply.contains(r#""totals":{"USD":"624"}"#), "{reply}");
}

#[wasm_bindgen_test]
fn a_fault_is_thrown_as_json() {
    let error = answer("estimate", &standard(JsValue::from(-1))).expect_err("it is wrong");
    assert!(
        error.contains(r#""code":"bad_quantity","path":"items[0].demand.mau""#),
        "{error}"
    );
}

#[wasm_bindgen_test]
fn numbers_keep_their_exact_value() {
    let largest = 9_007_199_254_740_991_f64;
    assert_eq!(
        from_js(&JsValue::from(largest)).unwrap().whole(),
        Some(9_007_199_254_740_991)
    );
    assert_eq!(
        from_js(&JsValue::from(largest + 1.0)).unwrap().whole(),
        None
    );
    assert_eq!(from_js(&JsValue::from(-0.0)).unwrap().whole(), Some(0));
    assert_eq!(from_js(&JsValue::from(0.1)).unwrap().whole(), None);
}

/// What the JavaScript door says of a document.
fn said(case: &limits::Case, count: usize) -> String {
    let document = JSON::parse(&(case.document)(count).to_string()).unwrap();
    let said = match case.command {
        Some(command) => answer(command, &document),
        None => add_card(&document),
    };
    said.err().unwrap_or_default()
}

#[wasm_bindgen_test]
fn as_many_as_there_may_be_are_taken_and_one_more_is_told_at_its_place() {
    for case in limits::cases() {
        let most = if case.limit == "MAX_ENTRIES" {
            100
        } else {
            case.most
        };
        let said_of_most = said(&case, most);
        assert!(
            !said_of_most.contains("at most"),
            "{}: {said_of_most}",
            case.limit
        );
        let said_of_more = said(&case, case.most + 1);
        let code = if case.command.is_some() {
            "out_of_range"
        } else {
            "bad_rate_card"
        };
        let start = format!(
            r#"{{"error":{{"code":"{code}","path":"{}","message":"expected at most "#,
            case.place
        );
        assert!(
            said_of_more.starts_with(&start),
            "{}: {said_of_more}",
            case.limit
        );
    }
}

#[wasm_bindgen_test]
fn what_an_answer_takes_is_told_before_anything_is_priced() {
    for case in limits::answer_cases() {
        let parsed = |document: &serde_json::Value| JSON::parse(&document.to_string()).unwrap();
        add_card(&parsed(&case.card)).unwrap();
        answer("estimate", &parsed(&case.within)).unwrap();
        let error = answer("estimate", &parsed(&case.beyond)).unwrap_err();
        let begins = r#"{"error":{"code":"out_of_range","path":"items","message":""#;
        assert!(
            error.starts_with(&format!("{begins}{}", case.says)),
            "{error}"
        );
    }
}

/// The code, the place and the word of what is wrong with a value.
fn fault(value: &JsValue) -> (String, String, &'static str) {
    match from_js(value) {
        Ok(_) => Default::default(),
        Err(fault) => (
            fault.code().to_string(),
            fault.path().to_owned(),
            fault.word().id,
        ),
    }
}

fn told(code: &str, place: &str, word: &'static str) -> (String, String, &'static str) {
    (code.to_owned(), place.to_owned(), word)
}

#[wasm_bindgen_test]
fn an_array_is_asked_for_its_length_before_it_is_walked() {
    let length = |length: u32| {
        let array = Array::new();
        array.set_length(length);
        object(&[("items", array.into())])
    };
    let most = u32::try_from(MAX_ENTRIES).unwrap();
    assert_eq!(fault(&length(most)), Default::default());
    for length in [length(most + 1), length(u32::MAX)] {
        assert_eq!(fault(&length), told("out_of_range", "items", "too-many"));
    }
}

#[wasm_bindgen_test]
fn a_value_that_is_too_large_as_a_whole_is_no_json() {
    let parsed = |document: serde_json::Value| JSON::parse(&document.to_string()).unwrap();
    assert_eq!(
        fault(&parsed(limits::values(MAX_VALUES))),
        Default::default()
    );
    assert_eq!(
        fault(&parsed(limits::values(MAX_VALUES + 1))),
        told("bad_json", "", "json-too-many")
    );
    assert_eq!(
        fault(&parsed(limits::nested(MAX_DEPTH))),
        Default::default()
    );
    assert_eq!(
        from_js(&parsed(limits::nested(MAX_DEPTH + 1)))
            .unwrap_err()
            .word()
            .id,
        "js-value"
    );
    let fields = Object::new();
    for field in 0..=MAX_ENTRIES {
        Reflect::set(&fields, &JsValue::from(field.to_string()), &JsValue::NULL).unwrap();
    }
    assert_eq!(fault(&fields), told("out_of_range", "", "too-many"));
    // One text, many times.
    let text = JsValue::from("a".repeat(MAX_BYTES / 4));
    let texts = |count: u32| Array::from_iter((0..count).map(|_| text.clone()));
    assert_eq!(fault(&texts(4)), Default::default());
    assert_eq!(fault(&texts(5)), told("bad_json", "", "json-too-long"));
}

#[wasm_bindgen_test]
fn a_long_big_int_is_not_written_out() {
    let two = BigInt::from(2);
    let long = two.pow(&BigInt::from(1 << 20));
    let error = answer("estimate", &standard(long.into())).unwrap_err();
    assert!(error.contains("got a long number"), "{error}");
    let short = answer("estimate", &standard(BigInt::from(25_000).into())).unwrap();
    assert!(short.contains(r#""totals":{"USD":"624"}"#), "{short}");
}
