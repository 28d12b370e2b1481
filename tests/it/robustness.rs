//! Whatever is asked, there is an answer or an error that says where and what.
//!
//! Requests of every command are made up from the rate cards, then one fault is put into each: into
//! its values, or into its text. No answer may panic; a reply is as the published schema says; an
//! error has a code of the interface, a place that is in the request, and a sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::support::schema::{faults, holds, part};
use crate::support::{self, CATALOG, ask_text, list, parts};
use jsonschema::Validator;
use proptest::prelude::*;
use ratecard::calendar::Date;
use ratecard::card::{Card, Model, Pack};
use ratecard::value::Code;
use serde_json::{Map, Value, json};

const COMMANDS: [&str; 10] = [
    "cards",
    "card",
    "estimate",
    "compare",
    "afford",
    "lifecycle",
    "refund",
    "licenses",
    "connect",
    "diff",
];

/// The validators of requests and of replies, and that of errors.
struct Schemas {
    requests: BTreeMap<&'static str, Validator>,
    replies: BTreeMap<&'static str, Validator>,
    error: Validator,
}

static SCHEMAS: LazyLock<Schemas> = LazyLock::new(|| {
    let of = |which: &str| {
        let each = COMMANDS.map(|command| {
            let pointer = format!("/properties/{command}/properties/{which}");
            (command, part(&pointer))
        });
        BTreeMap::from(each)
    };
    Schemas {
        requests: of("request"),
        replies: of("reply"),
        error: part("/properties/error"),
    }
});

/// Numbers that follow each other without rhyme, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn days(&mut self, bound: usize) -> i64 {
        i64::try_from(self.below(bound)).unwrap()
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

// Requests without a fault.

fn day(dice: &mut Dice) -> Date {
    let first = Date::parse("2026-05-27").unwrap();
    let span = if dice.one_in(10) { 350_000 } else { 1_500 };
    first.plus_days(dice.days(span)).unwrap()
}

fn card(dice: &mut Dice, on: Date) -> Arc<Card> {
    let products = CATALOG.products();
    CATALOG.in_force(dice.pick::<&str>(&products), on).unwrap()
}

fn quantity(dice: &mut Dice, max: u64) -> u64 {
    let most = [1, 10, 200, 15_000, 100_000, 40_000_000, max];
    (dice.next() % (dice.pick(&most) + 1)).min(max)
}

fn item(dice: &mut Dice, card: &Card, months: usize, with_edition: bool) -> Value {
    let mut item = Map::new();
    item.insert("product".into(), json!(&*card.product));
    let edition = &dice.pick(&card.editions).id;
    if with_edition {
        item.insert("edition".into(), json!(&**edition));
    }
    if dice.one_in(4) {
        item.insert("rate_card".into(), json!(&*card.id));
    }
    if dice.one_in(3) {
        let billing = dice.pick(&card.billing).as_str();
        item.insert("billing".into(), json!(billing));
    }
    let mut demand = Map::new();
    let mut calls = Map::new();
    for dimension in &card.dimensions {
        let one = |dice: &mut Dice| quantity(dice, dimension.max).max(dimension.min);
        match dice.below(4) {
            0 => demand.insert(dimension.id.to_string(), json!(one(dice))),
            1 => {
                let series: Vec<u64> = (0..months).map(|_| one(dice)).collect();
                demand.insert(dimension.id.to_string(), json!(series))
            }
            _ => None,
        };
        if dimension.calls && dice.one_in(2) {
            let made: Vec<Value> = (0..dice.below(3))
                .map(|_| json!({"count": dice.below(500), "seconds": dice.below(500)}))
                .collect();
            calls.insert(dimension.id.to_string(), json!(made));
        }
    }
    let mut buy = Map::new();
    for charge in &card.charges {
        if let Model::Pack(Pack { min, step, .. }) = charge.model
            && dice.one_in(4)
        {
            let packs: Vec<Value> = (0..dice.below(3))
                .map(|_| {
                    let quantity = min + step * dice.below(50) as u64;
                    json!({"month": dice.below(months), "quantity": quantity})
                })
                .collect();
            buy.insert(charge.id.to_string(), json!(packs));
        }
    }
    for (key, map) in [("demand", demand), ("calls", calls), ("buy", buy)] {
        if !map.is_empty() || dice.one_in(5) {
            item.insert(key.into(), map.into());
        }
    }
    let features = card.features.iter().filter(|_| dice.one_in(5));
    let requires: Vec<&str> = features.map(|feature| &*feature.id).collect();
    if !requires.is_empty() {
        item.insert("requires".into(), json!(requires));
    }
    item.into()
}

