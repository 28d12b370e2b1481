//! The drawing against the demand with its axes, a slider for the demand, and all of it in words.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::findings::findings;
use super::legend::{COSTS, costs_at, legend, named};
use super::lines::{costs, dots, drawing as stretched, lines, marks, style, upright};
use super::over::{across, ends, note, over, pill, tip};
use super::pointer::pane;
use super::shown_as::controls;
use super::table::table;
use crate::card::Dimension;
use crate::engine::{Demand, Point};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::LENGTH;
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::state::{KeptAxis, Question, State};
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// The id of what is drawn, in words.
pub(super) const TITLE: &str = "chart-title";

/// The keys that move a slider up.
const UP: &[&str] = &["ArrowRight", "ArrowUp", "PageUp", "End"];
/// The most break-even points that are named in the drawing.
const MOST_TURNS: usize = 2;
/// The most findings beside the one that is the heading.
const MOST_FINDINGS: usize = 3;

/// A dimension as it is drawn.
#[derive(Clone, Copy)]
struct Plot {
    state: State,
    dimension: StoredValue<Arc<Dimension>>,
    drawing: Memo<Option<Arc<Drawing>>>,
    /// The demand that is pointed at.
    pointed: RwSignal<Option<u64>>,
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
        pointed: RwSignal::new(None),
    };
    let title = move || plot.title();
    (
        figure(move || plot.heading(), title)
            .child(controls(state, plot.ranges()))
            .child(plot.area()),
        plot.legend(),
        table(state, drawing, &unit),
        move || plot.findings(),
    )
        .into_node()
}

