//! From a document to a [`Card`]: structure, then meaning, then references.

use std::sync::Arc;

use super::{
    Behaviour, Beyond, Billing, Block, Bundle, Card, Charge, ChargeKind, Connect, Dimension,
    Edition, Every, Expiry, Feature, FeatureValue, Flat, Graduated, Group, Industry, Length,
    Licenses, Lifecycle, Limit, Model, Note, Pack, PerEdition, PerUnit, PlanChange, Policies,
    Provenance, Purchase, Reading, Refund, RefundRule, Reminder, Scenario, Source, Tier, Trial,
    Volume,
};
use super::{check, shape};
use crate::calendar::{Date, MonthKind};
use crate::money::{Amount, Currency};
use crate::text::{Id, Text, Unit};
use crate::value::{Code, Fault, Kind, Value};
use crate::word::{Arg, Word};

/// The largest quantity that a card or a request may name.
pub(crate) const MAX_QUANTITY: u64 = 1_000_000_000_000;

impl Card {
    /// Reads a rate card from a document and checks it whole.
    ///
    /// # Errors
    ///
    /// `bad_rate_card` with the place and what was expected: an unknown or missing field, a price
    /// that is no decimal, a tier that leaves a gap or overlaps, a reference to nothing.
    pub fn read(document: &Value) -> Result<Self, Fault> {
        shape::CARD
            .check(document)
            .and_then(|()| card(document))
            .and_then(|card| check::check(&card).map(|()| card))
            .map_err(|fault| {
                let at = document.place(fault.path());
                fault.at(at).with_code(Code::BadRateCard)
            })
    }
}

type Read<T> = Result<T, Fault>;

fn card(value: &Value) -> Read<Card> {
    Ok(Card {
        id: needed(value, "id", id)?,
        product: needed(value, "product", id)?,
        label: needed(value, "label", shared_text)?,
        effective: optional(value, "effective", date)?,
        currency: needed(value, "currency", currency)?,
        months: optional(value, "months", |v| {
            one_of(
                v,
                &[
                    ("calendar-month", MonthKind::CalendarMonth),
                    ("30-day", MonthKind::ThirtyDays),
                ],
            )
        })?
        .unwrap_or(MonthKind::CalendarMonth),
        billing: optional(value, "billing", ways_of_billing)?
            .unwrap_or_else(|| vec![Billing::Monthly]),
        source: needed(value, "source", id)?,
        sources: needed(value, "sources", |v| pairs(v, |v| source(v).map(Arc::new)))?,
        groups: list(value, "groups", group)?,
        editions: list(value, "editions", edition)?,
        dimensions: list(value, "dimensions", dimension)?,
        charges: list(value, "charges", charge)?,
        features: list(value, "features", feature)?,
        policies: optional(value, "policies", policies)?.unwrap_or_default(),
        readings: list(value, "readings", reading)?,
        notes: list(value, "notes", note)?,
    })
}

fn ways_of_billing(value: &Value) -> Read<Vec<Billing>> {
    let ways = each(value, billing)?;
    if ways.is_empty() {
        return Err(Fault::new(Code::MissingField, Word::new("want-billing")));
    }
    Ok(ways)
}

fn billing(value: &Value) -> Read<Billing> {
    let words = [Billing::Monthly, Billing::Annual].map(|b| (b.as_str(), b));
    one_of(value, &words)
}

fn source(value: &Value) -> Read<Source> {
    Ok(Source {
        document: needed(value, "document", string)?,
        section: needed(value, "section", string)?,
        updated: optional(value, "updated", date)?,
    })
}

fn group(value: &Value) -> Read<Group> {
    Ok(Group {
        id: needed(value, "id", id)?,
        label: needed(value, "label", text)?,
        parent: optional(value, "parent", id)?,
    })
}

fn edition(value: &Value) -> Read<Edition> {
    Ok(Edition {
        id: needed(value, "id", id)?,
        label: needed(value, "label", shared_text)?,
        trial: optional(value, "trial", trial)?,
        source: needed(value, "source", id)?,
    })
}

fn trial(value: &Value) -> Read<Trial> {
    Ok(Trial {
        length: needed(value, "length", length)?,
        basic: needed(value, "basic", id)?,
        sells: list(value, "sells", id)?,
        beside: list(value, "beside", id)?,
        whole: list(value, "whole", id)?,
        instead: needed(value, "instead", id)?,
    })
}

