//! The worked examples of `tests/vectors/`: questions with the answers that they must have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::decimal::Decimal;
use crate::support::{CATALOG, ask, list, source::root, text};
use ratecard::api::Command;
use serde_json::{Value, json};

/// How many cases must run at least: raised with every product that gets its rate card, so that the
/// test cannot pass by running none.
const AT_LEAST: usize = 189;

/// What is asked of a product that does not exist.
const UNKNOWN: &[&str] = &["chats"];

#[test]
fn every_worked_example_has_its_answer() {
    let mut ran = 0;
    let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for file in files() {
        let cases: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for case in cases.as_array().unwrap() {
            if let Some(why) = lacking(case) {
                *left_out.entry(why).or_default() += 1;
                continue;
            }
            ran += 1;
            let case_name = text(case, "name");
            wrong.extend(
                faults(case)
                    .iter()
                    .map(|f| format!("{name}: {case_name}: {f}")),
            );
        }
    }
    for (why, count) in &left_out {
        println!("left out: {count} cases, {why}");
    }
    println!("ran: {ran} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        ran >= AT_LEAST,
        "only {ran} cases ran; left out: {left_out:?}"
    );
}

fn files() -> Vec<std::path::PathBuf> {
    let folder = fs::read_dir(root().join("tests/vectors")).unwrap();
    let mut files: Vec<_> = folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    assert_eq!(files.len(), 7, "{files:?}");
    files
}

/// Why a case cannot run: a product without a rate card, or a command that is still to come.
fn lacking(case: &Value) -> Option<String> {
    let mut products = BTreeSet::new();
    products_of(&case["request"], &mut products);
    let known = CATALOG.products();
    let lacking: Vec<_> = products
        .into_iter()
        .filter(|product| !known.contains(product) && !UNKNOWN.contains(product))
        .collect();
    if !lacking.is_empty() {
        return Some(format!("no rate card of {}", lacking.join(", ")));
    }
    let command = text(case, "command");
    let expected_unknown = case["error"]["code"] == "unknown_command";
    (Command::from_name(command).is_err() && !expected_unknown)
        .then(|| format!("no command {command}"))
}

fn products_of<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("product").and_then(Value::as_str));
            fields.values().for_each(|inner| products_of(inner, found));
        }
        Value::Array(entries) => entries.iter().for_each(|inner| products_of(inner, found)),
        _ => {}
    }
}

/// What is wrong with the answer to a case.
fn faults(case: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let command = text(case, "command");
    match (ask(command, &case["request"]), case.get("error")) {
        (Ok(reply), Some(error)) => wrong.push(format!("expected {error}, got {reply}")),
        (Err(got), None) => wrong.push(format!("unexpected error {got}")),
        (Err(got), Some(error)) => {
            fields("error.", error, &got["error"], &mut wrong);
            if got["error"]["message"].as_str().is_none_or(str::is_empty) {
                wrong.push("an error without a message".to_owned());
            }
        }
        (Ok(got), None) => match (command, &case["expect"]) {
            ("estimate", want) => estimate(want, &got, &mut wrong),
            ("compare", want) => compare(want, &got, &mut wrong),
            ("lifecycle", want) => lifecycle(want, &got, &mut wrong),
            (_, want) => fields("", want, &got, &mut wrong),
        },
    }
    wrong
}

fn same(what: &str, want: &Value, got: &Value, wrong: &mut Vec<String>) {
    if want != got {
        wrong.push(format!("{what}: expected {want}, got {got}"));
    }
}

fn fields(prefix: &str, want: &Value, got: &Value, wrong: &mut Vec<String>) {
    for (key, value) in want.as_object().unwrap() {
        same(&format!("{prefix}{key}"), value, &got[key], wrong);
    }
}

fn sum<'a>(amounts: impl IntoIterator<Item = &'a str>) -> String {
    let amounts = amounts.into_iter().map(Decimal::parse);
    amounts.sum::<Decimal>().to_string()
}

/// Amounts by charge. Message packs and the pay as you go beside them are one: they may share the
/// same cost in several ways.
fn by_charge<'a>(lines: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<&'a str, String> {
    let mut amounts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (charge, amount) in lines {
        let charge = match charge {
            "message_packs" | "extra_messages" => "messages",
            charge => charge,
        };
        amounts.entry(charge).or_default().push(amount);
    }
    let amounts = amounts.into_iter();
    amounts.map(|(charge, all)| (charge, sum(all))).collect()
}