/// A drawing under what it shows, and what it is of.
pub(super) fn figure(
    heading: impl Fn() -> Option<Node> + Send + Sync + 'static,
    title: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Element {
    let caption = tag::figcaption()
        .child(heading)
        .child(tag::p().class("help").attr("id", TITLE).child(title));
    tag::figure()
        .class("plot")
        .attr("aria-labelledby", TITLE)
        .child(caption)
}

/// The name of an edition at the end of its line, with what that comes to.
pub(super) fn end(name: Node, amount: String, is_lead: bool) -> Element {
    tag::span()
        .class(if is_lead { "end lead-name" } else { "end" })
        .child(tag::span().class("end-name").child(name))
        .child(tag::span().attr("translate", "no").child(amount))
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

    /// The most telling of what the drawing shows.
    fn heading(self) -> Option<Node> {
        let unit = Arc::clone(&self.dimension.try_get_value()?.unit);
        let finding = findings(&*self.drawing.get()?, &unit).into_iter().next()?;
        let said = phrase(self.state, finding.word);
        let heading = tag::h3().class("heading").child(said);
        Some(hooks(heading, finding.turn).into_node())
    }

    /// What else it shows.
    fn findings(self) -> Option<Element> {
        let unit = Arc::clone(&self.dimension.try_get_value()?.unit);
        let findings = findings(&*self.drawing.get()?, &unit).into_iter().skip(1);
        let findings: Vec<Element> = findings
            .take(MOST_FINDINGS)
            .map(|finding| {
                let said = tag::li().child(phrase(self.state, finding.word));
                hooks(said, finding.turn)
            })
            .collect();
        let list = tag::ul().class("reads");
        (!findings.is_empty()).then(|| list.child(findings))
    }

    /// How far the axis may reach.
    fn ranges(self) -> Element {
        let state = self.state;
        let chip = move |(index, top): (usize, u64), now: u64| {
            tag::button()
                .attr("type", "button")
                .class("example")
                .attr("id", format!("chart-range-{index}"))
                .attr("aria-pressed", if top == now { "true" } else { "false" })
                .attr("translate", "no")
                .on(ev::click, move |_| self.reach(top))
                .child(state.number(top))
        };
        let chips = move || {
            let (drawing, dimension) = self.drawing.get().zip(self.dimension.try_get_value())?;
            let ranges = drawing.ranges(dimension.max).into_iter().enumerate();
            Some(many(ranges.map(|range| chip(range, drawing.demand.top()))))
        };
        tag::div()
            .class("ranges")
            .attr("role", "group")
            .attr("aria-labelledby", "chart-ranges")
            .child(
                tag::span()
                    .class("help")
                    .attr("id", "chart-ranges")
                    .child(say(state, "ui-chart-range")),
            )
            .child(chips)
    }

    /// The drawing between its axes, and the slider along it.
    fn area(self) -> Element {
        let Self { state, drawing, .. } = self;
        let amounts = move || {
            let drawing = drawing.get()?;
            Some(costs(state, drawing.cost, drawing.card.currency))
        };
        let demands = move || {
            let marks = drawing.get()?.demand.marks();
            let marks = marks.map(|mark| tag::span().class("mark").child(state.number(mark)));
            Some(many(marks))
        };
        let point = move |place| {
            let demand = untrack(|| drawing.get()).zip(place);
            let demand = demand.and_then(|(drawing, place)| drawing.nearest(place));
            if self.pointed.try_get_untracked() != Some(demand) {
                self.pointed.try_set(demand);
            }
        };
        let choose = move |place| {
            let drawing = untrack(|| drawing.get());
            if let Some(demand) = drawing.and_then(|drawing| drawing.nearest(place)) {
                self.slide_to(demand);
            }
        };
        tag::div()
            .class("plot-area")
            .child(
                tag::div()
                    .class("stage")
                    .child(self.svg())
                    .child(marks("over marks-cost").child(amounts))
                    .child(move || self.notes())
                    .child(move || self.tip())
                    .child(pane(point, choose)),
            )
            .child(move || self.ends())
            .child(marks("marks marks-demand").child(demands))
            .child(self.slider())
    }

    fn svg(self) -> Element {
        let drawing = self.drawing;
        let here = move || {
            let drawing = drawing.get()?;
            let places = (0..drawing.curves.editions.len())
                .map(|index| Some(drawing.place(&drawing.here(index)?)));
            Some(dots(drawing.lead, places))
        };
        let pointed = move || {
            let (drawing, demand) = self.pointed()?;
            let editions = drawing.curves.editions.iter().enumerate();
            let places = editions.map(|(index, curve)| {
                let point = drawing.point(index, curve, demand)?;
                Some(drawing.place(&point))
            });
            Some(dots(drawing.lead, places))
        };
        let cross = move || {
            let (drawing, demand) = self.pointed()?;
            Some(drawing.demand.place(demand))
        };
        stretched()
            .child(move || Some(lines(&*drawing.get()?)))
            .child(upright("here", move || {
                let drawing = drawing.get()?;
                Some(drawing.demand.place(drawing.now))
            }))
            .child(upright("cross", cross))
            .child(here)
            .child(pointed)
    }

    /// What is pointed at, as long as it is drawn.
    fn pointed(self) -> Option<(Arc<Drawing>, u64)> {
        let demand = self.pointed.get()?;
        let drawing = self.drawing.get()?;
        let points = &drawing.curves.editions.first()?.points;
        let is_there = points.iter().any(|point| point.demand == demand);
        is_there.then_some((drawing, demand))
    }

    /// What costs how much where the pointer stands.
    fn tip(self) -> Option<Element> {
        let state = self.state;
        let (drawing, demand) = self.pointed()?;
        let editions = drawing.curves.editions.iter().enumerate();
        let entries = editions.filter_map(|(index, curve)| {
            let point = drawing.point(index, curve, demand)?;
            let label = &drawing.card.edition(&curve.edition)?.label;
            let entry = named(state, style("line", index, drawing.lead), label);
            Some(entry.child(self.amount(&drawing, &point)))
        });
        let unit = Arc::clone(&self.dimension.try_get_value()?.unit);
        let quantity = tag::p().child(state.argument(Arg::Quantity(demand, unit)));
        let entries = tag::ul().child(many(entries));
        Some(tip(drawing.demand.place(demand), (quantity, entries)))
    }

    fn amount(self, drawing: &Drawing, point: &Point) -> Element {
        let amount = self.state.argument(drawing.monthly(point).argument());
        tag::span().attr("translate", "no").child(amount)
    }

    /// Where the visitor stands, where what is included ends, and where one edition takes over from another.
    fn notes(self) -> Option<Node> {
        let state = self.state;
        let drawing = self.drawing.get()?;
        let unit = Arc::clone(&self.dimension.try_get_value()?.unit);
        let now = state.argument(Arg::Count(drawing.now));
        let here = drawing.here(drawing.lead).map(|here| {
            let word = Word::new("ui-chart-you").with("demand", Arg::Text(now));
            let word = word.with("cost", drawing.monthly(&here).argument());
            over(pill(drawing.demand.place(drawing.now), state.say(&word)))
        });
        let knee = drawing.knee().map(|knee| {
            let limit = Arg::Quantity(knee.demand, Arc::clone(&unit));
            let word = Word::new("ui-includes").with("limit", limit);
            note(drawing.place(&knee), state.say(&word))
        });
        let turns = drawing.turns().into_iter().take(MOST_TURNS);
        let turns = turns.filter_map(|crossing| {
            let x = drawing.demand.place(crossing.demand);
            let y = LENGTH.saturating_sub(drawing.cost.place(crossing.per_month));
            let from = Arg::Quantity(crossing.demand, Arc::clone(&unit));
            let word = Word::new("ui-chart-turn")
                .with("demand", from)
                .with("above", drawing.name(&crossing.above)?);
            Some(note((x, y), state.say(&word)))
        });
        Some((many(turns), knee, here).into_node())
    }

    /// The names of the lines.
    fn ends(self) -> Option<Element> {
        let state = self.state;
        let drawing = self.drawing.get()?;
        let editions = drawing.curves.editions.iter().enumerate();
        let names = editions.filter_map(|(index, curve)| {
            let last = curve.points.last()?;
            let (_, y) = drawing.place(last);
            let label = &drawing.card.edition(&curve.edition)?.label;
            let amount = state.argument(drawing.monthly(last).argument());
            let name = say_label(state, label);
            Some((y, end(name, amount, index == drawing.lead)))
        });
        Some(ends(names.collect()))
    }

    /// The slider that changes the demand. Where it is moved on from its end, the axis reaches further.
    fn slider(self) -> Element {
        let Self {
            state,
            dimension,
            drawing,
            ..
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
        let least = dimension.try_with_value(|dimension| dimension.min);
        let before = move || Some(across(axis()?.place(least?)));
        let slider = tag::input()
            .attr("type", "range")
            .class("slide slider")
            .attr("part", "slider")
            .attr("min", least.map(|least| least.to_string()))
            .attr("max", move || axis().map(|axis| axis.top().to_string()))
            .attr("step", move || axis().map(|axis| axis.notch().to_string()))
            // A slider does not go beyond its end, which may have moved.
            .holds("value", move || {
                drawing.get().map(|drawing| drawing.now.to_string())
            })
            .attr("aria-label", name)
            .attr("aria-describedby", COSTS)
            .attr("aria-valuetext", move || {
                Some(state.argument(self.quantity()?))
            })
            .on(ev::input, slide)
            .on(ev::keydown, press)
            .on(ev::pointerup, move |_| self.reach_further());
        tag::div().class("slider-row").child(before).child(slider)
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

    /// Has the axis end elsewhere.
    fn reach(self, top: u64) {
        if let Some(drawing) = untrack(|| self.drawing.get()) {
            self.keep(drawing.now, top);
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
                base: drawing.base,
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
            Some((names.collect::<Vec<Option<Arg>>>(), drawing.lead))
        });
        let entries = move || {
            editions.get()?;
            untrack(|| Some(legend(state, &*drawing.get()?)))
        };
        costs_at(demand, entries)
    }
}

/// The hooks of a sentence about a break-even point.
fn hooks(said: Element, turn: Option<u64>) -> Element {
    match turn {
        None => said,
        Some(demand) => said
            .attr("part", "break-even")
            .attr("data-break-even", demand.to_string()),
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
