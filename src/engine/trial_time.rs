//! A trial's own time: what is asked of a trial, as far as the trial lasts.
//!
//! A question for a year says what is needed in a year. A trial of two weeks answers two weeks of it:
//! the months that begin before its end, and of what is used up in the course of a month only the share
//! of the days that it lasts. No months beyond its end are priced.

use std::sync::Arc;

use super::answer::{Answer, beyond_calendar};
use super::order::Order;
use super::period::trial_end;
use super::request::{CompareRequest, Demand, Item, MAX_MONTHS};
use crate::calendar::Date;
use crate::card::{Card, Dimension, Edition, Trial};
use crate::text::Id;

/// An item for a number of months.
pub(super) struct TrialTime {
    pub months: u32,
    pub item: Item,
}

impl TrialTime {
    /// What a request asks of a trial while it lasts; `item` is that of the request in its edition.
    ///
    /// # Errors
    ///
    /// The first fault of the item, and `bad_date` beyond the calendar.
    pub fn new(
        card: &Arc<Card>,
        trial: &Trial,
        request: &CompareRequest,
        item: &Item,
    ) -> Answer<Self> {
        let end = trial_end(trial, request.start)?;
        let months = months_until(card, request.start, end)?.min(request.months);
        let mut item = first_months(item, months);
        let order = Order::new(card, &item, request.start, months)?;
        let used_up = order
            .dimensions()
            .filter(|(dimension, _)| is_used_up(card, trial, order.edition, dimension));
        let shares: Vec<(Id, Vec<u64>)> = used_up
            .filter_map(|(dimension, demand)| {
                let shares = demand.iter().zip(&order.months).map(|(demand, month)| {
                    let month = (month.from, month.to.unwrap_or(end));
                    share(*demand, month, end).max(dimension.min)
                });
                let shares = shares.collect::<Vec<u64>>();
                (shares != demand).then(|| (dimension.id.clone(), shares))
            })
            .collect();
        for (id, shares) in shares {
            item.calls.retain(|(known, _)| *known != id);
            item.demand.retain(|(known, _)| *known != id);
            item.demand.push((id, Demand::Monthly(shares)));
        }
        Ok(Self { months, item })
    }
}

/// How many months begin before a day.
fn months_until(card: &Card, start: Date, end: Date) -> Answer<u32> {
    let mut months = 1;
    while months < MAX_MONTHS {
        let begins = card.months.start_of(start, months);
        if begins.ok_or_else(beyond_calendar)? >= end {
            break;
        }
        months = months.saturating_add(1);
    }
    Ok(months)
}

/// An item without what it says of later months.
fn first_months(item: &Item, months: u32) -> Item {
    let mut item = item.clone();
    for (_, demand) in &mut item.demand {
        if let Demand::Monthly(series) = demand {
            series.truncate(usize::try_from(months).unwrap_or_default());
        }
    }
    for (_, packs) in &mut item.buy {
        packs.retain(|pack| pack.month < months);
    }
    item
}

/// Whether a demand is used up in the course of a month, as messages are and seats are not: what is
/// granted for a whole trial, and what is bought in packs.
fn is_used_up(card: &Card, trial: &Trial, edition: &Edition, dimension: &Dimension) -> bool {
    let mut charges = card.charges.iter();
    trial.whole.contains(&dimension.id)
        || charges.any(|charge| {
            let is_of_it = charge.model.dimension() == Some(&dimension.id);
            is_of_it && charge.pack_sizes().is_some() && edition.is_sold(charge)
        })
}

/// A month's demand in the days before an end; a started unit counts whole.
fn share(demand: u64, (from, to): (Date, Date), end: Date) -> u64 {
    let days = |until: Date| u64::try_from(from.days_until(until)).unwrap_or_default();
    let (lasts, month) = (days(end.min(to)), days(to).max(1));
    let share = u128::from(demand).saturating_mul(lasts.into());
    u64::try_from(share.div_ceil(month.into())).unwrap_or(demand)
}
