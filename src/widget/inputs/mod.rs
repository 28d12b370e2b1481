//! What is needed: a field for every dimension of the card, and the months.

mod calls;
mod dimension;
pub(in crate::widget) mod entry;
mod explain;
mod field;
mod headings;
mod needs;
pub(in crate::widget) mod pieces;
pub(in crate::widget) mod read;
mod series;
mod time;

use std::sync::Arc;

use crate::card::{Card, Dimension};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::legend;
use crate::widget::state::State;
use crate::widget::words::phrase::say;
use dimension::dimension_field;
use headings::{by_heading, heading};
use needs::needs;
use time::time;

/// The fields: what has a price first, the rest by the card's headings.
pub(in crate::widget) fn inputs(state: State, card: Arc<Card>) -> Node {
    let (charged, others): (Vec<_>, Vec<_>) =
        card.dimensions.iter().partition(|d| card.is_charged(&d.id));
    let numbers = (!charged.is_empty()).then(|| {
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers"))
            .child(fields(state, &card, charged))
    });
    let others = others_by_heading(state, &card, others);
    let time = time(state, &card);
    (numbers, time, needs(state, card), others).into_node()
}

/// A field for each of several dimensions.
fn fields(state: State, card: &Card, dimensions: Vec<&Dimension>) -> Element {
    let fields = dimensions.into_iter().map(|dimension| {
        let is_charged = card.is_charged(&dimension.id);
        dimension_field(state, dimension.clone(), is_charged)
    });
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
            .class("more")
            .attr("open", is_open)
            .child(tag::summary().child(say(state, "ui-other-needs")))
            .child(
                tag::p()
                    .class("help")
                    .child(say(state, "ui-other-needs-help")),
            )
            .child(groups)
    })
}
