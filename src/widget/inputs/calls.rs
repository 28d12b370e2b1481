//! Minutes, given as calls.

use std::sync::Arc;

use leptos::prelude::*;

use super::entry::{Bounds, Entry, Take};
use crate::card::{Dimension, MAX_QUANTITY};
use crate::engine::Calls;
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// A number of calls and their length, as often as needed, with the minutes that they come to.
pub(in crate::widget) fn calls_fields(state: State, dimension: Dimension) -> Node {
    let id = StoredValue::new(dimension.id.clone());
    let known = Memo::new(move |_| {
        let known = state.question().zip(id.try_get_value());
        known.map_or_else(Vec::new, |(q, id)| q.calls_for(&id).to_vec())
    });
    let number = Memo::new(move |_| known.try_get().map_or(0, |calls| calls.len()));
    let number = move || number.try_get().unwrap_or_default();
    // One more than there are, for calls of another length.
    let places = move || (0..=number()).collect();
    let open = number() > 0;
    let minutes = Memo::new(move |_| {
        if number() == 0 {
            return None;
        }
        let picture = state.picture()?;
        let id = id.try_get_value()?;
        let mut quotas = picture.chosen()?.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == id)?;
        let unit = picture.card.dimension(&id)?.unit.clone();
        Some(Word::new("ui-calls-minutes").with("minutes", Arg::Quantity(quota.demand, unit)))
    });

    tag::details()
        .part("calls")
        .class("calls")
        .attr("open", open)
        .attr("data-calls", dimension.id.to_string())
        .child(tag::summary().child(say(state, "ui-calls")))
        .child(tag::p().class("help").child(say(state, "ui-calls-help")))
        .child(each(places, usize::to_string, move |place| {
            calls_row(state, id, place, known)
        }))
        .child(
            tag::p()
                .class("calls-minutes")
                .attr("data-calls-minutes", "")
                .child(move || minutes.try_get().flatten().map(|word| phrase(state, word))),
        )
        .into_node()
}

/// Calls of one length.
fn calls_row(state: State, id: StoredValue<Id>, place: usize, known: Memo<Vec<Calls>>) -> Node {
    const NONE: Calls = Calls {
        count: 0,
        seconds: 0,
    };
    let here = move || {
        let calls = known.try_get().and_then(|calls| calls.get(place).copied());
        calls.unwrap_or(NONE)
    };
    let set = move |calls: Calls| {
        if let Some(id) = id.try_get_value() {
            state.change(|question| question.set_calls(&id, place, calls));
        }
    };
    let of_count = move |count| {
        let seconds = untrack(here).seconds;
        set(Calls { count, seconds });
    };
    let of_seconds = move |seconds| {
        let count = untrack(here).count;
        set(Calls { count, seconds });
    };
    let at = id.try_with_value(|id| format!("calls-{id}-{place}"));
    let at = at.unwrap_or_default();

    tag::div()
        .class("calls-row")
        .child(calls_field(
            state,
            format!("{at}-count"),
            "ui-calls-count",
            Memo::new(move |_| here().count),
            Arc::new(of_count),
        ))
        .child(tag::span().attr("aria-hidden", "true").child("×"))
        .child(calls_field(
            state,
            format!("{at}-seconds"),
            "ui-calls-seconds",
            Memo::new(move |_| here().seconds),
            Arc::new(of_seconds),
        ))
        .into_node()
}

fn calls_field(state: State, at: String, label: &'static str, value: Memo<u64>, set: Take) -> Node {
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: 0,
    };
    let entry = Entry::new(state, bounds, value);
    let error = move || entry.error().map(|word| phrase(state, word));
    let error_at = format!("{at}-error");

    tag::div()
        .class("month")
        .child(
            tag::label()
                .class("month-label")
                .attr("for", at.clone())
                .child(say(state, label)),
        )
        .child(
            tag::div().class("box").child(
                entry
                    .input(at, error_at.clone(), set)
                    .holds("value", move || entry.text()),
            ),
        )
        .child(
            tag::p()
                .class("field-error")
                .attr("id", error_at)
                .attr("aria-live", "polite")
                .child(error),
        )
        .into_node()
}
