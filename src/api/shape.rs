//! The structure of requests: the one place that lists their fields.
//!
//! Decoding checks a request against it, and the published JSON Schema is made from it.

use crate::engine::MAX_MONTHS;
use crate::value::limits::{
    MAX_AGENTS, MAX_CALLS, MAX_CHARGES, MAX_DIMENSIONS, MAX_EMAIL, MAX_ID, MAX_ITEMS, MAX_PACKS,
    MAX_REQUIRED,
};
use crate::value::{Field, Shape};

static MONTHS: Shape = Shape::Between(1, MAX_MONTHS);
static BILLINGS: Shape = Shape::OneOf(&["monthly", "annual"]);

/// What an agent may be doing; the rule of the product says what of it takes a license.
pub(super) const ACTIVITIES: [&str; 4] = ["web", "sdk", "monitor", "mobile"];

/// The name of something that need not be an id, such as `chat/2024-07-22`.
static NAME: Shape = Shape::String(MAX_ID);

pub(crate) static CARDS: Shape = Shape::Object(&[]);

pub(crate) static CARD: Shape = Shape::Object(&[Field::needed("id", &NAME)]);

pub(crate) static ESTIMATE: Shape = Shape::Object(&[
    Field::optional("as_of", &Shape::Date),
    Field::optional("start", &Shape::Date),
    Field::optional("months", &MONTHS),
    Field::needed("items", &Shape::List(&ITEM, MAX_ITEMS)),
    ADVICE,
]);

pub(crate) static COMPARE: Shape = Shape::Object(&[
    Field::optional("as_of", &Shape::Date),
    Field::optional("start", &Shape::Date),
    Field::optional("months", &MONTHS),
    Field::needed("items", &Shape::List(&COMPARED, MAX_ITEMS)),
    ADVICE,
]);

/// How much a budget buys of a dimension.
pub(crate) static AFFORD: Shape = Shape::Object(&[
    Field::optional("as_of", &Shape::Date),
    Field::optional("start", &Shape::Date),
    Field::optional("months", &MONTHS),
    Field::needed("items", &Shape::List(&AFFORDED, MAX_ITEMS)),
    Field::needed("dimension", &Shape::Id),
    Field::needed("budget", &Shape::Amount),
]);

pub(crate) static ITEM: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    Field::needed("edition", &Shape::Id),
    RATE_CARD,
    BILLING,
    DEMAND,
    CALLS,
    REQUIRES,
    BUY,
]);

/// An item without an edition: every edition is priced.
pub(crate) static COMPARED: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    RATE_CARD,
    BILLING,
    DEMAND,
    CALLS,
    REQUIRES,
    BUY,
]);

/// An item in an edition, or in every edition.
pub(crate) static AFFORDED: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    Field::optional("edition", &Shape::Id),
    RATE_CARD,
    BILLING,
    DEMAND,
    CALLS,
    REQUIRES,
    BUY,
]);

const ADVICE: Field = Field::optional("advice", &Shape::Flag);
const RATE_CARD: Field = Field::optional("rate_card", &NAME);
const BILLING: Field = Field::optional("billing", &BILLINGS);
const DEMAND: Field = Field::optional("demand", &ALL_DEMAND);
const CALLS: Field = Field::optional("calls", &ALL_CALLS);
const REQUIRES: Field = Field::optional("requires", &REQUIRED);
const BUY: Field = Field::optional("buy", &ALL_PACKS);

static ALL_DEMAND: Shape = Shape::Map(&Shape::Demand, MAX_DIMENSIONS);
static REQUIRED: Shape = Shape::List(&Shape::Id, MAX_REQUIRED);
pub(crate) static ALL_CALLS: Shape = Shape::Map(&Shape::List(&CALL, MAX_CALLS), MAX_DIMENSIONS);
pub(crate) static ALL_PACKS: Shape = Shape::Map(&Shape::List(&PACK, MAX_PACKS), MAX_CHARGES);

pub(crate) static CALL: Shape = Shape::Object(&[
    Field::needed("count", &Shape::Quantity),
    Field::needed("seconds", &Shape::Quantity),
]);

pub(crate) static PACK: Shape = Shape::Object(&[
    Field::needed("month", &Shape::Quantity),
    Field::needed("quantity", &PACK_SIZE),
]);

/// A quantity that may be larger than others, as one pack may serve all months.
pub(crate) static PACK_SIZE: Shape = Shape::Quantity;

pub(crate) static LIFECYCLE: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    Field::needed("edition", &Shape::Id),
    Field::needed("purchased", &Shape::Moment),
    Field::optional("months", &MONTHS),
]);

pub(crate) static REFUND: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    Field::needed("edition", &Shape::Id),
    Field::needed("purchased", &Shape::Date),
    Field::optional("months", &MONTHS),
    Field::needed("refund_on", &Shape::Date),
    Field::optional("paid", &PAID),
    Field::optional("first_refund", &Shape::Flag),
    Field::optional("from_postpaid", &Shape::Flag),
    Field::optional("promotion", &Shape::Flag),
    Field::optional("violation", &Shape::Flag),
]);

/// Every way of payment that some rule knows; the rule of the product then takes its own.
pub(crate) static PAID: Shape = Shape::Object(&[
    Field::optional("cash", &Shape::Amount),
    Field::optional("credit", &Shape::Amount),
    Field::optional("voucher", &Shape::Amount),
    Field::optional("income", &Shape::Amount),
    Field::optional("gift", &Shape::Amount),
    Field::optional("coupon", &Shape::Amount),
]);

pub(crate) static LICENSES: Shape = Shape::Object(&[
    Field::needed("product", &Shape::Id),
    Field::needed("edition", &Shape::Id),
    Field::needed("agents", &Shape::List(&AGENT, MAX_AGENTS)),
    Field::optional("sip_phones_online", &Shape::Quantity),
    Field::optional("resets_this_month", &Shape::Quantity),
    Field::optional("as_of", &Shape::Date),
]);

pub(crate) static AGENT: Shape = Shape::Object(&[
    Field::needed("email", &Shape::String(MAX_EMAIL)),
    Field::optional(ACTIVITIES[0], &Shape::Flag),
    Field::optional(ACTIVITIES[1], &Shape::Flag),
    Field::optional(ACTIVITIES[2], &Shape::Flag),
    Field::optional(ACTIVITIES[3], &Shape::Flag),
]);

pub(crate) static DIFF: Shape =
    Shape::Object(&[Field::needed("from", &NAME), Field::needed("to", &NAME)]);

pub(crate) static CONNECT: Shape = Shape::Object(&[
    Field::optional("industry", &Shape::Id),
    Field::optional("scenario", &Shape::Id),
    Field::optional("behaviour", &Shape::Quantity),
]);
