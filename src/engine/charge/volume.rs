//! `volume`: all units above the allowance at the rate of the tier that they fall into.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::tiers::{self, tier_of};
use super::trace::Trace;
use super::why::{counted, explained};
use crate::card::{Billing, Charge, Volume};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::Word;

impl ChargeModel for Volume {
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
            let rate = tier_of(&self.tiers, units).and_then(|tier| tier.price.get(edition));
            if let (Some(rate), true) = (rate, units > 0) {
                trace.charge(period, units, *rate)?;
            }
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let id = match trace.is_above() {
            true => "volume-above",
            false => "volume",
        };
        let units = charging.quantity(&self.dimension, counted(trace));
        explained(Word::new(id).with("quantity", units), charging, trace)
    }

    fn rise(&self) -> Rise {
        tiers::rise(&self.tiers, true, true)
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn cost(&self, order: &Order, _: &Period, units: u64) -> Option<Amount> {
        let tier = tier_of(&self.tiers, units)?;
        tier.price.get(&order.edition.id)?.checked_mul(units)
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}
