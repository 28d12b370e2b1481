//! `graduated`: each part of the units above the allowance at its tier's rate.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak, Rise};
use super::package::Package;
use super::tiers::{self, parts};
use super::trace::Trace;
use super::why::{counted, explained};
use crate::card::{Billing, Charge, Graduated};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
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
            for (part, tier) in parts(&self.tiers, units) {
                if let Some(rate) = tier.price.get(edition) {
                    trace.charge(period, part, *rate)?;
                }
            }
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let id = match trace.is_above() {
            true => "graduated-above",
            false => "graduated",
        };
        let units = charging.quantity(&self.dimension, counted(trace));
        explained(Word::new(id).with("quantity", units), charging, trace)
    }

    fn rise(&self) -> Rise {
        tiers::rise(&self.tiers, true)
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn package(&self, _: &Order, _: &Charge, _: &Period) -> Option<Package> {
        None
    }
}
