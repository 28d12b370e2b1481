//! JSON Schema of rate cards, requests and replies, for `www/schema/`.
//!
//! Rate cards and requests are described by the [shapes](crate::value::Shape) that check them,
//! replies by their types. Nothing here is part of what a browser downloads.

#[cfg(feature = "ssr")]
mod element;
mod reply;
mod shape;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

#[cfg(feature = "ssr")]
pub use element::{attributes_script, custom_elements};
pub(crate) use reply::{
    args, by_currency, charge_kinds, codes, difference, events, problem_codes, quota_statuses,
};

use self::shape::Definitions;
use crate::api::{
    AffordReply, CardSummary, Command, CompareReply, ConnectReply, DiffReply, ErrorReply,
    EstimateReply, LicensesReply, LifecycleReply, RefundReply,
};
use crate::card::shape::CARD;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The JSON Schema of a rate card.
#[must_use]
pub fn rate_card() -> Value {
    let mut definitions = Definitions::default();
    let card = definitions.schema(&CARD);
    json!({
        "$schema": DIALECT,
        "title": "A rate card",
        "$ref": card.get("$ref"),
        "$defs": definitions.into_map(),
    })
}

/// The JSON Schema of every request and reply: a property for each command.
#[must_use]
pub fn api() -> Value {
    let mut definitions = Definitions::default();
    let card = definitions.schema(&CARD);
    let mut replies = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut commands = Map::new();
    for command in Command::ALL {
        let request = definitions.schema(command.shape());
        let reply = match command {
            Command::Cards => replies.subschema_for::<Vec<CardSummary<'_>>>().to_value(),
            Command::Card => card.clone(),
            Command::Estimate => replies.subschema_for::<EstimateReply<'_>>().to_value(),
            Command::Compare => replies.subschema_for::<CompareReply<'_>>().to_value(),
            Command::Diff => replies.subschema_for::<DiffReply<'_>>().to_value(),
            Command::Afford => replies.subschema_for::<AffordReply<'_>>().to_value(),
            Command::Lifecycle => replies.subschema_for::<LifecycleReply<'_>>().to_value(),
            Command::Refund => replies.subschema_for::<RefundReply<'_>>().to_value(),
            Command::Licenses => replies.subschema_for::<LicensesReply<'_>>().to_value(),
            Command::Connect => replies.subschema_for::<ConnectReply<'_>>().to_value(),
        };
        let pair = json!({ "request": request, "reply": reply });
        commands.insert(String::from(command.as_str()), object(pair));
    }
    let error = replies.subschema_for::<ErrorReply<'_>>().to_value();
    commands.insert(String::from("error"), error);
    let mut defs = definitions.into_map();
    let mut replies = replies.take_definitions(true);
    replies.values_mut().for_each(absent_not_null);
    defs.append(&mut replies);
    let mut schema = json!({
        "$schema": DIALECT,
        "title": "Api",
        "description": "Every command with its request and reply, and the error.",
    });
    if let (Some(schema), Value::Object(mut fields)) =
        (schema.as_object_mut(), object(commands.into()))
    {
        schema.append(&mut fields);
        schema.insert(String::from("$defs"), defs.into());
    }
    schema
}

/// A field of a reply that may be absent is left out where there is nothing to say; it is never null.
fn absent_not_null(object: &mut Value) {
    let required = object.get("required").and_then(Value::as_array).cloned();
    let required = required.unwrap_or_default();
    let properties = object.get_mut("properties").and_then(Value::as_object_mut);
    let optional = properties.into_iter().flatten();
    for (_, schema) in optional.filter(|(key, _)| !required.contains(&json!(key))) {
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|kind| kind != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema
                    .as_object_mut()
                    .map(|s| s.insert(String::from("type"), only));
            }
        }
        if let Some(Value::Array(kinds)) = schema.get_mut("anyOf") {
            kinds.retain(|kind| kind.get("type") != Some(&json!("null")));
            if let [only] = kinds.as_slice() {
                let only = only.clone();
                *schema = only;
            }
        }
    }
}

/// The schema of an object that has just these properties, all of them.
fn object(properties: Value) -> Value {
    let keys = properties
        .as_object()
        .map(|p| p.keys().cloned().collect::<Vec<_>>());
    json!({
        "type": "object",
        "properties": properties,
        "required": keys,
        "additionalProperties": false,
    })
}
