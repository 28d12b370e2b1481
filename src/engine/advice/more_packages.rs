//! `more-packages`: more packages than needed cost less than add-ons.

use super::prover::Prover;
use crate::card::Charge;
use crate::engine::arg::charge_name;
use crate::engine::charge::{Package, model};
use crate::engine::period::{Cycle, Period, periods};
use crate::money::Amount;
use crate::word::{Arg, Word};

/// The period in which more packages of a charge save most, the first of those that save as much.
pub(super) fn find(prover: &Prover, charge: &Charge) -> Option<Word> {
    let order = prover.order;
    if order.edition.trial.is_some() {
        return None;
    }
    let model = model(charge);
    let cycle = model.cycle(order.billing);
    let mut best: Option<More> = None;
    for period in periods(order, charge, cycle).ok()? {
        let package = model.package(order, charge, &period)?;
        let saves = best.as_ref().map_or(Amount::ZERO, |best| best.saves);
        let more = More::new(&package, period)?;
        best = more.filter(|more| more.saves > saves).or(best);
    }
    best?.word(prover, charge, cycle)
}

/// More packages than are needed, in one period.
struct More {
    period: Period,
    count: u64,
    cost: Amount,
    /// What of the cost is for add-ons.
    beside: Amount,
    fewer: u64,
    saves: Amount,
}

impl More {
    /// The cheapest number of packages beside the least; nothing inside where that is the cheapest,
    /// and `None` where a cost cannot be held.
    fn new(package: &Package, period: Period) -> Option<Option<Self>> {
        let count = package.cheapest_count().ok()?;
        let fewer = package.least_count;
        let cost = package.cost(count)?;
        let more = Self {
            period,
            count,
            cost,
            beside: cost.checked_sub(package.price.checked_mul(count)?)?,
            fewer,
            saves: package.cost(fewer)?.checked_sub(cost)?,
        };
        Some((count > fewer).then_some(more))
    }

    fn word(self, prover: &Prover, charge: &Charge, cycle: Cycle) -> Option<Word> {
        let mut word = Word::new("more-packages")
            .with("charge", charge_name(charge))
            .with("count", Arg::Count(self.count))
            .with("cost", prover.money(self.cost))
            .with("fewer", Arg::Count(self.fewer))
            .with("saves", prover.money(self.saves));
        if !self.beside.is_zero() {
            word = word.with("beside", prover.money(self.beside));
        }
        word = match cycle {
            Cycle::Year => word.with("years", Arg::Count(1)),
            Cycle::Month if prover.order.month_count() > 1 => word.with("months", Arg::Count(1)),
            Cycle::Month => word,
        };
        Some(word.with("on", Arg::Date(self.period.on)))
    }
}
