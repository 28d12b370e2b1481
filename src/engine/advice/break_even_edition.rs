//! `break-even-edition`: the demand at which one edition takes over from another.

use crate::sort::sort_and_dedup;
use std::cmp::Ordering;

use super::prover::{BISECTION, EXACT, Prover};
use super::vary::with_steady;
use crate::card::{Charge, Dimension, Edition, Limit};
use crate::engine::affected::Affected;
use crate::engine::arg::{dimension_name, edition_name, quantity};
use crate::engine::charge::model;
use crate::engine::editions::Alternative;
use crate::engine::order::Order;
use crate::engine::reply::ItemEstimate;
use crate::engine::request::Item;
use crate::word::{Arg, Word};

/// How far beyond demand, quotas and tiers a break-even is sought.
const REACH: u64 = 10;

/// The demand of a dimension, the same in every month and the other demands as they are, at which
/// the cheaper of two editions is no longer cheaper; of several, the one nearest to the demand.
///
/// It is told only where both editions do all that is needed at that demand. The order is that of the other
/// edition under the same demand.
pub(super) fn find(
    prover: &Prover,
    (dimension, affected): (&Dimension, &Affected),
    (other, other_order): (&Alternative, &Order),
) -> Option<Word> {
    let own = prover.order.edition;
    let pair = Pair {
        prover,
        dimension,
        affected,
        own,
        other: other.edition,
        other_order,
        other_priced: &other.priced,
    };
    if !pair.differ() || pair.has_given_packs() {
        return None;
    }
    let now = prover.demand(dimension).into_iter().max()?;
    let (high, order) = pair.flip_near(now)?;
    let at = |edition| prover.estimate(&pair.item(edition, high));
    let (own_cost, other_cost) = (at(own)?, at(other.edition)?);
    if !own_cost.fits() || !other_cost.fits() {
        return None;
    }
    let (below, above) = match order {
        Ordering::Less => (own, other.edition),
        _ => (other.edition, own),
    };
    let mut word = Word::new("break-even-edition")
        .with("dimension", dimension_name(dimension))
        .with("demand", quantity(dimension, high))
        .with("below", edition_name(below))
        .with("above", edition_name(above));
    let (own_total, other_total) = (own_cost.total?, other_cost.total?);
    if own_total == other_total {
        word = word.with("cost", prover.money(own_total));
    }
    let method = if pair.is_linear() { EXACT } else { BISECTION };
    Some(word.with("method", Arg::text(method)))
}

/// Whether there can be one between the edition that was priced and another.
pub(super) fn is_sought(prover: &Prover, other: &Alternative) -> bool {
    let no_trials = prover.order.edition.trial.is_none() && other.edition.trial.is_none();
    no_trials && prover.is_quick
}

struct Pair<'a> {
    prover: &'a Prover<'a>,
    dimension: &'a Dimension,
    affected: &'a Affected<'a>,
    own: &'a Edition,
    other: &'a Edition,
    other_order: &'a Order<'a>,
    other_priced: &'a ItemEstimate,
}

