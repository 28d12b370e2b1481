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

use js_sys::{Array, Object, Reflect};
use ratecard::value::from_js;
use ratecard::wasm::answer;
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
