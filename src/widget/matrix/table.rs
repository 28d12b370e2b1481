//! The table of the matrix.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::cell::cell_view;
use super::needs::{lacking, needed};
use super::rows::{Heading, Row, Section};
use super::tools::Filter;
use crate::card::{Card, Source};
use crate::text::{Id, Text};
use crate::widget::calculator::editions::{cost, price, sold};
use crate::widget::columns::{chosen_column, column_head, columns, tab_stop};
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The id of the table, which the search narrows.
const TABLE: &str = "features";

/// The id of the table's caption, by which the region around it is called.
const CAPTION: &str = "features-caption";

/// A row for each feature and each quantity.
///
/// The rows are made once: searching hides some, and a tick changes what stands at the heads of the
/// columns.
pub(super) fn table(
    state: State,
    card: Arc<Card>,
    sections: Arc<Vec<Section>>,
    filter: Filter,
) -> Node {
    let heads = card.editions.iter();
    let heads = heads.map(|edition| column_head(state, edition.clone()));
    let heads = many(heads);
    let answers = card.editions.iter();
    let answers = answers.map(|edition| standing(state, edition.id.clone()));
    let answers = many(answers);
    let tab_stop = tab_stop(card.editions.len());
    let width = card.editions.len().saturating_add(1);
    let mut first = 0_usize;
    let bodies = sections.iter().map(|section| {
        let begin = first;
        first = first.saturating_add(section.rows.len());
        body(state, section, width, filter, begin)
    });
    let bodies = many(bodies);
    let needs = Memo::new(move |_| !needed(state).is_empty());
    let out = move || {
        let picture = state.picture()?;
        columns(state, |edition| {
            picture
                .edition(edition)
                .is_some_and(|item| lacking(item) > 0)
        })
    };

    tag::div()
        .part("scroll")
        .class("scroll")
        .attr("role", "region")
        .attr("tabindex", tab_stop)
        .attr("aria-labelledby", CAPTION)
        .child(
            tag::table()
                .part("features")
                .class("sheet")
                .attr("role", "table")
                .attr("id", TABLE)
                .attr("data-chosen", move || chosen_column(state))
                .attr("data-out", out)
                .child(
                    tag::caption().part("caption").class("caption").child(
                        tag::span()
                            .class("held")
                            .attr("id", CAPTION)
                            .child(say(state, "ui-matrix")),
                    ),
                )
                .child(
                    tag::thead()
                        .attr("role", "rowgroup")
                        .child(
                            tag::tr()
                                .attr("role", "row")
                                .child(
                                    tag::th()
                                        .attr("scope", "col")
                                        .attr("role", "columnheader")
                                        .child(say(state, "ui-choose-edition")),
                                )
                                .child(heads),
                        )
                        .child(
                            tag::tr()
                                .attr("role", "row")
                                .class("standing")
                                .child(
                                    tag::th()
                                        .attr("scope", "row")
                                        .attr("role", "rowheader")
                                        .child(move || {
                                            let id = match needs.try_get().unwrap_or_default() {
                                                true => "ui-verdict",
                                                false => "ui-price-month",
                                            };
                                            say(state, id)
                                        }),
                                )
                                .child(answers),
                        ),
                )
                .child(bodies),
        )
        .into_node()
}

/// What an edition costs, and how much of what is needed it has.
fn standing(state: State, edition: Id) -> Node {
    let id = edition.to_string();
    let priced = cost(state, edition.clone());
    let sold = sold(state, edition.clone());
    let lacks = Memo::new(move |_| {
        let needed = u64::try_from(needed(state).len()).unwrap_or_default();
        let lacks = lacking(state.picture()?.edition(&edition)?);
        (needed > 0).then_some((lacks, needed))
    });
    let standing = move || {
        let (lacks, needed) = lacks.try_get().flatten()?;
        let id = if lacks > 0 { "ui-lacks" } else { "ui-has-all" };
        let mut word = Word::new(id)
            .with("lacking", Arg::Count(lacks))
            .with("needed", Arg::Count(needed));
        if needed > 1 {
            word = word.with("count", Arg::Count(needed));
        }
        Some(
            tag::span()
                .part("standing")
                .class("verdict")
                .attr("data-fits", (lacks == 0).to_string())
                .child(phrase(state, word)),
        )
    };

    tag::td()
        .attr("role", "cell")
        .attr("data-edition", id)
        .child(
            tag::span()
                .class("standing-price")
                .child(price(state, sold, priced)),
        )
        .child(standing)
        .into_node()
}

