//! The views as HTML: what a page shows before anything of the widget has been loaded.

use std::rc::Rc;

use leptos::prelude::*;

use super::frame::shell;
use super::{Language, Question, State, views};
use crate::calendar::Date;
use crate::engine::Answer;
use crate::locale::Format;
use crate::value::Value;

/// What stands in the element's shadow root, as HTML.
///
/// `settings` holds attributes as in [`State::configure`], `today` is the day at the vendor
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
/// let settings = from_json(r#"{"product": "chat", "as-of": "2026-11-20"}"#)?;
/// let html = to_html(&Language::english(), Date::LAST, &settings, Rc::new(PlainEnglish))?;
/// assert!(html.starts_with("<section"));
/// # Ok::<(), ratecard::value::Fault>(())
/// ```
pub fn to_html(
    language: &Language,
    today: Date,
    settings: &Value,
    format: Rc<dyn Format>,
) -> Answer<String> {
    Owner::default().with(|| {
        let question = Question::new(today);
        let state = State::new(views(), language, format, question, Rc::new(|| {}));
        state.configure(settings)?;
        Ok(shell(state).to_html())
    })
}
