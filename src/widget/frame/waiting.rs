//! What is said in prices that a page came with while the widget is not there, or cannot be had.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::asked::Asked;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::Word;

/// For which numbers the prices stand, and that they are being calculated: not seen before a visitor changes
/// something (`pkg/element/on-demand/adopt.js`).
pub(super) fn waiting(state: State) -> Node {
    let picture = state.picture().zip(state.question());
    let stands_for = picture.map(|(picture, question)| {
        let word = Asked::list(state, &picture, &question, Word::new("ui-stands-for-all"));
        tag::p().part("stands-for").child(phrase(state, word))
    });
    tag::template()
        .child(stands_for)
        .child(
            tag::p()
                .part("calculating")
                .child(say(state, "ui-calculating")),
        )
        .into_node()
}
