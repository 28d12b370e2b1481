//! A field for each month.

use std::sync::Arc;

use leptos::ev;
use leptos::web_sys::ClipboardEvent;

use super::Series;
use crate::widget::dom::{Element, each, tag};
use crate::widget::inputs::entry::Entry;
use crate::widget::inputs::pieces::small_field;
use crate::widget::signals::Memo;
use crate::widget::state::{Input, State};

/// The months in their order.
pub(super) fn months(state: State, id: String, series: Series) -> Element {
    let all = move || (0..series.months()).collect();
    let row = move |number| month(state, &id, series, number);
    tag::ol()
        .class("months")
        .child(each(all, usize::to_string, row))
}

/// A month.
fn month(state: State, id: &str, series: Series, month: usize) -> Element {
    let value = Memo::new(move |_| series.in_month(month));
    let input = Input::DemandIn(series.dimension(), month);
    let entry = Entry::new(state, input, series.bounds, value);
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
    let id = format!("{id}-{month}");
    let error = format!("{id}-error");
    let input = entry
        .input(id.clone(), error.clone(), Arc::new(set))
        .holds("value", move || entry.text())
        .on(ev::paste, paste);

    small_field(tag::li(), id, move || name.get(), input)
        .attr("data-month", month.to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(entry.error_text(error))
}