fn length(value: &Value) -> Read<Length> {
    let mut fields = value.present_fields();
    match (fields.next(), fields.next()) {
        (Some(("days", days)), None) => positive(days)
            .and_then(|_| small(days))
            .map(Length::Days)
            .map_err(|f| f.in_field("days")),
        (Some(("months", months)), None) => positive(months)
            .and_then(|_| small(months))
            .map(Length::Months)
            .map_err(|f| f.in_field("months")),
        _ => Err(Fault::new(Code::OutOfRange, Word::new("want-length"))),
    }
}

fn dimension(value: &Value) -> Read<Dimension> {
    Ok(Dimension {
        id: needed(value, "id", id)?,
        label: needed(value, "label", shared_text)?,
        unit: needed(value, "unit", unit)?,
        help: optional(value, "help", text)?,
        group: optional(value, "group", id)?,
        default: optional(value, "default", quantity)?.unwrap_or_default(),
        min: optional(value, "min", quantity)?.unwrap_or_default(),
        max: optional(value, "max", quantity)?.unwrap_or(MAX_QUANTITY),
        allowance: optional(value, "allowance", |v| per_edition(v, limit))?,
        limit: optional(value, "limit", |v| per_edition(v, limit))?,
        allowance_per: optional(value, "allowance_per", id)?,
        each: optional(value, "each", id)?,
        beyond: optional(value, "beyond", |v| {
            one_of(
                v,
                &[
                    ("exceeded", Beyond::Exceeded),
                    ("contact-sales", Beyond::ContactSales),
                ],
            )
        })?
        .unwrap_or(Beyond::Exceeded),
        calls: flag(value, "calls"),
        needs: optional(value, "needs", id)?,
        provenance: provenance(value)?,
        source: needed(value, "source", id)?,
    })
}

fn provenance(value: &Value) -> Read<Provenance> {
    let words = [
        ("stated", Provenance::Stated),
        ("inferred", Provenance::Inferred),
    ];
    let read = optional(value, "provenance", |v| one_of(v, &words))?;
    Ok(read.unwrap_or(Provenance::Stated))
}

fn charge(value: &Value) -> Read<Charge> {
    Ok(Charge {
        id: needed(value, "id", id)?,
        label: needed(value, "label", shared_text)?,
        kind: needed(value, "kind", |v| {
            let words = [ChargeKind::Prepaid, ChargeKind::Payg].map(|k| (k.as_str(), k));
            one_of(v, &words)
        })?,
        model: model(value)?,
        source: needed(value, "source", id)?,
    })
}

/// The fields that each charge model has beside those of every charge.
pub(crate) const MODELS: [(&str, &[&str]); 7] = [
    ("flat", &["price", "annual_price"]),
    ("bundle", &["price", "annual_price"]),
    ("per-unit", &["dimension", "price", "annual_price", "every"]),
    ("block", &["dimension", "size", "price", "carries"]),
    ("graduated", &["dimension", "tiers"]),
    ("volume", &["dimension", "tiers"]),
    ("pack", &["dimension", "min", "step", "life", "tiers"]),
];

fn model(value: &Value) -> Read<Model> {
    let (name, allowed) = needed(value, "model", |v| {
        one_of(v, &MODELS.map(|(name, fields)| (name, (name, fields))))
    })?;
    let of_every_charge = ["id", "label", "kind", "model", "source"];
    let known = |key: &str| of_every_charge.contains(&key) || allowed.contains(&key);
    if let Some((key, _)) = value.present_fields().find(|(key, _)| !known(key)) {
        let word = Word::new("not-in-model")
            .with("field", Arg::text(key))
            .with("model", Arg::text(name))
            .with(
                "known",
                Arg::List(allowed.iter().map(|&field| field.into()).collect()),
            );
        return Err(Fault::new(Code::UnknownField, word).in_field(key));
    }
    let price = |key| needed(value, key, |v| per_edition(v, amount));
    let annual_price = || optional(value, "annual_price", |v| per_edition(v, amount));
    let counted = || needed(value, "dimension", id);
    let tiers = || needed(value, "tiers", |v| each(v, tier));
    Ok(match name {
        "flat" => Model::Flat(Flat {
            price: price("price")?,
            annual_price: annual_price()?,
        }),
        "bundle" => Model::Bundle(Bundle {
            price: price("price")?,
            annual_price: annual_price()?,
        }),
        "per-unit" => Model::PerUnit(PerUnit {
            dimension: counted()?,
            price: price("price")?,
            annual_price: annual_price()?,
            every: optional(value, "every", |v| {
                one_of(v, &[("month", Every::Month), ("day", Every::Day)])
            })?
            .unwrap_or(Every::Month),
        }),
        "block" => Model::Block(Block {
            dimension: counted()?,
            size: needed(value, "size", positive)?,
            price: price("price")?,
            carries: flag(value, "carries"),
        }),
        "graduated" => Model::Graduated(Graduated {
            dimension: counted()?,
            tiers: tiers()?,
        }),
        "volume" => Model::Volume(Volume {
            dimension: counted()?,
            tiers: tiers()?,
        }),
        _ => Model::Pack(Pack {
            dimension: counted()?,
            min: needed(value, "min", positive)?,
            step: needed(value, "step", positive)?,
            life: optional(value, "life", small)?,
            tiers: tiers()?,
        }),
    })
}

