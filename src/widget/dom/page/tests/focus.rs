//! Focus and selection while rows move.

use js_sys::{Array, Function};
use leptos::prelude::Owner;
use leptos::web_sys;
use leptos::web_sys::HtmlInputElement;
use leptos::web_sys::wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled, watch};
use crate::widget::dom::{Node, each, tag};
use crate::widget::signals::RwSignal;

/// A list of fields, in a document or in a shadow root.
struct Fields {
    page: Page,
    letters: RwSignal<String>,
    _owner: Owner,
}

impl Fields {
    fn new(letters: &str, root: Option<web_sys::Element>) -> Self {
        let owner = Owner::new();
        let letters = owner.with(|| RwSignal::new(String::from(letters)));
        let view = move || {
            let each_letter = move || letters.try_get().unwrap_or_default().chars().collect();
            each(each_letter, char::to_string, |letter: char| {
                let field = tag::input().attr("id", letter.to_string());
                tag::p().child(letter.to_string()).child(field)
            })
        };
        let page = match root {
            Some(root) => Page::in_root(root, view),
            None => Page::new(view),
        };
        Self {
            page,
            letters,
            _owner: owner,
        }
    }

    async fn set(&self, letters: &str) {
        self.letters.try_set(String::from(letters));
        settled().await;
    }

    fn order(&self) -> String {
        let rows = self.page.find_all("p");
        rows.iter()
            .filter_map(web_sys::Node::text_content)
            .collect()
    }

    /// A visitor who has written into a field, and selected the second letter of it.
    fn write_into(&self, letter: &str) -> HtmlInputElement {
        let field: HtmlInputElement = self.page.find(&format!("#{letter}"));
        field.set_value("abc");
        field.focus().unwrap();
        field.set_selection_range(1, 2).unwrap();
        field
    }

    fn active(&self) -> Option<web_sys::Element> {
        let root: web_sys::Document = self
            .page
            .find::<web_sys::Node>("p")
            .get_root_node()
            .unchecked_into();
        root.active_element()
    }
}

fn selection(field: &HtmlInputElement) -> [Option<u32>; 2] {
    [
        field.selection_start().unwrap(),
        field.selection_end().unwrap(),
    ]
}

/// Collects the focus events of an element: those that a move would cause.
fn focus_events(element: &web_sys::Element) -> Array {
    let heard = Array::new();
    let script = "for (const type of ['blur', 'focus']) element.addEventListener(type, () => heard.push(type));";
    let listen = Function::new_with_args("element, heard", script);
    listen.call2(&JsValue::NULL, element, &heard).unwrap();
    heard
}

#[wasm_bindgen_test]
async fn a_row_that_moves_keeps_the_focus_and_the_selection() {
    let fields = Fields::new("abcd", None);
    let field = fields.write_into("d");
    let events = focus_events(&field);
    for letters in ["dabc", "abcd", "dcba", "bcda", "dx", "xyzd"] {
        fields.set(letters).await;
        assert_eq!(fields.order(), letters);
        assert_eq!(fields.active().as_ref(), Some(field.as_ref()), "{letters}");
        assert_eq!(selection(&field), [Some(1), Some(2)], "{letters}");
    }
    assert_eq!(events.length(), 0);
}

#[wasm_bindgen_test]
async fn the_others_move_around_the_row_with_the_focus() {
    let fields = Fields::new("abcd", None);
    fields.write_into("d");
    let moved = watch(&fields.page.root);
    fields.set("dabc").await;
    assert_eq!(moved(), ["c", "b", "a"]);
    // Without the focus in it, it is the one that moves.
    fields.page.find::<HtmlInputElement>("#d").blur().unwrap();
    fields.set("abcd").await;
    assert_eq!(moved(), ["d"]);
}

#[wasm_bindgen_test]
async fn the_focus_is_found_in_a_shadow_root() {
    let host = Page::new(tag::div);
    let attach = Function::new_with_args("host", "return host.attachShadow({ mode: 'open' })");
    let root = attach
        .call1(&JsValue::NULL, &host.find::<JsValue>("div"))
        .unwrap();
    let inner = Page::new(Node::default);
    // A view stands in an element of the shadow root, as it does in the widget.
    root.unchecked_ref::<web_sys::Node>()
        .append_child(&inner.root)
        .unwrap();
    let fields = Fields::new("abcd", Some(inner.root.clone()));
    let field = fields.write_into("d");
    for letters in ["dabc", "bdca"] {
        fields.set(letters).await;
        assert_eq!(fields.order(), letters);
        assert_eq!(fields.active().as_ref(), Some(field.as_ref()));
        assert_eq!(selection(&field), [Some(1), Some(2)]);
    }
}

#[wasm_bindgen_test]
async fn the_focus_within_an_inner_list_holds_the_outer_row_too() {
    let owner = Owner::new();
    let [outer, inner] = owner.with(|| ["ab", "xy"].map(|all| RwSignal::new(String::from(all))));
    let all =
        |of: RwSignal<String>| move || of.try_get().unwrap_or_default().chars().collect::<Vec<_>>();
    let page = Page::new(|| {
        each(all(outer), char::to_string, move |row: char| {
            let field = move |cell: char| tag::input().attr("id", format!("{row}{cell}"));
            tag::div().child(each(all(inner), char::to_string, field))
        })
    });
    let field: HtmlInputElement = page.find("#by");
    field.focus().unwrap();
    for (outer_now, inner_now) in [("ba", "yx"), ("ab", "xy"), ("ba", "zyx")] {
        outer.try_set(String::from(outer_now));
        inner.try_set(String::from(inner_now));
        settled().await;
        let root: web_sys::Document = field.get_root_node().unchecked_into();
        assert_eq!(
            root.active_element().as_ref(),
            Some(field.as_ref()),
            "{outer_now} {inner_now}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_row_that_goes_takes_its_focus_with_it() {
    let fields = Fields::new("abc", None);
    let field = fields.write_into("b");
    fields.set("ca").await;
    assert_eq!(fields.order(), "ca");
    assert!(fields.active().is_none_or(|active| active != **field));
}
