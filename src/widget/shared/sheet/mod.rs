//! A table with a column for each edition. Its roles are said outright, as browsers forget what a table is
//! where it is laid out otherwise.

mod column;
mod row;

use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::edition::in_order;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::length;
use crate::widget::words::phrase::say;
use crate::word::Arg;
use column::chosen_column;
pub(in crate::widget) use column::columns_where;
pub(in crate::widget) use row::{cell, row, rows, rows_under};

/// What a table is called.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Names {
    /// The part that it is.
    pub part: &'static str,
    /// Its id, where something else is about it.
    pub id: Option<&'static str>,
    /// The id of its caption, by which the region around it is called.
    pub caption: &'static str,
    /// The id of the sentence in its caption.
    pub title: &'static str,
}

/// The head: a column for what the rows are about and one for each edition, which is chosen there.
pub(in crate::widget) fn head(state: State, card: &Card) -> Element {
    let columns = in_order(card);
    let columns = columns.map(|edition| column::head(state, edition.clone()));
    tag::thead().attr("role", "rowgroup").child(
        tag::tr()
            .attr("role", "row")
            .child(
                tag::th()
                    .attr("scope", "col")
                    .attr("role", "columnheader")
                    .child(say(state, "ui-choose-edition")),
            )
            .child(many(columns)),
    )
}

/// A table with its caption and its head.
pub(in crate::widget) fn sheet(state: State, names: Names, head: Element) -> Element {
    let title = tag::span()
        .class("held")
        .attr("id", names.caption)
        .child(say(state, names.title));
    tag::table()
        .attr("part", names.part)
        .class("sheet")
        .attr("role", "table")
        .attr("id", names.id)
        .attr("data-chosen", move || chosen_column(state))
        .child(tag::caption().part("caption").child(title))
        .child(head)
}

/// The region in which a table with a number of editions scrolls. Up to three need not be scrolled, unless their
/// figures are long: then the Tab key passes it by.
pub(in crate::widget) fn scrolled(
    state: State,
    names: Names,
    editions: usize,
    sheet: Element,
) -> Node {
    let has_long = Memo::new(move |_| {
        let picture = state.picture()?;
        let mut totals = picture.card.editions.iter().filter_map(|edition| {
            let total = picture.edition(&edition.id)?.total?;
            Some(state.argument(Arg::Money(total, picture.card.currency)))
        });
        Some(totals.any(|total| length(&total).is_some_and(|length| length != "long")))
    });
    let scrolls = move || editions > 3 || has_long.get() == Some(true);
    tag::div()
        .part("scroll")
        .attr("role", "region")
        .attr("tabindex", move || scrolls().then_some("0"))
        .attr("aria-labelledby", names.caption)
        .child(sheet)
        .into_node()
}
