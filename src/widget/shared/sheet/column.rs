//! The columns of a table of editions, at whose heads one is chosen.

use crate::card::Edition;
use crate::widget::dom::{Element, tag};
use crate::widget::shared::edition::{edition_button, in_order};
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;

/// The head of an edition's column, with the radio button that chooses the edition.
pub(super) fn head(state: State, edition: Edition) -> Element {
    let Edition { id, label, .. } = edition;
    let name = tag::span()
        .part("edition-name")
        .child(move || say_label(state, &label));
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .part("column")
        .attr("data-edition", id.to_string())
        .child(
            tag::label()
                .class("pick")
                .child(edition_button(state, &id, "tick"))
                .child(name),
        )
}

/// The numbers of the columns, from 1, of the editions for which something holds: for the table's style.
pub(in crate::widget) fn columns_where(
    state: State,
    holds: impl Fn(&str) -> bool,
) -> Option<String> {
    let card = state.card()?;
    let editions = in_order(&card).enumerate();
    let found = editions.filter(|(_, edition)| holds(&edition.id));
    let found: Vec<String> = found
        .map(|(index, _)| index.saturating_add(1).to_string())
        .collect();
    (!found.is_empty()).then(|| found.join(" "))
}

/// The column of the chosen edition.
pub(super) fn chosen_column(state: State) -> Option<String> {
    let chosen = state.picture()?.chosen()?.edition.clone();
    columns_where(state, |edition| *edition == *chosen)
}
