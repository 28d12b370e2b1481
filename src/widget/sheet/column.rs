//! The columns of a table of editions, at whose heads one is chosen.

use crate::card::Edition;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::edition::edition_button;
use crate::widget::state::State;

/// The head of an edition's column, with the radio button that chooses the edition.
pub(super) fn head_of(state: State, edition: Edition) -> Node {
    let Edition { id, label, .. } = edition;
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .part("column")
        .class("column")
        .attr("data-edition", id.to_string())
        .child(
            tag::label()
                .class("pick")
                .child(edition_button(state, &id, "tick"))
                .child(
                    tag::span()
                        .part("edition-name")
                        .class("edition-name")
                        .child(move || state.label(&label)),
                ),
        )
        .into_node()
}

/// The columns of a table of editions for which something holds, counted from 1: for its style.
pub(in crate::widget) fn columns(state: State, holds: impl Fn(&str) -> bool) -> Option<String> {
    let card = state.card()?;
    let editions = card.editions.iter().enumerate();
    let found = editions.filter(|(_, edition)| holds(&edition.id));
    let found: Vec<String> = found
        .map(|(index, _)| index.saturating_add(1).to_string())
        .collect();
    (!found.is_empty()).then(|| found.join(" "))
}

/// The column of the chosen edition.
pub(super) fn chosen(state: State) -> Option<String> {
    let chosen = state.picture()?.chosen()?.edition.clone();
    columns(state, |edition| *edition == *chosen)
}
