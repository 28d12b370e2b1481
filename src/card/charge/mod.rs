//! Charges, by the standard charge models: a file each.

mod block;
mod bundle;
mod flat;
mod graduated;
mod pack;
mod per_unit;
mod tier;
mod volume;

pub use block::Block;
pub use bundle::Bundle;
pub use flat::Flat;
pub use graduated::Graduated;
pub use pack::Pack;
pub use per_unit::{Every, PerUnit};
pub use tier::Tier;
pub use volume::Volume;

use std::sync::Arc;

use serde::Serialize;

use super::PerEdition;
use crate::money::Amount;
use crate::text::{Id, Text};

/// Something that is charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Charge {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// When it is paid.
    pub kind: ChargeKind,
    /// How its amount follows from the demand.
    #[serde(flatten)]
    pub model: Model,
    /// The key of its source.
    pub source: Id,
}

/// When a charge is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChargeKind {
    /// On the first day of the month that it is for.
    Prepaid,
    /// On the first day of the calendar month after the one that it is for: pay as you go.
    Payg,
}

impl ChargeKind {
    /// The word that replies and cards use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prepaid => "prepaid",
            Self::Payg => "payg",
        }
    }
}

/// How an amount follows from the demand: one of the charge models.
///
/// A charge with a dimension bills what the dimension's allowance does not cover; where there is no
/// allowance, all of it. An edition without a price is not sold the charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "model", rename_all = "kebab-case")]
pub enum Model {
    /// The same amount whatever the demand.
    Flat(Flat),
    /// So many packages as make the month cheapest together with the add-ons.
    Bundle(Bundle),
    /// A price for each unit.
    PerUnit(PerUnit),
    /// A price for each block of units.
    Block(Block),
    /// Each part of the quantity at the rate of the tier that it falls into.
    Graduated(Graduated),
    /// The whole quantity at the rate of the tier that it falls into.
    Volume(Volume),
    /// Packs bought beforehand that expire.
    Pack(Pack),
}

impl Model {
    /// What it counts; `None` where it charges without counting.
    #[must_use]
    pub const fn dimension(&self) -> Option<&Id> {
        match self {
            Self::Flat(_) | Self::Bundle(_) => None,
            Self::PerUnit(per_unit) => Some(&per_unit.dimension),
            Self::Block(block) => Some(&block.dimension),
            Self::Graduated(graduated) => Some(&graduated.dimension),
            Self::Volume(volume) => Some(&volume.dimension),
            Self::Pack(pack) => Some(&pack.dimension),
        }
    }

    /// The tiers; none where it has a single price.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        match self {
            Self::Graduated(graduated) => &graduated.tiers,
            Self::Volume(volume) => &volume.tiers,
            Self::Pack(pack) => &pack.tiers,
            Self::Flat(_) | Self::Bundle(_) | Self::PerUnit(_) | Self::Block(_) => &[],
        }
    }

    /// The single price, where it has one.
    #[must_use]
    pub const fn price(&self) -> Option<&PerEdition<Amount>> {
        match self {
            Self::Flat(flat) => Some(&flat.price),
            Self::Bundle(bundle) => Some(&bundle.price),
            Self::PerUnit(per_unit) => Some(&per_unit.price),
            Self::Block(block) => Some(&block.price),
            Self::Graduated(_) | Self::Volume(_) | Self::Pack(_) => None,
        }
    }

    /// The price of a year, where it has one.
    #[must_use]
    pub const fn annual_price(&self) -> Option<&PerEdition<Amount>> {
        match self {
            Self::Flat(flat) => flat.annual_price.as_ref(),
            Self::Bundle(bundle) => bundle.annual_price.as_ref(),
            Self::PerUnit(per_unit) => per_unit.annual_price.as_ref(),
            Self::Block(_) | Self::Graduated(_) | Self::Volume(_) | Self::Pack(_) => None,
        }
    }

    /// Whether an edition is sold it.
    #[must_use]
    pub fn is_sold_to(&self, edition: &str) -> bool {
        self.price()
            .is_some_and(|price| price.get(edition).is_some())
            || self
                .tiers()
                .iter()
                .any(|tier| tier.price.get(edition).is_some())
    }
}
