//! `pack`: packs that are bought beforehand and expire, as the planner has them bought.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::tiers;
use super::trace::Trace;
use super::why::explained_packs;
use crate::card::{Billing, Charge, Pack};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::Word;

impl ChargeModel for Pack {
    fn cycle(&self, _: Billing) -> Cycle {
        Cycle::Month
    }

    fn counts<'o>(&self, _: &'o Order, _: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        Ok(None)
    }

    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        charging.packs(&self.dimension)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let units = charging.quantity(&self.dimension, trace.total());
        explained_packs(Word::new("pack").with("quantity", units), charging, trace)
    }

    fn rise(&self) -> Rise {
        tiers::rise(&self.tiers, false, false)
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    /// What is left of each pack.
    fn unused(&self, peak: &Peak) -> Vec<u64> {
        let packs = peak.packs.map(|plan| plan.purchases.as_slice());
        let packs = packs.unwrap_or_default().iter();
        packs.map(|pack| pack.unused).collect()
    }

    fn cost(&self, _: &Order, _: &Period, _: u64) -> Option<Amount> {
        None
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}
