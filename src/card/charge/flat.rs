//! `flat`: the same amount whatever the demand.

use serde::Serialize;

use super::check;
use super::model::{ChargeModel, Packs, Prices, Written};
use super::shape::{ANNUAL_PRICE, PRICE};
use super::{Charge, ChargeKind};
use crate::card::check::{Check, Tell};
use crate::card::read::amount_per_edition;
use crate::card::{Card, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::read::{Read, needed, optional};
use crate::value::{Field, Value};

/// The same amount whatever the demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Flat {
    /// The price of a month.
    pub price: PerEdition<Amount>,
    /// The price of a year, where billed by the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<PerEdition<Amount>>,
}

impl Written for Flat {
    const FIELDS: &'static [Field] = &[PRICE, ANNUAL_PRICE];

    fn read(charge: &Value) -> Read<Self> {
        Ok(Self {
            price: needed(charge, "price", amount_per_edition)?,
            annual_price: optional(charge, "annual_price", amount_per_edition)?,
        })
    }
}

impl ChargeModel for Flat {
    fn check(&self, card: &Card, _: &Charge, tell: &mut Tell) -> Check {
        check::single_price(card, &self.price, self.annual_price.as_ref(), tell)
    }

    fn dimension(&self) -> Option<&Id> {
        None
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
        true
    }

    fn is_daily(&self) -> bool {
        false
    }

    fn parts_of_a_quantity(&self) -> usize {
        1
    }
}
