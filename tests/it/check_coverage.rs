//! `ratecard check --coverage`: every figure of a card with its source.

use std::fs;

use crate::support::program::{Folder, err, out, reply, run};
use crate::support::source::root;
use crate::support::{list, text};
use serde_json::{Value, json};

/// The project's own cards, as files.
fn files() -> Vec<String> {
    let entries = fs::read_dir(root().join("cards")).unwrap();
    let mut files: Vec<String> = entries
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .filter(|path| path.ends_with(".toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn coverage(files: &[String]) -> Value {
    let mut arguments = vec!["check", "--coverage", "--json"];
    arguments.extend(files.iter().map(String::as_str));
    reply(&run(&arguments, ""))
}

/// Every price of a card, wherever it stands.
fn prices(value: &Value, prices: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                match inner {
                    Value::String(price) if key == "price" || key == "annual_price" => {
                        prices.push(price.clone());
                    }
                    Value::Object(each) if key == "price" || key == "annual_price" => {
                        prices.extend(each.values().map(|p| p.as_str().unwrap().to_owned()));
                    }
                    _ => self::prices(inner, prices),
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| self::prices(entry, prices)),
        _ => {}
    }
}

#[test]
fn every_price_of_every_card_has_its_source() {
    for covered in coverage(&files()).as_array().unwrap() {
        let id = text(covered, "rate_card");
        let card = reply(&run(&["card", id], ""));
        let sources: Vec<&Value> = card["sources"].as_object().unwrap().values().collect();
        let figures = list(covered, "figures");
        let mut there = Vec::new();
        for figure in figures {
            let known = |source: &&Value| {
                ["document", "section", "updated"]
                    .iter()
                    .all(|key| source.get(key).unwrap_or(&Value::Null) == &figure[key])
            };
            assert!(sources.iter().any(known), "{id}: {figure}");
            let place = text(figure, "place");
            if place.contains("price") {
                there.push(text(figure, "figure").to_owned());
            }
        }
        let mut expected = Vec::new();
        prices(&card, &mut expected);
        there.sort();
        expected.sort();
        assert_eq!(there, expected, "{id}");
    }
}

/// A card with a figure of every kind, as JSON.
fn card() -> Value {
    let en = |text: &str| json!({ "en": text });
    json!({
        "id": "ours/undated",
        "product": "ours",
        "label": en("Ours"),
        "currency": "EUR",
        "source": "list",
        "sources": {
            "list": {"document": "Our prices", "section": "All", "updated": "2026-01-01"},
            "rules": {"document": "我们的规则", "section": "购买"},
        },
        "editions": [{"id": "only", "label": en("Only"), "source": "list"}],
        "dimensions": [{
            "id": "seats", "label": en("Seats"), "unit": {"en": {"other": "seats"}},
            "allowance": {"only": 5}, "source": "list"
        }],
        "charges": [{
            "id": "more", "label": en("More"), "kind": "payg", "model": "graduated",
            "dimension": "seats", "tiers": [{"from": 0, "price": "0.5"}], "source": "list"
        }],
        "features": [
            {"id": "a", "label": en("A"), "values": {"only": true}, "source": "list"},
            {"id": "b", "label": en("B"), "values": {"only": 3}, "source": "list"},
            {"id": "c", "label": en("C"), "values": {"only": en("7 days")}, "source": "list"},
            {"id": "d", "label": en("D"), "values": {"only": en("by mail")}, "source": "list"},
            {"id": "e", "label": en("E"), "values": {"only": "unlimited"}, "source": "list"},
        ],
        "policies": {"purchase": {"min_months": 1, "source": "rules"}},
    })
}

#[test]
fn the_table_is_aligned_and_tells_place_figure_document_section_and_date() {
    let folder = Folder::new("coverage-table");
    let file = folder.file("card.json", &card().to_string());
    let output = run(&["check", "--coverage", &file], "");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let said = out(&output);
    let lines: Vec<&str> = said.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "place                         figure     document    section  date",
            "dimensions[0].allowance.only  5          Our prices  All      2026-01-01",
            "charges[0].tiers[0].from      0          Our prices  All      2026-01-01",
            "charges[0].tiers[0].price     0.5        Our prices  All      2026-01-01",
            "features[1].values.only       3          Our prices  All      2026-01-01",
            "features[2].values.only       7 days     Our prices  All      2026-01-01",
            "features[4].values.only       unlimited  Our prices  All      2026-01-01",
            "policies.purchase.min_months  1          我们的规则  购买     –",
        ]
    );
}

#[test]
fn a_figure_without_a_source_is_shown_and_ends_in_failure() {
    let folder = Folder::new("coverage-lacking");
    for (name, source) in [("absent", Value::Null), ("unknown", json!("nowhere"))] {
        let mut card = card();
        card["charges"][0]["source"] = source;
        let file = folder.file(&format!("{name}.json"), &card.to_string());
        let output = run(&["check", "--coverage", &file], "");
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("charges[more].source"), "{name}");
        let said = out(&output);
        let row = said.lines().find(|line| line.contains("0.5")).unwrap();
        assert_eq!(row.matches('–').count(), 3, "{row}");
        let output = run(&["check", "--coverage", "--json", &file], "");
        assert_eq!(output.status.code(), Some(2));
        let covered: Value = serde_json::from_str(&out(&output)).unwrap();
        let figures = list(&covered[0], "figures");
        let figure = figures.iter().find(|f| f["figure"] == "0.5").unwrap();
        assert_eq!(figure["document"], Value::Null);
    }
}
