//! Minutes, given as calls.

use std::sync::Arc;

use leptos::prelude::*;

use super::bounds::Bounds;
use super::entry::{Entry, OnNumber};
use super::pieces::small_field;
use super::read::no_unit;
use crate::card::{Dimension, MAX_QUANTITY};
use crate::engine::Calls;
use crate::text::Id;
use crate::widget::dom::{Element, each, tag};
use crate::widget::shared::pieces::fold;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// A number of calls and their length, as often as needed, with the minutes that they come to.
pub(super) fn calls_fields(state: State, dimension: Dimension) -> Element {
    let hook = dimension.id.to_string();
    let id = StoredValue::new(dimension.id);
    let calls = state.memo_of_question(move |question| {
        let id = id.try_get_value()?;
        Some(question.calls_for(&id).to_vec())
    });
    let number = Memo::new(move |_| calls.get().map_or(0, |calls| calls.len()));
    // One more than there are, for calls of another length.
    let places = move || (0..=number.get()).collect();
    let is_open = number.get() > 0;
    let minutes = Memo::new(move |_| {
        if number.get() == 0 {
            return None;
        }
        let picture = state.picture()?;
        let id = id.try_get_value()?;
        let mut quotas = picture.chosen()?.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == id)?;
        let unit = picture.card.dimension(&id)?.unit.clone();
        Some(Word::new("ui-calls-minutes").with("minutes", Arg::Quantity(quota.demand, unit)))
    });

    let key = format!("calls-{hook}");
    let around = tag::details().part("calls").attr("data-calls", hook);
    fold(state, key, is_open, around)
        .child(tag::summary().child(say(state, "ui-calls")))
        .child(tag::p().class("help").child(say(state, "ui-calls-help")))
        .child(each(places, usize::to_string, move |place| {
            calls_row(state, id, place, calls)
        }))
        .child(
            tag::p()
                .class("calls-minutes")
                .attr("data-calls-minutes", "")
                .child(move || minutes.get().map(|word| phrase(state, word))),
        )
}

/// Calls of one length.
fn calls_row(
    state: State,
    id: StoredValue<Id>,
    place: usize,
    calls: Memo<Option<Vec<Calls>>>,
) -> Element {
    const NONE: Calls = Calls {
        count: 0,
        seconds: 0,
    };
    let calls = move || {
        let calls = calls.get().and_then(|calls| calls.get(place).copied());
        calls.unwrap_or(NONE)
    };
    let set = move |calls: Calls| {
        if let Some(id) = id.try_get_value() {
            state.change(|question| question.set_calls(&id, place, calls));
        }
    };
    let set_count = move |count| {
        let seconds = untrack(calls).seconds;
        set(Calls { count, seconds });
        None
    };
    let set_seconds = move |seconds| {
        let count = untrack(calls).count;
        set(Calls { count, seconds });
        None
    };
    let dimension = id.try_get_value().unwrap_or_else(|| Id::from(""));
    let row_id = format!("calls-{dimension}-{place}");

    tag::div()
        .class("calls-row")
        .child(calls_field(
            state,
            format!("{row_id}-count"),
            Input::CallCount(dimension.clone(), place),
            "ui-calls-count",
            Memo::new(move |_| calls().count),
            Arc::new(set_count),
        ))
        .child(tag::span().attr("aria-hidden", "true").child("×"))
        .child(calls_field(
            state,
            format!("{row_id}-seconds"),
            Input::CallSeconds(dimension, place),
            "ui-calls-seconds",
            Memo::new(move |_| calls().seconds),
            Arc::new(set_seconds),
        ))
}

fn calls_field(
    state: State,
    id: String,
    input: Input,
    label: &'static str,
    value: Memo<u64>,
    on_number: OnNumber,
) -> Element {
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: Some(0),
    };
    let input = Memo::new(move |_| input.clone());
    let entry = Entry::new(state, input, bounds, no_unit(), value, on_number);
    let error = format!("{id}-error");
    let input = entry
        .input(id.clone(), error.clone())
        .holds("value", move || entry.text());
    let feedback = entry.feedback(error, id.clone());
    small_field(tag::div(), id, say(state, label), input).child(feedback)
}
