//! Texts that a translator or a script has replaced, wrapped, split, joined or removed.

use js_sys::Function;
use leptos::prelude::Owner;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled};
use crate::widget::dom::{IntoNode as _, Node, each, many, tag};
use crate::widget::signals::RwSignal;

/// What is done to every text in an element, each as the body of a function.
const WAYS: [(&str, &str); 8] = [
    (
        "replaced by an element",
        "const font = document.createElement('font'); font.append(`<${text.data}>`); text.replaceWith(font);",
    ),
    (
        "replaced by another text",
        "text.replaceWith(`<${text.data}>`);",
    ),
    (
        "wrapped",
        "const font = document.createElement('font'); text.replaceWith(font); font.append(text);",
    ),
    (
        "wrapped twice and changed",
        "const [a, b] = ['font', 'font'].map((name) => document.createElement(name));
         text.replaceWith(a); a.append(b); b.append(text); text.data = `<${text.data}>`;",
    ),
    ("removed", "text.remove();"),
    ("split", "if (text.data.length > 1) text.splitText(1);"),
    ("joined", "text.parentNode.normalize();"),
    (
        "among others",
        "text.before('before'); text.after(document.createElement('b'), document.createComment('c'));",
    ),
];

/// What is done to every element.
const OF_ELEMENTS: [(&str, &str); 3] = [
    ("emptied", "element.replaceChildren();"),
    ("filled", "element.textContent = 'something';"),
    (
        "turned round",
        "element.append(...[...element.childNodes].reverse());",
    ),
];

fn meddle(root: &web_sys::Element, way: &str) {
    let script = format!(
        "const texts = [];
         const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
         while (walker.nextNode()) texts.push(walker.currentNode);
         for (const text of texts) if (text.parentNode) {{ {way} }}"
    );
    run(root, &script);
}

fn meddle_with_elements(root: &web_sys::Element, way: &str) {
    // From the inside out, as what is taken out cannot be found any more.
    let script =
        format!("for (const element of [...root.querySelectorAll('*')].reverse()) {{ {way} }}");
    run(root, &script);
}

fn run(root: &web_sys::Element, script: &str) {
    let function = Function::new_with_args("root", script);
    function.call1(&JsValue::NULL, root).unwrap();
}

/// Views that show a number between other things, each in another way.
type View = fn(RwSignal<u32>) -> Node;

fn number(of: RwSignal<u32>) -> String {
    of.try_get().unwrap_or_default().to_string()
}

const VIEWS: [(&str, View); 9] = [
    ("a text", |n| tag::p().child(move || number(n)).into_node()),
    ("a text between texts", |n| {
        let text = tag::p().child("of ").child(move || number(n));
        text.child(" users").into_node()
    }),
    ("texts and elements", |n| {
        let pieces = move || {
            let number = number(n);
            let figure = tag::span().child(number.clone());
            vec![
                "about ".into_node(),
                figure.into_node(),
                format!(" of {number}").into_node(),
            ]
        };
        tag::p().child(pieces).into_node()
    }),
    ("more and fewer texts", |n| {
        let texts = move || {
            let number = n.try_get().unwrap_or_default();
            many((0..=number % 3).map(move |at| format!("{number}.{at} ")))
        };
        tag::p().child("a").child(texts).child("z").into_node()
    }),
    ("now and then", |n| {
        let text = move || {
            let number = n.try_get().unwrap_or_default();
            number.is_multiple_of(2).then(|| number.to_string())
        };
        let paragraph = tag::p().child(tag::span()).child(text);
        paragraph.child(tag::span()).into_node()
    }),
    ("of another kind each time", |n| {
        let shown = move || {
            let text = number(n);
            match n.try_get().unwrap_or_default() % 3 {
                0 => text.into_node(),
                1 => tag::span().child(text).into_node(),
                _ => Node::Nothing,
            }
        };
        tag::p().child("a").child(shown).child("z").into_node()
    }),
    ("a list between texts", |n| {
        let all = move || {
            let last = n.try_get().unwrap_or_default();
            (last.saturating_sub(2)..=last).rev().collect()
        };
        let row = move |_: u32| (move || number(n), tag::span().child(move || number(n)));
        let list = each(all, u32::to_string, row);
        tag::p().child("a").child(list).child("z").into_node()
    }),
    ("options", |n| {
        let options = move || {
            let number = n.try_get().unwrap_or_default();
            many((0..3).map(move |at| tag::option().child((number + at).to_string())))
        };
        tag::select().child(options).into_node()
    }),
    ("a picture", |n| {
        let text = tag::text().child(move || number(n)).child(" users");
        let title = tag::title().child(move || number(n));
        tag::svg().child(title).child(text).into_node()
    }),
];

