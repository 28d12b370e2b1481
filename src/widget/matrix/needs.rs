//! What is ticked, and which editions have all of it.

use leptos::ev;

use crate::engine::{ItemEstimate, ProblemCode};
use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::shared::pieces::button;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The features that are needed.
pub(super) fn needed(state: State) -> Vec<Id> {
    let question = state.question();
    question
        .map(|question| question.item.requires)
        .unwrap_or_default()
}

/// How many of the features that are needed an edition lacks, as the engine says.
pub(super) fn lacking(item: &ItemEstimate) -> u64 {
    let missing = |code| code == ProblemCode::MissingFeature;
    let lacking = item.problems.iter().filter(|problem| missing(problem.code));
    u64::try_from(lacking.count()).unwrap_or_default()
}

/// What to do, or which editions are left; and a button that takes all ticks away.
pub(super) fn needs(state: State) -> Element {
    let word = Memo::new(move |_| sentence(state));
    let none = Memo::new(move |_| needed(state).is_empty());
    let clear = move |_| state.change(|question| question.item.requires.clear());

    tag::div()
        .part("tally")
        .child(
            tag::p()
                .attr("role", "status")
                .attr("id", "needs")
                .child(move || word.get().map(|word| phrase(state, word))),
        )
        .child(
            button(state, "ui-forget")
                .attr("hidden", move || none.get())
                .on(ev::click, clear),
        )
}

/// What to do while nothing is ticked, and then which editions are left.
fn sentence(state: State) -> Option<Word> {
    let count = |some: usize| Arg::Count(u64::try_from(some).unwrap_or_default());
    let needed = needed(state).len();
    if needed == 0 {
        return Some(Word::new("ui-tick"));
    }
    let picture = state.picture()?;
    let editions = &picture.comparison.editions;
    let left = editions.iter().filter(|item| lacking(item) == 0);
    let left = left.filter_map(|item| {
        let edition = picture.card.edition(&item.edition)?;
        Some((edition.id.clone(), edition.label.clone()))
    });
    let left: Vec<_> = left.collect();
    if left.is_empty() {
        return Some(Word::new("ui-none-left").with("needed", count(needed)));
    }
    let word = Word::new("ui-remaining")
        .with("needed", count(needed))
        .with("left", count(left.len()))
        .with("all", count(editions.len()));
    Some(word.with("editions", Arg::Labels(left)))
}
