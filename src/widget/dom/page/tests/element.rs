//! An element kept or replaced; its attributes, listeners and children.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::{GetUntracked as _, NodeRef, Owner};
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled};
use crate::widget::dom::{Node, tag};
use crate::widget::signals::RwSignal;

#[wasm_bindgen_test]
fn an_element_stays_while_its_name_and_its_attributes_do() {
    let mut page = Page::new(|| tag::p().class("a").child("one"));
    let before: Element = page.find("p");
    page.update(tag::p().class("b").child("two"));
    assert_eq!(page.html(), r#"<p class="b">two</p>"#);
    assert_eq!(page.find::<Element>("p"), before);
}

#[wasm_bindgen_test]
fn an_attribute_comes_changes_and_goes_on_the_same_element() {
    let title = |title: Option<&'static str>| tag::p().attr("title", title);
    let mut page = Page::new(|| title(None));
    let before: Element = page.find("p");
    for (value, html) in [
        (Some("a"), r#"<p title="a"></p>"#),
        (Some("b"), r#"<p title="b"></p>"#),
        (None, "<p></p>"),
    ] {
        page.update(title(value));
        assert_eq!(page.html(), html);
    }
    assert_eq!(page.find::<Element>("p"), before);
}

#[wasm_bindgen_test]
fn an_attribute_that_is_the_same_is_not_set_again() {
    let mut page = Page::new(|| tag::p().class("a"));
    page.find::<Element>("p").set_class_name("of-the-page");
    page.update(tag::p().class("a"));
    assert_eq!(page.html(), r#"<p class="of-the-page"></p>"#);
}

#[wasm_bindgen_test]
fn an_element_that_differs_in_more_than_values_is_replaced() {
    let first = || tag::p().class("a");
    let others = [
        (tag::li().class("a"), r#"<li class="a"></li>"#),
        (tag::p().attr("id", "a"), r#"<p id="a"></p>"#),
        (tag::p(), "<p></p>"),
        (
            tag::p().class("a").attr("id", "b"),
            r#"<p class="a" id="b"></p>"#,
        ),
        (tag::p().attr("class", || "a"), r#"<p class="a"></p>"#),
    ];
    for (other, html) in others {
        let mut page = Page::new(first);
        let before: Element = page.find("p");
        page.update(other);
        assert_eq!(page.html(), html);
        assert!(!before.is_connected(), "{html}");
    }
}

#[wasm_bindgen_test]
async fn a_closure_sets_an_attribute_whenever_a_signal_changes() {
    let owner = Owner::new();
    let title = owner.with(|| RwSignal::new(Some("a")));
    let mut page = Page::new(|| tag::p().attr("title", move || title.try_get().flatten()));
    assert_eq!(page.html(), r#"<p title="a"></p>"#);
    for (value, html) in [(Some("b"), r#"<p title="b"></p>"#), (None, "<p></p>")] {
        title.try_set(value);
        settled().await;
        assert_eq!(page.html(), html);
    }
    // Another closure takes its place: what was set is corrected, and the first is not heard any more.
    page.update(tag::p().attr("title", || "fixed"));
    assert_eq!(page.html(), r#"<p title="fixed"></p>"#);
    title.try_set(Some("late"));
    settled().await;
    assert_eq!(page.html(), r#"<p title="fixed"></p>"#);
}

#[wasm_bindgen_test]
fn the_newest_handler_hears_an_event_and_no_other() {
    let mut page = Page::new(Node::default);
    let heard = page.owner.with(|| RwSignal::new(Vec::<u32>::new()));
    let button = |number: u32| {
        tag::button().on(ev::click, move |_| {
            let mut all = heard.try_get_untracked().unwrap();
            all.push(number);
            heard.try_set(all);
        })
    };
    page.update(button(1));
    let shown: HtmlElement = page.find("button");
    shown.click();
    page.update(button(2));
    assert_eq!(page.find::<HtmlElement>("button"), shown);
    shown.click();
    assert_eq!(heard.try_get_untracked(), Some(vec![1, 2]));
}

#[wasm_bindgen_test]
async fn a_handler_comes_anew_with_the_closure_around_it() {
    let owner = Owner::new();
    let count = owner.with(|| RwSignal::new(0_u32));
    let page = Page::new(|| {
        move || {
            let now = count.try_get().unwrap_or_default();
            let add = move |_| {
                count.try_set(now + 1);
            };
            tag::button().on(ev::click, add).child(now.to_string())
        }
    });
    let button: HtmlElement = page.find("button");
    for html in ["<button>1</button>", "<button>2</button>"] {
        button.click();
        settled().await;
        assert_eq!(page.html(), html);
    }
}

#[wasm_bindgen_test]
fn children_are_kept_added_and_removed() {
    let list = |items: &[&'static str]| {
        let items = items.iter().map(|item| tag::li().child(*item));
        items.fold(tag::ul(), |list, item| list.child(item))
    };
    let mut page = Page::new(|| list(&["a", "b"]));
    let before = page.find_all("li");
    page.update(list(&["c", "d", "e"]));
    assert_eq!(page.html(), "<ul><li>c</li><li>d</li><li>e</li></ul>");
    assert_eq!(page.find_all("li")[..2], before);
    page.update(list(&["f"]));
    assert_eq!(page.html(), "<ul><li>f</li></ul>");
    assert_eq!(page.find_all("li"), before[..1]);
}

#[wasm_bindgen_test]
fn a_drawing_is_made_of_elements_of_svg() {
    let page = Page::new(|| tag::svg().child(tag::g().child(tag::title().child("a"))));
    for name in ["svg", "g", "title"] {
        let namespace = page.find::<Element>(name).namespace_uri();
        assert_eq!(namespace.as_deref(), Some("http://www.w3.org/2000/svg"));
    }
}

#[wasm_bindgen_test]
fn a_node_ref_stands_for_the_element_also_for_one_that_has_stayed() {
    let mut page = Page::new(Node::default);
    let [first, second] = page.owner.with(|| [NodeRef::<Div>::new(), NodeRef::new()]);
    page.update(tag::div().node_ref(first));
    let shown: Element = page.find("div");
    page.update(tag::div().node_ref(second));
    for node_ref in [first, second] {
        assert_eq!(**node_ref.get_untracked().unwrap(), shown);
    }
}
