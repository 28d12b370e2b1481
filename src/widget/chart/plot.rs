//! The drawing with its axes, a slider for the demand, and all of it in words.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::drawing::{Drawing, drawn_demand};
use super::legend::{crossings, legend};
use super::lines::{cost_marks, demand_marks, dots, lines};
use super::table::table;
use crate::card::Dimension;
use crate::engine::Demand;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::axis::LENGTH;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The id of the drawing's title.
const TITLE: &str = "chart-title";

/// A dimension as it is drawn.
#[derive(Clone, Copy)]
struct Plot {
    state: State,
    dimension: StoredValue<Arc<Dimension>>,
    demand: Memo<u64>,
    drawing: Memo<Option<Arc<Drawing>>>,
}

/// A dimension, drawn and in words.
pub(super) fn plot(
    state: State,
    dimension: Dimension,
    drawing: Memo<Option<Arc<Drawing>>>,
) -> Node {
    let dimension = Arc::new(dimension);
    let demand = {
        let dimension = Arc::clone(&dimension);
        Memo::new(move |_| {
            let question = state.question();
            question.map_or(dimension.default, |question| {
                drawn_demand(&question, &dimension)
            })
        })
    };
    let plot = Plot {
        state,
        dimension: StoredValue::new(Arc::clone(&dimension)),
        demand,
        drawing,
    };
    let unit = Arc::clone(&dimension.unit);
    let crossings = {
        let unit = Arc::clone(&unit);
        move || crossings(state, &*drawing.get()?, &unit)
    };

    (plot.figure(), plot.legend(), crossings, move || {
        Some(table(state, &*drawing.get()?, &unit))
    })
        .into_node()
}

impl Plot {
    /// The drawing under its title.
    fn figure(self) -> Element {
        let title = tag::figcaption()
            .class("heading")
            .attr("id", TITLE)
            .child(move || self.title());
        tag::figure()
            .class("plot")
            .attr("aria-labelledby", TITLE)
            .child(title)
            .child(self.area())
    }

    fn title(self) -> Option<String> {
        let dimension = self.dimension.try_get_value()?;
        let label = Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label));
        let word = Word::new("ui-chart").with("dimension", label);
        Some(self.state.say(&word))
    }

    /// The drawing between its axes, and the slider along it.
    fn area(self) -> Element {
        let Self { state, drawing, .. } = self;
        let costs = move || Some(cost_marks(state, &*drawing.get()?));
        let demands = move || Some(demand_marks(state, &*drawing.get()?));
        let marks = |class: &'static str| {
            let marks = tag::div().class(class).attr("aria-hidden", "true");
            marks.attr("translate", "no")
        };
        tag::div()
            .class("plot-area")
            .child(marks("marks marks-cost").child(costs))
            .child(self.svg())
            .child(marks("marks marks-demand").child(demands))
            .child(self.slider())
    }

    fn svg(self) -> Element {
        let Self { state, drawing, .. } = self;
        let place = move || {
            let drawing = drawing.get();
            drawing.map_or(0, |drawing| drawing.demand.place(self.demand.get()))
        };
        tag::svg()
            .part("drawing")
            .attr("viewBox", "0 0 10000 10000")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(move || Some(lines(&*drawing.get()?)))
            .child(
                tag::path()
                    .class("here")
                    .attr("d", move || format!("M{},0V{LENGTH}", place())),
            )
            .child(move || Some(dots(state, &*drawing.get()?, place())))
    }

    /// The slider that changes the demand.
    fn slider(self) -> Element {
        let Self {
            state,
            dimension,
            demand,
            drawing,
        } = self;
        let slide = move |event| {
            let number = event_target_value(&event).parse::<u64>().ok();
            if let Some((number, dimension)) = number.zip(dimension.try_get_value()) {
                let demand = Some(Demand::Steady(number));
                state.change(|question| question.set_demand(&dimension.id, demand));
            }
        };
        let axis = move || drawing.get().map(|drawing| drawing.demand);
        let name = move || Some(state.label(&dimension.try_get_value()?.label));
        tag::input()
            .attr("type", "range")
            .part("slider")
            .attr("min", "0")
            .attr("max", move || axis().map(|axis| axis.top().to_string()))
            .attr("step", move || axis().map(|axis| axis.notch().to_string()))
            // A slider does not go beyond its end, which may have moved.
            .holds("value", move || axis().map(|_| demand.get().to_string()))
            .attr("aria-label", name)
            .attr("aria-valuetext", move || {
                Some(state.argument(self.quantity()?))
            })
            .on(ev::input, slide)
    }

    /// The demand in its unit.
    fn quantity(self) -> Option<Arg> {
        let dimension = self.dimension.try_get_value()?;
        Some(Arg::Quantity(
            self.demand.get(),
            Arc::clone(&dimension.unit),
        ))
    }

    /// What every line stands for, and what it comes to at the demand.
    fn legend(self) -> Element {
        let Self { state, drawing, .. } = self;
        let demand = move || {
            let word = Word::new("ui-chart-at").with("demand", self.quantity()?);
            Some(phrase(state, word))
        };
        tag::div()
            .class("legend-of-lines")
            .child(tag::h3().class("heading").child(demand))
            .child(tag::ul().child(move || Some(legend(state, &*drawing.get()?))))
    }
}
