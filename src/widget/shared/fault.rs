//! Why a question has no answer.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;

/// The fault of the question, announced as soon as it appears; nothing while there is an answer.
pub(in crate::widget) fn fault(state: State) -> Node {
    (move || {
        let word = state.fault()?;
        Some(
            tag::p()
                .part("error")
                .attr("role", "alert")
                .child(phrase(state, word)),
        )
    })
    .into_node()
}
