//! A row of what a card includes or of what it can do, as it is shown.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::cell::{feature_cell, limit_cell, quiet_cell};
use super::content::{Differs, Line};
use super::row;
use super::sections::{Cell, Row};
use super::tally::needed;
use crate::engine::Subject;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::{checkbox, fold, visually_hidden};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::widget::words::source::source_of;

/// Rows, those first in which editions differ.
pub(in crate::widget) fn lines(state: State, rows: Vec<Row>) -> Vec<Line> {
    let (differing, alike): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.differs);
    let rows = differing.into_iter().chain(alike);
    rows.map(|row| line(state, row)).collect()
}

/// What the editions have of one thing.
fn line(state: State, row: Row) -> Line {
    let differs = row.differs;
    let most = row.cells.iter().filter_map(|(_, cell)| cell.amount()).max();
    let cells = row.cells.iter().map(|(edition, cell)| {
        // What is more than elsewhere is seen at a glance.
        let is_most = differs && cell.amount().is_some() && cell.amount() == most;
        let problem = problem(state, edition.clone(), row.id.clone());
        let concluded = row.is_inferred.then(|| concluded(state));
        row::cell(edition)
            .attr("class", is_most.then_some("most"))
            .attr("data-problem", move || problem.get())
            .child(has(state, edition, &row, cell))
            .child(concluded)
    });
    let cells = many(cells);
    let is_needed = row.is_feature && untrack(|| needed(state).contains(&row.id));
    let head = tag::div()
        .class("row-head")
        .child(name(state, &row, is_needed))
        .child(about(state, &row));
    let id = row.id.to_string();
    let (feature, dimension) = match row.is_feature {
        true => (Some(id), None),
        false => (None, Some(id)),
    };
    let element = row::row(head.into_node(), cells)
        .attr("part", "feature")
        .attr("data-feature", feature)
        .attr("data-dimension", dimension)
        .attr("data-provenance", row.is_inferred.then_some("inferred"));
    Line {
        id: row.id,
        label: row.label,
        notes: row.notes,
        // What the host needs is to be seen, whatever editions have it.
        differs: Differs::Fixed(differs || is_needed),
        row: element,
    }
}

/// What an edition has.
fn has(state: State, edition: &Id, row: &Row, cell: &Cell) -> Node {
    match cell {
        Cell::Feature(value) => feature_cell(state, edition, &row.id, value),
        Cell::Included(limit, unit, beyond) => {
            let unit = Arc::clone(unit);
            limit_cell(state, edition, &row.id, *limit, unit, *beyond)
        }
        Cell::Nothing => quiet_cell(state, "none", "ui-none-included").into_node(),
        Cell::OnRequest => quiet_cell(state, "on-request", "ui-upon-request").into_node(),
    }
}

/// The code of what is wrong with an edition in a row; nothing where it does what is needed, and of a trial, that is
/// small by nature.
fn problem(state: State, edition: Id, about: Id) -> Memo<Option<&'static str>> {
    state.memo(move |picture| {
        let is_trial = picture.card.edition(&edition)?.trial.is_some();
        let mut problems = picture.edition(&edition)?.problems.iter();
        let found = problems.find(|problem| match &problem.subject {
            Subject::Dimension(id) | Subject::Feature(id) => *id == about,
        });
        found
            .filter(|_| !is_trial)
            .map(|problem| problem.code.as_str())
    })
}

/// That what a cell says is concluded, for those who do not see its marker.
fn concluded(state: State) -> Element {
    visually_hidden(" · ").child(say(state, "ui-inferred"))
}

/// The name of a row. A feature has a box to tick where it is needed, if that rules an edition out; and where the
/// host needs it, so that it can be given up.
fn name(state: State, row: &Row, is_needed: bool) -> Node {
    let label = Arc::clone(&row.label);
    match row.is_feature && row.rules_out || is_needed {
        true => need(state, row.id.clone(), label).into_node(),
        false => tag::span()
            .class("row-name")
            .child(move || say_label(state, &label))
            .into_node(),
    }
}

/// A feature's name, with a box to tick where it is needed.
fn need(state: State, id: Id, label: Arc<Text>) -> Element {
    let ticked = {
        let id = id.clone();
        move || needed(state).contains(&id)
    };
    let toggle = move |event| {
        let wanted = event_target_checked(&event);
        state.change(|question| question.set_required(&id, wanted));
    };

    tag::label()
        .class("toggle row-name")
        .child(
            checkbox("check")
                .holds("checked", ticked)
                .on(ev::change, toggle),
        )
        .child(tag::span().child(move || say_label(state, &label)))
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

    let around = tag::details().part("about").class("source");
    fold(state, format!("about-{}", row.id), false, around)
        .child(tag::summary().child(say(state, summary)))
        .child(why)
        .child(notes)
        .child(source)
        .into_node()
}