fn span(dice: &mut Dice, months: usize) -> (Map<String, Value>, Date) {
    let on = day(dice);
    let mut request = Map::new();
    request.insert("as_of".into(), json!(on.to_string()));
    if dice.one_in(2) {
        request.insert("start".into(), json!(day(dice).to_string()));
    }
    request.insert("months".into(), json!(months));
    (request, on)
}

/// A request that may be asked.
fn valid(dice: &mut Dice, command: &str) -> Value {
    let months = if dice.one_in(4) {
        1 + dice.below(36)
    } else {
        1 + dice.below(4)
    };
    let amount = |dice: &mut Dice| {
        let cents = dice.below(100);
        json!(format!("{}.{cents:02}", dice.below(10_000)))
    };
    match command {
        "cards" => json!({}),
        "card" => {
            let cards = CATALOG.cards().unwrap();
            json!({"id": &*dice.pick(&cards).card.id})
        }
        "diff" => {
            let cards = CATALOG.cards().unwrap();
            let mut id = || dice.pick(&cards).card.id.to_string();
            json!({"from": id(), "to": id()})
        }
        "estimate" => {
            let (mut request, on) = span(dice, months);
            let items: Vec<Value> = (0..1 + dice.below(3))
                .map(|_| {
                    let card = card(dice, on);
                    item(dice, &card, months, true)
                })
                .collect();
            request.insert("items".into(), json!(items));
            request.into()
        }
        "compare" => {
            let (mut request, on) = span(dice, months);
            let card = card(dice, on);
            request.insert("items".into(), json!([item(dice, &card, months, false)]));
            request.into()
        }
        "afford" => {
            let (mut request, on) = span(dice, months);
            let card = card(dice, on);
            // What has no dimension has nothing to be bought of.
            let (item, dimension) = match card.dimensions.is_empty() {
                true => (
                    json!({"product": "chat", "rate_card": "chat/2024-07-22"}),
                    "mau",
                ),
                false => {
                    let with_edition = dice.one_in(2);
                    let item = item(dice, &card, months, with_edition);
                    (item, &*dice.pick(&card.dimensions).id)
                }
            };
            request.insert("items".into(), json!([item]));
            request.insert("dimension".into(), json!(dimension));
            request.insert("budget".into(), json!(amount(dice)));
            request.into()
        }
        "lifecycle" | "refund" => {
            let on = day(dice);
            let card = card(dice, on);
            let edition = &*dice.pick(&card.editions).id;
            let mut request = json!({"product": &*card.product, "edition": edition});
            if command == "lifecycle" {
                let (hour, minute) = (dice.below(24), dice.below(60));
                request["purchased"] = json!(format!("{on}T{hour:02}:{minute:02}"));
                request["months"] = json!(months);
                return request;
            }
            request["purchased"] = json!(on.to_string());
            request["refund_on"] = json!(on.plus_days(dice.days(20)).unwrap().to_string());
            let rule = CATALOG.policy(&card, |p| p.refund.as_ref()).unwrap();
            let ways = rule.map_or(vec![], |(from, _)| {
                let rule = from.policies.refund.as_ref().unwrap();
                [&rule.returned[..], &rule.not_returned[..]].concat()
            });
            let paid = ways
                .iter()
                .filter(|_| dice.one_in(2))
                .cloned()
                .collect::<Vec<_>>();
            let paid = paid.iter().map(|way| (way.to_string(), amount(dice)));
            request["paid"] = Value::Object(paid.collect());
            for flag in ["first_refund", "from_postpaid", "promotion", "violation"] {
                if dice.one_in(3) {
                    request[flag] = json!(dice.one_in(2));
                }
            }
            request
        }
        "licenses" => {
            let agents: Vec<Value> = (0..dice.below(6))
                .map(|index| {
                    let mut agent = json!({"email": format!("agent-{index}@example.com")});
                    for activity in ["web", "sdk", "monitor", "mobile"] {
                        if dice.one_in(3) {
                            agent[activity] = json!(dice.one_in(2));
                        }
                    }
                    agent
                })
                .collect();
            json!({
                "product": "contact-center", "edition": "premium", "agents": agents,
                "sip_phones_online": dice.below(9), "resets_this_month": dice.below(9),
            })
        }
        _ => {
            let all: Value = serde_json::from_str(&ask_text("connect", "{}").unwrap()).unwrap();
            let industry = dice.pick(list(&all, "industries"));
            match dice.below(4) {
                0 => json!({}),
                1 => json!({"behaviour": 1 + dice.below(7)}),
                2 => json!({"industry": industry["id"], "scenario": "what-is-not-listed"}),
                _ => {
                    let scenario = &dice.pick(list(industry, "scenarios"))["id"];
                    json!({"industry": industry["id"], "scenario": scenario})
                }
            }
        }
    }
}

