//! `per-unit`: a price for each unit.

use serde::Serialize;

use super::check;
use super::model::{ChargeModel, Packs, Prices, Written};
use super::shape::{ANNUAL_PRICE, DIMENSION, PRICE};
use super::{Charge, ChargeKind};
use crate::card::check::{Check, Tell};
use crate::card::read::amount_per_edition;
use crate::card::{Card, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::read::{Read, id, needed, one_of, optional};
use crate::value::{Code, Fault, Field, Shape, Value};
use crate::word::Word;

/// A price for each unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PerUnit {
    /// What is counted.
    pub dimension: Id,
    /// The price of a unit.
    pub price: PerEdition<Amount>,
    /// The price of a unit and year, where billed by the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<PerEdition<Amount>>,
    /// How often the units are charged.
    pub every: Every,
}

/// How often the units of a charge are charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Every {
    /// Once a billing month.
    Month,
    /// On every day of the calendar month.
    Day,
}

pub(super) const EVERY: Field = Field::optional("every", &Shape::OneOf(&["month", "day"]));

impl Written for PerUnit {
    const FIELDS: &'static [Field] = &[DIMENSION, PRICE, ANNUAL_PRICE, EVERY];

    fn read(charge: &Value) -> Read<Self> {
        let every = |value: &Value| one_of(value, &[("month", Every::Month), ("day", Every::Day)]);
        Ok(Self {
            dimension: needed(charge, "dimension", id)?,
            price: needed(charge, "price", amount_per_edition)?,
            annual_price: optional(charge, "annual_price", amount_per_edition)?,
            every: optional(charge, "every", every)?.unwrap_or(Every::Month),
        })
    }
}

impl ChargeModel for PerUnit {
    fn check(&self, card: &Card, _: &Charge, tell: &mut Tell) -> Check {
        check::counted(card, &self.dimension).or_else(&mut *tell)?;
        if self.every == Every::Day && self.annual_price.is_some() {
            let fault = Fault::new(Code::OutOfRange, Word::new("daily-annual"));
            tell(fault.in_field("annual_price"))?;
        }
        check::single_price(card, &self.price, self.annual_price.as_ref(), tell)
    }

    fn dimension(&self) -> Option<&Id> {
        Some(&self.dimension)
    }

    fn prices(&self) -> Prices<'_> {
        Prices::Single {
            price: &self.price,
            annual: self.annual_price.as_ref(),
        }
    }

    fn holds_allowances(&self) -> bool {
        true
    }

    fn packs(&self, _: ChargeKind) -> Option<Packs> {
        None
    }

    /// Packs are weighed month by month, by the price of a unit.
    fn beside_packs(&self) -> Option<u64> {
        (self.every == Every::Month && self.annual_price.is_none()).then_some(1)
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
        self.every == Every::Day
    }

    fn parts_of_a_quantity(&self) -> usize {
        1
    }
}