impl Pair<'_> {
    fn item(&self, edition: &Edition, demand: u64) -> Item {
        let item = self.prover.in_edition(edition);
        with_steady(&item, self.dimension, demand)
    }

    /// What the own edition costs at a demand, beside the other.
    fn order(&self, demand: u64) -> Option<Ordering> {
        let prover = self.prover;
        let total = |order: &Order, priced: &ItemEstimate| {
            let steady = vec![demand; order.months.len()];
            let order = order.with_demand(self.dimension, steady)?;
            prover.varied_total(&order, priced, self.affected)
        };
        let own = total(prover.order, prover.priced)?;
        let other = total(self.other_order, self.other_priced)?;
        Some(own.cmp(&other))
    }

    /// The demand at which the order turns round, the nearest to a demand, and the order before it.
    fn flip_near(&self, now: u64) -> Option<(u64, Ordering)> {
        let mut nearest: Option<(u64, Ordering)> = None;
        let mut before: Option<(u64, Ordering)> = None;
        for demand in self.bends(now) {
            let order = self.order(demand)?;
            if order == Ordering::Equal {
                continue;
            }
            if let Some((low, known)) = before
                && known != order
            {
                let flip = self.flip_between(low, demand, known)?;
                let is_nearer = |(other, _): (u64, _)| flip.abs_diff(now) < other.abs_diff(now);
                if nearest.is_none_or(is_nearer) {
                    nearest = Some((flip, known));
                }
            }
            before = Some((demand, order));
        }
        nearest
    }

    /// The first demand without the order that the lower of two has and the higher has not.
    fn flip_between(&self, mut low: u64, mut high: u64, order: Ordering) -> Option<u64> {
        while high.checked_sub(low)? > 1 {
            let middle = low.midpoint(high);
            if self.order(middle)? == order {
                low = middle;
            } else {
                high = middle;
            }
        }
        Some(high)
    }

    /// The demands at which the rise of a cost changes, and how far is sought.
    fn bends(&self, now: u64) -> Vec<u64> {
        let mut free = vec![0];
        for edition in [self.own, self.other] {
            let quota = self.dimension.quota(&edition.id);
            free.extend(quota.and_then(Limit::number));
        }
        let mut bends = vec![self.dimension.min, now];
        let kinks = self.charges().flat_map(|charge| model(charge).rise().kinks);
        let begins: Vec<u64> = kinks.chain([0]).collect();
        for free in free {
            for begin in &begins {
                let bend = free.saturating_add(*begin);
                bends.extend([bend.saturating_sub(1), bend, bend.saturating_add(1)]);
            }
        }
        let furthest = bends.iter().copied().max().unwrap_or_default();
        bends.push(furthest.max(REACH).saturating_mul(REACH));
        bends.retain(|bend| (self.dimension.min..=self.dimension.max).contains(bend));
        sort_and_dedup(&mut bends);
        bends
    }

    /// Whether the difference of the costs can change with the demand at all.
    fn differ(&self) -> bool {
        let (own, other) = (&*self.own.id, &*self.other.id);
        let is_dearer = |charge: &Charge| {
            let tiers = charge.model.tiers().iter().map(|tier| &tier.price);
            let single = [charge.model.price(), charge.model.annual_price()];
            let mut prices = single.into_iter().flatten().chain(tiers);
            prices.any(|price| price.get(own) != price.get(other))
        };
        let quotas = self.dimension.quota(own) != self.dimension.quota(other);
        self.charges().any(is_dearer) || (quotas && self.is_sold()) || !self.stands_alone()
    }

    /// The charges that count the dimension.
    fn charges(&self) -> impl Iterator<Item = &Charge> {
        self.affected.own.iter().copied()
    }

    fn is_sold(&self) -> bool {
        self.charges().next().is_some()
    }

    /// Whether neither its allowance nor another's depends on how much of something else there is.
    fn stands_alone(&self) -> bool {
        let card = self.prover.order.card;
        let counted = |d: &Dimension| {
            let base = d.allowance_per.as_ref().and_then(|id| card.charge(id));
            let by_base = base.is_some_and(|c| c.model.dimension() == Some(&self.dimension.id));
            by_base || d.each.as_ref() == Some(&self.dimension.id)
        };
        let own = self.dimension;
        let bundled = own.allowance_per.is_some() && self.is_sold();
        !bundled && own.each.is_none() && !card.dimensions.iter().any(counted)
    }

    /// Whether the costs rise evenly between the bends, so that there is one flip at most.
    fn is_linear(&self) -> bool {
        let is_even = |charge: &Charge| model(charge).rise().is_even;
        self.stands_alone() && self.charges().all(is_even)
    }

    /// Whether packs of the dimension are given, which would not change with the demand.
    fn has_given_packs(&self) -> bool {
        self.charges()
            .any(|charge| self.prover.given_packs(charge).is_some())
    }
}
