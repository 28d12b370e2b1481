//! From a document to a [`Card`]: structure, then meaning, then references.

use std::sync::Arc;

use super::check::{self, Check, Tell};
use super::shape;
use super::{
    Action, Activity, Behaviour, Beyond, Billing, Card, Charge, Connect, Dimension, Edition,
    EditionPrice, Example, Expiry, Feature, FeatureValue, Group, Industry, Length, Licenses,
    Lifecycle, Limit, Note, PerEdition, PlanChange, Policies, Provenance, Purchase, Reading,
    Refund, RefundRule, Reminder, Scenario, Source, Tagline, Trial,
};
use crate::calendar::MonthKind;
use crate::money::Amount;
use crate::text::{ENGLISH, Text, Unit};
use crate::value::read::{
    MAX_QUANTITY, Read, amount, count, currency, date, each, flag, id, list, needed, one_of,
    optional, pairs, positive, quantity, string, url, wrong,
};
use crate::value::{Code, Fault, Kind, Value};
use crate::word::{Arg, Word};

impl Card {
    /// Reads a rate card from a document and checks it whole.
    ///
    /// # Errors
    ///
    /// `bad_rate_card` with the place and what was expected: an unknown or missing field, a price
    /// that is no decimal, a tier that leaves a gap or overlaps, a reference to nothing.
    pub fn read(document: &Value) -> Result<Self, Fault> {
        Self::read_unchecked(document)
            .and_then(|card| card.check(&mut Err).map(|()| card))
            .map_err(|fault| {
                let at = document.place(fault.path());
                fault.at(at).with_code(Code::BadRateCard)
            })
    }

    /// Reads a rate card from a document, field by field, without a look at what its fields say of
    /// each other.
    pub(crate) fn read_unchecked(document: &Value) -> Read<Self> {
        shape::CARD.check(document).and_then(|()| card(document))
    }

    /// Checks what its fields say of each other, and tells each fault.
    pub(crate) fn check(&self, tell: &mut Tell) -> Check {
        check::check(self, tell)
    }
}

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
        sources: needed(value, "sources", |v| pairs(v, source))?,
        groups: list(value, "groups", group)?,
        editions: list(value, "editions", edition)?,
        dimensions: list(value, "dimensions", dimension)?,
        examples: list(value, "examples", example)?,
        charges: list(value, "charges", Charge::read)?,
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

fn source(value: &Value) -> Read<Arc<Source>> {
    Ok(Arc::new(Source {
        document: needed(value, "document", string)?,
        section: needed(value, "section", string)?,
        updated: optional(value, "updated", date)?,
        url: optional(value, "url", url)?,
    }))
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
        tagline: optional(value, "tagline", tagline)?,
        action: optional(value, "action", action)?,
        price: optional(value, "price", |v| {
            one_of(v, &[("on-request", EditionPrice::OnRequest)])
        })?,
        trial: optional(value, "trial", trial)?,
        source: needed(value, "source", id)?,
    })
}

fn tagline(value: &Value) -> Read<Tagline> {
    Ok(Tagline {
        text: needed(value, "text", shared_text)?,
        provenance: provenance(value)?,
        source: needed(value, "source", id)?,
    })
}

fn action(value: &Value) -> Read<Action> {
    Ok(Action {
        label: needed(value, "label", shared_text)?,
        url: needed(value, "url", url)?,
    })
}

fn example(value: &Value) -> Read<Example> {
    Ok(Example {
        id: needed(value, "id", id)?,
        label: needed(value, "label", text)?,
        demand: needed(value, "demand", |v| pairs(v, quantity))?,
        provenance: provenance(value)?,
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
            .and_then(|_| count(days))
            .map(Length::Days)
            .map_err(|f| f.in_field("days")),
        (Some(("months", months)), None) => positive(months)
            .and_then(|_| count(months))
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
        allowance: optional(value, "allowance", limit_per_edition)?,
        limit: optional(value, "limit", limit_per_edition)?,
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
        Kind::String(text) if text == "unlimited" => Ok(FeatureValue::Unlimited),
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
        excluded: flag(value, "excluded"),
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
        min_months: needed(value, "min_months", count)?,
        max_months: optional(value, "max_months", count)?,
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
                days_before: needed(v, "days_before", count)?,
                days_after: needed(v, "days_after", count)?,
                source: needed(v, "source", id)?,
            })
        })?,
        suspended_after_days: optional(value, "suspended_after_days", count)?,
        released_after_days: optional(value, "released_after_days", count)?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

