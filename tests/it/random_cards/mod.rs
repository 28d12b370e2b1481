//! What `check` lets through is priced right: random rate cards, of every model and every switch and
//! with several charges on a dimension, against a second reckoning that knows nothing of the engine.
//!
//! `RATECARD_CARDS=100000 cargo test --features schema --test it -- random_cards --nocapture` tries so
//! many cards and prints how many were valid, and what was tried.

mod afford;
mod draw;
mod generate;
mod packs;
mod reference;
mod spec;

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::support::{self, list, text};
use draw::Draw;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use ratecard::api::{Command, answer};
use ratecard::card::Catalog;
use ratecard::value::from_json;
use reference::{Entry, Reference};
use serde_json::{Value, json};
use spec::{Card, Request};

/// How many cards are made up, where nothing else is asked for.
const CARDS: u32 = 600;

/// How many requests are tried of each.
const REQUESTS: usize = 4;

/// What was tried.
#[derive(Default)]
struct Figures {
    cards: u64,
    valid: u64,
    requests: u64,
    refused: BTreeMap<String, u64>,
    packages: u64,
    plans: u64,
    plans_untried: u64,
    on_request: u64,
}

#[test]
fn what_a_valid_card_says_is_what_is_charged() {
    let asked = std::env::var("RATECARD_CARDS").ok();
    let cards = asked.as_ref().map_or(CARDS, |cards| cards.parse().unwrap());
    let choices = prop::collection::vec(any::<u32>(), 0..600);
    let figures = RefCell::new(Figures::default());
    let mut runner = TestRunner::new(support::cases(cards));
    let result = runner.run(&choices, |choices| {
        let mut draw = Draw::new(&choices);
        let card = generate::card(&mut draw);
        let mut figures = figures.borrow_mut();
        figures.cards += 1;
        let document = card.document();
        let mut catalog = Catalog::new(&[]);
        if let Err(fault) = catalog.add(&from_json(&document.to_string()).unwrap()) {
            *figures
                .refused
                .entry(fault.word().id.to_owned())
                .or_default() += 1;
            return Ok(());
        }
        figures.valid += 1;
        for _ in 0..REQUESTS {
            let request = generate::request(&mut draw, &card);
            compare(&catalog, &card, &request, &mut figures).map_err(|what| {
                TestCaseError::fail(format!("{what}\n{}\n{document}", request.document()))
            })?;
            figures.requests += 1;
        }
        Ok(())
    });
    let figures = figures.into_inner();
    if asked.is_some() {
        println!(
            "{} cards, {} valid, {} requests, {} of them on request; {} numbers of packages and {} plans of packs tried, \
             {} plans too large to try; refused: {:?}",
            figures.cards,
            figures.valid,
            figures.requests,
            figures.on_request,
            figures.packages,
            figures.plans,
            figures.plans_untried,
            figures.refused,
        );
    }
    result.unwrap_or_else(|fault| panic!("{fault}"));
    // The generator is worth nothing where all that it makes is refused.
    assert!(figures.on_request > 0);
    assert!(
        figures.valid * 4 > figures.cards,
        "{} of {}",
        figures.valid,
        figures.cards
    );
}

/// An amount of a reply in thousandths.
fn thousandths(amount: &str) -> u64 {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    assert!(fraction.len() <= 3, "{amount}");
    format!("{whole}{fraction:0<3}").parse().unwrap()
}

fn amount(value: &Value, key: &str) -> u64 {
    thousandths(text(value, key))
}

fn compare(
    catalog: &Catalog,
    card: &Card,
    request: &Request,
    figures: &mut Figures,
) -> Result<(), String> {
    let asked = request.document().to_string();
    let reply = answer(catalog, Command::Estimate, &asked, support::today())?;
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let item = &reply["items"][0];
    let reference = Reference::new(card, request);
    let expected = reference.answer();
    figures.packages += expected.tried;

    let mut planned = 0;
    let mut told: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    for line in list(item, "lines") {
        let index: usize = text(line, "charge")[1..].parse().unwrap();
        let entries = list(line, "entries").iter();
        let entries = entries.map(|entry| {
            let quantity = entry["quantity"].as_u64().unwrap();
            let on = text(entry, "on").to_owned();
            (
                on,
                quantity,
                amount(entry, "unit_price"),
                amount(entry, "amount"),
            )
        });
        let entries: Vec<Entry> = entries.collect();
        let sum: u64 = entries.iter().map(|(.., amount)| amount).sum();
        if sum != amount(line, "amount") {
            return Err(format!("the entries of {index} come to {sum}"));
        }
        said(line)?;
        if expected.planned.contains(&index) {
            planned += sum;
        } else {
            told.insert(index, entries);
        }
    }
    if told != expected.entries {
        return Err(format!("charged {told:?}\nexpected {:?}", expected.entries));
    }
    match expected.packs {
        None => figures.plans_untried += 1,
        Some(_) if expected.planned.is_empty() => {}
        Some(least) => {
            figures.plans += 1;
            if planned != least {
                return Err(format!("packs cost {planned}, at least {least}"));
            }
        }
    }
    if reference.is_on_request() {
        figures.on_request += 1;
        unpriced(catalog, &reply, request)?;
        return quotas(item, &reference, &expected.quotas);
    }
    let others = expected.entries.values().flatten();
    let sum: u64 = others.map(|(.., amount)| amount).sum();
    if item.get("on_request").is_some() {
        return Err(String::from("it has a price, and is told to be on request"));
    }
    if amount(item, "total") != sum + planned {
        return Err(format!("the lines come to {}", sum + planned));
    }
    let paid = list(&reply, "schedule").iter();
    let paid: u64 = paid.map(|payment| amount(payment, "amount")).sum();
    if paid != sum + planned {
        return Err(format!("the payments come to {paid}"));
    }
    quotas(item, &reference, &expected.quotas)
}

