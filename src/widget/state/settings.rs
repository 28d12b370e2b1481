//! What a host sets, read once.

use std::sync::Arc;

use super::attributes::{Attributes, attribute};
use super::cards::Cards;
use super::question::Question;
use super::saved::{SavedAnswer, SavedState};
use super::view::View;
use crate::calendar::Date;
use crate::card::{Catalog, unknown};
use crate::engine::Answer;
use crate::value::limits::{MAX_BYTES, MAX_TEXT};
use crate::value::{Code, Field, Shape, Value};

/// The attributes by their names, and what the element's properties hold.
static SETTINGS: Shape = Shape::Object(&[
    Field::optional("product", &Shape::String(MAX_TEXT)),
    Field::optional("view", &Shape::String(MAX_TEXT)),
    Field::optional("edition", &Shape::String(MAX_TEXT)),
    Field::optional("demand", &Shape::String(MAX_TEXT)),
    Field::optional("months", &Shape::String(MAX_TEXT)),
    Field::optional("start", &Shape::String(MAX_TEXT)),
    Field::optional("as-of", &Shape::String(MAX_TEXT)),
    Field::optional("billing", &Shape::String(MAX_TEXT)),
    Field::optional("requires", &Shape::String(MAX_TEXT)),
    // The rate cards that the attribute `cards` is the address of.
    Field::optional("cards", &Shape::String(MAX_BYTES)),
    // A whole request, and a whole state: either replaces the question before attributes change it.
    Field::optional("request", &Shape::Any),
    Field::optional("state", &Shape::Any),
    // Whether the visitor may choose another product; where it is absent, the attribute `product` tells.
    Field::optional("all", &Shape::Flag),
]);

/// What there is already when settings are read.
#[derive(Debug)]
pub(super) struct Known<'a> {
    /// The day at the vendor.
    pub today: Date,
    /// The rate cards of all, without those that a host has added.
    pub shared: &'a Arc<Catalog>,
    /// The rate cards, with those.
    pub catalog: &'a Arc<Catalog>,
    /// All views.
    pub views: &'a [View],
}

/// What a host sets, each `None` where nothing is said of it.
#[derive(Debug)]
pub(super) struct Settings {
    /// The rate cards.
    pub cards: Option<Cards>,
    /// The views that are wanted.
    pub views: Option<Vec<View>>,
    /// The one of them that is to be shown.
    pub view: Option<View>,
    /// What was shown when a state was saved.
    pub saved_answer: Option<SavedAnswer>,
    /// Whether the visitor may choose another product.
    pub all_products: Option<bool>,
    /// The question that replaces the one before.
    question: Option<Question>,
    attributes: Attributes,
}

impl Settings {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// `unknown_field` at the name of a setting that there is not; then the first fault of the views,
    /// the rate cards, `request`, `state` and the attributes.
    pub fn read(settings: &Value, known: &Known<'_>) -> Answer<Self> {
        SETTINGS.check(settings)?;
        let views = attribute(settings, "view", |names| wanted(known.views, names))?;
        let cards = attribute(settings, "cards", |text| {
            Cards::new(known.shared, Some(text).filter(|text| !text.is_empty()))
        })?;
        let catalog = cards.as_ref().map_or(known.catalog, |cards| &cards.catalog);
        let request = settings.get("request");
        let request = request.map(|request| Question::from_request(known.today, catalog, request));
        let state = settings.get("state");
        let state = state.map(|state| SavedState::read(known.today, catalog, state));
        let (mut question, state) = (request.transpose()?, state.transpose()?);
        let (mut view, mut saved_answer) = (None, None);
        if let Some(state) = state {
            let name = state.view.as_deref();
            let shown = name.map(|name| view_of(known.views, name)).transpose();
            view = shown.map_err(|fault| fault.in_field("view"))?;
            saved_answer = state.answer;
            question = Some(state.question);
        }
        let attributes = Attributes::read(settings)?;
        let all = settings.get("all").and_then(Value::flag);
        Ok(Self {
            cards,
            views,
            view,
            saved_answer,
            all_products: all.or_else(|| attributes.names_product().map(|named| !named)),
            question,
            attributes,
        })
    }

    /// The question that is asked with these settings, after another one.
    pub fn question(&mut self, before: &Question) -> Question {
        let mut question = self.question.take().unwrap_or_else(|| before.clone());
        core::mem::take(&mut self.attributes).change(&mut question);
        question
    }
}

