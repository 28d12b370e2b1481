//! The table: what stands in it is the card's, only the answers in it change.

use std::sync::Arc;

use super::charge::{Sold, charged};
use super::quota::included;
use super::total::total;
use super::verdict::verdict;
use crate::card::Card;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, many};
use crate::widget::shared::edition::{in_order, price_of};
use crate::widget::shared::sheet::{Names, cell, head, row, rows, rows_under, scrolled, sheet};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

const NAMES: Names = Names {
    part: "comparison",
    id: None,
    caption: "comparison",
    title: "ui-compare",
};

/// A row for each thing by which the editions of a card differ.
pub(super) fn table(state: State, card: &Card) -> Node {
    let width = card.editions.len();
    let under = |title, all: Node| rows_under(say(state, title), width).child(all);
    // A card may count nothing.
    let quotas = (!card.dimensions.is_empty()).then(|| under("ui-included", quotas(state, card)));
    let table = sheet(state, NAMES, head(state, card))
        .child(answers(state, card))
        .child(under("ui-lines", charges(state, card)))
        .child(quotas);
    scrolled(state, NAMES, width, table)
}

/// What an edition costs, and whether it does what is needed.
fn answers(state: State, card: &Card) -> Element {
    let months = move || {
        let months = state.question().map_or(1, |question| question.months);
        let word = Word::new("ui-for-months").with("months", Arg::Count(u64::from(months)));
        phrase(state, word)
    };
    // As in the calculator: a trial has no months, and an edition may have no price.
    let month = row_for_each(card, say(state, "ui-price-month"), &|edition| {
        price_of(state, &edition)
    });
    let whole = row_for_each(card, months.into_node(), &|edition| {
        total(state, card, edition)
    });
    let fits = row_for_each(card, say(state, "ui-verdict"), &|edition| {
        verdict(state, card, edition)
    });
    rows()
        .child(month.attr("data-row", "month"))
        .child(whole.attr("data-row", "whole"))
        .child(fits.attr("data-row", "fits"))
}

/// A row for each charge.
fn charges(state: State, card: &Card) -> Node {
    many(card.charges.iter().map(|charge| {
        let charged = |edition: Id| {
            let is_on_request = |edition| card.is_on_request(edition);
            let sold = match charge.model.is_sold_to(&edition) {
                _ if card.edition(&edition).is_some_and(is_on_request) => Sold::OnRequest,
                true => Sold::Priced,
                false => Sold::Not,
            };
            charged(state, edition, charge.id.clone(), sold)
        };
        row_for_each(card, name(state, &charge.label), &charged)
            .attr("part", "line")
            .attr("data-charge", charge.id.to_string())
    }))
}

/// A row for each dimension.
fn quotas(state: State, card: &Card) -> Node {
    many(card.dimensions.iter().map(|dimension| {
        let included = |edition| included(state, edition, dimension.clone());
        row_for_each(card, name(state, &dimension.label), &included)
            .attr("part", "quota")
            .attr("data-dimension", dimension.id.to_string())
    }))
}

/// A row with an answer for each edition.
fn row_for_each(card: &Card, about: Node, answer: &dyn Fn(Id) -> Node) -> Element {
    let editions = in_order(card).map(|edition| &edition.id);
    let cells = editions.map(|edition| cell(edition).child(answer(edition.clone())));
    row(about, many(cells))
}

/// The name of what a row is about.
fn name(state: State, label: &Arc<Text>) -> Node {
    let label = Arc::clone(label);
    (move || say_label(state, &label)).into_node()
}
