//! The chart: what every edition costs as the demand grows.
//!
//! Drawn by attributes of SVG alone, and stretched: strokes keep their width, and what is to be read
//! stands beside the drawing as text, so that it keeps its size on a narrow page.

pub(in crate::widget) mod axis;
mod drawing;
mod legend;
mod lines;
mod table;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::card::Dimension;
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};
use axis::LENGTH;
use drawing::{Drawing, priced, steady};
use legend::{crossings, legend};
use lines::{cost_marks, demand_marks, here_marks, lines};
use table::table;

/// Cost against the demand of one dimension, for every edition.
pub(in crate::widget) fn chart(state: State) -> Node {
    let chosen = RwSignal::new(None::<Id>);
    let card = Memo::new(move |_| state.picture().map(|picture| picture.card.clone()));
    let dimensions = move || {
        let card = card.try_get().flatten()?;
        Some(priced(&card))
    };
    let dimension = Memo::new(move |_| {
        let known = dimensions()?;
        let wanted = chosen.try_get().flatten();
        let wanted = known.iter().find(|d| Some(&d.id) == wanted.as_ref());
        wanted.or_else(|| known.first()).cloned()
    });
    let drawing = Memo::new(move |before: Option<&Option<Arc<Drawing>>>| {
        let dimension = dimension.try_get().flatten()?;
        let before = before.and_then(Option::as_ref);
        Drawing::of(state, &dimension, before).map(Arc::new)
    });
    let several = move || dimensions().filter(|known| known.len() > 1);

    tag::div()
        .part("chart")
        .class("chart")
        .attr("data-dimension", move || {
            dimension.try_get().flatten().map(|d| d.id.to_string())
        })
        .child(move || several().map(|known| choice(state, known, chosen)))
        .child(move || {
            let dimension = dimension.try_get().flatten();
            match dimension {
                Some(dimension) => untrack(|| plot(state, dimension, drawing)),
                None => nothing(state),
            }
        })
        .into_node()
}

/// Where the price depends on nothing, there is nothing to draw.
fn nothing(state: State) -> Node {
    const CLASS: &str = "help";

    tag::p()
        .attr("class", CLASS)
        .child(say(state, "ui-chart-nothing"))
        .into_node()
}

/// Which dimension is drawn.
fn choice(state: State, known: Vec<Dimension>, chosen: RwSignal<Option<Id>>) -> Node {
    let options = known.into_iter().map(|Dimension { id, label, .. }| {
        let value = id.to_string();
        tag::option()
            .attr("value", value)
            .child(move || state.label(&label))
    });
    let options = many(options);
    let choose = move |event| {
        chosen.try_set(Some(Id::from(event_target_value(&event))));
    };
    const ID: &str = "chart-dimension";

    tag::div()
        .class("field chart-choice")
        .child(
            tag::label()
                .class("label")
                .attr("for", ID)
                .child(say(state, "ui-chart-by")),
        )
        .child(
            tag::div().class("box").child(
                tag::select()
                    .part("input")
                    .class("input")
                    .attr("id", ID)
                    .on(ev::change, choose)
                    .child(options),
            ),
        )
        .into_node()
}

/// The drawing with its axes, a slider for the demand, and all of it in words.
fn plot(state: State, dimension: Dimension, drawing: Memo<Option<Arc<Drawing>>>) -> Node {
    let Dimension {
        id, label, unit, ..
    } = dimension;
    let demand = {
        let (id, default) = (id.clone(), dimension.default);
        Memo::new(move |_| {
            let question = state.question();
            question.map_or(default, |question| steady(&question, &id, default))
        })
    };
    let demand = move || demand.try_get().unwrap_or_default();
    let drawing = move || drawing.try_get().flatten();
    let title = {
        let (id, label) = (id.clone(), Arc::clone(&label));
        move || {
            let of = Arg::Label(id.clone(), Arc::clone(&label));
            state.say(&Word::new("ui-chart").with("dimension", of))
        }
    };
    let place = move || drawing().map_or(0, |drawing| drawing.demand.place(demand()));
    let here = {
        let unit = Arc::clone(&unit);
        move || {
            let at = Arg::Quantity(demand(), Arc::clone(&unit));
            phrase(state, Word::new("ui-chart-at").with("demand", at))
        }
    };
    let slide = move |event| {
        let Ok(number) = event_target_value(&event).parse::<u64>() else {
            return;
        };
        let id = id.clone();
        state.change(|question| question.set_demand(&id, Some(Demand::Steady(number))));
    };
    let top = move || drawing().map(|drawing| drawing.demand.top());
    let step = move || drawing().map(|drawing| drawing.demand.notch().to_string());
    // A slider does not go beyond its end, which may have moved.
    let value = move || top().map(|_| demand().to_string());
    let slider_label = Arc::clone(&label);
    let spoken = {
        let unit = Arc::clone(&unit);
        move || state.argument(Arg::Quantity(demand(), Arc::clone(&unit)))
    };
    let tables_unit = Arc::clone(&unit);
    const LABEL: &str = "chart-title";

    (
        tag::figure()
            .class("plot")
            .attr("aria-labelledby", LABEL)
            .child(
                tag::figcaption()
                    .class("heading")
                    .attr("id", LABEL)
                    .child(title),
            )
            .child(
                tag::div()
                    .class("plot-area")
                    .child(
                        tag::div()
                            .class("marks marks-cost")
                            .attr("aria-hidden", "true")
                            .child(move || drawing().map(|drawing| cost_marks(state, &drawing))),
                    )
                    .child(
                        tag::svg()
                            .part("drawing")
                            .class("drawing")
                            .attr("viewBox", "0 0 10000 10000")
                            .attr("preserveAspectRatio", "none")
                            .attr("aria-hidden", "true")
                            .child(move || drawing().map(|drawing| lines(&drawing)))
                            .child(
                                tag::path()
                                    .class("here")
                                    .attr("d", move || format!("M{},0V{LENGTH}", place())),
                            )
                            .child(move || {
                                drawing().map(|drawing| here_marks(state, &drawing, place()))
                            }),
                    )
                    .child(
                        tag::div()
                            .class("marks marks-demand")
                            .attr("aria-hidden", "true")
                            .child(move || drawing().map(|drawing| demand_marks(state, &drawing))),
                    )
                    .child(
                        tag::input()
                            .attr("type", "range")
                            .part("slider")
                            .class("slider")
                            .attr("min", "0")
                            .attr("max", move || top().map(|top| top.to_string()))
                            .attr("step", step)
                            .holds("value", value)
                            .attr("aria-label", move || state.label(&slider_label))
                            .attr("aria-valuetext", spoken)
                            .on(ev::input, slide),
                    ),
            ),
        tag::div()
            .class("legend-of-lines")
            .child(tag::h3().class("heading").child(here))
            .child(tag::ul().child(move || drawing().map(|drawing| legend(state, &drawing)))),
        move || drawing().map(|drawing| crossings(state, &drawing, &unit)),
        move || drawing().map(|drawing| table(state, &drawing, &tables_unit)),
    )
        .into_node()
}
