//! The columns of a table of editions, at whose heads one is chosen.

use std::sync::Arc;

use super::pair::Pair;
use super::verdict::verdict;
use super::whole::whole;
use crate::card::{Card, Edition};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::edition::{
    Verdict, action_link, best_badge, edition_button, in_order, price_of, verdict as verdict_on,
};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{say, say_label};

/// The head: a column for what the rows are about and one for each edition, which is chosen there.
pub(super) fn head(state: State, card: &Card, pair: Pair) -> Element {
    let columns = in_order(card).map(|edition| column(state, card, edition, pair));
    tag::thead().attr("role", "rowgroup").child(
        tag::tr()
            .attr("role", "row")
            .child(
                tag::th()
                    .attr("scope", "col")
                    .attr("role", "columnheader")
                    .child(say(state, "ui-choose-edition")),
            )
            .child(many(columns)),
    )
}

/// The head of an edition's column: the radio button that chooses it, what it costs, whether it fits, and the way
/// to it.
fn column(state: State, card: &Card, edition: &Edition, pair: Pair) -> Element {
    let (id, label) = (&edition.id, Arc::clone(&edition.label));
    let name = tag::span()
        .part("edition-name")
        .child(move || say_label(state, &label));
    let choice = tag::label()
        .class("pick")
        .child(edition_button(state, id, "choice"))
        .child(name);
    let several = card.editions.len() > 1;
    let action = edition.action.as_ref();
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .part("column")
        .attr("data-edition", id.to_string())
        .child(
            tag::div()
                .class("column-top")
                .child(choice)
                .child(several.then(|| pair.picker(state, card, edition)))
                .child(best(state, id.clone())),
        )
        .child(tag::p().class("column-price").child(price_of(state, id)))
        .child(whole(state, card, edition))
        .child(verdict(state, edition))
        .child(action.map(|action| action_link(state, action)))
}

/// That an edition is the best for what is needed.
fn best(state: State, edition: Id) -> Node {
    let verdict = verdict_on(state, edition);
    let is_best = Memo::new(move |_| verdict.get() == Some(Verdict::Cheapest));
    (move || is_best.get().then(|| best_badge(state))).into_node()
}

/// The number of an edition's column, from 1, for the table's style.
fn column_of(state: State, edition: Option<Id>) -> Option<String> {
    let (card, edition) = state.card().zip(edition)?;
    let mut editions = in_order(&card);
    let at = editions.position(|known| known.id == edition)?;
    Some(at.saturating_add(1).to_string())
}

/// The column of the chosen edition.
pub(super) fn chosen_column(state: State) -> Option<String> {
    let picture = state.picture()?;
    column_of(state, picture.chosen().map(|item| item.edition.clone()))
}

/// The column of the edition that is best for what is needed.
pub(super) fn best_column(state: State) -> Option<String> {
    let picture = state.picture()?;
    column_of(state, picture.comparison.cheapest.clone())
}
