//! The way to ask for a price: the link that a rate card has for an edition that is sold on request.

use std::sync::Arc;

use crate::card::{Action, Card, Edition};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;

/// What a card has for whoever asks for a price; `None` of an edition that has one.
fn action<'a>(card: &'a Card, edition: &'a Edition) -> Option<&'a Action> {
    let action = edition.action.as_ref()?;
    card.is_on_request(edition).then_some(action)
}

/// The link of an edition; nothing where it has a price, or the card no link.
pub(in crate::widget) fn contact(state: State, card: &Card, edition: &Id) -> Option<Element> {
    let edition = card.edition(edition)?;
    Some(link(state, action(card, edition)?))
}

/// The link of the chosen edition.
pub(in crate::widget) fn contact_of_chosen(state: State) -> Node {
    let chosen = state.memo(|picture| {
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        action(&picture.card, edition).cloned()
    });
    (move || Some(link(state, &chosen.get()?))).into_node()
}

/// Whether the chosen edition has such a link, which stands in the place of the host's own buttons.
pub(in crate::widget) fn has_contact(state: State) -> bool {
    state.picture().is_some_and(|picture| {
        let edition = picture.chosen().map(|item| &item.edition);
        let edition = edition.and_then(|edition| picture.card.edition(edition));
        edition.is_some_and(|edition| action(&picture.card, edition).is_some())
    })
}

fn link(state: State, action: &Action) -> Element {
    let label = Arc::clone(&action.label);
    tag::a()
        .part("contact")
        .attr("href", action.url.clone())
        .child(move || say_label(state, &label))
}
