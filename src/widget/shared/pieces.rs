//! Elements that come again and again.

use leptos::ev;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

use crate::widget::dom::{Element, IntoNode, tag};
use crate::widget::shared::icon::{FOLD, icon};
use crate::widget::signals::RwSignal;
use crate::widget::state::State;
use crate::widget::words::phrase::say;

/// The heading of a part of a view, by the id of its sentence.
pub(in crate::widget) fn heading(state: State, id: &'static str) -> Element {
    tag::h3().class("heading").child(say(state, id))
}

/// A legend of a group of fields, by the id of its sentence.
pub(in crate::widget) fn legend(state: State, id: &'static str) -> Element {
    tag::legend().part("legend").child(say(state, id))
}

/// A button, by the id of its sentence.
pub(in crate::widget) fn button(state: State, id: &'static str) -> Element {
    blank_button().child(say(state, id))
}

/// A button that says nothing yet.
pub(in crate::widget) fn blank_button() -> Element {
    tag::button().part("button").attr("type", "button")
}

/// A box to tick, of a class of its own.
pub(in crate::widget) fn checkbox(class: &'static str) -> Element {
    tag::input().attr("type", "checkbox").class(class)
}

/// A text for screen readers alone.
pub(in crate::widget) fn visually_hidden(text: impl IntoNode) -> Element {
    tag::span().class("visually-hidden").child(text)
}

/// A sign whose meaning stands beside it in words, so that screen readers leave it out.
pub(in crate::widget) fn sign(sign: &'static str) -> Element {
    tag::span().attr("aria-hidden", "true").child(sign)
}

/// A list in an element under a heading; nothing where the list is empty.
pub(in crate::widget) fn titled_list(
    state: State,
    around: Element,
    title: &'static str,
    items: Vec<Element>,
) -> Option<Element> {
    (!items.is_empty()).then(|| {
        around
            .child(heading(state, title))
            .child(tag::ul().child(items))
    })
}

/// A disclosure under its summary, whose signal tells whether it is open.
pub(in crate::widget) fn disclosure(
    state: State,
    key: String,
    around: Element,
    summary: Element,
    open: RwSignal<bool>,
) -> Element {
    let is_open = kept_fold(state, &key, false);
    open.try_set(is_open);
    around
        .attr("open", is_open)
        .on(ev::toggle, move |event| {
            open.try_set(keep(state, &key, false, &event));
        })
        .child(summary)
}

/// A disclosure that stays as the visitor has left it while another view is shown; `is_open` from the start.
pub(in crate::widget) fn fold(
    state: State,
    key: String,
    is_open: bool,
    around: Element,
) -> Element {
    let from_the_start = is_open;
    let is_open = kept_fold(state, &key, is_open);
    around.attr("open", is_open).on(ev::toggle, move |event| {
        keep(state, &key, from_the_start, &event);
    })
}

/// Whether a fold is open: as the visitor has left it, else as it is from the start.
pub(in crate::widget) fn kept_fold(state: State, key: &str, is_open: bool) -> bool {
    let kept = state.kept().try_get_untracked();
    kept.and_then(|kept| kept.fold(key)).unwrap_or(is_open)
}

/// Keeps whether a fold is open.
pub(in crate::widget) fn keep_fold(state: State, key: &str, is_open: bool) {
    if let Some(mut kept) = state.kept().try_get_untracked() {
        kept.set_fold(key, is_open);
        state.kept().try_set(kept);
    }
}

/// Keeps whether a disclosure is open that has been opened or closed, and tells that. One that comes open tells of
/// it, too, though nobody has opened it.
fn keep(state: State, key: &str, from_the_start: bool, event: &web_sys::Event) -> bool {
    let details = event.current_target();
    let details = details.map(JsCast::unchecked_into::<web_sys::Element>);
    let is_open = details.is_some_and(|details| details.has_attribute("open"));
    if kept_fold(state, key, from_the_start) != is_open {
        keep_fold(state, key, is_open);
    }
    is_open
}

/// What is seen of a fold while it is closed: an icon, and a sentence that is an answer already.
pub(in crate::widget) fn fold_summary(path: &'static str, title: impl IntoNode) -> Element {
    tag::summary()
        .child(icon(path))
        .child(tag::span().class("fold-title").child(title))
        .child(icon(FOLD).class("icon fold-mark"))
}
