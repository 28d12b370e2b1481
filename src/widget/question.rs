//! What is asked, and all that is shown of the answer.

use std::sync::Arc;

use crate::calendar::Date;
use crate::card::{Card, Catalog, Edition};
use crate::engine::{
    Answer, CompareRequest, Comparison, Demand, Estimate, EstimateRequest, Item, ItemEstimate,
    at_item, card_of, compare, estimate,
};
use crate::text::Id;

/// What the host and the visitor have asked so far; what neither has is left to the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The day at the vendor, for a question that names none.
    pub today: Date,
    /// The day that picks the rate card; `None` for today.
    pub as_of: Option<Date>,
    /// The first day; `None` for `as_of`.
    pub start: Option<Date>,
    /// How many months.
    pub months: u32,
    /// What is wanted. An empty product or edition is still to be chosen.
    pub item: Item,
}

impl Question {
    /// The question of a visitor who has said nothing yet.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            as_of: None,
            start: None,
            months: 1,
            item: Item::new("", ""),
        }
    }

    /// The same question as a request asks it, which has exactly one item.
    #[must_use]
    pub fn of_request(today: Date, request: EstimateRequest) -> Option<Self> {
        let mut items = request.items.into_iter();
        let item = items.next().filter(|_| items.next().is_none())?;
        Some(Self {
            today,
            as_of: Some(request.as_of),
            start: Some(request.start),
            months: request.months,
            item,
        })
    }

    /// The question with everything said: what is still to be chosen is chosen so that a price can
    /// be shown before anything is.
    ///
    /// # Errors
    ///
    /// Where there is no card for it.
    pub fn request(&self, catalog: &Catalog) -> Answer<(Arc<Card>, EstimateRequest)> {
        let mut item = self.item.clone();
        if item.product.is_empty() {
            item.product = Id::from(catalog.products().first().copied().unwrap_or_default());
        }
        let as_of = self.as_of.unwrap_or(self.today);
        let pinned = item.rate_card.as_deref();
        let card = card_of(catalog, as_of, &item.product, pinned).map_err(|f| at_item(f, 0))?;
        if item.edition.is_empty() {
            item.edition = first_choice(&card).map_or_else(|| Id::from(""), |e| e.id.clone());
        }
        let request = EstimateRequest {
            as_of,
            start: self.start.unwrap_or(as_of),
            months: self.months,
            items: vec![item],
        };
        Ok((card, request))
    }

    /// What is needed of a dimension, the same in every month; `None` where it is not given so.
    #[must_use]
    pub fn demand_for(&self, dimension: &str) -> Option<u64> {
        let given = self.item.demand.iter().find(|(id, _)| **id == *dimension)?;
        match given.1 {
            Demand::Steady(quantity) => Some(quantity),
            Demand::Monthly(_) => None,
        }
    }

    /// Sets what is needed of a dimension; `None` leaves it to the card.
    pub fn set_demand(&mut self, dimension: &Id, quantity: Option<u64>) {
        let demand = &mut self.item.demand;
        match (quantity, demand.iter_mut().find(|(id, _)| id == dimension)) {
            (Some(quantity), Some(given)) => given.1 = Demand::Steady(quantity),
            (Some(quantity), None) => demand.push((dimension.clone(), Demand::Steady(quantity))),
            (None, _) => demand.retain(|(id, _)| id != dimension),
        }
    }
}

/// The edition shown first: the first that is no trial and has a price.
fn first_choice(card: &Card) -> Option<&Edition> {
    let has_price = |edition: &&Edition| {
        card.charges.iter().any(|charge| {
            let price = charge
                .model
                .price()
                .and_then(|price| price.get(&edition.id));
            price.is_some_and(|price| !price.is_zero())
        })
    };
    let mut bought = card
        .editions
        .iter()
        .filter(|edition| edition.trial.is_none());
    bought
        .clone()
        .find(has_price)
        .or_else(|| bought.next())
        .or_else(|| card.editions.first())
}

/// All that is shown of an answer: the chosen edition, and every other beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The rate card.
    pub card: Arc<Card>,
    /// What was asked, with everything said.
    pub request: EstimateRequest,
    /// What the chosen edition costs.
    pub estimate: Estimate,
    /// What every edition would cost.
    pub comparison: Comparison,
}

impl Picture {
    /// Answers a question.
    ///
    /// # Errors
    ///
    /// The first fault of the question.
    pub fn of(catalog: &Catalog, question: &Question) -> Answer<Self> {
        let (card, request) = question.request(catalog)?;
        let estimate = estimate(catalog, &request)?;
        let compared = CompareRequest {
            as_of: request.as_of,
            start: request.start,
            months: request.months,
            item: request
                .items
                .first()
                .cloned()
                .unwrap_or_else(|| question.item.clone()),
        };
        Ok(Self {
            card,
            estimate,
            comparison: compare(catalog, &compared)?,
            request,
        })
    }

    /// The chosen edition.
    #[must_use]
    pub fn chosen(&self) -> Option<&ItemEstimate> {
        self.estimate.items.first()
    }

    /// An edition beside the others.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&ItemEstimate> {
        let mut editions = self.comparison.editions.iter();
        editions.find(|edition| &*edition.edition == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_shown_before_anything_is_chosen() {
        let today = Date::parse("2026-11-20").unwrap();
        let picture = Picture::of(&crate::catalog(), &Question::new(today)).unwrap();
        let chosen = picture.chosen().unwrap();
        assert!(!chosen.total.is_zero());
        assert!(
            picture
                .card
                .edition(&chosen.edition)
                .unwrap()
                .trial
                .is_none()
        );
        assert_eq!(
            picture.edition(&chosen.edition).unwrap().total,
            chosen.total
        );
    }

    #[test]
    fn a_request_comes_back_as_it_was_asked() {
        let today = Date::parse("2026-11-20").unwrap();
        let item = Item::new("chat", "premium").with_demand("mau", Demand::Steady(7));
        let request = EstimateRequest::new(today, item);
        let question = Question::of_request(today, request.clone()).unwrap();
        assert_eq!(question.request(&crate::catalog()).unwrap().1, request);
    }
}
