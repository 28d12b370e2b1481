//! The JSON interface: one set of requests, replies and errors behind every door.
//!
//! ```text
//! text ──json──┐
//! JS value ────┴─▶ Value ─▶ Shape ─▶ decode ─▶ engine ─▶ reply ─▶ JSON
//! ```
//!
//! Replies hold the engine's words as `{id, args, text}`: the English text is added here and nowhere
//! else.

mod command;
mod decode;
mod encode;
mod reply;
pub(crate) mod shape;

pub use command::{Command, answer, answer_value};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use decode::decode_estimate;
pub use decode::{
    afford_request, compare_request, connect_request, diff_request, estimate_request,
    licenses_request, lifecycle_request, refund_request,
};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use encode::RequestJson;
pub use encode::request_json;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use reply::json;
pub use reply::{
    AdviceReply, AffordReply, AffordedReply, AssumptionReply, CardSummary, ChangeReply,
    CompareReply, ConnectReply, DiffReply, EntryReply, ErrorBody, ErrorReply, EstimateReply,
    EventReply, IntervalReply, ItemReply, LicensesReply, LifecycleReply, LineReply, PackPlanReply,
    PackPurchaseReply, PaymentReply, ProblemReply, QuotaReply, RefundReply, SourceReply, StepReply,
    WordReply,
};
