//! The largest demand that is within a budget.

use super::costs::{Cost, Costs};
use super::kinks::Kinks;
use crate::card::Charge;
use crate::engine::answer::Answer;
use crate::engine::charge::model;
use crate::money::Amount;

/// The largest demand from a least to a most that is within a budget; `None` where none is.
///
/// # Errors
///
/// `out_of_range` where there is no time for all that must be tried, `bad_date` beyond the calendar.
pub(super) fn largest(
    costs: &Costs,
    budget: Amount,
    (low, high): (u64, u64),
) -> Answer<Option<u64>> {
    let has_falling = costs.has_falling();
    let search = Search {
        costs,
        budget,
        has_falling,
        is_even: has_falling && is_even(costs),
    };
    // Nothing at all is a matter by itself: what needs one of the dimension has a problem only there.
    let least = low.max(1);
    if least <= high && !costs.has_problem(least)? {
        let high = last(least, high, |demand| Ok(!costs.has_problem(demand)?))?;
        let kinks = Kinks::of(costs, search.is_even)?;
        if let Some(high) = search.highest(&kinks, least, high)? {
            let found = search.downwards(&kinks, least, high)?;
            if found.is_some() {
                return Ok(found);
            }
        }
    }
    let is_within = low == 0 && costs.at(0)?.is_within(budget);
    Ok(is_within.then_some(0))
}

struct Search<'a> {
    costs: &'a Costs<'a>,
    budget: Amount,
    /// Whether some costs fall as the demand rises.
    has_falling: bool,
    /// Whether all costs are straight between the kinks.
    is_even: bool,
}

impl Search<'_> {
    /// From where on there is nothing to be sought: with packages there are kinks without end, and what nothing larger
    /// costs less than is looked at first.
    fn highest(&self, kinks: &Kinks, low: u64, high: u64) -> Answer<Option<u64>> {
        if !kinks.have_rounds() {
            return Ok(Some(high));
        }
        let may_be = |demand| {
            let least = self.costs.least_from(demand)?;
            Ok(least.is_some_and(|least| least <= self.budget))
        };
        may_be(low)?.then(|| last(low, high, may_be)).transpose()
    }

    /// Piece by piece, from the last one down.
    fn downwards(&self, kinks: &Kinks, low: u64, high: u64) -> Answer<Option<u64>> {
        let mut end = high;
        loop {
            let start = kinks.start_of(end).max(low);
            let found = self.in_piece(start, end)?;
            if found.is_some() || start <= low {
                return Ok(found);
            }
            end = start.saturating_sub(1);
        }
    }

    /// The largest demand of a piece that is within the budget.
    fn in_piece(&self, start: u64, end: u64) -> Answer<Option<u64>> {
        let at_end = self.costs.at(end)?;
        if at_end.is_within(self.budget) {
            return Ok(Some(end));
        }
        if start == end {
            return Ok(None);
        }
        let at_start = self.costs.at(start)?;
        // Where problems begin within a straight piece, the two ends say too little.
        let is_told = !at_end.has_problem || at_start.has_problem;
        if self.has_falling && !(self.is_even && is_told) {
            return self.by_parts((start, at_start), (end, at_end));
        }
        if !at_start.is_within(self.budget) {
            return Ok(None);
        }
        let is_within = |demand| Ok(self.costs.at(demand)?.is_within(self.budget));
        last(start, end, is_within).map(Some)
    }

    /// Whether all demands from one to another are outside. What cannot be held at the first may have fallen before the
    /// last.
    fn is_outside(&self, at_low: &Cost, at_high: &Cost) -> bool {
        let least = at_low.rising.zip(at_high.falling);
        let least = least.and_then(|(rising, falling)| rising.checked_add(falling));
        match least {
            Some(least) => least > self.budget,
            None => at_low.rising.is_some() || at_high.falling.is_none(),
        }
    }

    /// The same where some costs rise and others fall, and not evenly: parts that are outside as a whole are left
    /// out, and all others halved.
    fn by_parts(&self, start: (u64, Cost), end: (u64, Cost)) -> Answer<Option<u64>> {
        let mut parts = vec![(start, end)];
        while let Some(((low, at_low), (high, at_high))) = parts.pop() {
            if at_high.is_within(self.budget) {
                return Ok(Some(high));
            }
            if at_low.has_problem || self.is_outside(&at_low, &at_high) {
                continue;
            }
            let middle = low.midpoint(high);
            let after = middle.saturating_add(1);
            if after < high {
                let at_middle = self.costs.at(middle)?;
                let at_after = self.costs.at(after)?;
                parts.push(((low, at_low), (middle, at_middle)));
                parts.push(((after, at_after), (high, at_high)));
            } else if low < middle {
                // Three: the last is outside.
                let at_middle = self.costs.at(middle)?;
                parts.push(((low, at_low), (middle, at_middle)));
            } else if at_low.is_within(self.budget) {
                return Ok(Some(low));
            }
        }
        Ok(None)
    }
}

/// The last of a range for which something holds that holds for the first, and for none behind the last.
fn last(low: u64, high: u64, holds: impl Fn(u64) -> Answer<bool>) -> Answer<u64> {
    let (mut low, mut high) = (low, high);
    while low < high {
        // Above the middle, so that each step leaves less.
        let middle = low.midpoint(high).max(low.saturating_add(1));
        if holds(middle)? {
            low = middle;
        } else {
            high = middle.saturating_sub(1);
        }
    }
    Ok(low)
}

/// Whether every charge that the demand changes rises, or falls, evenly between its kinks.
fn is_even(costs: &Costs) -> bool {
    let order = costs.order;
    let sold = costs.affected.charges.iter();
    let mut sold = sold.filter(|charge| order.edition.is_sold(charge));
    let is_by_month = order.edition.trial.is_none();
    is_by_month
        && sold.all(|charge: &&Charge| {
            let model = model(charge);
            model.rise().is_even && model.cycle(order.billing).is_month()
        })
}
