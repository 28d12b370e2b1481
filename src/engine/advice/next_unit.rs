//! `next-unit`, `next-unit-free`, `next-unit-less`: what one unit more costs.

use crate::sort::sort_and_dedup;
use std::cmp::Ordering;

use super::prover::Prover;
use crate::card::{Dimension, Limit};
use crate::engine::affected::Affected;
use crate::engine::arg::{dimension_name, quantity};
use crate::engine::charge::{Peak, model};
use crate::engine::reply::{Problem, Subject};
use crate::money::Amount;
use crate::word::{Arg, Word};

/// The most that is priced to count the free units.
const MOST_TRIES: u32 = 48;

/// What one unit more in the month of the largest demand costs, or how many more cost nothing.
pub(super) fn find(prover: &Prover, dimension: &Dimension, affected: &Affected) -> Option<Word> {
    let edition = &prover.priced.edition;
    let mut charges = affected.own.iter();
    let is_charged = charges.any(|charge| charge.model.is_sold_to(edition));
    if !is_charged || dimension.quota(edition) == Some(Limit::Unlimited) {
        return None;
    }
    let next = Next::new(prover, dimension, affected)?;
    let more = next.with(1)?;
    let word = |id, name, units| {
        let word = Word::new(id)
            .with("dimension", dimension_name(dimension))
            .with(name, quantity(dimension, units));
        match prover.order.month_count() {
            0..=1 => word,
            _ => word.with("month", next.month()),
        }
    };
    match more.cmp(&prover.total) {
        Ordering::Greater => {
            let price = more.checked_sub(prover.total)?;
            Some(word("next-unit", "unit", 1).with("price", prover.rate(price)))
        }
        Ordering::Less => {
            let saves = prover.total.checked_sub(more)?;
            Some(word("next-unit-less", "unit", 1).with("saves", prover.money(saves)))
        }
        // That a quota not asked for is free is no finding.
        Ordering::Equal if !prover.is_demanded(dimension) => None,
        Ordering::Equal => Some(word("next-unit-free", "units", next.free()?)),
    }
}

/// Units added to the month of the largest demand, the first of those that are equal.
struct Next<'a> {
    prover: &'a Prover<'a>,
    dimension: &'a Dimension,
    affected: &'a Affected<'a>,
    by_month: Vec<u64>,
    peak: usize,
}

impl<'a> Next<'a> {
    fn new(
        prover: &'a Prover<'a>,
        dimension: &'a Dimension,
        affected: &'a Affected<'a>,
    ) -> Option<Self> {
        let by_month = prover.order.demand_for(&dimension.id).to_vec();
        let (peak, _) = by_month.iter().enumerate().rev().max_by_key(|(_, d)| **d)?;
        Some(Self {
            prover,
            dimension,
            affected,
            by_month,
            peak,
        })
    }

    /// The month, counted from 1.
    fn month(&self) -> Arg {
        let month = u64::try_from(self.peak).unwrap_or_default();
        Arg::Count(month.saturating_add(1))
    }

    /// The price with so many units more; `None` where the edition does not have them.
    fn with(&self, units: u64) -> Option<Amount> {
        let mut by_month = self.by_month.clone();
        let peak = by_month.get_mut(self.peak)?;
        *peak = peak.checked_add(units)?;
        let order = self.prover.order.with_demand(self.dimension, by_month)?;
        let (more, problems) = self.prover.varied_with_problems(&order, self.affected)?;
        let own = &self.prover.priced.problems;
        let had = problems.iter().all(|problem| {
            let about = Subject::Dimension(self.dimension.id.clone());
            let known = |own: &Problem| own.code == problem.code && own.subject == problem.subject;
            problem.subject != about && own.iter().any(known)
        });
        had.then_some(more)
    }

    fn is_free(&self, units: u64) -> bool {
        self.with(units)
            .is_some_and(|more| more == self.prover.total)
    }

    /// How many units more cost nothing; one does.
    ///
    /// Usually as many as an allowance, a started block or a pack has left, which is tried first.
    fn free(&self) -> Option<u64> {
        let mut tries = if self.prover.is_quick { MOST_TRIES } else { 2 };
        let mut is_free = |units: u64| {
            tries = tries.checked_sub(1)?;
            Some(self.is_free(units))
        };
        let (mut free, mut beyond) = (1, None);
        for guess in self.guesses() {
            if guess <= free || beyond.is_some_and(|beyond| guess >= beyond) {
                continue;
            }
            if is_free(guess)? {
                free = guess;
            } else {
                beyond = Some(guess);
            }
        }
        loop {
            let next = free.saturating_add(1);
            let guess = match beyond {
                Some(beyond) if beyond <= next => return Some(free),
                // Often the guess was right.
                _ if self.guesses().contains(&free) && !self.guesses().contains(&next) => {
                    if !is_free(next)? {
                        return Some(free);
                    }
                    free = next;
                    continue;
                }
                Some(beyond) => free.midpoint(beyond),
                None => free.checked_mul(2)?,
            };
            if is_free(guess)? {
                free = guess;
            } else {
                beyond = Some(guess);
            }
        }
    }

    /// What an allowance, a started block or a pack has left, in rising order.
    fn guesses(&self) -> Vec<u64> {
        let mut quotas = self.prover.priced.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == self.dimension.id);
        let (demand, limit) = quota.map_or((0, 0), |q| (q.demand, q.limit.unwrap_or(0)));
        let mut guesses = Vec::from_iter(limit.checked_sub(demand));
        for charge in &self.affected.own {
            let mut plans = self.prover.priced.packs.iter();
            guesses.extend(model(charge).unused(&Peak {
                demand,
                limit,
                by_month: &self.by_month,
                packs: plans.find(|plan| plan.charge == charge.id),
            }));
        }
        guesses.retain(|&guess| guess > 0);
        sort_and_dedup(&mut guesses);
        guesses
    }
}
