//! Several views that become more or fewer.

use leptos::web_sys::Element;
use wasm_bindgen_test::wasm_bindgen_test;

use super::Page;
use crate::widget::dom::{Node, many, tag};

/// Paragraphs between two others.
fn between(texts: &'static str) -> Node {
    let texts = texts.chars().map(|text| tag::p().child(text.to_string()));
    many(
        [
            Node::Element(tag::h2()),
            many(texts),
            Node::Element(tag::h3()),
        ]
        .into_iter(),
    )
}

fn html(inner: &str) -> String {
    format!("<h2></h2>{inner}<h3></h3>")
}

#[wasm_bindgen_test]
fn several_become_more_before_what_follows_them() {
    let mut page = Page::new(|| between("a"));
    let first: Element = page.find("p");
    page.update(between("abc"));
    assert_eq!(page.html(), html("<p>a</p><p>b</p><p>c</p>"));
    assert_eq!(page.find::<Element>("p"), first);
}

#[wasm_bindgen_test]
fn several_become_fewer_from_the_end() {
    let mut page = Page::new(|| between("abc"));
    let first: Element = page.find("p");
    page.update(between("x"));
    assert_eq!(page.html(), html("<p>x</p>"));
    assert_eq!(page.find::<Element>("p"), first);
}

#[wasm_bindgen_test]
fn several_become_none_and_some_again_in_their_place() {
    let mut page = Page::new(|| between("ab"));
    page.update(between(""));
    assert_eq!(page.html(), html("<!---->"));
    page.update(between("cd"));
    assert_eq!(page.html(), html("<p>c</p><p>d</p>"));
}

#[wasm_bindgen_test]
fn several_at_the_end_of_their_parent_become_more() {
    let mut page = Page::new(|| tag::div().child(vec!["a"]));
    page.update(tag::div().child(vec!["a", "b"]));
    assert_eq!(page.html(), "<div>ab</div>");
}

#[wasm_bindgen_test]
fn those_that_end_with_several_find_their_end() {
    // The last node of the outer ones is the last of the inner ones.
    let nested = |inner: Vec<&'static str>| tag::div().child(("a", inner)).child("z");
    let mut page = Page::new(|| nested(vec!["b"]));
    page.update(nested(vec!["b", "c"]));
    assert_eq!(page.html(), "<div>abcz</div>");
    page.update(tag::div().child(("a", vec!["b"], "d")).child("z"));
    assert_eq!(page.html(), "<div>abdz</div>");
}

#[wasm_bindgen_test]
fn what_is_not_on_the_page_yet_is_updated_all_the_same() {
    let mut page = Page::new(|| Node::Nothing);
    let built = super::Built::root(Node::Many(vec![Node::Text("a".into())]));
    let built = built.update_root(many(["b", "c"].into_iter()));
    page.unmount();
    built.insert(&page.root, None);
    page.built = Some(built);
    assert_eq!(page.html(), "bc");
}
