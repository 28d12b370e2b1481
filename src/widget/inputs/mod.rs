//! What is needed: a field for every dimension of the card, and the months.

pub(in crate::widget) mod bounds;
mod calls;
mod dimension;
pub(in crate::widget) mod entry;
mod examples;
mod explain;
pub(in crate::widget) mod field;
mod headings;
mod needs;
pub(in crate::widget) mod pieces;
pub(in crate::widget) mod read;
mod row;
mod scale;
mod series;
mod slider;
mod time;

use std::sync::Arc;

use leptos::prelude::untrack;

use crate::card::{Card, Dimension};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::icon::PLUS;
use crate::widget::shared::pieces::{fold, fold_summary, legend};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::say;
use dimension::dimension_field;
use field::Look;
use headings::{by_heading, heading};
use needs::needs;
pub(in crate::widget) use row::inputs_in_a_row;
use time::time;

/// The field that matters most.
pub(in crate::widget) fn main_input(state: State) -> Node {
    of_card(state, move |card, _| main_field(state, &card).into_node())
}

/// The other fields of what has a price, and the time that it is for.
pub(in crate::widget) fn further_inputs(state: State) -> Node {
    of_card(state, move |card, _| further(state, &card))
}

/// The features and the limits that are needed, on demand.
pub(in crate::widget) fn needs_and_limits(state: State) -> Node {
    of_card(state, move |card, opened| {
        needs_and_limits_of(state, card, opened)
    })
}

/// Fields, which are others for another card. Where it is the same in another language, they stay, with what is
/// half written in them.
fn of_card(
    state: State,
    fields: impl Fn(Arc<Card>, Opened) -> Node + Copy + Send + Sync + 'static,
) -> Node {
    let id = Memo::new(move |_| state.card().map(|card| card.id.clone()));
    let all = move || {
        // A field that is new shows the day that holds: browsers do not tell half of one.
        state.understood(&Input::Start);
        let opened = Opened::new(state);
        move || state.card().map(|card| untrack(|| fields(card, opened)))
    };
    (move || id.get().map(|_| untrack(all))).into_node()
}

/// What of the fields is open from the start, and what they are searched for.
#[derive(Clone, Copy)]
struct Opened {
    /// Whether features are needed.
    needs: bool,
    /// Whether something is demanded that has no price: what the host demands is not to be hidden.
    others: bool,
    /// What the features are searched for.
    search: RwSignal<String>,
}

impl Opened {
    fn new(state: State) -> Self {
        let asked = untrack(|| state.question().zip(state.card()));
        let (needs, others) = asked.map_or((false, false), |(question, card)| {
            let mut demand = question.item.demand.iter();
            let others = demand.any(|(id, _)| !card.is_charged(id));
            (!question.item.requires.is_empty(), others)
        });
        Self {
            needs,
            others,
            search: RwSignal::new(String::new()),
        }
    }
}

fn main_field(state: State, card: &Card) -> Option<Element> {
    let dimension = main(card)?;
    Some(
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers").class("visually-hidden"))
            .child(dimension_field(state, card, dimension.clone(), Look::Main)),
    )
}

fn further(state: State, card: &Card) -> Node {
    let main = main(card).map(|dimension| &dimension.id);
    let others = charged(card).filter(|dimension| Some(&dimension.id) != main);
    let others: Vec<_> = others.collect();
    let numbers = (!others.is_empty()).then(|| {
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-further-numbers").class("visually-hidden"))
            .child(fields(state, card, others, Look::Line))
    });
    (numbers, time(state, card)).into_node()
}

fn needs_and_limits_of(state: State, card: Arc<Card>, opened: Opened) -> Node {
    let others = card.dimensions.iter().filter(|d| !card.is_charged(&d.id));
    let others = others_by_heading(state, &card, others.collect(), opened.others);
    (needs(state, card, opened), others).into_node()
}

/// What matters most of all that has a price: what the sizes differ in that the card proposes, else what it names
/// first.
fn main(card: &Card) -> Option<&Dimension> {
    let differs = |dimension: &&Dimension| {
        let demand = card.examples.iter().flat_map(|example| &example.demand);
        let mut numbers = demand
            .filter(|(id, _)| *id == dimension.id)
            .map(|(_, number)| number);
        let first = numbers.next();
        first.is_some_and(|first| numbers.any(|number| number != first))
    };
    charged(card).find(differs).or_else(|| charged(card).next())
}

/// What has a price, in the card's order.
fn charged(card: &Card) -> impl Iterator<Item = &Dimension> {
    let dimensions = card.dimensions.iter();
    dimensions.filter(|dimension| card.is_charged(&dimension.id))
}

/// A field for each of several dimensions.
fn fields(state: State, card: &Card, dimensions: Vec<&Dimension>, look: Look) -> Element {
    let fields = dimensions.into_iter();
    let fields = fields.map(|dimension| dimension_field(state, card, dimension.clone(), look));
    tag::div().class("fields").child(many(fields))
}

/// What has no price, on demand.
fn others_by_heading(
    state: State,
    card: &Card,
    others: Vec<&Dimension>,
    is_open: bool,
) -> Option<Element> {
    let groups = by_heading(card, others, |dimension| dimension.group.as_ref());
    let groups = groups.into_iter().map(|(label, dimensions)| {
        tag::fieldset()
            .part("group")
            .child(
                tag::legend()
                    .class("legend")
                    .child(heading(state, label.cloned())),
            )
            .child(fields(state, card, dimensions, Look::Line))
    });
    let groups: Vec<_> = groups.collect();
    (!groups.is_empty()).then(|| {
        let around = tag::details().part("more-inputs").class("fold");
        fold(state, String::from("more-inputs"), is_open, around)
            .child(fold_summary(PLUS, say(state, "ui-other-needs")))
            .child(
                tag::p()
                    .class("help")
                    .child(say(state, "ui-other-needs-help")),
            )
            .child(groups)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_most_is_what_sizes_differ_in() {
        let catalog = crate::catalog();
        let main_of = |id: &str| {
            let card = catalog.card(id).unwrap();
            main(&card).map(|dimension| dimension.id.to_string())
        };
        assert_eq!(main_of("chat/2024-07-22").as_deref(), Some("mau"));
        assert_eq!(main_of("desk/2026-05-27").as_deref(), Some("licenses"));
        // No size says anything of applications.
        assert_eq!(
            main_of("voice-agent/2026-05-13").as_deref(),
            Some("concurrency")
        );
        assert_eq!(main_of("call/2024-07-22"), None);
    }
}
