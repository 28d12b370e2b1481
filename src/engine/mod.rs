//! What can be asked of the rate cards.
//!
//! Every function here is pure: no clock, no input or output, no globals. The date comes in with
//! the question, and the [`Catalog`](crate::card::Catalog) beside it. An amount is made together
//! with its explanation and its source, never by a second pass, and the same [`Estimate`] feeds the
//! JSON, the picture and the export.
//!
//! ```text
//! Request ─▶ resolve: card, edition, demand by month ─▶ price: a line per charge ─▶ Estimate
//!                                                     └▶ quota: what is left, what is missing
//! ```

mod advice;
mod bundle;
mod compare;
mod connect;
mod curve;
mod estimate;
mod licenses;
mod lifecycle;
mod line;
mod pack;
mod price;
mod quota;
mod refund;
mod reply;
mod request;
mod resolve;
mod why;
mod wide;

pub(crate) use compare::check_compared;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use compare::compare_prices;
pub use compare::{Comparison, compare};
pub(crate) use connect::connect_missing;
pub use connect::{ConnectRequest, Guidelines, Ruling, connect};
pub use curve::{Crossing, Curve, Curves, MAX_STEPS, Point, curves};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use estimate::at_item;
pub(crate) use estimate::check;
pub use estimate::estimate;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use estimate::estimate_items;
pub use licenses::{Agent, Licenses, LicensesRequest, Reset, licenses};
pub use lifecycle::{Event, EventKind, Lifecycle, LifecycleRequest, When, lifecycle};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use quota::beyond;
pub use refund::{Paid, Refund, RefundRequest, RefundStatus, refund};
pub use reply::{
    Advice, Assumption, Entry, Estimate, ItemEstimate, Line, PackPlan, PackPurchase, Payment,
    Problem, ProblemCode, Quota, QuotaStatus, Subject,
};
pub use request::{Buy, Calls, CompareRequest, Demand, EstimateRequest, Item, MAX_MONTHS};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use resolve::{card_of, in_edition};

/// What an engine function returns: its answer, or the first fault of the question.
pub type Answer<T> = Result<T, crate::value::Fault>;
