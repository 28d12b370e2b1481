//! What is kept of a widget to show the same later: the property `state`, and what a link holds.
//!
//! ```json
//! {
//!   "version": 1,
//!   "view": "calculator",
//!   "request": { "months": 12, "items": [ … ] },
//!   "answer": { "rate_card": "…", "currency": "USD", "total": "7488" }
//! }
//! ```
//!
//! The request leaves open what the question left open, so that later it is asked of the rate card in
//! force then; the answer is what was shown, so that a change can be told.

use std::sync::Arc;

use serde::Serialize;

use super::attributes::asked;
use crate::api::{RequestJson, json};
use crate::calendar::Date;
use crate::card::Catalog;
use crate::engine::Answer;
use crate::money::{Amount, Currency};
use crate::value::{Code, Fault, Field, Kind, Shape, Value, from_json};
use crate::widget::{Picture, Question};
use crate::word::{Arg, Word};

/// The version of what is kept; an older program refuses a newer one.
const VERSION: u32 = 1;

static STATE: Shape = Shape::Object(&[
    Field::needed("version", &Shape::Quantity),
    Field::optional("view", &Shape::Id),
    Field::needed("request", &Shape::Any),
    Field::optional("answer", &ANSWER),
]);

static ANSWER: Shape = Shape::Object(&[
    Field::needed("rate_card", &Shape::Text),
    Field::needed("currency", &Shape::Currency),
    Field::needed("total", &Shape::Amount),
]);

/// What was shown when a state was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The id of the rate card.
    pub rate_card: String,
    /// Its currency.
    pub currency: Currency,
    /// The total.
    pub total: Amount,
}

impl Earlier {
    /// What was shown according to the field `state` of what the host says; `None` where it says
    /// nothing of it.
    ///
    /// # Errors
    ///
    /// `bad_amount` or `bad_type` at the amount or the currency.
    ///
    /// ```
    /// use ratecard::value::from_json;
    /// use ratecard::widget::Earlier;
    ///
    /// let given = r#"{"state": {"answer": {"rate_card": "a/b", "currency": "USD", "total": "7"}}}"#;
    /// let earlier = Earlier::read(&from_json(given).unwrap()).unwrap().unwrap();
    /// assert_eq!((earlier.rate_card.as_str(), earlier.total.to_string()), ("a/b", "7".into()));
    /// ```
    pub fn read(given: &Value) -> Answer<Option<Self>> {
        let Some(answer) = given.get("state").and_then(|state| state.get("answer")) else {
            return Ok(None);
        };
        let text = |key: &str| answer.get(key).and_then(Value::text).unwrap_or_default();
        let got = |key: &str| Arg::text(text(key));
        let bad = |code, word: Word, key: &str| {
            let fault = Fault::new(code, word.with("got", got(key)));
            fault.in_field(key).in_field("answer")
        };
        let currency = Currency::new(text("currency"))
            .ok_or_else(|| bad(Code::BadType, Word::new("want-currency"), "currency"))?;
        let total = text("total").parse();
        let total = total.map_err(|_| bad(Code::BadAmount, Word::new("want-amount"), "total"))?;
        Ok(Some(Self {
            rate_card: String::from(text("rate_card")),
            currency,
            total,
        }))
    }
}

/// The question that was kept.
pub(in crate::widget) fn question(
    today: Date,
    catalog: &Catalog,
    state: &Value,
) -> Answer<Question> {
    let version = state.get("version");
    // Told before anything else: a later version may look otherwise.
    if version.is_some_and(|version| version.whole() != Some(i64::from(VERSION))) {
        let got = version.map_or_else(String::new, Value::describe);
        let word = Word::new("newer-state")
            .with("got", Arg::Text(got))
            .with("known", Arg::Count(u64::from(VERSION)));
        return Err(Fault::new(Code::OutOfRange, word).in_field("version"));
    }
    STATE.check(state)?;
    let request = state
        .get("request")
        .map(|request| asked(today, catalog, request));
    let question = request.unwrap_or_else(|| Ok(Question::new(today)));
    question.map_err(|fault| fault.in_field("request"))
}

/// What is kept of a question with its answer, as JSON; without one where no product is chosen.
pub(in crate::widget) fn state_json(
    question: &Question,
    picture: Option<&Picture>,
    view: &str,
) -> String {
    let item = picture.and_then(|picture| picture.request.items.first());
    let answer = picture.and_then(|picture| {
        Some(AnswerJson {
            rate_card: &picture.card.id,
            currency: picture.card.currency,
            total: picture.chosen()?.total,
        })
    });
    json(&StateJson {
        version: VERSION,
        view,
        request: RequestJson::open(question.as_of, question.start, question.months, item),
        answer,
    })
}

#[derive(Serialize)]
struct StateJson<'a> {
    version: u32,
    view: &'a str,
    request: RequestJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerJson<'a>>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    rate_card: &'a str,
    currency: Currency,
    total: Amount,
}