fn tier(value: &Value) -> Read<Tier> {
    Ok(Tier {
        from: needed(value, "from", quantity)?,
        to: optional(value, "to", quantity)?,
        price: needed(value, "price", |v| per_edition(v, amount))?,
    })
}

fn feature(value: &Value) -> Read<Feature> {
    Ok(Feature {
        id: needed(value, "id", id)?,
        label: needed(value, "label", shared_text)?,
        group: optional(value, "group", id)?,
        values: needed(value, "values", |v| pairs(v, feature_value))?,
        provenance: provenance(value)?,
        source: needed(value, "source", id)?,
    })
}

fn feature_value(value: &Value) -> Read<FeatureValue> {
    match &value.kind {
        Kind::Bool(true) => Ok(FeatureValue::Yes),
        Kind::Bool(false) => Ok(FeatureValue::No),
        Kind::Number(_) => quantity(value).map(FeatureValue::Number),
        Kind::Text(text) if text == "unlimited" => Ok(FeatureValue::Unlimited),
        Kind::Object(_) => text(value).map(FeatureValue::Text),
        _ => Err(wrong(Code::BadType, "want-feature-value", value)),
    }
}

fn reading(value: &Value) -> Read<Reading> {
    Ok(Reading {
        id: needed(value, "id", id)?,
        text: needed(value, "text", shared_text)?,
        applies_to: list(value, "applies_to", id)?,
        editions: list(value, "editions", id)?,
    })
}

fn note(value: &Value) -> Read<Note> {
    Ok(Note {
        id: needed(value, "id", id)?,
        about: list(value, "about", id)?,
        text: needed(value, "text", text)?,
        source: needed(value, "source", id)?,
    })
}

fn policies(value: &Value) -> Read<Policies> {
    Ok(Policies {
        purchase: optional(value, "purchase", purchase)?,
        plan_changes: list(value, "plan_changes", plan_change)?,
        lifecycle: optional(value, "lifecycle", lifecycle)?,
        refund: optional(value, "refund", refund)?,
        licenses: optional(value, "licenses", licenses)?,
        connect: optional(value, "connect", connect)?,
    })
}

fn purchase(value: &Value) -> Read<Purchase> {
    Ok(Purchase {
        min_months: needed(value, "min_months", small)?,
        max_months: optional(value, "max_months", small)?,
        auto_renewal: flag(value, "auto_renewal"),
        steps: list(value, "steps", text)?,
        source: needed(value, "source", id)?,
    })
}

fn plan_change(value: &Value) -> Read<PlanChange> {
    Ok(PlanChange {
        from: needed(value, "from", id)?,
        to: needed(value, "to", id)?,
        possible: flag(value, "possible"),
        text: needed(value, "text", text)?,
        source: needed(value, "source", id)?,
    })
}