/// The views of these names, each once, in their order; the first that there is, where none is named.
fn wanted(known: &[View], names: &str) -> Answer<Vec<View>> {
    let mut views = Vec::new();
    for name in names.split_whitespace() {
        let view = view_of(known, name)?;
        if !views.contains(&view) {
            views.push(view);
        }
    }
    if views.is_empty() {
        views.extend(known.first());
    }
    Ok(views)
}

fn view_of(known: &[View], name: &str) -> Answer<View> {
    let found = known.iter().find(|view| view.name == name);
    found.copied().ok_or_else(|| {
        let known = known.iter().map(|view| String::from(view.name));
        unknown(Code::UnknownView, "unknown-view", name, known.collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::from_json;

    fn views() -> [View; 3] {
        ["first", "second", "third"].map(|name| View { name, title: "" })
    }

    fn read(settings: &str) -> Answer<Settings> {
        let catalog = Arc::new(crate::catalog());
        let known = Known {
            today: Date::parse("2026-11-20").unwrap(),
            shared: &catalog,
            catalog: &catalog,
            views: &views(),
        };
        Settings::read(&from_json(settings).unwrap(), &known)
    }

    fn fault(settings: &str) -> (Code, String) {
        let fault = read(settings).unwrap_err();
        (fault.code(), fault.path().to_owned())
    }

    #[test]
    fn a_setting_that_there_is_not_is_a_fault_at_its_name() {
        let (code, path) = fault(r#"{"product": "chat", "colour": "red"}"#);
        assert_eq!((code, path.as_str()), (Code::UnknownField, "colour"));
        let (code, path) = fault(r#"{"months": 12}"#);
        assert_eq!((code, path.as_str()), (Code::BadType, "months"));
    }

    #[test]
    fn faults_stand_at_their_setting() {
        for (settings, code, path) in [
            (r#"{"view": "second Third"}"#, Code::UnknownView, "view"),
            (r#"{"cards": "{"}"#, Code::BadRateCard, "cards"),
            (
                r#"{"request": {"items": [{"product": "a", "edition": "b"}]}}"#,
                Code::UnknownProduct,
                "items[0].product",
            ),
            (
                r#"{"state": {"version": 1, "view": "nonsense", "request": {"items": []}}}"#,
                Code::UnknownView,
                "view",
            ),
            (r#"{"state": {"version": 2}}"#, Code::OutOfRange, "version"),
            (r#"{"start": "soon"}"#, Code::BadDate, "start"),
        ] {
            assert_eq!(fault(settings), (code, String::from(path)), "{settings}");
        }
    }

    #[test]
    fn nothing_is_set_of_what_is_not_said() {
        let settings = read(r#"{"months": "1"}"#).unwrap();
        assert!(settings.cards.is_none() && settings.views.is_none() && settings.view.is_none());
        assert!(settings.saved_answer.is_none() && settings.all_products.is_none());
        assert!(settings.question.is_none());
    }

    #[test]
    fn views_are_named_by_the_host() {
        let [first, _, third] = views();
        for nothing in [r#"{"view": null}"#, r#"{"view": " "}"#] {
            assert_eq!(read(nothing).unwrap().views, Some(vec![first]));
        }
        let twice = read(r#"{"view": " third first  third"}"#).unwrap();
        assert_eq!(twice.views, Some(vec![third, first]));
    }

    #[test]
    fn the_product_is_left_to_the_visitor_where_none_is_named() {
        for (settings, all) in [
            (r#"{"product": "chat"}"#, Some(false)),
            (r#"{"product": " "}"#, Some(true)),
            (r#"{"product": null}"#, Some(true)),
            (r#"{"product": "chat", "all": true}"#, Some(true)),
            (r#"{"all": false}"#, Some(false)),
        ] {
            assert_eq!(read(settings).unwrap().all_products, all, "{settings}");
        }
    }

    #[test]
    fn cards_are_added_and_taken_back() {
        let back = read(r#"{"cards": null}"#).unwrap().cards.unwrap();
        assert_eq!(back.added, None);
        let (code, path) = fault(r#"{"cards": "[{}]"}"#);
        assert_eq!(code, Code::BadRateCard);
        assert!(path.starts_with("cards[0]"), "{path}");
    }

    #[test]
    fn attributes_change_the_question_that_a_property_has_set() {
        let mut settings = read(
            r#"{"months": "6", "request": {"months": 12, "items": [{"product": "chat", "edition": "premium"}]}}"#,
        )
        .unwrap();
        let question = settings.question(&Question::new(Date::LAST));
        assert_eq!((&*question.item.edition, question.months), ("premium", 6));
    }
}
