//! The matrix: what can each edition do, and which of them do what is needed?

use std::sync::Arc;

use crate::card::{Card, Part};
use crate::text::Text;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::pieces::titled_list;
use crate::widget::shared::sheet::{
    Group, Names, Section, group_title, lines, notes, of_card, sections, table,
};
use crate::widget::shared::sources::sources;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::state::State;
use crate::widget::words::phrase::{say, say_label};

const NAMES: Names = Names {
    part: "features",
    title: "ui-matrix",
};

/// Every feature and every quantity of a card with a column for each edition.
pub(in crate::widget) fn matrix(state: State) -> Node {
    tag::div()
        .part("matrix")
        .class("stack sheeted")
        .child(stale_note(state))
        .child(date_note(state))
        .child(of_card(state, move |card| rows(state, &card)))
        .child(sources(state))
        .into_node()
}

/// The matrix of a card.
fn rows(state: State, card: &Card) -> Node {
    let groups = sections(card).into_iter();
    let groups = groups.map(|section| group(state, section)).collect();
    let notes = general(state, general_notes(card));
    (table(state, card, NAMES, groups), notes).into_node()
}

/// The rows under a heading of the card.
fn group(state: State, section: Section) -> Group {
    let Section { heading, rows } = section;
    let title = match &heading {
        Some(heading) => group_title(state, heading),
        None => say(state, "ui-included"),
    };
    Group {
        id: heading.as_ref().map(|heading| heading.id.to_string()),
        title,
        heading: heading.map(|heading| heading.label),
        aside: None,
        is_open: true,
        lines: lines(state, rows),
    }
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
