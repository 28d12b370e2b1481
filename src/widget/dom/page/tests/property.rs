//! What the visitor changes: the properties of a field.

use leptos::prelude::Owner;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled};
use crate::widget::dom::tag;
use crate::widget::signals::RwSignal;

/// A field with a signal for its value.
fn field(value: RwSignal<Option<String>>) -> Page {
    Page::new(|| tag::input().holds("value", move || value.try_get().flatten()))
}

#[wasm_bindgen_test]
async fn a_value_is_an_attribute_at_first_and_a_property_from_then_on() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(Some(String::from("1"))));
    let page = field(value);
    settled().await;
    let input: HtmlInputElement = page.find("input");
    assert_eq!(
        (page.html().as_str(), input.value()),
        (r#"<input value="1">"#, "1".into())
    );
    value.try_set(Some(String::from("2")));
    settled().await;
    assert_eq!(
        (page.html().as_str(), input.value()),
        (r#"<input value="1">"#, "2".into())
    );
}

#[wasm_bindgen_test]
async fn what_the_visitor_typed_gives_way_to_the_value_even_to_the_same() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(Some(String::from("1"))));
    let page = field(value);
    let input: HtmlInputElement = page.find("input");
    settled().await;
    input.set_value("1x");
    value.try_set(Some(String::from("1")));
    settled().await;
    assert_eq!(input.value(), "1");
}

#[wasm_bindgen_test]
async fn no_value_leaves_the_field_as_it_is() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(None));
    let page = field(value);
    let input: HtmlInputElement = page.find("input");
    input.set_value("typed");
    value.try_set(None);
    settled().await;
    assert_eq!(
        (page.html().as_str(), input.value()),
        ("<input>", "typed".into())
    );
}

#[wasm_bindgen_test]
async fn a_box_is_checked_whatever_the_visitor_did() {
    let owner = Owner::new();
    let checked = owner.with(|| RwSignal::new(true));
    let page = Page::new(|| {
        let checked = move || checked.try_get().unwrap_or_default();
        tag::input()
            .attr("type", "checkbox")
            .holds("checked", checked)
    });
    let input: HtmlInputElement = page.find("input");
    assert!(input.checked() && input.default_checked());
    input.set_checked(false);
    checked.try_set(true);
    settled().await;
    assert!(input.checked());
    checked.try_set(false);
    settled().await;
    assert!(!input.checked() && input.default_checked());
}

#[wasm_bindgen_test]
async fn another_closure_takes_over_the_property_of_the_same_field() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(Some(String::from("1"))));
    let mut page = field(value);
    let input: HtmlInputElement = page.find("input");
    input.set_value("1x");
    page.update(tag::input().holds("value", || String::from("7")));
    settled().await;
    assert_eq!(
        (page.find::<HtmlInputElement>("input"), input.value()),
        (input.clone(), "7".into())
    );
    value.try_set(Some(String::from("late")));
    settled().await;
    assert_eq!(input.value(), "7");
}
