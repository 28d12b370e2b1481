//! What is asked.

use std::sync::Arc;

use crate::calendar::Date;
use crate::card::{Card, Catalog, Edition};
use crate::engine::{
    Answer, Buy, Calls, CompareRequest, Demand, EstimateRequest, Item, at_item, card_of, in_edition,
};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

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

    /// The same question as a request asks it, which has one item, or none where the product is still
    /// to be chosen.
    #[must_use]
    pub fn of_request(today: Date, request: EstimateRequest) -> Option<Self> {
        let mut items = request.items.into_iter();
        let item = items.next().unwrap_or_else(|| Item::new("", ""));
        if items.next().is_some() {
            return None;
        }
        Some(Self {
            today,
            as_of: Some(request.as_of),
            start: Some(request.start),
            months: request.months,
            item,
        })
    }

    /// Whether the product is still to be chosen.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.item.product.is_empty()
    }

    /// The question while no product is chosen: about no item at all.
    #[must_use]
    pub fn open_request(&self) -> EstimateRequest {
        let as_of = self.as_of.unwrap_or(self.today);
        EstimateRequest {
            as_of,
            start: self.start.unwrap_or(as_of),
            months: self.months,
            items: Vec::new(),
        }
    }

    /// The question with everything said: what is still to be chosen is chosen so that a price can
    /// be shown before anything is.
    ///
    /// # Errors
    ///
    /// Where there is no card for it, and where the product is still to be chosen.
    pub fn request(&self, catalog: &Catalog) -> Answer<(Arc<Card>, EstimateRequest)> {
        let (card, asked) = self.asked(catalog)?;
        let request = of_chosen(&card, &asked);
        Ok((card, request))
    }

    /// The question with everything said, of every edition.
    pub(super) fn asked(&self, catalog: &Catalog) -> Answer<(Arc<Card>, CompareRequest)> {
        let mut item = self.item.clone();
        // Months that are taken away are not forgotten: `1` is on the way to `18`.
        for (_, demand) in &mut item.demand {
            if let Demand::Monthly(series) = demand {
                let months = usize::try_from(self.months).unwrap_or_default();
                *series = (0..months).map(|month| fitted(series, month)).collect();
            }
        }
        for (_, packs) in &mut item.buy {
            packs.retain(|pack| pack.month < self.months);
        }
        if self.is_open() {
            let field = "product";
            let word = Word::new("missing-field").with("field", Arg::text(field));
            let fault = Fault::new(Code::MissingField, word).in_field(field);
            return Err(at_item(fault, 0));
        }
        let as_of = self.as_of.unwrap_or(self.today);
        let pinned = item.rate_card.as_deref();
        let card = card_of(catalog, as_of, &item.product, pinned).map_err(|f| at_item(f, 0))?;
        if item.edition.is_empty() {
            item.edition = first_choice(&card).map_or_else(|| Id::from(""), |e| e.id.clone());
        }
        let asked = CompareRequest {
            as_of,
            start: self.start.unwrap_or(as_of),
            months: self.months,
            item,
        };
        Ok((card, asked))
    }

    /// What is needed of a dimension; `None` where it is left to the card.
    #[must_use]
    pub fn demand_for(&self, dimension: &str) -> Option<&Demand> {
        let mut demand = self.item.demand.iter();
        demand
            .find(|(id, _)| **id == *dimension)
            .map(|(_, demand)| demand)
    }

    /// What is needed of a dimension in a month, from 0; `None` where it is left to the card.
    #[must_use]
    pub fn demand_in(&self, dimension: &str, month: usize) -> Option<u64> {
        Some(match self.demand_for(dimension)? {
            Demand::Steady(quantity) => *quantity,
            Demand::Monthly(series) => fitted(series, month),
        })
    }

    /// Sets what is needed of a dimension; `None` leaves it to the card.
    pub fn set_demand(&mut self, dimension: &Id, demand: Option<Demand>) {
        let known = &mut self.item.demand;
        match (demand, known.iter_mut().find(|(id, _)| id == dimension)) {
            (Some(demand), Some(given)) => given.1 = demand,
            (Some(demand), None) => known.push((dimension.clone(), demand)),
            (None, _) => known.retain(|(id, _)| id != dimension),
        }
    }

    /// The calls of a dimension of minutes.
    #[must_use]
    pub fn calls_for(&self, dimension: &str) -> &[Calls] {
        let mut calls = self.item.calls.iter();
        let given = calls.find(|(id, _)| **id == *dimension);
        given.map_or(&[], |(_, calls)| calls.as_slice())
    }

    /// Sets one of the calls of a dimension of minutes, by its place; empty ones at the end go.
    pub fn set_calls(&mut self, dimension: &Id, place: usize, calls: Calls) {
        const NONE: Calls = Calls {
            count: 0,
            seconds: 0,
        };
        let mut all = self.calls_for(dimension).to_vec();
        if all.len() <= place {
            all.resize(place.saturating_add(1), NONE);
        }
        if let Some(known) = all.get_mut(place) {
            *known = calls;
        }
        while all.last() == Some(&NONE) {
            all.pop();
        }
        self.item.calls.retain(|(id, _)| id != dimension);
        if !all.is_empty() {
            self.item.calls.push((dimension.clone(), all));
        }
    }

    /// The packs of a charge that are chosen by hand; `None` where they are planned.
    #[must_use]
    pub fn packs_for(&self, charge: &str) -> Option<&[Buy]> {
        let mut buy = self.item.buy.iter();
        let given = buy.find(|(id, _)| **id == *charge)?;
        Some(given.1.as_slice())
    }

    /// Chooses the packs of a charge by hand; `None` has them planned.
    pub fn set_packs(&mut self, charge: &Id, packs: Option<Vec<Buy>>) {
        let known = &mut self.item.buy;
        match (packs, known.iter_mut().find(|(id, _)| id == charge)) {
            (Some(packs), Some(given)) => given.1 = packs,
            (Some(packs), None) => known.push((charge.clone(), packs)),
            (None, _) => known.retain(|(id, _)| id != charge),
        }
    }

    /// Needs a feature, or does without it.
    pub fn set_required(&mut self, feature: &Id, required: bool) {
        let requires = &mut self.item.requires;
        requires.retain(|id| id != feature);
        if required {
            requires.push(feature.clone());
        }
    }
}