/// The rows of a heading.
fn body(state: State, section: &Section, width: usize, filter: Filter, begin: usize) -> Node {
    let end = begin.saturating_add(section.rows.len());
    let rows = section.rows.iter().zip(begin..);
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
        None => say(state, "ui-included").into_node(),
    };

    tag::tbody()
        .attr("role", "rowgroup")
        .attr("data-group", id)
        .attr("hidden", move || !filter.shows_any(begin..end))
        .child(
            tag::tr().attr("role", "row").class("heading-row").child(
                tag::th()
                    .attr("scope", "rowgroup")
                    .attr("role", "rowheader")
                    .attr("colspan", width.to_string())
                    .child(tag::span().class("held").child(title)),
            ),
        )
        .child(rows)
        .into_node()
}

/// What the editions have of one thing.
fn row_view(state: State, row: &Row, filter: Filter, number: usize) -> Node {
    let cells = row.cells.iter().map(|(edition, cell)| {
        tag::td()
            .attr("role", "cell")
            .attr("data-edition", edition.to_string())
            .child(cell_view(state, cell.clone()))
            .child(row.is_inferred.then(|| concluded(state)))
    });
    let cells = many(cells);
    let label = row.label.clone();
    let id = row.id.clone();
    let name = if row.is_feature {
        need(state, id, label).into_node()
    } else {
        tag::span()
            .class("row-name")
            .child(move || state.label(&label))
            .into_node()
    };
    let (feature, dimension) = match row.is_feature {
        true => (Some(row.id.to_string()), None),
        false => (None, Some(row.id.to_string())),
    };

    tag::tr()
        .attr("role", "row")
        .part("feature")
        .attr("data-feature", feature)
        .attr("data-dimension", dimension)
        .attr("data-provenance", row.is_inferred.then_some("inferred"))
        .attr("hidden", move || !filter.shows(number))
        .child(
            tag::th()
                .attr("scope", "row")
                .attr("role", "rowheader")
                .child(
                    tag::div()
                        .class("row-head")
                        .child(name)
                        .child(about(state, row)),
                ),
        )
        .child(cells)
        .into_node()
}

/// That what a cell says is concluded, for those who do not see its marker.
fn concluded(state: State) -> Node {
    tag::span()
        .class("visually-hidden")
        .child(" · ")
        .child(say(state, "ui-inferred"))
        .into_node()
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
            tag::input()
                .attr("type", "checkbox")
                .class("tick")
                .holds("checked", ticked)
                .on(ev::change, toggle),
        )
        .child(tag::span().child(move || state.label(&label)))
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
    let notes = notes.map(|note| tag::p().part("note").child(move || state.label(&note)));
    let notes = many(notes);
    let source = row.source.as_ref().map(|source| {
        let word = source_word(source);
        tag::p().child(phrase(state, word))
    });

    tag::details()
        .part("about")
        .class("source")
        .child(tag::summary().child(say(state, summary)))
        .child(why)
        .child(notes)
        .child(source)
        .into_node()
}

/// Where something stands.
fn source_word(source: &Source) -> Word {
    let word = Word::new("ui-source-of")
        .with("document", Arg::text(&source.document))
        .with("section", Arg::text(&source.section));
    match source.updated {
        Some(updated) => word.with("updated", Arg::Date(updated)),
        None => word,
    }
}
