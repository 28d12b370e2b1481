//! The editions side by side, one of which is chosen.

mod facts;
mod price;
mod sold;
mod verdict;

use std::sync::Arc;

use crate::card::{Card, Edition};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::inputs::edition::edition_button;
use crate::widget::words::phrase::say;
use facts::facts;
pub(in crate::widget) use price::{cost, price};
pub(in crate::widget) use sold::{Sold, sold};
use verdict::{Judgement, judgement, verdict};

/// One card for each edition of a rate card, as a group of radio buttons.
pub(in crate::widget) fn editions(state: State, card: Arc<Card>) -> Node {
    let editions = card.editions.iter().map(|edition| {
        let facts = facts(state, &card, edition);
        edition_card(state, edition.clone(), facts)
    });
    let editions = many(editions);

    tag::fieldset()
        .part("editions")
        .class("editions")
        .child(
            tag::legend()
                .part("legend")
                .class("legend")
                .child(say(state, "ui-choose-edition")),
        )
        .child(tag::div().class("edition-grid").child(editions))
        .into_node()
}

/// An edition: its price for what is needed, and whether it does all of it.
fn edition_card(state: State, edition: Edition, facts: Node) -> Node {
    let Edition {
        id, label, trial, ..
    } = edition;
    let priced = cost(state, id.clone());
    let sold = sold(state, id.clone());
    let judgement = judgement(state, id.clone());
    let fits = move || {
        judgement
            .try_get()
            .flatten()
            .as_ref()
            .map(Judgement::as_str)
    };
    let verdict = move || {
        let judgement = judgement.try_get().flatten()?;
        Some(verdict(state, judgement))
    };
    let trial = trial.map(|_| tag::span().class("badge").child(say(state, "ui-trial")));
    let at = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", at("price"), at("fits"));

    tag::label()
        .part("edition")
        .class("edition")
        .attr("data-edition", id.to_string())
        .attr("data-fits", fits)
        .attr("data-sold", move || {
            sold.try_get().flatten().map(Sold::as_str)
        })
        .child(
            edition_button(state, &id, "choice")
                .attr("aria-labelledby", at("name"))
                .attr("aria-describedby", described),
        )
        .child(
            tag::span()
                .part("edition-name")
                .class("edition-name")
                .child(
                    tag::span()
                        .attr("id", at("name"))
                        .child(move || state.label(&label)),
                )
                .child(" ")
                .child(trial),
        )
        .child(
            tag::span()
                .class("edition-price")
                .attr("id", at("price"))
                .child(price(state, sold, priced)),
        )
        .child(tag::ul().class("included").child(facts))
        .child(
            tag::span()
                .class("verdict")
                .attr("id", at("fits"))
                .child(verdict),
        )
        .into_node()
}
