//! The demand of a dimension, month by month.

use std::sync::Arc;

use crate::calendar::Date;
use crate::card::Dimension;
use crate::engine::Demand;
use crate::text::{Id, Unit};
use crate::widget::inputs::bounds::Bounds;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Input, Question, State};
use crate::word::{Arg, Word};

/// What a dimension is asked for by month.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Series {
    /// The widget.
    state: State,
    /// The dimension.
    dimension: StoredValue<Id>,
    /// What it counts.
    unit: StoredValue<Arc<Unit>>,
    /// What a month takes.
    pub bounds: Bounds,
    /// Whether each month has a number of its own.
    is_monthly: Memo<bool>,
    /// Whether there are other numbers that they had before.
    has_former: Memo<bool>,
    /// How many months there are.
    months: Memo<usize>,
}

impl Series {
    /// The months of a dimension.
    pub fn new(state: State, dimension: &Dimension, bounds: Bounds) -> Self {
        let unit = StoredValue::new(Arc::clone(&dimension.unit));
        let dimension = StoredValue::new(dimension.id.clone());
        let asked = move || state.question().zip(dimension.try_get_value());
        Self {
            state,
            dimension,
            unit,
            bounds,
            is_monthly: Memo::new(move |_| {
                asked().is_some_and(|(question, id)| {
                    matches!(question.demand_for(&id), Some(Demand::Monthly(_)))
                })
            }),
            has_former: Memo::new(move |_| {
                asked().is_some_and(|(question, id)| question.has_former(&id))
            }),
            months: Memo::new(move |_| {
                let question = state.question();
                question.map_or(1, |q| usize::try_from(q.months).unwrap_or(1))
            }),
        }
    }

    /// The dimension.
    pub fn dimension(self) -> Id {
        let dimension = self.dimension.try_get_value();
        dimension.unwrap_or_else(|| Id::from(""))
    }

    /// What it counts.
    pub fn unit(self) -> Option<Arc<Unit>> {
        self.unit.try_get_value()
    }

    /// Whether each month has a number of its own.
    pub fn is_monthly(self) -> bool {
        self.is_monthly.get()
    }

    /// Whether there are other numbers that the months had before.
    pub fn has_former(self) -> bool {
        self.has_former.get()
    }

    /// How many months there are.
    pub fn months(self) -> usize {
        self.months.try_get().unwrap_or(1)
    }

    /// What is needed of it where nothing is said.
    fn default(self) -> u64 {
        self.bounds.default.unwrap_or_default()
    }

    /// What is needed in a month, from 0.
    pub fn in_month(self, month: usize) -> u64 {
        let question = self.state.question();
        let asked = question.zip(self.dimension.try_get_value());
        let demand = asked.and_then(|(question, id)| question.demand_in(&id, month));
        demand.unwrap_or_else(|| self.default())
    }

    /// The least and the most of its months, where each has one of its own.
    pub fn range(self) -> Option<String> {
        let months = self.is_monthly().then(|| self.months())?;
        let all: Vec<u64> = (0..months).map(|month| self.in_month(month)).collect();
        let (least, most) = (*all.iter().min()?, *all.iter().max()?);
        if least == most {
            return Some(self.state.number(least));
        }
        let word = Word::new("ui-from-to")
            .with("least", Arg::Count(least))
            .with("most", Arg::Count(most));
        Some(self.state.say(&word))
    }

    fn change(self, change: impl FnOnce(&mut Question, &Id)) {
        if let Some(id) = self.dimension.try_get_value() {
            self.state.change(|question| change(question, &id));
        }
    }

    /// Takes what the visitor says.
    pub fn set(self, demand: Option<Demand>) {
        self.change(|question, id| question.set_demand(id, demand));
    }

    /// Writes a number into a month.
    pub fn write(self, month: usize, number: u64) {
        let default = self.default();
        self.change(|question, id| question.write_months(id, month, &[number], default));
    }

    /// Whatever stood in the fields of some months, something else does now.
    fn understood(self, from: usize, months: usize) {
        for month in (from..).take(months) {
            let input = Input::DemandIn(self.dimension(), month);
            self.state.understood(&input);
        }
    }

    /// Replaces the months from one on; what is beyond the last month is left out.
    pub fn replace(self, from: usize, numbers: &[u64]) {
        let default = self.default();
        self.understood(from, numbers.len());
        self.change(|question, id| question.replace_months(id, from, numbers, default));
    }

    /// The same, for so many months as there are numbers, where there are fewer.
    pub fn lengthen(self, from: usize, numbers: &[u64]) {
        let default = self.default();
        self.understood(from, numbers.len());
        self.change(|question, id| {
            let months = u32::try_from(from.saturating_add(numbers.len())).unwrap_or(1);
            question.months = question.months.max(months);
            question.write_months(id, from, numbers, default);
        });
    }

    /// Gives each month a number of its own, or all the same.
    pub fn toggle(self, by_month: bool) {
        let default = self.default();
        // The fields for the growth are empty when they come back.
        for input in [Input::Growth, Input::Target] {
            self.state.written(&input(self.dimension()));
        }
        self.change(|question, id| question.set_by_month(id, by_month, default));
    }

    /// Brings back the numbers that the months had before.
    pub fn bring_back(self) {
        self.change(Question::bring_back);
    }

    /// The first day of a month.
    pub fn begins(self, month: usize) -> Option<Date> {
        let picture = self.state.picture()?;
        let month = u32::try_from(month).ok()?;
        picture.card.months.start_of(picture.request.start, month)
    }
}
