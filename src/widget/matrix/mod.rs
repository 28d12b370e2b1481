//! The matrix: what can each edition do, and which of them do what is needed?

mod cell;
mod filter;
mod needs;
mod row;
mod rows;
mod standing;
mod table;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use self::filter::{Filter, Search};
use self::rows::{notes, sections};
use self::table::table;
use self::tools::tools;
use crate::card::{Card, Part};
use crate::text::Text;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::pieces::titled_list;
use crate::widget::shared::sources::sources;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;

/// Every feature and every quantity of a card with a column for each edition.
pub(in crate::widget) fn matrix(state: State) -> Node {
    tag::div()
        .part("matrix")
        .class("stack")
        .child(stale_note(state))
        .child(date_note(state))
        .child(searched(state))
        .child(sources(state))
        .into_node()
}

/// The matrix of a card, which is searched anew for another one; in another language it is still searched for the same.
fn searched(state: State) -> Node {
    let id = Memo::new(move |_| state.card().map(|card| card.id.clone()));
    let matrix = move || {
        let search = Search::new();
        move || {
            let card = state.card();
            card.map(|card| untrack(|| rows(state, card, search)))
        }
    };
    (move || id.get().map(|_| untrack(matrix))).into_node()
}

/// The matrix of a card.
fn rows(state: State, card: Arc<Card>, search: Search) -> Node {
    let sections = Arc::new(sections(&card));
    let filter = Filter::new(state, Arc::clone(&sections), search);
    let notes = general(state, general_notes(&card));
    let tools = tools(state, &card, &sections, filter);
    (tools, table(state, &card, &sections, filter), notes).into_node()
}

/// What is to be known of the whole card and of its editions, each with the edition's name, and what
/// was chosen for the features of one.
fn general_notes(card: &Card) -> Vec<(Option<Arc<Text>>, Text)> {
    let whole = notes(card, "card").into_iter().map(|note| (None, note));
    let editions = card.editions.iter().flat_map(|edition| {
        let of_features = |part| matches!(part, Part::Feature(_));
        let readings = card.touched_readings(&edition.id, of_features);
        let readings = readings.filter(|reading| !reading.editions.is_empty());
        notes(card, &edition.id)
            .into_iter()
            .chain(readings.map(|reading| Text::clone(&reading.text)))
            .map(|note| (Some(Arc::clone(&edition.label)), note))
            .collect::<Vec<_>>()
    });
    whole.chain(editions).collect()
}

/// The notes that belong to no row.
fn general(state: State, notes: Vec<(Option<Arc<Text>>, Text)>) -> Option<Element> {
    let notes = notes.into_iter().map(|(about, note)| {
        let about = about.map(|label| {
            let name = tag::span()
                .class("note-about")
                .child(move || say_label(state, &label));
            (name, " · ")
        });
        tag::li()
            .attr("part", "note")
            .child(about)
            .child(move || say_label(state, &note))
    });
    let around = tag::div().part("notes").class("findings");
    titled_list(state, around, "ui-advice", notes.collect())
}
