//! Where the pieces begin on which a cost only rises, or only falls.

use super::costs::Costs;
use crate::card::{Charge, Dimension, Limit};
use crate::engine::answer::Answer;
use crate::engine::charge::model;
use crate::engine::order::Order;
use crate::sort::sort_and_dedup;

/// The demands at which a piece begins.
pub(super) struct Kinks {
    /// By demand.
    starts: Vec<u64>,
    /// Those that come again with each package: the first, and how much a package holds.
    rounds: Vec<(u64, u64)>,
}

impl Kinks {
    /// The kinks of all charges that a demand changes: those at which a cost may fall, and where the charges must
    /// rise evenly between them, all others as well.
    ///
    /// # Errors
    ///
    /// `out_of_range` where there are more than there is time for.
    pub fn of(costs: &Costs, all: bool) -> Answer<Self> {
        let mut kinks = Self {
            starts: Vec::new(),
            rounds: Vec::new(),
        };
        let order = costs.order;
        for charge in &costs.affected.charges {
            let counted = charge.model.dimension();
            let counted = counted.and_then(|id| order.card.dimension(id));
            if let (Some(counted), true) = (counted, order.edition.is_sold(charge)) {
                kinks.add(costs, charge, counted, all)?;
            }
        }
        sort_and_dedup(&mut kinks.starts);
        Ok(kinks)
    }

    /// Where the piece begins that a demand is in.
    pub fn start_of(&self, demand: u64) -> u64 {
        let after = self.starts.partition_point(|start| *start <= demand);
        let before = after.checked_sub(1).and_then(|at| self.starts.get(at));
        let again = self.rounds.iter().filter_map(|&(first, held)| {
            let beyond = demand.checked_sub(first)?;
            demand.checked_sub(beyond.checked_rem(held)?)
        });
        again.chain(before.copied()).max().unwrap_or_default()
    }

    /// Whether there are kinks that come again and again.
    pub fn have_rounds(&self) -> bool {
        !self.rounds.is_empty()
    }

    fn add(
        &mut self,
        costs: &Costs,
        charge: &Charge,
        counted: &Dimension,
        all: bool,
    ) -> Answer<()> {
        let rise = model(charge).rise();
        if !rise.may_fall && !all {
            return Ok(());
        }
        // What is not charged at all up to 1.
        let bends: Vec<u64> = rise.kinks.iter().copied().chain([1]).collect();
        for flow in flows(costs, counted) {
            costs.spend(u64::try_from(bends.len()).unwrap_or(u64::MAX))?;
            for &bend in &bends {
                match (flow, flow.reaches(bend)) {
                    (Flow::Packages(held), Some(first)) if held > 0 => {
                        let round = (first, held);
                        if !self.rounds.contains(&round) {
                            self.rounds.push(round);
                        }
                    }
                    (_, start) => self.starts.extend(start),
                }
            }
        }
        Ok(())
    }
}

/// How many units of a dimension are charged in a month, by the demand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// So many times the demand, less an allowance, for each of so many.
    Itself {
        times: u64,
        allowance: u64,
        each: u64,
    },
    /// The demand, less what so many packages hold, however many.
    Packages(u64),
    /// So many for each of what is demanded.
    ForEach(u64),
    /// So many, less an allowance for each of what is demanded.
    Less { needed: u64, held: u64 },
}

impl Flow {
    /// The demand from which on there are so many units, or no longer so many.
    fn reaches(self, units: u64) -> Option<u64> {
        match self {
            Self::Itself {
                times,
                allowance,
                each,
            } => {
                let needed = units.checked_add(each.checked_sub(1)?)?.checked_div(each)?;
                let needed = needed.checked_add(allowance)?;
                needed
                    .checked_add(times.checked_sub(1)?)?
                    .checked_div(times)
            }
            Self::Packages(_) => Some(units),
            Self::ForEach(each) => units.checked_add(each.checked_sub(1)?)?.checked_div(each),
            Self::Less { needed, held } => {
                needed.checked_sub(units)?.checked_div(held)?.checked_add(1)
            }
        }
    }
}

/// What is charged of a dimension, month by month; in a trial also for all months up to each.
fn flows(costs: &Costs, counted: &Dimension) -> Vec<Flow> {
    let order = costs.order;
    let held = match counted.quota(&order.edition.id) {
        None => 0,
        Some(Limit::UpTo(held)) => held,
        Some(Limit::Unlimited) => return Vec::new(),
    };
    let is_itself = counted.id == costs.dimension.id;
    let base = counted.allowance_per.as_ref();
    let base = base.and_then(|id| order.card.charge(id));
    if let Some(base) = base.filter(|base| is_weighed(order, base)) {
        // What others demand of a package is the same whatever this demand is.
        return match is_itself && base.model.weighs_packages() {
            true => vec![Flow::Packages(held)],
            false => Vec::new(),
        };
    }
    let counts = base.and_then(|base| base.model.dimension());
    let counts = counts.map(|id| order.demand_for(id));
    let each = counted.each.as_ref().map(|id| order.demand_for(id));
    let in_month =
        |of: Option<&[u64]>, month: usize| of.map_or(1, |of| of.get(month).copied().unwrap_or(1));
    let is_for_each = counted.each.as_ref() == Some(&costs.dimension.id);
    let mut flows: Vec<Flow> = Vec::new();
    let mut sum: u64 = 0;
    for (&demand, month) in order.demand_for(&counted.id).iter().zip(0_usize..) {
        sum = sum.saturating_add(demand);
        let allowance = held.saturating_mul(in_month(counts, month));
        let up_to = u64::try_from(month).unwrap_or(u64::MAX).saturating_add(1);
        let each = in_month(each, month);
        let of_month = [(1, demand), (up_to, sum)].map(|(times, needed)| {
            if is_itself {
                Some(Flow::Itself {
                    times,
                    allowance,
                    each,
                })
            } else if is_for_each {
                Some(Flow::ForEach(needed.saturating_sub(allowance)))
            } else {
                let is_falling = costs.is_falling(counted);
                is_falling.then_some(Flow::Less { needed, held })
            }
        });
        for flow in of_month.into_iter().flatten() {
            if !flows.contains(&flow) {
                flows.push(flow);
            }
        }
    }
    flows
}

/// Whether so many packages are bought as are cheapest.
fn is_weighed(order: &Order, base: &Charge) -> bool {
    base.model.weighs_packages() && order.edition.trial.is_none() && order.edition.is_sold(base)
}
