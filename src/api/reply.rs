//! Replies and errors as they stand in JSON.
//!
//! These types are the interface: their field names are fixed, and the JSON Schema and the
//! TypeScript types of the package follow from them.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::command::json;
use crate::calendar::{Date, Interval};
use crate::card::{Listed, Source};
use crate::engine::{
    Comparison, Entry, Estimate, Event, ItemEstimate, Lifecycle, Line, Problem, Quota, Refund,
    Subject, When,
};
use crate::locale::{PlainEnglish, render};
use crate::money::{Amount, Currency};
use crate::value::Fault;
use crate::word::{Arg, Word};

/// An error: `{"error": {…}}`.
#[derive(Debug, Serialize)]
pub struct ErrorReply<'a> {
    /// What is wrong.
    pub error: ErrorBody<'a>,
}

/// What is wrong with a request.
#[derive(Debug, Serialize)]
pub struct ErrorBody<'a> {
    /// One of the codes of the interface.
    pub code: &'static str,
    /// The place in the request, such as `items[0].demand.mau`.
    pub path: &'a str,
    /// What was wrong and what is accepted.
    pub message: String,
}

impl<'a> ErrorReply<'a> {
    /// The error of a fault.
    #[must_use]
    pub fn new(fault: &'a Fault) -> Self {
        Self {
            error: ErrorBody {
                code: fault.code.as_str(),
                path: &fault.path,
                message: english(&fault.word),
            },
        }
    }

    /// The error as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        json(self)
    }
}

/// A word with its English text.
#[derive(Debug)]
pub struct WordReply<'a> {
    /// The name under which the id stands: `id` or `code`.
    id_name: &'static str,
    /// The name under which the text stands: `text` or `message`.
    text_name: &'static str,
    word: &'a Word,
}

impl<'a> WordReply<'a> {
    /// An explanation: `{id, args, text}`.
    #[must_use]
    pub const fn new(word: &'a Word) -> Self {
        Self {
            id_name: "id",
            text_name: "text",
            word,
        }
    }
}

impl Serialize for WordReply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry(self.id_name, self.word.id)?;
        map.serialize_entry("args", &Args(&self.word.args))?;
        map.serialize_entry(self.text_name, &english(self.word))?;
        map.end()
    }
}

/// The arguments of a word: numbers as numbers, everything else as text.
#[derive(Debug)]
struct Args<'a>(&'a [(&'static str, Arg)]);

impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, arg)| (name, ArgValue(arg))))
    }
}

struct ArgValue<'a>(&'a Arg);

impl Serialize for ArgValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Arg::Count(number) | Arg::Quantity(number, _) => serializer.serialize_u64(*number),
            Arg::Money(amount, _) => amount.serialize(serializer),
            Arg::Date(date) => date.serialize(serializer),
            Arg::Label(id, _) => serializer.serialize_str(id),
            Arg::Text(text) => serializer.serialize_str(text),
            Arg::List(things) => things.serialize(serializer),
        }
    }
}

/// The English text of a word.
fn english(word: &Word) -> String {
    render(word, &crate::ENGLISH, &PlainEnglish)
}

/// Amounts by currency, as an object.
#[derive(Debug)]
struct ByCurrency<'a>(&'a [(Currency, Amount)]);

impl Serialize for ByCurrency<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// The reply of `estimate`.
#[derive(Debug, Serialize)]
pub struct EstimateReply<'a> {
    start: Date,
    months: u32,
    totals: ByCurrency<'a>,
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
}

/// What is paid on a day in a currency.
#[derive(Debug, Serialize)]
pub struct PaymentReply {
    on: Date,
    currency: Currency,
    amount: Amount,
}

/// What one item costs.
#[derive(Debug, Serialize)]
pub struct ItemReply<'a> {
    product: &'a str,
    edition: &'a str,
    rate_card: &'a str,
    currency: Currency,
    total: Amount,
    per_month: Amount,
    fits: bool,
    lines: Vec<LineReply<'a>>,
    packs: [(); 0],
    quotas: Vec<QuotaReply<'a>>,
    problems: Vec<ProblemReply<'a>>,
    advice: Vec<AdviceReply<'a>>,
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
            total: item.total,
            per_month: item.per_month,
            fits: item.fits(),
            lines: item.lines.iter().map(LineReply::new).collect(),
            packs: [],
            quotas: item.quotas.iter().map(QuotaReply::new).collect(),
            problems: item.problems.iter().map(ProblemReply::new).collect(),
            advice: item.advice.iter().map(|a| AdviceReply(&a.word)).collect(),
            assumptions: assumptions(&item.assumptions),
        }
    }
}

/// A charge with all its entries.
#[derive(Debug, Serialize)]
pub struct LineReply<'a> {
    charge: &'a str,
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

