//! The total: the number that everything else explains.

use leptos::html::Div;
use leptos::prelude::NodeRef;

use super::due::due;
use super::findings::{Findings, best_advice};
use crate::money::Amount;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::edition::{contact_of_chosen, has_contact, lasts, trial_total};
use crate::widget::shared::stands_for::stands_for;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::average::{Monthly, monthly};
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// Per month and for the whole time, with a place for the host's own buttons.
pub(super) fn total(state: State, findings: Findings) -> Node {
    let here = NodeRef::<Div>::new();
    let edition = move || {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(say_label(state, &edition.label))
    };

    (
        tag::div()
            .part("total")
            .node_ref(here)
            .attr("tabindex", "-1")
            .child(tag::p().part("total-edition").child(edition))
            .child(headline(state))
            .child(due(state))
            .child(whole_time(state))
            .child(stands_for(state))
            .child(contact_of_chosen(state))
            // The slot for the host's own buttons.
            .child(
                tag::slot()
                    .attr("name", "action")
                    .attr("hidden", move || has_contact(state)),
            ),
        best_advice(state, findings, here),
    )
        .into_node()
}

/// What a month costs; of a trial, which has no months, what it costs in all; of what is sold on request,
/// that.
fn headline(state: State) -> Element {
    let on_request = state.memo_of_chosen(|item| item.is_on_request().then_some(()));
    let trial = trial_total(state);
    let month = state.memo(|picture| {
        let item = picture.chosen().filter(|_| picture.trial().is_none())?;
        Monthly::of(item, picture.request.months)
    });
    let exact = move || match trial.get() {
        Some(total) => Some(total.to_string()),
        None => month.get().map(Monthly::exact),
    };
    let rounded = move || month.get()?.rounded();
    let text = move || match (on_request.get(), trial.get()) {
        (Some(()), _) => of_request(state).into_node(),
        (None, Some(total)) => of_trial(state, total),
        (None, None) => of_month(state, month),
    };

    tag::p()
        .class("total-month")
        .attr("data-total", "month")
        .attr("data-value", exact)
        .attr("data-rounded", rounded)
        .child(text)
}

fn of_request(state: State) -> Element {
    tag::span()
        .part("total-amount")
        .class("total-amount total-said")
        .child(say(state, "ui-on-request"))
}

fn of_month(state: State, month: Memo<Option<Monthly>>) -> Node {
    let covers = move || Some(phrase(state, month.get()?.covers()));
    (
        monthly(state, move || month.get()).part("total-amount"),
        " ",
        tag::span().class("per-month").child(covers),
    )
        .into_node()
}

fn of_trial(state: State, total: Amount) -> Node {
    let amount = match total.is_zero() {
        true => tag::span()
            .attr("data-value", "0")
            .child(say(state, "ui-free")),
        false => money(state, move || Some((total, state.card()?.currency))),
    };
    let length = state.memo(|picture| Some(picture.trial()?.length));
    let covers = move || Some(phrase(state, lasts(length.get()?)));
    (
        amount.part("total-amount"),
        " ",
        tag::span().class("per-month").child(covers),
    )
        .into_node()
}

/// What all months cost; of a trial, when it ends; of what is sold on request, nothing.
fn whole_time(state: State) -> Element {
    let exact = move || Some(state.picture()?.chosen()?.total?.to_string());
    let sentence = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        let start = picture.request.start;
        let edition = picture.card.edition(&item.edition)?;
        let word = match &edition.trial {
            None => Word::new("ui-total-whole")
                .with("total", Arg::Money(item.total?, picture.card.currency))
                .with("months", Arg::Count(u64::from(picture.request.months)))
                .with("start", Arg::Date(start)),
            Some(trial) => Word::new("ui-trial-ends").with("on", Arg::Date(trial.end(start)?)),
        };
        Some(phrase(state, word))
    };

    tag::p()
        .part("total-whole")
        .attr("data-total", "whole")
        .attr("data-value", exact)
        .child(sentence)
}
