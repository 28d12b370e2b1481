//! The address of what is shown, to be handed on.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::icon::{LINK, icon};
use crate::widget::shared::pieces::blank_button;
use crate::widget::state::{Copied, State};
use crate::widget::words::phrase::say;
use crate::word::Word;

/// A button that copies the address, and what became of that. The styles show it where the element has a link; the
/// script around the module hears the press, as it alone knows the address (`pkg/element/on-demand/link.js`).
pub(super) fn copy_link(state: State) -> Node {
    let said = move || {
        Some(say(
            state,
            match state.copied()? {
                Copied::Taken => "ui-link-copied",
                Copied::Shown(_) => "ui-link-address",
            },
        ))
    };
    let address = move || match state.copied()? {
        Copied::Taken => None,
        Copied::Shown(address) => Some(
            tag::input()
                .part("input")
                .attr("id", "link-address")
                .attr("type", "text")
                .attr("readonly", true)
                .attr("dir", "ltr")
                .attr("value", address)
                .attr("aria-label", move || {
                    state.say(&Word::new("ui-link-address"))
                }),
        ),
    };
    tag::div()
        .part("copy-link")
        .child(
            blank_button()
                .attr("id", "copy-link")
                .child(icon(LINK))
                .child(say(state, "ui-copy-link")),
        )
        .child(
            tag::span()
                .class("aside")
                .attr("role", "status")
                .child(said),
        )
        .child(address)
        .into_node()
}
