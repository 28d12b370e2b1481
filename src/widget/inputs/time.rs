//! From when, for how long, and how it is billed.

use std::sync::Arc;

use leptos::ev::Targeted;
use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlInputElement};

use super::entry::Bounds;
use super::field::{Asked, NumberField};
use crate::calendar::Date;
use crate::card::{Billing, Card};
use crate::engine::MAX_MONTHS;
use crate::widget::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The months, the first day, and the ways of billing where there are several.
#[component]
pub(in crate::widget) fn Time(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let several = card.billing.len() > 1;
    let billing = several.then(|| view! { <Ways state card /> });
    view! {
        <fieldset part="time" class="inputs">
            <legend part="legend" class="legend">
                <Say state id="ui-time" />
            </legend>
            <div class="fields">
                <Months state />
                <Start state />
            </div>
            {billing}
        </fieldset>
    }
}

/// For how many months.
#[component]
fn Months(state: State) -> impl IntoView {
    let asked = Asked {
        id: String::from("months"),
        dimension: None,
        bounds: Bounds {
            min: 1,
            max: u64::from(MAX_MONTHS),
            default: 1,
        },
    };
    let months = Memo::new(move |_| state.question().map_or(1, |question| question.months));
    let months = move || u64::from(months.try_get().unwrap_or(1));
    let help = move || {
        let most = Arg::Count(u64::from(MAX_MONTHS));
        Some(Word::new("ui-months-help").with("max", most))
    };
    let unit = move || {
        let word = Word::new("ui-months-unit").with("months", Arg::Count(months()));
        state.say(&word)
    };
    let set = move |number: u64| {
        let months = u32::try_from(number).unwrap_or(1);
        state.change(|question| question.months = months);
    };
    view! {
        <NumberField
            state
            asked
            label=Signal::derive(move || state.say(&Word::new("ui-months")))
            unit=Signal::derive(unit)
            help=Signal::derive(help)
            hint=Signal::derive(|| None)
            value=Signal::derive(months)
            range=Signal::derive(|| None::<String>)
            set
        />
    }
}

/// The first day.
#[component]
fn Start(state: State) -> impl IntoView {
    let wrong = RwSignal::new(false);
    let start = Memo::new(move |_| {
        let question = state.question()?;
        let day = question.start.or(question.as_of);
        Some(day.unwrap_or(question.today))
    });
    let text = move || start.try_get().flatten().map(|day| day.to_string());
    let take = move |event: Targeted<Event, HtmlInputElement>| {
        let input = event.target();
        let text = input.value();
        let day = Date::parse(&text);
        // An empty field leaves it to the card; half a date is empty, too.
        let bad = day.is_none() && (!text.is_empty() || input.validity().bad_input());
        wrong.try_set(bad);
        if !bad {
            state.change(|question| question.start = day);
        }
    };
    let error = move || {
        let wrong = wrong.try_get().unwrap_or_default();
        wrong.then(|| {
            let word = Word::new("ui-bad-date")
                .with("first", Arg::Date(Date::FIRST))
                .with("last", Arg::Date(Date::LAST));
            view! { <Phrase state word /> }
        })
    };
    view! {
        <div part="field" class="field" data-start=text>
            <label part="label" class="label" for="start">
                {move || state.say(&Word::new("ui-start"))}
            </label>
            <div class="box">
                <input
                    part="input"
                    class="input"
                    id="start"
                    type="date"
                    min=Date::FIRST.to_string()
                    max=Date::LAST.to_string()
                    value=text()
                    prop:value=move || text().unwrap_or_default()
                    aria-invalid=move || wrong.try_get().unwrap_or_default().then_some("true")
                    aria-describedby="start-error start-help"
                    on:input:target=take
                />
            </div>
            <p part="field-error" class="field-error" id="start-error" aria-live="polite">
                {error}
            </p>
            <p part="help" class="help" id="start-help">
                <Say state id="ui-start-help" />
            </p>
        </div>
    }
}

/// How it is billed, with what each way costs.
#[component]
fn Ways(state: State, card: Arc<Card>) -> impl IntoView {
    let default = card.billing.first().copied();
    let chosen = Memo::new(move |_| state.question().and_then(|q| q.item.billing).or(default));
    let ways = card.billing.iter().map(|&way| {
        let is_chosen = move || chosen.try_get().flatten() == Some(way);
        let label = match way {
            Billing::Monthly => "ui-billing-monthly",
            Billing::Annual => "ui-billing-annual",
        };
        let cost = Memo::new(move |_| {
            let item = state.priced_if(|question| question.item.billing = Some(way))?;
            let months = state.question()?.months;
            let cost = Arg::Money(item.total, item.card.currency);
            let word = Word::new("ui-billing-cost").with("total", cost);
            Some(word.with("months", Arg::Count(u64::from(months))))
        });
        let choose = move |_| {
            state.change(|question| question.item.billing = Some(way));
        };
        view! {
            <label part="billing" class="way" data-billing=way.as_str()>
                <input
                    type="radio"
                    name="billing"
                    class="check"
                    value=way.as_str()
                    checked=is_chosen()
                    prop:checked=is_chosen
                    on:change=choose
                />
                <span class="way-name">
                    <Say state id=label />
                </span>
                <span class="help">
                    {move || cost.try_get().flatten().map(|word| view! { <Phrase state word /> })}
                </span>
            </label>
        }
    });
    let ways: Vec<_> = ways.collect();
    view! {
        <fieldset class="ways">
            <legend class="label">
                <Say state id="ui-billing" />
            </legend>
            <div class="ways-grid">{ways}</div>
        </fieldset>
    }
}
