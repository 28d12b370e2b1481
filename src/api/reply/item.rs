//! What one item costs, line by line.

use serde::Serialize;
use serde::ser::Serializer;

use super::word::{Args, WordReply, english};
use super::{AssumptionReply, SourceReply, assumptions};
use crate::calendar::{Date, Interval};
use crate::engine::{Entry, ItemEstimate, Line, PackPlan, PackPurchase, Problem, Quota, Subject};
use crate::money::{Amount, Currency};
use crate::word::Word;

/// What one item costs.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemReply<'a> {
    product: &'a str,
    edition: &'a str,
    rate_card: &'a str,
    currency: Currency,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    on_request: bool,
    total: Option<Amount>,
    per_month: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_months: Option<u32>,
    fits: bool,
    lines: Vec<LineReply<'a>>,
    packs: Vec<PackPlanReply<'a>>,
    quotas: Vec<QuotaReply<'a>>,
    problems: Vec<ProblemReply<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<Vec<AdviceReply<'a>>>,
    assumptions: Vec<AssumptionReply<'a>>,
}

impl<'a> ItemReply<'a> {
    /// The reply of an item.
    #[must_use]
    pub fn new(item: &'a ItemEstimate) -> Self {
        Self {
            product: &item.card.product,
            edition: &item.edition,
            rate_card: &item.card.id,
            currency: item.card.currency,
            on_request: item.is_on_request(),
            total: item.total,
            per_month: item.per_month,
            paid_months: item.paid_months,
            fits: item.fits(),
            lines: item.lines.iter().map(LineReply::new).collect(),
            packs: item.packs.iter().map(PackPlanReply::new).collect(),
            quotas: item.quotas.iter().map(QuotaReply::new).collect(),
            problems: item.problems.iter().map(ProblemReply::new).collect(),
            advice: Some(item.advice.iter().map(|a| AdviceReply(&a.word)).collect()),
            assumptions: assumptions(&item.assumptions),
        }
    }

    pub(super) fn leave_out_advice(&mut self) {
        self.advice = None;
    }
}

/// A charge with all its entries.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineReply<'a> {
    charge: &'a str,
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::charge_kinds")
    )]
    kind: &'static str,
    amount: Amount,
    entries: Vec<EntryReply>,
    why: WordReply<'a>,
    source: SourceReply<'a>,
}

impl<'a> LineReply<'a> {
    fn new(line: &'a Line) -> Self {
        Self {
            charge: &line.charge,
            kind: line.kind.as_str(),
            amount: line.amount,
            entries: line.entries.iter().map(EntryReply::new).collect(),
            why: WordReply::new(&line.why),
            source: SourceReply::new(&line.source),
        }
    }
}

/// What is charged on a day.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntryReply {
    on: Date,
    quantity: u64,
    unit_price: Amount,
    amount: Amount,
    covers: IntervalReply,
}

impl EntryReply {
    fn new(entry: &Entry) -> Self {
        Self {
            on: entry.on,
            quantity: entry.quantity,
            unit_price: entry.unit_price,
            amount: entry.amount,
            covers: IntervalReply::new(entry.covers),
        }
    }
}

/// Days from a first one, which is in, to a last one, which is out.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IntervalReply {
    from: Date,
    to: Option<Date>,
}

impl IntervalReply {
    const fn new(interval: Interval) -> Self {
        Self {
            from: interval.from,
            to: interval.to,
        }
    }
}

/// The packs of a charge that were planned or given.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackPlanReply<'a> {
    charge: &'a str,
    purchases: Vec<PackPurchaseReply>,
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::difference")
    )]
    saves: Amount,
}

impl<'a> PackPlanReply<'a> {
    fn new(plan: &'a PackPlan) -> Self {
        Self {
            charge: &plan.charge,
            purchases: plan.purchases.iter().map(PackPurchaseReply::new).collect(),
            saves: plan.saves,
        }
    }
}

/// A pack that is bought.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackPurchaseReply {
    month: u32,
    on: Date,
    quantity: u64,
    amount: Amount,
    expires: Option<Date>,
    used: u64,
    unused: u64,
}

impl PackPurchaseReply {
    const fn new(purchase: &PackPurchase) -> Self {
        Self {
            month: purchase.month,
            on: purchase.on,
            quantity: purchase.quantity,
            amount: purchase.amount,
            expires: purchase.expires,
            used: purchase.used,
            unused: purchase.unused,
        }
    }
}

/// What is included of a dimension, and what is needed.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotaReply<'a> {
    dimension: &'a str,
    limit: Option<u64>,
    demand: u64,
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::quota_statuses")
    )]
    status: &'static str,
}

impl<'a> QuotaReply<'a> {
    fn new(quota: &'a Quota) -> Self {
        Self {
            dimension: &quota.dimension,
            limit: quota.limit,
            demand: quota.demand,
            status: quota.status.as_str(),
        }
    }
}

/// Something that an edition does not do.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemReply<'a> {
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::schema::problem_codes")
    )]
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimension: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feature: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    message: String,
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::args"))]
    args: Args<'a>,
}

impl<'a> ProblemReply<'a> {
    fn new(problem: &'a Problem) -> Self {
        let (dimension, feature) = match &problem.subject {
            Subject::Dimension(id) => (Some(&**id), None),
            Subject::Feature(id) => (None, Some(&**id)),
        };
        Self {
            code: problem.code.as_str(),
            dimension,
            feature,
            on: problem.on,
            month: problem.shortfall.map(|(month, _)| month),
            quantity: problem.shortfall.map(|(_, quantity)| quantity),
            months: problem.min_months,
            message: english(&problem.word),
            args: Args(&problem.word.args),
        }
    }
}

/// Something that the calculation proves: its code, its sentence and its figures.
#[derive(Debug)]
pub struct AdviceReply<'a>(&'a Word);

impl Serialize for AdviceReply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WordReply {
            id_name: "code",
            text_name: "message",
            word: self.0,
        }
        .serialize(serializer)
    }
}
