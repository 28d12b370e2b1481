//! What is drawn where a demand changes by month: what each month costs, in the order of the months.

use std::fmt::Write as _;
use std::sync::Arc;

use super::drawing::lead;
use crate::calendar::Date;
use crate::card::{Card, Dimension};
use crate::engine::Demand;
use crate::money::Amount;
use crate::text::{Id, Text};
use crate::widget::shared::axis::{LENGTH, MoneyAxis};
use crate::widget::state::Picture;
use crate::word::{Arg, Word};

/// The months, with what they cost in every edition that one can buy.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series {
    pub(super) card: Arc<Card>,
    pub(super) months: Vec<Month>,
    pub(super) lines: Vec<Line>,
    /// The line that stands out.
    pub(super) lead: usize,
    pub(super) cost: MoneyAxis,
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Month {
    pub(super) begins: Date,
    pub(super) demand: u64,
}

/// What an edition costs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) edition: Id,
    pub(super) label: Arc<Text>,
    pub(super) fits: bool,
    /// In each of the months.
    pub(super) costs: Vec<Amount>,
    /// In all of them.
    pub(super) total: Amount,
}

impl Series {
    /// How far apart two editions are, where that is the same in every month.
    pub(super) fn apart(&self) -> Option<Word> {
        let [one, other] = self.lines.as_slice() else {
            return None;
        };
        let (less, more) = match one.total < other.total {
            true => (one, other),
            false => (other, one),
        };
        let gaps = less.costs.iter().zip(&more.costs);
        let mut gaps = gaps.map(|(less, more)| more.checked_sub(*less));
        let gap = gaps.next()??;
        (!gap.is_zero() && gaps.all(|next| next == Some(gap))).then_some(())?;
        let name = |line: &Line| Arg::Label(line.edition.clone(), Arc::clone(&line.label));
        let word = Word::new("ui-chart-apart-series")
            .with("edition", name(less))
            .with("other", name(more));
        Some(word.with("amount", Arg::Money(gap, self.card.currency)))
    }

    /// The series of a dimension; `None` where its months are the same.
    pub(super) fn new(picture: &Picture, dimension: &Dimension) -> Option<Self> {
        let demand = changing(picture, dimension)?;
        let request = &picture.request;
        let begins = |month| picture.card.months.start_of(request.start, month);
        let months = (0..request.months).zip(demand);
        let months = months.map(|(month, &demand)| {
            let begins = begins(month)?;
            Some(Month { begins, demand })
        });
        let months = months.collect::<Option<Vec<_>>>()?;
        let lines = picture.comparison.editions.iter().filter_map(|item| {
            let edition = picture.card.edition(&item.edition)?;
            if edition.trial.is_some() {
                return None;
            }
            // What is sold on request has nothing to draw.
            let total = item.total?;
            let costs = item.by_month(request.months).ok()?;
            Some(Line {
                edition: edition.id.clone(),
                label: Arc::clone(&edition.label),
                fits: item.fits(),
                costs: costs.iter().map(|cost| cost.total).collect(),
                total,
            })
        });
        let lines: Vec<Line> = lines.collect();
        let costs = lines.iter().flat_map(|line| &line.costs);
        Some(Self {
            card: Arc::clone(&picture.card),
            cost: MoneyAxis::reaching(costs.copied()),
            lead: lead(picture, lines.iter().map(|line| &line.edition)),
            months,
            lines,
        })
    }

    /// Where a month stands, from the left.
    pub(super) fn across(&self, month: usize) -> u64 {
        let last = self.months.len().saturating_sub(1);
        let place = u64::try_from(month).unwrap_or_default();
        let place = place.saturating_mul(LENGTH);
        let last = u64::try_from(last).unwrap_or_default();
        place.checked_div(last).unwrap_or_default().min(LENGTH)
    }

    /// Where what a month costs stands, from the top.
    pub(super) fn down(&self, cost: Amount) -> u64 {
        LENGTH.saturating_sub(self.cost.place(cost))
    }

    /// The month that is next to a place from the left.
    pub(super) fn nearest(&self, place: u64) -> usize {
        let months = 0..self.months.len();
        let nearest = months.min_by_key(|month| self.across(*month).abs_diff(place));
        nearest.unwrap_or_default()
    }

    /// Where the lines stand in a month, in their order.
    pub(super) fn places(&self, month: usize) -> impl Iterator<Item = Option<(u64, u64)>> {
        let x = self.across(month);
        let costs = self.lines.iter().map(move |line| line.costs.get(month));
        costs.map(move |cost| Some((x, self.down(*cost?))))
    }

    /// What an edition costs as the path of a line.
    pub(super) fn path(&self, line: &Line) -> String {
        let mut path = String::new();
        for (month, cost) in line.costs.iter().enumerate() {
            let pen = if month == 0 { 'M' } else { 'L' };
            // Writing to a text cannot fail.
            let _ = write!(path, "{pen}{},{}", self.across(month), self.down(*cost));
        }
        path
    }

    /// The months that are named under the drawing, as many as there is room for.
    pub(super) fn named(&self) -> impl Iterator<Item = (u64, Date)> {
        const MOST: usize = 6;
        let step = self.months.len().div_ceil(MOST).max(1);
        let months = self.months.iter().enumerate().step_by(step);
        months.map(|(place, month)| (self.across(place), month.begins))
    }
}

/// The demand of every month, where months differ.
pub(super) fn changing<'a>(picture: &'a Picture, dimension: &Dimension) -> Option<&'a [u64]> {
    let mut demand = picture.compared.item.demand.iter();
    let (_, demand) = demand.find(|(id, _)| *id == dimension.id)?;
    let Demand::Monthly(series) = demand else {
        return None;
    };
    let differs = series
        .iter()
        .zip(series.iter().skip(1))
        .any(|(a, b)| a != b);
    differs.then_some(series.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Item;
    use crate::widget::state::Question;

    fn growing(product: &str, dimension: &str, edition: &str) -> Picture {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = 12;
        let series = (0..12).map(|month| 8_000 + month * 4_727).collect();
        question.item = Item::new(product, edition).with_demand(dimension, Demand::Monthly(series));
        Picture::of(&crate::catalog(), &question).unwrap()
    }

    #[test]
    fn every_month_has_its_price_and_trials_have_none() {
        for (product, dimension) in [("chat", "mau"), ("desk", "ai_messages")] {
            let picture = growing(product, dimension, "trial");
            let dimension = picture.card.dimension(dimension).unwrap();
            let series = Series::new(&picture, dimension).unwrap();
            assert_eq!((series.lines.len(), series.months.len()), (2, 12));
            for line in &series.lines {
                let item = picture.edition(&line.edition).unwrap();
                let add = |sum: Amount, part: &Amount| sum.checked_add(*part).unwrap();
                assert_eq!(Some(line.costs.iter().fold(Amount::ZERO, add)), item.total);
                assert_eq!(series.path(line).split('L').count(), 12);
            }
        }
    }

    #[test]
    fn a_month_costs_what_it_would_by_itself() {
        let picture = growing("chat", "mau", "standard");
        let series = Series::new(&picture, picture.card.dimension("mau").unwrap()).unwrap();
        for (month, at) in series.months.iter().enumerate() {
            let mut question = Question::new(at.begins);
            let mau = Demand::Steady(at.demand);
            question.item = Item::new("chat", "standard").with_demand("mau", mau);
            let alone = Picture::of(&crate::catalog(), &question).unwrap();
            let total = alone.chosen().unwrap().total;
            assert_eq!(Some(series.lines[0].costs[month]), total);
        }
    }
}
