//! What stands under the heads of the columns: what an edition costs, and whether it does all that is needed.

use super::needs::{lacking, needed};
use crate::card::{Card, Edition};
use crate::engine::{ItemEstimate, ProblemCode};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, many, tag};
use crate::widget::shared::edition::{in_order, price_of};
use crate::widget::shared::sheet::{cell, row};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The row of the prices, with a verdict beside each once something is needed.
pub(super) fn standings(state: State, card: &Card) -> Element {
    let has_needs = Memo::new(move |_| !needed(state).is_empty());
    let about = move || match has_needs.get() {
        true => say(state, "ui-verdict"),
        false => say(state, "ui-price-month"),
    };
    let cells = in_order(card);
    let cells = cells.map(|edition| standing(state, edition));
    row(about.into_node(), many(cells)).class("standing")
}

/// What an edition costs, and whether it does all that is needed.
fn standing(state: State, edition: &Edition) -> Element {
    let (id, is_trial) = (edition.id.clone(), edition.trial.is_some());
    let price = tag::span()
        .class("standing-price")
        .child(price_of(state, &id));
    let found = {
        let id = id.clone();
        Memo::new(move |_| Standing::new(&needed(state), state.picture()?.edition(&id)?))
    };
    let verdict = move || Some(found.get()?.view(state, is_trial));
    cell(&id).child(price).child(verdict)
}

/// Whether an edition does all that is needed, beginning with what is ticked.
#[derive(Clone, PartialEq)]
struct Standing {
    /// How many features are needed, and how many of them it lacks.
    needed: u64,
    lacks: u64,
    /// What else keeps it from doing all that is needed.
    others: Vec<Word>,
}

impl Standing {
    /// `None` while nothing is ticked.
    fn new(needed: &[Id], item: &ItemEstimate) -> Option<Self> {
        let others = item.problems.iter();
        let others = others.filter(|problem| problem.code != ProblemCode::MissingFeature);
        (!needed.is_empty()).then(|| Self {
            needed: u64::try_from(needed.len()).unwrap_or_default(),
            lacks: lacking(item),
            others: others.map(|problem| problem.word.clone()).collect(),
        })
    }

    /// As the calculator says it: good is only what does all. Of a trial quietly, that it is small and ends is what
    /// it is.
    fn view(self, state: State, is_trial: bool) -> Element {
        let fits = self.lacks == 0 && self.others.is_empty();
        let id = if self.lacks > 0 {
            "ui-lacks"
        } else {
            "ui-has-all"
        };
        let mut word = Word::new(id)
            .with("lacking", Arg::Count(self.lacks))
            .with("needed", Arg::Count(self.needed));
        if self.needed > 1 {
            word = word.with("count", Arg::Count(self.needed));
        }
        let others = self.others.into_iter().map(|problem| {
            tag::span()
                .class("standing-problem")
                .child(phrase(state, problem))
        });
        let class = match is_trial && !fits {
            true => "verdict of-trial",
            false => "verdict",
        };
        tag::span()
            .part("standing")
            .class(class)
            .attr("data-fits", fits.to_string())
            .child(phrase(state, word))
            .child(many(others))
    }
}
