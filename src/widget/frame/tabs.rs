//! Tabs, by the pattern of the ARIA Authoring Practices Guide.

use leptos::ev;
use leptos::ev::KeyboardEvent;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, window};

use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::state::{State, View};
use crate::widget::words::focus::focus_in;
use crate::widget::words::phrase::say;

/// The id of the panel that all tabs control.
pub(in crate::widget) const PANEL: &str = "panel";

/// The id of a view's tab.
pub(in crate::widget) fn tab_id(view: View) -> String {
    format!("tab-{}", view.name)
}

/// A tab for each view. One of them is in the order of the Tab key; the arrow keys, Home and End
/// show the others at once.
pub(in crate::widget) fn tabs(state: State, views: Vec<View>) -> Node {
    let press = {
        let views = views.clone();
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let shown = state.view();
            let key = match event.key() {
                key if is_mirrored(&event) => mirrored(key),
                key => key,
            };
            let Some(view) = shown.and_then(|shown| after(&views, shown, &key)) else {
                return;
            };
            event.prevent_default();
            state.choose_view(view);
            focus(&event, view);
        }
    };
    let tabs = views.into_iter().map(|view| {
        let is_shown = Memo::new(move |_| state.view() == Some(view));
        let is_shown = move || is_shown.get();
        tag::button()
            .attr("type", "button")
            .attr("role", "tab")
            .part("tab")
            .attr("id", tab_id(view))
            .attr("aria-controls", PANEL)
            .attr(
                "aria-selected",
                move || if is_shown() { "true" } else { "false" },
            )
            .attr("tabindex", move || if is_shown() { "0" } else { "-1" })
            .attr("data-view", view.name)
            .on(ev::click, move |_| state.choose_view(view))
            .child(say(state, view.title))
    });

    tag::div()
        .attr("role", "tablist")
        .part("tabs")
        .attr("aria-labelledby", "name")
        .on(ev::keydown, press)
        .child(many(tabs))
        .into_node()
}

/// Whether the tabs stand from right to left, as the layout does on a page that is written so.
fn is_mirrored(event: &KeyboardEvent) -> bool {
    let list = event.current_target();
    let list = list.and_then(|target| target.dyn_into::<Element>().ok());
    let style = list.and_then(|list| window()?.get_computed_style(&list).ok().flatten());
    let direction = style.and_then(|style| style.get_property_value("direction").ok());
    direction.as_deref() == Some("rtl")
}

/// The key that does the same where the tabs stand from left to right.
fn mirrored(key: String) -> String {
    match &*key {
        "ArrowRight" => String::from("ArrowLeft"),
        "ArrowLeft" => String::from("ArrowRight"),
        _ => key,
    }
}

/// The view that a key leads to.
fn after(views: &[View], shown: View, key: &str) -> Option<View> {
    let at = views.iter().position(|view| *view == shown)?;
    let found = match key {
        "ArrowRight" => views.get(at.saturating_add(1)).or(views.first()),
        "ArrowLeft" => match at.checked_sub(1) {
            Some(before) => views.get(before),
            None => views.last(),
        },
        "Home" => views.first(),
        "End" => views.last(),
        _ => None,
    };
    found.copied()
}

/// Moves the focus to a view's tab.
fn focus(event: &KeyboardEvent, view: View) {
    let list = event.current_target();
    let list = list.and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(list) = list {
        focus_in(&list, &format!("#{}", tab_id(view)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_where_they_point() {
        let led = |key: &str| mirrored(String::from(key));
        assert_eq!(led("ArrowRight"), "ArrowLeft");
        assert_eq!(led("ArrowLeft"), "ArrowRight");
        assert_eq!(led("Home"), "Home");
    }

    #[test]
    fn arrows_go_round() {
        let view = |name| View { name, title: "" };
        let all @ [first, second, third] = ["first", "second", "third"].map(view);
        assert_eq!(after(&all, first, "ArrowRight"), Some(second));
        assert_eq!(after(&all, third, "ArrowRight"), Some(first));
        assert_eq!(after(&all, first, "ArrowLeft"), Some(third));
        assert_eq!(after(&all, third, "ArrowLeft"), Some(second));
        assert_eq!(after(&all, second, "Home"), Some(first));
        assert_eq!(after(&all, second, "End"), Some(third));
        assert_eq!(after(&all, second, "Enter"), None);
        assert_eq!(after(&[second], third, "End"), None);
    }
}
