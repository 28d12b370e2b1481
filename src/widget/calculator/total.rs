//! The answer: the number that everything else explains.

use std::sync::Arc;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::{GetUntracked as _, NodeRef};

use super::copy_link::copy_link;
use super::due::due;
use super::exclusions::exclusions;
use super::fact::{Fact, around};
use super::roll::roll;
use crate::money::Amount;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::asked::Asked;
use crate::widget::shared::edition::{
    action_link, best_badge, contact, has_contact, lasts, trial_total,
};
use crate::widget::shared::stands_for::stands_for;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::average::{Monthly, monthly};
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// From so many characters on, the amount is written smaller, so that it stays on its line; and from so many on,
/// smaller still.
const LONG: usize = 8;
const LONGER: usize = 11;

/// Per month and for the whole time, with a place for the host's own buttons; `here` finds it again.
pub(super) fn total(state: State, here: NodeRef<Div>) -> Node {
    tag::div()
        .part("total")
        .node_ref(here)
        .attr("tabindex", "-1")
        .child(
            tag::p()
                .class("total-of")
                .child(tag::span().part("total-edition").child(edition_name(state)))
                .child(" ")
                .child(asked_for(state))
                .child(" ")
                .child(recommended(state, here)),
        )
        .child(headline(state))
        .child(
            tag::dl()
                .class("total-facts")
                .child(due(state))
                .child(whole_time(state)),
        )
        .child(stands_for(state))
        .child(exclusions(state))
        // The slot for the host's own buttons; without any, what the card has for the edition.
        .child(contact(state))
        .child(
            tag::slot()
                .attr("name", "action")
                .attr("hidden", move || has_contact(state))
                .child(action(state)),
        )
        .child(copy_link(state))
        .into_node()
}

/// What one can do who has chosen the edition, where the card says so.
fn action(state: State) -> Node {
    let action = state.memo(|picture| {
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        edition.action.clone()
    });
    (move || {
        let action = action.get()?;
        Some(action_link(state, &action).class("button filled"))
    })
    .into_node()
}

/// The answer once more, for who has scrolled past it: at the lower edge of a narrow place.
pub(super) fn docked(state: State) -> Node {
    let (month, on_request) = (month(state), on_request(state));
    let covers = move || Some(phrase(state, month.get()?.covers()));
    let amount = move || match month.get() {
        Some(month) => Some(state.argument(month.argument())),
        None => on_request
            .get()
            .map(|()| state.say(&Word::new("ui-on-request"))),
    };
    tag::div()
        .class("dock")
        // It says nothing that is not said above.
        .attr("aria-hidden", "true")
        .child(
            tag::span()
                .class("dock-month")
                .child(tag::span().class("dock-amount").child(amount))
                .child(" ")
                .child(tag::span().class("aside").child(covers)),
        )
        .child(tag::span().class("dock-edition").child(edition_name(state)))
        .into_node()
}

/// That the edition is the best for what is needed, or which one is, with a button that chooses that.
fn recommended(state: State, here: NodeRef<Div>) -> Node {
    let best = state.memo(|picture| {
        let best = picture.comparison.cheapest.as_ref()?;
        let is_chosen = picture.chosen()?.edition == *best;
        let edition = picture.card.edition(best)?;
        Some((is_chosen, edition.id.clone(), Arc::clone(&edition.label)))
    });
    (move || {
        let (is_chosen, id, label) = best.get()?;
        if is_chosen {
            return Some(best_badge(state));
        }
        let name = Arg::Label(id.clone(), label);
        let choose = move |_| {
            state.change(|question| question.item.edition = id.clone());
            // The button goes away.
            if let Some(total) = here.try_get_untracked().flatten() {
                let _ = total.focus();
            }
        };
        Some(
            tag::button()
                .attr("type", "button")
                .part("recommended")
                .on(ev::click, choose)
                .child(phrase(state, Word::new("ui-best-is").with("edition", name))),
        )
    })
    .into_node()
}

/// The name of the chosen edition.
fn edition_name(state: State) -> Node {
    (move || {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(say_label(state, &edition.label))
    })
    .into_node()
}

/// For how many of what is asked for first.
fn asked_for(state: State) -> Element {
    let asked = Memo::new(move |_| {
        let (card, question) = state.card().zip(state.question())?;
        let asked = Asked::all(&card, &question);
        (!asked.is_empty()).then(|| Asked::fill(&asked, Word::new("ui-for")))
    });
    tag::span()
        .class("aside")
        .child(move || asked.get().map(|word| phrase(state, word)))
}

/// What a month costs; nothing of a trial, which has none, and of what is sold on request.
fn month(state: State) -> Memo<Option<Monthly>> {
    state.memo(|picture| {
        let item = picture.chosen().filter(|_| picture.trial().is_none())?;
        Monthly::of(item, picture.request.months)
    })
}

/// That the chosen edition is sold on request.
fn on_request(state: State) -> Memo<Option<()>> {
    state.memo_of_chosen(|item| item.is_on_request().then_some(()))
}

/// What a month costs; of a trial, which has no months, what it costs in all; of what is sold on request,
/// that.
fn headline(state: State) -> Element {
    let on_request = on_request(state);
    let trial = trial_total(state);
    let month = month(state);
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
    let roll = roll(month);
    let class = move || {
        let amount = month.get().map(|month| state.argument(month.argument()));
        let length = match amount.map_or(0, |amount| amount.chars().count()) {
            0..LONG => "",
            LONG..LONGER => " long",
            _ => " longer",
        };
        let way = roll.try_get().map_or("", |(_, way)| way);
        format!("total-month{length}{way}")
    };

    tag::p()
        .attr("class", class)
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
    let is_average = move || month.get().is_some_and(|month| month.is_average);
    let average = move || {
        is_average().then(|| {
            let pill = tag::span()
                .class("average")
                .child(say(state, "ui-on-average"));
            (" ", pill).into_node()
        })
    };
    let unit = tag::span()
        .class("per-month")
        .child(say(state, "ui-per-month"))
        .child(average);
    let amount = monthly(state, move || month.get()).part("total-amount");
    (amount, " ", unit).into_node()
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
    let fact = state.memo(|picture| {
        let start = picture.request.start;
        if let Some(trial) = picture.trial() {
            let end = argument(Arg::Date(trial.end(start)?));
            return Some(Fact::new("ui-ends-on", end));
        }
        let total = Arg::Money(picture.chosen()?.total?, picture.card.currency);
        let months = Arg::Count(u64::from(picture.request.months));
        let time = Word::new("ui-whole-time").with("months", months);
        Some(Fact::new("ui-whole", argument(total)).noted(time))
    });

    around()
        .part("total-whole")
        .attr("data-total", "whole")
        .attr("data-value", exact)
        .attr("hidden", move || fact.get().is_none())
        .child(move || fact.get().map(|fact| fact.view(state)))
}
