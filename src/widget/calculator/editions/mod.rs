//! The editions side by side, one of which is chosen.

mod beside;
mod facts;
mod rates;
mod trial;
mod verdict;

use std::sync::Arc;

use crate::card::{Card, Edition};
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::asked::Asked;
use crate::widget::shared::edition::{
    Sold, Verdict, action_link, best_badge, cost, edition_button, in_order, price, sold, verdict,
};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say_label};
use crate::word::Word;
use beside::{difference, more_features};
use facts::facts;
use rates::all_rates;
use trial::trial_row;
use verdict::verdict_line;

/// One card for each edition of a rate card, as a group of radio buttons; a row for each trial below them.
pub(super) fn editions(state: State, card: Arc<Card>) -> Node {
    let (mut cards, mut trials) = (Vec::new(), Vec::new());
    for edition in in_order(&card) {
        match &edition.trial {
            None => {
                let facts = tag::ul()
                    .class("included")
                    .child(facts(state, &card, edition));
                let facts = (facts, all_rates(state, &card, edition)).into_node();
                cards.push(edition_card(state, edition.clone(), facts));
            }
            Some(trial) => trials.push(trial_row(state, &card, edition, trial)),
        }
    }
    let trials = (!trials.is_empty()).then(|| tag::div().class("trials").child(trials));

    tag::fieldset()
        .part("editions")
        .child(tag::legend().part("legend").child(title(state)))
        .child(tag::div().class("edition-grid").child(cards))
        .child(trials)
        .into_node()
}

/// What the prices of the editions are for.
fn title(state: State) -> Node {
    let word = Memo::new(move |_| {
        let asked = state.card().zip(state.question());
        let asked = asked.map(|(card, question)| Asked::all(&card, &question));
        Some(match asked.as_deref() {
            Some(asked @ [_]) => Asked::fill(asked, Word::new("ui-editions-at")),
            _ => Word::new("ui-editions"),
        })
    });
    (move || word.get().map(|word| phrase(state, word))).into_node()
}

/// An edition: its price for what is needed, and whether it does all of it.
///
/// Only the button and the name are its label: what opens and closes below them is beside it. The styles let a
/// press anywhere on the card choose it all the same.
fn edition_card(state: State, edition: Edition, facts: Node) -> Element {
    let Edition {
        id,
        label,
        tagline,
        action,
        ..
    } = edition;
    let sold = sold(state, id.clone());
    let price = price(state, sold, cost(state, id.clone()));
    let verdict = verdict(state, id.clone());
    let fits = move || verdict.get().as_ref().map(Verdict::fits);
    let line = move || verdict_line(state, verdict.get()?);
    let id_of = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", id_of("price"), id_of("fits"));
    let tagline = tagline.map(|tagline| {
        let text = tagline.text;
        tag::p()
            .part("tagline")
            .child(move || say_label(state, &text))
    });

    tag::div()
        .part("edition")
        .attr("data-edition", id.to_string())
        .attr("data-fits", fits)
        .attr("data-sold", move || sold.get().map(Sold::as_str))
        .child(
            tag::div()
                .class("edition-top")
                .child(choice(state, &id, described, label))
                .child(best(state, verdict)),
        )
        .child(tagline)
        .child(
            tag::div()
                .class("edition-prices")
                .child(
                    tag::span()
                        .class("edition-price")
                        .attr("id", id_of("price"))
                        .child(price),
                )
                .child(difference(state, id.clone())),
        )
        .child(facts)
        .child(
            tag::div()
                .class("verdict")
                .attr("id", id_of("fits"))
                .child(line),
        )
        .child(more_features(state, id.clone()))
        .child(action.map(|action| action_link(state, &action)))
}

/// The button that chooses an edition, and its name.
fn choice(state: State, id: &Id, described: String, label: Arc<Text>) -> Element {
    let name = format!("edition-{id}-name");
    tag::label()
        .class("edition-choice")
        .child(
            edition_button(state, id, "choice")
                .attr("aria-labelledby", name.clone())
                .attr("aria-describedby", described),
        )
        .child(
            tag::span().part("edition-name").child(
                tag::span()
                    .attr("id", name)
                    .child(move || say_label(state, &label)),
            ),
        )
}

/// That an edition is the best for what is needed: the cheapest that does all of it.
fn best(state: State, verdict: Memo<Option<Verdict>>) -> Node {
    let is_best = Memo::new(move |_| verdict.get() == Some(Verdict::Cheapest));
    (move || is_best.get().then(|| best_badge(state))).into_node()
}
