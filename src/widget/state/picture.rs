//! All that is shown of the answer.

use std::sync::Arc;

use super::question::{Question, for_chosen_edition};
use crate::card::{Card, Catalog, Trial};
use crate::engine::{
    Answer, CompareRequest, Comparison, Estimate, EstimateRequest, ItemEstimate, as_asked,
    estimate, estimate_and_compare, tell_superseded,
};

/// All that is shown of an answer: the chosen edition, and every other beside it.
///
/// A trial is shown in its own time: what it comes to while it lasts, for the share of the demand that
/// falls into that time. What was asked stays in `request`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The rate card.
    pub card: Arc<Card>,
    /// What was asked, with everything said.
    pub request: EstimateRequest,
    /// The same of every edition.
    pub compared: CompareRequest,
    /// What the chosen edition costs; of a trial, for the months that it lasts.
    pub estimate: Estimate,
    /// What every edition would cost, without advice on any. The cheapest is never a trial.
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
        let (pinned, time) = (
            compared.item.rate_card.as_deref(),
            (compared.start, compared.months),
        );
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

    /// The answer to the request as it was asked, which is what is shown but for a trial.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Item;
    /// use ratecard::widget::{Picture, Question};
    ///
    /// let mut question = Question::new(Date::LAST);
    /// question.item = Item::new("chat", "trial");
    /// question.months = 12;
    /// question.start = Date::parse("2026-11-29");
    /// let picture = Picture::of(&ratecard::catalog(), &question)?;
    /// assert_eq!((picture.estimate.months, picture.as_asked().months), (1, 12));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn as_asked(&self) -> Estimate {
        let is_trial = self.trial().is_some();
        let item = self.request.items.first().filter(|_| is_trial);
        let asked = item.and_then(|item| as_asked(&self.card, &self.compared, item).ok());
        let Some(mut asked) = asked else {
            return self.estimate.clone();
        };
        // What is known of the other rate cards is in the answer that is shown.
        let shown = self
            .estimate
            .items
            .iter()
            .flat_map(|item| &item.assumptions);
        for item in &mut asked.items {
            let lacking = shown.clone().filter(|one| !item.assumptions.contains(one));
            let lacking: Vec<_> = lacking.cloned().collect();
            item.assumptions.extend(lacking);
        }
        asked
    }

    /// The chosen edition, where it is a trial.
    pub(in crate::widget) fn trial(&self) -> Option<&Trial> {
        self.card.edition(&self.chosen()?.edition)?.trial.as_ref()
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
        assert!(!chosen.total.unwrap().is_zero());
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
