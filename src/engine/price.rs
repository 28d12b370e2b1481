//! What each charge comes to: the charge models.

use std::sync::Arc;

use super::Answer;
use super::bundle::{AddOn, cheapest_count};
use super::line::{entry, sum, too_large};
use super::pack::{Planned, plans};
use super::reply::{Entry, Line};
use super::resolve::Resolved;
use super::why::{Sum, why};
use crate::calendar::{Date, Interval};
use crate::card::{
    Billing, Block, Charge, ChargeKind, Dimension, Every, Graduated, Length, Limit, Model, PerUnit,
    Tier, Trial, Volume,
};
use crate::money::Amount;
use crate::value::{Code, Fault};
use crate::word::Word;

/// The lines of an item, in the card's order, and the packs behind them; charges without an entry
/// are left out.
pub(super) fn lines<'a>(item: &Resolved<'a>) -> Answer<(Vec<Line>, Vec<Planned<'a>>)> {
    let counts = Counts::of(item)?;
    let plans = plans(item, &counts)?;
    let mut lines = Vec::new();
    for charge in &item.card.charges {
        let periods = periods(item, charge)?;
        let priced = price(item, &counts, &plans, charge, &periods)?;
        if priced.entries.is_empty() {
            continue;
        }
        let Some(source) = item.card.source(&charge.source) else {
            continue;
        };
        lines.push(Line {
            charge: charge.id.clone(),
            label: Arc::clone(&charge.label),
            kind: charge.kind,
            amount: sum(priced.entries.iter().map(|entry| entry.amount))?,
            why: why(item, charge, &priced),
            entries: priced.entries,
            source: Arc::clone(source),
        });
    }
    Ok((lines, plans))
}

/// A stretch of time that is charged at once.
pub(super) struct Period {
    /// The first and the last of its months, from 0.
    first: usize,
    last: usize,
    /// The day of the charge.
    pub on: Date,
    /// What the charge is for.
    covers: Interval,
    /// Whether it is a whole trial.
    trial: bool,
}

