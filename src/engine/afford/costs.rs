//! What an edition costs with another demand for the dimension.

use crate::card::{Charge, Dimension};
use crate::engine::affected::Affected;
use crate::engine::answer::{Answer, sum, too_large};
use crate::engine::charge::model;
use crate::engine::order::Order;
use crate::engine::period::periods;
use crate::engine::price::price_some;
use crate::engine::problem::problems_of;
use crate::engine::purse::Purse;
use crate::engine::reply::{Line, Problem, Subject};
use crate::engine::work;
use crate::money::Amount;
use crate::value::Code;

/// An order, to be priced for one demand after the other.
pub(super) struct Costs<'a> {
    pub order: &'a Order<'a>,
    pub dimension: &'a Dimension,
    /// What a demand can change.
    pub affected: &'a Affected<'a>,
    /// What all other charges come to.
    others: Amount,
    /// The problems with the least demand.
    known: Vec<Problem>,
    purse: &'a Purse,
}

/// What a demand costs. An amount that cannot be held is `None`: it is more than any budget.
pub(super) struct Cost {
    /// What never falls as the demand rises, beside what stays.
    pub rising: Option<Amount>,
    /// What never rises.
    pub falling: Option<Amount>,
    /// Whether there is a problem that the demand brings.
    pub has_problem: bool,
}

impl Cost {
    /// All of it.
    pub fn total(&self) -> Option<Amount> {
        self.rising?.checked_add(self.falling?)
    }

    /// Whether it is within a budget.
    pub fn is_within(&self, budget: Amount) -> bool {
        !self.has_problem && self.total().is_some_and(|total| total <= budget)
    }
}

impl<'a> Costs<'a> {
    /// Prices what no demand for the dimension changes.
    ///
    /// # Errors
    ///
    /// `too_large` where that cannot be held, `bad_date` beyond the calendar, `out_of_range` where the purse is empty.
    pub fn new(
        order: &'a Order<'a>,
        dimension: &'a Dimension,
        affected: &'a Affected<'a>,
        purse: &'a Purse,
    ) -> Answer<Self> {
        let all: Vec<&Charge> = order.card.charges.iter().collect();
        let is_other = |charge: &&&Charge| {
            let mut charges = affected.charges.iter();
            !charges.any(|affected| affected.id == charge.id)
        };
        let others: Vec<&Charge> = all.iter().filter(is_other).copied().collect();
        purse
            .spend(work::of_order(order))
            .ok_or_else(work::too_much_to_try)?;
        let others = price_some(order, &others, &all)?;
        let mut costs = Self {
            order,
            dimension,
            affected,
            others: sum(others.lines.iter().map(|line| line.amount))?,
            known: Vec::new(),
            purse,
        };
        costs.known = costs.problems_at(dimension.min)?;
        Ok(costs)
    }

    /// What a demand costs.
    ///
    /// # Errors
    ///
    /// `bad_date` beyond the calendar, `out_of_range` where the purse is empty.
    pub fn at(&self, demand: u64) -> Answer<Cost> {
        let order = self.order_of(demand)?;
        let Affected { charges, bases, .. } = self.affected;
        self.spend(work::of_charges(&order, charges.iter().copied()))?;
        let priced = match price_some(&order, charges, bases) {
            Ok(priced) => priced,
            Err(fault) if fault.code() == Code::TooLarge => {
                return Ok(Cost {
                    rising: None,
                    falling: None,
                    has_problem: false,
                });
            }
            Err(fault) => return Err(fault),
        };
        let of = |falls: bool| {
            let lines = priced.lines.iter();
            let lines = lines.filter(|line| self.is_of_falling(line) == falls);
            sum(lines.map(|line| line.amount)).ok()
        };
        let rising = of(false).and_then(|sum| sum.checked_add(self.others));
        let mut problems =
            problems_of(&order, &self.affected.dimensions, &priced.plans).into_iter();
        Ok(Cost {
            rising,
            falling: of(true),
            has_problem: problems.any(|problem| self.is_new(&problem)),
        })
    }

