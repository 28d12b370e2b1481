//! What is above the matrix: searching it, and showing only what differs.

use leptos::ev;
use leptos::prelude::*;

use super::filter::{Filter, rows};
use super::needs::needs;
use super::rows::Section;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::pieces::checkbox;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The most rows that are seen at a glance.
const GLANCE: usize = 7;

/// Each tool where it helps: a field to search with, a box for what differs and how much is shown, where
/// there are many rows; and who has all that is needed, where there are features.
pub(super) fn tools(state: State, card: &Card, sections: &[Section], filter: Filter) -> Node {
    let finder =
        (rows(sections).count() > GLANCE).then(|| finder(state, filter, card.editions.len() > 1));
    let needs = (!card.features.is_empty()).then(|| needs(state));
    if finder.is_none() && needs.is_none() {
        return Node::Nothing;
    }

    tag::div()
        .part("tools")
        .child(finder)
        .child(needs)
        .into_node()
}

/// A field to search with, a box for what differs, and how much is shown.
fn finder(state: State, filter: Filter, several: bool) -> Node {
    let differences = several.then(|| differences(state, filter.search.differences));
    (
        search(state, filter.search.text),
        differences,
        count(state, filter),
    )
        .into_node()
}

/// The field to search with.
fn search(state: State, text: RwSignal<String>) -> Element {
    let input = tag::input()
        .part("input")
        .attr("id", "find")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-controls", "features")
        .holds("value", move || text.try_get())
        .on(ev::input, move |event| {
            text.try_set(event_target_value(&event));
        });
    tag::div()
        .class("field")
        .child(
            tag::label()
                .part("label")
                .attr("for", "find")
                .child(say(state, "ui-find")),
        )
        .child(tag::div().class("box").child(input))
}

/// The box for what differs.
fn differences(state: State, differences: RwSignal<bool>) -> Element {
    let input = checkbox("tick")
        .attr("id", "differences")
        .holds("checked", move || differences.get())
        .on(ev::change, move |event| {
            differences.try_set(event_target_checked(&event));
        });
    tag::label()
        .class("pick")
        .child(input)
        .child(say(state, "ui-differences"))
}

/// How much is shown.
fn count(state: State, filter: Filter) -> Element {
    let counts = Memo::new(move |_| filter.counts());
    let status = move || {
        let (shown, all) = counts.get();
        let word = Word::new("ui-rows-shown")
            .with("shown", Arg::Count(shown))
            .with("all", Arg::Count(all));
        phrase(state, word)
    };
    tag::p()
        .part("count")
        .class("help")
        .attr("role", "status")
        .attr("id", "count")
        .child(status)
}
