//! The structure of a rate card: the one place that lists its fields.
//!
//! Reading checks a document against it, and the published JSON Schema is made from it.

use crate::value::{Field, Shape};

/// A text by language, English always.
pub(crate) static TEXTS: Shape = Shape::Map(&Shape::Text);
/// The forms of a unit by language and by plural category, `other` always.
pub(crate) static UNITS: Shape = Shape::Map(&TEXTS);
pub(crate) static IDS: Shape = Shape::List(&Shape::Id);
pub(crate) static PRICES: Shape = Shape::PerEdition(&Shape::Amount);
pub(crate) static LIMITS: Shape = Shape::PerEdition(&Shape::Limit);

static SMALL: Shape = Shape::Between(0, 10_000);
pub(crate) static LENGTH: Shape = Shape::Map(&SMALL);
static BILLING: Shape = Shape::OneOf(&["monthly", "annual"]);
static PROVENANCE: Shape = Shape::OneOf(&["stated", "inferred"]);
static MODEL: Shape = Shape::OneOf(&[
    "flat",
    "bundle",
    "per-unit",
    "block",
    "graduated",
    "volume",
    "pack",
]);

/// The structure of a rate card.
pub(crate) static CARD: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("product", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("effective", &Shape::Date),
    Field::needed("currency", &Shape::Currency),
    Field::optional("months", &Shape::OneOf(&["calendar-month", "30-day"])),
    Field::optional("billing", &Shape::List(&BILLING)),
    Field::needed("source", &Shape::Id),
    Field::needed("sources", &Shape::Map(&SOURCE)),
    Field::optional("groups", &Shape::List(&GROUP)),
    Field::needed("editions", &Shape::List(&EDITION)),
    Field::optional("dimensions", &Shape::List(&DIMENSION)),
    Field::needed("charges", &Shape::List(&CHARGE)),
    Field::optional("features", &Shape::List(&FEATURE)),
    Field::optional("policies", &POLICIES),
    Field::optional("readings", &Shape::List(&READING)),
    Field::optional("notes", &Shape::List(&NOTE)),
]);

pub(crate) static SOURCE: Shape = Shape::Object(&[
    Field::needed("document", &Shape::Text),
    Field::needed("section", &Shape::Text),
    Field::optional("updated", &Shape::Date),
]);

pub(crate) static GROUP: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("parent", &Shape::Id),
]);

pub(crate) static EDITION: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("trial", &TRIAL),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static TRIAL: Shape = Shape::Object(&[
    Field::needed("length", &LENGTH),
    Field::needed("basic", &Shape::Id),
    Field::optional("sells", &IDS),
    Field::optional("beside", &IDS),
    Field::optional("whole", &IDS),
    Field::needed("instead", &Shape::Id),
]);

pub(crate) static DIMENSION: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("unit", &UNITS),
    Field::optional("help", &TEXTS),
    Field::optional("group", &Shape::Id),
    Field::optional("default", &Shape::Quantity),
    Field::optional("min", &Shape::Quantity),
    Field::optional("max", &Shape::Quantity),
    Field::optional("allowance", &LIMITS),
    Field::optional("limit", &LIMITS),
    Field::optional("allowance_per", &Shape::Id),
    Field::optional("each", &Shape::Id),
    Field::optional("beyond", &Shape::OneOf(&["exceeded", "contact-sales"])),
    Field::optional("calls", &Shape::Flag),
    Field::optional("needs", &Shape::Id),
    Field::optional("provenance", &PROVENANCE),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static CHARGE: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("kind", &Shape::OneOf(&["prepaid", "payg"])),
    Field::needed("model", &MODEL),
    Field::optional("dimension", &Shape::Id),
    Field::optional("price", &PRICES),
    Field::optional("annual_price", &PRICES),
    Field::optional("every", &Shape::OneOf(&["month", "day"])),
    Field::optional("size", &Shape::Quantity),
    Field::optional("carries", &Shape::Flag),
    Field::optional("min", &Shape::Quantity),
    Field::optional("step", &Shape::Quantity),
    Field::optional("life", &SMALL),
    Field::optional("tiers", &Shape::List(&TIER)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static TIER: Shape = Shape::Object(&[
    Field::needed("from", &Shape::Quantity),
    Field::optional("to", &Shape::Quantity),
    Field::needed("price", &PRICES),
]);

pub(crate) static FEATURE: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("group", &Shape::Id),
    Field::needed("values", &Shape::Map(&Shape::Cell)),
    Field::optional("provenance", &PROVENANCE),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static READING: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("text", &TEXTS),
    Field::needed("applies_to", &IDS),
    Field::optional("editions", &IDS),
]);

pub(crate) static NOTE: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("about", &IDS),
    Field::needed("text", &TEXTS),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static POLICIES: Shape = Shape::Object(&[
    Field::optional("purchase", &PURCHASE),
    Field::optional("plan_changes", &Shape::List(&PLAN_CHANGE)),
    Field::optional("lifecycle", &LIFECYCLE),
    Field::optional("refund", &REFUND),
    Field::optional("licenses", &LICENSES),
    Field::optional("connect", &CONNECT),
]);

pub(crate) static PURCHASE: Shape = Shape::Object(&[
    Field::needed("min_months", &SMALL),
    Field::optional("max_months", &SMALL),
    Field::optional("auto_renewal", &Shape::Flag),
    Field::optional("steps", &Shape::List(&TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static PLAN_CHANGE: Shape = Shape::Object(&[
    Field::needed("from", &Shape::Id),
    Field::needed("to", &Shape::Id),
    Field::needed("possible", &Shape::Flag),
    Field::needed("text", &TEXTS),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static LIFECYCLE: Shape = Shape::Object(&[
    Field::needed("expiry", &Shape::OneOf(&["same-time", "end-of-day-before"])),
    Field::optional("reminder", &REMINDER),
    Field::optional("suspended_after_days", &SMALL),
    Field::optional("released_after_days", &SMALL),
    Field::optional("notes", &Shape::List(&TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static REMINDER: Shape = Shape::Object(&[
    Field::needed("days_before", &SMALL),
    Field::needed("days_after", &SMALL),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static REFUND: Shape = Shape::Object(&[
    Field::needed("rule", &Shape::OneOf(&["prorated", "full-within-days"])),
    Field::optional("charge", &Shape::Id),
    Field::optional("days", &SMALL),
    Field::needed("returned", &IDS),
    Field::needed("not_returned", &IDS),
    Field::optional("notes", &Shape::List(&TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static LICENSES: Shape = Shape::Object(&[
    Field::needed("used_by", &IDS),
    Field::needed("kept_by", &IDS),
    Field::needed("resets_per_month", &SMALL),
    Field::optional("notes", &Shape::List(&TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static CONNECT: Shape = Shape::Object(&[
    Field::needed("condition", &TEXTS),
    Field::needed("prohibited", &Shape::List(&TEXTS)),
    Field::needed("industries", &Shape::List(&INDUSTRY)),
    Field::needed("behaviours", &Shape::List(&BEHAVIOUR)),
    Field::optional("notes", &Shape::List(&TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static INDUSTRY: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("scenarios", &Shape::List(&SCENARIO)),
]);

pub(crate) static SCENARIO: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
]);

pub(crate) static BEHAVIOUR: Shape = Shape::Object(&[
    Field::needed("number", &SMALL),
    Field::needed("label", &TEXTS),
    Field::needed("severity", &TEXTS),
    Field::needed("consequence", &TEXTS),
]);
