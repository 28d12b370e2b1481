//! What an item costs month by month.

use super::answer::{Answer, too_large};
use super::reply::ItemEstimate;
use crate::card::ChargeKind;
use crate::money::Amount;

/// What a month costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MonthCost {
    /// What is paid beforehand; of a year that is paid at once, all in its first month.
    pub prepaid: Amount,
    /// What is used in it and paid afterwards.
    pub payg: Amount,
    /// Both together.
    pub total: Amount,
}

impl ItemEstimate {
    /// What each of the months costs. Together they are the item's total. Of an edition that is sold on
    /// request no month has a price, and there is none in the list.
    ///
    /// # Errors
    ///
    /// `too_large` where a sum cannot be held, which a part of the total always can.
    ///
    /// ```
    /// use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
    ///
    /// let users = Demand::Steady(25_000);
    /// let item = Item::new("chat", "standard").with_demand("mau", users);
    /// let request = EstimateRequest::new("2026-11-20".parse()?, item);
    /// let months = estimate(&ratecard::catalog(), &request)?.items[0].by_month(1)?;
    /// let parts = (months[0].prepaid, months[0].payg, months[0].total);
    /// assert_eq!(parts, ("399".parse()?, "225".parse()?, "624".parse()?));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn by_month(&self, months: u32) -> Answer<Vec<MonthCost>> {
        if self.is_on_request() {
            return Ok(Vec::new());
        }
        let months = usize::try_from(months).unwrap_or_default();
        let mut costs = vec![MonthCost::default(); months];
        for line in &self.lines {
            for entry in &line.entries {
                let Some(cost) = costs.get_mut(entry.month) else {
                    continue;
                };
                let part = match line.kind {
                    ChargeKind::Prepaid => &mut cost.prepaid,
                    ChargeKind::Payg => &mut cost.payg,
                };
                for sum in [part, &mut cost.total] {
                    *sum = sum.checked_add(entry.amount).ok_or_else(too_large)?;
                }
            }
        }
        Ok(costs)
    }

    /// Whether its months cost the same, so that what it costs by the month is no average.
    ///
    /// # Errors
    ///
    /// As [`by_month`](Self::by_month).
    ///
    /// ```
    /// use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
    ///
    /// let growing = Demand::Monthly(vec![8_000, 20_000]);
    /// let item = Item::new("chat", "standard").with_demand("mau", growing);
    /// let mut request = EstimateRequest::new("2026-11-20".parse()?, item);
    /// request.months = 2;
    /// let estimate = estimate(&ratecard::catalog(), &request)?;
    /// assert!(!estimate.items[0].is_even(2)?);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn is_even(&self, months: u32) -> Answer<bool> {
        let costs = self.by_month(months)?;
        let mut pairs = costs.iter().zip(costs.iter().skip(1));
        Ok(pairs.all(|(one, next)| one.total == next.total))
    }
}
