//! Every limit, tried with as much as there may be and with one more.

use std::collections::BTreeSet;
use std::fs;

use ratecard::api::{Command, answer};
use ratecard::card::{Card, Catalog};
use ratecard::value::from_json;
use ratecard::value::limits::{
    LIMITS, MAX_BYTES, MAX_CARDS, MAX_DEPTH, MAX_ENTRIES, MAX_LINK, MAX_LINK_BYTES, MAX_VALUES,
};
use serde_json::{Value, json};

use crate::support::limits::{Case, answer_cases, cases, nested, values, whole_card};
use crate::support::source::root;
use crate::support::{ask_text, parts, today};

/// The words by which a limit is told.
const WORDS: [&str; 4] = ["at most", "holds more than", "longer than", "too deep"];

fn is_about_a_limit(message: &str) -> bool {
    WORDS.iter().any(|word| message.contains(word))
}

/// Code, place and message of the error; nothing where there is none.
fn refused(case: &Case, count: usize) -> (String, String, String) {
    let document = (case.document)(count);
    match case.command {
        Some(command) => match ask_text(command, &document.to_string()) {
            Ok(_) => Default::default(),
            Err(error) => parts(&error),
        },
        None => match Card::read(&from_json(&document.to_string()).unwrap()) {
            Ok(_) => Default::default(),
            Err(fault) => (
                fault.code().to_string(),
                fault.path().to_owned(),
                fault.word().to_string(),
            ),
        },
    }
}

#[test]
fn as_many_as_there_may_be_are_taken_and_one_more_is_told_at_its_place() {
    for case in cases() {
        // What a request has of `items` has a lower limit of its own.
        let most = if case.limit == "MAX_ENTRIES" {
            100
        } else {
            case.most
        };
        let (code, place, message) = refused(&case, most);
        assert!(
            !is_about_a_limit(&message),
            "{} of {}: {code} at {place}: {message}",
            most,
            case.limit
        );
        let (code, place, message) = refused(&case, case.most + 1);
        let expected = if case.command.is_some() {
            "out_of_range"
        } else {
            "bad_rate_card"
        };
        assert_eq!(
            (&*code, &*place),
            (expected, case.place),
            "{}: {message}",
            case.limit
        );
        assert!(message.contains("at most"), "{}: {message}", case.limit);
    }
}

#[test]
fn a_whole_card_is_one() {
    Card::read(&from_json(&whole_card().to_string()).unwrap()).unwrap();
}

#[test]
fn a_document_that_is_too_large_as_a_whole_is_no_json() {
    let fault = |text: &str| {
        from_json(text).err().map(|fault| {
            (
                fault.code().to_string(),
                fault.path().to_owned(),
                fault.word().id,
            )
        })
    };
    let bad = |id| Some(("bad_json".to_owned(), String::new(), id));
    let padded = |length: usize| format!("{}1", " ".repeat(length - 1));
    assert_eq!(fault(&padded(MAX_BYTES)), None);
    assert_eq!(fault(&padded(MAX_BYTES + 1)), bad("json-too-long"));
    assert_eq!(fault(&nested(MAX_DEPTH).to_string()), None);
    assert_eq!(
        fault(&nested(MAX_DEPTH + 1).to_string()),
        bad("json-too-deep")
    );
    assert_eq!(fault(&values(MAX_VALUES).to_string()), None);
    assert_eq!(
        fault(&values(MAX_VALUES + 1).to_string()),
        bad("json-too-many")
    );
    let fields = |count: usize| {
        let fields: serde_json::Map<String, Value> = (0..count)
            .map(|field| (format!("f{field}"), json!(0)))
            .collect();
        Value::Object(fields).to_string()
    };
    let too_many = Some(("out_of_range".to_owned(), String::new(), "too-many"));
    for text in [
        fields(MAX_ENTRIES),
        Value::from(vec![0; MAX_ENTRIES]).to_string(),
    ] {
        assert_eq!(fault(&text), None);
    }
    for text in [
        fields(MAX_ENTRIES + 1),
        Value::from(vec![0; MAX_ENTRIES + 1]).to_string(),
    ] {
        assert_eq!(fault(&text), too_many);
    }
    let comment = |length: usize| format!("{}\n", "#".repeat(length - 1));
    assert!(ratecard::toml::from_toml(&comment(MAX_BYTES)).is_ok());
    let fault = ratecard::toml::from_toml(&comment(MAX_BYTES + 1)).unwrap_err();
    assert_eq!(
        (fault.code().as_str(), fault.word().id),
        ("bad_rate_card", "json-too-long")
    );
}

