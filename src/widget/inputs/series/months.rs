//! A field for each month.

use std::sync::Arc;

use leptos::ev;
use leptos::web_sys::ClipboardEvent;

use super::Series;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
use crate::widget::inputs::entry::Entry;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::phrase::phrase;

/// The months in their order.
pub(super) fn months(state: State, id: String, series: Series) -> Node {
    let id = StoredValue::new(id);
    let all = move || (0..series.months()).collect();

    tag::ol()
        .class("months")
        .child(each(all, usize::to_string, move |number| {
            month(
                state,
                id.try_get_value().unwrap_or_default(),
                series,
                number,
            )
        }))
        .into_node()
}

/// A month.
fn month(state: State, id: String, series: Series, month: usize) -> Node {
    let value = Memo::new(move |_| series.in_month(month));
    let entry = Entry::new(state, series.bounds, value);
    let name = Memo::new(move |_| series.begins(month).map(|begins| state.month(begins)));
    let set = move |number| series.write(month, &[number]);
    // A column or a row of a table, which is more than one field takes.
    let paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|d| d.get_data("text").ok());
        let text = text.unwrap_or_default();
        let cells = text.trim().split(['\n', '\r', '\t']);
        let cells = cells.filter(|cell| !cell.trim().is_empty());
        let numbers: Option<Vec<u64>> = cells.map(|cell| entry.read(cell)).collect();
        if let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) {
            event.prevent_default();
            entry.leave();
            series.write(month, &numbers);
        }
    };
    let error = move || entry.error().map(|word| phrase(state, word));
    let at = |what: &str| format!("{id}-{month}{what}");

    tag::li()
        .class("month")
        .attr("data-month", month.to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(
            tag::label()
                .class("month-label")
                .attr("for", at(""))
                .child(move || name.try_get().flatten()),
        )
        .child(
            tag::div().class("box").child(
                entry
                    .input(at(""), at("-error"), Arc::new(set))
                    .holds("value", move || entry.text())
                    .on(ev::paste, paste),
            ),
        )
        .child(
            tag::p()
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(error),
        )
        .into_node()
}
