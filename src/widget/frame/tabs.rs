//! Tabs, by the pattern of the ARIA Authoring Practices Guide.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;

use crate::widget::View;
use crate::widget::state::State;
use crate::widget::words::focus::focus_in;
use crate::widget::words::phrase::Say;

/// The id of the panel that all tabs control.
pub(in crate::widget) const PANEL: &str = "panel";

/// The id of a view's tab.
pub(in crate::widget) fn tab_id(view: View) -> String {
    format!("tab-{}", view.as_str())
}

/// A tab for each view. One of them is in the order of the Tab key; the arrow keys, Home and End
/// show the others at once.
#[component]
pub(in crate::widget) fn Tabs(
    /// The widget.
    state: State,
    /// The views.
    views: Vec<View>,
) -> impl IntoView {
    let press = {
        let views = views.clone();
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let Some(view) = after(&views, state.view(), &event.key()) else {
                return;
            };
            event.prevent_default();
            state.choose_view(view);
            focus(&event, view);
        }
    };
    let tabs = views.into_iter().map(|view| {
        let is_shown = Memo::new(move |_| state.view() == view);
        let is_shown = move || is_shown.try_get().unwrap_or_default();
        view! {
            <button
                type="button"
                role="tab"
                part="tab"
                class="tab"
                id=tab_id(view)
                aria-controls=PANEL
                aria-selected=move || if is_shown() { "true" } else { "false" }
                tabindex=move || if is_shown() { "0" } else { "-1" }
                data-view=view.as_str()
                on:click=move |_| state.choose_view(view)
            >
                <Say state id=view.title() />
            </button>
        }
    });
    view! {
        <div role="tablist" part="tabs" class="tabs" aria-labelledby="name" on:keydown=press>
            {tabs.collect_view()}
        </div>
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
    fn arrows_go_round() {
        use View::{Calculator, Compare, Matrix};
        let all = [Calculator, Compare, Matrix];
        assert_eq!(after(&all, Calculator, "ArrowRight"), Some(Compare));
        assert_eq!(after(&all, Matrix, "ArrowRight"), Some(Calculator));
        assert_eq!(after(&all, Calculator, "ArrowLeft"), Some(Matrix));
        assert_eq!(after(&all, Matrix, "ArrowLeft"), Some(Compare));
        assert_eq!(after(&all, Compare, "Home"), Some(Calculator));
        assert_eq!(after(&all, Compare, "End"), Some(Matrix));
        assert_eq!(after(&all, Compare, "Enter"), None);
        assert_eq!(after(&[Compare], Matrix, "End"), None);
    }
}
