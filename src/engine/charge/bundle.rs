//! `bundle`: the packages that make a period cheapest together with the add-ons.

use std::borrow::Cow;

use super::model;
use super::model::{ChargeModel, Charging, Peak};
use super::package::{AddOn, Package};
use super::rise::Rise;
use super::trace::Trace;
use super::why::{counted, explained};
use crate::card::{Billing, Bundle, Charge, Dimension, Limit};
use crate::engine::answer::Answer;
use crate::engine::order::Order;
use crate::engine::period::{Cycle, Period, periods};
use crate::engine::usage::largest;
use crate::money::Amount;
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

    fn package<'o>(
        &self,
        order: &'o Order,
        charge: &Charge,
        period: &Period,
    ) -> Option<Package<'o>> {
        let mut package = Package::new(order.price(&self.price, self.annual_price.as_ref())?);
        let holds = |dimension: &Dimension| dimension.allowance_per.as_ref() == Some(&charge.id);
        for (dimension, demand) in order.dimensions().filter(|(d, _)| holds(d)) {
            let held = match dimension.quota(&order.edition.id) {
                Some(Limit::UpTo(held)) => held,
                // What is unlimited in one package needs no second one.
                Some(Limit::Unlimited) => continue,
                None => 0,
            };
            let charges = order.card.charges_of(&dimension.id);
            let mut sold = charges.filter(|c| order.edition.is_sold(c)).peekable();
            if sold.peek().is_none() {
                package.only_in_packages(largest(demand, period), held);
            }
            for added in sold {
                add_ons(
                    &mut package,
                    order,
                    added,
                    period,
                    (dimension, demand),
                    held,
                )?;
            }
        }
        Some(package)
    }
}

/// What a charge comes to beside the packages of a period: once for all of it, or in each of its
/// months. `None` beyond the calendar.
fn add_ons<'a>(
    package: &mut Package<'a>,
    order: &'a Order,
    charge: &'a Charge,
    period: &Period,
    (dimension, demand): (&'a Dimension, &[u64]),
    held: u64,
) -> Option<()> {
    let model = model(charge);
    let within = periods(order, charge, model.cycle(order.billing)).ok()?;
    let months = |of: &Period| period.months.contains(&of.months.start);
    for within in within.into_iter().filter(months) {
        // What packages hold nothing of may be sold in ways that cannot be weighed against them.
        if model.cost(order, &within, 0).is_none() {
            continue;
        }
        package.add_ons.push(AddOn {
            dimension: &dimension.id,
            demand: largest(demand, &within),
            held,
            rise: model.rise(),
            cost: Box::new(move |units| model.cost(order, &within, units)),
        });
    }
    Some(())
}
