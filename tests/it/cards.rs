//! Rate cards: what is refused, with its place and its line, and that a card is one document
//! whatever it is written in.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{self, CATALOG, list, source::root, today};
use ratecard::api::{Command, answer};
use ratecard::card::{Card, Catalog};
use ratecard::locale::{PlainEnglish, render};
use ratecard::toml::from_toml;
use ratecard::value::{Code, Fault, from_json, line_and_column};
use serde_json::{Value, json};

/// A rate card with one of everything that a card needs, and a fault in none of it.
const CARD: &str = r#"
id = "tea/2026-01-01"
product = "tea"
label = { en = "Tea" }
effective = "2026-01-01"
currency = "EUR"
source = "prices"

[sources]
prices = { document = "Tea prices", section = "Prices", updated = "2026-01-01" }

[[groups]]
id = "drinks"
label = { en = "Drinks" }

[[editions]]
id = "tasting"
label = { en = "Tasting" }
source = "prices"
[editions.trial]
length = { days = 7 }
basic = "table"
instead = "house"

[[editions]]
id = "house"
label = { en = "House" }
source = "prices"

[[dimensions]]
id = "cups"
label = { en = "Cups" }
unit = { en = { one = "cup", other = "cups" } }
group = "drinks"
allowance = { tasting = 1, house = 10 }
source = "prices"

[[dimensions]]
id = "guests"
label = { en = "Guests" }
unit = { en = { other = "guests" } }
limit = { tasting = 2, house = "unlimited" }
source = "prices"

[[charges]]
id = "table"
label = { en = "Table" }
kind = "prepaid"
model = "flat"
price = { tasting = "0", house = "12.5" }
source = "prices"

[[charges]]
id = "more_cups"
label = { en = "More cups" }
kind = "payg"
model = "graduated"
dimension = "cups"
tiers = [
  { from = 0, to = 100, price = { house = "1.25" } },
  { from = 100, to = 1000, price = { house = "1" } },
  { from = 1000, price = { house = "0.75" } },
]
source = "prices"

[[features]]
id = "biscuits"
label = { en = "Biscuits" }
group = "drinks"
values = { tasting = false, house = 3 }
source = "prices"

[policies.refund]
rule = "prorated"
charge = "table"
returned = ["cash"]
not_returned = []
source = "prices"

[[readings]]
id = "strength"
text = { en = "Strong." }
applies_to = ["cups", "dimensions.cups", "features.*"]
editions = ["house"]

[[notes]]
id = "hot"
about = ["biscuits"]
text = { en = "The tea is hot." }
source = "prices"
"#;

fn read(text: &str) -> Result<Card, Fault> {
    from_toml(text).and_then(|document| Card::read(&document))
}

/// The card with a part of it written otherwise is refused: at which place, in which line, and
/// with which words.
///
/// The line is that of the change, of the last line that is written otherwise.
fn refused(from: &str, to: &str, path: &str, says: &str) {
    refused_at(from, to, to, path, says);
}

/// The same, where the line is that of another part of the card.
fn refused_at(from: &str, to: &str, line_of: &str, path: &str, says: &str) {
    assert_eq!(CARD.matches(from).count(), 1, "{from} is there once");
    let text = CARD.replace(from, to);
    let Err(fault) = read(&text) else {
        panic!("{to} is accepted");
    };
    let said = render(fault.word(), &ratecard::ENGLISH, &PlainEnglish);
    assert_eq!(fault.code(), Code::BadRateCard, "{to}: {said}");
    assert_eq!(fault.path(), path, "{to}: {said}");
    assert!(said.contains(says), "{to}: {said}");
    let (line, _) = line_and_column(&text, fault.offset().expect("a fault has a place"));
    let place = text.rfind(line_of.trim_end().rsplit('\n').next().unwrap());
    let (expected, _) = line_and_column(&text, place.unwrap());
    assert_eq!(line, expected, "{to}: {said}");
}

#[test]
fn the_card_that_faults_are_made_in_has_none() {
    let card = read(CARD).unwrap();
    assert_eq!(&*card.id, "tea/2026-01-01");
    assert_eq!(card.editions.len(), 2);
}

