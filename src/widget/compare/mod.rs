//! The comparison: what would every edition cost, and does it do what is needed?

mod charge;
mod quota;
mod table;
mod total;
mod verdict;

use leptos::prelude::*;

use self::table::table;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::inputs;
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::fault::fault;
use crate::widget::shared::sources::sources;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::state::State;

/// A column for each edition, and the numbers that it is for: below it, or beside it where there is room, so
/// that the answer is in sight.
pub(in crate::widget) fn compare(state: State) -> Node {
    tag::div()
        .part("compare")
        .class("stack")
        .child(
            tag::div()
                .class("compared")
                .child(
                    tag::div()
                        .class("stack")
                        .child((stale_note(state), fault(state), date_note(state)))
                        .child(move || state.card().map(|card| untrack(|| table(state, &card)))),
                )
                .child(tag::div().class("stack").child(inputs(state))),
        )
        .child(sources(state))
        .into_node()
}
