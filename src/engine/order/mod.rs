//! An order: an item that has met its rate card.
//!
//! Here, and nowhere else, a request is checked against the card that it is about. What is made of
//! an [`Order`] afterwards looks nothing up that could be missing.

mod buy;
mod demand;
mod find;
mod months;

use std::sync::Arc;

pub(in crate::engine) use buy::pack_of;
pub(crate) use find::card_of;
use find::{billing_of, feature_of};
pub(in crate::engine) use find::{dimension_of, edition_of};
pub(in crate::engine) use months::check_months;

use super::answer::Answer;
use super::request::Item;
use crate::calendar::{Date, Interval};
use crate::card::{Billing, Card, Dimension, Edition, PerEdition};
use crate::money::Amount;
use crate::value::{Code, Fault};

/// An item with everything that its price depends on.
pub(in crate::engine) struct Order<'a> {
    pub card: &'a Arc<Card>,
    pub item: &'a Item,
    pub edition: &'a Edition,
    pub billing: Billing,
    /// The first day of the first month.
    pub start: Date,
    /// The billing months.
    pub months: Vec<Interval>,
    /// The demand by month, for every dimension in the card's order.
    demand: Vec<Arc<[u64]>>,
}

impl<'a> Order<'a> {
    /// Checks an item against its card, field by field in the documented order.
    ///
    /// # Errors
    ///
    /// The first fault, with its place in the item; a fault of `start` or `months` has the place in
    /// the request.
    pub fn new(card: &'a Arc<Card>, item: &'a Item, start: Date, months: u32) -> Answer<Self> {
        let months = months::billing_months(card, start, months)?;
        Self::of_months(card, item, start, months)
    }

    /// The order of another item over the same months by the same card.
    pub fn with_item<'b>(&self, item: &'b Item) -> Answer<Order<'b>>
    where
        'a: 'b,
    {
        Order::of_months(self.card, item, self.start, self.months.clone())
    }

    /// The same order with another demand for a dimension; `None` beyond what may be demanded.
    pub fn with_demand(&self, dimension: &Dimension, by_month: Vec<u64>) -> Option<Self> {
        if by_month.iter().any(|&demand| demand > dimension.max) {
            return None;
        }
        let mut demand = self.demand.clone();
        let mut dimensions = self.card.dimensions.iter();
        let at = dimensions.position(|known| known.id == dimension.id)?;
        *demand.get_mut(at)? = by_month.into();
        Some(Self {
            demand,
            months: self.months.clone(),
            ..*self
        })
    }

    fn of_months(
        card: &'a Arc<Card>,
        item: &'a Item,
        start: Date,
        months: Vec<Interval>,
    ) -> Answer<Self> {
        let edition = edition_of(card, &item.edition)?;
        let billing = billing_of(card, item.billing)?;
        let demand = demand::by_month(card, item, months.len())?;
        for (index, feature) in item.requires.iter().enumerate() {
            feature_of(card, feature).map_err(|f| f.in_entry(index).in_field("requires"))?;
        }
        buy::check(card, edition, &item.buy, &demand, months.len())
            .map_err(|f| f.in_field("buy"))?;
        Ok(Self {
            card,
            item,
            edition,
            billing,
            start,
            months,
            demand,
        })
    }

    /// How many billing months there are.
    pub fn month_count(&self) -> u32 {
        u32::try_from(self.months.len()).unwrap_or(u32::MAX)
    }

    /// The demand for a dimension by month; none for one that the card lacks.
    pub fn demand_for(&self, dimension: &str) -> &[u64] {
        let mut dimensions = self.dimensions();
        dimensions
            .find(|(known, _)| *known.id == *dimension)
            .map_or(&[], |(_, demand)| demand)
    }

    /// Every dimension with its demand by month.
    pub fn dimensions(&self) -> impl Iterator<Item = (&'a Dimension, &[u64])> {
        let demand = self.demand.iter().map(Arc::as_ref);
        self.card.dimensions.iter().zip(demand)
    }

    /// The price that holds for the edition and the billing; `None` where it is not sold.
    pub fn price(
        &self,
        monthly: &PerEdition<Amount>,
        annual: Option<&PerEdition<Amount>>,
    ) -> Option<Amount> {
        let price = match self.billing {
            Billing::Monthly => monthly,
            Billing::Annual => annual.unwrap_or(monthly),
        };
        price.get(&self.edition.id).copied()
    }
}

/// The same item in another edition, without the packs that only others are sold.
pub(crate) fn in_edition(card: &Card, item: &Item, edition: &Edition) -> Item {
    let mut item = Item {
        edition: edition.id.clone(),
        ..item.clone()
    };
    item.buy.retain(|(id, _)| {
        card.charge(id).is_none_or(|charge| {
            let mut editions = card.editions.iter();
            edition.is_sold(charge) || !editions.any(|other| other.is_sold(charge))
        })
    });
    item
}

/// Puts a fault of an item where it stands in the request. The day and the start are those of the
/// whole request.
pub(crate) fn at_item(fault: Fault, index: usize) -> Fault {
    if fault.code() == Code::NoRateCard {
        return fault.in_field("as_of");
    }
    if fault.path() == "start" {
        return fault;
    }
    fault.in_entry(index).in_field("items")
}
