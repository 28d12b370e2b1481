//! What a charge comes to, and the trace of its arithmetic.

use crate::calendar::{Date, Interval};
use crate::engine::answer::{Answer, too_large};
use crate::engine::period::Period;
use crate::engine::reply::Entry;
use crate::money::Amount;

/// The entries of a charge, with what each was computed from: the explanation is made of it.
#[derive(Default)]
pub(in crate::engine) struct Trace {
    /// What is charged.
    pub entries: Vec<Entry>,
    /// What was counted for each entry, before days multiply it.
    quantities: Vec<u64>,
    /// The days of each entry that is charged by the day.
    days: Vec<u64>,
    /// The smallest and the largest allowance that quantities were taken above.
    allowances: Option<(u64, u64)>,
}

impl Trace {
    /// Notes the allowances that quantities were taken above.
    pub fn allowances(&mut self, (least, most): (u64, u64)) {
        let (known_least, known_most) = self.allowances.unwrap_or((least, most));
        self.allowances = Some((known_least.min(least), known_most.max(most)));
    }

    /// Charges a quantity for a period.
    pub fn charge(&mut self, period: &Period, quantity: u64, price: Amount) -> Answer<()> {
        self.entry(
            period.months.start,
            period.on,
            quantity,
            price,
            period.covers,
        )
    }

    /// Charges a quantity for each of so many days of a period.
    pub fn charge_daily(
        &mut self,
        period: &Period,
        quantity: u64,
        days: u64,
        price: Amount,
    ) -> Answer<()> {
        let unit_days = quantity.checked_mul(days).ok_or_else(too_large)?;
        self.days.push(days);
        self.quantities.push(quantity);
        let month = period.months.start;
        self.push(month, period.on, unit_days, price, period.covers)
    }

    /// Charges a quantity for a month, on a day.
    pub fn entry(
        &mut self,
        month: usize,
        on: Date,
        quantity: u64,
        price: Amount,
        covers: Interval,
    ) -> Answer<()> {
        self.quantities.push(quantity);
        self.push(month, on, quantity, price, covers)
    }

    fn push(
        &mut self,
        month: usize,
        on: Date,
        quantity: u64,
        unit_price: Amount,
        covers: Interval,
    ) -> Answer<()> {
        let amount = unit_price.checked_mul(quantity).ok_or_else(too_large)?;
        self.entries.push(Entry {
            month,
            on,
            quantity,
            unit_price,
            amount,
            covers,
        });
        Ok(())
    }

    /// Whether some quantity was taken above an allowance.
    pub fn is_above(&self) -> bool {
        self.allowances.is_some_and(|(_, most)| most > 0)
    }

    /// The allowance, where there is one and it is the same in every month.
    pub fn allowance(&self) -> Option<u64> {
        let (least, most) = self.allowances?;
        (least == most && least > 0).then_some(least)
    }

    /// The quantity that every entry counts; `None` where they differ.
    pub fn steady(&self) -> Option<u64> {
        let first = self.quantities.first().copied().unwrap_or_default();
        let mut quantities = self.quantities.iter();
        quantities
            .all(|&quantity| quantity == first)
            .then_some(first)
    }

    /// What the prices were multiplied by, in all entries together.
    pub fn total(&self) -> u64 {
        let quantities = self.entries.iter().map(|entry| entry.quantity);
        quantities.fold(0, u64::saturating_add)
    }

    /// The days of all entries together; `None` where none is charged by the day.
    pub fn days(&self) -> Option<u64> {
        let days = self.days.iter().copied();
        (!self.days.is_empty()).then(|| days.fold(0, u64::saturating_add))
    }

    /// The price of every entry; `None` where they differ.
    pub fn price(&self) -> Option<Amount> {
        let price = self.entries.first()?.unit_price;
        let mut entries = self.entries.iter();
        entries
            .all(|entry| entry.unit_price == price)
            .then_some(price)
    }
}
