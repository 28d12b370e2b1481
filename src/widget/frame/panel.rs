//! The panel: the view that is shown, and what is said while it is being loaded.

use leptos::ev;
use leptos::prelude::*;

use super::tabs::PANEL;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::part::Part;
use crate::widget::signals::Memo;
use crate::widget::state::{State, View};
use crate::widget::views::{is_there, show};
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::say;

/// What stands in the panel.
#[derive(Clone, Copy, Default, PartialEq)]
enum Content {
    /// Nothing, while the first view is on its way.
    #[default]
    Nothing,
    /// A view; all products, where it is `None`.
    View(Option<View>),
    /// That a view could not be loaded.
    Failure,
}

/// How far the view is that is wanted.
enum Progress {
    Loaded(Option<View>),
    Loading,
    Failed,
}

/// The view that is wanted. Until it has been loaded, the one before it stays, so that nothing around it
/// moves; `label` is the id of what it is called by.
pub(super) fn panel(
    state: State,
    part: Part,
    wanted: Memo<Option<View>>,
    label: impl Fn() -> Option<String> + Clone + Send + 'static,
) -> Node {
    let progress = move || {
        let has_failed = part.has_failed();
        match wanted.try_get().flatten() {
            view if is_there(view) => Progress::Loaded(view),
            _ if has_failed => Progress::Failed,
            _ => Progress::Loading,
        }
    };
    let content = Memo::new(move |before: Option<&Content>| match progress() {
        Progress::Loaded(view) => Content::View(view),
        Progress::Failed => Content::Failure,
        Progress::Loading => match before {
            Some(Content::View(before)) => Content::View(*before),
            _ => Content::Nothing,
        },
    });
    let is_busy = Memo::new(move |_| matches!(progress(), Progress::Loading));
    let is_busy = move || is_busy.try_get().unwrap_or_default();
    load(part, wanted, is_busy);
    let shown = move || {
        let content = content.try_get().unwrap_or_default();
        untrack(|| match content {
            Content::Nothing => Node::default(),
            Content::View(view) => show(view, state),
            Content::Failure => failure(state, part),
        })
    };
    let has_label = {
        let label = label.clone();
        move || label().map(|_| "tabpanel")
    };

    // Outside of the panel: of what is busy, screen readers tell nothing.
    let loading = move || is_busy().then(|| untrack(|| loading(state)));
    let panel = tag::div()
        .part("panel")
        .class("panel")
        .attr("id", PANEL)
        .attr("role", has_label)
        .attr("aria-labelledby", label)
        .attr("aria-busy", move || is_busy().then_some("true"))
        .child(shown);
    (loading, panel).into_node()
}

/// Has the part fetched when a view of it is wanted, and again when another one is.
fn load(part: Part, wanted: Memo<Option<View>>, is_busy: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        wanted.try_get();
        part.retry();
    });
    Effect::new(move |_| {
        if is_busy() {
            part.fetch();
        }
    });
}

fn loading(state: State) -> Node {
    tag::p()
        .part("loading")
        .class("loading")
        .attr("role", "status")
        .child(say(state, "ui-view-loading"))
        .into_node()
}

/// That the view could not be loaded, and the way to try again.
fn failure(state: State, part: Part) -> Node {
    let retry = move |event| {
        // The button goes away.
        hand_over(&event, String::from("#name"));
        part.retry();
    };
    tag::div()
        .part("failure")
        .class("failure")
        .child(
            tag::p()
                .part("error")
                .class("error")
                .attr("role", "alert")
                .child(say(state, "ui-view-failed")),
        )
        .child(
            tag::button()
                .attr("type", "button")
                .part("button")
                .class("button")
                .attr("id", "retry")
                .on(ev::click, retry)
                .child(say(state, "ui-try-again")),
        )
        .into_node()
}