// Places in a request, in the notation of the interface.

fn below(path: &str, key: &str) -> String {
    match (path, key) {
        ("", key) => key.to_owned(),
        // An empty key adds nothing: the place is that of the object.
        (path, "") => path.to_owned(),
        (path, key) if key.starts_with('[') => format!("{path}{key}"),
        (path, key) => format!("{path}.{key}"),
    }
}

/// Every place of a request, with the pointer to its value.
fn places(value: &Value, path: &str, pointer: &str, found: &mut Vec<(String, String)>) {
    found.push((path.to_owned(), pointer.to_owned()));
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                let escaped = key.replace('~', "~0").replace('/', "~1");
                places(
                    inner,
                    &below(path, key),
                    &format!("{pointer}/{escaped}"),
                    found,
                );
            }
        }
        Value::Array(entries) => {
            for (index, inner) in entries.iter().enumerate() {
                let path = format!("{path}[{index}]");
                places(inner, &path, &format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn all_places(request: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    places(request, "", "", &mut found);
    found
}

// What must be true of every answer.

/// The reply, if it is one, or code and place of the error; both are as the interface says.
fn answer(command: &'static str, text: &str) -> Result<Value, (Code, String)> {
    let short: String = text.chars().take(600).collect();
    match ask_text(command, text) {
        Ok(reply) => {
            let reply: Value = serde_json::from_str(&reply).unwrap();
            let wrong = faults(&SCHEMAS.replies[command], &reply);
            assert!(wrong.is_empty(), "{command} {short}: {wrong:#?}");
            Ok(reply)
        }
        Err(error) => {
            let read: Value = serde_json::from_str(&error).unwrap();
            holds(&SCHEMAS.error, &read, &short);
            let (code, path, message) = parts(&error);
            let known = Code::ALL.iter().find(|known| known.as_str() == code);
            let code = *known.unwrap_or_else(|| panic!("{error}"));
            says_what_is_accepted(code, &message);
            Err((code, path))
        }
    }
}

/// A message is a sentence of a bearable length that has all its figures, and tells what would do.
fn says_what_is_accepted(code: Code, message: &str) {
    assert!((12..=2_000).contains(&message.len()), "{message:.3000}");
    let says = |one_of: &[&str]| {
        let told = one_of.iter().any(|words| message.contains(words));
        assert!(told, "{code:?}: {message}");
    };
    match code {
        Code::UnknownField
        | Code::UnknownProduct
        | Code::UnknownEdition
        | Code::UnknownRateCard
        | Code::UnknownBilling
        | Code::UnknownCommand => says(&["; accepted: "]),
        // A card may have none of what is asked for.
        Code::UnknownDimension | Code::UnknownFeature | Code::UnknownCharge => says(&["no "]),
        Code::BadQuantity => says(&["whole number from 0 to ", "a number from 1 to "]),
        Code::BadDate => says(&["YYYY-MM-DD", "pass the last year"]),
        Code::BadAmount => says(&["an amount as a text such as "]),
        Code::BadType => says(&["expected a", "expected true or false", "expected an"]),
        Code::WrongLength => says(&["expected one number for each of the "]),
        Code::NoRateCard => says(&["; the first is from "]),
        Code::MissingField => says(&["is missing"]),
        Code::DuplicateEmail => says(&["its own"]),
        Code::OutOfRange
        | Code::BadJson
        | Code::TooLarge
        | Code::BadRateCard
        | Code::UnknownView => {}
        _ => panic!("nobody has said what a message of {code:?} holds"),
    }
}

/// Days that are taken from elsewhere where they are not said: the fault is told where they would
/// stand.
const DAYS: [&str; 2] = ["as_of", "start"];

/// The place of an error is in the request, or is that of a field that is missing.
fn is_in(request: &Value, code: Code, path: &str) -> bool {
    let known: BTreeSet<String> = all_places(request)
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    let above = path.rsplit_once('.').map_or("", |(above, _)| above);
    known.contains(path)
        || (code == Code::MissingField && known.contains(above))
        || DAYS.contains(&path)
}

// One fault in the values of a request.

/// What some value may become: of a wrong type, out of range, odd, deep, or long.
fn odd(dice: &mut Dice) -> Value {
    let deep = |depth: usize| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    let odd = [
        json!(true),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(37),
        json!(1_000_000_000_001_u64),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("1"),
        json!("-1"),
        json!("1e5"),
        json!("٣"),
        json!("\u{0}"),
        json!("\u{feff}chat"),
        json!("𝒳\u{202e}\u{10ffff}"),
        json!("unlimited"),
        json!("2026-02-29"),
        json!("2026-13-01"),
        json!("1999-12-31"),
        json!("2999-12-31"),
        json!("3000-01-01"),
        json!("2026-6-1"),
        json!("2026-06-01T24:00"),
        json!("2026-06-01T10:00:00"),
        json!("2026-06-01T10:00Z"),
        json!("99999999999999999999999999999999.99"),
        json!("0.00000000000000000000000000001"),
        json!(".5"),
        json!("5."),
        json!("+5"),
        json!("x".repeat(1 << dice.below(17))),
        json!([]),
        json!({}),
        json!([null]),
        json!([[1]]),
        json!({"": ""}),
        json!({"a.b": 1, "[0]": 2, "en": "x"}),
        deep(dice.below(60)),
    ];
    dice.pick(&odd).clone()
}

/// Puts one fault into the values of a request; where what must be told of it is known, that.
fn spoil(dice: &mut Dice, request: &mut Value) -> Option<(Code, String)> {
    let places = all_places(request);
    let (path, pointer) = dice.pick(&places).clone();
    // In these, keys are of the author's choice: what is not known is no dimension or no charge.
    let named = ["demand", "calls", "buy"]
        .iter()
        .any(|map| path.ends_with(map));
    let needs_edition = request.get("budget").is_none();
    let node = request.pointer_mut(&pointer).unwrap();
    match (dice.below(4), node) {
        (0, Value::Object(fields)) if !named => {
            let key = *dice.pick(&["colour", "Product", "item s", "products", "ÉDITION"]);
            fields.insert(key.to_owned(), json!(1));
            Some((Code::UnknownField, below(&path, key)))
        }
        (1, Value::Object(fields)) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            let key = dice
                .pick(&[&keys[..], &["nothing".to_owned()]].concat())
                .clone();
            fields.shift_remove(&key)?;
            let needed = match key.as_str() {
                "product" | "items" | "purchased" | "refund_on" | "count" | "seconds" | "email"
                | "agents" => true,
                // Of `compare` no edition is asked for, and of `afford` one may be.
                "edition" => needs_edition,
                "dimension" | "budget" => true,
                "month" | "quantity" => path.contains("buy"),
                _ => false,
            };
            needed.then(|| (Code::MissingField, below(&path, &key)))
        }
        (2, Value::Array(entries)) => {
            let at = dice.below(entries.len() + 1);
            entries.insert(at, odd(dice));
            None
        }
        (_, node) => {
            *node = odd(dice);
            None
        }
    }
}

proptest! {
    #![proptest_config(support::cases(2_000))]

    #[test]
    fn a_request_without_a_fault_is_answered(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let command = *dice.pick(&COMMANDS);
        let request = valid(&mut dice, command);
        holds(&SCHEMAS.requests[command], &request, command);
        match answer(command, &request.to_string()) {
            Ok(_) => {}
            // What is exact may be too large, and the calendar has an end.
            Err((Code::TooLarge, path)) => prop_assert!(is_in(&request, Code::TooLarge, &path)),
            // An order has a length of its own; what is given back later is refused.
            Err((Code::OutOfRange, path)) => prop_assert_eq!(path, "refund_on", "{}", request),
            Err(other) => prop_assert!(false, "{} {}: {:?}", command, request, other),
        }
    }

    #[test]
    fn a_fault_is_told_at_its_place(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let command = *dice.pick(&COMMANDS);
        let mut request = valid(&mut dice, command);
        let expected = spoil(&mut dice, &mut request);
        match (answer(command, &request.to_string()), expected) {
            (Err(told), Some(expected)) => prop_assert_eq!(told, expected, "{} {}", command, request),
            (Ok(_), Some(expected)) => prop_assert!(false, "{} {}: {:?}", command, request, expected),
            (Err((code, path)), None) => {
                prop_assert!(is_in(&request, code, &path), "{} {}: {:?} {}", command, request, code, path);
                // Where structure is at fault, the schema says so, too.
                let structure = [Code::BadType, Code::UnknownField, Code::MissingField];
                // Of `connect` either field needs the other, which the schema does not say.
                if structure.contains(&code) && command != "connect" {
                    let wrong = faults(&SCHEMAS.requests[command], &request);
                    prop_assert!(!wrong.is_empty(), "{} {}: {:?} {}", command, request, code, path);
                }
            }
            (Ok(_), None) => {
                // What is answered, the schema allows; only an empty text it does not, which here is
                // a text as any other that is not known.
                let mut wrong = faults(&SCHEMAS.requests[command], &request);
                wrong.retain(|fault| !fault.ends_with("is shorter than 1 character"));
                // The length of an order is not looked at for a trial.
                wrong.retain(|fault| command != "lifecycle" || !fault.starts_with("/months: "));
                prop_assert!(wrong.is_empty(), "{} {}: {:?}", command, request, wrong);
            }
        }
    }

    #[test]
    fn a_fault_of_the_text_is_no_trap(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let command = *dice.pick(&COMMANDS);
        let text = valid(&mut dice, command).to_string();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = *dice.pick(&ends);
        let (front, back) = text.split_at(at);
        let in_text = front.replace("\\\"", "").matches('"').count() % 2 == 1;
        let spoilt = match dice.below(9) {
            0 => front.to_owned(),
            1 => format!("{front}\u{0}{back}"),
            2 => format!("{front}\\ud800{back}"),
            3 => format!("{front}\\udc00\\ud800{back}"),
            4 => format!("{front}{}{back}", "[".repeat(dice.below(100_000))),
            5 => format!("{front}{}{back}", "{\"a\":".repeat(dice.below(20_000))),
            6 => format!("{text}{}", dice.pick(&[",", "}", "null", "\u{0}", "//"])),
            7 => format!("\u{feff}\u{feff}{text}"),
            _ => {
                // The first key stands a second time.
                let Some((pair, _)) = text[1..].split_once(',') else { return Ok(()) };
                if pair.contains(['{', '[']) { return Ok(()) }
                format!("{{{pair},{}", &text[1..])
            }
        };
        // What stands inside of a text is a text.
        match answer(command, &spoilt) {
            Ok(_) => prop_assert!(in_text || spoilt == text, "{} {:.2000}", command, spoilt),
            Err((code, path)) if !in_text => {
                prop_assert_eq!(code, Code::BadJson, "{} {:.2000}: {}", command, spoilt, path);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn compare_says_of_every_edition_what_estimate_says(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let request = valid(&mut dice, "compare");
        let Ok(compared) = answer("compare", &request.to_string()) else { return Ok(()) };
        for edition in list(&compared, "editions") {
            let mut one = request.clone();
            one["items"][0]["edition"] = edition["edition"].clone();
            let reply = answer("estimate", &one.to_string()).unwrap();
            prop_assert_eq!(&reply["items"][0], edition, "{}", one);
        }
        let fitting = list(&compared, "editions").iter().filter(|e| e["fits"] == true);
        prop_assert_eq!(fitting.count() > 0, compared["cheapest"].is_string());
    }

    #[test]
    fn items_in_another_order_are_the_reply_in_that_order(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let request = valid(&mut dice, "estimate");
        let turned = |items: &Value| {
            let mut items = items.as_array().unwrap().clone();
            items.reverse();
            Value::Array(items)
        };
        let mut other = request.clone();
        other["items"] = turned(&request["items"]);
        let Ok(reply) = answer("estimate", &request.to_string()) else { return Ok(()) };
        let mut again = answer("estimate", &other.to_string()).unwrap();
        again["items"] = turned(&again["items"]);
        prop_assert_eq!(again, reply);
    }
}
