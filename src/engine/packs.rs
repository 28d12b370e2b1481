//! The packs of an item: from a charge of the card to the planner and back.

use super::answer::{Answer, beyond_calendar, too_large};
use super::arg::{dimension_name, quantity};
use super::order::Order;
use super::period::{Cycle, Period, periods};
use super::reply::{PackPlan, PackPurchase, Problem, ProblemCode, Subject};
use super::request::Buy;
use super::usage::{Counts, above};
use crate::calendar::{Date, Interval};
use crate::card::{Charge, Dimension, PackOffer};
use crate::money::Amount;
use crate::packs::{self, Lot, Plan, Purchase};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// The packs of a charge, planned or given, and what they leave to pay as you go.
pub(super) struct Planned<'a> {
    /// The charge of the packs.
    pub charge: &'a Charge,
    /// What the packs serve.
    dimension: &'a Dimension,
    /// The months that they serve; a trial is one.
    periods: Vec<Period>,
    plan: Plan,
    /// For how many months a pack serves; `None` for ever.
    life: Option<u32>,
    /// The units that a price is for, of which the plan's amounts count each.
    priced: u64,
    scale: u32,
}

/// The packs of the charges to be planned that sell them to the edition.
///
/// The needs are what the allowances leave; the planner finds the cheapest packs, together with pay
/// as you go where the card has it for the same dimension, or accounts for the packs that are given.
/// Where there is nothing to weigh, packs are bought when the balance runs out.
pub(super) fn plans<'a>(
    order: &Order<'a>,
    counts: &Counts,
    charges: &[&'a Charge],
) -> Answer<Vec<Planned<'a>>> {
    let charges = charges.iter().copied();
    let sold = charges.filter(|charge| order.edition.is_sold(charge));
    sold.filter_map(|charge| {
        charge.pack_sizes()?;
        let dimension = order.card.dimension(charge.model.dimension()?)?;
        Some(planned(order, counts, charge, dimension))
    })
    .collect()
}

fn planned<'a>(
    order: &Order,
    counts: &Counts,
    charge: &'a Charge,
    dimension: &'a Dimension,
) -> Answer<Planned<'a>> {
    let periods = periods(order, charge, Cycle::Month)?;
    let PackOffer {
        offer,
        sizes,
        as_needed,
        scale,
    } = order
        .card
        .pack_offer(charge, &order.edition.id)
        .ok_or_else(too_large)?;
    let needs = periods
        .iter()
        .map(|period| Ok(above(order, counts, dimension, period)?.units))
        .collect::<Answer<Vec<u64>>>()?;
    let given = order.item.buy.iter().find(|(id, _)| *id == charge.id);
    let plan = match given {
        None if as_needed => packs::top_up(&needs, &offer),
        None => packs::cheapest(&needs, &offer),
        Some((_, given)) => packs::buy(&needs, &offer, &purchases(given, periods.len())),
    };
    Ok(Planned {
        charge,
        dimension,
        periods,
        plan: plan.map_err(|error| planning(charge, &error))?,
        life: offer.life,
        priced: sizes.priced(),
        scale,
    })
}

/// Packs that are given, by the period in which they are bought. A trial is one period, whatever the
/// month.
fn purchases(given: &[Buy], periods: usize) -> Vec<Purchase> {
    let last = periods.saturating_sub(1);
    let given = given.iter();
    given
        .map(|buy| Purchase {
            month: usize::try_from(buy.month).map_or(last, |month| month.min(last)),
            quantity: buy.quantity,
        })
        .collect()
}

/// The units that packs have at the beginning of a month.
fn left(lots: &[Lot], month: usize) -> u64 {
    let serve = |lot: &&Lot| lot.month <= month && lot.expires.is_none_or(|end| month < end);
    let lots = lots.iter().filter(serve).map(|lot| {
        let before = lot.serves.iter().filter(|served| served.month < month);
        let taken = before.map(|served| served.quantity);
        lot.quantity
            .saturating_sub(taken.fold(0, u64::saturating_add))
    });
    lots.fold(0, u64::saturating_add)
}

