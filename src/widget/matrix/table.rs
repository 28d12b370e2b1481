//! The table of the matrix.

use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;

use super::cell::CellView;
use super::needs::{lacking, needed};
use super::rows::{Heading, Row, Section};
use super::tools::Filter;
use crate::card::{Card, Source};
use crate::text::{Id, Text};
use crate::widget::calculator::editions::{PerMonth, sold};
use crate::widget::columns::{ColumnHead, chosen_column, columns, tab_stop};
use crate::widget::state::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The id of the table, which the search narrows.
const TABLE: &str = "features";

/// The id of the table's caption, by which the region around it is called.
const CAPTION: &str = "features-caption";

/// A row for each feature and each quantity.
///
/// The rows are made once: searching hides some, and a tick changes what stands at the heads of the
/// columns.
#[component]
pub(super) fn Table(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
    /// The rows.
    sections: Arc<Vec<Section>>,
    /// Which rows are shown.
    filter: Filter,
) -> impl IntoView {
    let heads = card.editions.iter();
    let heads = heads.map(|edition| view! { <ColumnHead state edition=edition.clone() /> });
    let heads = heads.collect_view();
    let answers = card.editions.iter();
    let answers = answers.map(|edition| view! { <Standing state edition=edition.id.clone() /> });
    let answers = answers.collect_view();
    let tab_stop = tab_stop(card.editions.len());
    let width = card.editions.len().saturating_add(1);
    let mut first = 0_usize;
    let bodies = sections.iter().map(|section| {
        let begin = first;
        first = first.saturating_add(section.rows.len());
        view! { <Body state section width filter begin /> }
    });
    let bodies = bodies.collect_view();
    let needs = Memo::new(move |_| !needed(state).is_empty());
    let out = move || {
        let picture = state.picture()?;
        columns(state, |edition| {
            picture
                .edition(edition)
                .is_some_and(|item| lacking(item) > 0)
        })
    };
    view! {
        <div part="scroll" class="scroll" role="region" tabindex=tab_stop aria-labelledby=CAPTION>
            <table
                part="features"
                class="sheet"
                role="table"
                id=TABLE
                data-chosen=move || chosen_column(state)
                data-out=out
            >
                <caption part="caption" class="caption">
                    <span class="held" id=CAPTION>
                        <Say state id="ui-matrix" />
                    </span>
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">
                            <Say state id="ui-choose-edition" />
                        </th>
                        {heads}
                    </tr>
                    <tr role="row" class="standing">
                        <th scope="row" role="rowheader">
                            {move || {
                                let id = match needs.try_get().unwrap_or_default() {
                                    true => "ui-verdict",
                                    false => "ui-price-month",
                                };
                                view! { <Say state id /> }
                            }}
                        </th>
                        {answers}
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

/// What an edition costs, and how much of what is needed it has.
#[component]
fn Standing(
    /// The widget.
    state: State,
    /// The edition.
    edition: Id,
) -> impl IntoView {
    let id = edition.to_string();
    let priced = {
        let edition = edition.clone();
        Signal::derive(move || state.picture()?.edition(&edition).cloned())
    };
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
        Some(view! {
            <span part="standing" class="verdict" data-fits=(lacks == 0).to_string()>
                <Phrase state word />
            </span>
        })
    };
    view! {
        <td role="cell" data-edition=id>
            <span class="standing-price">
                <PerMonth state sold priced />
            </span>
            {standing}
        </td>
    }
}

/// The rows of a heading.
#[component]
fn Body<'a>(
    /// The widget.
    state: State,
    /// The rows.
    section: &'a Section,
    /// How many columns there are.
    width: usize,
    /// Which rows are shown.
    filter: Filter,
    /// The number of the first row.
    begin: usize,
) -> impl IntoView + use<> {
    let end = begin.saturating_add(section.rows.len());
    let rows = section.rows.iter().zip(begin..);
    let rows = rows.map(|(row, number)| view! { <RowView state row filter number /> });
    let rows = rows.collect_view();
    let heading = section.heading.as_ref();
    let id = heading.map(|heading| heading.id.to_string());
    let title = match heading {
        Some(Heading { label, parent, .. }) => {
            let (label, parent) = (label.clone(), parent.clone());
            let parent = parent.map(|parent| {
                view! { <span class="why">{move || state.label(&parent)} " · "</span> }
            });
            Either::Left(view! {
                {parent}
                {move || state.label(&label)}
            })
        }
        None => Either::Right(view! { <Say state id="ui-included" /> }),
    };
    view! {
        <tbody role="rowgroup" data-group=id hidden=move || !filter.shows_any(begin..end)>
            <tr role="row" class="heading-row">
                <th scope="rowgroup" role="rowheader" colspan=width.to_string()>
                    <span class="held">{title}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
}

/// What the editions have of one thing.
#[component]
fn RowView<'a>(
    /// The widget.
    state: State,
    /// The row.
    row: &'a Row,
    /// Which rows are shown.
    filter: Filter,
    /// Its number.
    number: usize,
) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|(edition, cell)| {
        view! {
            <td role="cell" data-edition=edition.to_string()>
                <CellView state cell=cell.clone() />
                {row.is_inferred.then(|| view! { <Concluded state /> })}
            </td>
        }
    });
    let cells = cells.collect_view();
    let label = row.label.clone();
    let id = row.id.clone();
    let name = if row.is_feature {
        Either::Left(view! { <Need state id label /> })
    } else {
        Either::Right(view! { <span class="row-name">{move || state.label(&label)}</span> })
    };
    let (feature, dimension) = match row.is_feature {
        true => (Some(row.id.to_string()), None),
        false => (None, Some(row.id.to_string())),
    };
    view! {
        <tr
            role="row"
            part="feature"
            data-feature=feature
            data-dimension=dimension
            data-provenance=row.is_inferred.then_some("inferred")
            hidden=move || !filter.shows(number)
        >
            <th scope="row" role="rowheader">
                <div class="row-head">{name} <About state row /></div>
            </th>
            {cells}
        </tr>
    }
}

