//! The published JSON Schema is current, and cards, requests and replies are as it says.

use std::fs;

use crate::support::schema::{faults, holds, part, strict};
use crate::support::source::root;
use crate::support::{CATALOG, ask, reply, text};
use ratecard::schema::{api, attributes_script, custom_elements, rate_card};
use serde_json::{Value, json};

/// The worked examples.
fn examples() -> Vec<Value> {
    let folder = fs::read_dir(root().join("tests/vectors")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let examples: Vec<Value> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .flat_map(|path| -> Vec<Value> {
            serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
        })
        .collect();
    assert!(examples.len() > 100);
    examples
}

#[test]
fn the_published_files_are_current() {
    for (name, schema) in [("rate-card", rate_card()), ("api", api())] {
        let file = root().join(format!("www/schema/{name}.schema.json"));
        let published = fs::read_to_string(&file).unwrap();
        let current = format!("{schema:#}\n");
        assert!(
            published == current,
            "{} is not current: run  scripts/types.sh",
            file.display(),
        );
    }
}

#[test]
fn what_is_generated_about_the_element_is_current() {
    for (path, current) in [
        ("pkg/element/attributes.js", attributes_script()),
        (
            "pkg/custom-elements.json",
            format!("{:#}\n", custom_elements()),
        ),
    ] {
        let committed = fs::read_to_string(root().join(path)).unwrap();
        assert!(
            committed == current,
            "{path} is not current: run  scripts/types.sh"
        );
    }
}

#[test]
fn the_custom_elements_manifest_is_one() {
    let path = root().join("tests/support/custom-elements-manifest/schema.json");
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    strict(&mut schema);
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(faults(&validator, &custom_elements()), Vec::<String>::new());
    // That the schema can tell.
    let mut other = custom_elements();
    other["modules"][0]["declarations"][0]["attributes"][0]["kind"] = json!("question");
    assert_ne!(faults(&validator, &other), Vec::<String>::new());
}

#[test]
fn the_custom_elements_manifest_says_something_of_everything() {
    let manifest = custom_elements();
    let element = &manifest["modules"][0]["declarations"][0];
    for (list, least) in [
        ("attributes", 14),
        ("members", 5),
        ("events", 2),
        ("slots", 2),
        ("cssParts", 50),
        ("cssProperties", 10),
    ] {
        let entries = element[list].as_array().unwrap();
        assert!(entries.len() >= least, "{list}: {}", entries.len());
        for entry in entries {
            let name = entry["name"].as_str().unwrap();
            let is_told = !entry["description"].as_str().unwrap().is_empty();
            assert!(is_told && !name.contains(['`', '|']), "{list}: {entry}");
            let typed = entry
                .get("type")
                .or_else(|| entry.get("return")?.get("type"));
            let is_typed = typed.is_none_or(|typed| !typed["text"].as_str().unwrap().is_empty());
            assert!(is_typed, "{list}: {entry} has no type in pkg/element.d.ts");
        }
    }
}

#[test]
fn every_worked_example_is_as_the_schema_says() {
    let error = part("/properties/error");
    let commands = api()["properties"].as_object().unwrap().clone();
    let validators = |which: &str| {
        let commands = commands.keys().filter(|command| *command != "error");
        let parts = commands.map(|command| {
            let pointer = format!("/properties/{command}/properties/{which}");
            (command.clone(), part(&pointer))
        });
        parts.collect::<std::collections::BTreeMap<_, _>>()
    };
    let (requests, replies) = (validators("request"), validators("reply"));
    let (mut answered, mut refused) = (0, 0);
    for example in examples() {
        let name = text(&example, "name");
        let command = text(&example, "command");
        let request = &example["request"];
        match ask(command, request) {
            Ok(reply) => {
                answered += 1;
                holds(&requests[command], request, name);
                holds(&replies[command], &reply, name);
            }
            Err(refusal) => {
                refused += 1;
                holds(&error, &refusal, name);
            }
        }
    }
    assert!(answered > 50 && refused > 10, "{answered} {refused}");
    holds(&replies["cards"], &reply("cards", &json!({})), "cards");
    for listed in CATALOG.cards().unwrap() {
        let id = listed.card.id.to_string();
        holds(&replies["card"], &reply("card", &json!({"id": id})), &id);
    }
}

#[test]
fn every_card_is_as_the_schema_says_and_a_bad_one_is_not() {
    let card = jsonschema::validator_for(&rate_card()).unwrap();
    for file in fs::read_dir(root().join("cards")).unwrap() {
        let path = file.unwrap().path();
        let document = ratecard::toml::from_toml(&fs::read_to_string(&path).unwrap()).unwrap();
        let written = plain(&document);
        holds(&card, &written, &path.display().to_string());
        for (place, wrong) in [
            ("/charges/0/price", json!(0.5)),
            ("/charges/0/price", json!("ten")),
            ("/charges/0/model", json!("flatt")),
            ("/charges/0/tiers", json!([])),
            ("/charges/0/prise", json!("1")),
            ("/currency", json!("dollars")),
            ("/effective", json!("2024-7-22")),
            ("/label", json!({"zh-CN": "x"})),
            ("/editions/0/trial", json!({})),
            ("/months", json!(30)),
        ] {
            let mut bad = written.clone();
            let (above, key) = place.rsplit_once('/').unwrap();
            let above = bad.pointer_mut(above).unwrap();
            above.as_object_mut().unwrap().insert(key.to_owned(), wrong);
            assert!(!card.is_valid(&bad), "{place}");
        }
    }
}

#[test]
fn a_bad_request_is_not_as_the_schema_says() {
    let request = part("/properties/estimate/properties/request");
    let good = json!({
        "as_of": "2026-11-20",
        "months": 2,
        "items": [{"product": "a", "edition": "b", "demand": {"c": [1, 2], "d": 1000.0}}],
    });
    holds(&request, &good, "good");
    for (key, wrong) in [
        ("as_of", json!("today")),
        ("months", json!(37)),
        ("months", json!(0)),
        ("items", json!([{"product": "a"}])),
        (
            "items",
            json!([{"product": "a", "edition": "b", "demand": {"c": -1}}]),
        ),
        (
            "items",
            json!([{"product": "a", "edition": "b", "demand": {"c": 0.5}}]),
        ),
        ("moths", json!(2)),
    ] {
        let mut bad = good.clone();
        bad[key] = wrong;
        assert!(!request.is_valid(&bad), "{bad}");
    }
}

/// A document as plain JSON.
fn plain(value: &ratecard::value::Value) -> Value {
    use ratecard::value::Kind;
    match &value.kind {
        Kind::Null => Value::Null,
        Kind::Bool(flag) => json!(flag),
        Kind::Number(number) => json!(number.whole.unwrap()),
        Kind::String(text) => json!(text),
        Kind::List(entries) => entries.iter().map(plain).collect(),
        Kind::Object(fields) => {
            let fields = fields.iter();
            Value::Object(
                fields
                    .map(|(key, inner)| (key.clone(), plain(inner)))
                    .collect(),
            )
        }
    }
}
