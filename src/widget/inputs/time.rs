//! From when, for how long, and how it is billed.

use std::sync::Arc;

use leptos::ev;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Event, HtmlInputElement};

use super::entry::Bounds;
use super::field::{Asked, NumberField};
use crate::calendar::Date;
use crate::card::{Billing, Card};
use crate::engine::MAX_MONTHS;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The months, the first day, and the ways of billing where there are several.
pub(in crate::widget) fn time(state: State, card: Arc<Card>) -> Node {
    let several = card.billing.len() > 1;
    let billing = several.then(|| ways(state, card));

    tag::fieldset()
        .part("time")
        .class("inputs")
        .child(
            tag::legend()
                .part("legend")
                .class("legend")
                .child(say(state, "ui-time")),
        )
        .child(
            tag::div()
                .class("fields")
                .child(months(state))
                .child(start(state)),
        )
        .child(billing)
        .into_node()
}

/// For how many months.
fn months(state: State) -> Node {
    let asked = Asked {
        id: String::from("months"),
        dimension: None,
        bounds: Bounds {
            min: 1,
            max: u64::from(MAX_MONTHS),
            default: 1,
        },
    };
    let value = Memo::new(move |_| {
        state
            .question()
            .map_or(1, |question| question.months.into())
    });
    let help = move || {
        let most = Arg::Count(u64::from(MAX_MONTHS));
        Some(Word::new("ui-months-help").with("max", most))
    };
    let unit = move || {
        let word =
            Word::new("ui-months-unit").with("months", Arg::Count(value.try_get().unwrap_or(1)));
        state.say(&word)
    };
    let set = move |number: u64| {
        let months = u32::try_from(number).unwrap_or(1);
        state.change(|question| question.months = months);
    };

    let field = NumberField {
        asked,
        label: Box::new(move || state.say(&Word::new("ui-months"))),
        unit: Box::new(unit),
        help: Box::new(help),
        hint: Memo::new(|_| None),
        value,
        range: Memo::new(|_| None),
        set: Arc::new(set),
        below: Node::Nothing,
    };
    field.view(state)
}

/// The first day.
fn start(state: State) -> Node {
    let wrong = RwSignal::new(false);
    let start = Memo::new(move |_| {
        let question = state.question()?;
        let day = question.start.or(question.as_of);
        Some(day.unwrap_or(question.today))
    });
    let text = move || start.try_get().flatten().map(|day| day.to_string());
    let take = move |event: Event| {
        let Some(input) = event.target() else {
            return;
        };
        let input: HtmlInputElement = input.unchecked_into();
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
            phrase(state, word)
        })
    };

    tag::div()
        .part("field")
        .class("field")
        .attr("data-start", text)
        .child(
            tag::label()
                .part("label")
                .class("label")
                .attr("for", "start")
                .child(move || state.say(&Word::new("ui-start"))),
        )
        .child(
            tag::div().class("box").child(
                tag::input()
                    .part("input")
                    .class("input")
                    .attr("id", "start")
                    .attr("type", "date")
                    .attr("min", Date::FIRST.to_string())
                    .attr("max", Date::LAST.to_string())
                    .holds("value", move || text().unwrap_or_default())
                    .attr("aria-invalid", move || {
                        wrong.try_get().unwrap_or_default().then_some("true")
                    })
                    .attr("aria-describedby", "start-error start-help")
                    .on(ev::input, take),
            ),
        )
        .child(
            tag::p()
                .part("field-error")
                .class("field-error")
                .attr("id", "start-error")
                .attr("aria-live", "polite")
                .child(error),
        )
        .child(
            tag::p()
                .part("help")
                .class("help")
                .attr("id", "start-help")
                .child(say(state, "ui-start-help")),
        )
        .into_node()
}

/// How it is billed, with what each way costs.
fn ways(state: State, card: Arc<Card>) -> Node {
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
        tag::label()
            .part("billing")
            .class("way")
            .attr("data-billing", way.as_str())
            .child(
                tag::input()
                    .attr("type", "radio")
                    .attr("name", "billing")
                    .class("check")
                    .attr("value", way.as_str())
                    .holds("checked", is_chosen)
                    .on(ev::change, choose),
            )
            .child(tag::span().class("way-name").child(say(state, label)))
            .child(
                tag::span()
                    .class("help")
                    .child(move || cost.try_get().flatten().map(|word| phrase(state, word))),
            )
    });
    let ways: Vec<_> = ways.collect();

    tag::fieldset()
        .class("ways")
        .child(tag::legend().class("label").child(say(state, "ui-billing")))
        .child(tag::div().class("ways-grid").child(ways))
        .into_node()
}
