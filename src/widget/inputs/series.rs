//! What is needed month by month.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::{ClipboardEvent, KeyboardEvent};

use super::entry::{Bounds, Entry};
use super::growth::Growth;
use crate::calendar::Date;
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The key that fills in from a field.
const ENTER: &str = "Enter";

/// What a dimension is asked for by month.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Series {
    /// The widget.
    state: State,
    /// The dimension.
    dimension: StoredValue<Id>,
    /// What a month takes.
    bounds: Bounds,
    /// Whether its months are given one by one.
    given: Memo<bool>,
    /// How many months there are.
    months: Memo<usize>,
}

impl Series {
    /// The months of a dimension.
    pub fn new(state: State, dimension: &Id, bounds: Bounds) -> Self {
        let dimension = StoredValue::new(dimension.clone());
        Self {
            state,
            dimension,
            bounds,
            given: Memo::new(move |_| {
                let question = state.question();
                let id = dimension.try_get_value();
                let known = question.zip(id);
                known.is_some_and(|(question, id)| {
                    matches!(question.demand_for(&id), Some(Demand::Monthly(_)))
                })
            }),
            months: Memo::new(move |_| {
                let question = state.question();
                question.map_or(1, |q| usize::try_from(q.months).unwrap_or(1))
            }),
        }
    }

    /// Whether the months are given one by one.
    pub fn given(self) -> bool {
        self.given.try_get().unwrap_or_default()
    }

    fn months(self) -> usize {
        self.months.try_get().unwrap_or(1)
    }

    fn in_month(self, month: usize) -> u64 {
        let question = self.state.question();
        let known = question.zip(self.dimension.try_get_value());
        let demand = known.and_then(|(question, id)| question.demand_in(&id, month));
        demand.unwrap_or(self.bounds.default)
    }

    /// All its months.
    fn all(self) -> Vec<u64> {
        (0..self.months()).map(|m| self.in_month(m)).collect()
    }

    /// The least and the most of its months, where they are given one by one.
    pub fn range(self) -> Option<String> {
        let all = self.given().then(|| self.all())?;
        let (least, most) = (*all.iter().min()?, *all.iter().max()?);
        if least == most {
            return Some(self.state.number(least));
        }
        let word = Word::new("ui-from-to")
            .with("least", Arg::Count(least))
            .with("most", Arg::Count(most));
        Some(self.state.say(&word))
    }

    fn set(self, demand: Option<Demand>) {
        if let Some(id) = self.dimension.try_get_value() {
            self.state
                .change(|question| question.set_demand(&id, demand));
        }
    }

    /// Writes numbers into the months from one on; what is beyond the last month is left out.
    fn write(self, from: usize, numbers: &[u64]) {
        let mut all = untrack(|| self.all());
        for (month, number) in all.iter_mut().skip(from).zip(numbers) {
            *month = *number;
        }
        self.set(Some(Demand::Monthly(all)));
    }

    /// Gives the months one by one, or the same for all: that of the first.
    fn toggle(self, by_month: bool) {
        let all = untrack(|| self.all());
        if by_month {
            return self.set(Some(Demand::Monthly(all)));
        }
        let first = all.first().copied().unwrap_or(self.bounds.default);
        self.set((first != self.bounds.default).then_some(Demand::Steady(first)));
    }

    /// The first day of a month.
    fn begins(self, month: usize) -> Option<Date> {
        let picture = self.state.picture()?;
        let month = u32::try_from(month).ok()?;
        picture.card.months.start_of(picture.request.start, month)
    }
}

/// Whether the months differ, and if so, a field for each.
pub(in crate::widget) fn by_month(
    state: State,
    id: String,
    series: Series,
    offered: bool,
    label: Arc<dyn Fn() -> String + Send + Sync>,
) -> Node {
    let worth = Memo::new(move |_| series.given() || offered && series.months() > 1);
    let worth = move || worth.try_get().unwrap_or_default();
    let id = StoredValue::new(id);

    (move || {
        let id = worth().then(|| id.try_get_value()).flatten()?;
        let (of, label) = (Arc::clone(&label), Arc::clone(&label));
        let panel = move || {
            let (id, label) = (id.clone(), Arc::clone(&of));
            let name =
                move || state.say(&Word::new("ui-series").with("dimension", Arg::Text(label())));
            let panel = move || {
                tag::div()
                    .part("series")
                    .class("series")
                    .attr("id", format!("{id}-months"))
                    .attr("role", "group")
                    .attr("aria-label", name)
                    .child(fill(state, id.clone(), series))
                    .child(months(state, id, series))
            };
            series.given().then(|| untrack(panel))
        };
        Some((
            tag::label()
                .part("by-month")
                .class("toggle")
                .child(
                    tag::input()
                        .attr("type", "checkbox")
                        .class("check")
                        .holds("checked", move || series.given())
                        .on(ev::change, move |event| {
                            series.toggle(event_target_checked(&event))
                        }),
                )
                .child(
                    tag::span().child(say(state, "ui-by-month")).child(
                        tag::span()
                            .class("visually-hidden")
                            .child(": ")
                            .child(move || label()),
                    ),
                ),
            panel,
        ))
    })
    .into_node()
}

