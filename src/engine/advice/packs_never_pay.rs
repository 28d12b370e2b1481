//! `packs-never-pay`: pay as you go is at least as cheap as any packs at this volume.

use std::sync::Arc;

use super::case::{Case, name, with_buy};
use crate::card::Charge;
use crate::money::Amount;
use crate::word::{Arg, Word};

/// Whether the cheapest way has no packs although some is paid as it is used.
pub(super) fn find(case: &Case, charge: &Charge) -> Option<Word> {
    let dimension = case.packs_of(charge)?;
    let payg = case.payg_of(dimension)?;
    let given = case.item.buy.iter().any(|(id, _)| *id == charge.id);
    // The plan is the cheapest; where packs are given, it is made without them.
    let planned = match given {
        true => Some(case.estimate(&with_buy(case.item, &charge.id, None))?),
        false => None,
    };
    let best = planned.as_ref().unwrap_or(case.priced);
    if best.packs.iter().any(|plan| plan.charge == charge.id) {
        return None;
    }
    let line = best.lines.iter().find(|line| line.charge == payg.id)?;
    let word = Word::new("packs-never-pay")
        .with("dimension", name(dimension))
        .with(
            "charge",
            Arg::Label(charge.id.clone(), Arc::clone(&charge.label)),
        )
        .with("cost", case.money(line.amount));
    let saves = case.priced.total.checked_sub(best.total)?;
    Some(if saves > Amount::ZERO {
        word.with("saves", case.money(saves))
    } else {
        word
    })
}