#[test]
fn structure() {
    refused(
        "kind = \"payg\"",
        "kimd = \"payg\"",
        "charges[1].kimd",
        "no field \"kimd\"; accepted: id, label, kind",
    );
    refused(
        "currency = \"EUR\"",
        "curency = \"EUR\"",
        "curency",
        "no field",
    );
    refused(
        "section = \"Prices\"",
        "sektion = \"Prices\"",
        "sources.prices.sektion",
        "accepted: document, section, updated",
    );
    refused(
        "length = { days = 7 }",
        "length = 7",
        "editions[0].trial.length",
        "expected an object, got 7",
    );
    refused(
        "returned = [\"cash\"]",
        "returned = \"cash\"",
        "policies.refund.returned",
        "expected a list",
    );
    refused(
        "values = { tasting = false, house = 3 }",
        "values = { tasting = [], house = 3 }",
        "features[0].values.tasting",
        "got a list",
    );
    // What is missing is missing where the table begins that should have it.
    refused_at(
        "model = \"graduated\"\n",
        "",
        "[[charges]]",
        "charges[1].model",
        "missing",
    );
    refused_at(
        "rule = \"prorated\"\n",
        "",
        "[policies.refund]",
        "policies.refund.rule",
        "missing",
    );
    let fault = read(&CARD.replace("currency = \"EUR\"\n", "")).unwrap_err();
    assert_eq!((fault.path(), fault.offset()), ("currency", Some(0)));
}

#[test]
fn figures() {
    refused(
        "house = \"12.5\"",
        "house = 12.5",
        "charges[0].price.house",
        "amount as a text",
    );
    refused(
        "house = \"12.5\"",
        "house = \"12,5\"",
        "charges[0].price.house",
        "got \"12,5\"",
    );
    refused(
        "house = \"12.5\"",
        "house = \"-12.5\"",
        "charges[0].price.house",
        "expected an amount",
    );
    refused(
        "house = \"12.5\"",
        "house = 12",
        "charges[0].price.house",
        "expected an amount as a text",
    );
    refused(
        "house = \"12.5\"",
        "house = \"1e2\"",
        "charges[0].price.house",
        "expected an amount",
    );
    refused(
        "house = 10 }",
        "house = -1 }",
        "dimensions[0].allowance.house",
        "from 0 to 1,000,000,000,000",
    );
    refused(
        "house = 10 }",
        "house = \"many\" }",
        "dimensions[0].allowance.house",
        "\"unlimited\"",
    );
    refused(
        "currency = \"EUR\"",
        "currency = \"eur\"",
        "currency",
        "three capital letters",
    );
    refused(
        "updated = \"2026-01-01\"",
        "updated = \"2026-02-30\"",
        "sources.prices.updated",
        "a day that exists",
    );
    refused(
        "effective = \"2026-01-01\"",
        "effective = 2026-01-01T00:00:00",
        "effective",
        "a day that exists",
    );
    refused(
        "length = { days = 7 }",
        "length = { weeks = 1 }",
        "editions[0].trial.length",
        "days or months",
    );
    refused(
        "kind = \"payg\"",
        "kind = \"postpaid\"",
        "charges[1].kind",
        "accepted: prepaid, payg",
    );
    refused(
        "model = \"flat\"",
        "model = \"flatt\"",
        "charges[0].model",
        "accepted: flat, bundle",
    );
}

#[test]
fn a_day_of_toml_is_a_day() {
    let quoted = "\"2026-01-01\"";
    let plain = CARD.replace(&format!("effective = {quoted}"), "effective = 2026-01-01");
    assert_ne!(plain, CARD);
    assert_eq!(read(&plain).unwrap(), read(CARD).unwrap());
}

#[test]
fn ids() {
    refused(
        "id = \"tea/2026-01-01\"",
        "id = \"tea/2026-01-02\"",
        "id",
        "expected \"tea/2026-01-01\"",
    );
    refused(
        "id = \"tea/2026-01-01\"",
        "id = \"tea/undated\"",
        "id",
        "expected \"tea/2026-01-01\"",
    );
    refused(
        "id = \"house\"",
        "id = \"House\"",
        "editions[1].id",
        "lower-case letters",
    );
    refused(
        "id = \"cups\"",
        "id = \"2cups\"",
        "dimensions[0].id",
        "begins with a letter",
    );
    refused(
        "id = \"house\"",
        "id = \"tasting\"",
        "editions[1].id",
        "stands twice",
    );
    refused(
        "id = \"guests\"",
        "id = \"cups\"",
        "dimensions[1].id",
        "stands twice",
    );
    refused(
        "id = \"more_cups\"",
        "id = \"table\"",
        "charges[1].id",
        "stands twice",
    );
    refused(
        "id = \"hot\"",
        "id = \"hot tea\"",
        "notes[0].id",
        "got \"hot tea\"",
    );
    // A key that stands twice in TOML is no TOML.
    let fault = read(&CARD.replace(
        "currency = \"EUR\"",
        "currency = \"EUR\"\ncurrency = \"EUR\"",
    ))
    .unwrap_err();
    assert_eq!((fault.code(), fault.path()), (Code::BadRateCard, ""));
}