/// The fault of packs that cannot be planned. A checked card and a checked request leave only
/// amounts that cannot be held.
fn planning(charge: &Charge, error: &packs::Error) -> Fault {
    match error {
        packs::Error::TooLarge => too_large(),
        _ => {
            let word = Word::new("packs-not-planned")
                .with("charge", Arg::text(&charge.id))
                .with("reason", Arg::Text(error.to_string()));
            Fault::new(Code::TooLarge, word)
        }
    }
}

/// A pack bought: the month and the day, how many of what a price is for, that price, and its life.
pub(super) struct Bought {
    /// The month, from 0.
    pub month: usize,
    pub on: Date,
    pub quantity: u64,
    pub rate: Amount,
    pub covers: Interval,
}

impl Planned<'_> {
    /// The packs bought, in their order.
    pub fn bought(&self) -> Answer<Vec<Bought>> {
        let lots = self.plan.purchases.iter();
        lots.map(|lot| {
            let period = self.periods.get(lot.month).ok_or_else(too_large)?;
            Ok(Bought {
                month: period.months.start,
                on: period.on,
                // Sizes that are sold are whole multiples of what a price is for.
                quantity: lot
                    .quantity
                    .checked_div(self.priced)
                    .ok_or_else(too_large)?,
                rate: Amount::from_parts(lot.rate.into(), self.scale).ok_or_else(too_large)?,
                covers: Interval {
                    from: period.on,
                    to: self.expiry(period.on)?,
                },
            })
        })
        .collect()
    }

    /// The units that packs leave to pay as you go, for a dimension and a month.
    pub fn left_to_payg(&self, dimension: &Id, month: usize) -> Option<u64> {
        if self.dimension.id != *dimension {
            return None;
        }
        self.plan.months.get(month).map(|month| month.payg)
    }

    /// The plan as a reply says it; `None` where nothing was bought or given.
    pub fn reply(&self) -> Answer<Option<PackPlan>> {
        if self.plan.purchases.is_empty() {
            return Ok(None);
        }
        let lots = self.plan.purchases.iter();
        let purchases = lots
            .map(|lot| {
                let period = self.periods.get(lot.month).ok_or_else(too_large)?;
                Ok(PackPurchase {
                    month: u32::try_from(lot.month).unwrap_or(u32::MAX),
                    on: period.on,
                    quantity: lot.quantity,
                    amount: self.amount(i128::try_from(lot.amount).ok())?,
                    expires: self.expiry(period.on)?,
                    used: lot.used,
                    unused: lot.unused,
                })
            })
            .collect::<Answer<_>>()?;
        Ok(Some(PackPlan {
            charge: self.charge.id.clone(),
            purchases,
            left: (0..self.plan.months.len())
                .map(|month| left(&self.plan.purchases, month))
                .collect(),
            saves: self.amount(Some(self.plan.saves))?,
        }))
    }

    /// A problem for every month that nothing covers.
    pub fn shortfalls(&self) -> Vec<Problem> {
        let months = self.plan.months.iter().zip(0_u32..);
        months
            .filter(|(month, _)| month.uncovered > 0)
            .map(|(month, index)| Problem {
                code: ProblemCode::Shortfall,
                subject: Subject::Dimension(self.dimension.id.clone()),
                on: None,
                shortfall: Some((index, month.uncovered)),
                min_months: None,
                word: Word::new("shortfall")
                    .with("dimension", dimension_name(self.dimension))
                    .with("month", Arg::Count(u64::from(index).saturating_add(1)))
                    .with("missing", quantity(self.dimension, month.uncovered)),
            })
            .collect()
    }

    /// An amount of the plan, which is a multiple of what a price is for.
    fn amount(&self, scaled: Option<i128>) -> Answer<Amount> {
        scaled
            .and_then(|scaled| scaled.checked_div(i128::from(self.priced)))
            .and_then(|coefficient| Amount::from_parts(coefficient, self.scale))
            .ok_or_else(too_large)
    }

    /// The first day on which a pack no longer serves. Its life is counted in calendar months from
    /// the day of purchase, whatever the card's months, so that every month it serves is whole.
    fn expiry(&self, on: Date) -> Answer<Option<Date>> {
        let Some(life) = self.life else {
            return Ok(None);
        };
        on.plus_months(life).map(Some).ok_or_else(beyond_calendar)
    }
}
