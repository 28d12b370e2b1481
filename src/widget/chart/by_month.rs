//! The drawing of a demand that changes by month: the months along its axis, and all of it in words.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::{event_target_value, untrack};

use super::findings;
use super::legend::{COSTS, costs_at, named, unfit_note};
use super::lines::{area, costs, dots, drawing, grid, marks, style, upright};
use super::over::{ends, over, pill, tip};
use super::plot::{end, figure};
use super::pointer::pane;
use super::series::{Line, Month, Series};
use super::shown_as::controls;
use super::table::shell;
use crate::card::Dimension;
use crate::money::Amount;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::percent;
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::shared::labels::{Label, step_levels, width};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::state::State;
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// A series as it is drawn, and the month that is looked at.
#[derive(Clone, Copy)]
struct ByMonth {
    state: State,
    dimension: StoredValue<Arc<Dimension>>,
    series: Memo<Option<Arc<Series>>>,
    /// From 0.
    month: Memo<usize>,
    /// The month that is pointed at.
    pointed: RwSignal<Option<usize>>,
}

/// What each month costs, drawn and in words.
pub(super) fn by_month(state: State, dimension: Dimension) -> Node {
    let dimension = Arc::new(dimension);
    let series = {
        let dimension = Arc::clone(&dimension);
        state.memo(move |picture| Some(Arc::new(Series::new(picture, &dimension)?)))
    };
    let month = {
        let dimension = dimension.id.clone();
        Memo::new(move |_| {
            let kept = state.kept().try_get().and_then(|kept| kept.month);
            let kept = kept.filter(|(of, _)| *of == dimension);
            kept.map_or(0, |(_, month)| month)
        })
    };
    let by_month = ByMonth {
        state,
        dimension: StoredValue::new(dimension),
        series,
        month,
        pointed: RwSignal::new(None),
    };
    let title = move || by_month.title();
    let apart = move || {
        let apart = series.get()?.apart()?;
        Some(tag::p().class("help").child(phrase(state, apart)))
    };
    (
        figure(move || by_month.rise(), title)
            .child(controls(state, Node::Nothing))
            .child(by_month.area()),
        by_month.legend(),
        apart,
        by_month.table(),
    )
        .into_node()
}

