//! From a [`Shape`] to its JSON Schema.

use serde_json::{Map, Value, json};

use crate::api::shape as api;
use crate::card::charge_shape as charge;
use crate::card::{MAX_QUANTITY, MODELS, shape as card};
use crate::packs::MAX_PACK;
use crate::value::limits::{MAX_EDITIONS, MAX_FORMS, MAX_ID, MAX_LANGUAGES, MAX_SERIES, MAX_TEXT};
use crate::value::{Field, Shape};

/// The shapes that have a name in the schema, and what they are.
static NAMES: &[(&Shape, &str, &str)] = &[
    (
        &card::TEXTS,
        "Texts",
        "A text by language (BCP 47), English always.",
    ),
    (
        &card::UNITS,
        "Unit",
        "What is counted, by language and by plural category of CLDR.",
    ),
    (
        &card::PRICES,
        "Prices",
        "A price for all editions, or one by edition; an edition without a price is not sold the charge.",
    ),
    (
        &card::LIMITS,
        "Limits",
        "A limit for all editions, or one by edition.",
    ),
    (
        &card::LENGTH,
        "Length",
        "A length of time: days, or calendar months.",
    ),
    (
        &card::CARD,
        "RateCard",
        "What one product costs from one day on.",
    ),
    (&card::SOURCE, "Source", "A section of a public document."),
    (
        &card::GROUP,
        "Group",
        "A heading under which dimensions and features stand.",
    ),
    (
        &card::EDITION,
        "Edition",
        "An edition of the product: what is bought.",
    ),
    (&card::TRIAL, "Trial", "What makes an edition a trial."),
    (
        &card::DIMENSION,
        "Dimension",
        "Something that a visitor needs a number of, and how much of it an edition includes.",
    ),
    (
        &charge::CHARGE,
        "Charge",
        "Something that is charged, by a charge model.",
    ),
    (
        &charge::TIER,
        "Tier",
        "A range of quantities, from the first to below the end, and its rate.",
    ),
    (&card::FEATURE, "Feature", "A row of the feature matrix."),
    (
        &card::READING,
        "Reading",
        "A choice made where the source is silent.",
    ),
    (&card::NOTE, "Note", "What a reader should know."),
    (&card::POLICIES, "Policies", "The rules beside the prices."),
    (&card::PURCHASE, "Purchase", "How it is bought."),
    (
        &card::PLAN_CHANGE,
        "PlanChange",
        "Whether and how one edition is changed for another.",
    ),
    (
        &card::LIFECYCLE,
        "Lifecycle",
        "What happens to an order when it runs out.",
    ),
    (
        &card::REMINDER,
        "Reminder",
        "The days on which reminders go out.",
    ),
    (
        &card::REFUND,
        "Refund",
        "What is paid back when an order is given up.",
    ),
    (
        &card::LICENSES,
        "Licenses",
        "Who uses a license, and when it is released.",
    ),
    (&card::CONNECT, "Connect", "What may be connected."),
    (
        &card::ACTIVITY,
        "Activity",
        "What is prohibited without condition.",
    ),
    (
        &card::INDUSTRY,
        "Industry",
        "An industry with the scenarios that are prohibited in it.",
    ),
    (&card::SCENARIO, "Scenario", "A way of using a connection."),
    (
        &card::BEHAVIOUR,
        "Behaviour",
        "A violation and what follows from it.",
    ),
    (
        &api::CARDS,
        "CardsRequest",
        "The request of `cards`: nothing.",
    ),
    (&api::CARD, "CardRequest", "The request of `card`."),
    (
        &api::ESTIMATE,
        "EstimateRequest",
        "The request of `estimate`.",
    ),
    (&api::COMPARE, "CompareRequest", "The request of `compare`."),
    (&api::DIFF, "DiffRequest", "The request of `diff`."),
    (&api::AFFORD, "AffordRequest", "The request of `afford`."),
    (
        &api::ITEM,
        "ItemRequest",
        "An edition of a product, and what is demanded of it.",
    ),
    (
        &api::COMPARED,
        "ComparedRequest",
        "A product, and what is demanded of it.",
    ),
    (
        &api::AFFORDED,
        "AffordedRequest",
        "A product, in one edition or in every one, and what is demanded of it.",
    ),
    (
        &api::CALL,
        "CallsRequest",
        "Calls of a month, each rounded up to whole minutes.",
    ),
    (
        &api::PACK,
        "BuyRequest",
        "A pack to be bought: the month from 0, and its size.",
    ),
    (
        &api::LIFECYCLE,
        "LifecycleRequest",
        "The request of `lifecycle`.",
    ),
    (&api::REFUND, "RefundRequest", "The request of `refund`."),
    (
        &api::PAID,
        "PaidRequest",
        "What was paid, by way of payment.",
    ),
    (
        &api::LICENSES,
        "LicensesRequest",
        "The request of `licenses`.",
    ),
    (
        &api::AGENT,
        "AgentRequest",
        "An agent, and what they are doing.",
    ),
    (
        &api::CONNECT,
        "ConnectRequest",
        "The request of `connect`; an empty one lists all.",
    ),
];

