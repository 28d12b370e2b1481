//! A pack as a row of fields.

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::own::Own;
use crate::card::MAX_QUANTITY;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::inputs::entry::{Bounds, Entry};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// A pack: when it is bought, how large it is, and a button that removes it.
pub(super) fn row(own: Own, id: &str, key: usize) -> Node {
    let state = own.state;
    let month = Memo::new(move |_| own.pack(key).map_or(0, |pack| pack.month));
    let month = move || month.try_get().unwrap_or_default();
    let size = Memo::new(move |_| own.pack(key).map_or(0, |pack| pack.quantity));
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: 0,
    };
    let entry = Entry::new(state, bounds, size);
    let refused = RwSignal::new(None::<Word>);
    let refusal = move || refused.try_get().flatten();
    let write = move |event| {
        let text = event_target_value(&event);
        let refusal = entry
            .read(&text)
            .and_then(|quantity| own.change(key, |pack| pack.quantity = quantity));
        match refusal {
            Some(_) => entry.hold(text),
            None => {
                entry.write(text);
            }
        }
        refused.try_set(refusal);
    };
    let leave = move |_| {
        if untrack(refusal).is_none() {
            entry.leave();
        }
    };
    let choose = move |event| {
        if let Ok(month) = event_target_value(&event).parse() {
            own.change(key, |pack| pack.month = month);
        }
    };
    let months = Memo::new(move |_| state.question().map_or(1, |question| question.months));
    let option = move |option: u32| {
        let name = move || {
            let picture = state.picture()?;
            let start = picture.request.start;
            let begins = picture.card.months.start_of(start, option)?;
            Some(state.date(begins))
        };
        tag::option()
            .attr("value", option.to_string())
            // The field cannot hold it before it is there.
            .attr("selected", month() == option)
            .child(name)
    };
    let options = move || {
        let months = months.try_get().unwrap_or_default();
        untrack(|| many((0..months).map(option)))
    };
    let number = move || {
        let place = own.place(key)?.saturating_add(1);
        let number = Arg::Count(u64::try_from(place).unwrap_or_default());
        Some(state.say(&Word::new("ui-own-pack").with("number", number)))
    };
    let at = |what: &str| format!("{id}-{key}{what}");
    let add = format!("#{id}-add");
    let remove = move |event: MouseEvent| {
        hand_over(&event, add.clone());
        own.remove(key);
    };
    let labelled = |what: &str, label: &'static str, field: Element| {
        let label = tag::label()
            .class("month-label")
            .attr("for", at(what))
            .child(say(state, label));
        let field = field.part("input").class("input").attr("id", at(what));
        let field = tag::div().class("box").child(field);
        tag::div().class("month").child(label).child(field)
    };

    tag::div()
        .class("own-row")
        .attr("role", "group")
        .attr("aria-label", number)
        .attr("data-own-month", move || month().to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(labelled(
            "-month",
            "ui-packs-on",
            tag::select()
                .holds("value", move || month().to_string())
                .on(ev::change, choose)
                .child(options),
        ))
        .child(labelled(
            "-size",
            "ui-packs-size",
            tag::input()
                .attr("type", "text")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .holds("value", move || entry.text())
                .attr("aria-invalid", move || {
                    (entry.wrong() || refusal().is_some()).then_some("true")
                })
                .attr("aria-describedby", at("-error"))
                .on(ev::input, write)
                .on(ev::change, leave),
        ))
        .child(
            tag::button()
                .part("button")
                .class("button")
                .attr("type", "button")
                .on(ev::click, remove)
                .child(say(state, "ui-own-remove")),
        )
        .child(
            tag::p()
                .part("field-error")
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(move || {
                    let word = entry.error().or_else(refusal)?;
                    Some(phrase(state, word))
                }),
        )
        .into_node()
}
