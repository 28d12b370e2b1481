//! Packs: from a charge of the card to the planner and back.

use std::sync::Arc;

use super::Answer;
use super::line::too_large;
use super::price::{Counts, Period, billed, periods};
use super::reply::{PackPlan, PackPurchase, Problem, ProblemCode, Subject};
use super::resolve::Resolved;
use super::why::Sum;
use crate::calendar::{Date, Interval};
use crate::card::{Charge, Model, Pack, PackOffer};
use crate::money::Amount;
use crate::packs::{self, Plan, Purchase};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// The packs of a charge, planned or given, and what they leave to pay as you go.
pub(super) struct Planned<'a> {
    /// The charge of the packs.
    pub charge: &'a Charge,
    /// What the packs serve.
    dimension: &'a Id,
    /// The months that they serve; a trial is one.
    periods: Vec<Period>,
    plan: Plan,
    /// The units that a price is for, of which the plan's amounts count each.
    priced: u64,
    scale: u32,
}

/// The packs of every charge that sells them to the edition.
///
/// The needs are what the allowances leave; the planner finds the cheapest packs, together with pay
/// as you go where the card has it for the same dimension, or accounts for the packs that are given.
/// Where there is nothing to weigh, packs are bought when the balance runs out.
pub(super) fn plans<'a>(item: &Resolved<'a>, counts: &Counts) -> Answer<Vec<Planned<'a>>> {
    let mut plans = Vec::new();
    for charge in &item.card.charges {
        let (Some(_), Some(dimension)) = (charge.pack_sizes(), charge.model.dimension()) else {
            continue;
        };
        if !item.edition.is_sold(charge) {
            continue;
        }
        let periods = periods(item, charge)?;
        let PackOffer {
            offer,
            sizes,
            as_needed,
            scale,
        } = item
            .card
            .pack_offer(charge, &item.edition.id)
            .ok_or_else(too_large)?;
        let needs = periods
            .iter()
            .map(|period| billed(item, counts, dimension, period, &mut Sum::default()))
            .collect::<Answer<Vec<u64>>>()?;
        let given = item.item.buy.iter().find(|(id, _)| *id == charge.id);
        let plan = match given {
            None if as_needed => packs::top_up(&needs, &offer),
            None => packs::cheapest(&needs, &offer),
            Some((_, given)) => {
                let last = periods.len().saturating_sub(1);
                let given: Vec<Purchase> = given
                    .iter()
                    .map(|buy| Purchase {
                        // A trial is one stretch, whatever the month.
                        month: usize::try_from(buy.month).map_or(last, |month| month.min(last)),
                        quantity: buy.quantity,
                    })
                    .collect();
                packs::buy(&needs, &offer, &given)
            }
        };
        plans.push(Planned {
            charge,
            dimension,
            periods,
            plan: plan.map_err(|error| planning(charge, &error))?,
            priced: sizes.priced(),
            scale,
        });
    }
    Ok(plans)
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

/// A pack bought: the day, how many of what a price is for, that price, and its life.
pub(super) struct Bought {
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
        if self.dimension != dimension {
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
            saves: self.amount(Some(self.plan.saves))?,
        }))
    }

    /// A problem for every month that nothing covers.
    pub fn shortfalls(&self, item: &Resolved) -> Vec<Problem> {
        let Some(dimension) = item.card.dimension(self.dimension) else {
            return Vec::new();
        };
        let months = self.plan.months.iter().zip(0_u32..);
        months
            .filter(|(month, _)| month.uncovered > 0)
            .map(|(month, index)| Problem {
                code: ProblemCode::Shortfall,
                subject: Subject::Dimension(dimension.id.clone()),
                on: None,
                shortfall: Some((index, month.uncovered)),
                word: Word::new("shortfall")
                    .with(
                        "dimension",
                        Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label)),
                    )
                    .with("month", Arg::Count(u64::from(index).saturating_add(1)))
                    .with(
                        "missing",
                        Arg::Quantity(month.uncovered, Arc::clone(&dimension.unit)),
                    ),
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
        let Model::Pack(Pack {
            life: Some(life), ..
        }) = &self.charge.model
        else {
            return Ok(None);
        };
        let beyond = || Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start");
        on.plus_months(*life).map(Some).ok_or_else(beyond)
    }
}
