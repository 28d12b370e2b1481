//! Minutes, given as calls.

use leptos::prelude::*;

use super::entry::{Bounds, Entry};
use crate::card::{Dimension, MAX_QUANTITY};
use crate::engine::Calls;
use crate::text::Id;
use crate::widget::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// A number of calls and their length, as often as needed, with the minutes that they come to.
#[component]
pub(in crate::widget) fn CallsFields(
    /// The widget.
    state: State,
    /// The dimension of minutes.
    dimension: Dimension,
) -> impl IntoView {
    let id = StoredValue::new(dimension.id.clone());
    let known = Memo::new(move |_| {
        let known = state.question().zip(id.try_get_value());
        known.map_or_else(Vec::new, |(q, id)| q.calls_for(&id).to_vec())
    });
    let number = Memo::new(move |_| known.try_get().map_or(0, |calls| calls.len()));
    let number = move || number.try_get().unwrap_or_default();
    // One more than there are, for calls of another length.
    let each = move || 0..number().saturating_add(1);
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
    view! {
        <details part="calls" class="calls" open=open data-calls=dimension.id.to_string()>
            <summary>
                <Say state id="ui-calls" />
            </summary>
            <p class="help">
                <Say state id="ui-calls-help" />
            </p>
            <For each key=|place| *place let:place>
                <CallsRow state id place known />
            </For>
            <p class="calls-minutes" data-calls-minutes="">
                {move || minutes.try_get().flatten().map(|word| view! { <Phrase state word /> })}
            </p>
        </details>
    }
}

/// Calls of one length.
#[component]
fn CallsRow(
    state: State,
    id: StoredValue<Id>,
    place: usize,
    known: Memo<Vec<Calls>>,
) -> impl IntoView {
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
    view! {
        <div class="calls-row">
            <CallsField
                state
                at=format!("{at}-count")
                label="ui-calls-count"
                value=Signal::derive(move || here().count)
                set=of_count
            />
            <span aria-hidden=HIDDEN>"×"</span>
            <CallsField
                state
                at=format!("{at}-seconds")
                label="ui-calls-seconds"
                value=Signal::derive(move || here().seconds)
                set=of_seconds
            />
        </div>
    }
}

/// By name: see `total.rs`.
const HIDDEN: &str = "true";

#[component]
fn CallsField(
    state: State,
    at: String,
    label: &'static str,
    value: Signal<u64>,
    set: impl Fn(u64) + Copy + Send + 'static,
) -> impl IntoView {
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: 0,
    };
    let entry = Entry::new(state, bounds, value);
    let error = move || entry.error().map(|word| view! { <Phrase state word /> });
    let write = move |text: String| {
        if let Some(number) = entry.write(text) {
            set(number);
        }
    };
    let error_at = format!("{at}-error");
    view! {
        <div class="month">
            <label class="month-label" for=at.clone()>
                <Say state id=label />
            </label>
            <div class="box">
                <input
                    part="input"
                    class="input"
                    id=at
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    value=entry.text()
                    prop:value=move || entry.text()
                    aria-invalid=move || entry.wrong().then_some("true")
                    aria-describedby=error_at.clone()
                    on:input=move |event| write(event_target_value(&event))
                    on:change=move |_| entry.leave()
                />
            </div>
            <p class="field-error" id=error_at aria-live="polite">
                {error}
            </p>
        </div>
    }
}
