//! What ends with an element, and what runs after its owner is gone.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::Owner;
use leptos::web_sys::HtmlElement;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled};
use crate::widget::dom::{Node, each, tag};
use crate::widget::signals::{Memo, RwSignal, StoredValue};

#[wasm_bindgen_test]
fn a_listener_ends_with_its_element() {
    let owner = Owner::new();
    let clicks = owner.with(|| RwSignal::new(0_u32));
    let held = Arc::new(());
    let mut page = Page::new(|| {
        let held = Arc::clone(&held);
        tag::button().on(ev::click, move |_| {
            let _ = &held;
            clicks.try_set(clicks.try_get_untracked().unwrap_or_default() + 1);
        })
    });
    let button: HtmlElement = page.find("button");
    button.click();
    assert_eq!(
        (clicks.try_get_untracked(), Arc::strong_count(&held)),
        (Some(1), 2)
    );
    page.unmount();
    button.click();
    assert_eq!(
        (clicks.try_get_untracked(), Arc::strong_count(&held)),
        (Some(1), 1)
    );
}

#[wasm_bindgen_test]
fn the_listeners_of_what_is_replaced_end_too() {
    let held = Arc::new(());
    let button = || {
        let held = Arc::clone(&held);
        tag::button().on(ev::click, move |_| drop(Arc::clone(&held)))
    };
    let mut page = Page::new(|| tag::div().child(button()).child(vec![button(), button()]));
    assert_eq!(Arc::strong_count(&held), 4);
    page.update(tag::div().child("").child(vec![button()]));
    assert_eq!(Arc::strong_count(&held), 2);
    page.update(tag::p());
    assert_eq!(Arc::strong_count(&held), 1);
}

#[wasm_bindgen_test]
async fn closures_end_with_what_they_have_shown() {
    let owner = Owner::new();
    let (number, runs) = owner.with(|| (RwSignal::new(0_u32), StoredValue::new(0_u32)));
    let count = move || {
        runs.try_set_value(runs.try_get_value().unwrap_or_default() + 1);
        number.try_get().map(|number| number.to_string())
    };
    let view = move || {
        let rows = each(move || vec![count()], |_| String::new(), |_| Node::Nothing);
        let field = tag::input().attr("id", count).holds("value", count);
        (count, field, rows)
    };
    let mut page = Page::new(view);
    assert_eq!(runs.try_get_value(), Some(4));
    number.try_set(1);
    settled().await;
    assert_eq!(runs.try_get_value(), Some(8));
    page.unmount();
    number.try_set(2);
    settled().await;
    assert_eq!((page.html().as_str(), runs.try_get_value()), ("", Some(8)));
}

#[wasm_bindgen_test]
async fn the_signals_of_a_row_end_with_it_and_not_before() {
    let owner = Owner::new();
    let letters = owner.with(|| RwSignal::new(String::from("ab")));
    let made = owner.with(|| StoredValue::new(Vec::<RwSignal<char>>::new()));
    let all = move || letters.try_get().unwrap_or_default().chars().collect();
    let _page = Page::new(|| {
        each(all, char::to_string, move |letter| {
            let mut signals = made.try_get_value().unwrap_or_default();
            let signal = RwSignal::new(letter);
            signals.push(signal);
            made.try_set_value(signals);
            tag::p().child(move || signal.try_get().map(String::from))
        })
    });
    let alive = || {
        let made = made.try_get_value().unwrap_or_default();
        made.iter()
            .map(|signal| signal.try_get_untracked())
            .collect::<Vec<_>>()
    };
    for (now, expected) in [
        ("ba", vec![Some('a'), Some('b')]),
        ("b", vec![None, Some('b')]),
        ("ab", vec![None, Some('b'), Some('a')]),
        ("", vec![None, None, None]),
    ] {
        letters.try_set(String::from(now));
        settled().await;
        assert_eq!(alive(), expected, "{now}");
    }
}

#[wasm_bindgen_test]
async fn the_signals_of_a_closure_end_when_it_runs_again() {
    let owner = Owner::new();
    let number = owner.with(|| RwSignal::new(1_u32));
    let made = owner.with(|| StoredValue::new(Vec::<RwSignal<u32>>::new()));
    let page = Page::new(|| {
        move || {
            let mut signals = made.try_get_value().unwrap_or_default();
            signals.push(RwSignal::new(number.try_get().unwrap_or_default()));
            let newest = signals.last().copied();
            made.try_set_value(signals);
            tag::p().child(move || {
                newest
                    .and_then(RwSignal::try_get)
                    .map(|now| now.to_string())
            })
        }
    });
    number.try_set(2);
    settled().await;
    let made = made.try_get_value().unwrap();
    let values: Vec<_> = made
        .iter()
        .map(|signal| signal.try_get_untracked())
        .collect();
    assert_eq!(
        (page.html().as_str(), values),
        ("<p>2</p>", vec![None, Some(2)])
    );
}

#[wasm_bindgen_test]
async fn an_effect_that_runs_after_its_owner_is_gone_finds_nothing_and_harms_nothing() {
    let (first, second) = (Owner::new(), Owner::new());
    let (gone, doubled) = first.with(|| {
        let gone = RwSignal::new(2_u32);
        let doubled = Memo::new(move |_| gone.try_get().unwrap_or_default() * 2);
        (gone, doubled)
    });
    let still_there = second.with(|| RwSignal::new('a'));
    let page = Page::new(|| {
        move || {
            let letter = still_there.try_get().unwrap_or_default();
            format!("{letter} {:?} {:?}", gone.try_get(), doubled.try_get())
        }
    });
    assert_eq!(page.html(), "a Some(2) Some(4)");
    // What is gone says nothing of it: the page shows it until something else changes.
    first.cleanup();
    settled().await;
    assert_eq!(page.html(), "a Some(2) Some(4)");
    still_there.try_set('b');
    settled().await;
    assert_eq!(page.html(), "b None None");
}

#[wasm_bindgen_test]
async fn a_change_that_comes_with_the_end_is_not_shown() {
    let owner = Owner::new();
    let letter = owner.with(|| RwSignal::new("a"));
    let mut page = Page::new(|| {
        tag::p()
            .attr("id", move || letter.try_get())
            .child(move || letter.try_get())
    });
    let paragraph: HtmlElement = page.find("p");
    letter.try_set("b");
    page.unmount();
    owner.cleanup();
    settled().await;
    assert_eq!(paragraph.outer_html(), r#"<p id="a">a</p>"#);
}
