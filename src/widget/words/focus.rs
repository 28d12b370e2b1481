//! Where the focus goes when the element that has it goes away.

use core::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::set_timeout;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, Event, HtmlElement};

/// What is folded.
const FOLDED: &str = "details:not([open])";

/// Gives the focus to what a selector finds in an element; what it is folded into is opened.
pub(in crate::widget) fn focus_in(element: &Element, selector: &str) {
    if let Ok(Some(found)) = element.query_selector(selector) {
        while let Ok(Some(folded)) = found.closest(FOLDED) {
            if folded.set_attribute("open", "").is_err() {
                break;
            }
        }
        // What cannot take the focus is shown all the same.
        let _ = found.unchecked_into::<HtmlElement>().focus();
    }
}

/// Gives the focus to what a selector finds in the widget once what follows from a press is on the
/// page: the button that was pressed may be gone then.
pub(in crate::widget) fn hand_over(event: &MouseEvent, selector: String) {
    hand_over_from(event, selector);
}

/// The same after any event.
pub(in crate::widget) fn hand_over_from(event: &Event, selector: String) {
    let pressed = event.target();
    let pressed = pressed.and_then(|target| target.dyn_into::<Element>().ok());
    let widget = pressed.and_then(|pressed| pressed.closest("section").ok().flatten());
    if let Some(widget) = widget {
        set_timeout(move || focus_in(&widget, &selector), Duration::ZERO);
    }
}