impl ByMonth {
    fn title(self) -> Option<String> {
        let dimension = self.dimension.try_get_value()?;
        let label = Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label));
        let word = Word::new("ui-chart-months").with("dimension", label);
        Some(self.state.say(&word))
    }

    /// What the first month costs, and the last.
    fn rise(self) -> Option<Node> {
        let series = self.series.get()?;
        let lead = series.lines.get(series.lead)?;
        let name = Arg::Label(lead.edition.clone(), Arc::clone(&lead.label));
        let costs = &lead.costs;
        let money = |cost: &Amount| Arg::Money(*cost, series.card.currency);
        let word = Word::new("ui-chart-series")
            .with("first", money(costs.first()?))
            .with("last", money(costs.last()?));
        let name = (series.lines.len() > 1).then_some(name);
        let word = findings::named(word, name);
        let heading = tag::h3().class("heading").child(phrase(self.state, word));
        Some(heading.into_node())
    }

    /// The month that is looked at: the last, where there are no longer as many.
    fn at(self) -> Option<(Arc<Series>, usize, Month)> {
        let series = self.series.get()?;
        let last = series.months.len().checked_sub(1)?;
        let place = self.month.get().min(last);
        let month = series.months.get(place).copied()?;
        Some((series, place, month))
    }

    /// Looks at a month, from 0.
    fn look_at(self, month: usize) {
        let (kept, dimension) = (self.state.kept(), self.dimension.try_get_value());
        if let Some((mut now, dimension)) = kept.try_get_untracked().zip(dimension) {
            now.month = Some((dimension.id.clone(), month));
            kept.try_set(now);
        }
    }

    /// What is needed of the dimension, in its unit.
    fn quantity(self, number: u64) -> Option<Arg> {
        let unit = self.dimension.try_get_value()?.unit.clone();
        Some(Arg::Quantity(number, unit))
    }

    /// The drawing between its axes, and the slider along the months.
    fn area(self) -> Element {
        let Self { state, series, .. } = self;
        let amounts = move || {
            let series = series.get()?;
            Some(costs(state, series.cost, series.card.currency))
        };
        let nearest = move |place| untrack(|| Some(series.get()?.nearest(place)));
        let point = move |place: Option<u64>| {
            let month = place.and_then(nearest);
            if self.pointed.try_get_untracked() != Some(month) {
                self.pointed.try_set(month);
            }
        };
        let choose = move |place| {
            if let Some(month) = nearest(place) {
                self.look_at(month);
            }
        };
        tag::div()
            .class("plot-area")
            .child(
                tag::div()
                    .class("stage")
                    .child(self.svg())
                    .child(marks("over marks-cost").child(amounts))
                    .child(move || self.here())
                    .child(move || self.tip())
                    .child(pane(point, choose)),
            )
            .child(move || self.ends())
            .child(self.names())
            .child(self.slider())
    }

    fn svg(self) -> Element {
        let at = move || {
            let (series, place, _) = self.at()?;
            Some(dots(series.lead, series.places(place)))
        };
        let pointed = move || {
            let (series, place, _) = self.pointed()?;
            Some(dots(series.lead, series.places(place)))
        };
        drawing()
            .child(move || Some(lines(&*self.series.get()?)))
            .child(upright("here", move || {
                let (series, place, _) = self.at()?;
                Some(series.across(place))
            }))
            .child(upright("cross", move || {
                let (series, place, _) = self.pointed()?;
                Some(series.across(place))
            }))
            .child(at)
            .child(pointed)
    }

    /// The month that is pointed at.
    fn pointed(self) -> Option<(Arc<Series>, usize, Month)> {
        let place = self.pointed.get()?;
        let series = self.series.get()?;
        let month = series.months.get(place).copied()?;
        Some((series, place, month))
    }

    /// What costs how much where the pointer stands.
    fn tip(self) -> Option<Element> {
        let state = self.state;
        let (series, place, month) = self.pointed()?;
        let lines = series.lines.iter().enumerate();
        let entries = lines.filter_map(|(index, line)| {
            let cost = line.costs.get(place).copied()?;
            let amount = state.argument(Arg::Money(cost, series.card.currency));
            let entry = named(state, style("line", index, series.lead), &line.label);
            Some(entry.child(tag::span().attr("translate", "no").child(amount)))
        });
        let heading = tag::p().child(state.say(&self.heading(month)?));
        let entries = tag::ul().child(many(entries));
        Some(tip(series.across(place), (heading, entries)))
    }

    /// The month that is looked at, with what it costs in the edition that stands out.
    fn here(self) -> Option<Element> {
        let state = self.state;
        let (series, place, month) = self.at()?;
        let cost = series.lines.get(series.lead)?.costs.get(place).copied()?;
        let cost = state.argument(Arg::Money(cost, series.card.currency));
        let text = [state.month(month.begins), cost].join(" · ");
        Some(over(pill(series.across(place), text)))
    }

    /// The names of the lines.
    fn ends(self) -> Option<Element> {
        let state = self.state;
        let series = self.series.get()?;
        let lines = series.lines.iter().enumerate();
        let names = lines.filter_map(|(index, line)| {
            let last = line.costs.last().copied()?;
            let amount = state.argument(Arg::Money(last, series.card.currency));
            let name = say_label(state, &line.label);
            Some((series.down(last), end(name, amount, index == series.lead)))
        });
        Some(ends(names.collect()))
    }

    /// The names of months, each under its place.
    fn names(self) -> Element {
        let Self { state, series, .. } = self;
        let names = move || {
            let series = series.get()?;
            let named = series.named().map(|(x, begins)| (x, state.month(begins)));
            let named: Vec<_> = named.collect();
            let labels: Vec<_> = named
                .iter()
                .map(|(x, name)| Label::within(*x, width(name)))
                .collect();
            let levels = step_levels(&labels, 0, &[1, 2, 3]);
            Some(many(named.into_iter().zip(levels).filter_map(
                |((x, name), level)| {
                    let name = tag::text()
                        .attr("class", format!("at-{}", level?))
                        .attr("x", percent(x))
                        .attr("y", "14")
                        .child(name);
                    Some(name)
                },
            )))
        };
        let names = tag::svg()
            .class("month-names")
            .attr("height", "20")
            .attr("aria-hidden", "true")
            .child(names);
        tag::div().class("month-axis").child(names)
    }

    /// The slider along the months, which changes nothing of what is asked.
    fn slider(self) -> Element {
        let state = self.state;
        let slide = move |event| {
            if let Ok(number) = event_target_value(&event).parse::<usize>() {
                self.look_at(number.saturating_sub(1));
            }
        };
        let last = move || Some(self.series.get()?.months.len().to_string());
        let value = move || Some(self.at()?.1.saturating_add(1).to_string());
        let text = move || {
            let (_, _, month) = self.at()?;
            Some(state.say(&self.heading(month)?))
        };
        let slider = tag::input()
            .attr("type", "range")
            .class("slide slider")
            .attr("part", "slider")
            .attr("min", "1")
            .attr("max", last)
            .attr("step", "1")
            .holds("value", value)
            .attr("aria-label", move || {
                state.say(&Word::new("ui-chart-month"))
            })
            .attr("aria-describedby", COSTS)
            .attr("aria-valuetext", text)
            .on(ev::input, slide);
        tag::div().class("slider-row").child(slider)
    }

    fn heading(self, month: Month) -> Option<Word> {
        let word = Word::new("ui-chart-in").with("from", Arg::Date(month.begins));
        Some(word.with("demand", self.quantity(month.demand)?))
    }

    /// What every line stands for, and what it comes to in the month.
    fn legend(self) -> Element {
        let state = self.state;
        let heading = move || {
            let (_, _, month) = self.at()?;
            Some(phrase(state, self.heading(month)?))
        };
        let entries = move || {
            let (series, place, _) = self.at()?;
            let lines = series.lines.iter().enumerate();
            Some(many(lines.filter_map(|(index, line)| {
                let cost = line.costs.get(place).copied()?;
                Some(entry(state, &series, index, line, cost))
            })))
        };
        costs_at(heading, entries)
    }

    /// The drawing as a table: a row for every month.
    fn table(self) -> Element {
        let state = self.state;
        let name = move || Some(state.say(&Word::new("ui-chart-table")));
        let table = move || {
            let series = self.series.get()?;
            let mut columns = vec![
                column(say(state, "ui-chart-month")),
                number_column(say(state, "ui-chart-demand")),
            ];
            columns.extend(series.lines.iter().map(|line| {
                let label = Arc::clone(&line.label);
                number_column(move || state.label(&label))
            }));
            let months = series.months.iter().enumerate();
            let rows = months.map(|(place, month)| self.row(&series, place, *month));
            let table = figures_table(None, columns, many(rows));
            Some(scrolled(
                name,
                table.child(tag::tfoot().child(self.sum(&series))),
            ))
        };
        shell().child(table)
    }

    /// A month, and what every edition costs in it.
    fn row(self, series: &Series, place: usize, month: Month) -> Element {
        let state = self.state;
        let demand = self.quantity(month.demand);
        let demand = demand.map(|demand| phrase(state, argument(demand)));
        let currency = series.card.currency;
        let cells = series.lines.iter().filter_map(|line| {
            let cost = line.costs.get(place).copied()?;
            let amount = fixed_money(state, cost, currency).part("cell-amount");
            Some(number(amount).attr("data-fits", fits(line)))
        });
        tag::tr()
            .attr("data-month", place.to_string())
            .child(row_head(move || state.date(month.begins)))
            .child(number(demand))
            .child(many(cells))
    }

    /// What every edition costs in all months.
    fn sum(self, series: &Series) -> Element {
        let state = self.state;
        let cells = series.lines.iter().map(|line| {
            let amount = fixed_money(state, line.total, series.card.currency);
            number(amount.part("cell-amount"))
        });
        tag::tr()
            .child(row_head(say(state, "ui-total")))
            .child(tag::td())
            .child(many(cells))
    }
}

const fn fits(line: &Line) -> &'static str {
    if line.fits { "true" } else { "false" }
}

/// An edition with its line and what it costs.
fn entry(state: State, series: &Series, index: usize, line: &Line, cost: Amount) -> Element {
    let amount = fixed_money(state, cost, series.card.currency);
    named(state, style("line", index, series.lead), &line.label)
        .attr("data-edition", line.edition.to_string())
        .child(amount.part("legend-amount"))
        .child((!line.fits).then(|| unfit_note(state)))
}

/// The lines of the drawing, and the marks behind them.
fn lines(series: &Series) -> Node {
    let lines = series.lines.iter().enumerate();
    let lines = lines.map(|(index, line)| {
        let kind = if line.fits { "line" } else { "line unfit" };
        tag::path()
            .attr("class", style(kind, index, series.lead))
            .attr("data-edition", line.edition.to_string())
            .attr("d", series.path(line))
    });
    let lead = series.lines.get(series.lead);
    let under = lead.and_then(|line| area(&series.path(line)));
    (under, grid(series.cost), many(lines)).into_node()
}
