//! `packs-never-pay`: pay as you go is at least as cheap as any packs at this volume.

use super::prover::Prover;
use super::vary::with_packs;
use crate::card::Charge;
use crate::engine::arg::{charge_name, dimension_name};
use crate::money::Amount;
use crate::word::Word;

/// Whether the cheapest way has no packs although some is paid as it is used.
pub(super) fn find(prover: &Prover, charge: &Charge) -> Option<Word> {
    let dimension = prover.packs_of(charge)?;
    let payg = prover.payg_of(dimension)?;
    // The plan is the cheapest; where packs are given, it is made without them.
    let planned = match prover.given_packs(charge) {
        Some(_) => Some(prover.estimate(&with_packs(prover.order.item, charge, None))?),
        None => None,
    };
    let best = planned.as_ref().unwrap_or(prover.priced);
    if best.packs.iter().any(|plan| plan.charge == charge.id) {
        return None;
    }
    let line = best.lines.iter().find(|line| line.charge == payg.id)?;
    let word = Word::new("packs-never-pay")
        .with("dimension", dimension_name(dimension))
        .with("charge", charge_name(charge))
        .with("cost", prover.money(line.amount));
    let saves = prover.total.checked_sub(best.total?)?;
    Some(if saves > Amount::ZERO {
        word.with("saves", prover.money(saves))
    } else {
        word
    })
}
