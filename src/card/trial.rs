//! What a trial can sell: only what it is clear how to charge for all of it at once.

use super::check::{Check, Tell};
use super::{Card, Charge, Dimension, Edition, Trial};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

impl Trial {
    /// Whether a charge is made once for the whole trial.
    pub(super) fn is_for_all_of_it(&self, charge: &Id) -> bool {
        self.basic == *charge || self.sells.contains(charge)
    }
}

/// Checks what a trial sells and what its allowances are for, whose ids are known.
///
/// # Errors
///
/// The fault at which `tell` ends the check, with its place in the trial.
pub(super) fn check(card: &Card, edition: &Edition, trial: &Trial, tell: &mut Tell) -> Check {
    let mut fault = |id: &'static str, name: &'static str, arg: &Id, key: &str| {
        let word = Word::new(id).with(name, Arg::text(arg));
        tell(Fault::new(Code::OutOfRange, word).in_field(key))
    };
    let basic = [("basic", &trial.basic)].into_iter();
    for (key, id) in basic.chain(trial.sells.iter().map(|id| ("sells", id))) {
        let Some(charge) = card.charge(id) else {
            continue;
        };
        // Without a price it would be left out without a word.
        if !charge.model.is_sold_to(&edition.id) {
            fault("trial-without-price", "charge", id, key)?;
        }
        if charge.model.rules().is_daily() {
            fault("in-trial-daily", "charge", id, key)?;
        }
        // What is used up in one month is not there in the next.
        let counted = charge.model.dimension();
        if charge.pack_sizes().is_some() && counted.is_some_and(|id| !trial.whole.contains(id)) {
            fault("in-trial-packs", "charge", id, key)?;
        }
    }
    for id in &trial.beside {
        let is_weighed = |charge: &Charge| charge.model.weighs_packages();
        if card.charge(id).is_some_and(is_weighed) {
            fault("in-trial-bundle", "charge", id, "beside")?;
        }
    }
    for dimension in trial.whole.iter().filter_map(|id| card.dimension(id)) {
        if !is_whole(card, edition, trial, dimension) {
            fault("in-trial-whole", "dimension", &dimension.id, "whole")?;
        }
    }
    Ok(())
}

/// Whether the units of a dimension can be summed up over a trial: they are not multiplied by what
/// may be another number in each month, and no charge counts them month by month.
fn is_whole(card: &Card, edition: &Edition, trial: &Trial, dimension: &Dimension) -> bool {
    let base = dimension.allowance_per.as_ref();
    let base = base.and_then(|id| card.charge(id));
    let is_counted = base.is_some_and(|base| base.model.dimension().is_some());
    let mut charges = card.charges_of(&dimension.id);
    dimension.each.is_none()
        && !is_counted
        && !charges.any(|c| edition.is_sold(c) && !trial.is_for_all_of_it(&c.id))
}
