//! `bundle`: the packages that make a period cheapest together with the add-ons.

use std::borrow::Cow;

use super::model::{ChargeModel, Charging, Peak, Rise};
use super::package::{AddOn, Package};
use super::trace::Trace;
use super::why::{counted, explained};
use crate::card::{Billing, Bundle, Charge, Dimension, Limit};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period, periods};
use crate::engine::usage::largest;
use crate::word::{Arg, Word};

impl ChargeModel for Bundle {
    fn cycle(&self, billing: Billing) -> Cycle {
        Cycle::of(billing, self.annual_price.as_ref())
    }

    /// As many packages as are cheapest; a trial is one.
    fn counts<'o>(&self, order: &'o Order, charge: &Charge) -> Answer<Option<Cow<'o, [u64]>>> {
        if order.edition.trial.is_some() {
            return Ok(None);
        }
        let mut counts = Vec::new();
        for period in periods(order, charge, self.cycle(order.billing))? {
            let count = match self.package(order, charge, &period) {
                None => 1,
                Some(package) => package.cheapest_count()?,
            };
            counts.extend(period.months.map(|_| count));
        }
        Ok(Some(Cow::Owned(counts)))
    }

    fn entries(&self, charging: &Charging) -> Answer<Trace> {
        let mut trace = Trace::default();
        let annual = self.annual_price.as_ref();
        let Some(price) = charging.order.price(&self.price, annual) else {
            return Ok(trace);
        };
        let id = &charging.charge.id;
        for period in &charging.periods {
            let count = charging.counts.in_month(id, period.months.start);
            trace.charge(period, count, price)?;
        }
        Ok(trace)
    }

    fn why(&self, charging: &Charging, trace: &Trace) -> Word {
        let is_trial = charging.order.edition.trial.is_some();
        let word = Word::new(if is_trial { "trial" } else { "bundle" });
        let word = word.with("quantity", Arg::Count(counted(trace)));
        explained(word, charging, trace)
    }

    fn rise(&self) -> Rise {
        Rise {
            kinks: Vec::new(),
            is_even: false,
        }
    }

    fn units_priced(&self) -> Option<u64> {
        None
    }

    fn unused(&self, _: &Peak) -> Vec<u64> {
        Vec::new()
    }

    fn package(&self, order: &Order, charge: &Charge, period: &Period) -> Option<Package> {
        let held_in_it = order
            .dimensions()
            .filter(|(dimension, _)| dimension.allowance_per.as_ref() == Some(&charge.id));
        Some(Package {
            price: order.price(&self.price, self.annual_price.as_ref())?,
            add_ons: held_in_it
                .map(|(dimension, demand)| add_on(order, dimension, largest(demand, period)))
                .collect(),
        })
    }
}

/// What is demanded of a dimension, and what of it one package holds.
fn add_on(order: &Order, dimension: &Dimension, demand: u64) -> AddOn {
    let charges = order.card.charges.iter();
    let mut beside = charges.filter(|other| other.model.dimension() == Some(&dimension.id));
    AddOn {
        demand,
        held: match dimension.quota(&order.edition.id) {
            Some(Limit::UpTo(held)) => held,
            Some(Limit::Unlimited) => u64::MAX,
            None => 0,
        },
        price: beside.find_map(|other| order.price_of(other)),
    }
}
