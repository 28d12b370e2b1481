//! The drawing against the demand with its axes, a slider for the demand, and all of it in words.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::legend::{crossings, legend};
use super::lines::{costs, demand_marks, dots, lines};
use super::table::table;
use crate::card::Dimension;
use crate::engine::Demand;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::axis::LENGTH;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{KeptAxis, Question, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The id of the drawing's title.
pub(super) const TITLE: &str = "chart-title";

/// The keys that move a slider up.
const UP: &[&str] = &["ArrowRight", "ArrowUp", "PageUp", "End"];

/// A dimension as it is drawn.
#[derive(Clone, Copy)]
struct Plot {
    state: State,
    dimension: StoredValue<Arc<Dimension>>,
    drawing: Memo<Option<Arc<Drawing>>>,
}

/// A dimension, drawn and in words.
pub(super) fn plot(state: State, dimension: Dimension) -> Node {
    let dimension = Arc::new(dimension);
    let drawing = {
        let dimension = Arc::clone(&dimension);
        Memo::new(move |before: Option<&Option<Arc<Drawing>>>| {
            let before = before.and_then(Option::as_ref);
            Drawing::new(state, &dimension, before).map(Arc::new)
        })
    };
    let unit = Arc::clone(&dimension.unit);
    let plot = Plot {
        state,
        dimension: StoredValue::new(dimension),
        drawing,
    };
    let crossings = {
        let unit = Arc::clone(&unit);
        move || crossings(state, &*drawing.get()?, &unit)
    };
    let title = move || plot.title();

    (
        figure(title).child(plot.area()),
        plot.legend(),
        crossings,
        table(state, drawing, &unit),
    )
        .into_node()
}

/// A drawing under its title.
pub(super) fn figure(title: impl Fn() -> Option<String> + Send + Sync + 'static) -> Element {
    let title = tag::figcaption()
        .class("heading")
        .attr("id", TITLE)
        .child(title);
    tag::figure()
        .class("plot")
        .attr("aria-labelledby", TITLE)
        .child(title)
}

impl Plot {
    fn title(self) -> Option<String> {
        let dimension = self.dimension.try_get_value()?;
        let label = Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label));
        let word = Word::new(match self.drawing.get()?.is_average() {
            true => "ui-chart-average",
            false => "ui-chart",
        });
        Some(self.state.say(&word.with("dimension", label)))
    }

    /// The drawing between its axes, and the slider along it.
    fn area(self) -> Element {
        let Self { state, drawing, .. } = self;
        let amounts = move || {
            let drawing = drawing.get()?;
            Some(costs(state, drawing.cost, drawing.card.currency))
        };
        let demands = move || Some(demand_marks(state, &*drawing.get()?));
        let marks = |class: &'static str| {
            let marks = tag::div().class(class).attr("aria-hidden", "true");
            marks.attr("translate", "no")
        };
        tag::div()
            .class("plot-area")
            .child(marks("marks marks-cost").child(amounts))
            .child(self.svg())
            .child(marks("marks marks-demand").child(demands))
            .child(self.slider())
    }

    fn svg(self) -> Element {
        let drawing = self.drawing;
        let here = move || {
            let drawing = drawing.get()?;
            let x = drawing.demand.place(drawing.now);
            Some(format!("M{x},0V{LENGTH}"))
        };
        tag::svg()
            .part("drawing")
            .attr("viewBox", "0 0 10000 10000")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(move || Some(lines(&*drawing.get()?)))
            .child(tag::path().class("here").attr("d", here))
            .child(move || Some(dots(&*drawing.get()?)))
    }

    /// The slider that changes the demand. Where it is moved on from its end, the axis reaches further.
    fn slider(self) -> Element {
        let Self {
            state,
            dimension,
            drawing,
        } = self;
        let slide = move |event| {
            if let Ok(number) = event_target_value(&event).parse::<u64>() {
                self.slide_to(number);
            }
        };
        let press = move |event: leptos::web_sys::KeyboardEvent| {
            if UP.contains(&&*event.key()) {
                self.reach_further();
            }
        };
        let axis = move || drawing.get().map(|drawing| drawing.demand);
        let name = move || Some(state.label(&dimension.try_get_value()?.label));
        let min = dimension.try_with_value(|dimension| dimension.min.to_string());
        tag::input()
            .attr("type", "range")
            .part("slider")
            .attr("min", min)
            .attr("max", move || axis().map(|axis| axis.top().to_string()))
            .attr("step", move || axis().map(|axis| axis.notch().to_string()))
            // A slider does not go beyond its end, which may have moved.
            .holds("value", move || {
                drawing.get().map(|drawing| drawing.now.to_string())
            })
            .attr("aria-label", name)
            .attr("aria-valuetext", move || {
                Some(state.argument(self.quantity()?))
            })
            .on(ev::input, slide)
            .on(ev::keydown, press)
            .on(ev::pointerup, move |_| self.reach_further())
    }

    /// Asks for a demand, and keeps the axis along which it was moved.
    fn slide_to(self, number: u64) {
        let Self {
            state, dimension, ..
        } = self;
        let Some((dimension, drawing)) = dimension
            .try_get_value()
            .zip(untrack(|| self.drawing.get()))
        else {
            return;
        };
        let number = number.clamp(dimension.min, dimension.max);
        let asked = untrack(|| state.question());
        let asked = asked.map_or(0, |question| of_month(&question, &dimension));
        // Calls come on top of what is asked, and stay.
        let calls = drawing.now.saturating_sub(asked);
        let number = number.saturating_sub(calls).max(dimension.min);
        self.keep(number.saturating_add(calls), drawing.demand.top());
        state.change(|question| set(question, &dimension, number));
    }

    /// Makes the axis longer, where the demand stands at its end.
    fn reach_further(self) {
        let drawing = untrack(|| self.drawing.get());
        if let Some(drawing) = drawing
            && drawing.now >= drawing.demand.top()
        {
            self.keep(drawing.now, drawing.demand.top().saturating_mul(2));
        }
    }

    fn keep(self, demand: u64, top: u64) {
        let Some((dimension, drawing)) = self
            .dimension
            .try_get_value()
            .zip(untrack(|| self.drawing.get()))
        else {
            return;
        };
        let kept = self.state.kept();
        if let Some(mut now) = kept.try_get_untracked() {
            now.axis = Some(KeptAxis {
                of: (drawing.card.product.clone(), dimension.id.clone()),
                top: top.min(dimension.max),
                demand,
            });
            kept.try_set(now);
        }
    }

    /// The demand in its unit.
    fn quantity(self) -> Option<Arg> {
        let unit = Arc::clone(&self.dimension.try_get_value()?.unit);
        Some(Arg::Quantity(self.drawing.get()?.now, unit))
    }

    /// What every line stands for, and what it comes to at the demand.
    fn legend(self) -> Element {
        let Self { state, drawing, .. } = self;
        let demand = move || {
            let word = Word::new("ui-chart-at").with("demand", self.quantity()?);
            Some(phrase(state, word))
        };
        // The entries hear of what they show themselves.
        let editions = Memo::new(move |_| {
            let drawing = drawing.get()?;
            let editions = drawing.curves.editions.iter();
            let names = editions.map(|curve| drawing.name(&curve.edition));
            Some(names.collect::<Vec<Option<Arg>>>())
        });
        let entries = move || {
            editions.get()?;
            untrack(|| Some(legend(state, &*drawing.get()?)))
        };
        tag::div()
            .class("legend-of-lines")
            .child(tag::h3().class("heading").child(demand))
            .child(tag::ul().child(entries))
    }
}

