//! Documents of every size that a limit is about, for the tests natively and in WebAssembly.

use ratecard::value::limits::*;
use serde_json::{Value, json};

/// A limit, and the documents by which it is tried.
pub struct Case {
    /// The name of its constant.
    pub limit: &'static str,
    /// How many there may be.
    pub most: usize,
    /// The command that the document is a request of; `None` for a rate card.
    pub command: Option<&'static str>,
    /// The document with so many of what is counted.
    pub document: Box<dyn Fn(usize) -> Value>,
    /// Where one more is told.
    pub place: &'static str,
}

fn request(
    limit: &'static str,
    most: usize,
    command: &'static str,
    place: &'static str,
    document: impl Fn(usize) -> Value + 'static,
) -> Case {
    Case {
        limit,
        most,
        command: Some(command),
        document: Box::new(document),
        place,
    }
}

/// Fields of an item of a request of `estimate`.
fn item(
    limit: &'static str,
    most: usize,
    place: &'static str,
    fields: impl Fn(usize) -> Value + 'static,
) -> Case {
    request(limit, most, "estimate", place, move |count| {
        let mut item = json!({"product": "chat", "edition": "standard"});
        let fields = fields(count);
        let item_fields = item.as_object_mut().unwrap();
        item_fields.extend(fields.as_object().unwrap().clone());
        json!({"months": 36, "items": [item]})
    })
}

/// A rate card in which the value at a pointer is another.
fn card(
    limit: &'static str,
    most: usize,
    place: &'static str,
    value: impl Fn(usize) -> Value + 'static,
) -> Case {
    Case {
        limit,
        most,
        command: None,
        document: Box::new(move |count| {
            let mut card = whole_card();
            let steps = place.replace('[', "/").replace(']', "").replace('.', "/");
            let at = card.pointer_mut(&format!("/{steps}"));
            *at.unwrap_or_else(|| panic!("{place} is in the card")) = value(count);
            card
        }),
        place,
    }
}

/// So many of the same.
fn list(count: usize, entry: &Value) -> Value {
    (0..count).map(|_| entry.clone()).collect()
}

/// So many fields of the same value.
fn map(count: usize, value: &Value) -> Value {
    let fields = (0..count).map(|field| (format!("f{field}"), value.clone()));
    Value::Object(fields.collect())
}

fn letters(count: usize) -> Value {
    Value::from("a".repeat(count))
}

/// A card in which everything is that a limit is about.
pub fn whole_card() -> Value {
    let text = json!({"en": "Text"});
    json!({
        "id": "ours/undated", "product": "ours", "label": text, "currency": "EUR", "source": "list",
        "billing": ["monthly"],
        "sources": {"list": {"document": "Prices", "section": "All"}},
        "groups": [{"id": "group", "label": text}],
        "editions": [{"id": "only", "label": text, "source": "list"}],
        "dimensions": [{"id": "seats", "label": text, "unit": {"en": {"other": "seats"}}, "source": "list"}],
        "examples": [{"id": "small", "label": text, "demand": {"seats": 1}, "source": "list"}],
        "charges": [{
            "id": "fee", "label": text, "kind": "prepaid", "model": "graduated", "dimension": "seats",
            "tiers": [{"from": 0, "price": {"only": "1"}}], "source": "list",
        }],
        "features": [{"id": "extra", "label": text, "values": {"only": true}, "source": "list"}],
        "readings": [{"id": "reading", "text": text, "applies_to": ["fee"]}],
        "notes": [{"id": "note", "about": ["fee"], "text": text, "source": "list"}],
        "policies": {
            "plan_changes": [],
            "lifecycle": {"expiry": "same-time", "notes": [text], "source": "list"},
            "connect": {
                "condition": text, "prohibited": [], "behaviours": [], "source": "list",
                "industries": [{"id": "industry", "label": text, "scenarios": []}],
            },
        },
    })
}

/// What an answer takes at most, broken: the card, a request that is within the limit, one that is not, and
/// the sentence that tells so.
pub struct AnswerCase {
    /// The card.
    pub card: Value,
    /// What may be asked.
    pub within: Value,
    /// What may not.
    pub beyond: Value,
    /// The beginning of the message.
    pub says: &'static str,
}