/// Single values that have a name.
pub(super) fn leaf(name: &str) -> Value {
    match name {
        "Id" => {
            json!({
                "type": "string",
                "minLength": 1,
                "maxLength": MAX_ID,
                "description": "The id of something in a rate card.",
            })
        }
        "Day" => json!({
            "type": "string",
            "pattern": "^2[0-9]{3}-[0-9]{2}-[0-9]{2}$",
            "description": "A day: YYYY-MM-DD, years 2000 to 2999.",
        }),
        "ReplyDay" => json!({
            "type": "string",
            "pattern": "^[2-9][0-9]{3}-[0-9]{2}-[0-9]{2}$",
            "description": "A day of a reply: YYYY-MM-DD. What begins in 2999 may end after it.",
        }),
        "Moment" => json!({
            "type": "string",
            "pattern": "^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$",
            "description": "A point in time, in the vendor's local time: YYYY-MM-DDTHH:MM.",
        }),
        "Currency" => json!({
            "type": "string",
            "pattern": "^[A-Z]{3}$",
            "description": "A currency: three capital letters.",
        }),
        "Url" => json!({
            "type": "string",
            "pattern": r"^(https?://[^\s\\]+|mailto:[^\s\\]+|/([^/\s\\][^\s\\]*)?)$",
            "maxLength": MAX_TEXT,
            "description": "A link: https:, http:, mailto:, or a path of the page's own site.",
        }),
        "Amount" => json!({
            "type": "string",
            "pattern": r"^[0-9]+(\.[0-9]+)?$",
            "maxLength": MAX_ID,
            "description": "An exact amount of money or a rate, in plain decimal notation.",
        }),
        "Limit" => json!({
            "anyOf": [quantity(), {"const": "unlimited"}],
            "description": "How much of something there is.",
        }),
        _ => quantity(),
    }
}

fn quantity() -> Value {
    json!({
        "type": "integer",
        "minimum": 0,
        "maximum": MAX_QUANTITY,
        "description": "A whole number of something.",
    })
}

/// The definitions that a schema refers to, in the order in which they are first used.
#[derive(Default)]
pub(super) struct Definitions(Map<String, Value>);

impl Definitions {
    /// All of them.
    pub(super) fn into_map(self) -> Map<String, Value> {
        self.0
    }

    /// The schema of a shape: a reference where the shape has a name.
    pub(super) fn schema(&mut self, shape: &'static Shape) -> Value {
        let named = NAMES
            .iter()
            .find(|(known, ..)| core::ptr::eq(*known, shape));
        let Some((_, name, description)) = named else {
            return self.inline(shape);
        };
        if !self.0.contains_key(*name) {
            // Its place is taken before what it refers to is written.
            self.0.insert(String::from(*name), Value::Null);
            let mut schema = self.inline(shape);
            if let Some(fields) = schema.as_object_mut() {
                fields.insert(String::from("description"), json!(description));
            }
            self.0.insert(String::from(*name), schema);
        }
        reference(name)
    }

    fn leaf(&mut self, name: &str) -> Value {
        self.0.entry(name).or_insert_with(|| leaf(name));
        reference(name)
    }

