//! A row of the matrix, as it is shown.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::cell::cell_view;
use super::filter::Filter;
use super::needs::needed;
use super::rows::Row;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::{checkbox, visually_hidden};
use crate::widget::shared::sheet;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::widget::words::source::source_of;

/// What the editions have of one thing.
pub(super) fn row_view(state: State, row: &Row, filter: Filter, number: usize) -> Element {
    let cells = row.cells.iter().map(|(edition, cell)| {
        sheet::cell(edition)
            .child(cell_view(state, cell.clone()))
            .child(row.is_inferred.then(|| concluded(state)))
    });
    let label = row.label.clone();
    let id = row.id.clone();
    let name = if row.is_feature {
        need(state, id, label).into_node()
    } else {
        tag::span()
            .class("row-name")
            .child(move || say_label(state, &label))
            .into_node()
    };
    let (feature, dimension) = match row.is_feature {
        true => (Some(row.id.to_string()), None),
        false => (None, Some(row.id.to_string())),
    };
    let head = tag::div()
        .class("row-head")
        .child(name)
        .child(about(state, row));

    sheet::row(head.into_node(), many(cells))
        .attr("part", "feature")
        .attr("data-feature", feature)
        .attr("data-dimension", dimension)
        .attr("data-provenance", row.is_inferred.then_some("inferred"))
        .attr("hidden", move || !filter.shows(number))
}

/// That what a cell says is concluded, for those who do not see its marker.
fn concluded(state: State) -> Element {
    visually_hidden(" · ").child(say(state, "ui-inferred"))
}

/// A feature's name, with a box to tick where it is needed.
fn need(state: State, id: Id, label: Arc<Text>) -> Node {
    let ticked = {
        let id = id.clone();
        move || needed(state).contains(&id)
    };
    let toggle = move |event| {
        let wanted = event_target_checked(&event);
        let id = id.clone();
        state.change(move |question| {
            let requires = &mut question.item.requires;
            requires.retain(|known| *known != id);
            if wanted {
                requires.push(id);
            }
        });
    };

    tag::label()
        .class("pick row-name")
        .child(
            checkbox("tick")
                .holds("checked", ticked)
                .on(ev::change, toggle),
        )
        .child(tag::span().child(move || say_label(state, &label)))
        .into_node()
}

/// Notes and source of a row, on demand; and that it is concluded, where it is.
fn about(state: State, row: &Row) -> Node {
    let has_notes = !row.notes.is_empty();
    let summary = match (row.is_inferred, has_notes) {
        (true, _) => "ui-inferred",
        (false, true) => "ui-note",
        (false, false) => "ui-source",
    };
    let why = row
        .is_inferred
        .then(|| tag::p().child(say(state, "ui-inferred-why")));
    let notes = row.notes.iter().cloned();
    let notes = notes.map(|note| {
        tag::p()
            .attr("part", "note")
            .child(move || say_label(state, &note))
    });
    let notes = many(notes);
    let source = row.source.as_deref();
    let source = source.map(|source| tag::p().child(phrase(state, source_of(source))));

    tag::details()
        .part("about")
        .class("source")
        .child(tag::summary().child(say(state, summary)))
        .child(why)
        .child(notes)
        .child(source)
        .into_node()
}
