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

pub use command::{Command, answer, answer_value};
pub use decode::{compare_request, estimate_request, lifecycle_request, refund_request};
pub use encode::request_json;
pub use reply::{
    AdviceReply, AssumptionReply, CardSummary, CompareReply, EntryReply, ErrorBody, ErrorReply,
    EstimateReply, EventReply, IntervalReply, ItemReply, LifecycleReply, LineReply, PaymentReply,
    ProblemReply, QuotaReply, RefundReply, SourceReply, WordReply,
};
