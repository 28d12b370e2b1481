//! Rows kept, inserted, moved and removed; lists within rows.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::Owner;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, settled, watch};
use crate::widget::dom::{Element, Node, each, many, tag};
use crate::widget::signals::RwSignal;

/// A list of letters, and the signal that holds them.
struct Letters {
    page: Page,
    letters: RwSignal<String>,
    _owner: Owner,
}

impl Letters {
    fn new(letters: &str, row: fn(char) -> Node) -> Self {
        let owner = Owner::new();
        let letters = owner.with(|| RwSignal::new(String::from(letters)));
        let list = move || {
            let each_letter = move || letters.try_get().unwrap_or_default().chars().collect();
            each(each_letter, char::to_string, row)
        };
        let page = Page::new(|| tag::div().child("(").child(list()).child(")"));
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

    fn text(&self) -> String {
        self.page.root.text_content().unwrap()
    }

    /// The elements of some rows, by their letters.
    fn rows(&self, letters: &str) -> Vec<web_sys::Node> {
        let all = self.page.find_all("p");
        let find = |letter: char| {
            let mut found = all
                .iter()
                .filter(|row| row.text_content() == Some(letter.to_string()));
            found.next().unwrap().clone()
        };
        letters.chars().map(find).collect()
    }
}

fn paragraph(letter: char) -> Node {
    Node::Element(tag::p().child(letter.to_string()))
}

#[wasm_bindgen_test]
async fn rows_come_and_go_anywhere_and_the_others_stay_where_they_are() {
    let list = Letters::new("", paragraph);
    let mut before = String::new();
    for (letters, added) in [
        ("bc", "bc"),
        ("abc", "a"),
        ("abxc", "x"),
        ("abxcd", "d"),
        ("bxcd", ""),
        ("bcd", ""),
        ("bc", ""),
        ("yb", "y"),
        ("mn", "mn"),
        ("", ""),
    ] {
        let stay: String = before
            .chars()
            .filter(|row| letters.contains(*row))
            .collect();
        let (kept, moved) = (list.rows(&stay), watch(&list.page.root));
        list.set(letters).await;
        assert_eq!(list.text(), format!("({letters})"));
        assert_eq!(list.rows(&stay), kept, "{before} {letters}");
        let mut moved = moved();
        moved.sort();
        assert_eq!(moved.concat(), added, "{before} {letters}");
        before = String::from(letters);
    }
}

#[wasm_bindgen_test]
async fn as_few_rows_move_as_possible() {
    let list = Letters::new("abcde", paragraph);
    let all = list.rows("abcde");
    for (letters, expected) in [
        // The last to the front, and back; two that change places; the other way round.
        ("eabcd", "e"),
        ("abcde", "e"),
        ("bacde", "b"),
        ("abcde", "a"),
        ("edcba", "abcd"),
        ("abcde", "abcd"),
        // One goes, one comes, one moves.
        ("exabc", "ex"),
    ] {
        let moved = watch(&list.page.root);
        list.set(letters).await;
        assert_eq!(list.text(), format!("({letters})"));
        assert_eq!(moved().len(), expected.len(), "{letters}");
    }
    assert_eq!(list.rows("abce"), [&all[..3], &all[4..]].concat());
}

#[wasm_bindgen_test]
async fn every_order_comes_about_from_every_other() {
    let list = Letters::new("", paragraph);
    let mut orders = vec![String::new()];
    for letter in "abcd".chars() {
        let insert = |order: &String| {
            let order = order.clone();
            let places: Vec<usize> = (0..=order.len()).collect();
            places.into_iter().map(move |at| {
                let mut order = order.clone();
                order.insert(at, letter);
                order
            })
        };
        orders = orders.iter().flat_map(insert).collect();
    }
    for from in &orders {
        for to in &orders {
            list.set(from).await;
            let rows = list.rows("abcd");
            list.set(to).await;
            assert_eq!(list.text(), format!("({to})"), "{from}");
            assert_eq!(list.rows("abcd"), rows, "{from} {to}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_row_of_several_nodes_moves_as_a_whole() {
    fn row(letter: char) -> Node {
        let live = move || match letter {
            'b' => Node::Nothing,
            letter => Node::Many(vec![paragraph(letter), paragraph(letter)]),
        };
        many(
            [
                Node::Text(letter.to_string().into()),
                Node::Live(Box::new(live)),
            ]
            .into_iter(),
        )
    }
    let list = Letters::new("abc", row);
    for (letters, html) in [
        ("cab", "(c<p>c</p><p>c</p>a<p>a</p><p>a</p>b<!----><!---->)"),
        ("bc", "(b<!---->c<p>c</p><p>c</p><!---->)"),
        ("cb", "(c<p>c</p><p>c</p>b<!----><!---->)"),
    ] {
        list.set(letters).await;
        assert_eq!(list.page.html(), format!("<div>{html}</div>"));
    }
}

#[wasm_bindgen_test]
async fn a_list_within_a_row_moves_with_it_and_changes_within_it() {
    let owner = Owner::new();
    let inner = owner.with(|| RwSignal::new(String::from("12")));
    let outer = owner.with(|| RwSignal::new(String::from("ab")));
    let letters =
        |of: RwSignal<String>| move || of.try_get().unwrap_or_default().chars().collect::<Vec<_>>();
    // The list is all that a row has: the nodes of the row are those of the list.
    let page = Page::new(|| {
        each(letters(outer), char::to_string, move |row: char| {
            let cell = move |cell: char| tag::p().child(format!("{row}{cell}"));
            each(letters(inner), char::to_string, cell)
        })
    });
    let text = || page.root.text_content().unwrap();
    assert_eq!(text(), "a1a2b1b2");
    let before = page.find_all("p");
    for (now, numbers, shown) in [
        ("ba", "12", "b1b2a1a2"),
        ("ba", "213", "b2b1b3a2a1a3"),
        ("ab", "213", "a2a1a3b2b1b3"),
        ("ab", "", ""),
        ("ba", "", ""),
        ("ba", "1", "b1a1"),
        ("cba", "1", "c1b1a1"),
        ("a", "12", "a1a2"),
    ] {
        outer.try_set(String::from(now));
        settled().await;
        inner.try_set(String::from(numbers));
        settled().await;
        assert_eq!(text(), shown);
        if now == "ba" && numbers == "12" {
            let moved = [&before[2..], &before[..2]].concat();
            assert_eq!(page.find_all("p"), moved);
        }
    }
}

#[wasm_bindgen_test]
async fn both_lists_may_change_at_once() {
    let owner = Owner::new();
    let letters = owner.with(|| RwSignal::new(String::from("abc")));
    let all = move || {
        letters
            .try_get()
            .unwrap_or_default()
            .chars()
            .collect::<Vec<_>>()
    };
    let page = Page::new(|| {
        each(all, char::to_string, move |row| {
            each(all, char::to_string, move |cell| {
                tag::p().child(format!("{row}{cell} "))
            })
        })
    });
    for (now, shown) in [
        ("cb", "cc cb bc bb "),
        ("bdc", "bb bd bc db dd dc cb cd cc "),
        ("", ""),
        ("a", "aa "),
    ] {
        letters.try_set(String::from(now));
        settled().await;
        assert_eq!(page.root.text_content().unwrap(), shown);
    }
}

#[wasm_bindgen_test]
async fn rows_with_the_same_key_are_told_apart_by_their_order() {
    let list = Letters::new("aba", paragraph);
    let before = list.page.find_all("p");
    list.set("baa").await;
    assert_eq!(list.text(), "(baa)");
    let order = |places: [usize; 3]| places.map(|place| before[place].clone());
    assert_eq!(list.page.find_all("p"), order([1, 0, 2]));
    // One too many: the last of them goes.
    list.set("ba").await;
    assert_eq!(list.page.find_all("p"), order([1, 0, 2])[..2]);
}

#[wasm_bindgen_test]
async fn a_development_build_warns_of_rows_with_the_same_key() {
    let console = Reflect::get(&js_sys::global(), &JsValue::from("console")).unwrap();
    let (warn, said) = (JsValue::from("warn"), Array::new());
    let before = Reflect::get(&console, &warn).unwrap();
    let collect = Function::new_with_args("said", "return (text) => said.push(text)");
    let collect = collect.call1(&JsValue::NULL, &said).unwrap();
    Reflect::set(&console, &warn, &collect).unwrap();
    let list = Letters::new("ab", paragraph);
    let without = said.length();
    list.set("aba").await;
    Reflect::set(&console, &warn, &before).unwrap();
    assert_eq!((without, said.length()), (0, 1));
    let said = said.get(0).as_string().unwrap();
    assert!(said.contains("the key \"a\""), "{said}");
}

#[wasm_bindgen_test]
async fn a_list_in_the_place_of_another_keeps_the_rows_whose_keys_are_there() {
    let owner = Owner::new();
    let (word, letters) = owner.with(|| (RwSignal::new("one"), RwSignal::new(String::from("abc"))));
    let page = Page::new(|| {
        move || {
            let word = word.try_get().unwrap_or_default();
            let all = move || letters.try_get().unwrap_or_default().chars().collect();
            let row = move |letter: char| {
                // A signal of the row itself, which each list has anew.
                let own = RwSignal::new(word);
                let text = move || own.try_get().map(|own| format!("{letter} {own}"));
                tag::p().attr("id", letter.to_string()).child(text)
            };
            tag::div()
                .child("(")
                .child(each(all, char::to_string, row))
                .child(")")
        }
    });
    let text = |page: &Page| page.root.text_content().unwrap();
    assert_eq!(text(&page), "(a oneb onec one)");
    let before = page.find_all("p");
    word.try_set("two");
    letters.try_set(String::from("cxa"));
    settled().await;
    assert_eq!(text(&page), "(c twox twoa two)");
    let now = page.find_all("p");
    assert_eq!([&now[0], &now[2]], [&before[2], &before[0]]);
    // The list that is there now is the one that is heard.
    letters.try_set(String::from("ac"));
    settled().await;
    assert_eq!(text(&page), "(a twoc two)");
    assert_eq!(page.find_all("p"), [before[0].clone(), before[2].clone()]);
    word.try_set("three");
    settled().await;
    assert_eq!(text(&page), "(a threec three)");
}
