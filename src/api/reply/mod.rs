//! Replies and errors as they stand in JSON.
//!
//! These types are the interface: their field names are fixed. They are apart from the engine's, so
//! that either can change without the other.

mod afford;
mod card;
mod connect;
mod diff;
mod error;
mod estimate;
mod item;
mod licenses;
mod lifecycle;
mod refund;
mod word;

use serde::Serialize;

pub use afford::{AffordReply, AffordedReply, StepReply};
pub use card::CardSummary;
pub use connect::ConnectReply;
pub use diff::{ChangeReply, DiffReply};
pub use error::{ErrorBody, ErrorReply};
pub use estimate::{CompareReply, EstimateReply, PaymentReply};
pub use item::{
    AdviceReply, EntryReply, IntervalReply, ItemReply, LineReply, PackPlanReply, PackPurchaseReply,
    ProblemReply, QuotaReply,
};
pub use licenses::LicensesReply;
pub use lifecycle::{EventReply, LifecycleReply};
pub use refund::RefundReply;
pub use word::WordReply;

use crate::calendar::Date;
use crate::card::Source;
use crate::text::Text;

/// A reply as JSON.
///
/// Replies are plain data with text keys, which serialise without fail; an empty text would be the
/// answer otherwise, never a panic.
pub(crate) fn json<T: serde::Serialize>(reply: &T) -> String {
    serde_json::to_string(reply).unwrap_or_default()
}

/// Where a figure stands.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceReply<'a> {
    document: &'a str,
    section: &'a str,
    updated: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> SourceReply<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self {
            document: &source.document,
            section: &source.section,
            updated: source.updated,
            url: source.url.as_deref(),
        }
    }
}

/// A reading that touched an answer.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

fn english_texts(texts: &[Text]) -> Vec<&str> {
    let texts = texts.iter();
    texts.map(|text| text.get(crate::text::ENGLISH)).collect()
}

fn text(text: &Text) -> &str {
    text.get(crate::text::ENGLISH)
}