#[test]
fn sources() {
    let of_feature = "values = { tasting = false, house = 3 }\nsource = \"prices\"";
    refused(
        of_feature,
        "values = { tasting = false, house = 3 }\nsource = \"menu\"",
        "features[0].source",
        "no source \"menu\"; accepted: prices",
    );
    refused_at(
        of_feature,
        "values = { tasting = false, house = 3 }",
        "[[features]]",
        "features[0].source",
        "missing",
    );
    refused(
        "updated = \"2026-01-01\" }\n",
        "updated = \"2026-01-01\" }\nmenu = { document = \"Menu\", section = \"Tea\" }\n",
        "sources.menu",
        "nothing comes from the source \"menu\"",
    );
}

#[test]
fn references() {
    refused(
        "dimension = \"cups\"",
        "dimension = \"pots\"",
        "charges[1].dimension",
        "no dimension \"pots\"; accepted: cups, guests",
    );
    refused(
        "basic = \"table\"",
        "basic = \"chair\"",
        "editions[0].trial.basic",
        "no charge \"chair\"",
    );
    refused(
        "instead = \"house\"",
        "instead = \"tasting\"",
        "editions[0].trial.instead",
        "accepted: house",
    );
    refused(
        "price = { tasting = \"0\", house = \"12.5\" }",
        "price = { tasting = \"0\", home = \"12.5\" }",
        "charges[0].price.home",
        "no edition \"home\"",
    );
    refused(
        "charge = \"table\"",
        "charge = \"chair\"",
        "policies.refund.charge",
        "no charge \"chair\"",
    );
    refused(
        "[\"cups\", \"dimensions.cups\"",
        "[\"pots\", \"dimensions.cups\"",
        "readings[0].applies_to[0]",
        "no part \"pots\"",
    );
    refused(
        "\"dimensions.cups\"",
        "\"charges.biscuits\"",
        "readings[0].applies_to[1]",
        "no part \"charges.biscuits\"",
    );
    refused(
        "\"features.*\"",
        "\"*\"",
        "readings[0].applies_to[2]",
        "no part \"*\"",
    );
    refused(
        "editions = [\"house\"]",
        "editions = [\"home\"]",
        "readings[0].editions[0]",
        "no edition \"home\"",
    );
    refused(
        "about = [\"biscuits\"]",
        "about = [\"features.biscuits\"]",
        "notes[0].about[0]",
        "no part \"features.biscuits\"",
    );
    refused(
        "about = [\"biscuits\"]",
        "about = [\"card\", \"cake\"]",
        "notes[0].about[1]",
        "no part \"cake\"",
    );
    refused_at(
        "group = \"drinks\"\nallowance",
        "group = \"meals\"\nallowance",
        "group = \"meals\"",
        "dimensions[0].group",
        "no group \"meals\"",
    );
}

#[test]
fn editions_and_allowances() {
    refused(
        "limit = { tasting = 2, house = \"unlimited\" }",
        "limit = { tasting = 2 }",
        "dimensions[1].limit.house",
        "no value",
    );
    refused(
        "values = { tasting = false, house = 3 }",
        "values = { tasting = false }",
        "features[0].values.house",
        "no value",
    );
    refused(
        "values = { tasting = false, house = 3 }",
        "values = { tasting = false, house = 3, home = 1 }",
        "features[0].values.home",
        "no edition",
    );
    refused(
        "allowance = { tasting = 1, house = 10 }",
        "allowance = { tasting = 1, house = 10 }\nlimit = 20",
        "dimensions[0].limit",
        "not both",
    );
    refused(
        "limit = { tasting = 2, house = \"unlimited\" }",
        "limit = { tasting = 2, house = \"unlimited\" }\nbeyond = \"contact-sales\"",
        "dimensions[1].beyond",
        "only where there is one",
    );
    refused(
        "dimension = \"cups\"",
        "dimension = \"guests\"",
        "charges[1].dimension",
        "a charge needs an allowance",
    );
    refused(
        "price = { tasting = \"0\", house = \"12.5\" }",
        "price = { tasting = \"0\", house = \"12.5\" }\nannual_price = { house = \"140\" }",
        "charges[0].annual_price",
        "not among the ways of billing",
    );
    refused(
        "model = \"flat\"",
        "model = \"flat\"\nsize = 10",
        "charges[0].size",
        "no field \"size\"",
    );
    refused(
        "currency = \"EUR\"",
        "currency = \"EUR\"\nbilling = []",
        "billing",
        "at least one way of billing",
    );
    refused(
        "charge = \"table\"",
        "charge = \"table\"\ndays = 5",
        "policies.refund.days",
        "no field \"days\"",
    );
    refused(
        "label = { en = \"House\" }",
        "label = { de = \"Haus\" }",
        "editions[1].label.en",
        "English",
    );
    refused(
        "unit = { en = { other = \"guests\" } }",
        "unit = { en = { one = \"guest\" } }",
        "dimensions[1].unit.en.other",
        "other",
    );
}