/// A case for each limit of what an answer takes. The demand of what is beyond could not be priced: it is
/// told before anything is.
pub fn answer_cases() -> Vec<AnswerCase> {
    let request = |items: usize, demand: u64| {
        let item = json!({"product": "ours", "edition": "only", "demand": {"seats": demand}});
        json!({"months": 36, "items": vec![item; items]})
    };
    let charge = |fields: Value| {
        let mut charge = json!({"label": {"en": "Text"}, "dimension": "seats", "source": "list"});
        let Value::Object(fields) = fields else {
            return charge;
        };
        charge.as_object_mut().unwrap().extend(fields);
        charge
    };
    // The largest price that there is: nothing can be multiplied by it.
    let price = "79228162514264337593543950335";
    let tiers = |count: u64| -> Value {
        let tier = |at: u64| {
            let to = (at + 1 < count).then_some(at + 1);
            json!({"from": at, "to": to, "price": price})
        };
        (0..count).map(tier).collect()
    };
    let mut priced = whole_card();
    let many = (0..27).map(|index| {
        charge(json!({"id": format!("fee-{index}"), "kind": "payg", "model": "graduated", "tiers": tiers(100)}))
    });
    priced["charges"] = many.collect();
    priced["readings"] = json!([]);
    priced["notes"] = json!([]);
    let mut planned = whole_card();
    let packs = charge(
        json!({"id": "fee", "kind": "prepaid", "model": "pack", "min": 40, "step": 40,
        "tiers": [{"from": 40, "to": 400_000, "price": "2"}, {"from": 400_000, "price": "1"}]}),
    );
    planned["charges"] = json!([packs]);
    let mut wordy = whole_card();
    let text = "a".repeat(MAX_TEXT);
    wordy["charges"][0]["tiers"][0]["price"] = json!(price);
    let reading =
        |at: usize| json!({"id": format!("r{at}"), "text": {"en": text}, "applies_to": ["fee"]});
    wordy["readings"] = (0..126).map(reading).collect();
    vec![
        AnswerCase {
            card: priced,
            // 36 months of 27 charges of 100 tiers.
            within: request(1, 0),
            beyond: request(2, 1_000),
            says: "the answer would have 194,400 entries, at most 100,000",
        },
        AnswerCase {
            card: planned,
            within: request(1, 0),
            beyond: request(2, 1_000_000_000_000),
            says: "planning the packs of all items together would take 3,240,000 steps, at most 3,000,000",
        },
        AnswerCase {
            card: wordy,
            within: request(15, 0),
            beyond: request(16, 1_000),
            says: "the texts of the rate card would come to 20,",
        },
    ]
}

