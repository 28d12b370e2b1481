//! That a link could not be read.

use leptos::ev;
use leptos::prelude::*;

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::pieces::button;
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::say;

/// A notice above the view, until the visitor has read it or another state is shown: whoever follows a link
/// takes what is shown for what was sent to them.
pub(super) fn link_notice(state: State) -> Node {
    let dismiss = move |event| {
        // The button goes away.
        hand_over(&event, String::from("#name"));
        state.set_link_failed(false);
    };
    (move || {
        state.has_link_failed().then(|| {
            untrack(|| {
                tag::div()
                    .part("link-note")
                    .attr("role", "status")
                    .attr("data-link", "unreadable")
                    .child(tag::p().child(say(state, "ui-link-unreadable")))
                    .child(button(state, "ui-dismiss").on(ev::click, dismiss))
            })
        })
    })
    .into_node()
}
