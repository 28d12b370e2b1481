//! All that is wrong with a rate card is told at once: each mistake alone, any two of them together, and
//! whatever a document may be.

mod mistakes;

use std::collections::BTreeSet;

use crate::support::program::{Folder, err, out, run};
use mistakes::{MISTAKES, Mistake};
use ratecard::card::Card;
use ratecard::diagnostics::{Diagnostic, MOST, Severity, by_id, diagnose};
use ratecard::toml::from_toml;
use ratecard::value::{from_json, line_and_column};
use serde_json::Value;

/// A rate card in which nothing is wrong.
const CARD: &str = include_str!("card.toml");

/// What is told of a card: line, place by id, and message.
fn told(text: &str) -> Vec<(u64, String, String)> {
    let document = from_toml(text).unwrap_or_else(|fault| panic!("{fault}"));
    let found = diagnose(&document).into_iter();
    let told = found.map(|Diagnostic { fault, .. }| {
        let (line, _) = line_and_column(text, fault.offset().expect("a fault has a place"));
        let place = by_id(&document, fault.path());
        (line, place, fault.word().to_string())
    });
    told.collect()
}

/// The card with mistakes made in it, the later ones first, and the line of each.
fn with(mistakes: &[&Mistake]) -> String {
    let mut text = CARD.to_owned();
    for mistake in mistakes {
        assert_eq!(text.matches(mistake.right).count(), 1, "{}", mistake.right);
        text = text.replace(mistake.right, mistake.wrong);
    }
    text
}

fn is_of(mistake: &Mistake, told: &(u64, String, String)) -> bool {
    told.1 == mistake.place && told.2.contains(mistake.says)
}

#[test]
fn nothing_is_wrong_with_the_card_that_mistakes_are_made_in() {
    assert_eq!(told(CARD), []);
    assert!(Card::read(&from_toml(CARD).unwrap()).is_ok());
    assert!(MISTAKES.len() > 60);
}