/// A case for every limit that a document can break.
pub fn cases() -> Vec<Case> {
    let text = json!({"en": "Text"});
    let part = json!({"id": "part", "label": text, "source": "list"});
    let mut cases = vec![
        request(
            "MAX_ITEMS",
            MAX_ITEMS,
            "estimate",
            "items",
            |count| json!({"items": list(count, &json!({"product": "chat", "edition": "standard"}))}),
        ),
        request("MAX_AGENTS", MAX_AGENTS, "licenses", "agents", |count| {
            let agents = (0..count).map(|agent| json!({"email": format!("{agent}@example.com")}));
            let agents: Value = agents.collect();
            json!({"product": "contact-center", "edition": "premium", "agents": agents})
        }),
        request(
            "MAX_EMAIL",
            MAX_EMAIL,
            "licenses",
            "agents[0].email",
            |count| {
                let agents = json!([{"email": letters(count)}]);
                json!({"product": "contact-center", "edition": "premium", "agents": agents})
            },
        ),
        request(
            "MAX_ID",
            MAX_ID,
            "estimate",
            "items[0].product",
            |count| json!({"items": [{"product": letters(count), "edition": "standard"}]}),
        ),
        item(
            "MAX_ID",
            MAX_ID,
            "items[0].demand",
            |count| json!({"demand": {"a".repeat(count): 1}}),
        ),
        item(
            "MAX_SERIES",
            MAX_SERIES,
            "items[0].demand.mau",
            |count| json!({"demand": {"mau": list(count, &json!(1))}}),
        ),
        item(
            "MAX_CALLS",
            MAX_CALLS,
            "items[0].calls.minutes",
            |count| json!({"calls": {"minutes": list(count, &json!({"count": 1, "seconds": 60}))}}),
        ),
        item(
            "MAX_PACKS",
            MAX_PACKS,
            "items[0].buy.packs",
            |count| json!({"buy": {"packs": list(count, &json!({"month": 0, "quantity": 1}))}}),
        ),
        item(
            "MAX_REQUIRED",
            MAX_REQUIRED,
            "items[0].requires",
            |count| json!({"requires": list(count, &json!("users"))}),
        ),
        item(
            "MAX_DIMENSIONS",
            MAX_DIMENSIONS,
            "items[0].demand",
            |count| json!({"demand": map(count, &json!(1))}),
        ),
        item(
            "MAX_DIMENSIONS",
            MAX_DIMENSIONS,
            "items[0].calls",
            |count| json!({"calls": map(count, &json!([]))}),
        ),
        item(
            "MAX_CHARGES",
            MAX_CHARGES,
            "items[0].buy",
            |count| json!({"buy": map(count, &json!([]))}),
        ),
        card("MAX_TEXT", MAX_TEXT, "label.en", letters),
        card("MAX_TEXT", MAX_TEXT, "sources.list.section", letters),
        card("MAX_BILLING", MAX_BILLING, "billing", |count| {
            list(count, &json!("monthly"))
        }),
        card("MAX_SOURCES", MAX_SOURCES, "sources", |count| {
            map(count, &json!({"document": "Prices", "section": "All"}))
        }),
        card("MAX_LANGUAGES", MAX_LANGUAGES, "label", |count| {
            map(count, &json!("Text"))
        }),
        card("MAX_FORMS", MAX_FORMS, "dimensions[0].unit.en", |count| {
            map(count, &json!("seats"))
        }),
        card(
            "MAX_EDITIONS",
            MAX_EDITIONS,
            "charges[0].tiers[0].price",
            |count| map(count, &json!("1")),
        ),
        card(
            "MAX_EDITIONS",
            MAX_EDITIONS,
            "features[0].values",
            |count| map(count, &json!(true)),
        ),
        card("MAX_IDS", MAX_IDS, "readings[0].applies_to", |count| {
            list(count, &json!("fee"))
        }),
        card("MAX_TIERS", MAX_TIERS, "charges[0].tiers", |count| {
            list(count, &json!({"from": 0, "price": "1"}))
        }),
        card(
            "MAX_BEHAVIOURS",
            MAX_BEHAVIOURS,
            "policies.connect.behaviours",
            |count| {
                let text = json!({"en": "Text"});
                let rule =
                    json!({"number": 1, "label": text, "severity": text, "consequence": text});
                list(count, &rule)
            },
        ),
        card(
            "MAX_PLAN_CHANGES",
            MAX_PLAN_CHANGES,
            "policies.plan_changes",
            |count| {
                let text = json!({"en": "Text"});
                let change = json!({"from": "only", "to": "only", "possible": true, "text": text, "source": "list"});
                list(count, &change)
            },
        ),
    ];
    for (limit, most, place) in [
        ("MAX_EXAMPLES", MAX_EXAMPLES, "examples"),
        ("MAX_GROUPS", MAX_GROUPS, "groups"),
        (
            "MAX_INDUSTRIES",
            MAX_INDUSTRIES,
            "policies.connect.industries[0].scenarios",
        ),
        (
            "MAX_INDUSTRIES",
            MAX_INDUSTRIES,
            "policies.connect.prohibited",
        ),
    ] {
        cases.push(card(limit, most, place, |count| {
            list(count, &json!({"id": "part", "label": {"en": "Text"}}))
        }));
    }
    cases.push(card(
        "MAX_TEXTS",
        MAX_TEXTS,
        "policies.lifecycle.notes",
        |count| list(count, &json!({"en": "Text"})),
    ));
    let with = |more: Value| {
        let mut part = part.clone();
        let fields = part.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        part
    };
    for (limit, most, place, entry) in [
        ("MAX_EDITIONS", MAX_EDITIONS, "editions", part.clone()),
        (
            "MAX_DIMENSIONS",
            MAX_DIMENSIONS,
            "dimensions",
            with(json!({"unit": {"en": {"other": "x"}}})),
        ),
        (
            "MAX_CHARGES",
            MAX_CHARGES,
            "charges",
            with(json!({"kind": "payg", "model": "flat", "price": "1"})),
        ),
        (
            "MAX_FEATURES",
            MAX_FEATURES,
            "features",
            with(json!({"values": {"only": true}})),
        ),
        (
            "MAX_READINGS",
            MAX_READINGS,
            "readings",
            json!({"id": "part", "text": text, "applies_to": []}),
        ),
        (
            "MAX_NOTES",
            MAX_NOTES,
            "notes",
            json!({"id": "part", "about": [], "text": text, "source": "list"}),
        ),
        (
            "MAX_INDUSTRIES",
            MAX_INDUSTRIES,
            "policies.connect.industries",
            json!({"id": "part", "label": text, "scenarios": []}),
        ),
    ] {
        cases.push(card(limit, most, place, move |count| list(count, &entry)));
    }
    cases.push(request(
        "MAX_ENTRIES",
        MAX_ENTRIES,
        "estimate",
        "items",
        |count| json!({"items": list(count, &json!(0))}),
    ));
    cases
}

/// Lists in each other.
pub fn nested(depth: usize) -> Value {
    (1..depth).fold(json!([]), |inner, _| json!([inner]))
}

/// A list of lists that is so many values in all.
pub fn values(count: usize) -> Value {
    let lists = 3;
    let first = MAX_ENTRIES;
    json!([
        list(first, &json!(0)),
        list(count - lists - first, &json!(0))
    ])
}
