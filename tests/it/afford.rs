//! How much a budget buys: what larger demands that cost less make of it, and every present rate card.
//!
//! `random_cards::afford` prices every demand beside it; `vectors` has the examples that are worked out by hand.

use std::time::{Duration, Instant};

use ratecard::api::{Command, answer};
use ratecard::card::Catalog;
use ratecard::value::from_json;
use serde_json::{Value, json};

use crate::support::{self, CATALOG, list, parts, text};

/// A catalog of one card with these dimensions and charges.
fn card(dimensions: &[Value], charges: &[Value]) -> Catalog {
    let en = json!({"en": "Text"});
    let with = |part: &Value, more: Value| {
        let mut part = part.clone();
        let more = more.as_object().unwrap().clone();
        part.as_object_mut().unwrap().extend(more);
        part
    };
    let unit = json!({"label": en, "unit": {"en": {"other": "x"}}, "source": "s"});
    let dimensions: Vec<Value> = dimensions.iter().map(|d| with(d, unit.clone())).collect();
    let label = json!({"label": en, "source": "s"});
    let charges: Vec<Value> = charges.iter().map(|c| with(c, label.clone())).collect();
    let document = json!({"id": "made/undated", "product": "made", "label": en, "currency": "USD", "source": "s",
        "sources": {"s": {"document": "d", "section": "s"}}, "editions": [{"id": "only", "label": en, "source": "s"}],
        "dimensions": dimensions, "charges": charges});
    let mut catalog = Catalog::new(&[]);
    catalog
        .add(&from_json(&document.to_string()).unwrap())
        .unwrap();
    catalog
}

fn ask(
    catalog: &Catalog,
    item: &Value,
    months: u32,
    dimension: &str,
    budget: &str,
) -> Result<Value, String> {
    let mut item = item.clone();
    item["product"] = json!("made");
    let question =
        json!({"months": months, "items": [item], "dimension": dimension, "budget": budget});
    let reply = answer(
        catalog,
        Command::Afford,
        &question.to_string(),
        support::today(),
    )?;
    let reply: Value = serde_json::from_str(&reply).unwrap();
    Ok(reply["editions"][0].clone())
}

fn volume(tiers: &Value) -> Value {
    json!({"id": "units", "kind": "payg", "model": "volume", "dimension": "units", "tiers": tiers})
}

#[test]
fn a_rate_for_all_units_that_falls_is_looked_behind() {
    let tiers = json!([{"from": 0, "to": 101, "price": "2"}, {"from": 101, "to": 1_000, "price": "1"},
        {"from": 1_000, "price": "0.5"}]);
    let catalog = card(&[json!({"id": "units"})], &[volume(&tiers)]);
    let of = |budget: &str| ask(&catalog, &json!({}), 1, "units", budget).unwrap();
    let told = |quantity: u64, total: &str, next: u64, next_total: &str| {
        json!({"edition": "only", "quantity": quantity, "total": total,
            "next": {"quantity": next, "total": next_total}})
    };
    // 51 to 100 units cost 102 to 200, and 101 cost 101.
    assert_eq!(of("100"), told(50, "100", 51, "102"));
    assert_eq!(of("101"), told(101, "101", 102, "102"));
    assert_eq!(of("499.5"), told(499, "499", 500, "500"));
    // 501 to 999 units cost more than 1,000 of them.
    assert_eq!(of("500"), told(1_000, "500", 1_001, "500.5"));
}

