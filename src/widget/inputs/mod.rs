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
mod scale;
mod series;
mod slider;
mod time;

use std::sync::Arc;

use crate::card::{Card, Dimension};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::icon::PLUS;
use crate::widget::shared::pieces::{fold_summary, legend};
use crate::widget::state::State;
use crate::widget::words::phrase::say;
use dimension::dimension_field;
use field::Look;
use headings::{by_heading, heading};
use needs::needs;
use time::time;

/// All fields: what has a price first, the rest by the card's headings.
pub(in crate::widget) fn inputs(state: State, card: Arc<Card>) -> Node {
    let first = main_input(state, &card);
    let further = further_inputs(state, &card);
    (first, further, needs_and_limits(state, card)).into_node()
}

/// The field that matters most.
pub(in crate::widget) fn main_input(state: State, card: &Card) -> Option<Element> {
    let dimension = main(card)?;
    Some(
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers").class("visually-hidden"))
            .child(dimension_field(state, card, dimension.clone(), Look::Main)),
    )
}

/// The other fields of what has a price, and the time that it is for.
pub(in crate::widget) fn further_inputs(state: State, card: &Card) -> Node {
    let main = main(card).map(|dimension| &dimension.id);
    let others = charged(card).filter(|dimension| Some(&dimension.id) != main);
    let others: Vec<_> = others.collect();
    let numbers = (!others.is_empty()).then(|| {
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-further-numbers").class("visually-hidden"))
            .child(fields(state, card, others))
    });
    (numbers, time(state, card)).into_node()
}

/// The features and the limits that are needed, on demand.
pub(in crate::widget) fn needs_and_limits(state: State, card: Arc<Card>) -> Node {
    let others = card.dimensions.iter().filter(|d| !card.is_charged(&d.id));
    let others = others_by_heading(state, &card, others.collect());
    (needs(state, card), others).into_node()
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
fn fields(state: State, card: &Card, dimensions: Vec<&Dimension>) -> Element {
    let fields = dimensions.into_iter();
    let fields =
        fields.map(|dimension| dimension_field(state, card, dimension.clone(), Look::Line));
    tag::div().class("fields").child(many(fields))
}

/// What has no price, on demand.
fn others_by_heading(state: State, card: &Card, others: Vec<&Dimension>) -> Option<Element> {
    let groups = by_heading(card, others, |dimension| dimension.group.as_ref());
    let groups = groups.into_iter().map(|(label, dimensions)| {
        tag::fieldset()
            .part("group")
            .child(
                tag::legend()
                    .class("legend")
                    .child(heading(state, label.cloned())),
            )
            .child(fields(state, card, dimensions))
    });
    let groups: Vec<_> = groups.collect();
    // What the host demands from the start is not to be hidden.
    let is_open = state.question().is_some_and(|question| {
        let mut demand = question.item.demand.iter();
        demand.any(|(id, _)| !card.is_charged(id))
    });
    (!groups.is_empty()).then(|| {
        tag::details()
            .part("more-inputs")
            .class("fold")
            .attr("open", is_open)
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
