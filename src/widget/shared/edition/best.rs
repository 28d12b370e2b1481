//! That an edition is the best for what is needed.

use crate::widget::dom::{Element, tag};
use crate::widget::shared::icon::{STAR, icon};
use crate::widget::state::State;
use crate::widget::words::phrase::say;

/// A badge that says so.
pub(in crate::widget) fn best_badge(state: State) -> Element {
    tag::span()
        .part("best")
        .child(icon(STAR))
        .child(say(state, "ui-best"))
}