/// That what a cell says is concluded, for those who do not see its marker.
#[component]
fn Concluded(
    /// The widget.
    state: State,
) -> impl IntoView {
    view! {
        <span class="visually-hidden">" · " <Say state id="ui-inferred" /></span>
    }
}

/// A feature's name, with a box to tick where it is needed.
#[component]
fn Need(
    /// The widget.
    state: State,
    /// The feature.
    id: Id,
    /// Its name.
    label: Arc<Text>,
) -> impl IntoView {
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
    view! {
        <label class="pick row-name">
            <input type="checkbox" class="tick" prop:checked=ticked on:change=toggle />
            <span>{move || state.label(&label)}</span>
        </label>
    }
}

/// Notes and source of a row, on demand; and that it is concluded, where it is.
#[component]
fn About<'a>(
    /// The widget.
    state: State,
    /// The row.
    row: &'a Row,
) -> impl IntoView + use<> {
    let has_notes = !row.notes.is_empty();
    let summary = match (row.is_inferred, has_notes) {
        (true, _) => "ui-inferred",
        (false, true) => "ui-note",
        (false, false) => "ui-source",
    };
    let why = row.is_inferred.then(|| {
        view! {
            <p>
                <Say state id="ui-inferred-why" />
            </p>
        }
    });
    let notes = row.notes.iter().cloned();
    let notes = notes.map(|note| view! { <p part="note">{move || state.label(&note)}</p> });
    let notes = notes.collect_view();
    let source = row.source.as_ref().map(|source| {
        let word = source_word(source);
        view! {
            <p>
                <Phrase state word />
            </p>
        }
    });
    view! {
        <details part="about" class="source">
            <summary>
                <Say state id=summary />
            </summary>
            {why}
            {notes}
            {source}
        </details>
    }
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
