//! What the engine asks of a charge model.

use std::borrow::Cow;

use super::package::Package;
use super::trace::Trace;
use crate::card::{Billing, Charge, ChargeKind, Dimension};
use crate::engine::answer::Answer;
use crate::engine::arg::quantity;
use crate::engine::order::Order;
use crate::engine::packs::Planned;
use crate::engine::period::{Cycle, Period, PeriodKind};
use crate::engine::reply::PackPlan;
use crate::engine::usage::{Counts, above};
use crate::text::Id;
use crate::word::{Arg, Word};

/// A charge model: how an amount follows from an order.
///
/// No method has a default, so that whoever adds a model is led through all that is asked of it.
pub(in crate::engine) trait ChargeModel {
    /// How often it is charged.
    fn cycle(&self, billing: Billing) -> Cycle;

    /// How many of it there are in each month: what an allowance that is for each of them is
    /// multiplied by. `None` stands for one in every month.
    ///
    /// # Errors
    ///
    /// `too_large` where an amount cannot be held, `bad_date` beyond the calendar.
    fn counts<'o>(&self, order: &'o Order, charge: &Charge) -> Answer<Option<Cow<'o, [u64]>>>;

    /// What it comes to, period by period; nothing where the edition is not sold it.
    ///
    /// # Errors
    ///
    /// `too_large` where a quantity or an amount cannot be held, `bad_date` beyond the calendar.
    fn entries(&self, charging: &Charging) -> Answer<Trace>;

    /// The explanation of its entries, of which there is at least one.
    fn why(&self, charging: &Charging, trace: &Trace) -> Word;

    /// How its cost rises with the quantity above the allowance.
    fn rise(&self) -> Rise;

    /// How many units its price is for, where there is one price whatever the quantity.
    fn units_priced(&self) -> Option<u64>;

    /// What has been paid for and is not used: guesses at how many units more cost nothing.
    fn unused(&self, peak: &Peak) -> Vec<u64>;

    /// A package and what is demanded beside it in a period, where packages and add-ons are weighed
    /// against each other and the edition is sold them.
    fn package(&self, order: &Order, charge: &Charge, period: &Period) -> Option<Package>;
}

/// A charge that is being made for an order, with all that its amount may depend on.
pub(in crate::engine) struct Charging<'a> {
    pub order: &'a Order<'a>,
    pub charge: &'a Charge,
    /// How many there are of each charge.
    pub counts: &'a Counts<'a>,
    /// The packs of all charges.
    pub plans: &'a [Planned<'a>],
    pub cycle: Cycle,
    /// The periods in which it is made.
    pub periods: Vec<Period>,
}

impl Charging<'_> {
    /// What is billed of a dimension in a period: what its allowance does not cover and, where the
    /// charge is paid as it is used, packs do not either.
    ///
    /// # Errors
    ///
    /// `too_large` where the quantity cannot be held.
    pub fn billed(&self, dimension: &Id, period: &Period, trace: &mut Trace) -> Answer<u64> {
        let Some(dimension) = self.order.card.dimension(dimension) else {
            return Ok(0);
        };
        let units = self.above(dimension, period, trace)?;
        Ok(self.left_by_packs(dimension, period).unwrap_or(units))
    }

    /// The packs of this charge as they were planned or given, each charged when it is bought.
    ///
    /// # Errors
    ///
    /// `too_large` where a quantity or an amount cannot be held, `bad_date` beyond the calendar.
    pub fn packs(&self, dimension: &Id) -> Answer<Trace> {
        let mut trace = Trace::default();
        if let Some(dimension) = self.order.card.dimension(dimension) {
            for period in &self.periods {
                self.above(dimension, period, &mut trace)?;
            }
        }
        let mut plans = self.plans.iter();
        if let Some(planned) = plans.find(|planned| planned.charge.id == self.charge.id) {
            for pack in planned.bought()? {
                trace.entry(pack.month, pack.on, pack.quantity, pack.rate, pack.covers)?;
            }
        }
        Ok(trace)
    }

    /// Whether a period is a trial that this charge stands for, which is told even where it is free.
    pub fn is_trial_itself(&self, period: &Period) -> bool {
        let trial = self.order.edition.trial.as_ref();
        period.kind == PeriodKind::Trial && trial.is_some_and(|trial| trial.basic == self.charge.id)
    }

    /// A quantity in the unit of a dimension.
    pub fn quantity(&self, dimension: &Id, number: u64) -> Arg {
        match self.order.card.dimension(dimension) {
            Some(dimension) => quantity(dimension, number),
            None => Arg::Count(number),
        }
    }

    fn above(&self, dimension: &Dimension, period: &Period, trace: &mut Trace) -> Answer<u64> {
        let above = above(self.order, self.counts, dimension, period)?;
        if let Some(allowances) = above.allowances {
            trace.allowances(allowances);
        }
        Ok(above.units)
    }

    fn left_by_packs(&self, dimension: &Dimension, period: &Period) -> Option<u64> {
        if self.charge.kind != ChargeKind::Payg {
            return None;
        }
        let mut plans = self.plans.iter();
        plans.find_map(|planned| planned.left_to_payg(&dimension.id, period.months.start))
    }
}

/// How a cost rises with a quantity.
pub(in crate::engine) struct Rise {
    /// The quantities at which the rise may change, beside 0.
    pub kinks: Vec<u64>,
    /// Whether it rises evenly between them: each unit as much as the one before it.
    pub is_even: bool,
}

/// The largest demand for a dimension, and what it has been given.
pub(in crate::engine) struct Peak<'a> {
    /// The largest demand of a month.
    pub demand: u64,
    /// What is included in that month.
    pub limit: u64,
    /// The demand of every month.
    pub by_month: &'a [u64],
    /// The packs of the charge, where it has any.
    pub packs: Option<&'a PackPlan>,
}
