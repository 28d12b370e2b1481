//! How it is billed, with what each way costs.

use leptos::ev;

use crate::card::{Billing, Card};
use crate::widget::dom::{Element, many, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// A radio button for each way of billing.
pub(super) fn billing(state: State, card: &Card) -> Element {
    let default = card.ways_of_billing().next();
    let chosen = Memo::new(move |_| state.question().and_then(|q| q.item.billing).or(default));
    let ways = card.ways_of_billing().map(|way| option(state, way, chosen));

    tag::fieldset()
        .class("ways")
        .child(tag::legend().class("label").child(say(state, "ui-billing")))
        .child(tag::div().class("ways-grid").child(many(ways)))
}

/// A way of billing.
fn option(state: State, way: Billing, chosen: Memo<Option<Billing>>) -> Element {
    let label = match way {
        Billing::Monthly => "ui-billing-monthly",
        Billing::Annual => "ui-billing-annual",
    };
    let cost = Memo::new(move |_| cost(state, way));
    let choose = move |_| {
        state.change(|question| question.item.billing = Some(way));
    };
    let button = tag::input()
        .attr("type", "radio")
        .attr("name", "billing")
        .class("check")
        .attr("value", way.as_str())
        .holds("checked", move || chosen.get() == Some(way))
        .on(ev::change, choose);

    tag::label()
        .part("billing")
        .class("way")
        .attr("data-billing", way.as_str())
        .child(button)
        .child(tag::span().class("way-name").child(say(state, label)))
        .child(
            tag::span()
                .class("help")
                .child(move || cost.get().map(|word| phrase(state, word))),
        )
}

/// What the chosen edition costs where it is billed in a way; nothing of a trial, which ends before, and of
/// what has no published price.
fn cost(state: State, way: Billing) -> Option<Word> {
    state
        .picture()
        .filter(|picture| picture.trial().is_none())?;
    let item = state.priced_if(|question| question.item.billing = Some(way))?;
    let months = state.question()?.months;
    let total = Arg::Money(item.total?, item.card.currency);
    let word = Word::new("ui-billing-cost").with("total", total);
    Some(word.with("months", Arg::Count(u64::from(months))))
}