    /// What a demand costs at least, and every larger one too, where the dimension comes in packages: all that is not
    /// added to them, or weighed against them, is left out. `None` where that cannot be held.
    ///
    /// # Errors
    ///
    /// `bad_date` beyond the calendar, `out_of_range` where the purse is empty.
    pub fn least_from(&self, demand: u64) -> Answer<Option<Amount>> {
        let order = self.order_of(demand)?;
        let charges = self.affected.charges.iter();
        self.spend(work::of_charges(&order, charges.copied()))?;
        let base = self.dimension.allowance_per.as_ref();
        let Some(base) = base.and_then(|id| order.card.charge(id)) else {
            return Ok(Some(self.others));
        };
        let mut least = Some(self.others);
        for period in periods(&order, base, model(base).cycle(order.billing))? {
            let Some(package) = model(base).package(&order, base, &period) else {
                continue;
            };
            let package = package.never_falling(&self.dimension.id);
            let count = package.cheapest_count().ok();
            let cost = count.and_then(|count| package.cost(count));
            least = least
                .zip(cost)
                .and_then(|(sum, cost)| sum.checked_add(cost));
        }
        Ok(least)
    }

    /// Whether a demand brings a problem, whatever packs cover.
    ///
    /// # Errors
    ///
    /// `out_of_range` where the purse is empty.
    pub fn has_problem(&self, demand: u64) -> Answer<bool> {
        let order = self.order_of(demand)?;
        let problems = problems_of(&order, &self.affected.dimensions, &[]);
        self.spend(u64::try_from(self.affected.dimensions.len()).unwrap_or(u64::MAX))?;
        Ok(problems.iter().any(|problem| self.is_new(problem)))
    }

    /// Takes what a trial costs.
    ///
    /// # Errors
    ///
    /// `out_of_range` where the purse does not hold as much.
    pub fn spend(&self, work: u64) -> Answer<()> {
        let paid = self.purse.spend(work.saturating_add(1));
        paid.ok_or_else(work::too_much_to_try)
    }

    /// Whether less is charged of a dimension as the demand rises, its allowance being for each of what is demanded.
    pub fn is_falling(&self, dimension: &Dimension) -> bool {
        let base = dimension.allowance_per.as_ref();
        let base = base.and_then(|id| self.order.card.charge(id));
        base.is_some_and(|base| base.model.dimension() == Some(&self.dimension.id))
    }

    /// Whether any charge that the edition is sold falls as the demand rises.
    pub fn has_falling(&self) -> bool {
        let dimensions = self.affected.dimensions.iter();
        let mut falling = dimensions.filter(|dimension| self.is_falling(dimension));
        falling.any(|dimension| {
            let mut charges = self.order.card.charges_of(&dimension.id);
            charges.any(|charge| self.order.edition.is_sold(charge))
        })
    }

    fn is_of_falling(&self, line: &Line) -> bool {
        let charge = self.order.card.charge(&line.charge);
        let counted = charge.and_then(|charge| charge.model.dimension());
        let counted = counted.and_then(|id| self.order.card.dimension(id));
        counted.is_some_and(|dimension| self.is_falling(dimension))
    }

    fn order_of(&self, demand: u64) -> Answer<Order<'a>> {
        let steady = vec![demand; self.order.months.len()];
        let order = self.order.with_demand(self.dimension, steady);
        order.ok_or_else(too_large)
    }

    /// What the edition does not do at a demand, beside what is wrong whatever the demand is.
    fn problems_at(&self, demand: u64) -> Answer<Vec<Problem>> {
        let order = self.order_of(demand)?;
        let Affected { charges, bases, .. } = self.affected;
        self.spend(work::of_charges(&order, charges.iter().copied()))?;
        let priced = price_some(&order, charges, bases).ok();
        let plans = priced.map(|priced| priced.plans).unwrap_or_default();
        Ok(problems_of(&order, &self.affected.dimensions, &plans))
    }

    fn is_new(&self, problem: &Problem) -> bool {
        let is_about_it =
            matches!(&problem.subject, Subject::Dimension(id) if *id == self.dimension.id);
        is_about_it || !self.known.iter().any(|known| is_same(known, problem))
    }
}

fn is_same(one: &Problem, other: &Problem) -> bool {
    let month = |problem: &Problem| problem.shortfall.map(|(month, _)| month);
    one.code == other.code && one.subject == other.subject && month(one) == month(other)
}