#[test]
fn tiers() {
    let second = "{ from = 100, to = 1000, price";
    refused(
        second,
        "{ from = 101, to = 1000, price",
        "charges[1].tiers[1].from",
        "belong to no tier: expected from = 100",
    );
    refused(
        second,
        "{ from = 99, to = 1000, price",
        "charges[1].tiers[1].from",
        "belong to two tiers: expected from = 100",
    );
    refused(
        second,
        "{ from = 100, to = 100, price",
        "charges[1].tiers[1].to",
        "ends above its beginning",
    );
    refused(
        second,
        "{ from = 100, to = 50, price",
        "charges[1].tiers[1].to",
        "ends above its beginning",
    );
    refused(
        "{ from = 1000, price",
        "{ from = 1000, to = 2000, price",
        "charges[1].tiers[2].to",
        "the last tier must be open",
    );
    refused(
        "{ from = 0, to = 100, price",
        "{ from = 1, to = 100, price",
        "charges[1].tiers[0].from",
        "expected from = 0",
    );
    refused(
        "{ from = 1000, price = { house = \"0.75\" }",
        "{ from = 1000, price = { tasting = \"0.75\" }",
        "charges[1].tiers[2].price",
        "the same editions",
    );
    // What follows an open tier can never be reached.
    refused_at(
        second,
        "{ from = 100, price",
        "{ from = 1000, price",
        "charges[1].tiers[2]",
        "only the last tier has no end",
    );
}

/// Every card of the project, and the one above.
fn cards() -> Vec<(String, Card)> {
    let files = fs::read_dir(root().join("cards")).unwrap();
    let mut cards: Vec<_> = files
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .chain([CARD.to_owned()])
        .map(|text| {
            let card = read(&text).unwrap_or_else(|fault| panic!("{fault:?}"));
            (text, card)
        })
        .collect();
    cards.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
    cards
}

#[test]
fn a_card_is_the_same_document_in_toml_and_in_json() {
    for (_, card) in cards() {
        let json = serde_json::to_string(&card).unwrap();
        let again = Card::read(&from_json(&json).unwrap()).unwrap_or_else(|f| panic!("{f:?}"));
        assert_eq!(again, card);
        assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }
}

/// A question about a card, whatever it says.
fn questions(card: &Card) -> Vec<(Command, Value)> {
    let demand: BTreeMap<_, _> = card
        .dimensions
        .iter()
        .map(|d| (&*d.id, d.max.min(123_456)))
        .collect();
    let item = json!({"product": &*card.product, "rate_card": &*card.id, "demand": demand});
    let day = card.effective.unwrap_or_else(today);
    let order = json!({"product": &*card.product, "edition": &*card.editions[0].id});
    let with = |order: &Value, fields: Value| {
        let mut order = order.as_object().unwrap().clone();
        order.extend(fields.as_object().unwrap().clone());
        Value::Object(order)
    };
    vec![
        (Command::Card, json!({"id": &*card.id})),
        (
            Command::Compare,
            json!({"items": [item], "months": 3, "start": "2027-01-31"}),
        ),
        (
            Command::Lifecycle,
            with(&order, json!({"purchased": format!("{day}T10:00")})),
        ),
        (
            Command::Refund,
            with(&order, json!({"purchased": day, "refund_on": day})),
        ),
    ]
}

#[test]
fn a_card_given_as_json_answers_as_the_card_in_the_program_does() {
    for (_, card) in cards() {
        let json = serde_json::to_string(&card).unwrap();
        // A catalog that holds the card as it was built in, and one that is given it.
        let mut built_in = ratecard::catalog();
        if !built_in.products().contains(&&*card.product) {
            built_in.add(&from_toml(CARD).unwrap()).unwrap();
        }
        let mut given = ratecard::catalog();
        given.add(&from_json(&json).unwrap()).unwrap();
        for (command, question) in questions(&card) {
            let ask = |catalog: &Catalog| answer(catalog, command, &question.to_string(), today());
            let reply = ask(&built_in).unwrap_or_else(|error| panic!("{question}: {error}"));
            assert_eq!(ask(&given), Ok(reply), "{question}");
        }
        let reply = answer(
            &given,
            Command::Card,
            &json!({"id": &*card.id}).to_string(),
            today(),
        );
        assert_eq!(reply, Ok(json), "the card as asked for is the card");
    }
}

