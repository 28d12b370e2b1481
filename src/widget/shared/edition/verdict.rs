//! Whether an edition does all that is needed.

use crate::engine::ItemEstimate;
use crate::text::Id;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::word::Word;

/// Whether an edition does all that is needed.
#[derive(Clone, PartialEq)]
pub(in crate::widget) enum Verdict {
    /// It does, and no other that does costs less.
    Cheapest,
    /// It does.
    Fits,
    /// It does, at a price that is told on request.
    OnRequest,
    /// It does not: the code of each problem, and what is to be said of it.
    Lacks(Vec<(&'static str, Word)>),
}

impl Verdict {
    fn new(item: &ItemEstimate, is_cheapest: bool) -> Self {
        if item.problems.is_empty() {
            return match is_cheapest {
                true => Self::Cheapest,
                false if item.is_on_request() => Self::OnRequest,
                false => Self::Fits,
            };
        }
        let problems = item.problems.iter();
        let problems = problems.map(|problem| (problem.code.as_str(), problem.word.clone()));
        Self::Lacks(problems.collect())
    }

    /// As the hook `data-fits` says it.
    pub const fn fits(&self) -> &'static str {
        match self {
            Self::Cheapest | Self::Fits | Self::OnRequest => "true",
            Self::Lacks(_) => "false",
        }
    }
}

/// The verdict on an edition; `None` where the question has no answer.
pub(in crate::widget) fn verdict(state: State, edition: Id) -> Memo<Option<Verdict>> {
    state.memo(move |picture| {
        let is_cheapest = picture.comparison.cheapest.as_ref() == Some(&edition);
        Some(Verdict::new(picture.edition(&edition)?, is_cheapest))
    })
}