#[test]
fn what_is_too_long_is_told_before_what_it_means() {
    let items = vec![json!({"product": "nothing", "edition": "nothing"}); 101];
    let request = json!({"as_of": "never", "months": 99, "items": items});
    let (code, place, _) = parts(&ask_text("estimate", &request.to_string()).unwrap_err());
    assert_eq!((&*code, &*place), ("out_of_range", "items"));
}

#[test]
fn rate_cards_may_be_added_up_to_a_number() {
    let mut catalog = Catalog::default();
    let card = |number: usize| {
        let mut card = whole_card();
        card["product"] = json!(format!("ours-{number}"));
        card["id"] = json!(format!("ours-{number}/undated"));
        from_json(&card.to_string()).unwrap()
    };
    for number in 0..MAX_CARDS {
        catalog.add(&card(number)).unwrap();
    }
    let fault = catalog.add(&card(MAX_CARDS)).unwrap_err();
    assert_eq!(
        (fault.code().as_str(), fault.word().id),
        ("bad_rate_card", "too-many-cards")
    );
    // What replaces another is not one more.
    catalog.add(&card(7)).unwrap();
}

#[test]
fn what_an_answer_takes_is_told_before_anything_is_priced() {
    for case in answer_cases() {
        let mut catalog = Catalog::new(&[]);
        catalog
            .add(&from_json(&case.card.to_string()).unwrap())
            .unwrap();
        let ask =
            |request: &Value| answer(&catalog, Command::Estimate, &request.to_string(), today());
        ask(&case.within).unwrap();
        let (code, place, message) = parts(&ask(&case.beyond).unwrap_err());
        assert_eq!((&*code, &*place), ("out_of_range", "items"), "{message}");
        assert!(message.starts_with(case.says), "{message}");
    }
}

#[test]
fn every_limit_is_tried() {
    let mut tried: BTreeSet<&str> = cases().iter().map(|case| case.limit).collect();
    let elsewhere = ["MAX_BYTES", "MAX_DEPTH", "MAX_VALUES", "MAX_CARDS"];
    // As `answer_cases`.
    let of_answers = ["MAX_PRICED", "MAX_PLANNING", "MAX_ANSWER_TEXT"];
    // tests/browser/specs/link.spec.mjs
    let in_a_browser = ["MAX_LINK", "MAX_LINK_BYTES"];
    tried.extend(elsewhere.into_iter().chain(of_answers).chain(in_a_browser));
    let all: BTreeSet<&str> = LIMITS.iter().map(|limit| limit.name).collect();
    assert_eq!(tried, all);
}

#[test]
fn the_documented_limits_are_those_of_the_program() {
    let documented = fs::read_to_string(root().join("docs/limits.md")).unwrap();
    let rows = documented
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(2);
    let documented: Vec<&str> = rows.collect();
    let limits = LIMITS.iter();
    let current: Vec<String> = limits
        .map(|limit| {
            format!(
                "| {} | {} | {} |",
                limit.place,
                limit.counts,
                grouped(limit.most)
            )
        })
        .collect();
    assert_eq!(documented, current);
}

#[test]
fn the_script_of_links_has_the_limits_of_the_program() {
    let script = fs::read_to_string(root().join("pkg/element/on-demand/link.js")).unwrap();
    for (name, most) in [("MAX_LINK", MAX_LINK), ("MAX_LINK_BYTES", MAX_LINK_BYTES)] {
        let said = format!("const {name} = {};", grouped(most).replace(',', "_"));
        assert!(script.contains(&said), "{said}");
    }
}

/// A number with a comma before every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