/// The rate cards that a host adds to those of all: the field `cards`, the JSON text of one card or
/// of a list. `None` where nothing is said of them; those of all where they are taken back.
///
/// # Errors
///
/// `bad_rate_card` with the place.
///
/// ```
/// use std::sync::Arc;
/// use ratecard::value::from_json;
/// use ratecard::widget::further;
///
/// let shared = Arc::new(ratecard::catalog());
/// let given = from_json(r#"{"cards": "[{}]"}"#).unwrap();
/// let fault = further(&shared, &given).unwrap_err();
/// assert!(fault.path().starts_with("cards[0]"));
/// ```
pub fn further(shared: &Arc<Catalog>, given: &Value) -> Answer<Option<Arc<Catalog>>> {
    let name = "cards";
    let Some((_, cards)) = given.fields().iter().find(|(known, _)| known == name) else {
        return Ok(None);
    };
    let Some(text) = cards.text() else {
        return Ok(Some(Arc::clone(shared)));
    };
    let catalog = with_cards(shared, text).map_err(|fault| fault.in_field(name))?;
    Ok(Some(catalog))
}

/// Rate cards with further ones: the JSON text of one card or of a list.
pub(in crate::widget) fn with_cards(shared: &Catalog, text: &str) -> Answer<Arc<Catalog>> {
    let mut catalog = Catalog::clone(shared);
    let added = from_json(text).and_then(|document| match &document.kind {
        Kind::List(cards) => cards.iter().enumerate().try_for_each(|(index, card)| {
            let added = catalog.add(card);
            added.map(|_| ()).map_err(|fault| fault.in_entry(index))
        }),
        _ => catalog.add(&document).map(|_| ()),
    });
    added.map_err(|fault| fault.with_code(Code::BadRateCard))?;
    Ok(Arc::new(catalog))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::configure;

    const STATE: &str = r#"{"version": 1, "view": "calculator",
        "request": {"months": 12, "items": [{"product": "chat", "edition": "standard"}]},
        "answer": {"rate_card": "chat/2024-07-22", "currency": "USD", "total": "4788"}}"#;

    fn today() -> Date {
        Date::parse("2026-11-20").unwrap()
    }

    fn ask(state: &str) -> Answer<Question> {
        question(today(), &crate::catalog(), &from_json(state).unwrap())
    }

    #[test]
    fn what_is_kept_asks_the_same_and_leaves_the_day_open() {
        let question = ask(STATE).unwrap();
        assert_eq!(
            (question.as_of, question.start, question.months),
            (None, None, 12)
        );
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let kept = state_json(&question, Some(&picture), "calculator");
        let same = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(same(&kept), same(STATE));
        let given = format!("{{\"state\": {kept}}}");
        let earlier = Earlier::read(&from_json(&given).unwrap()).unwrap().unwrap();
        assert_eq!(Some(earlier.total), picture.chosen().map(|item| item.total));
    }

    #[test]
    fn a_product_that_is_still_to_be_chosen_is_kept_so() {
        let mut question = Question::new(today());
        question.months = 6;
        let kept = state_json(&question, None, "calculator");
        assert_eq!(ask(&kept).unwrap(), question);
    }

    #[test]
    fn a_day_that_was_said_is_kept() {
        let mut question = ask(STATE).unwrap();
        let given = from_json(r#"{"as-of": "2026-01-01"}"#).unwrap();
        configure(&mut question, &crate::catalog(), &given).unwrap();
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let kept = state_json(&question, Some(&picture), "calculator");
        assert_eq!(ask(&kept).unwrap(), question);
    }

    #[test]
    fn faults_of_what_is_kept_stand_at_their_place() {
        let fault = |state: &str| {
            let fault = ask(state).unwrap_err();
            (fault.code(), fault.path().to_owned())
        };
        let other = |from: &str, to: &str| STATE.replace(from, to);
        assert_eq!(
            fault(&other("\"version\": 1", "\"version\": 2, \"new\": 1")),
            (Code::OutOfRange, "version".into())
        );
        assert_eq!(
            fault(&other("\"version\": 1,", "")),
            (Code::MissingField, "version".into())
        );
        assert_eq!(
            fault(&other("\"view\"", "\"sight\"")),
            (Code::UnknownField, "sight".into())
        );
        assert_eq!(
            fault(&other("\"standard\"", "\"gold\"")),
            (Code::UnknownEdition, "request.items[0].edition".into())
        );
        let given = format!("{{\"state\": {}}}", other("4788", "-1"));
        let fault = Earlier::read(&from_json(&given).unwrap()).unwrap_err();
        assert_eq!(
            (fault.code(), fault.path()),
            (Code::BadAmount, "answer.total")
        );
    }

    #[test]
    fn cards_are_added_for_one_and_taken_back() {
        let shared = Arc::new(crate::catalog());
        let read = |text: &str| further(&shared, &from_json(text).unwrap());
        assert!(read(r#"{"months": "1"}"#).unwrap().is_none());
        let back = read(r#"{"cards": null}"#).unwrap().unwrap();
        assert!(Arc::ptr_eq(&back, &shared));
        let fault = read(r#"{"cards": "{"}"#).unwrap_err();
        assert_eq!((fault.code(), fault.path()), (Code::BadRateCard, "cards"));
    }
}