/// Growth that fills in the months.
fn fill(state: State, id: String, series: Series) -> Node {
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let fill = move || {
        let text = text.try_get_untracked().unwrap_or_default();
        let decimal = state.format().map_or('.', |format| format.decimal_sign());
        let growth = Growth::read(&text, decimal);
        wrong.try_set(growth.is_none());
        if let Some(growth) = growth {
            let Bounds { min, max, .. } = series.bounds;
            let (first, months) = untrack(|| (series.in_month(0), series.months()));
            series.set(Some(Demand::Monthly(
                growth.series(first, months, min, max),
            )));
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == ENTER {
            fill();
        }
    };
    let at = |what: &str| format!("{id}-growth{what}");
    let error = move || {
        let wrong = wrong.try_get().unwrap_or_default();
        wrong.then(|| state.say(&Word::new("ui-bad-growth")))
    };

    tag::div()
        .class("fill")
        .child(
            tag::label()
                .class("fill-label")
                .attr("for", at(""))
                .child(say(state, "ui-growth")),
        )
        .child(
            tag::div()
                .class("fill-row")
                .child(
                    tag::div().class("box").child(
                        tag::input()
                            .part("input")
                            .class("input")
                            .attr("id", at(""))
                            .attr("type", "text")
                            .attr("autocomplete", "off")
                            .attr("placeholder", "5%")
                            .attr(
                                "aria-describedby",
                                format!("{} {}", at("-error"), at("-help")),
                            )
                            .attr("aria-invalid", move || {
                                wrong.try_get().unwrap_or_default().then_some("true")
                            })
                            .on(ev::input, move |event| {
                                text.try_set(event_target_value(&event));
                                wrong.try_set(false);
                            })
                            .on(ev::keydown, key),
                    ),
                )
                .child(
                    tag::button()
                        .part("button")
                        .class("button")
                        .attr("type", "button")
                        .on(ev::click, move |_| fill())
                        .child(say(state, "ui-fill")),
                ),
        )
        .child(
            tag::p()
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(error),
        )
        .child(
            tag::p()
                .class("help")
                .attr("id", at("-help"))
                .child(say(state, "ui-growth-help")),
        )
        .into_node()
}

/// A field for each month.
fn months(state: State, id: String, series: Series) -> Node {
    let id = StoredValue::new(id);
    let all = move || (0..series.months()).collect();

    tag::ol()
        .class("months")
        .child(each(all, usize::to_string, move |number| {
            month(
                state,
                id.try_get_value().unwrap_or_default(),
                series,
                number,
            )
        }))
        .into_node()
}

/// A month.
fn month(state: State, id: String, series: Series, month: usize) -> Node {
    let value = Memo::new(move |_| series.in_month(month));
    let entry = Entry::new(state, series.bounds, value);
    let name = Memo::new(move |_| series.begins(month).map(|begins| state.month(begins)));
    let set = move |number| series.write(month, &[number]);
    // A column or a row of a table, which is more than one field takes.
    let paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|d| d.get_data("text").ok());
        let text = text.unwrap_or_default();
        let cells = text.trim().split(['\n', '\r', '\t']);
        let cells = cells.filter(|cell| !cell.trim().is_empty());
        let numbers: Option<Vec<u64>> = cells.map(|cell| entry.read(cell)).collect();
        if let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) {
            event.prevent_default();
            entry.leave();
            series.write(month, &numbers);
        }
    };
    let error = move || entry.error().map(|word| phrase(state, word));
    let at = |what: &str| format!("{id}-{month}{what}");

    tag::li()
        .class("month")
        .attr("data-month", month.to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(
            tag::label()
                .class("month-label")
                .attr("for", at(""))
                .child(move || name.try_get().flatten()),
        )
        .child(
            tag::div().class("box").child(
                entry
                    .input(at(""), at("-error"), Arc::new(set))
                    .holds("value", move || entry.text())
                    .on(ev::paste, paste),
            ),
        )
        .child(
            tag::p()
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(error),
        )
        .into_node()
}
