//! What a rate card is: its facts as typed data, read from a document and checked.
//!
//! A rate card says what a product costs from one day on: editions, dimensions of demand with what
//! each edition includes, charges by standard charge models, features, policies, and where every
//! figure stands in its source document. The engine knows no product; all it knows is here.
//!
//! ```text
//! TOML or JSON ──▶ value::Value ──▶ Card::read (structure, then meaning, then references) ──▶ Card
//! ```

mod catalog;
mod charge;
mod check;
mod depend;
mod dimension;
mod edition;
mod example;
mod feature;
mod labels;
mod model;
mod offer;
mod on_request;
mod policy;
mod read;
mod reading;
pub(crate) mod shape;
mod trial;
mod warnings;

pub(crate) use crate::value::read::MAX_QUANTITY;
pub(crate) use catalog::unknown;
pub use catalog::{Catalog, Embedded, Listed};
#[cfg(any(feature = "schema", feature = "toml"))]
pub(crate) use charge::MODELS;
#[cfg(feature = "toml")]
pub(crate) use charge::Named;
#[cfg(feature = "schema")]
pub(crate) use charge::shape as charge_shape;
pub use charge::{
    Block, Bundle, Charge, ChargeKind, Every, Flat, Graduated, Model, Pack, PerUnit, Tier, Volume,
};
pub use dimension::{Beyond, Dimension, Limit};
pub use edition::{Action, Edition, EditionPrice, Length, Tagline, Trial};
pub use example::Example;
pub use feature::{Feature, FeatureValue, Provenance};
pub use labels::Labels;
pub use model::{Billing, Card, Group, Note, PerEdition, Source};
pub use offer::{PackOffer, PackSizes};
pub use policy::{
    Activity, Behaviour, Connect, Expiry, Industry, Licenses, Lifecycle, PlanChange, Policies,
    Purchase, Refund, RefundRule, Reminder, Scenario,
};
pub use reading::{Part, Reading};
pub use warnings::warnings;