/// Meddles with a view before each of several changes, and compares it with a fresh one after each.
async fn survives(way: &str, meddle: impl Fn(&web_sys::Element)) {
    for (what, view) in VIEWS {
        let owner = Owner::new();
        let shown = owner.with(|| RwSignal::new(5));
        let page = Page::new(|| view(shown));
        for now in [6, 8, 7, 12, 13] {
            meddle(&page.root);
            shown.try_set(now);
            settled().await;
            let fresh = owner.with(|| RwSignal::new(now));
            let fresh = Page::new(|| view(fresh));
            assert_eq!(page.html(), fresh.html(), "{what}, {way}, {now}");
        }
    }
}

#[wasm_bindgen_test]
async fn whatever_was_done_to_its_texts_what_changes_is_what_is_seen() {
    for (way, script) in WAYS {
        survives(way, |root| meddle(root, script)).await;
    }
}

#[wasm_bindgen_test]
async fn whatever_was_done_twice_too() {
    for (first, script) in WAYS {
        for (second, again) in WAYS {
            let way = format!("{first}, then {second}");
            survives(&way, |root| {
                meddle(root, script);
                meddle(root, again);
            })
            .await;
        }
    }
}

#[wasm_bindgen_test]
async fn an_element_that_was_filled_by_others_holds_its_own_again_when_it_changes() {
    for (way, script) in OF_ELEMENTS {
        let owner = Owner::new();
        let shown = owner.with(|| RwSignal::new(5));
        let view = |number_of: RwSignal<u32>| {
            let text = tag::span().child("a ").child(move || number(number_of));
            let both = move || {
                let _ = number_of.try_get();
                (tag::span().child("b"), text_of(number_of))
            };
            tag::p().child(both).child(text)
        };
        let page = Page::new(|| view(shown));
        for now in [6, 8] {
            meddle_with_elements(&page.root, script);
            shown.try_set(now);
            settled().await;
            let fresh = owner.with(|| RwSignal::new(now));
            assert_eq!(
                page.html(),
                Page::new(|| view(fresh)).html(),
                "{way}, {now}"
            );
        }
    }
}

fn text_of(number_of: RwSignal<u32>) -> Node {
    tag::div().child(number(number_of)).into_node()
}

#[wasm_bindgen_test]
async fn what_does_not_change_stays_as_the_translator_wants_it() {
    let owner = Owner::new();
    let shown = owner.with(|| RwSignal::new(1));
    let page = Page::new(|| {
        let label = tag::span().child("people");
        tag::p().child(label).child(move || number(shown))
    });
    let [(_, translate), ..] = WAYS;
    meddle(&page.root, translate);
    shown.try_set(2);
    settled().await;
    assert_eq!(
        page.html(),
        "<p><span><font>&lt;people&gt;</font></span>2</p>"
    );
}

#[wasm_bindgen_test]
async fn a_field_keeps_the_focus_while_what_stands_around_it_is_put_in_order() {
    let owner = Owner::new();
    let shown = owner.with(|| RwSignal::new(1));
    let page = Page::new(|| {
        let label = tag::label().child("at most ").child(tag::input());
        label.child(move || number(shown)).child(" users")
    });
    let field: web_sys::HtmlElement = page.find("input");
    for (way, script) in WAYS {
        field.focus().unwrap();
        meddle(&page.root, script);
        let now = shown.try_get_untracked().unwrap_or_default() + 1;
        shown.try_set(now);
        settled().await;
        let html = format!("<label>at most <input>{now} users</label>");
        assert_eq!(page.html(), html, "{way}");
        let active = web_sys::window().unwrap().document().unwrap();
        let active = active.active_element().unwrap();
        assert!(*active == **field, "{way}: the field has lost the focus");
    }
}
