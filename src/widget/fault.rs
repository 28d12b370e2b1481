//! Why a question has no answer.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;

/// The fault of what is asked, told as soon as it is there; nothing where there is an answer.
pub(in crate::widget) fn fault(state: State) -> Node {
    (move || {
        let word = state.fault()?;
        Some(
            tag::p()
                .part("error")
                .class("error")
                .attr("role", "alert")
                .child(phrase(state, word)),
        )
    })
    .into_node()
}
