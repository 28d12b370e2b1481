//! How an application of Leptos opens a rate card.

use core::fmt;
use std::rc::Rc;

use super::{Language, Question, State, views};
use crate::calendar::Date;
use crate::engine::Answer;
use crate::locale::{Format, PlainEnglish};
use crate::value::Value;

/// What a rate card in an application of Leptos needs beside the question: a language, a way to write
/// numbers, the day, and what to call when the visitor changes something.
///
/// ```
/// use leptos::prelude::*;
/// use ratecard::value::{Fault, from_json};
/// use ratecard::widget::{Calculator, RateCardOptions};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let options = RateCardOptions::new("2026-11-20".parse()?);
/// // In an application there is an owner already.
/// let html = Owner::new().with(|| {
///     let settings = from_json(r#"{"product": "chat", "demand": "mau=25000"}"#)?;
///     let state = options.open(&settings)?;
///     let total = move || Some(state.picture()?.chosen()?.total?.to_string());
///     Ok::<_, Fault>(view! { <p>{total}</p> <Calculator state/> }.to_html())
/// })?;
/// assert!(html.starts_with("<p>624</p>"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RateCardOptions {
    language: Language,
    format: Rc<dyn Format>,
    today: Date,
    on_change: Rc<dyn Fn()>,
}

impl RateCardOptions {
    /// English, with numbers as [`PlainEnglish`] writes them. `today` is the day at the vendor, for a
    /// question that names none.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            language: Language::english(),
            format: Rc::new(PlainEnglish),
            today,
            on_change: Rc::new(|| {}),
        }
    }

    /// English, with numbers, money and dates as the browser writes them in a language, which is named by
    /// a BCP 47 tag, and with the day of the browser's clock.
    #[cfg(all(feature = "csr", target_arch = "wasm32"))]
    #[must_use]
    pub fn in_browser(tag: &str) -> Self {
        let options = Self::new(crate::clock::today());
        match super::words::Intl::new(tag, tag) {
            Some(format) => options.format(Rc::new(format)),
            None => options,
        }
    }

    /// Says everything in another language, such as one that [`Language::read`] has read.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Writes numbers, money and dates in another way.
    #[must_use]
    pub fn format(mut self, format: Rc<dyn Format>) -> Self {
        self.format = format;
        self
    }

    /// Calls a function whenever the visitor has changed something. What only shows the price needs none:
    /// it reads [`State::picture`] in a closure or an effect.
    #[must_use]
    pub fn on_change(mut self, on_change: impl Fn() + 'static) -> Self {
        self.on_change = Rc::new(on_change);
        self
    }

    /// Opens a rate card in the current reactive owner: a component's, so that it ends with the component.
    ///
    /// `settings` has what the attributes of `<rate-card>` say, by their names: `product`, `edition`,
    /// `demand`, `months` and so on, each as text.
    ///
    /// # Errors
    ///
    /// The first fault of the settings, and of the question that it asks.
    pub fn open(self, settings: &Value) -> Answer<State> {
        let question = Question::new(self.today);
        let state = State::new(
            views(),
            &self.language,
            self.format,
            question,
            self.on_change,
        );
        state.configure(settings)?;
        Ok(state)
    }
}

impl fmt::Debug for RateCardOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("RateCardOptions");
        debug.field("language", &self.language.locale.language);
        debug.field("today", &self.today);
        debug.finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::value::from_json;
    use crate::widget::signals::StoredValue;

    fn options() -> RateCardOptions {
        RateCardOptions::new(Date::parse("2026-11-20").unwrap())
    }

    #[test]
    fn a_fault_is_told_at_its_place() {
        let settings = from_json(r#"{"product": "chat", "months": "0"}"#).unwrap();
        let fault = Owner::new().with(|| options().open(&settings).unwrap_err());
        assert_eq!(fault.path(), "months");
    }

    #[test]
    fn a_language_is_spoken_from_the_beginning() {
        let languages = Language::all();
        let japanese = Language::nearest(&languages, "ja").unwrap().clone();
        let settings = from_json(r#"{"product": "chat"}"#).unwrap();
        Owner::new().with(|| {
            let state = options().language(japanese).open(&settings).unwrap();
            assert_eq!(state.language(), "ja");
        });
    }

    #[test]
    fn the_application_is_called_for_what_the_visitor_changes() {
        let settings = from_json(r#"{"product": "chat"}"#).unwrap();
        Owner::new().with(|| {
            let calls = StoredValue::new(0_u32);
            let count = move || calls.try_set_value(calls.try_get_value().unwrap_or_default() + 1);
            let state = options().on_change(count).open(&settings).unwrap();
            assert_eq!(calls.try_get_value(), Some(0));
            state.change(|question| question.months = 12);
            state.change(|question| question.months = 12);
            assert_eq!(calls.try_get_value(), Some(1));
        });
    }
}
