//! A tree within an application of Leptos.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::Element;
use leptos::web_sys::wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled};
use crate::widget::dom::{IntoNode as _, Node, each, tag};

/// Mounts a view of Leptos into a page, and gives what unmounts it when it is dropped.
fn mounted<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> (Page, impl Sized) {
    let page = Page::new(Node::default);
    let handle = mount_to(page.root.clone().unchecked_into(), view);
    (page, handle)
}

#[wasm_bindgen_test]
async fn a_tree_stands_in_a_view_beside_what_else_is_there() {
    let count = ArcRwSignal::new(1_u32);
    let shown = count.clone();
    let (page, handle) = mounted(move || {
        let rows = each(
            move || (0..shown.get()).collect(),
            u32::to_string,
            |row: u32| tag::li().child(row.to_string()),
        );
        view! { <h1>"before"</h1> {rows} <h2>"after"</h2> }
    });
    let html = |rows: &str| format!("<!----><h1>before</h1>{rows}<!----><h2>after</h2>");
    assert_eq!(page.html(), html("<li>0</li>"));
    count.set(2);
    settled().await;
    assert_eq!(page.html(), html("<li>0</li><li>1</li>"));
    drop(handle);
    assert_eq!(page.html(), "<!---->");
}

#[wasm_bindgen_test]
async fn leptos_closures_update_a_tree_and_keep_its_elements() {
    let word = ArcRwSignal::new("a");
    let shown = word.clone();
    let (page, _handle) = mounted(move || {
        view! { <div>{move || tag::p().child(shown.get()).into_node()}</div> }
    });
    let before: Element = page.find("p");
    word.set("b");
    settled().await;
    assert_eq!(
        (
            page.find::<Element>("p").inner_html().as_str(),
            page.find::<Element>("p")
        ),
        ("b", before)
    );
}

#[wasm_bindgen_test]
async fn leptos_puts_views_before_a_tree_and_takes_it_away() {
    let (early, tree) = (ArcRwSignal::new(false), ArcRwSignal::new(true));
    let (is_early, has_tree) = (early.clone(), tree.clone());
    let (page, _handle) = mounted(move || {
        let tree = move || has_tree.get().then(|| ("a", tag::p()).into_node());
        view! { <div>{move || is_early.get().then(|| view! { <h1></h1> })} {tree}</div> }
    });
    let shown = || {
        page.find::<Element>("div")
            .inner_html()
            .replace("<!---->", "")
    };
    assert_eq!(shown(), "a<p></p>");
    early.set(true);
    settled().await;
    assert_eq!(shown(), "<h1></h1>a<p></p>");
    tree.set(false);
    settled().await;
    assert_eq!(shown(), "<h1></h1>");
    tree.set(true);
    settled().await;
    assert_eq!(shown(), "<h1></h1>a<p></p>");
}
