//! The widget as a whole: the product's name, the tabs, and the view that is shown.

mod announce;
mod framed;
mod link_notice;
mod panel;
mod question;
mod tabs;
#[cfg(not(target_arch = "wasm32"))]
mod waiting;

use leptos::prelude::*;

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::part::Part;
use crate::widget::products::back_to_products;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::views::wanted;
use crate::widget::words::phrase::{say, say_label};
use announce::announce;
pub(in crate::widget) use framed::framed;
use link_notice::link_notice;
use panel::panel;
use question::question;
use tabs::{tab_id, tabs};
#[cfg(not(target_arch = "wasm32"))]
use waiting::waiting;

/// One view, or several behind tabs; only the one that is shown is on the page.
///
/// What is asked lives in the [`State`], so that it stays when another view comes.
pub(in crate::widget) fn shell(state: State, part: Part) -> Node {
    let name = name(state);
    let id = move || state.card().map(|card| card.id.to_string());
    let views = Memo::new(move |_| state.views());
    let wanted = Memo::new(move |_| wanted(state));
    let shown = move || wanted.try_get().flatten();
    let several = move || views.try_with(|views| views.len() > 1).unwrap_or_default();
    let has_tabs = move || several() && shown().is_some();
    let labelled = move || shown().filter(|_| several()).map(tab_id);

    let widget = tag::section()
        .part("widget")
        .class("widget")
        .attr("lang", move || state.language())
        // All languages that there are sentences in are written from left to right.
        .attr("dir", "ltr")
        .attr("aria-labelledby", "name")
        .attr("data-rate-card", id)
        .attr("data-view", move || shown().map(|view| view.name))
        .attr("data-stale", move || state.is_stale().then_some("entry"))
        .child(back_to_products(state))
        .child(
            tag::header()
                .class("head")
                .child(
                    tag::h2()
                        .part("name")
                        .attr("id", "name")
                        .attr("tabindex", "-1")
                        .child(name),
                )
                .child(move || {
                    has_tabs().then(|| untrack(|| tabs(state, views.try_get().unwrap_or_default())))
                }),
        )
        .child(link_notice(state))
        .child(panel(state, part, wanted, labelled))
        .child(announce(state));
    // What is rendered natively waits for what answers to the visitor.
    #[cfg(not(target_arch = "wasm32"))]
    let widget = widget.child(waiting(state));
    framed(widget).into_node()
}

/// What is asked; where no view asks anything, what it is asked of.
fn name(state: State) -> Node {
    let question = question(state);
    (move || match state.is_open() {
        true => Some(say(state, "ui-products")),
        false => match question.get() {
            Some(question) => Some(question.view(state)),
            None => state.card().map(|card| say_label(state, &card.label)),
        },
    })
    .into_node()
}
