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
        let units = charging.quantity(&self.dimension, counted(trace));
        let word = match (trace.is_above(), self.demand_above(charging, trace)) {
            (true, Some(demand)) => Word::new("per-unit-above")
                .with("quantity", units)
                .with("demand", charging.quantity(&self.dimension, demand)),
            (true, None) => Word::new("per-unit-over").with("quantity", units),
            (false, _) => Word::new("per-unit").with("quantity", units),
        };
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

impl PerUnit {
    /// What is demanded, where that is the same in every month and all of it above one allowance is charged.
    fn demand_above(&self, charging: &Charging, trace: &Trace) -> Option<u64> {
        let demand = trace.steady()?.checked_add(trace.allowance()?)?;
        let mut months = charging.order.demand_for(&self.dimension).iter();
        months.all(|month| *month == demand).then_some(demand)
    }
}

/// How often a unit is charged in a period: on every day of the calendar month, or once.
fn times(every: Every, period: &Period) -> u64 {
    match every {
        Every::Month => 1,
        Every::Day => period.covers.from.days_in_month(),
    }
}
