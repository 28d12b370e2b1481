//! The calculator: what does it cost, and which edition fits?

mod by_hand;
mod calendar;
mod due;
mod earlier;
mod editions;
mod exclusions;
mod findings;
mod lines;
mod packs;
mod problems;
mod quotas;
mod schedule;
mod total;

use leptos::prelude::*;

use crate::card::Edition;
use crate::engine::ItemEstimate;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::inputs;
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::edition::on_request;
use crate::widget::shared::fault::fault;
use crate::widget::shared::sources::sources;
use crate::widget::state::{Picture, State};
use calendar::calendar;
use earlier::earlier_note;
use editions::editions;
use exclusions::exclusions;
use findings::{Findings, advice};
use lines::lines;
use packs::packs;
use problems::problems;
use quotas::quotas;
use schedule::schedule;
use total::total;

/// Editions side by side, inputs, and the total in sight of both.
pub(in crate::widget) fn calculator(state: State) -> Node {
    let card = move || state.card();
    let findings = Findings::new(state);

    tag::div()
        .part("calculator")
        .class("columns")
        .child(
            tag::div()
                .class("ask")
                .child(move || card().map(|card| untrack(|| editions(state, card))))
                .child(move || card().map(|card| untrack(|| inputs(state, card)))),
        )
        .child(
            tag::div()
                .class("answer")
                .child(total(state, findings))
                .child(earlier_note(state))
                .child(date_note(state))
                .child(move || card().map(|card| untrack(|| exclusions(state, card))))
                .child(fault(state))
                .child(problems(state))
                .child(on_request(state, "ui-only-on-request", is_only_choice))
                .child(lines(state))
                .child(quotas(state))
                .child(advice(state, findings)),
        )
        .child(
            tag::div()
                .class("schedule")
                .child(calendar(state))
                .child(schedule(state))
                .child(packs(state)),
        )
        .child(tag::div().class("foot").child(sources(state)))
        .into_node()
}

/// Whether an edition on request does what is needed, where the chosen one does not, and none with a
/// published price.
fn is_only_choice(picture: &Picture, edition: &Edition) -> bool {
    let does = |item: Option<&ItemEstimate>| item.is_some_and(ItemEstimate::fits);
    picture.comparison.cheapest.is_none()
        && !does(picture.chosen())
        && does(picture.edition(&edition.id))
}
