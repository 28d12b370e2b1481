//! What is said of a trial beside its price: when it ends, and for what it is too small. Quietly: that a
//! trial is small and ends is what it is.

use super::lacking::lacks;
use crate::card::Trial;
use crate::engine::{ItemEstimate, ProblemCode};
use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node};
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The day on which a trial ends.
pub(in crate::widget) fn trial_ends(state: State, trial: &Trial) -> Node {
    let trial = trial.clone();
    let ends = state.memo(move |picture| trial.end(picture.request.start));
    (move || {
        let word = Word::new("ui-trial-ends").with("on", Arg::Date(ends.get()?));
        Some(phrase(state, word))
    })
    .into_node()
}

/// For what a trial is too small, or what it costs with all that is needed; nothing where it is free.
pub(in crate::widget) fn trial_fit(state: State, edition: Id) -> Node {
    let fit = state.memo(move |picture| {
        let item = picture.edition(&edition)?;
        too_small(picture, item).or_else(|| Some((with_all(item)?, 0)))
    });
    (move || {
        let (word, more) = fit.get()?;
        let more = (more > 0).then(|| {
            let word = Word::new("ui-more-problems").with("more", Arg::Count(more));
            (" ", phrase(state, word)).into_node()
        });
        Some((phrase(state, word), more).into_node())
    })
    .into_node()
}

/// The first thing for which a trial is too small, and how many more there are.
fn too_small(picture: &Picture, item: &ItemEstimate) -> Option<(Word, u64)> {
    let problems = item.problems.iter();
    let mut problems = problems.filter(|problem| problem.code != ProblemCode::TrialEnds);
    let first = lacks(picture, item, problems.next()?);
    Some((first, u64::try_from(problems.count()).unwrap_or_default()))
}

/// What a trial costs where it is not free with all that is needed.
fn with_all(item: &ItemEstimate) -> Option<Word> {
    let total = item.total.filter(|total| !total.is_zero())?;
    let price = Arg::Money(total, item.card.currency);
    Some(Word::new("ui-trial-with").with("price", price))
}

/// What a trial costs in all, where it is the chosen edition.
pub(in crate::widget) fn trial_total(state: State) -> Memo<Option<Amount>> {
    state.memo(|picture| {
        picture.trial()?;
        picture.chosen()?.total
    })
}
