//! `flat`: the same amount whatever the demand.

use serde::Serialize;

use crate::card::PerEdition;
use crate::money::Amount;

/// The same amount whatever the demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flat {
    /// The price of a month.
    pub price: PerEdition<Amount>,
    /// The price of a year, where billed by the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<PerEdition<Amount>>,
}
