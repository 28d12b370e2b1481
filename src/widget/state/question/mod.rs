//! What is asked.

mod parts;
mod series;

use std::sync::Arc;

use crate::api::{Command, decode_estimate};
use crate::calendar::Date;
use crate::card::{Card, Catalog, Edition};
use crate::engine::{
    Answer, CompareRequest, EstimateRequest, Item, at_item, card_of, check, in_edition,
};
use crate::text::Id;
use crate::value::{Code, Fault, Value};
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
    /// Series that something else has taken the place of, by product and dimension.
    former: Vec<(Id, Id, Vec<u64>)>,
}

impl Question {
    /// The question of a visitor who has said nothing yet.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::widget::Question;
    ///
    /// let question = Question::new(Date::LAST);
    /// assert_eq!((question.is_open(), question.months), (true, 1));
    /// ```
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            as_of: None,
            start: None,
            months: 1,
            item: Item::new("", ""),
            former: Vec::new(),
        }
    }

    /// The question that a request of `estimate` asks, as a [`Value`]. Days that it leaves open stay
    /// open.
    ///
    /// # Errors
    ///
    /// The first fault of the request, with its place; `out_of_range` at `items` where there are several.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::value::from_json;
    /// use ratecard::widget::Question;
    ///
    /// let request = r#"{"months": 12, "items": [{"product": "chat", "edition": "standard"}]}"#;
    /// let request = from_json(request)?;
    /// let question = Question::from_request(Date::LAST, &ratecard::catalog(), &request)?;
    /// assert_eq!((question.months, question.start), (12, None));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn from_request(today: Date, catalog: &Catalog, request: &Value) -> Answer<Self> {
        Command::Estimate.shape().check(request)?;
        let asked = decode_estimate(request, today)?;
        let asked = asked.whole(|asked| check(catalog, asked))?;
        check(catalog, &asked)?;
        let got = u64::try_from(asked.items.len()).unwrap_or(u64::MAX);
        let question = Self::from_estimate_request(today, asked);
        let mut question = question.ok_or_else(|| {
            let word = Word::new("want-one-item").with("got", Arg::Count(got));
            Fault::new(Code::OutOfRange, word).in_field("items")
        })?;
        question.as_of = question.as_of.filter(|_| request.get("as_of").is_some());
        question.start = question.start.filter(|_| request.get("start").is_some());
        Ok(question)
    }

    /// The question that a request asks, with both its days; `None` where the request has several items.
    /// Where it has none, the product is still to be chosen.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::{EstimateRequest, Item};
    /// use ratecard::widget::Question;
    ///
    /// let request = EstimateRequest::new(Date::LAST, Item::new("chat", "standard"));
    /// let question = Question::from_estimate_request(Date::LAST, request);
    /// assert!(question.is_some_and(|question| !question.is_open()));
    /// ```
    #[must_use]
    pub fn from_estimate_request(today: Date, request: EstimateRequest) -> Option<Self> {
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
            former: Vec::new(),
        })
    }

    /// Whether the product is still to be chosen.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Item;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// assert!(question.is_open());
    /// question.item = Item::new("chat", "");
    /// assert!(!question.is_open());
    /// ```
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.item.product.is_empty()
    }

    /// The question while no product is chosen: about no item at all.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::widget::Question;
    ///
    /// let request = Question::new(Date::LAST).open_request();
    /// assert_eq!((request.items.len(), request.as_of), (0, Date::LAST));
    /// ```
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
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Item;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// question.item = Item::new("chat", "");
    /// let (card, request) = question.request(&ratecard::catalog())?;
    /// assert_eq!(&*card.product, "chat");
    /// assert!(!request.items[0].edition.is_empty());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn request(&self, catalog: &Catalog) -> Answer<(Arc<Card>, EstimateRequest)> {
        let (card, asked) = self.for_every_edition(catalog)?;
        let request = for_chosen_edition(&card, &asked);
        Ok((card, request))
    }

    /// The question with everything said, of every edition.
    pub(super) fn for_every_edition(
        &self,
        catalog: &Catalog,
    ) -> Answer<(Arc<Card>, CompareRequest)> {
        if self.is_open() {
            let field = "product";
            let word = Word::new("missing-field").with("field", Arg::text(field));
            let fault = Fault::new(Code::MissingField, word).in_field(field);
            return Err(at_item(fault, 0));
        }
        let mut item = self.item_in_its_months();
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
}

/// The edition shown first: the first that is no trial and has a price; failing that, one whose price is
/// published at all.
fn first_choice(card: &Card) -> Option<&Edition> {
    let has_price = |edition: &&Edition| {
        let mut sold = card.charges.iter().filter(|charge| edition.is_sold(charge));
        sold.any(|charge| {
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
        .or_else(|| bought.clone().find(|edition| !card.is_on_request(edition)))
        .or_else(|| bought.next())
        .or_else(|| card.editions.first())
}

/// What is asked of the edition that is chosen: packs that only others are sold stay with these.
pub(super) fn for_chosen_edition(card: &Card, asked: &CompareRequest) -> EstimateRequest {
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
    use super::*;
    use crate::engine::{Buy, Demand};
    use crate::widget::Picture;

    #[test]
    fn without_a_product_there_is_nothing_to_price() {
        let question = Question::new(Date::parse("2026-11-20").unwrap());
        let fault = question.request(&crate::catalog()).unwrap_err();
        assert_eq!(
            (fault.code(), fault.path()),
            (Code::MissingField, "items[0].product")
        );
        let request = question.open_request();
        let again = Question::from_estimate_request(question.today, request).unwrap();
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
            let beside = editions.map(|id| picture.edition(id).unwrap().total.unwrap().to_string());
            assert_eq!(beside, ["200", "1200"]);
            // What is kept is what is asked: it can be asked again.
            let again =
                Question::from_estimate_request(question.today, picture.request.clone()).unwrap();
            assert_eq!(
                Picture::of(&catalog, &again).unwrap().estimate,
                picture.estimate
            );
            (
                picture.chosen().unwrap().total.unwrap().to_string(),
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
    fn a_request_comes_back_as_it_was_asked() {
        let today = Date::parse("2026-11-20").unwrap();
        let item = Item::new("chat", "premium").with_demand("mau", Demand::Steady(7));
        let request = EstimateRequest::new(today, item);
        let question = Question::from_estimate_request(today, request.clone()).unwrap();
        assert_eq!(question.request(&crate::catalog()).unwrap().1, request);
    }
}
