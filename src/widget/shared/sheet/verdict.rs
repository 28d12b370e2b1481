//! Whether an edition does what is needed, in as few words as the head of a column has room for.

use crate::card::Edition;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::edition::{Verdict, lacking, trial_fit, verdict as verdict_on};
use crate::widget::shared::icon::{DASH, TICK, icon};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// So many things that an edition lacks are told, the others counted: their cells are marked.
const MOST: usize = 2;

/// Whether an edition does all that is needed, and what it lacks.
///
/// Of a trial quietly: that it is small and ends is what it is.
pub(super) fn verdict(state: State, edition: &Edition) -> Node {
    let id = edition.id.clone();
    let verdict = verdict_on(state, id.clone());
    if edition.trial.is_some() {
        return tag::p()
            .part("verdict")
            .class("verdict of-trial")
            .attr("data-fits", move || {
                verdict.get().as_ref().map(Verdict::fits)
            })
            .child(trial_fit(state, id))
            .into_node();
    }
    let lacking = lacking(state, id);
    (move || {
        let (kind, said) = match verdict.get()? {
            Verdict::Cheapest => ("cheapest", "ui-cheapest"),
            Verdict::Fits => ("fits", "ui-fits"),
            Verdict::OnRequest => ("on-request", "ui-fits-on-request"),
            Verdict::Lacks(_) => return Some(lacks(state, lacking.get()?)),
        };
        let fits = tag::p()
            .part("verdict")
            .attr("data-fits", "true")
            .attr("data-verdict", kind)
            .child((icon(TICK), " ", say(state, said)));
        Some(fits)
    })
    .into_node()
}

fn lacks(state: State, problems: Vec<(&'static str, Word)>) -> Element {
    let more = problems.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        let more = Arg::Count(u64::try_from(more).unwrap_or_default());
        let word = Word::new("ui-more-problems").with("more", more);
        tag::p().child(phrase(state, word))
    });
    let problems = problems.into_iter().take(MOST);
    let problems = problems.map(|(code, word)| {
        tag::p().part("problem").attr("data-problem", code).child((
            icon(DASH),
            " ",
            phrase(state, word),
        ))
    });
    tag::div()
        .part("verdict")
        .attr("data-fits", "false")
        .child(many(problems))
        .child(more)
}