/// An edition on request has no price anywhere, and is none that others are measured by.
fn unpriced(catalog: &Catalog, reply: &Value, request: &Request) -> Result<(), String> {
    let item = &reply["items"][0];
    let told = json!([
        item["on_request"],
        item["total"],
        item["per_month"],
        item["lines"],
        item["packs"],
        item["advice"],
        reply["totals"],
        reply["per_month"],
        reply["schedule"]
    ]);
    if told != json!([true, null, null, [], [], [], {}, {}, []]) {
        return Err(format!("an edition on request is told as {told}"));
    }
    let mut asked = request.document();
    let edition = asked["items"][0]
        .as_object_mut()
        .and_then(|item| item.remove("edition"));
    let compared = answer(
        catalog,
        Command::Compare,
        &asked.to_string(),
        support::today(),
    )?;
    let compared: Value = serde_json::from_str(&compared).unwrap();
    let names_it = list(&compared, "editions")
        .iter()
        .flat_map(|item| list(item, "advice"))
        .any(|advice| {
            let mut args = advice["args"].as_object().unwrap().values();
            args.any(|arg| Some(arg) == edition.as_ref())
        });
    if compared["cheapest"] == json!(edition) || names_it {
        return Err(format!("an edition on request is advised: {compared}"));
    }
    Ok(())
}

/// The quotas, and whether the edition fits: nothing is required, nothing needs a number, and all packs
/// are planned, so that only a limit can be too small, or a trial end.
fn quotas(
    item: &Value,
    reference: &Reference,
    expected: &[Vec<(Option<u64>, u64)>],
) -> Result<(), String> {
    let mut fits = true;
    for (index, months) in expected.iter().enumerate() {
        let sum: u64 = months.iter().map(|(_, demand)| demand).sum();
        let is_beyond =
            |&(limit, demand): &(Option<u64>, u64)| limit.is_some_and(|limit| demand > limit);
        let beyond = match reference.is_whole(index) {
            true => is_beyond(&(months[0].0, sum)),
            false => months.iter().any(is_beyond),
        };
        let status = if beyond {
            reference.beyond(index)
        } else {
            "within"
        };
        let lacks: &[&str] = match reference.is_on_request() {
            true => &["exceeded"],
            false => &["exceeded", "contact_sales"],
        };
        fits &= !lacks.contains(&status);
        let id = format!("d{index}");
        let told = list(item, "quotas")
            .iter()
            .find(|quota| quota["dimension"] == id);
        let told = told.map_or("within", |quota| text(quota, "status"));
        if told != status {
            return Err(format!("{id} is {told}, expected {status}"));
        }
    }
    let ends = list(item, "problems")
        .iter()
        .any(|p| p["code"] == "trial_ends");
    match item["fits"] == (fits && !ends) {
        true => Ok(()),
        false => Err(format!("fits: {}, expected {fits}", item["fits"])),
    }
}

/// The arithmetic of an explanation comes to the amount.
fn said(line: &Value) -> Result<(), String> {
    let why = &line["why"];
    let number = |key: &str| why["args"].get(key).and_then(Value::as_u64);
    let times = ["days", "months", "years"].map(|key| number(key).unwrap_or(1));
    let times: u64 = times.iter().product();
    let price = why["args"]
        .get("price")
        .and_then(Value::as_str)
        .map(thousandths);
    let parts = why["args"].get("parts").and_then(Value::as_array);
    let product = |part: &Value| {
        let (quantity, price) = part.as_str().unwrap().split_once(" × ").unwrap();
        quantity.parse::<u64>().unwrap() * thousandths(price)
    };
    let comes_to = match (price, parts) {
        (Some(price), None) => number("quantity").unwrap_or(1) * price * times,
        (None, Some(parts)) => {
            let whole = number("quantity");
            let units = parts.iter().map(|part| {
                part.as_str()
                    .unwrap()
                    .split_once(' ')
                    .unwrap()
                    .0
                    .parse::<u64>()
                    .unwrap()
            });
            if whole != Some(units.sum()) {
                return Err(format!("the parts are not the whole: {why}"));
            }
            parts.iter().map(product).sum::<u64>() * times
        }
        (None, None) => return Ok(()),
        (Some(_), Some(_)) => return Err(format!("price and parts: {why}")),
    };
    match comes_to == amount(line, "amount") {
        true => Ok(()),
        false => Err(format!("{why} is said of {}", line["amount"])),
    }
}
