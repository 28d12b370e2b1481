//! What is above a table: searching it, showing only what differs, and who has what is ticked.

use leptos::ev;
use leptos::prelude::*;

use super::search::{Filter, Search};
use super::tally::tally;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::not_found::{clear_search, not_found};
use crate::widget::shared::pieces::checkbox;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// Each tool where it helps: a field to search with where there are many rows, a switch for what differs, and who
/// has all that is needed where there is something to tick.
pub(super) fn tools(state: State, card: &Card, table: &'static str, filter: Filter) -> Node {
    let search = filter.search;
    let has_many = untrack(|| filter.is_needed());
    let finder = has_many.then(|| finder(state, search, table));
    let differences = search.is_offered.then(|| differences(state, search));
    let count = has_many.then(|| count(state, filter));
    let can_tick = card.editions.len() > 1 && !card.features.is_empty();
    let tally = can_tick.then(|| tally(state));
    if !has_many && tally.is_none() {
        return Node::Nothing;
    }

    tag::div()
        .part("tools")
        .child((finder, differences, count, tally))
        .into_node()
}

/// The field to search with.
fn finder(state: State, search: Search, table: &'static str) -> Element {
    let input = tag::input()
        .part("input")
        .attr("id", "find")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-controls", table)
        .attr("aria-label", move || state.say(&Word::new("ui-find")))
        .attr("placeholder", move || state.say(&Word::new("ui-find")))
        .holds("value", move || Some(search.text()))
        .on(ev::input, move |event| {
            search.change(|search| search.text = event_target_value(&event));
        });
    tag::div().class("box finder").child(input)
}

/// The switch for what differs.
fn differences(state: State, search: Search) -> Element {
    let input = checkbox("check")
        .attr("role", "switch")
        .attr("id", "differences")
        .holds("checked", move || search.only_differing())
        .on(ev::change, move |event| {
            search.change(|search| search.all = !event_target_checked(&event));
        });
    tag::label()
        .class("toggle switch")
        .child(input)
        .child(tag::span().child(say(state, "ui-differences")))
}

/// How much is shown; where that is nothing, that, with a way back.
fn count(state: State, filter: Filter) -> Node {
    let counts = Memo::new(move |_| filter.counts());
    let search = filter.search;
    let missed = Memo::new(move |_| {
        let is_missed = counts.get().0 == 0 && search.is_on();
        is_missed.then(|| search.text())
    });
    let status = move || match missed.get() {
        Some(text) => not_found(state, &text),
        None => {
            let (shown, all) = counts.get();
            let word = Word::new("ui-rows-shown")
                .with("shown", Arg::Count(shown))
                .with("all", Arg::Count(all));
            phrase(state, word)
        }
    };
    let count = tag::p()
        .part("count")
        .class("help")
        .attr("role", "status")
        .attr("id", "count")
        .child(status);
    let clear = clear_search(
        state,
        "#find",
        move || missed.get().is_some(),
        move || search.change(|search| search.text.clear()),
    );
    (count, clear).into_node()
}
