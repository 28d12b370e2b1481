//! Whether an edition does what is needed.

use crate::card::Card;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::edition::{self, Verdict};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::Word;

/// Whether an edition does all that is needed, and everything that it does not do.
///
/// Of a trial quietly: that it is small and ends is what it is.
pub(super) fn verdict(state: State, card: &Card, edition: Id) -> Node {
    let is_trial = card.edition(&edition).is_some_and(|e| e.trial.is_some());
    let verdict = edition::verdict(state, edition);
    let class = match is_trial {
        true => "verdict of-trial",
        false => "verdict",
    };

    (move || {
        Some(match verdict.get()? {
            Verdict::Cheapest => fits(state, "cheapest", "ui-cheapest").class(class),
            Verdict::Fits => fits(state, "fits", "ui-fits").class(class),
            Verdict::OnRequest => fits(state, "on-request", "ui-fits-on-request").class(class),
            Verdict::Lacks(problems) => lacks(state, problems).class(class),
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
