//! The way to ask for a price: the link that a rate card has for an edition that is sold on request.

use super::action::action_link;
use crate::card::Action;
use crate::widget::dom::{IntoNode as _, Node};
use crate::widget::state::{Picture, State};

/// The link of the chosen edition, where that is sold on request: it stands before the host's own buttons.
pub(in crate::widget) fn contact(state: State) -> Node {
    let action = state.memo(|picture| of_chosen(picture).cloned());
    (move || Some(action_link(state, &action.get()?).class("button filled"))).into_node()
}

/// Whether there is such a link.
pub(in crate::widget) fn has_contact(state: State) -> bool {
    state
        .picture()
        .is_some_and(|picture| of_chosen(&picture).is_some())
}

fn of_chosen(picture: &Picture) -> Option<&Action> {
    let edition = picture.card.edition(&picture.chosen()?.edition)?;
    let action = edition.action.as_ref()?;
    picture.card.is_on_request(edition).then_some(action)
}
