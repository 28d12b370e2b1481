//! A saved state: the property `state`, and what a link holds.
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

use serde::Serialize;

use super::picture::Picture;
use super::question::Question;
use super::view::View;
use crate::api::{RequestJson, json};
use crate::calendar::Date;
use crate::card::Catalog;
use crate::engine::Answer;
use crate::money::{Amount, Currency};
use crate::value::limits::MAX_ID;
use crate::value::{Code, Fault, Field, Shape, Value};
use crate::word::{Arg, Word};

/// The version that is written; a program refuses those that it does not know.
const VERSION: u32 = 1;

static STATE: Shape = Shape::Object(&[
    Field::needed("version", &Shape::Quantity),
    Field::optional("view", &Shape::Id),
    Field::needed("request", &Shape::Any),
    Field::optional("answer", &ANSWER),
]);

static ANSWER: Shape = Shape::Object(&[
    Field::needed("rate_card", &Shape::String(MAX_ID)),
    Field::needed("currency", &Shape::Currency),
    Field::optional("total", &Shape::Amount),
]);

/// What was shown when a state was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAnswer {
    /// The id of the rate card.
    pub rate_card: String,
    /// Its currency.
    pub currency: Currency,
    /// The total; `None` where the edition was sold on request.
    pub total: Option<Amount>,
}

/// A state as it was saved.
#[derive(Debug)]
pub(super) struct SavedState {
    /// The name of the view that was shown.
    pub view: Option<String>,
    /// The question.
    pub question: Question,
    /// What was shown.
    pub answer: Option<SavedAnswer>,
}

impl SavedState {
    /// Reads a saved state.
    ///
    /// # Errors
    ///
    /// `out_of_range` for a version that is not known, before anything else, because another version may
    /// look otherwise; then the first fault, with its place in the state.
    pub fn read(today: Date, catalog: &Catalog, state: &Value) -> Answer<Self> {
        check_version(state)?;
        STATE.check(state)?;
        let request = state.get("request");
        let question = request.map(|request| Question::from_request(today, catalog, request));
        let question = question.unwrap_or_else(|| Ok(Question::new(today)));
        let answer = state.get("answer").map(SavedAnswer::read);
        Ok(Self {
            view: state.get("view").and_then(Value::text).map(String::from),
            question: question.map_err(|fault| fault.in_field("request"))?,
            answer: answer
                .transpose()
                .map_err(|fault| fault.in_field("answer"))?,
        })
    }
}

fn check_version(state: &Value) -> Answer<()> {
    let Some(version) = state.get("version") else {
        return Ok(());
    };
    if version.whole() == Some(i64::from(VERSION)) {
        return Ok(());
    }
    let word = Word::new("newer-state")
        .with("got", Arg::Text(version.describe()))
        .with("known", Arg::Count(u64::from(VERSION)));
    Err(Fault::new(Code::OutOfRange, word).in_field("version"))
}

impl SavedAnswer {
    fn read(answer: &Value) -> Answer<Self> {
        let text = |key: &str| answer.get(key).and_then(Value::text).unwrap_or_default();
        let bad = |code, word: Word, key: &str| {
            let word = word.with("got", Arg::quoted(text(key)));
            Fault::new(code, word).in_field(key)
        };
        let currency = Currency::new(text("currency"))
            .ok_or_else(|| bad(Code::BadType, Word::new("want-currency"), "currency"))?;
        let bad_total = || bad(Code::BadAmount, Word::new("want-amount"), "total");
        let total = answer.get("total").and_then(Value::text);
        let total = total.map(|total| total.parse().map_err(|_| bad_total()));
        Ok(Self {
            rate_card: String::from(text("rate_card")),
            currency,
            total: total.transpose()?,
        })
    }
}

