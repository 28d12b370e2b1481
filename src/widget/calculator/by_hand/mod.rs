//! Packs chosen by hand instead of the cheapest plan.

mod keys;
mod packs;
mod row;

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, each, many, tag};
use crate::widget::shared::pieces::{button, checkbox};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say};
use packs::Packs;
use row::row;

/// A switch from the plan to packs that the visitor chooses, and these as fields.
pub(super) fn by_hand(state: State, charge: StoredValue<Id>) -> Node {
    let packs = Packs::new(state, charge);
    let hook = charge.try_get_value().map(|id| id.to_string());
    let id = format!("own-{}", hook.clone().unwrap_or_default());
    let is_chosen = Memo::new(move |_| packs.is_chosen());
    let toggle = move |event| match event_target_checked(&event) {
        true => packs.take_over_plan(),
        false => packs.plan_again(),
    };
    let switch = tag::label()
        .part("by-hand")
        .class("toggle")
        .attr("data-by-hand", hook)
        .child(
            checkbox("check")
                .attr("id", id.clone())
                .holds("checked", move || is_chosen.get())
                .on(ev::change, toggle),
        )
        .child(say(state, "ui-own"));
    let panel = move || is_chosen.get().then(|| untrack(|| panel(packs, &id)));
    (switch, panel).into_node()
}

/// The packs as rows, what can be done with them, and what comes of them.
fn panel(packs: Packs, id: &str) -> Element {
    let rows = {
        let id = String::from(id);
        move |key| row(packs, &id, key)
    };
    let rows = each(move || packs.rows(), usize::to_string, rows);

    tag::div()
        .part("own-packs")
        .class("series")
        .attr("data-own-packs", move || packs.rows().len().to_string())
        .child(tag::div().class("own-rows").child(rows))
        .child(buttons(packs, id))
        .child(verdict(packs))
}

/// A button that adds a pack, and one that goes back to the plan.
fn buttons(packs: Packs, id: &str) -> Element {
    let add = {
        let id = String::from(id);
        move |event: MouseEvent| {
            if let Some(next) = packs.next() {
                hand_over(&event, format!("#{id}-{next}-size"));
            }
            packs.add();
        }
    };
    let switch = format!("#{id}");
    let back = move |event: MouseEvent| {
        hand_over(&event, switch.clone());
        packs.plan_again();
    };
    let add = button(packs.state, "ui-own-add")
        .attr("id", format!("{id}-add"))
        .on(ev::click, add);
    let back = button(packs.state, "ui-own-back").on(ev::click, back);
    tag::div().class("own-buttons").child(add).child(back)
}

/// What the packs leave uncovered, and how they compare with the plan.
fn verdict(packs: Packs) -> Element {
    let verdict = move || {
        let words = packs.verdict().unwrap_or_default().into_iter();
        many(words.map(|word| tag::p().child(phrase(packs.state, word))))
    };
    tag::div()
        .part("own-verdict")
        .attr("aria-live", "polite")
        .child(verdict)
}
