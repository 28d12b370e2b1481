//! `volume`: the whole quantity at the rate of the tier that it falls into.

use serde::Serialize;

use super::Tier;
use crate::text::Id;

/// The whole quantity at the rate of the tier that it falls into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Volume {
    /// What is counted.
    pub dimension: Id,
    /// The tiers.
    pub tiers: Vec<Tier>,
}
