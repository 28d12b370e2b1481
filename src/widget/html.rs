//! The views as HTML: what a page shows before anything of the widget has been loaded.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::frame::shell;
use super::part::Part;
use super::{Language, Question, State, views};
use crate::calendar::Date;
use crate::engine::Answer;
use crate::locale::Format;
use crate::value::Value;

/// What stands in the element's shadow root, as HTML.
///
/// `given` holds attributes as in [`configure`](super::configure), `today` is the day at the vendor
/// for a question that names none. The same arguments give the same bytes.
///
/// # Errors
///
/// The first fault of the attributes, and of the question that they ask.
///
/// ```
/// use std::rc::Rc;
///
/// use ratecard::calendar::Date;
/// use ratecard::locale::PlainEnglish;
/// use ratecard::value::from_json;
/// use ratecard::widget::{Language, to_html};
///
/// let given = from_json(r#"{"product": "chat", "as-of": "2026-11-20"}"#).unwrap();
/// let today = Date::parse("2026-11-20").unwrap();
/// let html = to_html(&Language::english(), today, &given, Rc::new(PlainEnglish)).unwrap();
/// assert!(html.starts_with("<section"));
/// ```
pub fn to_html(
    language: &Language,
    today: Date,
    given: &Value,
    format: Rc<dyn Format>,
) -> Answer<String> {
    let owner = Owner::default();
    let catalog = Arc::clone(&language.catalog);
    owner.with(|| {
        let question = Question::new(today);
        let state = State::new(
            catalog,
            views(),
            question,
            Rc::clone(&format),
            Rc::new(|| {}),
        );
        state.speak(language, format);
        state.configure(given)?;
        state.check()?;
        Ok(shell(state, Part::new(Rc::new(|| {}))).to_html())
    })
}
