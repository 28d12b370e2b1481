//! Closures, and closures within closures.

use leptos::prelude::Owner;
use leptos::web_sys::Element;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled, watch};
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::{Memo, RwSignal};

#[wasm_bindgen_test]
async fn a_closure_changes_its_own_place_alone() {
    let owner = Owner::new();
    let word = owner.with(|| RwSignal::new("b"));
    let page = Page::new(|| ("a", move || word.try_get(), "c"));
    let added = watch(&page.root);
    word.try_set("x");
    settled().await;
    assert_eq!((page.html().as_str(), added().len()), ("axc", 0));
}

#[wasm_bindgen_test]
async fn what_a_closure_gives_may_be_of_another_kind_each_time() {
    let owner = Owner::new();
    let count = owner.with(|| RwSignal::new(0_usize));
    let page = Page::new(|| {
        let shown = move || match count.try_get().unwrap_or_default() {
            0 => Node::Nothing,
            1 => tag::p().child("one").into_node(),
            count => vec!["many"; count].into_node(),
        };
        ("a", shown, "z")
    });
    for (now, html) in [
        (1, "a<p>one</p>z"),
        (2, "amanymanyz"),
        (3, "amanymanymanyz"),
        (0, "a<!---->z"),
        (2, "amanymanyz"),
        (1, "a<p>one</p>z"),
    ] {
        count.try_set(now);
        settled().await;
        assert_eq!(page.html(), html);
    }
}

#[wasm_bindgen_test]
async fn a_closure_in_the_place_of_another_keeps_what_is_alike_and_silences_the_other() {
    let owner = Owner::new();
    let [first, second] = owner.with(|| ["a", "b"].map(RwSignal::new));
    let runs = owner.with(|| RwSignal::new(0_u32));
    let shown = |signal: RwSignal<&'static str>| {
        move || {
            runs.try_set(runs.try_get_untracked().unwrap_or_default() + 1);
            tag::p().child(signal.try_get())
        }
    };
    let mut page = Page::new(|| shown(first));
    let before: Element = page.find("p");
    page.update(shown(second));
    assert_eq!(page.html(), "<p>b</p>");
    first.try_set("late");
    settled().await;
    assert_eq!(
        (page.html().as_str(), runs.try_get_untracked()),
        ("<p>b</p>", Some(2))
    );
    second.try_set("c");
    settled().await;
    assert_eq!(page.html(), "<p>c</p>");
    assert_eq!(page.find::<Element>("p"), before);
}

#[wasm_bindgen_test]
async fn a_closure_within_a_closure_runs_alone_where_it_alone_is_concerned() {
    let owner = Owner::new();
    let [outer, inner, runs] = owner.with(|| [0_u32; 3].map(RwSignal::new));
    let page = Page::new(|| {
        move || {
            runs.try_set(runs.try_get_untracked().unwrap_or_default() + 1);
            let outer = outer.try_get().unwrap_or_default();
            let inner = move || inner.try_get().map(|inner| inner.to_string());
            tag::p().attr("id", outer.to_string()).child(inner)
        }
    });
    let before: Element = page.find("p");
    inner.try_set(1);
    settled().await;
    assert_eq!(
        (page.html().as_str(), runs.try_get_untracked()),
        (r#"<p id="0">1</p>"#, Some(1))
    );
    outer.try_set(1);
    settled().await;
    assert_eq!(
        (page.html().as_str(), runs.try_get_untracked()),
        (r#"<p id="1">1</p>"#, Some(2))
    );
    // The inner one that came with it is heard; both at once are no harm either.
    inner.try_set(2);
    outer.try_set(2);
    settled().await;
    assert_eq!(page.html(), r#"<p id="2">2</p>"#);
    assert_eq!(page.find::<Element>("p"), before);
}

#[wasm_bindgen_test]
async fn a_closure_hears_of_a_memo_that_another_one_is_made_of_in_whatever_order_it_reads_them() {
    let owner = Owner::new();
    for above_first in [true, false] {
        let number = owner.with(|| RwSignal::new(1_u32));
        let page = Page::new(|| {
            let below = Memo::new(move |_| number.try_get().unwrap_or_default());
            let above = Memo::new(move |_| below.try_get().unwrap_or_default() / 10);
            let read = move || match above_first {
                true => (above.try_get(), below.try_get()),
                false => {
                    let below = below.try_get();
                    (above.try_get(), below)
                }
            };
            let text = move || {
                let (above, below) = read();
                format!(
                    "{} {}",
                    above.unwrap_or_default(),
                    below.unwrap_or_default()
                )
            };
            tag::p().attr("id", text).child(text)
        });
        for (now, shown) in [(2, "0 2"), (9, "0 9"), (12, "1 12"), (13, "1 13")] {
            number.try_set(now);
            settled().await;
            assert_eq!(page.html(), format!(r#"<p id="{shown}">{shown}</p>"#));
        }
    }
}

#[wasm_bindgen_test]
async fn a_closure_that_reads_a_memo_runs_only_when_that_is_another() {
    let owner = Owner::new();
    let (number, runs) = owner.with(|| (RwSignal::new(1_u32), RwSignal::new(0_u32)));
    let page = Page::new(|| {
        let odd = Memo::new(move |_| number.try_get().unwrap_or_default() % 2 == 1);
        move || {
            runs.try_set(runs.try_get_untracked().unwrap_or_default() + 1);
            odd.try_get().map(|odd| if odd { "odd" } else { "even" })
        }
    });
    for (now, html, so_far) in [(3, "odd", 1), (5, "odd", 1), (6, "even", 2)] {
        number.try_set(now);
        settled().await;
        assert_eq!(
            (page.html().as_str(), runs.try_get_untracked()),
            (html, Some(so_far))
        );
    }
}
