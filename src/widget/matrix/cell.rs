//! What stands in a cell: each kind looks different and says in words what it is.

use std::sync::Arc;

use super::rows::Cell;
use crate::card::{FeatureValue, Limit};
use crate::engine::QuotaStatus;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::pieces::visually_hidden;
use crate::widget::state::State;
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// What an edition has of something.
pub(super) fn cell_view(state: State, cell: Cell) -> Node {
    match cell {
        Cell::Feature(FeatureValue::Yes) => mark(state, "yes", "ui-yes").into_node(),
        Cell::Feature(FeatureValue::No) => mark(state, "no", "ui-no").into_node(),
        Cell::Nothing => quiet(state, "none", "ui-none-included").into_node(),
        Cell::OnRequest => quiet(state, "on-request", "ui-upon-request").into_node(),
        Cell::Feature(FeatureValue::Unlimited) => {
            included(state, Limit::Unlimited, None, None).into_node()
        }
        Cell::Feature(FeatureValue::Number(number)) => {
            let amount = Some(Arg::Count(number));
            included(state, Limit::UpTo(number), amount, None).into_node()
        }
        Cell::Feature(FeatureValue::Text(text)) => tag::span()
            .class("words")
            .attr("data-kind", "text")
            .child(move || say_label(state, &text))
            .into_node(),
        Cell::Included(limit, unit, status) => {
            let amount = limit.number();
            let amount = amount.map(|number| Arg::Quantity(number, Arc::clone(&unit)));
            let more = match status {
                QuotaStatus::Overage | QuotaStatus::AddOn => Some("ui-more-sold"),
                QuotaStatus::ContactSales => Some("ui-more-on-request"),
                QuotaStatus::Within | QuotaStatus::Exceeded => None,
            };
            included(state, limit, amount, more).into_node()
        }
    }
}

/// What is not there, in a word.
fn quiet(state: State, kind: &'static str, id: &'static str) -> Element {
    tag::span()
        .class("quiet")
        .attr("data-kind", kind)
        .child(say(state, id))
}

/// A sign with its meaning in a word.
fn mark(state: State, kind: &'static str, id: &'static str) -> Node {
    tag::span()
        .class("mark")
        .attr("data-kind", kind)
        .child(visually_hidden(say(state, id)))
        .into_node()
}

/// A quantity, or that there is no limit; and whether more can be had.
fn included(state: State, limit: Limit, amount: Option<Arg>, more: Option<&'static str>) -> Node {
    let (kind, word) = match (limit, amount) {
        (Limit::UpTo(_), Some(amount)) => ("number", argument(amount)),
        _ => ("unlimited", Word::new("ui-includes-unlimited")),
    };
    let more = more.filter(|_| limit != Limit::Unlimited);
    let more = match more {
        Some(id) => tag::span()
            .class("why")
            .attr("data-more", id)
            .child(say(state, id))
            .into_node(),
        None => Node::Nothing,
    };

    (
        tag::span()
            .class("figure")
            .attr("data-kind", kind)
            .child(phrase(state, word)),
        more,
    )
        .into_node()
}
