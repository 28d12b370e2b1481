//! All that is shown of the answer.

use std::sync::Arc;

use super::Question;
use super::question::of_chosen;
use crate::card::{Card, Catalog};
use crate::engine::{
    Answer, CompareRequest, Comparison, Estimate, EstimateRequest, ItemEstimate,
    estimate_and_compare,
};

/// All that is shown of an answer: the chosen edition, and every other beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The rate card.
    pub card: Arc<Card>,
    /// What was asked, with everything said.
    pub request: EstimateRequest,
    /// The same of every edition.
    pub compared: CompareRequest,
    /// What the chosen edition costs.
    pub estimate: Estimate,
    /// What every edition would cost, without advice on any.
    pub comparison: Comparison,
}

impl Picture {
    /// Answers a question.
    ///
    /// # Errors
    ///
    /// The first fault of the question.
    pub fn of(catalog: &Catalog, question: &Question) -> Answer<Self> {
        let (card, compared) = question.asked(catalog)?;
        let (estimate, comparison) = estimate_and_compare(&card, &compared)?;
        Ok(Self {
            request: of_chosen(&card, &compared),
            card,
            estimate,
            comparison,
            compared,
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
    use crate::calendar::Date;
    use crate::engine::Item;

    #[test]
    fn a_price_is_shown_before_anything_is_chosen() {
        let today = Date::parse("2026-11-20").unwrap();
        let mut question = Question::new(today);
        question.item = Item::new("chat", "");
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
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
}