#[test]
fn a_card_that_is_added_replaces_its_like_and_supersedes_the_one_before() {
    let mut catalog = ratecard::catalog();
    let before = catalog.products().len();
    catalog.add(&from_toml(CARD).unwrap()).unwrap();
    assert_eq!(catalog.products().len(), before + 1);
    let dearer = CARD.replace("\"12.5\"", "\"13\"");
    catalog.add(&from_toml(&dearer).unwrap()).unwrap();
    let later = dearer
        .replace("2026-01-01", "2026-07-01")
        .replace("\"13\"", "\"14\"");
    catalog.add(&from_toml(&later).unwrap()).unwrap();
    let total = |as_of: &str| {
        let request = json!({"as_of": as_of, "items": [{"product": "tea", "edition": "house"}]});
        let reply = answer(&catalog, Command::Estimate, &request.to_string(), today()).unwrap();
        serde_json::from_str::<Value>(&reply).unwrap()["totals"]["EUR"].clone()
    };
    assert_eq!(total("2026-01-01"), "13");
    assert_eq!(total("2026-06-30"), "13");
    assert_eq!(total("2026-07-01"), "14");
    let cards: Value =
        serde_json::from_str(&answer(&catalog, Command::Cards, "{}", today()).unwrap()).unwrap();
    let cards = cards.as_array().unwrap().clone();
    let tea: Vec<_> = cards
        .iter()
        .filter(|card| card["product"] == "tea")
        .collect();
    assert_eq!(tea.len(), 2);
    assert_eq!(tea[0]["superseded_by"], "tea/2026-07-01");
    assert_eq!(tea[1]["superseded_by"], Value::Null);
    let fault = catalog.add(&from_json("{}").unwrap()).unwrap_err();
    assert_eq!((fault.code(), fault.path()), (Code::BadRateCard, "id"));
}

#[test]
fn what_would_have_to_be_rounded_is_too_large() {
    let mut catalog = ratecard::catalog();
    let huge = CARD.replace("\"12.5\"", "\"79228162514264337593543950335\"");
    catalog.add(&from_toml(&huge).unwrap()).unwrap();
    let ask = |items: Value, months: u32| {
        let request = json!({"as_of": "2026-11-20", "months": months, "items": items});
        answer(&catalog, Command::Estimate, &request.to_string(), today())
    };
    let item = json!({"product": "tea", "edition": "house"});
    let dear = json!({"product": "tea", "edition": "house", "demand": {"cups": 11}});
    let whole = ask(json!([item]), 1).unwrap();
    assert!(whole.contains("79228162514264337593543950335"), "{whole}");
    for (items, months, path) in [
        (json!([item]), 2, "items[0]"),
        (json!([dear]), 1, "items[0]"),
        (json!([item, item]), 1, ""),
    ] {
        let error = ask(items, months).unwrap_err();
        let (code, got, message) = support::parts(&error);
        assert_eq!((code.as_str(), got.as_str()), ("too_large", path));
        assert!(message.contains("nothing is rounded"), "{message}");
    }
}

#[test]
fn cards_of_one_reading_give_it_one_text() {
    let mut texts: BTreeMap<String, (String, Value)> = BTreeMap::new();
    for (_, card) in cards() {
        let json = serde_json::to_value(&card).unwrap();
        for reading in list(&json, "readings") {
            let id = reading["id"].as_str().unwrap().to_owned();
            let (first, text) = texts
                .entry(id.clone())
                .or_insert_with(|| (card.id.to_string(), reading["text"].clone()));
            assert_eq!(*text, reading["text"], "{id} in {first} and in {}", card.id);
        }
    }
    assert!(!texts.is_empty());
}

#[test]
fn the_program_holds_every_card_of_the_folder() {
    let listed = CATALOG.cards().unwrap();
    let mut held: Vec<String> = listed.iter().map(|l| l.card.id.to_string()).collect();
    held.push("tea/2026-01-01".to_owned());
    held.sort();
    let files: Vec<String> = cards()
        .iter()
        .map(|(_, card)| card.id.to_string())
        .collect();
    assert_eq!(held, files);
}
