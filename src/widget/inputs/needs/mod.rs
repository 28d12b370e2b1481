//! The features that are needed.

mod chips;
mod list;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::Opened;
use super::pieces::framed;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::icon::LIST;
use crate::widget::shared::pieces::{fold, fold_summary};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::widget::words::searched::folded;
use crate::word::{Arg, Word};
use chips::chips;
use list::{Search, differs, list};

/// A list to search and to tick; nothing where the card knows no features.
pub(super) fn needs(state: State, card: Arc<Card>, opened: Opened) -> Node {
    if card.features.is_empty() {
        return Node::Nothing;
    }
    let text = opened.search;
    let search = Search {
        state,
        text: Memo::new(move |_| folded(text.get().trim())),
        written: text,
    };
    let (differ, alike): (Vec<_>, Vec<_>) = card.features.iter().partition(|f| differs(&card, f));
    let differ = list(search, &card, "ui-features-differ", differ);
    let alike = list(search, &card, "ui-features-alike", alike);
    let around = tag::details().part("needs").class("fold");
    let details = fold(state, String::from("needs"), opened.needs, around)
        .child(fold_summary(
            LIST,
            (say(state, "ui-features"), " ", number_needed(state)),
        ))
        .child(
            tag::label()
                .class("label")
                .attr("for", "feature-search")
                .child(say(state, "ui-features-search")),
        )
        .child(search_field(text))
        .child(search.found(&card))
        .child(differ)
        .child(alike);
    tag::div()
        .class("needs")
        .child(details)
        .child(chips(state))
        .into_node()
}

/// How many features are needed, beside the title of the list.
fn number_needed(state: State) -> Node {
    let number = state.memo_of_question(|question| Some(question.item.requires.len()));
    let badge = move || {
        let number = u64::try_from(number.get()?).unwrap_or_default();
        let word = Word::new("ui-features-needed").with("needed", Arg::Count(number));
        (number > 0).then(|| {
            tag::span()
                .class("badge")
                .attr("data-needed", number.to_string())
                .child(phrase(state, word))
        })
    };
    badge.into_node()
}

/// The field to search the list with.
fn search_field(text: RwSignal<String>) -> Element {
    let input = tag::input()
        .part("input")
        .attr("id", "feature-search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .holds("value", move || text.try_get())
        .on(ev::input, move |event| {
            text.try_set(event_target_value(&event));
        });
    framed(input).class("box search")
}
