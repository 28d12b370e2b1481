//! Whether an edition does what is needed.

use crate::card::Card;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::edition::{self, Verdict, trial_fit};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::Word;

/// Whether an edition does all that is needed, and everything that it does not do.
///
/// Of a trial quietly, and with what it costs where it is not free with all that is needed.
pub(super) fn verdict(state: State, card: &Card, edition: Id) -> Node {
    let is_trial = card.edition(&edition).is_some_and(|e| e.trial.is_some());
    let fit = is_trial.then(|| trial_fit(state, edition.clone()));
    let verdict = edition::verdict(state, edition);
    if let Some(fit) = fit {
        let fits = move || verdict.get().as_ref().map(Verdict::fits);
        return tag::span()
            .part("verdict")
            .class("trial-fit")
            .attr("data-fits", fits)
            .child(fit)
            .into_node();
    }

    (move || {
        Some(match verdict.get()? {
            Verdict::Cheapest => fits(state, "cheapest", "ui-cheapest"),
            Verdict::Fits => fits(state, "fits", "ui-fits"),
            Verdict::Lacks(problems) => lacks(state, problems),
        })
    })
    .into_node()
}

fn fits(state: State, kind: &'static str, id: &'static str) -> Element {
    tag::span()
        .part("verdict")
        .attr("data-fits", "true")
        .attr("data-verdict", kind)
        .child(say(state, id))
}

fn lacks(state: State, problems: Vec<(&'static str, Word)>) -> Element {
    let problems = problems.into_iter().map(|(code, word)| {
        tag::li()
            .attr("part", "problem")
            .attr("data-problem", code)
            .child(phrase(state, word))
    });
    tag::ul()
        .part("verdict")
        .attr("data-fits", "false")
        .child(many(problems))
}
