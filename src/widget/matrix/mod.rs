//! The matrix: what can each edition do, and which of them do what is needed?

mod cell;
mod needs;
mod rows;
mod table;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use self::rows::{notes, sections};
use self::table::Table;
use self::tools::{Filter, Tools};
use crate::card::{Card, Part};
use crate::text::Text;
use crate::widget::calculator::sources::Sources;
use crate::widget::state::State;
use crate::widget::words::phrase::Say;

/// Every feature and every quantity of a card with a column for each edition.
#[component]
pub fn Matrix(
    /// The widget.
    state: State,
) -> impl IntoView {
    view! {
        <div part="matrix" class="stack">
            {move || state.card().map(|card| view! { <Rows state card /> })} <Sources state />
        </div>
    }
}

/// The matrix of a card.
#[component]
fn Rows(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let sections = Arc::new(sections(&card));
    let filter = Filter::new(state, Arc::clone(&sections));
    let notes = general_notes(&card);
    view! {
        <Tools state filter />
        <Table state card sections filter />
        <Notes state notes />
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
#[component]
fn Notes(
    /// The widget.
    state: State,
    /// The notes.
    notes: Vec<(Option<Arc<Text>>, Text)>,
) -> impl IntoView {
    if notes.is_empty() {
        return None;
    }
    let notes = notes.into_iter().map(|(about, note)| {
        let about = about.map(|label| {
            view! {
                <span class="note-about">{move || state.label(&label)}</span>
                " · "
            }
        });
        view! { <li part="note">{about} {move || state.label(&note)}</li> }
    });
    Some(view! {
        <div part="notes" class="findings">
            <h3 class="heading">
                <Say state id="ui-advice" />
            </h3>
            <ul>{notes.collect_view()}</ul>
        </div>
    })
}
