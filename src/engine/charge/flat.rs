//! `flat`: the same amount in every period.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::trace::Trace;
use super::why::explained;
use crate::card::{Billing, Charge, Flat};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::Word;

impl ChargeModel for Flat {
    fn cycle(&self, billing: Billing) -> Cycle {
        Cycle::of(billing, self.annual_price.as_ref())
    }

    fn counts<'o>(&self, _: &'o Order, _: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        Ok(None)
    }

    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        let mut trace = Trace::default();
        let annual = self.annual_price.as_ref();
        if let Some(price) = charging.order.price(&self.price, annual) {
            for period in &charging.periods {
                trace.charge(period, 1, price)?;
            }
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let is_trial = charging.order.edition.trial.is_some();
        let word = Word::new(if is_trial { "trial" } else { "flat" });
        explained(word, charging, trace)
    }

    fn rise(&self) -> Rise {
        Rise {
            kinks: Vec::new(),
            is_even: true,
            may_fall: false,
        }
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn cost(&self, _: &Order, _: &Period, _: u64) -> Option<Amount> {
        None
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}
