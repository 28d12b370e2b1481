//! The widget as a whole: the product's name, the tabs, and the view that is shown.

mod announce;
mod tabs;

use leptos::prelude::*;

use crate::widget::View;
use crate::widget::calculator::calculator;
use crate::widget::chart::chart;
use crate::widget::compare::compare;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::matrix::matrix;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use announce::announce;
use tabs::{PANEL, tab_id, tabs};

/// One view, or several behind tabs; only the one that is shown is on the page.
///
/// What is asked lives in the [`State`], so that it stays when another view comes.
pub(in crate::widget) fn shell(state: State) -> Node {
    let name = move || state.card().map(|card| state.label(&card.label));
    let id = move || state.card().map(|card| card.id.to_string());
    let views = Memo::new(move |_| state.views());
    let has_tabs = move || views.try_with(|views| views.len() > 1).unwrap_or_default();
    let shown = Memo::new(move |_| state.view());
    let panel = move || {
        let show = match shown.try_get().unwrap_or_default() {
            View::Calculator => calculator,
            View::Compare => compare,
            View::Matrix => matrix,
            View::Chart => chart,
        };
        untrack(|| show(state))
    };
    let labelled = move || has_tabs().then(|| tab_id(shown.try_get().unwrap_or_default()));

    tag::section()
        .part("widget")
        .class("widget")
        .attr("lang", move || state.language())
        .attr("aria-labelledby", "name")
        .attr("data-rate-card", id)
        .attr("data-view", move || shown.try_get().map(View::as_str))
        .child(
            tag::h2()
                .part("name")
                .attr("id", "name")
                .class("name")
                .child(name),
        )
        .child(move || {
            has_tabs().then(|| untrack(|| tabs(state, views.try_get().unwrap_or_default())))
        })
        .child(
            tag::div()
                .part("panel")
                .class("panel")
                .attr("id", PANEL)
                .attr("role", move || has_tabs().then_some("tabpanel"))
                .attr("aria-labelledby", labelled)
                .child(panel),
        )
        .child(announce(state))
        .into_node()
}
