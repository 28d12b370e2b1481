//! The calculator: what does it cost, and which edition fits?

mod by_hand;
mod calendar;
mod copy_link;
mod due;
mod earlier;
mod editions;
mod exclusions;
mod fact;
mod findings;
mod line_sources;
mod lines;
mod packs;
mod problems;
mod quotas;
mod roll;
mod schedule;
mod total;

use leptos::html::Div;
use leptos::prelude::*;

use crate::card::Edition;
use crate::engine::ItemEstimate;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::{further_inputs, main_input, needs_and_limits};
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::edition::on_request;
use crate::widget::shared::fault::fault;
use crate::widget::shared::sources::sources;
use crate::widget::state::{Picture, State};
use calendar::calendar;
use earlier::earlier_note;
use editions::editions;
use findings::{Findings, advice, best_advice};
use lines::lines;
use packs::packs;
use problems::problems;
use quotas::quotas;
use schedule::schedule;
use total::{docked, total};

/// The field that matters most, the answer, the other fields, the editions, and what explains the answer.
///
/// The document has them in the order in which they are read where there is one column.
pub(in crate::widget) fn calculator(state: State) -> Node {
    let card = move || state.card();
    let findings = Findings::new(state);
    let here = NodeRef::<Div>::new();

    tag::div()
        .part("calculator")
        .child(
            tag::div()
                .class("columns")
                .child(
                    tag::div()
                        .class("ask")
                        .child(fault(state))
                        .child(main_input(state)),
                )
                .child(
                    // What stays in sight is a box of its own, or it would run over what stands below its column.
                    tag::div().class("side").child(
                        tag::div()
                            .class("side-held")
                            .child(total(state, here))
                            .child(lines(state)),
                    ),
                )
                .child(tag::div().class("further").child(further_inputs(state)))
                .child(
                    tag::div()
                        .class("choose")
                        .child(move || card().map(|card| untrack(|| editions(state, card))))
                        .child(
                            tag::div()
                                .class("said")
                                .child(earlier_note(state))
                                .child(date_note(state))
                                .child(problems(state))
                                .child(on_request(state, "ui-only-on-request", is_only_choice))
                                .child(best_advice(state, findings, here))
                                .child(advice(state, findings)),
                        ),
                ),
        )
        .child(
            tag::div()
                .class("beneath")
                .child(quotas(state))
                .child(tag::div().class("folds").child(needs_and_limits(state))),
        )
        .child(
            tag::div()
                .class("schedule")
                .child(calendar(state))
                .child(schedule(state))
                .child(packs(state)),
        )
        .child(tag::footer().class("foot").child(sources(state)))
        .child(docked(state))
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
