//! The editions side by side, one of which is chosen.

mod facts;
mod price;
mod sold;
mod verdict;

use std::sync::Arc;

use leptos::ev;

use crate::card::{Card, Edition};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
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
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture();
            picture.is_some_and(|picture| picture.chosen().is_some_and(|item| item.edition == id))
        })
    };
    let is_chosen = move || chosen.try_get().unwrap_or_default();
    let choose = {
        let id = id.clone();
        move |_| state.change(|question| question.item.edition = id.clone())
    };
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
            tag::input()
                .attr("type", "radio")
                .attr("name", "edition")
                .class("choice")
                .attr("value", id.to_string())
                .holds("checked", is_chosen)
                .on(ev::change, choose)
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
