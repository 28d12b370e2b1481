//! The replies of `estimate` and `compare`.

use serde::Serialize;
use serde::ser::Serializer;

use super::item::ItemReply;
use crate::calendar::Date;
use crate::engine::{Comparison, Estimate};
use crate::money::{Amount, Currency};

/// The reply of `estimate`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EstimateReply<'a> {
    start: Date,
    months: u32,
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::by_currency")
    )]
    totals: ByCurrency<'a>,
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::by_currency")
    )]
    per_month: ByCurrency<'a>,
    schedule: Vec<PaymentReply>,
    items: Vec<ItemReply<'a>>,
}

impl<'a> EstimateReply<'a> {
    /// The reply of an estimate.
    #[must_use]
    pub fn new(estimate: &'a Estimate) -> Self {
        let payments = estimate.schedule.iter();
        Self {
            start: estimate.start,
            months: estimate.months,
            totals: ByCurrency(&estimate.totals),
            per_month: ByCurrency(&estimate.per_month),
            schedule: payments
                .map(|payment| PaymentReply {
                    on: payment.on,
                    currency: payment.currency,
                    amount: payment.amount,
                })
                .collect(),
            items: estimate.items.iter().map(ItemReply::new).collect(),
        }
    }

    /// The same without findings, where none were asked for.
    #[must_use]
    pub fn without_advice(mut self) -> Self {
        self.items.iter_mut().for_each(ItemReply::leave_out_advice);
        self
    }
}

/// What is paid on a day in a currency.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentReply {
    on: Date,
    currency: Currency,
    amount: Amount,
}

/// Amounts by currency, as an object.
#[derive(Debug)]
struct ByCurrency<'a>(&'a [(Currency, Amount)]);

impl Serialize for ByCurrency<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// The reply of `compare`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompareReply<'a> {
    editions: Vec<ItemReply<'a>>,
    cheapest: Option<&'a str>,
}

impl<'a> CompareReply<'a> {
    /// The reply of a comparison.
    #[must_use]
    pub fn new(comparison: &'a Comparison) -> Self {
        Self {
            editions: comparison.editions.iter().map(ItemReply::new).collect(),
            cheapest: comparison.cheapest.as_deref(),
        }
    }

    /// The same without findings, where none were asked for.
    #[must_use]
    pub fn without_advice(mut self) -> Self {
        self.editions
            .iter_mut()
            .for_each(ItemReply::leave_out_advice);
        self
    }
}