/// A state to be saved, as JSON: a question, what is shown of its answer, and the view. There is no
/// answer while no product is chosen.
pub(super) fn state_json(question: &Question, picture: Option<&Picture>, view: View) -> String {
    let item = picture.and_then(|picture| picture.request.items.first());
    let answer = picture.and_then(|picture| {
        Some(AnswerJson {
            rate_card: &picture.card.id,
            currency: picture.card.currency,
            total: picture.as_asked().items.first()?.total,
        })
    });
    json(&StateJson {
        version: VERSION,
        view: view.name,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Amount>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::from_json;

    const STATE: &str = r#"{"version": 1, "view": "calculator",
        "request": {"months": 12, "items": [{"product": "chat", "edition": "standard"}]},
        "answer": {"rate_card": "chat/2024-07-22", "currency": "USD", "total": "4788"}}"#;

    const VIEW: View = View {
        name: "calculator",
        title: "",
    };

    fn today() -> Date {
        Date::parse("2026-11-20").unwrap()
    }

    fn read(state: &str) -> Answer<SavedState> {
        SavedState::read(today(), &crate::catalog(), &from_json(state).unwrap())
    }

    #[test]
    fn a_saved_state_asks_the_same_and_leaves_the_day_open() {
        let saved = read(STATE).unwrap();
        let question = saved.question;
        assert_eq!(
            (question.as_of, question.start, question.months),
            (None, None, 12)
        );
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let json = state_json(&question, Some(&picture), VIEW);
        let same = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(same(&json), same(STATE));
        let shown = picture.chosen().map(|item| item.total);
        assert_eq!(saved.answer.map(|answer| answer.total), shown);
        assert!(shown.flatten().is_some());
    }

    #[test]
    fn what_was_on_request_is_saved_without_a_total() {
        let saved = read(&STATE.replace(r#", "total": "4788""#, "")).unwrap();
        assert_eq!(saved.answer.map(|answer| answer.total), Some(None));
        let document = r#"{"id": "ours/undated", "product": "ours", "label": {"en": "Ours"},
            "currency": "USD", "source": "s", "sources": {"s": {"document": "d", "section": "s"}},
            "editions": [{"id": "e", "label": {"en": "E"}, "price": "on-request", "source": "s"}],
            "charges": []}"#;
        let mut catalog = Catalog::default();
        catalog.add(&from_json(document).unwrap()).unwrap();
        let mut question = Question::new(today());
        question.item = crate::engine::Item::new("ours", "e");
        let picture = Picture::of(&catalog, &question).unwrap();
        let json = state_json(&question, Some(&picture), VIEW);
        assert!(
            json.contains(r#""answer":{"rate_card":"ours/undated","currency":"USD"}"#),
            "{json}"
        );
    }

    #[test]
    fn a_product_that_is_still_to_be_chosen_is_saved_so() {
        let mut question = Question::new(today());
        question.months = 6;
        let json = state_json(&question, None, VIEW);
        let saved = read(&json).unwrap();
        assert_eq!((saved.question, saved.answer), (question, None));
    }

    #[test]
    fn a_day_that_was_said_is_saved() {
        let mut question = read(STATE).unwrap().question;
        question.as_of = Date::parse("2026-01-01");
        assert!(question.as_of.is_some());
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let json = state_json(&question, Some(&picture), VIEW);
        assert_eq!(read(&json).unwrap().question, question);
    }

    #[test]
    fn faults_of_a_saved_state_stand_at_their_place() {
        let fault = |from: &str, to: &str| {
            let fault = read(&STATE.replace(from, to)).unwrap_err();
            (fault.code(), fault.path().to_owned())
        };
        for (from, to, code, path) in [
            (
                "\"version\": 1",
                "\"version\": 2, \"new\": 1",
                Code::OutOfRange,
                "version",
            ),
            ("\"version\": 1,", "", Code::MissingField, "version"),
            ("\"view\"", "\"sight\"", Code::UnknownField, "sight"),
            (
                "\"standard\"",
                "\"gold\"",
                Code::UnknownEdition,
                "request.items[0].edition",
            ),
            ("4788", "-1", Code::BadAmount, "answer.total"),
            ("USD", "dollars", Code::BadType, "answer.currency"),
        ] {
            assert_eq!(fault(from, to), (code, String::from(path)));
        }
    }
}
