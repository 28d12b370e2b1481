//! What is ticked, and which editions have all of it.

use leptos::ev;

use crate::engine::{ItemEstimate, ProblemCode};
use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::shared::edition::in_order;
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
fn lacking(item: &ItemEstimate) -> u64 {
    let missing = |code| code == ProblemCode::MissingFeature;
    let lacking = item.problems.iter().filter(|problem| missing(problem.code));
    u64::try_from(lacking.count()).unwrap_or_default()
}

/// What to do, or which editions are left; and a button that takes all ticks away.
pub(super) fn tally(state: State) -> Element {
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

/// What to do while nothing is ticked, and then which editions do all that is needed, as everywhere; where none
/// does, which have at least what is ticked. Trials come last.
fn sentence(state: State) -> Option<Word> {
    let count = |some: usize| Arg::Count(u64::try_from(some).unwrap_or_default());
    let needed = needed(state).len();
    if needed == 0 {
        return Some(Word::new("ui-tick"));
    }
    let picture = state.picture()?;
    let those = |holds: &dyn Fn(&ItemEstimate) -> bool| {
        let editions = in_order(&picture.card);
        let editions = editions.filter(|edition| picture.edition(&edition.id).is_some_and(holds));
        let editions = editions.map(|edition| (edition.id.clone(), edition.label.clone()));
        editions.collect::<Vec<_>>()
    };
    let fitting = those(&|item| item.problems.is_empty());
    let having = those(&|item| lacking(item) == 0);
    let (id, editions) = match (fitting.is_empty(), having.is_empty()) {
        (false, _) => ("ui-remaining", fitting),
        (true, false) => ("ui-none-fits", having),
        (true, true) => return Some(Word::new("ui-none-left").with("needed", count(needed))),
    };
    let word = Word::new(id)
        .with("needed", count(needed))
        .with("left", count(editions.len()))
        .with("all", count(picture.comparison.editions.len()));
    Some(word.with("editions", Arg::Labels(editions)))
}
