//! The parts of replies whose JSON is written by hand.

#![allow(dead_code, reason = "the types here only describe others")]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Value, json};

use super::shape::leaf;
use crate::api::shape::PAID;
use crate::api::{AdviceReply, AssumptionReply, RefundReply, SourceReply, WordReply};
use crate::calendar::Date;
use crate::card::ChargeKind;
use crate::engine::{EventKind, ProblemCode, QuotaStatus, RefundStatus};
use crate::money::{Amount, Currency};
use crate::value::{Code, Shape};

macro_rules! leaves {
    ($($type:ty: $name:literal),*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schema(leaf($name))
            }
        }
    )*};
}

leaves!(Date: "ReplyDay", Amount: "Amount", Currency: "Currency");

fn schema(value: Value) -> Schema {
    Schema::try_from(value).unwrap_or_default()
}

fn words(words: &[&str]) -> Schema {
    json_schema!({ "enum": words })
}

pub(crate) fn charge_kinds(_: &mut SchemaGenerator) -> Schema {
    words(&[ChargeKind::Prepaid, ChargeKind::Payg].map(ChargeKind::as_str))
}

pub(crate) fn quota_statuses(_: &mut SchemaGenerator) -> Schema {
    use QuotaStatus::{AddOn, ContactSales, Exceeded, Overage, Within};
    words(&[Within, Overage, AddOn, Exceeded, ContactSales].map(QuotaStatus::as_str))
}

pub(crate) fn problem_codes(_: &mut SchemaGenerator) -> Schema {
    use ProblemCode::{
        ContactSales, Exceeded, MissingFeature, NeedsNumber, Shortfall, TooShort, TrialEnds,
    };
    let all = [
        Exceeded,
        ContactSales,
        MissingFeature,
        TrialEnds,
        NeedsNumber,
        Shortfall,
        TooShort,
    ];
    words(&all.map(ProblemCode::as_str))
}

pub(crate) fn events(_: &mut SchemaGenerator) -> Schema {
    use EventKind::{Cycle, Effective, Expires, LastDay, Released, Reminder, Suspended};
    let all = [
        Effective, Cycle, Reminder, LastDay, Expires, Suspended, Released,
    ];
    words(&all.map(EventKind::as_str))
}

fn refund_statuses(_: &mut SchemaGenerator) -> Schema {
    use RefundStatus::{Full, None, NotDescribed, NotEligible, Partial, Refused, SeePromotion};
    let all = [
        Full,
        Partial,
        None,
        NotEligible,
        Refused,
        SeePromotion,
        NotDescribed,
    ];
    words(&all.map(RefundStatus::as_str))
}

pub(crate) fn codes(_: &mut SchemaGenerator) -> Schema {
    // Of views only the element speaks.
    let all = Code::ALL.iter().filter(|code| **code != Code::UnknownView);
    words(&all.map(|code| code.as_str()).collect::<Vec<_>>())
}

/// Amounts by currency.
pub(crate) fn by_currency(generator: &mut SchemaGenerator) -> Schema {
    let amount = generator.subschema_for::<Amount>();
    json_schema!({ "type": "object", "additionalProperties": amount })
}

/// An amount that may be below nothing.
pub(crate) fn difference(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" })
}

/// The arguments of a word, by name.
pub(crate) fn args(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {"type": "integer"},
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}},
            ],
        },
    })
}

impl JsonSchema for WordReply<'_> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("WordReply")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        word("A word with its English text.", ["id", "text"], generator)
    }
}

impl JsonSchema for AdviceReply<'_> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("AdviceReply")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let what = "Something that the calculation proves: its code, its sentence and its figures.";
        word(what, ["code", "message"], generator)
    }
}

fn word(what: &str, [id, text]: [&str; 2], generator: &mut SchemaGenerator) -> Schema {
    let properties = json!({
        id: {"type": "string"},
        "args": args(generator),
        text: {"type": "string"},
    });
    let mut object = super::object(properties);
    if let Some(object) = object.as_object_mut() {
        object.remove("additionalProperties");
        object.insert(String::from("description"), json!(what));
    }
    schema(object)
}

/// The reply of `refund`, without its parts by way of payment.
#[derive(Serialize, JsonSchema)]
struct RefundFields<'a> {
    #[schemars(schema_with = "refund_statuses")]
    status: &'a str,
    refund: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    used_value: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_used: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_in_cycle: Option<u32>,
    steps: Vec<WordReply<'a>>,
    notes: Vec<&'a str>,
    source: Option<SourceReply<'a>>,
    inherited_from: Option<&'a str>,
    assumptions: Vec<AssumptionReply<'a>>,
}

impl JsonSchema for RefundReply<'_> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("RefundReply")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = RefundFields::json_schema(generator);
        let what = "The reply of `refund`: what comes back, in all and by way of payment.";
        schema.insert(String::from("description"), json!(what));
        let amount = generator.subschema_for::<Amount>();
        if let Some(Value::Object(properties)) = schema.get_mut("properties")
            && let Shape::Object(ways) = &PAID
        {
            for way in *ways {
                properties.insert(String::from(way.key), amount.clone().to_value());
            }
        }
        schema
    }
}
