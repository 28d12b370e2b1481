//! What fields are made of.

use crate::widget::dom::{Element, IntoNode, tag};

/// What is wrong with a field, which is described by it.
pub(in crate::widget) fn field_error(id: String, error: impl IntoNode) -> Element {
    tag::p()
        .part("field-error")
        .attr("id", id)
        .attr("aria-live", "polite")
        .child(error)
}

/// The label of a field.
pub(super) fn label(field: String, text: impl IntoNode) -> Element {
    tag::label().part("label").attr("for", field).child(text)
}

/// The frame of a field.
pub(in crate::widget) fn framed(field: Element) -> Element {
    tag::div().class("box").child(field)
}

/// A small field with its label above it, in an element.
pub(in crate::widget) fn small_field(
    around: Element,
    id: String,
    label: impl IntoNode,
    field: Element,
) -> Element {
    let label = tag::label()
        .class("month-label")
        .attr("for", id)
        .child(label);
    around.class("month").child(label).child(framed(field))
}