/// The end of a trial that begins on a day.
pub(super) fn trial_end(trial: &Trial, start: Date) -> Answer<Date> {
    let end = match trial.length {
        Length::Days(days) => start.plus_days(i64::from(days)),
        Length::Months(months) => start.plus_months(months),
    };
    end.ok_or_else(|| Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start"))
}

/// The periods in which a charge is made.
pub(super) fn periods(item: &Resolved, charge: &Charge) -> Answer<Vec<Period>> {
    if let (Some(trial), Some(month)) = (&item.edition.trial, item.months.first()) {
        let once = trial.basic == charge.id || trial.sells.contains(&charge.id);
        if once {
            return Ok(vec![Period {
                first: 0,
                last: item.months.len().saturating_sub(1),
                on: month.from,
                covers: Interval {
                    from: month.from,
                    to: Some(trial_end(trial, month.from)?),
                },
                trial: true,
            }]);
        }
        if !trial.beside.contains(&charge.id) {
            return Ok(Vec::new());
        }
    }
    let by_year = item.billing == Billing::Annual && charge.model.annual_price().is_some();
    if by_year {
        years(item)
    } else {
        months(item, charge.kind)
    }
}

fn months(item: &Resolved, kind: ChargeKind) -> Answer<Vec<Period>> {
    let beyond = || Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start");
    item.months
        .iter()
        .enumerate()
        .map(|(index, month)| {
            let (on, covers) = match kind {
                ChargeKind::Prepaid => (month.from, *month),
                ChargeKind::Payg => {
                    let next = month.from.first_of_next_month().ok_or_else(beyond)?;
                    let calendar_month = Interval {
                        from: month.from.first_of_month(),
                        to: Some(next),
                    };
                    (next, calendar_month)
                }
            };
            Ok(Period {
                first: index,
                last: index,
                on,
                covers,
                trial: false,
            })
        })
        .collect()
}

/// The years of an order that is billed by the year: as many as its months need.
fn years(item: &Resolved) -> Answer<Vec<Period>> {
    const MONTHS: usize = 12;
    let beyond = || Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start");
    let Some(start) = item.months.first().map(|month| month.from) else {
        return Ok(Vec::new());
    };
    let mut years = Vec::new();
    for first in (0..item.months.len()).step_by(MONTHS) {
        let start_of = |index: usize| {
            let index = u32::try_from(index).ok()?;
            item.card.months.start_of(start, index)
        };
        let end = first.saturating_add(MONTHS);
        let from = start_of(first).ok_or_else(beyond)?;
        years.push(Period {
            first,
            last: end.min(item.months.len()).saturating_sub(1),
            on: from,
            covers: Interval {
                from,
                to: Some(start_of(end).ok_or_else(beyond)?),
            },
            trial: false,
        });
    }
    Ok(years)
}

/// How many of each base charge there are in each month: what an allowance is multiplied by.
pub(super) struct Counts<'a> {
    by_charge: Vec<(&'a str, Vec<u64>)>,
}

impl<'a> Counts<'a> {
    fn of(item: &Resolved<'a>) -> Answer<Self> {
        let bases = item.card.charges.iter().filter(|charge| {
            let of_charge = |d: &Dimension| d.allowance_per.as_ref() == Some(&charge.id);
            matches!(charge.model, Model::Bundle(_)) || item.card.dimensions.iter().any(of_charge)
        });
        let by_charge = bases
            .map(|charge| Ok((&*charge.id, count(item, charge)?)))
            .collect::<Answer<_>>()?;
        Ok(Self { by_charge })
    }

    fn in_month(&self, charge: &str, month: usize) -> u64 {
        let of_charge = self.by_charge.iter().find(|(id, _)| *id == charge);
        of_charge
            .and_then(|(_, months)| months.get(month).copied())
            .unwrap_or(1)
    }
}

/// How many of a base charge there are in each month.
fn count(item: &Resolved, charge: &Charge) -> Answer<Vec<u64>> {
    match &charge.model {
        Model::PerUnit(per_unit) => Ok(item.demand_for(&per_unit.dimension).to_vec()),
        Model::Bundle(_) if item.edition.trial.is_none() => {
            let mut counts = Vec::new();
            for period in periods(item, charge)? {
                let count = bundle_count(item, charge, &period)?;
                counts.extend((period.first..=period.last).map(|_| count));
            }
            Ok(counts)
        }
        _ => Ok(item.months.iter().map(|_| 1).collect()),
    }
}

fn bundle_count(item: &Resolved, charge: &Charge, period: &Period) -> Answer<u64> {
    match bundle(item, charge, period) {
        None => Ok(1),
        Some((package, add_ons)) => cheapest_count(package, &add_ons),
    }
}

/// The price of a package and what is demanded beside it in a period; `None` where it is not sold.
pub(super) fn bundle(
    item: &Resolved,
    charge: &Charge,
    period: &Period,
) -> Option<(Amount, Vec<AddOn>)> {
    let package = price_of(item, charge)?;
    let held_in_it = item
        .dimensions()
        .filter(|(dimension, _)| dimension.allowance_per.as_ref() == Some(&charge.id));
    let add_ons: Vec<AddOn> = held_in_it
        .map(|(dimension, demand)| AddOn {
            demand: largest(demand, period),
            held: match dimension.quota(&item.edition.id) {
                Some(Limit::UpTo(held)) => held,
                Some(Limit::Unlimited) => u64::MAX,
                None => 0,
            },
            price: item
                .card
                .charges
                .iter()
                .filter(|other| other.model.dimension() == Some(&dimension.id))
                .find_map(|other| price_of(item, other)),
        })
        .collect();
    Some((package, add_ons))
}

fn largest(demand: &[u64], period: &Period) -> u64 {
    let months = demand.get(period.first..=period.last).unwrap_or_default();
    months.iter().copied().max().unwrap_or_default()
}

/// The single price of a charge for the edition and the billing; `None` where it is not sold.
fn price_of(item: &Resolved, charge: &Charge) -> Option<Amount> {
    let monthly = charge.model.price();
    let annual = charge.model.annual_price();
    let price = match item.billing {
        Billing::Monthly => monthly,
        Billing::Annual => annual.or(monthly),
    };
    price?.get(&item.edition.id).copied()
}

/// What a charge comes to.
pub(super) struct Priced {
    pub entries: Vec<Entry>,
    /// What the explanation adds to the entries.
    pub sum: Sum,
}

fn price(
    item: &Resolved,
    counts: &Counts,
    plans: &[Planned],
    charge: &Charge,
    periods: &[Period],
) -> Answer<Priced> {
    let mut priced = Priced {
        entries: Vec::new(),
        sum: Sum::default(),
    };
    let basic = |period: &Period| {
        let trial = item.edition.trial.as_ref();
        period.trial && trial.is_some_and(|trial| trial.basic == charge.id)
    };
    let mut carried = Carried::default();
    let is_pack = charge.pack_sizes().is_some();
    for period in periods {
        let billed = match charge.model.dimension() {
            None => 1,
            Some(dimension) => {
                let above = billed(item, counts, dimension, period, &mut priced.sum)?;
                let payg = charge.kind == ChargeKind::Payg;
                let left = plans
                    .iter()
                    .filter(|_| payg)
                    .find_map(|planned| planned.left_to_payg(dimension, period.first));
                left.unwrap_or(above)
            }
        };
        match &charge.model {
            // Packs are bought when the plan says, not period by period.
            _ if is_pack => {}
            Model::Flat(_) | Model::Bundle(_) => {
                let Some(price) = price_of(item, charge) else {
                    continue;
                };
                let quantity = match charge.model {
                    Model::Bundle(_) => counts.in_month(&charge.id, period.first),
                    _ => 1,
                };
                let entry = entry(period.on, quantity, price, period.covers)?;
                priced.sum.quantities.push(quantity);
                priced.entries.push(entry);
            }
            Model::PerUnit(PerUnit { every, .. }) => {
                let Some(price) = price_of(item, charge) else {
                    continue;
                };
                if billed == 0 && !basic(period) {
                    continue;
                }
                let days = match every {
                    Every::Month => 1,
                    Every::Day => period.covers.from.days_in_month(),
                };
                if *every == Every::Day {
                    priced.sum.days.push(days);
                }
                let quantity = billed.checked_mul(days).ok_or_else(too_large)?;
                priced.sum.quantities.push(billed);
                priced
                    .entries
                    .push(entry(period.on, quantity, price, period.covers)?);
            }
            Model::Block(Block { size, carries, .. }) => {
                let Some(price) = price_of(item, charge) else {
                    continue;
                };
                let (blocks, covers) = if *carries {
                    let forever = Interval {
                        from: period.covers.from,
                        to: None,
                    };
                    (
                        carried.blocks(billed, *size).ok_or_else(too_large)?,
                        forever,
                    )
                } else {
                    (billed.div_ceil(*size), period.covers)
                };
                if blocks > 0 {
                    priced.sum.quantities.push(blocks);
                    priced
                        .entries
                        .push(entry(period.on, blocks, price, covers)?);
                }
            }
            Model::Volume(Volume { tiers, .. }) => {
                let rate = tier_of(tiers, billed).and_then(|tier| tier.price.get(&item.edition.id));
                if let (Some(rate), true) = (rate, billed > 0) {
                    priced.sum.quantities.push(billed);
                    let entry = entry(period.on, billed, *rate, period.covers)?;
                    priced.entries.push(entry);
                }
            }
            Model::Graduated(Graduated { tiers, .. }) => {
                for (quantity, tier) in graduated(tiers, billed) {
                    if let Some(rate) = tier.price.get(&item.edition.id) {
                        priced.sum.quantities.push(quantity);
                        let entry = entry(period.on, quantity, *rate, period.covers)?;
                        priced.entries.push(entry);
                    }
                }
            }
            Model::Pack(_) => {}
        }
    }
    if let Some(planned) = plans.iter().find(|planned| planned.charge.id == charge.id) {
        for pack in planned.bought()? {
            priced.sum.quantities.push(pack.quantity);
            let entry = entry(pack.on, pack.quantity, pack.rate, pack.covers)?;
            priced.entries.push(entry);
        }
    }
    Ok(priced)
}

/// Blocks that are billed afterwards, and whose rest serves the following months.
#[derive(Default)]
struct Carried {
    needed: u64,
    bought: u64,
}

impl Carried {
    /// The blocks to buy for one month more.
    fn blocks(&mut self, need: u64, size: u64) -> Option<u64> {
        self.needed = self.needed.checked_add(need)?;
        let blocks = self.needed.div_ceil(size).checked_sub(self.bought)?;
        self.bought = self.bought.checked_add(blocks)?;
        Some(blocks)
    }
}

/// What of a dimension is billed in a period: what its allowance does not cover.
pub(super) fn billed(
    item: &Resolved,
    counts: &Counts,
    dimension: &str,
    period: &Period,
    sum: &mut Sum,
) -> Answer<u64> {
    let Some(dimension) = item.card.dimension(dimension) else {
        return Ok(0);
    };
    let demand = item.demand_for(&dimension.id);
    let trial = item.edition.trial.as_ref();
    let whole = period.trial && trial.is_some_and(|trial| trial.whole.contains(&dimension.id));
    let mut most: u64 = 0;
    let mut total: u64 = 0;
    for month in period.first..=period.last {
        let demand = demand.get(month).copied().unwrap_or_default();
        let allowance = allowance(item, counts, dimension, month);
        sum.allowance(allowance);
        let units = match &dimension.each {
            None => 1,
            Some(each) => item.demand_for(each).get(month).copied().unwrap_or(1),
        };
        total = total.checked_add(demand).ok_or_else(too_large)?;
        let beyond = if whole { total } else { demand }.saturating_sub(allowance);
        most = most.max(beyond.checked_mul(units).ok_or_else(too_large)?);
    }
    Ok(most)
}

/// What an edition includes of a dimension in a month.
fn allowance(item: &Resolved, counts: &Counts, dimension: &Dimension, month: usize) -> u64 {
    let count = match &dimension.allowance_per {
        None => 1,
        Some(charge) => counts.in_month(charge, month),
    };
    match dimension.quota(&item.edition.id) {
        None => 0,
        Some(Limit::Unlimited) => u64::MAX,
        Some(Limit::UpTo(held)) => held.saturating_mul(count),
    }
}

fn tier_of(tiers: &[Tier], quantity: u64) -> Option<&Tier> {
    let within = |tier: &&Tier| tier.from <= quantity && tier.to.is_none_or(|to| quantity < to);
    tiers.iter().find(within)
}

/// The part of a quantity that falls into each tier.
fn graduated(tiers: &[Tier], quantity: u64) -> impl Iterator<Item = (u64, &Tier)> {
    tiers.iter().filter_map(move |tier| {
        let top = tier.to.map_or(quantity, |to| to.min(quantity));
        top.checked_sub(tier.from)
            .filter(|&part| part > 0)
            .map(|part| (part, tier))
    })
}
