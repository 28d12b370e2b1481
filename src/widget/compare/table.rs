//! The table: what stands in it is the card's, only the answers in it change.

use std::sync::Arc;

use super::charge::charged;
use super::price::price;
use super::quota::included;
use super::verdict::verdict;
use crate::card::Card;
use crate::engine::ItemEstimate;
use crate::text::{Id, Text};
use crate::widget::calculator::editions::{self, cost, sold};
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::sheet::{Names, cell, head, row, rows, rows_under, scrolled, sheet};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

const NAMES: Names = Names {
    id: None,
    caption: "comparison",
    title: "ui-compare",
};

/// A row for each thing by which the editions of a card differ.
pub(super) fn table(state: State, card: &Card) -> Node {
    let width = card.editions.len();
    let row = |about: Node, answer: &dyn Fn(Id) -> Node| {
        let ids = card.editions.iter().map(|edition| &edition.id);
        let cells = ids.map(|id| cell(id).child(answer(id.clone())));
        row(about, many(cells))
    };
    let labelled = |label: &Arc<Text>, answer: &dyn Fn(Id) -> Node| {
        let label = Arc::clone(label);
        row((move || state.label(&label)).into_node(), answer)
    };
    let months = move || {
        let months = state.question().map_or(1, |question| question.months);
        let word = Word::new("ui-for-months").with("months", Arg::Count(u64::from(months)));
        phrase(state, word)
    };
    let answers = rows()
        .child(
            // As in the calculator: a trial has no months, and an edition may have no price.
            row(say(state, "ui-price-month"), &|id| {
                editions::price(state, sold(state, id.clone()), cost(state, id))
            })
            .attr("data-row", "month"),
        )
        .child(row(months.into_node(), &|id| price(state, id)).attr("data-row", "whole"))
        .child(row(say(state, "ui-verdict"), &|id| verdict(state, id)).attr("data-row", "fits"));
    let charges = card.charges.iter().map(|charge| {
        labelled(&charge.label, &|edition| {
            let sold = charge.model.is_sold_to(&edition);
            charged(state, edition, charge.id.clone(), sold)
        })
        .part("line")
        .attr("data-charge", charge.id.to_string())
    });
    let quotas = card.dimensions.iter().map(|dimension| {
        labelled(&dimension.label, &|edition| {
            included(state, edition, dimension.clone())
        })
        .part("quota")
        .attr("data-dimension", dimension.id.to_string())
    });
    let under = |title: &'static str, all: Node| rows_under(say(state, title), width).child(all);
    // A card may count nothing.
    let quotas = (!card.dimensions.is_empty()).then(|| under("ui-included", many(quotas)));
    let table = sheet(
        state,
        NAMES,
        tag::table().part("comparison"),
        head(state, &card.editions),
    )
    .child(answers)
    .child(under("ui-lines", many(charges)))
    .child(quotas);
    scrolled(NAMES, width, table)
}

/// Something of an edition's answer; `None` where there is none.
pub(super) fn of<T>(
    state: State,
    edition: &str,
    read: impl FnOnce(&ItemEstimate) -> Option<T>,
) -> Option<T> {
    read(state.picture()?.edition(edition)?)
}
