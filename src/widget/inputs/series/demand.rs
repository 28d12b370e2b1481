//! The demand of a dimension, month by month.

use leptos::prelude::*;

use crate::calendar::Date;
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::inputs::entry::Bounds;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Input, State};
use crate::word::{Arg, Word};

/// What a dimension is asked for by month.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Series {
    /// The widget.
    state: State,
    /// The dimension.
    dimension: StoredValue<Id>,
    /// What a month takes.
    pub bounds: Bounds,
    /// Whether each month has a number of its own.
    is_monthly: Memo<bool>,
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
            is_monthly: Memo::new(move |_| {
                let asked = state.question().zip(dimension.try_get_value());
                asked.is_some_and(|(question, id)| {
                    matches!(question.demand_for(&id), Some(Demand::Monthly(_)))
                })
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

    /// Whether each month has a number of its own.
    pub fn is_monthly(self) -> bool {
        self.is_monthly.get()
    }

    /// How many months there are.
    pub fn months(self) -> usize {
        self.months.try_get().unwrap_or(1)
    }

    /// What is needed in a month, from 0.
    pub fn in_month(self, month: usize) -> u64 {
        let question = self.state.question();
        let asked = question.zip(self.dimension.try_get_value());
        let demand = asked.and_then(|(question, id)| question.demand_in(&id, month));
        demand.unwrap_or(self.bounds.default)
    }

    /// All its months.
    fn all(self) -> Vec<u64> {
        (0..self.months()).map(|m| self.in_month(m)).collect()
    }

    /// The least and the most of its months, where each has one of its own.
    pub fn range(self) -> Option<String> {
        let all = self.is_monthly().then(|| self.all())?;
        let (least, most) = (*all.iter().min()?, *all.iter().max()?);
        if least == most {
            return Some(self.state.number(least));
        }
        let word = Word::new("ui-from-to")
            .with("least", Arg::Count(least))
            .with("most", Arg::Count(most));
        Some(self.state.say(&word))
    }

    /// Takes what the visitor says.
    pub fn set(self, demand: Option<Demand>) {
        if let Some(id) = self.dimension.try_get_value() {
            self.state
                .change(|question| question.set_demand(&id, demand));
        }
    }

    /// Writes numbers into the months from one on; what is beyond the last month is left out.
    pub fn write(self, from: usize, numbers: &[u64]) {
        let mut all = untrack(|| self.all());
        for (month, number) in all.iter_mut().skip(from).zip(numbers) {
            *month = *number;
        }
        self.understood(from, numbers.len());
        self.set(Some(Demand::Monthly(all)));
    }

    /// Whatever stood in the fields of some months, something else does now.
    pub fn understood(self, from: usize, months: usize) {
        for month in (from..).take(months) {
            let input = Input::DemandIn(self.dimension(), month);
            self.state.understood(&input);
        }
    }

    /// Gives each month a number of its own, or all the same: that of the first.
    pub fn toggle(self, by_month: bool) {
        let all = untrack(|| self.all());
        if by_month {
            return self.set(Some(Demand::Monthly(all)));
        }
        let first = all.first().copied().unwrap_or(self.bounds.default);
        self.set((first != self.bounds.default).then_some(Demand::Steady(first)));
    }

    /// The first day of a month.
    pub fn begins(self, month: usize) -> Option<Date> {
        let picture = self.state.picture()?;
        let month = u32::try_from(month).ok()?;
        picture.card.months.start_of(picture.request.start, month)
    }
}
