//! The button that chooses an edition.

use leptos::ev;

use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::state::State;

/// A radio button for an edition, of a class of its own.
pub(in crate::widget) fn edition_button(state: State, id: &Id, class: &'static str) -> Element {
    let is_chosen = {
        let edition = id.clone();
        state.memo_of_chosen(move |item| Some(item.edition == edition))
    };
    let edition = id.clone();
    let choose = move |_| state.change(|question| question.item.edition = edition.clone());
    tag::input()
        .attr("type", "radio")
        .attr("name", "edition")
        .class(class)
        .attr("value", id.to_string())
        .holds("checked", move || is_chosen.get().unwrap_or_default())
        .on(ev::change, choose)
}
