//! The total: the number that everything else explains.

use leptos::html::Div;
use leptos::prelude::*;

use super::findings::{Findings, best_advice};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// Per month and for the whole time, with a place for the host's own buttons.
pub(in crate::widget) fn total(state: State, findings: Findings) -> Node {
    let here = NodeRef::<Div>::new();
    let per_month = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        Some((item.per_month, picture.card.currency))
    };
    let total = move || {
        let picture = state.picture()?;
        Some(picture.chosen()?.total)
    };
    // A trial has no months: what it costs in all stands there.
    let is_trial = Memo::new(move |_| {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(edition.trial.is_some())
    });
    let is_trial = move || is_trial.try_get().flatten().unwrap_or_default();
    let shown = move || {
        let (month, currency) = per_month()?;
        let amount = if is_trial() { total()? } else { month };
        Some((amount, currency))
    };
    let per = move || {
        let id = if is_trial() {
            "ui-in-all"
        } else {
            "ui-per-month"
        };
        say(state, id)
    };
    let edition = move || {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(state.label(&edition.label))
    };
    let whole = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        let word = Word::new("ui-total-whole")
            .with("total", Arg::Money(item.total, picture.card.currency))
            .with("months", Arg::Count(u64::from(picture.request.months)))
            .with("start", Arg::Date(picture.request.start));
        Some(phrase(state, word))
    };
    let exact = move |amount: Option<crate::money::Amount>| amount.map(|a| a.to_string());

    (
        tag::div()
            .part("total")
            .class("total")
            .node_ref(here)
            .attr("tabindex", "-1")
            .child(
                tag::p()
                    .class("total-edition")
                    .part("total-edition")
                    .child(edition),
            )
            .child(
                tag::p()
                    .class("total-month")
                    .attr("data-total", "month")
                    .attr("data-value", move || {
                        exact(per_month().map(|(amount, _)| amount))
                    })
                    .child(
                        money(state, shown)
                            .part("total-amount")
                            .class("total-amount"),
                    )
                    .child(" ")
                    .child(tag::span().class("per-month").child(per)),
            )
            .child(
                tag::p()
                    .class("total-whole")
                    .part("total-whole")
                    .attr("data-total", "whole")
                    .attr("data-value", move || exact(total()))
                    .child(whole),
            )
            // The slot for the host's own buttons.
            .child(tag::slot().attr("name", "action")),
        best_advice(state, findings, here),
    )
        .into_node()
}
