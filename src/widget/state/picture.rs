//! All that is shown of the answer.

use std::sync::Arc;

use super::question::{Question, for_chosen_edition};
use crate::card::{Card, Catalog};
use crate::engine::{
    Answer, CompareRequest, Comparison, Estimate, EstimateRequest, ItemEstimate, estimate,
    estimate_and_compare, tell_superseded,
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
    /// Answers a question about a product.
    ///
    /// # Errors
    ///
    /// The first fault of the question.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Item;
    /// use ratecard::widget::{Picture, Question};
    ///
    /// let mut question = Question::new(Date::LAST);
    /// question.item = Item::new("chat", "standard");
    /// let picture = Picture::of(&ratecard::catalog(), &question)?;
    /// let chosen = picture.chosen().map(|item| &*item.edition);
    /// assert_eq!(chosen, Some("standard"));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn of(catalog: &Catalog, question: &Question) -> Answer<Self> {
        let (card, compared) = question.for_every_edition(catalog)?;
        let (mut estimate, mut comparison) = estimate_and_compare(&card, &compared)?;
        let (pinned, time) = (compared.item.rate_card.as_deref(), (compared.start, compared.months));
        for item in estimate.items.iter_mut().chain(&mut comparison.editions) {
            tell_superseded(catalog, pinned, time, item);
        }
        Ok(Self {
            request: for_chosen_edition(&card, &compared),
            card,
            compared,
            estimate,
            comparison,
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

/// What a visitor sees of a question: nothing is priced while no product is chosen.
///
/// # Errors
///
/// The first fault of the question.
pub(super) fn answer(catalog: &Catalog, question: &Question) -> Answer<Option<Arc<Picture>>> {
    if question.is_open() {
        return estimate(catalog, &question.open_request()).map(|_| None);
    }
    let picture = Picture::of(catalog, question)?;
    Ok(Some(Arc::new(picture)))
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
