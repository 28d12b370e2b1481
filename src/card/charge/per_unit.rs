//! `per-unit`: a price for each unit.

use serde::Serialize;

use crate::card::PerEdition;
use crate::money::Amount;
use crate::text::Id;

/// A price for each unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
pub enum Every {
    /// Once a billing month.
    Month,
    /// On every day of the calendar month.
    Day,
}
