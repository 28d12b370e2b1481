//! `cheaper-edition`: another edition costs less and still fits.

use super::case::{Case, Other, edition_name};
use crate::engine::price::trial_end;
use crate::word::{Arg, Word};

/// The editions that cost less and do all that is needed: the one to buy that costs least, and the
/// trial, where it costs less still.
pub(super) fn find(case: &Case, others: &[Other]) -> Vec<Word> {
    let cheapest = |trial: bool| {
        let fitting = others.iter().filter(|other| other.priced.fits());
        let of_kind = fitting.filter(|other| other.edition.trial.is_some() == trial);
        let cheapest = of_kind.min_by_key(|other| other.priced.total);
        cheapest.filter(|other| other.priced.total < case.priced.total)
    };
    let sold = cheapest(false);
    let least = sold.map_or(case.priced.total, |other| other.priced.total);
    let trial = cheapest(true).filter(|trial| trial.priced.total < least);
    let found = sold.into_iter().chain(trial);
    found.filter_map(|other| word(case, other)).collect()
}

fn word(case: &Case, other: &Other) -> Option<Word> {
    let total = other.priced.total;
    let saves = case.priced.total.checked_sub(total)?;
    let word = Word::new("cheaper-edition")
        .with("edition", edition_name(other.edition))
        .with("total", case.money(total))
        .with("saves", case.money(saves));
    match &other.edition.trial {
        None => Some(word),
        Some(trial) => {
            let until = trial_end(trial, case.start).ok()?;
            Some(word.with("until", Arg::Date(until)))
        }
    }
}
