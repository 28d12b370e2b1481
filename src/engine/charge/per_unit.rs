//! `per-unit`: the units above the allowance × the price, for every month or every day.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak};
use super::package::Package;
use super::rise::Rise;
use super::trace::Trace;
use super::why::{counted, explained};
use crate::card::{Billing, Charge, Every, PerUnit};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period};
use crate::money::Amount;
use crate::word::Word;

impl ChargeModel for PerUnit {
    fn cycle(&self, billing: Billing) -> Cycle {
        Cycle::of(billing, self.annual_price.as_ref())
    }

    /// What is demanded of its dimension, all of it.
    fn counts<'o>(&self, order: &'o Order, _: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        let demand = order.demand_for(&self.dimension);
        Ok(Some(Cow::Borrowed(demand)))
    }

    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        let mut trace = Trace::default();
        let annual = self.annual_price.as_ref();
        let price = charging.order.price(&self.price, annual);
        for period in &charging.periods {
            let units = charging.billed(&self.dimension, period, &mut trace)?;
            let Some(price) = price else { continue };
            if units == 0 && !charging.is_trial_itself(period) {
                continue;
            }
            match self.every {
                Every::Month => trace.charge(period, units, price)?,
                Every::Day => {
                    trace.charge_daily(period, units, times(self.every, period), price)?
                }
            }
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let id = match trace.is_above() {
            true => "per-unit-above",
            false => "per-unit",
        };
        let units = charging.quantity(&self.dimension, counted(trace));
        explained(Word::new(id).with("quantity", units), charging, trace)
    }

    fn rise(&self) -> Rise {
        Rise {
            kinks: Vec::new(),
            is_even: true,
        }
    }

    fn units_priced(&self) -> Option<u64> {
        Some(1)
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn cost(&self, order: &Order, period: &Period, units: u64) -> Option<Amount> {
        let price = order.price(&self.price, self.annual_price.as_ref())?;
        price.checked_mul(units.checked_mul(times(self.every, period))?)
    }

    fn package<'o>(&self, _: &'o Order, _: &Charge, _: &Period) -> Option<Package<'o>> {
        None
    }
}

/// How often a unit is charged in a period: on every day of the calendar month, or once.
fn times(every: Every, period: &Period) -> u64 {
    match every {
        Every::Month => 1,
        Every::Day => period.covers.from.days_in_month(),
    }
}
