//! The chart: what every edition costs as the demand grows, or where that changes by month, what each month
//! costs.
//!
//! Drawn by attributes of SVG alone, and stretched: strokes keep their width, and what is to be read
//! stands over the drawing and beside it as text, so that it keeps its size on a narrow page.

mod by_month;
mod drawing;
mod findings;
mod legend;
mod lines;
mod over;
mod plot;
mod pointer;
mod series;
mod shown_as;
mod table;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::card::Dimension;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::edition::on_request;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::say;
use by_month::by_month;
use drawing::charged_dimensions;
use plot::plot;
use series::changing;

/// Cost against the demand of one dimension, or against the months where it changes, for every edition that
/// one can buy.
pub(in crate::widget) fn chart(state: State) -> Node {
    let card = state.memo(|picture| Some(picture.card.clone()));
    let dimensions = move || card.get().map(|card| charged_dimensions(&card));
    let dimension = Memo::new(move |_| {
        let dimensions = dimensions()?;
        let chosen = state.kept().try_get()?.dimension;
        let found = dimensions.iter().find(|d| Some(&d.id) == chosen.as_ref());
        found.or_else(|| dimensions.first()).cloned()
    });
    let is_series = Memo::new(move |_| {
        let drawn = state.picture().zip(dimension.get());
        drawn.is_some_and(|(picture, dimension)| changing(&picture, &dimension).is_some())
    });
    let several = move || dimensions().filter(|dimensions| dimensions.len() > 1);

    tag::div()
        .part("chart")
        .attr("data-dimension", move || {
            dimension.get().map(|dimension| dimension.id.to_string())
        })
        .attr("data-by", move || {
            dimension.get()?;
            Some(if is_series.get() { "month" } else { "demand" })
        })
        .child(stale_note(state))
        .child(date_note(state))
        .child(move || several().map(|dimensions| choice(state, dimensions)))
        .child(move || match (dimension.get(), is_series.get()) {
            (Some(dimension), true) => untrack(|| by_month(state, dimension)),
            (Some(dimension), false) => untrack(|| plot(state, dimension)),
            (None, _) => nothing(state).into_node(),
        })
        .child(on_request(state, "ui-chart-on-request", |_, _| true))
        .into_node()
}

/// Where the price depends on nothing, or none is published, there is nothing to draw.
fn nothing(state: State) -> Element {
    let id = move || {
        let card = state.card()?;
        let mut editions = card.editions.iter();
        let has_none = editions.all(|edition| card.is_on_request(edition));
        Some(say(
            state,
            if has_none {
                "ui-no-price"
            } else {
                "ui-chart-nothing"
            },
        ))
    };
    tag::p().class("help").child(id)
}

/// Which dimension is drawn.
fn choice(state: State, dimensions: Vec<Dimension>) -> Element {
    const ID: &str = "chart-dimension";
    let kept = state.kept();
    let chosen = kept.try_get_untracked().and_then(|kept| kept.dimension);
    let options = dimensions.into_iter().map(|Dimension { id, label, .. }| {
        let shown = Arc::clone(&label);
        tag::option()
            .attr("value", id.to_string())
            .attr("selected", chosen.as_ref() == Some(&id))
            .attr("lang", move || state.foreign(&label))
            .child(move || state.label(&shown))
    });
    let choose = move |event| {
        if let Some(mut now) = kept.try_get_untracked() {
            now.dimension = Some(Id::from(event_target_value(&event)));
            kept.try_set(now);
        }
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