    fn inline(&mut self, shape: &'static Shape) -> Value {
        if core::ptr::eq(shape, &card::TEXTS) {
            return languages(string(MAX_TEXT));
        }
        if core::ptr::eq(shape, &card::UNITS) {
            let form = string(MAX_TEXT);
            return languages(json!({
                "type": "object",
                "properties": {"other": form},
                "required": ["other"],
                "additionalProperties": form,
                "maxProperties": MAX_FORMS,
            }));
        }
        if core::ptr::eq(shape, &api::PACK_SIZE) {
            return json!({
                "type": "integer",
                "minimum": 1,
                "maximum": MAX_PACK,
                "description": "Units in a pack: no more than in other quantities, or than all months of the request demand together, in whole steps.",
            });
        }
        match shape {
            Shape::String(most) => string(*most),
            Shape::Id => self.leaf("Id"),
            Shape::Date => self.leaf("Day"),
            Shape::Moment => self.leaf("Moment"),
            Shape::Currency => self.leaf("Currency"),
            Shape::Url => self.leaf("Url"),
            Shape::OneOf(words) => json!({ "enum": words }),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Any => json!({}),
            Shape::Quantity => self.leaf("Quantity"),
            Shape::Between(least, most) => {
                json!({"type": "integer", "minimum": least, "maximum": most})
            }
            Shape::Limit => self.leaf("Limit"),
            Shape::Amount => self.leaf("Amount"),
            Shape::Demand => {
                let quantity = self.leaf("Quantity");
                let series = json!({"type": "array", "items": quantity, "maxItems": MAX_SERIES});
                json!({"anyOf": [quantity, series]})
            }
            Shape::Cell => {
                let (limit, texts) = (self.leaf("Limit"), self.schema(&card::TEXTS));
                json!({"anyOf": [{"type": "boolean"}, limit, texts]})
            }
            Shape::Object(fields) => self.object(fields, shape),
            Shape::Map(inner, _) if core::ptr::eq(shape, &card::LENGTH) => {
                let inner = self.schema(inner);
                let only = |key: &str| super::object(json!({ key: inner }));
                json!({"anyOf": [only("days"), only("months")]})
            }
            Shape::Map(inner, most) => map(&self.schema(inner), *most),
            Shape::List(inner, most) => {
                json!({"type": "array", "items": self.schema(inner), "maxItems": most})
            }
            Shape::PerEdition(inner) => {
                let inner = self.schema(inner);
                json!({"anyOf": [inner, map(&inner, MAX_EDITIONS)]})
            }
        }
    }

    fn object(&mut self, fields: &'static [Field], shape: &'static Shape) -> Value {
        let mut properties = Map::new();
        for field in fields {
            properties.insert(String::from(field.key), self.schema(field.shape));
        }
        let needed = fields.iter().filter(|field| field.needed);
        let mut schema = json!({
            "type": "object",
            "properties": properties,
            "required": needed.map(|field| field.key).collect::<Vec<_>>(),
            "additionalProperties": false,
        });
        if core::ptr::eq(shape, &charge::CHARGE)
            && let Some(schema) = schema.as_object_mut()
        {
            schema.insert(String::from("allOf"), models(fields));
        }
        schema
    }
}

/// Each charge model has fields of its own beside those of every charge.
fn models(fields: &[Field]) -> Value {
    let has = |own: &[Field], key: &str| own.iter().any(|field| field.key == key);
    let special = |key: &str| MODELS.iter().any(|model| has(model.fields, key));
    let conditions = MODELS.iter().map(|model| {
        let keys = fields.iter().map(|field| field.key);
        let keys: Vec<_> = keys
            .filter(|key| has(model.fields, key) || !special(key))
            .collect();
        json!({
            "if": {"properties": {"model": {"const": model.name}}, "required": ["model"]},
            "then": {"propertyNames": {"enum": keys}},
        })
    });
    conditions.collect()
}

/// Something by language, English always.
fn languages(each: Value) -> Value {
    json!({
        "type": "object",
        "properties": {"en": each},
        "required": ["en"],
        "additionalProperties": each,
        "maxProperties": MAX_LANGUAGES,
    })
}

fn string(most: usize) -> Value {
    json!({"type": "string", "minLength": 1, "maxLength": most})
}

/// An object with keys of the author's choice.
fn map(each: &Value, most: usize) -> Value {
    json!({
        "type": "object",
        "propertyNames": {"maxLength": MAX_ID},
        "additionalProperties": each,
        "maxProperties": most,
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}
