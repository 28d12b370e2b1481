//! The editions side by side, one of which is chosen.

mod facts;
mod trial;
mod verdict;

use std::sync::Arc;

use crate::card::{Card, Edition};
use crate::text::Text;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::edition::{
    Sold, Verdict, contact, cost, edition_button, in_order, price, sold, verdict,
};
use crate::widget::shared::pieces::legend;
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;
use facts::facts;
use trial::trial_row;
use verdict::verdict_line;

/// One card for each edition of a rate card, as a group of radio buttons; a row for each trial below them.
pub(super) fn editions(state: State, card: Arc<Card>) -> Node {
    let (mut cards, mut trials) = (Vec::new(), Vec::new());
    for edition in in_order(&card) {
        match &edition.trial {
            None => {
                let facts = facts(state, &card, edition);
                let contact = contact(state, &card, &edition.id);
                cards.push(edition_card(state, edition.clone(), facts, contact));
            }
            Some(trial) => trials.push(trial_row(state, &card, edition, trial)),
        }
    }
    let trials = (!trials.is_empty()).then(|| tag::div().class("trials").child(trials));

    tag::fieldset()
        .part("editions")
        .child(legend(state, "ui-choose-edition"))
        .child(tag::div().class("edition-grid").child(cards))
        .child(trials)
        .into_node()
}

/// An edition: its price for what is needed, and whether it does all of it.
fn edition_card(state: State, edition: Edition, facts: Node, contact: Option<Element>) -> Element {
    let Edition { id, label, .. } = edition;
    let sold = sold(state, id.clone());
    let price = price(state, sold, cost(state, id.clone()));
    let verdict = verdict(state, id.clone());
    let fits = move || verdict.get().as_ref().map(Verdict::fits);
    let line = move || verdict_line(state, verdict.get()?);
    let id_of = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", id_of("price"), id_of("fits"));

    tag::label()
        .part("edition")
        .attr("data-edition", id.to_string())
        .attr("data-fits", fits)
        .attr("data-sold", move || sold.get().map(Sold::as_str))
        .child(
            edition_button(state, &id, "choice")
                .attr("aria-labelledby", id_of("name"))
                .attr("aria-describedby", described),
        )
        .child(name(state, id_of("name"), label))
        .child(
            tag::span()
                .class("edition-price")
                .attr("id", id_of("price"))
                .child(price),
        )
        .child(contact)
        .child(tag::ul().class("included").child(facts))
        .child(
            tag::span()
                .class("verdict")
                .attr("id", id_of("fits"))
                .child(line),
        )
}

/// The name of an edition.
fn name(state: State, id: String, label: Arc<Text>) -> Element {
    tag::span().part("edition-name").child(
        tag::span()
            .attr("id", id)
            .child(move || say_label(state, &label)),
    )
}
