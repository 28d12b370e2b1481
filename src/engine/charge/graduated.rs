//! `graduated`: each part of the units above the allowance at its tier's rate.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::tiers::{self, parts};
use super::trace::Trace;
use super::why::{counted, explained, with_parts};
use crate::card::{Billing, Charge, Graduated, Tier};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::Word;

impl ChargeModel for Graduated {
    fn cycle(&self, _: Billing) -> Cycle {
        Cycle::Month
    }

    fn counts<'o>(&self, _: &'o Order, _: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        Ok(None)
    }

    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        let mut trace = Trace::default();
        let edition = &charging.order.edition.id;
        for period in &charging.periods {
            let units = charging.billed(&self.dimension, period, &mut trace)?;
            let rated = |(part, tier): (u64, &Tier)| Some((part, *tier.price.get(edition)?));
            trace.charge_parts(
                period,
                parts(&self.tiers, units).filter_map(rated).collect(),
            )?;
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let id = match trace.is_above() {
            true => "graduated-above",
            false => "graduated",
        };
        let units = charging.quantity(&self.dimension, counted(trace));
        let word = Word::new(id).with("quantity", units);
        explained(with_parts(word, charging, trace), charging, trace)
    }

    fn rise(&self) -> Rise {
        tiers::rise(&self.tiers, true, false)
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn cost(&self, order: &Order, _: &Period, units: u64) -> Option<Amount> {
        parts(&self.tiers, units).try_fold(Amount::ZERO, |sum, (part, tier)| {
            let rate = tier.price.get(&order.edition.id)?;
            sum.checked_add(rate.checked_mul(part)?)
        })
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}
