//! What may stand in a document instead of what cannot be read.

use crate::calendar::Date;
use crate::money::{Amount, Currency};
use crate::text::ENGLISH;
use crate::value::limits::MAX_FORMS;
use crate::value::{Kind, Number, Shape, Value};

/// The plural form that every unit has.
const OTHER: &str = "other";

/// What the author of a value has meant by it, where it is clear what that is: an amount without quotation
/// marks, a text in no language, one thing where a list of things belongs.
pub(super) fn meant(shape: &Shape, value: &Value) -> Option<Value> {
    let kind = match (shape, &value.kind) {
        (Shape::Amount | Shape::PerEdition(Shape::Amount), Kind::Number(number)) => {
            number.written.parse::<Amount>().ok()?;
            Kind::String(number.written.clone())
        }
        (Shape::Map(Shape::String(_), most), Kind::String(_)) if *most == MAX_FORMS => {
            keyed(OTHER, value.clone())
        }
        (Shape::Map(Shape::String(_), _), Kind::String(_)) => keyed(ENGLISH, value.clone()),
        (Shape::Map(inner @ Shape::Map(..), _), Kind::String(_)) => {
            keyed(ENGLISH, meant(inner, value)?)
        }
        (Shape::List(Shape::Object(_), _), Kind::Object(_))
        | (Shape::List(_, _), Kind::String(_)) => Kind::List(vec![value.clone()]),
        (
            Shape::Quantity | Shape::Between(..) | Shape::Limit | Shape::PerEdition(Shape::Limit),
            Kind::String(text),
        ) => {
            let number = Number::parse(text);
            number.whole?;
            Kind::Number(number)
        }
        (Shape::Flag, Kind::String(text)) => Kind::Bool(text.parse().ok()?),
        (Shape::Currency, Kind::String(text)) => {
            let code = text.trim().to_uppercase();
            Currency::new(&code)?;
            Kind::String(code)
        }
        _ => return None,
    };
    Some(Value { kind, at: value.at })
}

/// Something of a shape that says as little as can be; `count` makes its id differ from all others.
pub(super) fn neutral(shape: &Shape, at: usize, count: usize) -> Value {
    let text = |text: &str| Kind::String(String::from(text));
    let number = |number: u32| {
        Kind::Number(Number {
            written: number.to_string(),
            whole: Some(i64::from(number)),
        })
    };
    let within = |shape: &Shape| neutral(shape, at, count);
    let kind = match shape {
        Shape::String(_) => text("–"),
        Shape::Id => Kind::String(format!("unnamed-{count}")),
        Shape::Date | Shape::Moment => Kind::String(Date::FIRST.to_string()),
        Shape::Currency => text("XXX"),
        Shape::Url => text("/"),
        Shape::OneOf(words) => text(words.first().copied().unwrap_or_default()),
        Shape::Flag => Kind::Bool(false),
        Shape::Any => Kind::Null,
        Shape::Quantity | Shape::Demand => number(1),
        Shape::Between(least, _) => number(*least.max(&1)),
        Shape::Limit => text("unlimited"),
        Shape::Amount => text("1"),
        Shape::Cell => Kind::Bool(true),
        Shape::Object(known) => {
            let needed = known.iter().filter(|field| field.needed);
            let fields = needed.map(|field| (String::from(field.key), within(field.shape)));
            Kind::Object(fields.collect())
        }
        Shape::Map(inner @ Shape::String(_), most) if *most == MAX_FORMS => {
            keyed(OTHER, within(inner))
        }
        Shape::Map(inner @ (Shape::String(_) | Shape::Map(..)), _) => keyed(ENGLISH, within(inner)),
        Shape::Map(inner @ Shape::Between(..), _) => keyed("days", within(inner)),
        Shape::Map(..) => Kind::Object(Vec::new()),
        Shape::List(..) => Kind::List(Vec::new()),
        Shape::PerEdition(inner) => within(inner).kind,
    };
    Value { kind, at }
}

fn keyed(key: &str, value: Value) -> Kind {
    Kind::Object(vec![(String::from(key), value)])
}
