//! `pack`: packs bought beforehand that expire.

use serde::Serialize;

use super::model::{ChargeModel, Packs, Prices, Written};
use super::shape::{DIMENSION, TIERS};
use super::{Charge, ChargeKind, Tier, beside, check};
use crate::card::check::{Check, Tell};
use crate::card::shape::COUNT;
use crate::card::{Card, PackSizes};
use crate::text::Id;
use crate::value::read::{Read, count, each, id, needed, optional, positive};
use crate::value::{Field, Shape, Value};

/// Packs bought beforehand that expire; the whole pack at the rate of its size's tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
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

pub(super) const MIN: Field = Field::optional("min", &Shape::Quantity);
pub(super) const STEP: Field = Field::optional("step", &Shape::Quantity);
pub(super) const LIFE: Field = Field::optional("life", &COUNT);

impl Written for Pack {
    const FIELDS: &'static [Field] = &[DIMENSION, MIN, STEP, LIFE, TIERS];

    fn read(charge: &Value) -> Read<Self> {
        Ok(Self {
            dimension: needed(charge, "dimension", id)?,
            min: needed(charge, "min", positive)?,
            step: needed(charge, "step", positive)?,
            life: optional(charge, "life", count)?,
            tiers: needed(charge, "tiers", |tiers| each(tiers, Tier::read))?,
        })
    }
}

impl ChargeModel for Pack {
    fn check(&self, card: &Card, charge: &Charge, tell: &mut Tell) -> Check {
        check::counted(card, &self.dimension).or_else(&mut *tell)?;
        check::tiers(card, &self.tiers, self.min, tell)?;
        beside::packs(card, charge, &self.dimension, tell)?;
        check::packs(card, charge, "tiers").or_else(tell)
    }

    fn dimension(&self) -> Option<&Id> {
        Some(&self.dimension)
    }

    fn prices(&self) -> Prices<'_> {
        Prices::Tiered(&self.tiers)
    }

    fn holds_allowances(&self) -> bool {
        false
    }

    fn packs(&self, _: ChargeKind) -> Option<Packs> {
        let sizes = PackSizes {
            min: self.min,
            step: self.step,
            alike: false,
        };
        let life = self.life;
        Some(Packs { sizes, life })
    }

    fn beside_packs(&self) -> Option<u64> {
        None
    }

    fn is_added_to_packages(&self) -> bool {
        false
    }

    fn weighs_packages(&self) -> bool {
        false
    }

    fn is_constant(&self) -> bool {
        false
    }

    fn is_daily(&self) -> bool {
        false
    }

    fn parts_of_a_quantity(&self) -> usize {
        1
    }
}
