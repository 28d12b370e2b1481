//! What can be asked of the rate cards.
//!
//! Every function here is pure: no clock, no input or output, no globals. The date comes in with
//! the question, and the [`Catalog`](crate::card::Catalog) beside it. An amount is made together
//! with its explanation and its source, never by a second pass, and the same [`Estimate`] feeds the
//! JSON, the picture and the export.
//!
//! ```text
//! Request ─▶ order: checked against its card ─▶ period ─▶ usage ─▶ packs ─▶ price: a line per charge
//!                                                                              │
//! Estimate ◀─ estimate, compare ◀─ advice: proved by pricing again ◀─ item ◀───┘
//! ```
//!
//! Files take from those that stand before them on this way, never from those behind.

mod advice;
mod affected;
mod afford;
mod answer;
mod arg;
mod by_month;
mod charge;
mod compare;
mod connect;
mod curve;
mod diff;
mod editions;
mod estimate;
#[cfg(any(feature = "csr", feature = "ssr"))]
mod estimate_and_compare;
mod item;
mod licenses;
mod lifecycle;
mod order;
mod packs;
mod period;
mod price;
mod problem;
mod purse;
mod quota;
mod refund;
mod reply;
mod request;
mod superseded;
#[cfg(any(feature = "csr", feature = "ssr"))]
mod trial_time;
mod usage;
mod wide;
mod work;

pub(crate) use afford::check_afford;
pub use afford::{Affordable, Afforded, Step, afford};
pub use answer::Answer;
pub use by_month::MonthCost;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use charge::units_priced;
pub(crate) use compare::check_compared;
pub use compare::{Comparison, compare, compare_without_advice};
pub(crate) use connect::connect_missing;
pub use connect::{ConnectRequest, Guidelines, Ruling, connect};
pub use curve::{Crossing, Curve, Curves, MAX_STEPS, Point, curves};
pub use diff::{Change, ChangeKind, DiffRequest, diff};
pub(crate) use estimate::check;
pub use estimate::{estimate, estimate_without_advice};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use estimate_and_compare::{as_asked, estimate_and_compare, price_in_its_time};
#[cfg(test)]
pub(crate) use item::PRICED;
pub use licenses::{Agent, Licenses, LicensesRequest, Reset, licenses};
pub use lifecycle::{Event, EventKind, Lifecycle, LifecycleRequest, When, lifecycle};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use order::{at_item, card_of, in_edition};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use quota::beyond;
pub use refund::{Paid, Refund, RefundRequest, RefundStatus, refund};
pub use reply::{
    Advice, Assumption, Entry, Estimate, ItemEstimate, Line, PackPlan, PackPurchase, Payment,
    Problem, ProblemCode, Quota, QuotaStatus, Subject,
};
pub use request::{
    AffordRequest, Buy, Calls, CompareRequest, Demand, EstimateRequest, Item, MAX_MONTHS,
};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) use superseded::{later_card, tell_superseded};