fn refund(value: &Value) -> Read<Refund> {
    let rules = [("prorated", true), ("full-within-days", false)];
    let is_prorated = needed(value, "rule", |v| one_of(v, &rules))?;
    // A field of the other rule would be ignored without a word.
    let (own, other) = match is_prorated {
        true => ("charge", "days"),
        false => ("days", "charge"),
    };
    if value.get(other).is_some() {
        let known = ["rule", own, "returned", "not_returned", "notes", "source"];
        let word = Word::new("unknown-field")
            .with("field", Arg::text(other))
            .with("known", Arg::List(known.map(String::from).into()));
        return Err(Fault::new(Code::UnknownField, word).in_field(other));
    }
    Ok(Refund {
        rule: match is_prorated {
            true => RefundRule::Prorated {
                charge: needed(value, "charge", id)?,
            },
            false => RefundRule::FullWithinDays {
                days: needed(value, "days", count)?,
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
        resets_per_month: needed(value, "resets_per_month", count)?,
        notes: list(value, "notes", text)?,
        source: needed(value, "source", id)?,
    })
}

fn connect(value: &Value) -> Read<Connect> {
    Ok(Connect {
        condition: needed(value, "condition", text)?,
        prohibited: list(value, "prohibited", |v| {
            Ok(Activity {
                id: needed(v, "id", id)?,
                label: needed(v, "label", text)?,
            })
        })?,
        industries: list(value, "industries", |v| {
            Ok(Industry {
                id: needed(v, "id", id)?,
                label: needed(v, "label", text)?,
                scenarios: list(v, "scenarios", |v| {
                    Ok(Scenario {
                        id: needed(v, "id", id)?,
                        label: needed(v, "label", text)?,
                        always: list(v, "always", id)?,
                    })
                })?,
            })
        })?,
        behaviours: list(value, "behaviours", |v| {
            Ok(Behaviour {
                number: needed(v, "number", count)?,
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

fn per_edition<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<PerEdition<T>> {
    match value.kind {
        Kind::Object(_) => pairs(value, read).map(PerEdition::Each),
        _ => read(value).map(PerEdition::All),
    }
}

/// An amount for all editions, or one by edition.
pub(super) fn amount_per_edition(value: &Value) -> Read<PerEdition<Amount>> {
    per_edition(value, amount)
}

fn limit_per_edition(value: &Value) -> Read<PerEdition<Limit>> {
    per_edition(value, limit)
}

fn limit(value: &Value) -> Read<Limit> {
    match &value.kind {
        Kind::String(text) if text == "unlimited" => Ok(Limit::Unlimited),
        Kind::Number(_) => quantity(value).map(Limit::UpTo),
        _ => Err(wrong(Code::BadQuantity, "want-limit", value)),
    }
}

fn text(value: &Value) -> Read<Text> {
    by_language(value, string).map(Text::new)
}

/// A text that several parts of an answer hold.
pub(super) fn shared_text(value: &Value) -> Read<Arc<Text>> {
    text(value).map(Arc::new)
}

fn unit(value: &Value) -> Read<Arc<Unit>> {
    by_language(value, forms).map(Unit::new).map(Arc::new)
}

/// The forms of a unit by plural category.
fn forms(value: &Value) -> Read<Vec<(String, String)>> {
    keyed(value, string, "other", "want-plural-other")
}

fn by_language<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<(String, T)>> {
    keyed(value, read, ENGLISH, "want-english")
}

/// Every field of an object, among which there must be one.
fn keyed<T>(
    value: &Value,
    read: impl Fn(&Value) -> Read<T>,
    must: &str,
    word: &'static str,
) -> Read<Vec<(String, T)>> {
    let fields = pairs(value, read)?;
    if fields.iter().all(|(key, _)| **key != *must) {
        return Err(Fault::new(Code::MissingField, Word::new(word)).in_field(must));
    }
    let owned = fields.into_iter();
    Ok(owned.map(|(key, value)| (key.to_string(), value)).collect())
}
