//! A table of figures, as it stands on demand below a sum or a picture.

use crate::widget::dom::{Element, IntoNode, Node, tag};

/// A table of figures: what it is called for those who do not see the page, its columns, its rows.
pub(in crate::widget) fn figures_table(
    caption: Option<Node>,
    columns: Vec<Element>,
    rows: Node,
) -> Element {
    let caption = caption.map(|caption| tag::caption().class("visually-hidden").child(caption));
    tag::table()
        .class("figures")
        .child(caption)
        .child(tag::thead().child(tag::tr().child(columns)))
        .child(tag::tbody().child(rows))
}

/// The head of a column.
pub(in crate::widget) fn column(label: impl IntoNode) -> Element {
    tag::th().attr("scope", "col").child(label)
}

/// The head of a column of numbers.
pub(in crate::widget) fn number_column(label: impl IntoNode) -> Element {
    column(label).class("number")
}

/// The head of a row.
pub(in crate::widget) fn row_head(label: impl IntoNode) -> Element {
    tag::th().attr("scope", "row").child(label)
}

/// A cell with a number.
pub(in crate::widget) fn number(number: impl IntoNode) -> Element {
    tag::td().class("number").child(number)
}

/// A strip in which a table scrolls that is wider than a narrow page: the table scrolls, not the page.
pub(in crate::widget) fn scrolled(
    label: impl Fn() -> Option<String> + Send + 'static,
    table: Element,
) -> Element {
    tag::div()
        .class("strip")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .child(table)
}
