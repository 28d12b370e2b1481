//! The rows of a table with a column for each edition.

use crate::text::Id;
use crate::widget::dom::{Element, Node, tag};

/// A group of rows.
pub(super) fn rows() -> Element {
    tag::tbody().attr("role", "rowgroup")
}

/// A row that is about a group, above as many columns of editions.
pub(super) fn title_row(title: Element, editions: usize) -> Element {
    let width = editions.saturating_add(1);
    tag::tr().attr("role", "row").class("heading-row").child(
        tag::th()
            .attr("scope", "rowgroup")
            .attr("role", "rowheader")
            .attr("colspan", width.to_string())
            .child(tag::div().class("held").child(title)),
    )
}

/// A row with nothing but what is across all columns.
pub(super) fn cell_across(content: Element, editions: usize) -> Element {
    let width = editions.saturating_add(1);
    tag::tr().attr("role", "row").class("heading-row").child(
        tag::td()
            .attr("role", "cell")
            .attr("colspan", width.to_string())
            .child(tag::div().class("held").child(content)),
    )
}

/// A row: what it is about, and its cells.
pub(in crate::widget) fn row(about: Node, cells: Node) -> Element {
    tag::tr()
        .attr("role", "row")
        .child(
            tag::th()
                .attr("scope", "row")
                .attr("role", "rowheader")
                .child(about),
        )
        .child(cells)
}

/// The cell of an edition.
pub(in crate::widget) fn cell(edition: &Id) -> Element {
    tag::td()
        .attr("role", "cell")
        .attr("data-edition", edition.to_string())
}
