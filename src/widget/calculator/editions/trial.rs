//! A trial, in a row below the editions that one can buy.

use std::sync::Arc;

use super::choice;
use crate::card::{Card, Edition, Limit, Trial};
use crate::widget::dom::{Element, Node, many, tag};
use crate::widget::shared::edition::{
    Sold, Verdict, price_of, sold, trial_ends, trial_fit, verdict,
};
use crate::widget::state::State;
use crate::widget::words::phrase::{argument, phrase};
use crate::word::{Arg, Word};

/// A trial: how long it is free and for how much, when it ends, and for what it is too small.
pub(super) fn trial_row(state: State, card: &Card, edition: &Edition, trial: &Trial) -> Element {
    let id = &edition.id;
    let sold = sold(state, id.clone());
    let verdict = verdict(state, id.clone());
    let id_of = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", id_of("price"), id_of("fits"));

    tag::div()
        .part("edition")
        .class("edition trial")
        .attr("data-edition", id.to_string())
        .attr("data-fits", move || {
            verdict.get().as_ref().map(Verdict::fits)
        })
        .attr("data-sold", move || sold.get().map(Sold::as_str))
        .child(choice(state, id, described, Arc::clone(&edition.label)))
        .child(
            tag::span()
                .class("edition-price")
                .attr("id", id_of("price"))
                .child(price_of(state, id))
                .child(allowances(state, card, edition)),
        )
        .child(
            tag::span()
                .class("trial-fit")
                .attr("id", id_of("fits"))
                .child(trial_ends(state, trial))
                .child(tag::span().class("fit").child(trial_fit(state, id.clone()))),
        )
}

/// How much a trial includes of what has a price, without any price.
fn allowances(state: State, card: &Card, edition: &Edition) -> Node {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    let limits = charged.filter_map(|dimension| {
        let quota = dimension.quota(&edition.id).and_then(Limit::number);
        let quota = quota.filter(|number| *number > 0)?;
        Some(Arg::Quantity(quota, Arc::clone(&dimension.unit)))
    });
    many(limits.enumerate().map(|(place, limit)| {
        let word = match place {
            0 => Word::new("ui-trial-up-to").with("limit", limit),
            _ => argument(limit),
        };
        (" · ", tag::span().class("up-to").child(phrase(state, word)))
    }))
}
