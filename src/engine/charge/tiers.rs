//! What the models with tiers share.

use super::rise::Rise;
use crate::card::Tier;

/// The tier that a quantity falls into.
pub(super) fn tier_of(tiers: &[Tier], quantity: u64) -> Option<&Tier> {
    let within = |tier: &&Tier| tier.from <= quantity && tier.to.is_none_or(|to| quantity < to);
    tiers.iter().find(within)
}

/// The part of a quantity that falls into each tier.
pub(super) fn parts(tiers: &[Tier], quantity: u64) -> impl Iterator<Item = (u64, &Tier)> {
    tiers.iter().filter_map(move |tier| {
        let top = tier.to.map_or(quantity, |to| to.min(quantity));
        let part = top.checked_sub(tier.from).filter(|&part| part > 0)?;
        Some((part, tier))
    })
}

/// A rise that changes where a tier begins.
pub(super) fn rise(tiers: &[Tier], is_even: bool, may_fall: bool) -> Rise {
    Rise {
        kinks: tiers.iter().map(|tier| tier.from).collect(),
        is_even,
        may_fall,
    }
}
