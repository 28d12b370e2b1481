//! The views as HTML: what a page shows before anything of the widget has been loaded.

use std::rc::Rc;

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
/// assert!(html.contains("<section"));
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
        Ok(shell(state, Part::new(Rc::new(|| {}))).to_html())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Calls, Demand, PRICED};
    use crate::locale::PlainEnglish;
    use crate::value::from_json;

    /// How often items are priced while something is done, beside proofs and the points of curves.
    fn pricings<T>(does: impl FnOnce() -> T) -> (u32, T) {
        PRICED.set(0);
        let done = does();
        (PRICED.get(), done)
    }

    fn begin() -> State {
        let question = Question::new(Date::parse("2026-11-20").unwrap());
        let format = Rc::new(PlainEnglish);
        State::new(
            views(),
            &Language::english(),
            format,
            question,
            Rc::new(|| {}),
        )
    }

    /// How many ways of billing can be chosen: beside each of them stands its price.
    fn ways_to_bill(state: State) -> u32 {
        let ways = state.card().unwrap().billing.len();
        u32::try_from(ways).unwrap() * u32::from(ways > 1)
    }

    #[test]
    fn every_edition_is_priced_once_at_the_beginning_and_once_for_every_change() {
        let catalog = crate::catalog();
        for product in catalog.products() {
            Owner::default().with(|| {
                let given = format!(r#"{{"product": "{product}", "months": "12"}}"#);
                let settings = from_json(&given).unwrap();
                let (at_mount, state) = pricings(|| {
                    let state = begin();
                    state.configure(&settings).unwrap();
                    state
                });
                let editions = u32::try_from(state.card().unwrap().editions.len()).unwrap();
                assert_eq!(at_mount, editions, "{product}, at the beginning");
                let (shown, _) = pricings(|| shell(state, Part::new(Rc::new(|| {}))).to_html());
                assert_eq!(shown, ways_to_bill(state), "{product}, shown");
                for dimension in state.card().unwrap().dimensions.clone() {
                    let key = || {
                        state.change(|question| {
                            question.set_demand(&dimension.id, Some(Demand::Steady(7)));
                        })
                    };
                    let (at_key, ()) = pricings(key);
                    assert_eq!(at_key, editions, "{product}, {}", dimension.id);
                    // The same once more is no change.
                    assert_eq!(pricings(key).0, 0);
                    if dimension.calls {
                        let calls = Calls {
                            count: 3,
                            seconds: 90,
                        };
                        let call =
                            || state.change(|question| question.set_calls(&dimension.id, 0, calls));
                        assert_eq!(pricings(call).0, editions);
                    }
                }
                let packs = || state.change_if(|question| question.months = 6);
                assert_eq!(
                    pricings(packs),
                    (editions, None),
                    "{product}, checked first"
                );
                let reading = || {
                    (
                        state.state_json(),
                        state.request_and_estimate(),
                        state.picture(),
                    )
                };
                assert_eq!(pricings(reading).0, 0);
            });
        }
    }

    #[test]
    fn nothing_is_priced_of_a_setting_that_is_the_same() {
        Owner::default().with(|| {
            let state = begin();
            let settings = from_json(r#"{"product": "chat", "months": "12"}"#).unwrap();
            state.configure(&settings).unwrap();
            for same in [
                r#"{"months": "12"}"#,
                r#"{"view": "matrix"}"#,
                r#"{"product": "chat"}"#,
            ] {
                let same = from_json(same).unwrap();
                assert_eq!(pricings(|| state.configure(&same)), (0, Ok(())));
            }
            // What has no answer is priced as far as it goes, and leaves everything as it is.
            let before = state.state_json();
            let bad = from_json(r#"{"edition": "gold"}"#).unwrap();
            assert!(state.configure(&bad).is_err());
            assert_eq!(state.state_json(), before);
        });
    }
}