#[test]
fn what_a_seat_brings_may_be_worth_more_than_the_seat() {
    let messages = json!({"id": "messages", "allowance": 100, "allowance_per": "seats"});
    let seats = json!({"id": "seats", "kind": "prepaid", "model": "per-unit", "dimension": "seats", "price": "10"});
    let item = json!({"demand": {"messages": 1_000}});
    let by_message = json!({"id": "messages", "kind": "payg", "model": "per-unit", "dimension": "messages",
        "price": "0.5"});
    let catalog = card(
        &[json!({"id": "seats"}), messages.clone()],
        &[seats.clone(), by_message],
    );
    // 500 − 40 for each seat up to 10, and 10 for each behind.
    for (budget, quantity, next) in [
        ("99.99", None, 0),
        ("100", Some(10), 11),
        ("139", Some(13), 14),
        ("500", Some(50), 51),
    ] {
        let told = ask(&catalog, &item, 1, "seats", budget).unwrap();
        assert_eq!(told["quantity"].as_u64(), quantity, "{budget}");
        assert_eq!(told["next"]["quantity"], next, "{budget}");
    }
    // The same in blocks of 30, of which there are 34 at first and one less for every third of a block.
    let by_block = json!({"id": "messages", "kind": "payg", "model": "block", "dimension": "messages", "size": 30,
        "price": "3.1"});
    let catalog = card(&[json!({"id": "seats"}), messages], &[seats, by_block]);
    let tenths = |seats: u64| {
        let blocks = (1_000_u64.saturating_sub(100 * seats)).div_ceil(30);
        100 * seats + 31 * blocks
    };
    for budget in 980..1_100 {
        let most = (0..100).rev().find(|&seats| tenths(seats) <= budget);
        let text = format!("{}.{}", budget / 10, budget % 10);
        let told = ask(&catalog, &item, 1, "seats", &text).unwrap();
        assert_eq!(told["quantity"].as_u64(), most, "{text}");
    }
}

/// One seat costs as much as the 1,000,000 blocks that it saves, so that the total goes up and down by one block
/// for ever: no part can be left out.
#[test]
fn what_would_take_too_long_is_told() {
    let messages = json!({"id": "messages", "allowance": 1, "allowance_per": "seats"});
    let seats = json!({"id": "seats", "kind": "prepaid", "model": "per-unit", "dimension": "seats", "price": "1"});
    let blocks = json!({"id": "messages", "kind": "payg", "model": "block", "dimension": "messages", "size": 7,
        "price": "7"});
    let catalog = card(&[json!({"id": "seats"}), messages], &[seats, blocks]);
    let item = json!({"demand": {"messages": 1_000_000_000_000_u64}});
    let began = Instant::now();
    let error = ask(&catalog, &item, 36, "seats", "35999999999999").unwrap_err();
    // Natively it is less than a second; here others may be at work.
    assert!(began.elapsed() < Duration::from_secs(20));
    let (code, place, _) = parts(&error);
    assert_eq!((code.as_str(), place.as_str()), ("out_of_range", "items"));
    // A larger budget has an answer soon, and so has a smaller one.
    let told = ask(&catalog, &item, 36, "seats", "36000000000000").unwrap();
    assert_eq!(told["quantity"], 1_000_000_000_000_u64);
    let told = ask(&catalog, &item, 36, "seats", "100").unwrap();
    assert_eq!(told["quantity"], Value::Null);
}

#[test]
fn packages_beside_a_rate_that_falls_have_an_answer_without_a_bound() {
    let units = json!({"id": "units", "allowance": 3, "allowance_per": "packages"});
    let packages = json!({"id": "packages", "kind": "prepaid", "model": "bundle", "price": "10"});
    let tiers = json!([{"from": 0, "to": 5, "price": "9"}, {"from": 5, "price": "2"}]);
    let catalog = card(&[units], &[packages, volume(&tiers)]);
    // At least one package. 2 for each unit beyond what it holds, from 5 on.
    for (budget, quantity) in [
        ("9", None),
        ("10", Some(3)),
        ("19", Some(4)),
        ("20", Some(8)),
        ("1000", Some(498)),
    ] {
        let told = ask(&catalog, &json!({}), 1, "units", budget).unwrap();
        assert_eq!(told["quantity"].as_u64(), quantity, "{budget}");
    }
}

