//! What a change of the demand for one dimension changes, so that nothing else is priced again.

use crate::card::{Card, Charge, Dimension};

/// What of a card may come to something else when a dimension is demanded otherwise.
pub(super) struct Affected<'a> {
    /// The charges that count the dimension itself, in the card's order.
    pub own: Vec<&'a Charge>,
    /// The dimensions of which something else may be needed or included: the dimension first.
    pub dimensions: Vec<&'a Dimension>,
    /// The charges, in the card's order.
    pub charges: Vec<&'a Charge>,
    /// The charges that their allowances are for each of.
    pub bases: Vec<&'a Charge>,
}

impl<'a> Affected<'a> {
    /// The charges of a dimension, of all that is counted for each of it, whose allowance grows with
    /// it, or that comes in the same packages.
    pub fn by(card: &'a Card, dimension: &'a Dimension) -> Self {
        let mut dimensions = vec![dimension];
        let mut at = 0;
        while let Some(changed) = dimensions.get(at).copied() {
            for other in &card.dimensions {
                let known = dimensions.iter().any(|known| known.id == other.id);
                if !known && depends(card, other, changed) {
                    dimensions.push(other);
                }
            }
            at = at.saturating_add(1);
        }
        let is_base = |charge: &Charge| {
            let mut dimensions = dimensions.iter();
            dimensions.any(|dimension| dimension.allowance_per.as_ref() == Some(&charge.id))
        };
        let is_affected = |charge: &Charge| {
            let mut dimensions = dimensions.iter();
            let counted = dimensions.any(|dimension| charge.model.counts(&dimension.id));
            counted || (charge.model.weighs_packages() && is_base(charge))
        };
        let is_own = |charge: &&Charge| charge.model.dimension() == Some(&dimension.id);
        let charges = card.charges.iter();
        Self {
            own: charges.clone().filter(is_own).collect(),
            charges: charges
                .clone()
                .filter(|charge| is_affected(charge))
                .collect(),
            bases: charges.filter(|charge| is_base(charge)).collect(),
            dimensions,
        }
    }
}

/// Whether a dimension is counted otherwise where another one is demanded otherwise.
fn depends(card: &Card, dimension: &Dimension, on: &Dimension) -> bool {
    let base = dimension.allowance_per.as_ref();
    let by_count = base.and_then(|id| card.charge(id)).is_some_and(|base| {
        base.model.counts(&on.id)
            || (base.model.weighs_packages() && on.allowance_per.as_ref() == Some(&base.id))
    });
    by_count || dimension.each.as_ref() == Some(&on.id)
}
