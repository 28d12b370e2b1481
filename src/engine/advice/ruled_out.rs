//! `ruled-out`: what keeps an edition that costs less from being enough.

use std::sync::Arc;

use super::prover::Prover;
use crate::engine::arg::edition_name;
use crate::engine::editions::Alternative;
use crate::engine::reply::{Problem, Subject};
use crate::word::{Arg, Word};

/// The limits and features that an edition lacks and the one that was priced has.
///
/// Trials are left out: that they are small and end is what they are.
pub(super) fn find(prover: &Prover, other: &Alternative) -> Option<Word> {
    let total = other.total;
    if other.edition.trial.is_some() || total >= prover.total {
        return None;
    }
    let has = |problem: &&Problem| {
        let mut own = prover.priced.problems.iter();
        !own.any(|own| own.subject == problem.subject)
    };
    let mut limits = Vec::new();
    let mut features = Vec::new();
    for problem in other.priced.problems.iter().filter(has) {
        match &problem.subject {
            Subject::Dimension(id) => {
                let dimension = prover.order.card.dimension(id);
                limits.extend(dimension.map(|d| (d.id.clone(), Arc::clone(&d.label))));
            }
            Subject::Feature(id) => {
                let feature = prover.order.card.feature(id);
                features.extend(feature.map(|f| (f.id.clone(), Arc::clone(&f.label))));
            }
        }
    }
    limits.dedup();
    if limits.is_empty() && features.is_empty() {
        return None;
    }
    let saves = prover.total.checked_sub(total)?;
    let mut word = Word::new("ruled-out")
        .with("edition", edition_name(other.edition))
        .with("total", prover.money(total))
        .with("saves", prover.money(saves));
    if !limits.is_empty() {
        word = word.with("limits", Arg::Labels(limits));
    }
    if !features.is_empty() {
        word = word.with("features", Arg::Labels(features));
    }
    Some(word)
}