/// What is asked of a dimension in the first month.
fn of_month(question: &Question, dimension: &Dimension) -> u64 {
    let asked = question.demand_in(&dimension.id, 0);
    asked.unwrap_or(dimension.default)
}

/// Sets a demand: of a series, in the months that are asked about; what stands in it for later ones stays.
fn set(question: &mut Question, dimension: &Dimension, number: u64) {
    let demand = match question.demand_for(&dimension.id) {
        Some(Demand::Monthly(series)) => {
            let months = usize::try_from(question.months).unwrap_or_default();
            let mut series = series.clone();
            series.iter_mut().take(months).for_each(|at| *at = number);
            Demand::Monthly(series)
        }
        _ => Demand::Steady(number),
    };
    question.set_demand(&dimension.id, Some(demand));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn a_series_keeps_what_is_not_asked_about() {
        let card = crate::catalog().card("chat/2024-07-22").unwrap().clone();
        let mau = card.dimension("mau").unwrap();
        let mut question = Question::new(Date::FIRST);
        question.set_demand(&mau.id, Some(Demand::Monthly(vec![5, 5, 9])));
        question.months = 2;
        set(&mut question, mau, 7);
        let kept = question.demand_for("mau").cloned();
        assert_eq!(kept, Some(Demand::Monthly(vec![7, 7, 9])));
        question.set_demand(&mau.id, None);
        set(&mut question, mau, 7);
        assert_eq!(question.demand_for("mau"), Some(&Demand::Steady(7)));
    }
}
