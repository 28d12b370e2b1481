//! The button that chooses an edition.

use leptos::ev;

use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;

/// A radio button for an edition, of a class of its own.
pub(in crate::widget) fn edition_button(state: State, id: &Id, class: &'static str) -> Element {
    let (edition, value) = (id.clone(), id.to_string());
    let chosen = Memo::new(move |_| {
        let picture = state.picture();
        picture.is_some_and(|picture| picture.chosen().is_some_and(|it| it.edition == edition))
    });
    let edition = id.clone();
    let choose = move |_| state.change(|question| question.item.edition = edition.clone());
    tag::input()
        .attr("type", "radio")
        .attr("name", "edition")
        .class(class)
        .attr("value", value)
        .holds("checked", move || chosen.try_get().unwrap_or_default())
        .on(ev::change, choose)
}
