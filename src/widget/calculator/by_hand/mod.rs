//! Packs chosen by hand instead of the cheapest plan.

mod keys;
mod own;
mod row;

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, many, tag};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say};
use own::Own;
use row::row;

/// A switch from the plan to packs of one's own, and these as fields.
pub(in crate::widget) fn by_hand(state: State, charge: StoredValue<Id>) -> Node {
    let own = Own::new(state, charge);
    let hook = charge.try_get_value().map(|id| id.to_string());
    let id = format!("own-{}", hook.clone().unwrap_or_default());
    let chosen = Memo::new(move |_| own.is_chosen());
    let is_chosen = move || chosen.try_get().unwrap_or_default();
    let toggle = move |event| match event_target_checked(&event) {
        true => own.begin(),
        false => own.leave(),
    };
    let panel = {
        let id = id.clone();
        move || is_chosen().then(|| untrack(|| panel(own, &id)))
    };
    let switch = tag::label()
        .part("by-hand")
        .class("toggle")
        .attr("data-by-hand", hook)
        .child(
            tag::input()
                .attr("type", "checkbox")
                .class("check")
                .attr("id", id)
                .holds("checked", is_chosen)
                .on(ev::change, toggle),
        )
        .child(say(state, "ui-own"));
    (switch, panel).into_node()
}

/// The packs as rows, what can be done with them, and what comes of them.
fn panel(own: Own, id: &str) -> Node {
    let state = own.state;
    let id = String::from(id);
    let add = {
        let id = id.clone();
        move |event: MouseEvent| {
            if let Some(next) = own.next() {
                hand_over(&event, format!("#{id}-{next}-size"));
            }
            own.add();
        }
    };
    let switch = format!("#{id}");
    let back = move |event: MouseEvent| {
        hand_over(&event, switch.clone());
        own.leave();
    };
    let verdict = move || {
        let words = own.verdict().unwrap_or_default().into_iter();
        many(words.map(|word| tag::p().child(phrase(state, word))))
    };
    let button = || {
        tag::button()
            .part("button")
            .class("button")
            .attr("type", "button")
    };

    tag::div()
        .part("own-packs")
        .class("series")
        .attr("data-own-packs", move || own.rows().len().to_string())
        .child(
            tag::div()
                .class("own-rows")
                .child(each(move || own.rows(), usize::to_string, {
                    let id = id.clone();
                    move |key| row(own, &id, key)
                })),
        )
        .child(
            tag::div()
                .class("own-buttons")
                .child(
                    button()
                        .attr("id", format!("{id}-add"))
                        .on(ev::click, add)
                        .child(say(state, "ui-own-add")),
                )
                .child(
                    button()
                        .on(ev::click, back)
                        .child(say(state, "ui-own-back")),
                ),
        )
        .child(
            tag::div()
                .part("own-verdict")
                .class("own-verdict")
                .attr("aria-live", "polite")
                .child(verdict),
        )
        .into_node()
}
