//! `next-unit`, `next-unit-free`, `next-unit-less`: what one unit more costs.

use std::cmp::Ordering;

use super::case::{Case, name, quantity};
use crate::card::{Block, Dimension, Limit, Model, Pack};
use crate::engine::reply::{ItemEstimate, Subject};
use crate::word::{Arg, Word};

/// The most that is priced to count the free units.
const MOST_TRIES: u32 = 48;

/// What one unit more in the month of the largest demand costs, or how many more cost nothing.
pub(super) fn find(case: &Case, dimension: &Dimension) -> Option<Word> {
    let edition = &case.priced.edition;
    let mut charges = case.card.charges.iter();
    let charged = charges.any(|charge| {
        charge.model.dimension() == Some(&dimension.id) && charge.model.is_sold_to(edition)
    });
    if !charged || dimension.quota(edition) == Some(Limit::Unlimited) {
        return None;
    }
    let next = Next::new(case, dimension)?;
    let more = next.with(1)?;
    let word = |id| {
        let word = Word::new(id)
            .with("dimension", name(dimension))
            .with("unit", quantity(dimension, 1));
        if case.months > 1 {
            word.with("month", next.month())
        } else {
            word
        }
    };
    match more.total.cmp(&case.priced.total) {
        Ordering::Greater => {
            let price = more.total.checked_sub(case.priced.total)?;
            Some(word("next-unit").with("price", case.money(price)))
        }
        Ordering::Less => {
            let saves = case.priced.total.checked_sub(more.total)?;
            Some(word("next-unit-less").with("saves", case.money(saves)))
        }
        // That a quota not asked for is free is no finding.
        Ordering::Equal if !case.is_demanded(dimension) => None,
        Ordering::Equal => {
            let word = Word::new("next-unit-free")
                .with("dimension", name(dimension))
                .with("units", quantity(dimension, next.free()?));
            Some(if case.months > 1 {
                word.with("month", next.month())
            } else {
                word
            })
        }
    }
}

/// Units added to the month of the largest demand, the first of those that are equal.
struct Next<'a> {
    case: &'a Case<'a>,
    dimension: &'a Dimension,
    by_month: Vec<u64>,
    peak: usize,
}

impl<'a> Next<'a> {
    fn new(case: &'a Case<'a>, dimension: &'a Dimension) -> Option<Self> {
        let by_month = case.demand(dimension);
        let (peak, _) = by_month.iter().enumerate().rev().max_by_key(|(_, d)| **d)?;
        Some(Self {
            case,
            dimension,
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
    fn with(&self, units: u64) -> Option<ItemEstimate> {
        let mut by_month = self.by_month.clone();
        let peak = by_month.get_mut(self.peak)?;
        *peak = peak.checked_add(units)?;
        let item = self.case.with_monthly(self.dimension, by_month);
        let more = self.case.estimate(&item)?;
        let own = &self.case.priced.problems;
        let had = more.problems.iter().all(|problem| {
            let about = Subject::Dimension(self.dimension.id.clone());
            let known = |own: &super::super::reply::Problem| {
                own.code == problem.code && own.subject == problem.subject
            };
            problem.subject != about && own.iter().any(known)
        });
        had.then_some(more)
    }

    fn is_free(&self, units: u64) -> bool {
        self.with(units)
            .is_some_and(|more| more.total == self.case.priced.total)
    }

    /// How many units more cost nothing; one does.
    ///
    /// Usually as many as an allowance, a started block or a pack has left, which is tried first.
    fn free(&self) -> Option<u64> {
        let mut tries = if self.case.quick { MOST_TRIES } else { 2 };
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
        let mut quotas = self.case.priced.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == self.dimension.id);
        let (demand, limit) = quota.map_or((0, 0), |q| (q.demand, q.limit.unwrap_or(0)));
        let mut guesses = Vec::from_iter(limit.checked_sub(demand));
        let rest = |units: u64, size: u64| {
            let used = units.checked_rem(size)?;
            size.checked_sub(used)
        };
        for charge in &self.case.card.charges {
            match &charge.model {
                Model::Block(Block {
                    dimension,
                    size,
                    carries,
                    ..
                }) if *dimension == self.dimension.id => {
                    let sum = self.by_month.iter().fold(0_u64, |sum, &month| {
                        sum.saturating_add(month.saturating_sub(limit))
                    });
                    let above = demand.saturating_sub(limit);
                    guesses.extend(rest(if *carries { sum } else { above }, *size));
                }
                Model::Pack(Pack { dimension, .. }) if *dimension == self.dimension.id => {
                    let plans = self.case.priced.packs.iter();
                    let plans = plans.filter(|plan| plan.charge == charge.id);
                    guesses.extend(plans.flat_map(|p| p.purchases.iter().map(|lot| lot.unused)));
                }
                _ => {}
            }
        }
        guesses.retain(|&guess| guess > 0);
        guesses.sort_unstable();
        guesses.dedup();
        guesses
    }
}
