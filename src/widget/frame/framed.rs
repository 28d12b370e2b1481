//! The border between the page and a view.

use crate::widget::dom::{Element, IntoNode, tag};
use crate::widget::shared::kind::hatch;

/// Puts a view into two boxes that have no looks of their own: to the outer one nothing comes down from the
/// page, and the inner one is what the widths in the styles are those of.
///
/// Both are needed: a box that is measured says nothing about how wide it would like to be.
pub(in crate::widget) fn framed(view: impl IntoNode) -> Element {
    let room = tag::div().class("room").child(hatch()).child(view);
    tag::div().class("frame").child(room)
}
