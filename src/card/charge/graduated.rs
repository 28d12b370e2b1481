//! `graduated`: each part of the quantity at the rate of the tier that it falls into.

use serde::Serialize;

use super::model::{ChargeModel, Packs, Prices, Written};
use super::shape::{DIMENSION, TIERS};
use super::{Charge, ChargeKind, Tier, check};
use crate::card::Card;
use crate::card::check::{Check, Tell};
use crate::text::Id;
use crate::value::read::{Read, each, id, needed};
use crate::value::{Field, Value};

/// Each part of the quantity at the rate of the tier that it falls into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Graduated {
    /// What is counted.
    pub dimension: Id,
    /// The tiers.
    pub tiers: Vec<Tier>,
}

impl Written for Graduated {
    const FIELDS: &'static [Field] = &[DIMENSION, TIERS];

    fn read(charge: &Value) -> Read<Self> {
        Ok(Self {
            dimension: needed(charge, "dimension", id)?,
            tiers: needed(charge, "tiers", |tiers| each(tiers, Tier::read))?,
        })
    }
}

impl ChargeModel for Graduated {
    fn check(&self, card: &Card, _: &Charge, tell: &mut Tell) -> Check {
        check::counted(card, &self.dimension).or_else(&mut *tell)?;
        check::tiers(card, &self.tiers, 0, tell)
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
        None
    }

    fn beside_packs(&self) -> Option<u64> {
        None
    }

    fn is_added_to_packages(&self) -> bool {
        true
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
        self.tiers.len()
    }
}
