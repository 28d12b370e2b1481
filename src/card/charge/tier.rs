//! Tiers: ranges of quantities, each with a rate.

use serde::Serialize;

use crate::card::PerEdition;
use crate::card::read::amount_per_edition;
use crate::money::Amount;
use crate::value::Value;
use crate::value::read::{Read, needed, optional, quantity};

/// A range of quantities and its rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tier {
    /// The first quantity in it.
    pub from: u64,
    /// The first quantity above it; absent in the last tier, which is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u64>,
    /// The price of a unit.
    pub price: PerEdition<Amount>,
}

impl Tier {
    pub(super) fn read(tier: &Value) -> Read<Self> {
        Ok(Self {
            from: needed(tier, "from", quantity)?,
            to: optional(tier, "to", quantity)?,
            price: needed(tier, "price", amount_per_edition)?,
        })
    }
}