#[test]
fn each_mistake_is_told_once_at_its_place() {
    let mut wrong = Vec::new();
    for mistake in MISTAKES {
        let told = told(&with(&[mistake]));
        if !matches!(told.as_slice(), [one] if is_of(mistake, one)) {
            wrong.push(format!("{} →\n  {told:?}", mistake.wrong));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The bytes of the card that a mistake changes.
fn range(mistake: &Mistake) -> std::ops::Range<usize> {
    let at = CARD.find(mistake.right).unwrap();
    at..at + mistake.right.len()
}

/// The paths of what is told.
fn paths(text: &str) -> BTreeSet<String> {
    let found = diagnose(&from_toml(text).unwrap()).into_iter();
    found.map(|found| found.fault.path().to_owned()).collect()
}

/// The part of the card in which a place lies: `charges[1]`, or nothing for what stands at the top.
fn part(path: &str) -> &str {
    path.split_once(']').map_or("", |(part, _)| part)
}

/// Whether one of two mistakes may hide the other: they are in the same part of the card, or what the one
/// is about is known by an id that the other has made unknown, or what a charge counts is not known, or all
/// that one says is a warning.
fn may_hide(mistakes: [&Mistake; 2], paths: &BTreeSet<String>) -> bool {
    let parts: BTreeSet<&str> = paths.iter().map(|path| part(path)).collect();
    let is_about_an_id = |mistake: &&Mistake| mistake.place.ends_with("id");
    let is_uncounted =
        |mistake: &&Mistake| mistake.wrong.is_empty() && mistake.place.starts_with("charges[");
    let is_warning =
        |mistake: &&Mistake| Card::read(&from_toml(&with(&[mistake])).unwrap()).is_ok();
    parts.len() < 2
        || mistakes.iter().any(is_about_an_id)
        || mistakes.iter().any(is_uncounted)
        || mistakes.iter().any(is_warning)
}

#[test]
fn of_two_mistakes_neither_hides_the_other_nor_makes_a_third() {
    let alone: Vec<BTreeSet<String>> = MISTAKES.iter().map(|one| paths(&with(&[one]))).collect();
    let mut wrong = Vec::new();
    let (mut pairs, mut hidden) = (0, 0);
    for (i, one) in MISTAKES.iter().enumerate() {
        for (j, other) in MISTAKES.iter().enumerate().skip(i + 1) {
            let (a, b) = (range(one), range(other));
            if a.start < b.end && b.start < a.end {
                continue;
            }
            pairs += 1;
            let together = paths(&with(&[one, other]));
            let both: BTreeSet<String> = alone[i].union(&alone[j]).cloned().collect();
            let is_hidden = both != together;
            hidden += u32::from(is_hidden);
            let may_be = together.is_subset(&both) && may_hide([one, other], &both);
            if is_hidden && !may_be {
                wrong.push(format!(
                    "{}\n{}\n  {both:?}\n  {together:?}",
                    one.wrong, other.wrong
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(hidden * 50 < pairs, "{hidden} of {pairs} are hidden");
}

#[test]
fn all_is_told_in_the_order_of_the_file_and_warnings_among_it() {
    let text = CARD
        .replace("section = \"Guests\"", "sektion = \"Guests\"")
        .replace("house = \"125\"", "house = \"1250\"")
        .replace("dimension = \"cups\"", "dimension = \"saucers\"")
        .replace(
            "about = [\"biscuits\"]",
            "about = [\"biscuit\", \"cups\", \"sugar\"]",
        );
    let document = from_toml(&text).unwrap();
    let found = diagnose(&document);
    let told: Vec<(String, Severity)> = found
        .iter()
        .map(|found| (by_id(&document, found.fault.path()), found.severity))
        .collect();
    let expected = [
        ("sources.rules.sektion", Severity::Error),
        ("charges[table].annual_price", Severity::Warning),
        ("charges[more_cups].dimension", Severity::Error),
        ("notes[hot].about[0]", Severity::Error),
        ("notes[hot].about[2]", Severity::Error),
    ];
    assert_eq!(
        told,
        expected.map(|(place, severity)| (place.to_owned(), severity))
    );
    let offsets: Vec<_> = found.iter().map(|found| found.fault.offset()).collect();
    assert!(offsets.is_sorted());
}

/// What cannot be read is not taken for what is not there: a dimension, an edition, a charge, or a whole
/// list of them.
#[test]
fn what_refers_to_something_that_cannot_be_read_is_not_at_fault() {
    for (right, wrong, place) in [
        ("id = \"cups\"", "id = [\"cups\"]", "dimensions[0].id"),
        (
            "id = \"house\"",
            "idd = [1]\nid = \"House!\"",
            "editions[House!].id",
        ),
        ("id = \"table\"", "", "charges[0].id"),
        ("id = \"drinks\"", "id = 7", "groups[0].id"),
    ] {
        assert!(CARD.contains(right));
        let told = told(&CARD.replace(right, wrong));
        let places: Vec<&str> = told.iter().map(|(_, place, _)| place.as_str()).collect();
        let more = if wrong.contains("idd") { 1 } else { 0 };
        assert_eq!(places.len(), 1 + more, "{places:?}");
        assert!(places.contains(&place), "{places:?}");
    }
    let begin = CARD.find("[[dimensions]]").unwrap();
    let end = CARD.find("[[charges]]").unwrap();
    let without = format!("dimensions = 5\n{}{}", &CARD[..begin], &CARD[end..]);
    let places: Vec<String> = told(&without)
        .into_iter()
        .map(|(_, place, _)| place)
        .collect();
    assert_eq!(places, ["dimensions"]);
}

#[test]
fn nothing_at_all_is_told_field_by_field() {
    let document = from_json("{}").unwrap();
    let found = diagnose(&document);
    let places: Vec<&str> = found.iter().map(|found| found.fault.path()).collect();
    let needed = [
        "id", "product", "label", "currency", "source", "sources", "editions", "charges",
    ];
    assert_eq!(places, needed);
}

/// Whatever a document is, it is told at once, and a good end is a good card.
#[test]
fn every_document_is_told_something_or_is_a_card() {
    let value = |text: &str| from_json(text).unwrap();
    let card: Value = serde_json::to_value(Card::read(&from_toml(CARD).unwrap()).unwrap()).unwrap();
    let mut documents: Vec<String> = ["null", "5", "[]", "[[]]", "\"\"", "{\"id\": {}}"]
        .map(String::from)
        .into();
    // Each value of the card in turn is something else.
    for pointer in pointers(&card, String::new()) {
        for other in [
            "null",
            "5",
            "-1",
            "\"\"",
            "\"house\"",
            "[]",
            "[5]",
            "{}",
            "{\"en\": 1}",
            "true",
        ] {
            let mut changed = card.clone();
            *changed.pointer_mut(&pointer).unwrap() = serde_json::from_str(other).unwrap();
            documents.push(changed.to_string());
        }
    }
    assert!(documents.len() > 2_000);
    for text in documents {
        let document = value(&text);
        let found = diagnose(&document);
        let is_bad = found.iter().any(|found| found.severity == Severity::Error);
        let read = Card::read(&document);
        assert_eq!(is_bad, read.is_err(), "{text}\n{found:?}\n{:?}", read.err());
        // Nothing is put right in vain: all of it could be read on.
        let is_whole = found
            .iter()
            .all(|found| found.fault.word().id != "more-faults");
        assert!(
            is_whole || document.get("id").is_none(),
            "{text}\n{found:?}"
        );
        if let Err(first) = read {
            let is_told = found.iter().any(|found| found.fault.path() == first.path());
            assert!(is_told, "{first} is not among {found:?} of {text}");
        }
    }
}

/// The places of a document in the notation of JSON Pointer.
fn pointers(value: &Value, at: String) -> Vec<String> {
    let within: Vec<(String, &Value)> = match value {
        Value::Array(entries) => entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (index.to_string(), entry))
            .collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, inner)| (key.clone(), inner))
            .collect(),
        _ => Vec::new(),
    };
    let within = within
        .into_iter()
        .flat_map(|(key, inner)| pointers(inner, format!("{at}/{key}")));
    std::iter::once(at.clone())
        .filter(|at| !at.is_empty())
        .chain(within)
        .collect()
}

#[test]
fn of_very_many_faults_the_first_are_told_and_that_there_are_more() {
    let tier = "{ from = 0, to = 1, price = 5 },".repeat(MOST + 1);
    let text = CARD.replace(
        "tiers = [\n  { from = 10,",
        &format!("tiers = [{tier}\n  {{ from = 10,"),
    );
    assert_ne!(text, CARD);
    let found = diagnose(&from_toml(&text).unwrap());
    assert!(found.len() <= MOST + 1, "{}", found.len());
    // Beyond a hundred tiers none is looked at: that is the fault.
    assert!(
        found[0]
            .fault
            .word()
            .to_string()
            .contains("at most 100 entries")
    );
}

#[test]
fn every_place_where_a_file_is_no_toml_is_told() {
    let folder = Folder::new("diagnostics-syntax");
    let text = CARD
        .replacen("currency = \"EUR\"", "currency = ", 1)
        .replacen("min = 10", "min = ten", 1)
        .replacen("life = 12", "life = 12\nlife = 6", 1);
    let file = folder.file("card.toml", &text);
    let output = run(&["check", &file], "");
    assert_eq!(output.status.code(), Some(2));
    let said = err(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    for (line, wrong) in lines.iter().zip(["currency = ", "min = ten", "life = 6"]) {
        let (expected, _) = line_and_column(&text, text.find(wrong).unwrap());
        assert!(line.starts_with(&format!("{file}:{expected}:")), "{line}");
        assert!(line.contains("this is not TOML: "), "{line}");
    }
}

#[test]
fn yaml_is_told_to_be_none() {
    let output = run(&["check", "-"], "id: tea/2026-01-01\nproduct: tea\n");
    assert_eq!(output.status.code(), Some(2));
    let said = err(&output);
    assert!(said.starts_with("-:1:"), "{said}");
    assert!(said.contains("\"id:\" looks like YAML"), "{said}");
}

/// The mistakes are told of a file, of a list of cards, of a folder and of standard input, in lines and in
/// JSON.
#[test]
fn all_faults_come_through_every_door() {
    let folder = Folder::new("diagnostics-doors");
    let text = CARD
        .replace("annual_price", "anual_price")
        .replace("house = 20,", "hous = 20,")
        .replace(
            "{ from = 0, to = 100, price = { house = \"1.25\"",
            "{ from = 0, to = 100, price = { house = \"0\"",
        );
    let file = folder.file("tea.toml", &text);
    let lines = |output: &str| -> Vec<String> { output.lines().map(str::to_owned).collect() };
    let of_file = run(&["check", &file], "");
    assert_eq!(
        (of_file.status.code(), out(&of_file)),
        (Some(2), String::new())
    );
    let told = lines(&err(&of_file));
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[0].contains(": dimensions[guests].limit.hous: "),
        "{}",
        told[0]
    );
    assert!(
        told[1].contains(": charges[table].anual_price: "),
        "{}",
        told[1]
    );
    assert!(
        told[2].contains(": warning: charges[more_cups].tiers[0].price: "),
        "{}",
        told[2]
    );
    let of_folder = run(&["check", folder.path()], "");
    assert_eq!(lines(&err(&of_folder)), told);
    let of_input = run(&["check", "-"], &text);
    let plain: Vec<String> = told.iter().map(|line| line.replace(&file, "-")).collect();
    assert_eq!(lines(&err(&of_input)), plain);

    let output = run(&["check", "--json", &file], "");
    assert_eq!(
        (output.status.code(), err(&output)),
        (Some(2), String::new())
    );
    let reports: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(reports[0]["rate_card"], "tea/2026-01-01");
    let faults = reports[0]["faults"].as_array().unwrap();
    let from_json: Vec<String> = faults
        .iter()
        .map(|fault| {
            let warning = if fault["severity"] == "warning" {
                "warning: "
            } else {
                ""
            };
            let text = |key: &str| fault[key].as_str().unwrap();
            format!(
                "{file}:{}:{}: {warning}{}: {}",
                fault["line"],
                fault["column"],
                text("place"),
                text("message")
            )
        })
        .collect();
    assert_eq!(from_json, told);
    assert_eq!(faults[0]["path"], "dimensions[1].limit.hous");
    assert_eq!(faults[0]["code"], "bad_rate_card");

    // In a list, a place begins with the card.
    let mut card: Value =
        serde_json::to_value(Card::read(&from_toml(CARD).unwrap()).unwrap()).unwrap();
    let good = card.clone();
    card["charges"][0]["kind"] = "later".into();
    card["notes"][0]["about"][0] = "cake".into();
    let list = folder.file("list.json", &Value::Array(vec![good, card]).to_string());
    let output = run(&["check", &list], "");
    let said = err(&output);
    assert!(said.contains("[1].charges[table].kind: "), "{said}");
    assert!(said.contains("[1].notes[hot].about[0]: "), "{said}");
    assert_eq!((said.lines().count(), out(&output).lines().count()), (2, 1));
}
