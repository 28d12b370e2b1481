//! That a search finds nothing, and the way back.

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::untrack;

use crate::widget::dom::{IntoNode as _, Node};
use crate::widget::shared::pieces::button;
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// That a text is not found.
pub(in crate::widget) fn not_found(state: State, text: &str) -> Node {
    let text = Arg::Text(text.trim().to_owned());
    phrase(state, Word::new("ui-nothing-found").with("text", text))
}

/// A button that clears the search in a field, by its selector, while nothing is found.
pub(in crate::widget) fn clear_search(
    state: State,
    field: &'static str,
    finds_none: impl Fn() -> bool + Send + Sync + 'static,
    clear: impl Fn() + Copy + Send + Sync + 'static,
) -> Node {
    let press = move |event: MouseEvent| {
        // The button goes away.
        hand_over(&event, String::from(field));
        clear();
    };
    (move || {
        let button = || button(state, "ui-clear-search").on(ev::click, press);
        finds_none().then(|| untrack(button))
    })
    .into_node()
}
