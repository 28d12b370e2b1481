//! The structure of a rate card: the one place that lists its fields.
//!
//! Reading checks a document against it, and the published JSON Schema is made from it.

use super::charge::shape::CHARGE;
use crate::value::limits::{
    MAX_BEHAVIOURS, MAX_BILLING, MAX_CHARGES, MAX_DIMENSIONS, MAX_EDITIONS, MAX_EXAMPLES,
    MAX_FEATURES, MAX_FORMS, MAX_GROUPS, MAX_IDS, MAX_INDUSTRIES, MAX_LANGUAGES, MAX_NOTES,
    MAX_PLAN_CHANGES, MAX_READINGS, MAX_SOURCES, MAX_TEXT, MAX_TEXTS,
};
use crate::value::read::MAX_COUNT;
use crate::value::{Field, Shape};

/// A text by language, English always.
pub(crate) static TEXTS: Shape = Shape::Map(&Shape::String(MAX_TEXT), MAX_LANGUAGES);
/// The forms of a unit by language and by plural category, `other` always.
pub(crate) static UNITS: Shape = Shape::Map(&FORMS, MAX_LANGUAGES);
static FORMS: Shape = Shape::Map(&Shape::String(MAX_TEXT), MAX_FORMS);
pub(crate) static IDS: Shape = Shape::List(&Shape::Id, MAX_IDS);
pub(crate) static PRICES: Shape = Shape::PerEdition(&Shape::Amount);
pub(crate) static LIMITS: Shape = Shape::PerEdition(&Shape::Limit);

pub(super) static COUNT: Shape = Shape::Between(0, MAX_COUNT);
pub(crate) static LENGTH: Shape = Shape::Map(&COUNT, 2);
static BILLING: Shape = Shape::OneOf(&["monthly", "annual"]);
static PROVENANCE: Shape = Shape::OneOf(&["stated", "inferred"]);
/// The structure of a rate card.
pub(crate) static CARD: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("product", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("effective", &Shape::Date),
    Field::needed("currency", &Shape::Currency),
    Field::optional("months", &Shape::OneOf(&["calendar-month", "30-day"])),
    Field::optional("billing", &Shape::List(&BILLING, MAX_BILLING)),
    Field::needed("source", &Shape::Id),
    Field::needed("sources", &Shape::Map(&SOURCE, MAX_SOURCES)),
    Field::optional("groups", &Shape::List(&GROUP, MAX_GROUPS)),
    Field::needed("editions", &Shape::List(&EDITION, MAX_EDITIONS)),
    Field::optional("dimensions", &Shape::List(&DIMENSION, MAX_DIMENSIONS)),
    Field::optional("examples", &Shape::List(&EXAMPLE, MAX_EXAMPLES)),
    Field::needed("charges", &Shape::List(&CHARGE, MAX_CHARGES)),
    Field::optional("features", &Shape::List(&FEATURE, MAX_FEATURES)),
    Field::optional("policies", &POLICIES),
    Field::optional("readings", &Shape::List(&READING, MAX_READINGS)),
    Field::optional("notes", &Shape::List(&NOTE, MAX_NOTES)),
]);

pub(crate) static SOURCE: Shape = Shape::Object(&[
    Field::needed("document", &Shape::String(MAX_TEXT)),
    Field::needed("section", &Shape::String(MAX_TEXT)),
    Field::optional("updated", &Shape::Date),
    Field::optional("url", &Shape::Url),
]);

pub(crate) static GROUP: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("parent", &Shape::Id),
]);

pub(crate) static EDITION: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("tagline", &TAGLINE),
    Field::optional("action", &ACTION),
    Field::optional("price", &Shape::OneOf(&["on-request"])),
    Field::optional("trial", &TRIAL),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static TAGLINE: Shape = Shape::Object(&[
    Field::needed("text", &TEXTS),
    Field::optional("provenance", &PROVENANCE),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static ACTION: Shape = Shape::Object(&[
    Field::needed("label", &TEXTS),
    Field::needed("url", &Shape::Url),
]);

pub(crate) static EXAMPLE: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("demand", &Shape::Map(&Shape::Quantity, MAX_DIMENSIONS)),
    Field::optional("provenance", &PROVENANCE),
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

pub(crate) static FEATURE: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("group", &Shape::Id),
    Field::needed("values", &Shape::Map(&Shape::Cell, MAX_EDITIONS)),
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
    Field::optional("excluded", &Shape::Flag),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static POLICIES: Shape = Shape::Object(&[
    Field::optional("purchase", &PURCHASE),
    Field::optional("plan_changes", &Shape::List(&PLAN_CHANGE, MAX_PLAN_CHANGES)),
    Field::optional("lifecycle", &LIFECYCLE),
    Field::optional("refund", &REFUND),
    Field::optional("licenses", &LICENSES),
    Field::optional("connect", &CONNECT),
]);

pub(crate) static PURCHASE: Shape = Shape::Object(&[
    Field::needed("min_months", &COUNT),
    Field::optional("max_months", &COUNT),
    Field::optional("auto_renewal", &Shape::Flag),
    Field::optional("steps", &Shape::List(&TEXTS, MAX_TEXTS)),
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
    Field::optional("suspended_after_days", &COUNT),
    Field::optional("released_after_days", &COUNT),
    Field::optional("notes", &Shape::List(&TEXTS, MAX_TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static REMINDER: Shape = Shape::Object(&[
    Field::needed("days_before", &COUNT),
    Field::needed("days_after", &COUNT),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static REFUND: Shape = Shape::Object(&[
    Field::needed("rule", &Shape::OneOf(&["prorated", "full-within-days"])),
    Field::optional("charge", &Shape::Id),
    Field::optional("days", &COUNT),
    Field::needed("returned", &IDS),
    Field::needed("not_returned", &IDS),
    Field::optional("notes", &Shape::List(&TEXTS, MAX_TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static LICENSES: Shape = Shape::Object(&[
    Field::needed("used_by", &IDS),
    Field::needed("kept_by", &IDS),
    Field::needed("resets_per_month", &COUNT),
    Field::optional("notes", &Shape::List(&TEXTS, MAX_TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static CONNECT: Shape = Shape::Object(&[
    Field::needed("condition", &TEXTS),
    Field::needed("prohibited", &Shape::List(&ACTIVITY, MAX_INDUSTRIES)),
    Field::needed("industries", &Shape::List(&INDUSTRY, MAX_INDUSTRIES)),
    Field::needed("behaviours", &Shape::List(&BEHAVIOUR, MAX_BEHAVIOURS)),
    Field::optional("notes", &Shape::List(&TEXTS, MAX_TEXTS)),
    Field::needed("source", &Shape::Id),
]);

pub(crate) static ACTIVITY: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
]);

pub(crate) static INDUSTRY: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("scenarios", &Shape::List(&SCENARIO, MAX_INDUSTRIES)),
]);

pub(crate) static SCENARIO: Shape = Shape::Object(&[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::optional("always", &IDS),
]);

pub(crate) static BEHAVIOUR: Shape = Shape::Object(&[
    Field::needed("number", &COUNT),
    Field::needed("label", &TEXTS),
    Field::needed("severity", &TEXTS),
    Field::needed("consequence", &TEXTS),
]);
