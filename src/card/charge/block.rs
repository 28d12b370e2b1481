//! `block`: a price for each block of units.

use serde::Serialize;

use super::model::{ChargeModel, Packs, Prices, Written};
use super::shape::{DIMENSION, PRICE};
use super::{Charge, ChargeKind};
use super::{beside, check};
use crate::card::check::{Check, Tell};
use crate::card::read::amount_per_edition;
use crate::card::{Card, PackSizes, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::read::{Read, flag, id, needed, positive};
use crate::value::{Field, Shape, Value};

/// A price for each block of units; a started block counts whole. Also called package pricing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
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

pub(super) const SIZE: Field = Field::optional("size", &Shape::Quantity);
pub(super) const CARRIES: Field = Field::optional("carries", &Shape::Flag);

impl Written for Block {
    const FIELDS: &'static [Field] = &[DIMENSION, SIZE, PRICE, CARRIES];

    fn read(charge: &Value) -> Read<Self> {
        Ok(Self {
            dimension: needed(charge, "dimension", id)?,
            size: needed(charge, "size", positive)?,
            price: needed(charge, "price", amount_per_edition)?,
            carries: flag(charge, "carries"),
        })
    }
}

impl ChargeModel for Block {
    fn check(&self, card: &Card, charge: &Charge, tell: &mut Tell) -> Check {
        check::counted(card, &self.dimension).or_else(&mut *tell)?;
        check::single_price(card, &self.price, None, tell)?;
        beside::packs(card, charge, &self.dimension, tell)?;
        check::packs(card, charge, "price").or_else(tell)
    }

    fn dimension(&self) -> Option<&Id> {
        Some(&self.dimension)
    }

    fn prices(&self) -> Prices<'_> {
        Prices::Single {
            price: &self.price,
            annual: None,
        }
    }

    fn holds_allowances(&self) -> bool {
        false
    }

    fn packs(&self, kind: ChargeKind) -> Option<Packs> {
        let sizes = PackSizes {
            min: self.size,
            step: self.size,
            alike: true,
        };
        let is_sold_beforehand = self.carries && kind == ChargeKind::Prepaid;
        is_sold_beforehand.then_some(Packs { sizes, life: None })
    }

    /// The blocks of one month, not of what an earlier one has left.
    fn beside_packs(&self) -> Option<u64> {
        (!self.carries).then_some(self.size)
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
