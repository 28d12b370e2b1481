//! The comparison: what would every edition cost, and does it do what is needed?

mod charge;
mod quota;
mod table;
mod total;
mod verdict;

use std::sync::Arc;

use leptos::prelude::*;

use self::table::table;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::inputs;
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::fault::fault;
use crate::widget::shared::sources::sources;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::state::State;

/// The numbers, and below them a column for each edition.
pub(in crate::widget) fn compare(state: State) -> Node {
    tag::div()
        .part("compare")
        .class("stack")
        .child(move || {
            let card = state.card()?;
            Some(untrack(|| {
                (
                    tag::div()
                        .class("stack")
                        .child(inputs(state, Arc::clone(&card))),
                    (stale_note(state), fault(state), date_note(state)),
                    table(state, &card),
                )
            }))
        })
        .child(sources(state))
        .into_node()
}
