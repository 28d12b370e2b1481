//! The parts of a rate card as the arguments of words.

use std::sync::Arc;

use crate::card::{Charge, Dimension, Edition, Feature};
use crate::word::Arg;

/// The name of an edition.
pub(super) fn edition_name(edition: &Edition) -> Arg {
    Arg::Label(edition.id.clone(), Arc::clone(&edition.label))
}

/// The name of a dimension.
pub(super) fn dimension_name(dimension: &Dimension) -> Arg {
    Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label))
}

/// The name of a charge.
pub(super) fn charge_name(charge: &Charge) -> Arg {
    Arg::Label(charge.id.clone(), Arc::clone(&charge.label))
}

/// The name of a feature.
pub(super) fn feature_name(feature: &Feature) -> Arg {
    Arg::Label(feature.id.clone(), Arc::clone(&feature.label))
}

/// A quantity of a dimension, in its unit.
pub(super) fn quantity(dimension: &Dimension, quantity: u64) -> Arg {
    Arg::Quantity(quantity, Arc::clone(&dimension.unit))
}

/// How many things there are in a list.
pub(super) fn count(number: usize) -> Arg {
    Arg::Count(u64::try_from(number).unwrap_or(u64::MAX))
}
