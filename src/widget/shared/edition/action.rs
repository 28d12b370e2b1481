//! What one can do who has chosen an edition, where the card says so.

use std::sync::Arc;

use crate::card::Action;
use crate::widget::dom::{Element, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;

/// A link that looks like a button.
pub(in crate::widget) fn action_link(state: State, action: &Action) -> Element {
    let label = Arc::clone(&action.label);
    tag::a()
        .part("edition-action")
        .class("button")
        .attr("href", action.url.clone())
        .child(move || say_label(state, &label))
}
