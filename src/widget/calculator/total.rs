//! The total: the number that everything else explains.

use leptos::html::Div;
use leptos::prelude::NodeRef;

use super::findings::{Findings, best_advice};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::stands_for::stands_for;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// Per month and for the whole time, with a place for the host's own buttons.
pub(super) fn total(state: State, findings: Findings) -> Node {
    let here = NodeRef::<Div>::new();
    let edition = move || {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(say_label(state, &edition.label))
    };

    (
        tag::div()
            .part("total")
            .node_ref(here)
            .attr("tabindex", "-1")
            .child(tag::p().part("total-edition").child(edition))
            .child(for_a_month(state))
            .child(for_all_months(state))
            .child(stands_for(state))
            // The slot for the host's own buttons.
            .child(tag::slot().attr("name", "action")),
        best_advice(state, findings, here),
    )
        .into_node()
}

/// What a month costs; of a trial, which has no months, what it costs in all.
fn for_a_month(state: State) -> Element {
    let per_month = state.memo_of_chosen(|item| Some((item.per_month, item.card.currency)));
    let of_trial = state.memo(|picture| {
        let item = picture.chosen()?;
        let is_trial = picture.card.edition(&item.edition)?.trial.is_some();
        is_trial.then_some((item.total, item.card.currency))
    });
    let exact = move || per_month.get().map(|(amount, _)| amount.to_string());
    let amount = move || of_trial.get().or_else(|| per_month.get());
    let covers = move || match of_trial.get() {
        Some(_) => say(state, "ui-in-all"),
        None => say(state, "ui-per-month"),
    };

    tag::p()
        .class("total-month")
        .attr("data-total", "month")
        .attr("data-value", exact)
        .child(money(state, amount).part("total-amount"))
        .child(" ")
        .child(tag::span().class("per-month").child(covers))
}

/// What all months cost.
fn for_all_months(state: State) -> Element {
    let exact = move || Some(state.picture()?.chosen()?.total.to_string());
    let sentence = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        let word = Word::new("ui-total-whole")
            .with("total", Arg::Money(item.total, picture.card.currency))
            .with("months", Arg::Count(u64::from(picture.request.months)))
            .with("start", Arg::Date(picture.request.start));
        Some(phrase(state, word))
    };

    tag::p()
        .part("total-whole")
        .attr("data-total", "whole")
        .attr("data-value", exact)
        .child(sentence)
}
