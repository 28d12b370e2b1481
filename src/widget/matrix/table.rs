//! The table of the matrix.

use core::ops::Range;

use super::filter::Filter;
use super::needs::lacking;
use super::row::row_view;
use super::rows::{Heading, Section};
use super::standing::standings;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::sheet::{Names, columns_where, head, rows_under, scrolled, sheet};
use crate::widget::state::State;
use crate::widget::words::phrase::{say, say_label};

/// The search names the table that it narrows.
const NAMES: Names = Names {
    part: "features",
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
        columns_where(state, |edition| {
            let item = picture.edition(edition);
            item.is_some_and(|item| lacking(item) > 0)
        })
    };
    let head = head(state, card).child(standings(state, card));
    let table = sheet(state, NAMES, head)
        .attr("data-out", out)
        .child(many(bodies));
    scrolled(state, NAMES, editions.len(), table)
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
        Some(heading) => title(state, heading),
        None => say(state, "ui-included"),
    };

    rows_under(title, editions)
        .attr("data-group", id)
        .attr("hidden", move || !filter.shows_any(numbers.clone()))
        .child(rows)
}

/// A heading of the card, after the one above it.
fn title(state: State, heading: &Heading) -> Node {
    let (label, parent) = (heading.label.clone(), heading.parent.clone());
    let parent = parent.map(|parent| {
        tag::span()
            .class("why")
            .child(move || say_label(state, &parent))
            .child(" · ")
    });
    (parent, move || say_label(state, &label)).into_node()
}
