//! `bundle`: packages that hold allowances, together with what is added on to them.

use serde::Serialize;

use crate::card::PerEdition;
use crate::money::Amount;

/// So many packages as make the month cheapest together with the add-ons above their allowances, at
/// least one; the more packages where the cost is equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bundle {
    /// The price of a package and month.
    pub price: PerEdition<Amount>,
    /// The price of a package and year, where billed by the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<PerEdition<Amount>>,
}
