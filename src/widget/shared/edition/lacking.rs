//! What an edition lacks, in a few words.

use crate::engine::{ItemEstimate, Problem, ProblemCode, Subject};
use crate::text::Id;
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, State};
use crate::word::{Arg, Word};

/// The code of each problem, and what an edition lacks; `None` where the question has no answer.
pub(in crate::widget) fn lacking(
    state: State,
    edition: Id,
) -> Memo<Option<Vec<(&'static str, Word)>>> {
    state.memo(move |picture| {
        let item = picture.edition(&edition)?;
        let problems = item.problems.iter();
        let lacking = problems.map(|problem| {
            let word = lacks(picture, item, problem);
            (problem.code.as_str(), word)
        });
        Some(lacking.collect())
    })
}

/// What an edition lacks.
pub(super) fn lacks(picture: &Picture, item: &ItemEstimate, problem: &Problem) -> Word {
    let word = match &problem.subject {
        // Of the others it has to be said what is wrong with them.
        Subject::Dimension(id) if problem.code == ProblemCode::Exceeded => {
            let unit = picture.card.dimension(id).map(|d| d.unit.clone());
            let quota = item.quotas.iter().find(|quota| quota.dimension == *id);
            unit.zip(quota).map(|(unit, quota)| {
                let demand = Arg::Quantity(quota.demand, unit);
                Word::new("ui-trial-not-for").with("demand", demand)
            })
        }
        Subject::Dimension(_) => None,
        Subject::Feature(id) => picture.card.feature(id).map(|feature| {
            let feature = Arg::Label(feature.id.clone(), feature.label.clone());
            Word::new("ui-trial-without").with("feature", feature)
        }),
    };
    word.unwrap_or_else(|| problem.word.clone())
}
