//! A field for each month.

use std::sync::Arc;

use super::Series;
use super::paste::Paste;
use crate::widget::dom::{Element, each, tag};
use crate::widget::inputs::entry::Entry;
use crate::widget::inputs::pieces::small_field;
use crate::widget::inputs::read::{no_unit, words_of};
use crate::widget::signals::Memo;
use crate::widget::state::{Input, State};

/// The id of the field of a month.
pub(super) fn month_id(id: &str, month: usize) -> String {
    format!("{id}-{month}")
}

/// The months in their order.
pub(super) fn months(state: State, id: String, series: Series, paste: Paste) -> Element {
    let all = move || (0..series.months()).collect();
    let row = move |number| month(state, &id, series, paste, number);
    tag::ol()
        .class("months")
        .child(each(all, usize::to_string, row))
}

/// A month.
fn month(state: State, id: &str, series: Series, paste: Paste, month: usize) -> Element {
    let value = Memo::new(move |_| series.in_month(month));
    let name = Memo::new(move |_| series.begins(month).map(|begins| state.month(begins)));
    let set = move |number| {
        paste.forget();
        series.write(month, number);
        None
    };
    let unit = series
        .unit()
        .map_or_else(no_unit, |unit| words_of(state, unit));
    let input = Memo::new(move |_| Input::DemandIn(series.dimension(), month));
    let entry = Entry::new(state, input, series.bounds, unit, value, Arc::new(set));
    let id = month_id(id, month);
    let error = format!("{id}-error");
    let input = entry
        .input_for_cells(id.clone(), error.clone(), move |event| {
            paste.take(month, entry, &event)
        })
        .holds("value", move || entry.text());
    let feedback = entry.feedback(error, id.clone());

    small_field(tag::li(), id, move || name.get(), input)
        .attr("data-month", month.to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(feedback)
}
