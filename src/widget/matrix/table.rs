//! The table of the matrix.

use core::ops::Range;

use super::needs::lacking;
use super::row::row_view;
use super::rows::{Heading, Section};
use super::standing::standings;
use super::tools::Filter;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::sheet::{Names, columns, head, rows_under, scrolled, sheet};
use crate::widget::state::State;
use crate::widget::words::phrase::say;

/// The search names the table that it narrows.
const NAMES: Names = Names {
    id: Some("features"),
    caption: "features-caption",
    title: "ui-matrix",
};

/// A row for each feature and each quantity.
///
/// The rows are made once: searching hides some, and a tick changes what stands at the heads of the
/// columns.
pub(super) fn table(state: State, card: &Card, sections: &[Section], filter: Filter) -> Node {
    let editions = &card.editions;
    let mut first = 0_usize;
    let bodies = sections.iter().map(|section| {
        let end = first.saturating_add(section.rows.len());
        let numbers = core::mem::replace(&mut first, end)..end;
        body(state, section, editions.len(), filter, numbers)
    });
    let out = move || {
        let picture = state.picture()?;
        columns(state, |edition| {
            picture
                .edition(edition)
                .is_some_and(|item| lacking(item) > 0)
        })
    };
    let head = head(state, editions).child(standings(state, editions));
    let table = sheet(state, NAMES, tag::table().part("features"), head)
        .attr("data-out", out)
        .child(many(bodies));
    scrolled(NAMES, editions.len(), table)
}

/// The rows under a heading, which have these numbers.
fn body(
    state: State,
    section: &Section,
    editions: usize,
    filter: Filter,
    numbers: Range<usize>,
) -> Element {
    let rows = section.rows.iter().zip(numbers.clone());
    let rows = rows.map(|(row, number)| row_view(state, row, filter, number));
    let rows = many(rows);
    let heading = section.heading.as_ref();
    let id = heading.map(|heading| heading.id.to_string());
    let title = match heading {
        Some(Heading { label, parent, .. }) => {
            let (label, parent) = (label.clone(), parent.clone());
            let parent = parent.map(|parent| {
                tag::span()
                    .class("why")
                    .child(move || state.label(&parent))
                    .child(" · ")
            });
            (parent, move || state.label(&label)).into_node()
        }
        None => say(state, "ui-included"),
    };

    rows_under(title, editions)
        .attr("data-group", id)
        .attr("hidden", move || !filter.shows_any(numbers.clone()))
        .child(rows)
}