/// A month of a series: where the series is too short, its last month goes on.
fn fitted(series: &[u64], month: usize) -> u64 {
    let known = series.get(month).or(series.last());
    known.copied().unwrap_or_default()
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

/// What is asked of the edition that is chosen: packs that only others are sold stay with these.
pub(super) fn of_chosen(card: &Card, asked: &CompareRequest) -> EstimateRequest {
    let item = &asked.item;
    let edition = card.edition(&item.edition);
    EstimateRequest {
        as_of: asked.as_of,
        start: asked.start,
        months: asked.months,
        items: vec![
            edition.map_or_else(|| item.clone(), |edition| in_edition(card, item, edition)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::super::Picture;
    use super::*;

    #[test]
    fn without_a_product_there_is_nothing_to_price() {
        let question = Question::new(Date::parse("2026-11-20").unwrap());
        let fault = question.request(&crate::catalog()).unwrap_err();
        assert_eq!(
            (fault.code(), fault.path()),
            (Code::MissingField, "items[0].product")
        );
        let request = question.open_request();
        let again = Question::of_request(question.today, request).unwrap();
        assert!(again.is_open());
    }

    #[test]
    fn a_series_follows_the_months_and_is_not_forgotten() {
        let today = Date::parse("2026-11-20").unwrap();
        let mut question = Question::new(today);
        question.item = Item::new("chat", "standard");
        question.set_demand(&Id::from("mau"), Some(Demand::Monthly(vec![7, 8, 9])));
        let asked = |question: &Question| {
            let (_, request) = question.request(&crate::catalog()).unwrap();
            request.items[0].demand[0].1.clone()
        };
        for (months, series) in [(1, vec![7]), (5, vec![7, 8, 9, 9, 9]), (3, vec![7, 8, 9])] {
            question.months = months;
            assert_eq!(asked(&question), Demand::Monthly(series));
        }
        assert_eq!(question.demand_in("mau", 1), Some(8));
        assert_eq!(question.demand_in("mau", 30), Some(9));
    }

    #[test]
    fn packs_chosen_by_hand_follow_the_months_and_are_not_forgotten() {
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        question.item = Item::new("contact-center-cn", "standard");
        let charge = Id::from("outbound_packs");
        let pack = |month| Buy {
            month,
            quantity: 1000,
        };
        question.months = 6;
        question.set_packs(&charge, Some(vec![pack(0), pack(5)]));
        let asked = |question: &Question| {
            let (_, request) = question.request(&crate::catalog()).unwrap();
            request.items[0].buy.clone()
        };
        assert_eq!(asked(&question)[0].1, [pack(0), pack(5)]);
        question.months = 5;
        assert_eq!(asked(&question)[0].1, [pack(0)]);
        question.months = 6;
        assert_eq!(asked(&question)[0].1, [pack(0), pack(5)]);
        question.set_packs(&charge, None);
        assert_eq!(question.packs_for(&charge), None);
    }

    /// The chatbot whose packs only the premium edition is sold.
    fn premium_packs() -> Catalog {
        let mut catalog = crate::catalog();
        let card = crate::api::json(&*catalog.card("chatbot/2024-07-22").unwrap());
        let priced = r#""price":{"starter":"200","premium":"200"}"#;
        assert!(card.contains(priced));
        let card = card.replace(priced, r#""price":{"premium":"200"}"#);
        catalog
            .add(&crate::value::from_json(&card).unwrap())
            .unwrap();
        catalog
    }

    #[test]
    fn packs_chosen_by_hand_stay_with_the_editions_that_are_sold_them() {
        let catalog = premium_packs();
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        question.item = Item::new("chatbot", "premium");
        let pack = Buy {
            month: 0,
            quantity: 300_000,
        };
        question.set_packs(&Id::from("message_packs"), Some(vec![pack]));
        let shown = |question: &Question| {
            let picture = Picture::of(&catalog, question).unwrap();
            let editions = ["starter", "premium"];
            let beside = editions.map(|id| picture.edition(id).unwrap().total.to_string());
            assert_eq!(beside, ["200", "1200"]);
            // What is kept is what is asked: it can be asked again.
            let again = Question::of_request(question.today, picture.request.clone()).unwrap();
            assert_eq!(
                Picture::of(&catalog, &again).unwrap().estimate,
                picture.estimate
            );
            (
                picture.chosen().unwrap().total.to_string(),
                picture.request.items[0].buy.len(),
            )
        };
        assert_eq!(shown(&question), ("1200".into(), 1));
        question.item.edition = Id::from("starter");
        assert_eq!(shown(&question), ("200".into(), 0));
        question.item.edition = Id::from("premium");
        assert_eq!(shown(&question), ("1200".into(), 1));
    }

    #[test]
    fn calls_are_kept_by_place() {
        let mut question = Question::new(Date::FIRST);
        let minutes = Id::from("minutes");
        let calls = |count, seconds| Calls { count, seconds };
        question.set_calls(&minutes, 1, calls(2, 90));
        assert_eq!(question.calls_for("minutes"), [calls(0, 0), calls(2, 90)]);
        question.set_calls(&minutes, 0, calls(1, 30));
        question.set_calls(&minutes, 1, calls(0, 0));
        assert_eq!(question.calls_for("minutes"), [calls(1, 30)]);
        question.set_calls(&minutes, 0, calls(0, 0));
        assert!(question.item.calls.is_empty());
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
