//! The choice between the drawing and the table.

use leptos::ev;

use crate::widget::dom::{Element, IntoNode, tag};
use crate::widget::state::{Kept, State};
use crate::widget::words::phrase::say;
use crate::word::Word;

/// What is chosen above a drawing: how far it reaches, where that can be chosen, and whether it is shown at all.
pub(super) fn controls(state: State, ranges: impl IntoNode) -> Element {
    tag::div()
        .class("chart-head")
        .child(ranges)
        .child(shown_as(state))
}

/// Whether the drawing or the table is shown. Printed are both.
fn shown_as(state: State) -> Element {
    let kept = state.kept();
    let way = move |id: &'static str, name: &'static str, table: bool| {
        let choose = move |_| {
            if let Some(now) = kept.try_get_untracked() {
                kept.try_set(Kept { table, ..now });
            }
        };
        let input = tag::input()
            .attr("type", "radio")
            .attr("name", "chart-as")
            .attr("id", id)
            .holds("checked", move || {
                kept.try_get().is_some_and(|kept| kept.table == table)
            })
            .on(ev::change, choose);
        tag::label()
            .class("tab")
            .child(input)
            .child(say(state, name))
    };
    tag::div()
        .class("tabs")
        .attr("role", "radiogroup")
        .attr("aria-label", move || state.say(&Word::new("ui-chart-as")))
        .child(way("chart-as-drawing", "ui-view-chart", false))
        .child(way("chart-as-table", "ui-chart-table", true))
}
