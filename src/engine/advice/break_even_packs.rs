//! `break-even-packs`: the demand at which packs begin to cost less than pay as you go.

use super::prover::{BISECTION, Prover};
use super::vary::{with_packs, with_steady};
use crate::card::{Charge, Dimension};
use crate::engine::arg::{dimension_name, quantity};
use crate::engine::charge::model;
use crate::word::{Arg, Word};

/// The most blocks among which the break-even is sought.
const MOST_BLOCKS: u64 = 1 << 16;

/// The demand, the same in every month, at which packs cost less while with one unit less they do
/// not.
///
/// Within a block pay as you go stays the same while packs only get dearer, so that packs begin to
/// pay with the first unit of a block: the blocks are halved until there is one left. Beyond the
/// top tier of the packs nothing changes any more.
pub(super) fn find(prover: &Prover, charge: &Charge) -> Option<Word> {
    let dimension = prover.packs_of(charge)?;
    let payg = prover.payg_of(dimension)?;
    let is_trial = prover.order.edition.trial.is_some();
    if is_trial || !prover.is_quick || !prover.is_demanded(dimension) {
        return None;
    }
    let block = model(payg).units_priced().unwrap_or(1);
    let mut quotas = prover.priced.quotas.iter();
    let quota = quotas.find(|quota| quota.dimension == dimension.id)?;
    let free = quota.limit?;
    let top = charge.model.tiers().last()?.from;
    let first_of = |index: u64| block.checked_mul(index)?.checked_add(free)?.checked_add(1);
    let (mut below, mut above) = (None, top.div_ceil(block).checked_add(1)?.min(MOST_BLOCKS));
    if !packs_pay(prover, charge, dimension, first_of(above)?)? {
        return None;
    }
    // Packs pay in `above`, not in `below`; `None` stands for no block at all.
    loop {
        let next = below.map_or(0, |below: u64| below.saturating_add(1));
        if next >= above {
            break;
        }
        let middle = next.midpoint(above.saturating_sub(1));
        if packs_pay(prover, charge, dimension, first_of(middle)?)? {
            above = middle;
        } else {
            below = Some(middle);
        }
    }
    let demand = first_of(above)?;
    if packs_pay(prover, charge, dimension, demand.checked_sub(1)?)? {
        return None;
    }
    let word = Word::new("break-even-packs")
        .with("dimension", dimension_name(dimension))
        .with("demand", quantity(dimension, demand))
        .with("method", Arg::text(BISECTION));
    Some(word)
}

/// Whether the cheapest packs cost less than none.
fn packs_pay(prover: &Prover, charge: &Charge, dimension: &Dimension, demand: u64) -> Option<bool> {
    let item = with_steady(prover.order.item, dimension, demand);
    let best = prover.total(&with_packs(&item, charge, None))?;
    let none = prover.total(&with_packs(&item, charge, Some(Vec::new())))?;
    Some(best < none)
}
