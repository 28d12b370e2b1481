//! Sizes that the card proposes, to begin with one of them.

use std::sync::Arc;

use leptos::ev;

use crate::card::{Card, Example};
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::signals::Memo;
use crate::widget::state::{Input, Question, State};
use crate::widget::words::phrase::say_label;
use crate::word::Word;

/// A button for each size; nothing where the card proposes none. `shown` is the dimension whose number stands
/// beside the name.
pub(super) fn examples(state: State, card: &Card, shown: &Id) -> Option<Element> {
    let chips = card
        .examples
        .iter()
        .map(|example| chip(state, example, shown));
    let chips: Vec<_> = chips.collect();
    (!chips.is_empty()).then(|| {
        tag::div()
            .part("examples")
            .attr("role", "group")
            .attr("aria-label", move || state.say(&Word::new("ui-examples")))
            .child(chips)
    })
}

fn chip(state: State, example: &Example, shown: &Id) -> Element {
    let demand = Arc::new(example.demand.clone());
    let label = Arc::new(example.label.clone());
    let number = demand.iter().find(|(id, _)| id == shown);
    let number = number.map(|(_, number)| *number);
    let number = number.map(|number| {
        tag::span()
            .class("chip-number")
            .attr("translate", "no")
            .child(move || state.number(number))
    });
    let is_asked = {
        let demand = Arc::clone(&demand);
        Memo::new(move |_| state.question().is_some_and(|q| is_asked(&q, &demand)))
    };
    let take = move |_| {
        for (id, _) in demand.iter() {
            state.understood(&Input::Demand(id.clone()));
        }
        state.change(|question| {
            for (id, number) in demand.iter() {
                question.set_demand(id, Some(Demand::Steady(*number)));
            }
        });
    };
    tag::button()
        .attr("type", "button")
        .part("example")
        // What is pressed before this answers is found again by it.
        .attr("id", format!("example-{}", example.id))
        .attr("data-example", example.id.to_string())
        .attr("aria-pressed", move || match is_asked.get() {
            true => "true",
            false => "false",
        })
        .on(ev::click, take)
        .child(tag::span().child(move || say_label(state, &label)))
        .child(" ")
        .child(number)
}

/// Whether a question asks for exactly that.
fn is_asked(question: &Question, demand: &[(Id, u64)]) -> bool {
    demand
        .iter()
        .all(|(id, number)| question.demand_for(id) == Some(&Demand::Steady(*number)))
}
