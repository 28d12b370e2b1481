//! `block`: a price for each block of units.

use serde::Serialize;

use crate::card::PerEdition;
use crate::money::Amount;
use crate::text::Id;

/// A price for each block of units; a started block counts whole. Also called package pricing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What is counted.
    pub dimension: Id,
    /// The units in a block.
    pub size: u64,
    /// The price of a block.
    pub price: PerEdition<Amount>,
    /// Whether what is left of a block serves the following months. Such blocks, where they are
    /// prepaid, are packs that never expire, bought whenever the balance runs out.
    pub carries: bool,
}
