//! `block`: a price for each block of units above the allowance; a started block counts whole.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::trace::Trace;
use super::why::{counted, explained};
use crate::calendar::Interval;
use crate::card::{Billing, Block, Charge};
use crate::engine::answer::{Answer, too_large};
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::{Arg, Word};

impl ChargeModel for Block {
    fn cycle(&self, _: Billing) -> Cycle {
        Cycle::Month
    }

    fn counts<'o>(&self, _: &'o Order, _: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        Ok(None)
    }

    /// Blocks that are bought beforehand and carry over are packs, and the plan says how many.
    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        if charging.charge.pack_sizes().is_some() {
            return charging.packs(&self.dimension);
        }
        let mut trace = Trace::default();
        let mut balance = Balance::default();
        let price = charging.order.price(&self.price, None);
        for period in &charging.periods {
            let units = charging.billed(&self.dimension, period, &mut trace)?;
            let Some(price) = price else { continue };
            let (blocks, to) = if self.carries {
                let blocks = balance.blocks(units, self.size);
                (blocks.ok_or_else(too_large)?, None)
            } else {
                (units.div_ceil(self.size), period.covers.to)
            };
            if blocks > 0 {
                let from = period.covers.from;
                let month = period.months.start;
                trace.entry(month, period.on, blocks, price, Interval { from, to })?;
            }
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let id = match (self.carries, trace.is_above()) {
            (true, _) => "block-carried",
            (false, true) => "block-above",
            (false, false) => "block",
        };
        let word = Word::new(id)
            .with("quantity", Arg::Count(counted(trace)))
            .with("size", charging.quantity(&self.dimension, self.size));
        explained(word, charging, trace)
    }

    fn rise(&self) -> Rise {
        Rise {
            kinks: Vec::new(),
            is_even: false,
            may_fall: false,
        }
    }

    fn units_priced(&self) -> Option<u64> {
        Some(self.size)
    }

    /// What is left of the block that was started last.
    fn unused(&self, peak: &Peak) -> Vec<u64> {
        let above = |demand: u64| demand.saturating_sub(peak.limit);
        let used = if self.carries {
            let months = peak.by_month.iter().map(|&demand| above(demand));
            months.fold(0, u64::saturating_add)
        } else {
            above(peak.demand)
        };
        let started = used.checked_rem(self.size);
        let left = started.and_then(|started| self.size.checked_sub(started));
        Vec::from_iter(left)
    }

    fn cost(&self, _: &Order, _: &Period, _: u64) -> Option<Amount> {
        None
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}

/// Blocks that are billed afterwards, and whose rest serves the following months.
#[derive(Default)]
struct Balance {
    needed: u64,
    bought: u64,
}

impl Balance {
    /// The blocks to buy for one month more.
    fn blocks(&mut self, need: u64, size: u64) -> Option<u64> {
        self.needed = self.needed.checked_add(need)?;
        let blocks = self.needed.div_ceil(size).checked_sub(self.bought)?;
        self.bought = self.bought.checked_add(blocks)?;
        Some(blocks)
    }
}
