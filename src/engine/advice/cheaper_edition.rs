//! `cheaper-edition`: another edition costs less and still fits.

use super::prover::Prover;
use crate::engine::arg::edition_name;
use crate::engine::editions::Alternative;
use crate::engine::period::trial_end;
use crate::word::{Arg, Word};

/// The editions that cost less and do all that is needed: the one to buy that costs least, and the
/// trial, where it costs less still.
pub(super) fn find(prover: &Prover, others: &[Alternative]) -> Vec<Word> {
    let cheapest = |trial: bool| {
        let fitting = others.iter().filter(|other| other.priced.fits());
        let of_kind = fitting.filter(|other| other.edition.trial.is_some() == trial);
        let cheapest = of_kind.min_by_key(|other| other.total);
        cheapest.filter(|other| other.total < prover.total)
    };
    let sold = cheapest(false);
    let least = sold.map_or(prover.total, |other| other.total);
    let trial = cheapest(true).filter(|trial| trial.total < least);
    let found = sold.into_iter().chain(trial);
    found.filter_map(|other| word(prover, other)).collect()
}

fn word(prover: &Prover, other: &Alternative) -> Option<Word> {
    let total = other.total;
    let saves = prover.total.checked_sub(total)?;
    let word = Word::new("cheaper-edition")
        .with("edition", edition_name(other.edition))
        .with("total", prover.money(total))
        .with("saves", prover.money(saves));
    match &other.edition.trial {
        None => Some(word),
        Some(trial) => {
            let until = trial_end(trial, prover.order.start).ok()?;
            Some(word.with("until", Arg::Date(until)))
        }
    }
}
