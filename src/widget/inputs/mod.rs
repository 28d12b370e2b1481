//! What is needed: a field for every dimension of the card, and the months.

pub(in crate::widget) mod bounds;
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

use leptos::prelude::untrack;

use crate::card::{Card, Dimension};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::legend;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::say;
use dimension::dimension_field;
use headings::{by_heading, heading};
use needs::needs;
use time::time;

/// The fields, which are others for another card. Where it is the same in another language, they stay, with what is
/// half written in them.
pub(in crate::widget) fn inputs(state: State) -> Node {
    let id = Memo::new(move |_| state.card().map(|card| card.id.clone()));
    let fields = move || {
        // A field that is new shows the day that holds: browsers do not tell half of one.
        state.understood(&Input::Start);
        let opened = Opened::new(state);
        move || {
            state
                .card()
                .map(|card| untrack(|| all(state, card, opened)))
        }
    };
    (move || id.get().map(|_| untrack(fields))).into_node()
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

/// What has a price first, the rest by the card's headings.
fn all(state: State, card: Arc<Card>, opened: Opened) -> Node {
    let (charged, others): (Vec<_>, Vec<_>) =
        card.dimensions.iter().partition(|d| card.is_charged(&d.id));
    let numbers = (!charged.is_empty()).then(|| {
        tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers"))
            .child(fields(state, &card, charged))
    });
    let others = others_by_heading(state, &card, others, opened.others);
    let time = time(state, &card);
    (numbers, time, needs(state, card, opened), others).into_node()
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
            .child(fields(state, card, dimensions))
    });
    let groups: Vec<_> = groups.collect();
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
