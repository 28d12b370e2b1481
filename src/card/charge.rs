//! Charges, by the standard charge models.

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

/// How an amount follows from the demand.
///
/// A charge with a dimension bills what the dimension's allowance does not cover; where there is no
/// allowance, all of it. An edition without a price is not sold the charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "model", rename_all = "kebab-case")]
pub enum Model {
    /// The same amount whatever the demand.
    Flat {
        /// The price of a month.
        price: PerEdition<Amount>,
        /// The price of a year, where billed by the year.
        #[serde(skip_serializing_if = "Option::is_none")]
        annual_price: Option<PerEdition<Amount>>,
    },
    /// So many packages as make the month cheapest together with the add-ons above their
    /// allowances, at least one; the more packages where the cost is equal.
    Bundle {
        /// The price of a package and month.
        price: PerEdition<Amount>,
        /// The price of a package and year, where billed by the year.
        #[serde(skip_serializing_if = "Option::is_none")]
        annual_price: Option<PerEdition<Amount>>,
    },
    /// A price for each unit.
    PerUnit {
        /// What is counted.
        dimension: Id,
        /// The price of a unit.
        price: PerEdition<Amount>,
        /// The price of a unit and year, where billed by the year.
        #[serde(skip_serializing_if = "Option::is_none")]
        annual_price: Option<PerEdition<Amount>>,
        /// How often the units are charged.
        every: Every,
    },
    /// A price for each block of units; a started block counts whole. Also called package pricing.
    Block {
        /// What is counted.
        dimension: Id,
        /// The units in a block.
        size: u64,
        /// The price of a block.
        price: PerEdition<Amount>,
        /// Whether what is left of a block serves the following months. Such blocks, where they are
        /// prepaid, are packs that never expire, bought whenever the balance runs out.
        carries: bool,
    },
    /// Each part of the quantity at the rate of the tier that it falls into.
    Graduated {
        /// What is counted.
        dimension: Id,
        /// The tiers.
        tiers: Vec<Tier>,
    },
    /// The whole quantity at the rate of the tier that it falls into.
    Volume {
        /// What is counted.
        dimension: Id,
        /// The tiers.
        tiers: Vec<Tier>,
    },
    /// Packs bought beforehand that expire; the whole pack at the rate of its size's tier.
    Pack {
        /// What is counted.
        dimension: Id,
        /// The smallest pack.
        min: u64,
        /// The step by which a pack may be larger.
        step: u64,
        /// For how many months a pack serves, the month of purchase included; absent: for ever.
        #[serde(skip_serializing_if = "Option::is_none")]
        life: Option<u32>,
        /// The tiers, by the size of the pack.
        tiers: Vec<Tier>,
    },
}

impl Model {
    /// What it counts; `None` where it charges without counting.
    #[must_use]
    pub const fn dimension(&self) -> Option<&Id> {
        match self {
            Self::Flat { .. } | Self::Bundle { .. } => None,
            Self::PerUnit { dimension, .. }
            | Self::Block { dimension, .. }
            | Self::Graduated { dimension, .. }
            | Self::Volume { dimension, .. }
            | Self::Pack { dimension, .. } => Some(dimension),
        }
    }

    /// The tiers; none where it has a single price.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        match self {
            Self::Graduated { tiers, .. }
            | Self::Volume { tiers, .. }
            | Self::Pack { tiers, .. } => tiers,
            _ => &[],
        }
    }

    /// The single price, where it has one.
    #[must_use]
    pub const fn price(&self) -> Option<&PerEdition<Amount>> {
        match self {
            Self::Flat { price, .. }
            | Self::Bundle { price, .. }
            | Self::PerUnit { price, .. }
            | Self::Block { price, .. } => Some(price),
            _ => None,
        }
    }

    /// The price of a year, where it has one.
    #[must_use]
    pub const fn annual_price(&self) -> Option<&PerEdition<Amount>> {
        match self {
            Self::Flat { annual_price, .. }
            | Self::Bundle { annual_price, .. }
            | Self::PerUnit { annual_price, .. } => annual_price.as_ref(),
            _ => None,
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

/// How often the units of a charge are charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Once a billing month.
    Month,
    /// On every day of the calendar month.
    Day,
}

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