#[test]
fn nothing_is_within_where_the_dimension_itself_is_lacking() {
    let minutes = json!({"id": "minutes", "needs": "numbers"});
    let numbers = json!({"id": "numbers", "kind": "prepaid", "model": "per-unit", "dimension": "numbers", "price": "5"});
    let catalog = card(&[json!({"id": "numbers"}), minutes], &[numbers]);
    let item = json!({"demand": {"minutes": 10}});
    let told = ask(&catalog, &item, 1, "numbers", "4").unwrap();
    assert_eq!(
        told,
        json!({"edition": "only", "quantity": null, "total": null, "next": {"quantity": 0, "total": "0"}})
    );
    let told = ask(&catalog, &item, 1, "numbers", "5").unwrap();
    assert_eq!(told["quantity"], 1);
}

#[test]
fn what_the_item_demands_of_the_dimension_counts_for_nothing() {
    let of = |demand: &Value| {
        let item = json!({"product": "chat", "edition": "standard", "demand": demand});
        support::reply(
            "afford",
            &json!({"items": [item], "dimension": "mau", "budget": "500"}),
        )
    };
    assert_eq!(of(&json!({"mau": 900_000})), of(&json!({})));
}

#[test]
fn a_budget_that_all_is_within_has_nothing_next() {
    let item = json!({"product": "chat", "edition": "standard"});
    let reply = support::reply(
        "afford",
        &json!({"items": [item], "dimension": "mau", "budget": "20000000000"}),
    );
    let told = &reply["editions"][0];
    assert_eq!(told["quantity"], 1_000_000_000_000_u64);
    assert_eq!(told["next"], Value::Null);
    assert_eq!(reply["currency"], "USD");
    assert_eq!(reply["rate_card"], "chat/2024-07-22");
}

/// The total with a demand, and the problems.
fn priced(item: &Value, months: u32, dimension: &str, demand: u64) -> (String, Value) {
    let mut item = item.clone();
    item["demand"][dimension] = json!(demand);
    let request = json!({"months": months, "items": [item], "advice": false});
    let reply = support::reply("estimate", &request);
    let item = &reply["items"][0];
    (text(item, "total").to_owned(), item["problems"].clone())
}

#[test]
fn every_present_card_says_what_a_budget_buys() {
    let mut slowest = (Duration::ZERO, String::new());
    let mut answers = 0;
    for listed in CATALOG.cards().unwrap() {
        let card = listed.card;
        for (dimension, months, budget) in card
            .dimensions
            .iter()
            .flat_map(|d| [1_u32, 12, 36].map(|months| (d, months)))
            .flat_map(|(d, months)| ["0", "777.77", "50000", "123456789"].map(|b| (d, months, b)))
        {
            let others = card
                .dimensions
                .iter()
                .filter(|other| other.id != dimension.id);
            let demand: Value = others
                .map(|d| {
                    (
                        d.id.to_string(),
                        json!(d.default.max(7).clamp(d.min, d.max)),
                    )
                })
                .collect::<serde_json::Map<_, _>>()
                .into();
            let item = json!({"product": &*card.product, "rate_card": &*card.id, "demand": demand});
            let question = json!({"months": months, "items": [item], "dimension": &*dimension.id, "budget": budget});
            let began = Instant::now();
            let reply = support::reply("afford", &question);
            let took = began.elapsed();
            if took > slowest.0 {
                slowest = (took, question.to_string());
            }
            for told in list(&reply, "editions") {
                answers += 1;
                let mut item = item.clone();
                item["edition"] = told["edition"].clone();
                for step in [told, &told["next"]] {
                    let (Some(quantity), Some(total)) =
                        (step["quantity"].as_u64(), step["total"].as_str())
                    else {
                        continue;
                    };
                    let (expected, problems) = priced(&item, months, &dimension.id, quantity);
                    assert_eq!(total, expected, "{question} {told}");
                    let is_about_it = |problem: &Value| problem["dimension"] == *dimension.id;
                    if step == told {
                        assert!(
                            !problems.as_array().unwrap().iter().any(is_about_it),
                            "{question} {told}"
                        );
                    }
                }
            }
        }
    }
    println!(
        "{answers} answers, the slowest took {:?}: {}",
        slowest.0, slowest.1
    );
    assert!(answers > 1_000);
}
