//! Questions, as the Rust interface takes them.

use crate::calendar::Date;
use crate::card::Billing;
use crate::money::Amount;
use crate::text::Id;

/// The most months that an estimate covers.
pub const MAX_MONTHS: u32 = 36;

/// What do these editions cost?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateRequest {
    /// Picks, for each product, the rate card in force on this day.
    pub as_of: Date,
    /// The first day of the first month.
    pub start: Date,
    /// How many billing months to cover, 1 to [`MAX_MONTHS`].
    pub months: u32,
    /// What is wanted.
    pub items: Vec<Item>,
}

impl EstimateRequest {
    /// One month of one item, starting on `as_of`.
    #[must_use]
    pub fn new(as_of: Date, item: Item) -> Self {
        Self {
            as_of,
            start: as_of,
            months: 1,
            items: vec![item],
        }
    }
}

/// One edition of one product, and how much of it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The product's id.
    pub product: Id,
    /// The edition's id.
    pub edition: Id,
    /// Pins a rate card by its id instead of by date.
    pub rate_card: Option<Id>,
    /// How it is billed; `None` for the card's default.
    pub billing: Option<Billing>,
    /// Demand by dimension; what is not named has the card's default.
    pub demand: Vec<(Id, Demand)>,
    /// Calls by dimension of minutes, each rounded up to whole minutes and added to the demand.
    pub calls: Vec<(Id, Vec<Calls>)>,
    /// Ids of features that must be there.
    pub requires: Vec<Id>,
    /// By charge: exactly these packs instead of the cheapest.
    pub buy: Vec<(Id, Vec<Buy>)>,
}

impl Item {
    /// An edition of a product without any demand.
    ///
    /// ```
    /// use ratecard::engine::{Demand, Item};
    ///
    /// let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
    /// assert_eq!(item.demand.len(), 1);
    /// ```
    #[must_use]
    pub fn new(product: &str, edition: &str) -> Self {
        Self {
            product: Id::from(product),
            edition: Id::from(edition),
            rate_card: None,
            billing: None,
            demand: Vec::new(),
            calls: Vec::new(),
            requires: Vec::new(),
            buy: Vec::new(),
        }
    }

    /// The same item with demand for a dimension.
    #[must_use]
    pub fn with_demand(mut self, dimension: &str, demand: Demand) -> Self {
        self.demand.push((Id::from(dimension), demand));
        self
    }

    /// The same item with a feature that must be there.
    #[must_use]
    pub fn with_required(mut self, feature: &str) -> Self {
        self.requires.push(Id::from(feature));
        self
    }
}

/// How much of a dimension is needed, in its units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Demand {
    /// The same in every month.
    Steady(u64),
    /// One number for each month.
    Monthly(Vec<u64>),
}

impl Demand {
    /// The demand of a month, from 0.
    #[must_use]
    pub fn in_month(&self, month: usize) -> u64 {
        match self {
            Self::Steady(quantity) => *quantity,
            Self::Monthly(quantities) => quantities.get(month).copied().unwrap_or_default(),
        }
    }
}

/// So many calls of the same length in every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calls {
    /// How many.
    pub count: u64,
    /// How long each is, in seconds of connected time.
    pub seconds: u64,
}

/// A pack to be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Buy {
    /// In which month, from 0.
    pub month: u32,
    /// How large, in units of its dimension.
    pub quantity: u64,
}

/// What does every edition of a product cost?
///
/// The item's `edition` is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRequest {
    /// As in [`EstimateRequest`].
    pub as_of: Date,
    /// As in [`EstimateRequest`].
    pub start: Date,
    /// As in [`EstimateRequest`].
    pub months: u32,
    /// What is wanted, whatever the edition.
    pub item: Item,
}

/// How much does a budget buy?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffordRequest {
    /// Picks the rate card in force on that day.
    pub as_of: Date,
    /// The first day of the first month.
    pub start: Date,
    /// Billing months, 1 to 36.
    pub months: u32,
    /// What is needed beside the dimension; without an edition (an empty id) every edition is asked for. What it
    /// demands of the dimension itself counts for nothing.
    pub item: Item,
    /// The dimension, demanded alike in every month.
    pub dimension: Id,
    /// What all months may cost together, in the currency of the rate card.
    pub budget: Amount,
}
