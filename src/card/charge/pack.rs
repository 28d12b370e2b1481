//! `pack`: packs bought beforehand that expire.

use serde::Serialize;

use super::Tier;
use crate::text::Id;

/// Packs bought beforehand that expire; the whole pack at the rate of its size's tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pack {
    /// What is counted.
    pub dimension: Id,
    /// The smallest pack.
    pub min: u64,
    /// The step by which a pack may be larger.
    pub step: u64,
    /// For how many months a pack serves, the month of purchase included; absent: for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life: Option<u32>,
    /// The tiers, by the size of the pack.
    pub tiers: Vec<Tier>,
}