/// Where a figure stands.
#[derive(Debug, Serialize)]
pub struct SourceReply<'a> {
    document: &'a str,
    section: &'a str,
    updated: Option<Date>,
}

impl<'a> SourceReply<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            document: &source.document,
            section: &source.section,
            updated: source.updated,
        }
    }
}

/// What is included of a dimension, and what is needed.
#[derive(Debug, Serialize)]
pub struct QuotaReply<'a> {
    dimension: &'a str,
    limit: Option<u64>,
    demand: u64,
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
pub struct ProblemReply<'a> {
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
    message: String,
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

/// A reading that touched an answer.
#[derive(Debug, Serialize)]
pub struct AssumptionReply<'a> {
    id: &'a str,
    text: &'a str,
}

fn assumptions(assumptions: &[crate::engine::Assumption]) -> Vec<AssumptionReply<'_>> {
    let replies = assumptions.iter().map(|assumption| AssumptionReply {
        id: &assumption.id,
        text: assumption.text.get(crate::text::ENGLISH),
    });
    replies.collect()
}

/// The reply of `compare`.
#[derive(Debug, Serialize)]
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
}

/// A rate card in the reply of `cards`.
#[derive(Debug, Serialize)]
pub struct CardSummary<'a> {
    id: &'a str,
    product: &'a str,
    label: &'a str,
    currency: Currency,
    effective: Option<Date>,
    superseded_by: Option<&'a str>,
    editions: Vec<&'a str>,
    dimensions: Vec<&'a str>,
    source: Option<SourceReply<'a>>,
}

impl<'a> CardSummary<'a> {
    /// The summary of a card in a list.
    #[must_use]
    pub fn new(listed: &'a Listed<'a>) -> Self {
        let card = &listed.card;
        Self {
            id: &card.id,
            product: &card.product,
            label: card.label.get(crate::text::ENGLISH),
            currency: card.currency,
            effective: card.effective,
            superseded_by: listed.superseded_by,
            editions: card.editions.iter().map(|e| &*e.id).collect(),
            dimensions: card.dimensions.iter().map(|d| &*d.id).collect(),
            source: card.source(&card.source).map(|s| SourceReply::new(s)),
        }
    }
}

/// The reply of `lifecycle`.
#[derive(Debug, Serialize)]
pub struct LifecycleReply<'a> {
    events: Vec<EventReply>,
    notes: Vec<&'a str>,
}

impl<'a> LifecycleReply<'a> {
    /// The reply of a lifecycle.
    #[must_use]
    pub fn new(lifecycle: &'a Lifecycle) -> Self {
        let notes = lifecycle.notes.iter();
        Self {
            events: lifecycle.events.iter().map(EventReply::new).collect(),
            notes: notes.map(|note| note.get(crate::text::ENGLISH)).collect(),
        }
    }
}

/// Something that happens to an order.
#[derive(Debug, Serialize)]
pub struct EventReply {
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
}

impl EventReply {
    fn new(event: &Event) -> Self {
        let (at, from, last) = match event.when {
            When::At(moment) => (Some(moment.to_string()), None, None),
            When::On(day) => (Some(day.to_string()), None, None),
            When::Days(first, last) => (None, Some(first), Some(last)),
        };
        Self {
            event: event.kind.as_str(),
            at,
            from,
            last,
        }
    }
}

/// The reply of `refund`: a part for each way of payment that comes back stands under its name.
#[derive(Debug)]
pub struct RefundReply<'a>(&'a Refund);

impl<'a> RefundReply<'a> {
    /// The reply of a refund.
    #[must_use]
    pub const fn new(refund: &'a Refund) -> Self {
        Self(refund)
    }
}

impl Serialize for RefundReply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let refund = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("status", refund.status.as_str())?;
        map.serialize_entry("refund", &refund.refund)?;
        for part in &refund.parts {
            map.serialize_entry(&*part.way, &part.amount)?;
        }
        if let Some(used) = refund.used {
            map.serialize_entry("used_value", &used.value)?;
            map.serialize_entry("days_used", &used.days)?;
            map.serialize_entry("days_in_cycle", &used.days_in_cycle)?;
        }
        let steps: Vec<_> = refund.steps.iter().map(WordReply::new).collect();
        map.serialize_entry("steps", &steps)?;
        let notes: Vec<&str> = refund.notes.iter().map(|note| note.get("en")).collect();
        map.serialize_entry("notes", &notes)?;
        let source = refund.source.as_deref().map(SourceReply::new);
        map.serialize_entry("source", &source)?;

        map.serialize_entry("inherited_from", &refund.inherited_from)?;
        map.serialize_entry("assumptions", &assumptions(&refund.assumptions))?;
        map.end()
    }
}