fn estimate(want: &Value, got: &Value, wrong: &mut Vec<String>) {
    same("totals", &want["totals"], &got["totals"], wrong);
    let (wanted, items) = (list(want, "items"), list(got, "items"));
    if wanted.len() != items.len() {
        wrong.push(format!("{} items, got {}", wanted.len(), items.len()));
    }
    let mut dated: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (index, (want, got)) in wanted.iter().zip(items).enumerate() {
        let mut inner = Vec::new();
        item(want, got, &mut inner);
        wrong.extend(inner.iter().map(|fault| format!("items[{index}].{fault}")));
        for entry in list(got, "lines").iter().flat_map(|l| list(l, "entries")) {
            let key = (text(entry, "on"), text(got, "currency"));
            dated.entry(key).or_default().push(text(entry, "amount"));
        }
    }
    let schedule = list(got, "schedule");
    if !schedule.is_sorted_by_key(|payment| text(payment, "on")) {
        wrong.push("the schedule is out of order".to_owned());
    }
    let planned: BTreeMap<_, _> = schedule
        .iter()
        .map(|p| {
            (
                (text(p, "on"), text(p, "currency")),
                text(p, "amount").to_owned(),
            )
        })
        .collect();
    let dated: BTreeMap<_, _> = dated.into_iter().map(|(on, all)| (on, sum(all))).collect();
    if planned != dated {
        wrong.push(format!("schedule: expected {dated:?}, got {planned:?}"));
    }
}

fn item(want: &Value, got: &Value, wrong: &mut Vec<String>) {
    for key in [
        "product",
        "edition",
        "per_month",
        "fits",
        "lines",
        "quotas",
        "problems",
        "packs",
        "advice",
        "assumptions",
    ] {
        if got.get(key).is_none() {
            wrong.push(format!("{key} is missing"));
        }
    }
    for key in ["rate_card", "currency", "total"] {
        same(key, &want[key], &got[key], wrong);
    }
    let wanted = want["lines"].as_object().unwrap();
    let wanted = by_charge(
        wanted
            .iter()
            .map(|(id, a)| (id.as_str(), a.as_str().unwrap())),
    );
    let lines = list(got, "lines");
    let found = by_charge(lines.iter().map(|l| (text(l, "charge"), text(l, "amount"))));
    if wanted != found {
        wrong.push(format!("lines: expected {wanted:?}, got {found:?}"));
    }
    let subject = |p: &Value| {
        let subject = p.get("dimension").or_else(|| p.get("feature")).cloned();
        json!([p["code"], subject.unwrap_or_else(|| json!("trial"))])
    };
    let sorted = |problems: Vec<Value>| -> BTreeSet<String> {
        problems.iter().map(ToString::to_string).collect()
    };
    let wanted = sorted(list(want, "problems").to_vec());
    let found = sorted(list(got, "problems").iter().map(subject).collect());
    if wanted != found {
        wrong.push(format!("problems: expected {wanted:?}, got {found:?}"));
    }
    same("fits", &json!(wanted.is_empty()), &got["fits"], wrong);
    for one in lines {
        line(one, wrong);
    }
}

fn line(line: &Value, wrong: &mut Vec<String>) {
    let charge = text(line, "charge");
    if !["prepaid", "payg"].contains(&text(line, "kind")) {
        wrong.push(format!("{charge}: kind {}", line["kind"]));
    }
    if text(&line["why"], "text").is_empty() || text(&line["source"], "document").is_empty() {
        wrong.push(format!("{charge}: no explanation or no source"));
    }
    let entries = list(line, "entries");
    for entry in entries {
        for key in ["on", "quantity", "unit_price", "amount", "covers"] {
            if entry.get(key).is_none() {
                wrong.push(format!("{charge}: an entry lacks {key}"));
            }
        }
        let product = &Decimal::new(entry["quantity"].as_u64().unwrap(), 0)
            * &Decimal::parse(text(entry, "unit_price"));
        if product.to_string() != text(entry, "amount") {
            wrong.push(format!("{charge}: {product} is not {}", entry["amount"]));
        }
    }
    if sum(entries.iter().map(|entry| text(entry, "amount"))) != text(line, "amount") {
        wrong.push(format!("{charge}: its entries do not add up"));
    }
}

fn compare(want: &Value, got: &Value, wrong: &mut Vec<String>) {
    let row = |e: &Value| json!({"edition": e["edition"], "total": e["total"], "fits": e["fits"]});
    let rows: Vec<Value> = list(got, "editions").iter().map(row).collect();
    same("editions", &want["editions"], &json!(rows), wrong);
    same("cheapest", &want["cheapest"], &got["cheapest"], wrong);
}

fn lifecycle(want: &Value, got: &Value, wrong: &mut Vec<String>) {
    let mut events: BTreeMap<&str, &Value> = BTreeMap::new();
    let all = list(got, "events");
    for event in all {
        let name = text(event, "event");
        if events.insert(name, event).is_some() && name != "cycle" {
            wrong.push(format!("{name} stands twice"));
        }
    }
    let begins = |e: &Value| e.get("at").unwrap_or(&e["from"]).to_string();
    if !all.is_sorted_by_key(begins) {
        wrong.push("events are out of order".to_owned());
    }
    for (name, want) in want["events"].as_object().unwrap() {
        let nothing = Value::Null;
        let event = events.get(name.as_str()).copied().unwrap_or(&nothing);
        fields(&format!("{name}."), want, event, wrong);
    }
}
