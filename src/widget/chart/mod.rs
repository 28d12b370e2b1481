//! The chart: what every edition costs as the demand grows.
//!
//! Drawn by attributes of SVG alone, and stretched: strokes keep their width, and what is to be read
//! stands beside the drawing as text, so that it keeps its size on a narrow page.

mod drawing;
mod legend;
mod lines;
mod plot;
mod table;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::card::Dimension;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::say;
use drawing::{Drawing, charged_dimensions};
use plot::plot;

/// Cost against the demand of one dimension, for every edition.
pub(in crate::widget) fn chart(state: State) -> Node {
    let chosen = RwSignal::new(None::<Id>);
    let card = state.memo(|picture| Some(picture.card.clone()));
    let dimensions = move || card.get().map(|card| charged_dimensions(&card));
    let dimension = Memo::new(move |_| {
        let dimensions = dimensions()?;
        let chosen = chosen.get();
        let found = dimensions.iter().find(|d| Some(&d.id) == chosen.as_ref());
        found.or_else(|| dimensions.first()).cloned()
    });
    let drawing = Memo::new(move |before: Option<&Option<Arc<Drawing>>>| {
        let before = before.and_then(Option::as_ref);
        Drawing::new(state, &dimension.get()?, before).map(Arc::new)
    });
    let several = move || dimensions().filter(|dimensions| dimensions.len() > 1);

    tag::div()
        .part("chart")
        .attr("data-dimension", move || {
            dimension.get().map(|dimension| dimension.id.to_string())
        })
        .child(stale_note(state))
        .child(date_note(state))
        .child(move || several().map(|dimensions| choice(state, dimensions, chosen)))
        .child(move || match dimension.get() {
            Some(dimension) => untrack(|| plot(state, dimension, drawing)),
            None => nothing(state).into_node(),
        })
        .into_node()
}

/// Where the price depends on nothing, there is nothing to draw.
fn nothing(state: State) -> Element {
    tag::p().class("help").child(say(state, "ui-chart-nothing"))
}

/// Which dimension is drawn.
fn choice(state: State, dimensions: Vec<Dimension>, chosen: RwSignal<Option<Id>>) -> Element {
    const ID: &str = "chart-dimension";
    let options = dimensions.into_iter().map(|Dimension { id, label, .. }| {
        let shown = Arc::clone(&label);
        tag::option()
            .attr("value", id.to_string())
            .attr("lang", move || state.foreign(&label))
            .child(move || state.label(&shown))
    });
    let choose = move |event| {
        chosen.try_set(Some(Id::from(event_target_value(&event))));
    };
    let field = tag::select()
        .part("input")
        .attr("id", ID)
        .on(ev::change, choose)
        .child(many(options));

    tag::div()
        .class("field chart-choice")
        .child(
            tag::label()
                .class("label")
                .attr("for", ID)
                .child(say(state, "ui-chart-by")),
        )
        .child(tag::div().class("box").child(field))
}
