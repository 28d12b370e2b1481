//! What is needed month by month.

mod demand;
mod fill;
mod growth;
mod months;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};
pub(super) use demand::Series;
use fill::fill;
use months::months;

/// Whether the months differ, and if so, a field for each.
pub(in crate::widget) fn by_month(
    state: State,
    id: String,
    series: Series,
    offered: bool,
    label: Arc<dyn Fn() -> String + Send + Sync>,
) -> Node {
    let worth = Memo::new(move |_| series.given() || offered && series.months() > 1);
    let worth = move || worth.try_get().unwrap_or_default();
    let id = StoredValue::new(id);

    (move || {
        let id = worth().then(|| id.try_get_value()).flatten()?;
        let (of, label) = (Arc::clone(&label), Arc::clone(&label));
        let panel = move || {
            let (id, label) = (id.clone(), Arc::clone(&of));
            let name =
                move || state.say(&Word::new("ui-series").with("dimension", Arg::Text(label())));
            let panel = move || {
                tag::div()
                    .part("series")
                    .class("series")
                    .attr("id", format!("{id}-months"))
                    .attr("role", "group")
                    .attr("aria-label", name)
                    .child(fill(state, id.clone(), series))
                    .child(months(state, id, series))
            };
            series.given().then(|| untrack(panel))
        };
        Some((
            tag::label()
                .part("by-month")
                .class("toggle")
                .child(
                    tag::input()
                        .attr("type", "checkbox")
                        .class("check")
                        .holds("checked", move || series.given())
                        .on(ev::change, move |event| {
                            series.toggle(event_target_checked(&event))
                        }),
                )
                .child(
                    tag::span().child(say(state, "ui-by-month")).child(
                        tag::span()
                            .class("visually-hidden")
                            .child(": ")
                            .child(move || label()),
                    ),
                ),
            panel,
        ))
    })
    .into_node()
}