fn lifecycle(value: &Value) -> Read<Lifecycle> {
    Ok(Lifecycle {
        expiry: needed(value, "expiry", |v| {
            one_of(
                v,
                &[
                    ("same-time", Expiry::SameTime),
                    ("end-of-day-before", Expiry::EndOfDayBefore),
                ],
            )
        })?,
        reminder: optional(value, "reminder", |v| {
            Ok(Reminder {
                days_before: needed(v, "days_before", small)?,
                days_after: needed(v, "days_after", small)?,
                source: needed(v, "source", id)?,
            })
        })?,
        suspended_after_days: optional(value, "suspended_after_days", small)?,
        released_after_days: optional(value, "released_after_days", small)?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

fn refund(value: &Value) -> Read<Refund> {
    let rules = ["prorated", "full-within-days"].map(|rule| (rule, rule));
    let rule = needed(value, "rule", |v| one_of(v, &rules))?;
    // A field of the other rule would be ignored without a word.
    let (own, other) = match rule {
        "prorated" => ("charge", "days"),
        _ => ("days", "charge"),
    };
    if value.get(other).is_some() {
        let known = ["rule", own, "returned", "not_returned", "notes", "source"];
        let word = Word::new("unknown-field")
            .with("field", Arg::text(other))
            .with("known", Arg::List(known.map(String::from).into()));
        return Err(Fault::new(Code::UnknownField, word).in_field(other));
    }
    Ok(Refund {
        rule: match rule {
            "prorated" => RefundRule::Prorated {
                charge: needed(value, "charge", id)?,
            },
            _ => RefundRule::FullWithinDays {
                days: needed(value, "days", small)?,
            },
        },
        returned: list(value, "returned", id)?,
        not_returned: list(value, "not_returned", id)?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

fn licenses(value: &Value) -> Read<Licenses> {
    Ok(Licenses {
        used_by: list(value, "used_by", id)?,
        kept_by: list(value, "kept_by", id)?,
        resets_per_month: needed(value, "resets_per_month", small)?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

fn connect(value: &Value) -> Read<Connect> {
    Ok(Connect {
        condition: needed(value, "condition", text)?,
        prohibited: list(value, "prohibited", text)?,
        industries: list(value, "industries", |v| {
            Ok(Industry {
                id: needed(v, "id", id)?,
                label: needed(v, "label", text)?,
                scenarios: list(v, "scenarios", |v| {
                    Ok(Scenario {
                        id: needed(v, "id", id)?,
                        label: needed(v, "label", text)?,
                    })
                })?,
            })
        })?,
        behaviours: list(value, "behaviours", |v| {
            Ok(Behaviour {
                number: needed(v, "number", small)?,
                label: needed(v, "label", text)?,
                severity: needed(v, "severity", text)?,
                consequence: needed(v, "consequence", text)?,
            })
        })?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

// What the fields above are made of.

fn needed<T>(value: &Value, key: &str, read: impl FnOnce(&Value) -> Read<T>) -> Read<T> {
    read(present(value, key)?).map_err(|fault| fault.in_field(key))
}

/// The value of a field that must be there.
fn present<'a>(value: &'a Value, key: &str) -> Read<&'a Value> {
    value.get(key).ok_or_else(|| {
        let word = Word::new("missing-field").with("field", Arg::text(key));
        Fault::new(Code::MissingField, word).in_field(key)
    })
}

fn optional<T>(value: &Value, key: &str, read: impl FnOnce(&Value) -> Read<T>) -> Read<Option<T>> {
    match value.get(key) {
        None => Ok(None),
        Some(inner) => match read(inner) {
            Ok(read) => Ok(Some(read)),
            Err(fault) => Err(fault.in_field(key)),
        },
    }
}

fn list<T>(value: &Value, key: &str, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    Ok(optional(value, key, |v| each(v, read))?.unwrap_or_default())
}

fn each<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    let entries = value.entries().iter().enumerate();
    entries
        .map(|(index, entry)| read(entry).map_err(|f| f.in_entry(index)))
        .collect()
}

fn pairs<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<(Id, T)>> {
    value
        .present_fields()
        .map(|(key, inner)| match read(inner) {
            Ok(read) => Ok((Id::from(key), read)),
            Err(fault) => Err(fault.in_field(key)),
        })
        .collect()
}

fn per_edition<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<PerEdition<T>> {
    match value.kind {
        Kind::Object(_) => pairs(value, read).map(PerEdition::Each),
        _ => read(value).map(PerEdition::All),
    }
}

fn flag(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::flag).unwrap_or_default()
}

fn wrong(code: Code, id: &'static str, value: &Value) -> Fault {
    Fault::new(code, Word::new(id).with("got", Arg::Text(value.describe())))
}

fn string(value: &Value) -> Read<String> {
    let text = value.text().filter(|text| !text.trim().is_empty());
    text.map(String::from)
        .ok_or_else(|| wrong(Code::BadType, "want-text", value))
}

fn id(value: &Value) -> Read<Id> {
    string(value).map(Id::from)
}

fn text(value: &Value) -> Read<Text> {
    let languages = pairs(value, string)?;
    if !languages
        .iter()
        .any(|(tag, _)| &**tag == crate::text::ENGLISH)
    {
        return Err(Fault::new(Code::MissingField, Word::new("want-english")).in_field("en"));
    }
    let owned = languages.into_iter();
    Ok(Text::new(
        owned.map(|(tag, text)| (tag.to_string(), text)).collect(),
    ))
}

fn shared_text(value: &Value) -> Read<Arc<Text>> {
    text(value).map(Arc::new)
}

fn unit(value: &Value) -> Read<Arc<Unit>> {
    let forms = |v: &Value| -> Read<Vec<(String, String)>> {
        let forms = pairs(v, string)?;
        if !forms.iter().any(|(category, _)| &**category == "other") {
            return Err(
                Fault::new(Code::MissingField, Word::new("want-plural-other")).in_field("other"),
            );
        }
        let owned = forms.into_iter();
        Ok(owned.map(|(name, text)| (name.to_string(), text)).collect())
    };
    let languages = pairs(value, forms)?;
    if !languages
        .iter()
        .any(|(tag, _)| &**tag == crate::text::ENGLISH)
    {
        return Err(Fault::new(Code::MissingField, Word::new("want-english")).in_field("en"));
    }
    let owned = languages.into_iter();
    Ok(Arc::new(Unit::new(
        owned.map(|(tag, forms)| (tag.to_string(), forms)).collect(),
    )))
}

fn date(value: &Value) -> Read<Date> {
    value
        .text()
        .and_then(Date::parse)
        .ok_or_else(|| wrong(Code::BadDate, "want-date", value))
}

fn currency(value: &Value) -> Read<Currency> {
    value
        .text()
        .and_then(Currency::new)
        .ok_or_else(|| wrong(Code::BadType, "want-currency", value))
}

fn amount(value: &Value) -> Read<Amount> {
    let parsed = value.text().and_then(|text| text.parse().ok());
    parsed.ok_or_else(|| wrong(Code::BadAmount, "want-amount", value))
}

fn quantity(value: &Value) -> Read<u64> {
    let whole = value.whole().and_then(|whole| u64::try_from(whole).ok());
    whole.filter(|&whole| whole <= MAX_QUANTITY).ok_or_else(|| {
        let word = Word::new("want-quantity")
            .with("max", Arg::Count(MAX_QUANTITY))
            .with("got", Arg::Text(value.describe()));
        Fault::new(Code::BadQuantity, word)
    })
}

fn positive(value: &Value) -> Read<u64> {
    match quantity(value)? {
        0 => Err(wrong(Code::OutOfRange, "want-positive", value)),
        quantity => Ok(quantity),
    }
}

fn small(value: &Value) -> Read<u32> {
    const MOST: u64 = 10_000;
    match quantity(value)? {
        number if number <= MOST => {
            u32::try_from(number).map_err(|_| wrong(Code::OutOfRange, "want-small", value))
        }
        _ => Err(wrong(Code::OutOfRange, "want-small", value)),
    }
}

fn limit(value: &Value) -> Read<Limit> {
    match &value.kind {
        Kind::Text(text) if text == "unlimited" => Ok(Limit::Unlimited),
        Kind::Number(_) => quantity(value).map(Limit::UpTo),
        _ => Err(wrong(Code::BadQuantity, "want-limit", value)),
    }
}

/// The meaning of one of a few words.
fn one_of<T: Clone>(value: &Value, words: &[(&str, T)]) -> Read<T> {
    let found = words.iter().find(|(word, _)| value.text() == Some(word));
    found.map(|(_, meaning)| meaning.clone()).ok_or_else(|| {
        let word = Word::new("want-one-of")
            .with("got", Arg::Text(value.describe()))
            .with(
                "known",
                Arg::List(words.iter().map(|&(word, _)| word.into()).collect()),
            );
        Fault::new(Code::OutOfRange, word)
    })
}
