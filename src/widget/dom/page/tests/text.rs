//! Text, nothing, and one in the place of the other.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, watch};
use crate::widget::dom::{Node, tag};

#[wasm_bindgen_test]
fn a_text_stays_the_same_node() {
    let mut page = Page::new(|| "one");
    let before = page.root.first_child();
    page.update("two");
    assert_eq!(page.html(), "two");
    assert_eq!(page.root.first_child(), before);
}

#[wasm_bindgen_test]
fn a_text_that_is_the_same_is_not_written_again() {
    let mut page = Page::new(|| "one");
    let text = page.root.first_child().unwrap();
    // As an extension of the browser does that translates the page.
    text.set_node_value(Some("eins"));
    page.update(String::from("one"));
    assert_eq!(page.html(), "eins");
}

#[wasm_bindgen_test]
fn nothing_has_a_place_that_stays() {
    let mut page = Page::new(|| Node::Nothing);
    assert_eq!(page.html(), "<!---->");
    let added = watch(&page.root);
    page.update(None::<&str>);
    page.update(Vec::<Node>::new());
    assert_eq!(page.html(), "<!---->");
    // An empty `Vec` is nothing in another way, and takes the place of it.
    assert_eq!(added(), [""]);
}

#[wasm_bindgen_test]
fn something_comes_where_nothing_was_and_goes_again() {
    let mut page = Page::new(|| tag::div().child("a").child(None::<&str>).child("z"));
    for (middle, html) in [
        (Some("m"), "<div>amz</div>"),
        (None, "<div>a<!---->z</div>"),
    ] {
        page.update(tag::div().child("a").child(middle).child("z"));
        assert_eq!(page.html(), html);
    }
}

#[wasm_bindgen_test]
fn another_kind_of_view_comes_in_the_same_place() {
    let mut page = Page::new(|| ("a", "m", "z"));
    page.update(("a", tag::p(), "z"));
    assert_eq!(page.html(), "a<p></p>z");
    page.update(("a", vec!["m", "n"], "z"));
    assert_eq!(page.html(), "amnz");
    page.update(("a", || "live", "z"));
    assert_eq!(page.html(), "alivez");
    page.update(("a", "m", "z"));
    assert_eq!(page.html(), "amz");
}
