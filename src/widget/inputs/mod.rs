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

use leptos::prelude::untrack;

use crate::card::{Card, Dimension};
use crate::widget::dom::{Element, IntoNode, Node, many, tag};
use crate::widget::shared::icon::PLUS;
use crate::widget::shared::pieces::{fold_summary, legend};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::say;
use dimension::dimension_field;
use field::Look;
use headings::{by_heading, heading};
use needs::needs;
use time::time;

/// All fields: what has a price first, the rest by the card's headings.
pub(in crate::widget) fn inputs(state: State) -> Node {
    (
        main_input(state),
        further_inputs(state),
        needs_and_limits(state),
    )
        .into_node()
}

/// The field that matters most: of what the card names first of all that has a price.
pub(in crate::widget) fn main_input(state: State) -> Node {
    let field = move |card: Arc<Card>, ()| {
        let dimension = charged(&card).next()?;
        let field = tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers").class("visually-hidden"))
            .child(dimension_field(state, &card, dimension.clone(), Look::Main));
        Some(field)
    };
    of_card(state, || (), field)
}

/// The other fields of what has a price, and the time that it is for.
pub(in crate::widget) fn further_inputs(state: State) -> Node {
    let fields = move |card: Arc<Card>, ()| {
        let others: Vec<_> = charged(&card).skip(1).collect();
        let numbers = (!others.is_empty()).then(|| {
            tag::fieldset()
                .part("inputs")
                .child(legend(state, "ui-further-numbers").class("visually-hidden"))
                .child(fields(state, &card, others))
        });
        (numbers, time(state, &card))
    };
    // A field that is new shows the day that holds: browsers do not tell half of one.
    of_card(state, move || state.understood(&Input::Start), fields)
}

/// The features and the limits that are needed, on demand.
pub(in crate::widget) fn needs_and_limits(state: State) -> Node {
    let folds = move |card: Arc<Card>, begun: Begun| {
        let others = card.dimensions.iter().filter(|d| !card.is_charged(&d.id));
        let others = others_by_heading(state, &card, others.collect(), begun.limits);
        (needs(state, card, begun), others)
    };
    of_card(state, move || Begun::new(state), folds)
}

/// What is made of a card. For another one it is made anew, and so is what it begins with; where it is the same card in
/// another language, what stands on the page stays, with the focus and what is half written in it.
fn of_card<B: Copy + Send + 'static, N: IntoNode>(
    state: State,
    begin: impl Fn() -> B + Send + 'static,
    view: impl Fn(Arc<Card>, B) -> N + Clone + Send + 'static,
) -> Node {
    let id = Memo::new(move |_| state.card().map(|card| card.id.clone()));
    let view = move || {
        let (begun, view) = (begin(), view.clone());
        move || {
            let card = state.card();
            card.map(|card| untrack(|| view(card, begun)))
        }
    };
    (move || id.get().map(|_| untrack(&view))).into_node()
}

/// How the features and limits that are needed begin.
#[derive(Clone, Copy)]
struct Begun {
    /// Whether features are needed.
    features: bool,
    /// Whether something is demanded that has no price: what the host demands is not to be hidden.
    limits: bool,
    /// What the features are searched for.
    search: RwSignal<String>,
}

impl Begun {
    fn new(state: State) -> Self {
        let asked = state.question().zip(state.card());
        let (features, limits) = asked.map_or((false, false), |(question, card)| {
            let mut demand = question.item.demand.iter();
            let limits = demand.any(|(id, _)| !card.is_charged(id));
            (!question.item.requires.is_empty(), limits)
        });
        Self {
            features,
            limits,
            search: RwSignal::new(String::new()),
        }
    }
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
