//! Packs that are asked for and that the edition is not sold.

use crate::support::{self, list, parts, reply, text};
use ratecard::api::{Command, answer};
use ratecard::calendar::Date;
use ratecard::card::Catalog;
use ratecard::engine::{
    Buy, CompareRequest, Demand, EstimateRequest, Item, compare, curves, estimate,
};
use ratecard::text::Id;
use ratecard::value::{Code, Fault};
use serde_json::{Value, json};

const CHARGE: &str = "message_packs";

/// The catalog with a card of its own changed.
fn with_card(id: &str, change: impl FnOnce(&mut Value)) -> Catalog {
    let mut card = reply("card", &json!({"id": id}));
    change(&mut card);
    let mut catalog = ratecard::catalog();
    let card = ratecard::value::from_json(&card.to_string()).unwrap();
    catalog.add(&card).unwrap();
    catalog
}

/// The chatbot whose packs only the premium edition is sold.
fn premium_only() -> Catalog {
    with_card("chatbot/2024-07-22", |card| {
        card["charges"][1]["price"] = json!({"premium": "200"});
    })
}

/// The desk whose trial keeps its packs for those who buy, although they have a price for it.
fn not_in_the_trial() -> Catalog {
    with_card("desk/2026-05-27", |card| {
        card["editions"][0]["trial"]["sells"] = json!(["extra_licenses"]);
    })
}

fn said(catalog: &Catalog, command: Command, item: &Value) -> Result<Value, String> {
    let request = json!({"as_of": "2026-11-20", "months": 2, "items": [item]}).to_string();
    let said = answer(catalog, command, &request, support::today())?;
    Ok(serde_json::from_str(&said).unwrap())
}

fn refused(catalog: &Catalog, command: Command, item: &Value) -> (String, String, String) {
    parts(&said(catalog, command, item).unwrap_err())
}

fn packs(quantity: u64) -> Value {
    json!([{"month": 0, "quantity": quantity}])
}

#[test]
fn an_estimate_refuses_them_and_says_what_the_edition_is_sold() {
    let chatbot = premium_only();
    let item = |edition: &str, charge: &str, packs: &Value| json!({"product": "chatbot", "edition": edition, "buy": {charge: packs}});
    for (catalog, item, message) in [
        (
            &chatbot,
            item("starter", CHARGE, &packs(100_000)),
            "there are no packs \"message_packs\" in edition \"starter\"",
        ),
        // Whether it is sold comes before whether there is the size.
        (
            &chatbot,
            item("starter", CHARGE, &packs(5_000_000_000_000)),
            "there are no packs \"message_packs\" in edition \"starter\"",
        ),
        (
            &not_in_the_trial(),
            json!({"product": "desk", "edition": "trial", "buy": {CHARGE: packs(100_000)}}),
            "there are no packs \"message_packs\" in edition \"trial\"",
        ),
        // What is accepted is what the edition is sold.
        (
            &chatbot,
            item("premium", "bots", &packs(1)),
            "there are no packs \"bots\" in edition \"premium\"; accepted: message_packs",
        ),
        (
            &chatbot,
            item("starter", "bots", &packs(1)),
            "there are no packs \"bots\" in edition \"starter\"",
        ),
    ] {
        let path = item["buy"].as_object().unwrap().keys().next().unwrap();
        let expected = (
            "unknown_charge".to_owned(),
            format!("items[0].buy.{path}"),
            message.to_owned(),
        );
        assert_eq!(refused(catalog, Command::Estimate, &item), expected);
    }
}

#[test]
fn none_of_them_is_what_the_edition_has_anyway() {
    let catalog = premium_only();
    let mut item = json!({"product": "chatbot", "edition": "starter", "demand": {"messages": 1}});
    let without = said(&catalog, Command::Estimate, &item).unwrap();
    item["buy"] = json!({CHARGE: []});
    assert_eq!(said(&catalog, Command::Estimate, &item).unwrap(), without);
}

#[test]
fn a_comparison_gives_them_to_the_editions_that_are_sold_them() {
    let catalog = premium_only();
    let mut item = json!({"product": "chatbot", "demand": {"messages": 1}});
    item["buy"] = json!({CHARGE: packs(700_000)});
    let compared = said(&catalog, Command::Compare, &item).unwrap();
    item["edition"] = json!("premium");
    let premium = said(&catalog, Command::Estimate, &item).unwrap();
    item["edition"] = json!("starter");
    item.as_object_mut().unwrap().remove("buy");
    let starter = said(&catalog, Command::Estimate, &item).unwrap();
    let editions = list(&compared, "editions");
    assert_eq!(
        editions,
        [starter["items"][0].clone(), premium["items"][0].clone()]
    );
    assert_eq!(text(&editions[1], "total"), (2 * 600 + 7 * 200).to_string());
    // A size that is not sold is one for every edition.
    item["buy"] = json!({CHARGE: packs(150_000)});
    item.as_object_mut().unwrap().remove("edition");
    let (code, path, _) = refused(&catalog, Command::Compare, &item);
    let expected = ("out_of_range", "items[0].buy.message_packs[0].quantity");
    assert_eq!((code.as_str(), path.as_str()), expected);
}

#[test]
fn a_comparison_refuses_packs_that_no_edition_is_sold() {
    let catalog = with_card("desk/2026-05-27", |card| {
        card["editions"][0]["trial"]["sells"] = json!(["extra_licenses"]);
        let charges = card["charges"].as_array_mut().unwrap();
        let mut packs = charges.iter_mut().filter(|charge| charge["id"] == CHARGE);
        packs.next().unwrap()["tiers"][0]["price"] = json!({"trial": "0.01"});
    });
    let item = json!({"product": "desk", "buy": {CHARGE: packs(100_000)}});
    let (code, path, _) = refused(&catalog, Command::Compare, &item);
    let expected = ("unknown_charge", "items[0].buy.message_packs");
    assert_eq!((code.as_str(), path.as_str()), expected);
}

#[test]
fn the_fault_of_an_item_comes_before_those_of_the_next() {
    let first =
        json!({"product": "chatbot", "edition": "starter", "buy": {CHARGE: packs(100_000)}});
    let request = json!({"items": [first, {"product": "nil", "edition": "nil"}]}).to_string();
    let today = support::today();
    let error = answer(&premium_only(), Command::Estimate, &request, today).unwrap_err();
    assert_eq!(parts(&error).1, "items[0].buy.message_packs");
}

/// A request that is no JSON.
fn typed(edition: &str) -> Item {
    let mut item = Item::new("chatbot", edition).with_demand("messages", Demand::Steady(0));
    let pack = Buy {
        month: 0,
        quantity: 100_000,
    };
    item.buy.push((Id::from(CHARGE), vec![pack]));
    item
}

#[test]
fn the_library_refuses_them_as_well() {
    let catalog = premium_only();
    let asked = |edition| EstimateRequest::new(support::today(), typed(edition));
    let place = |fault: Fault| (fault.code(), fault.path().to_owned());
    assert_eq!(
        estimate(&catalog, &asked("starter")).map_err(place),
        Err((Code::UnknownCharge, "items[0].buy.message_packs".to_owned()))
    );
    let priced = estimate(&catalog, &asked("premium")).unwrap();
    assert_eq!(priced.items[0].total.unwrap().to_string(), "800");
    // Another edition is advised and drawn all the same.
    let advice = priced.items[0].advice.iter();
    assert!(advice.clone().any(|one| one.word.id == "cheaper-edition"));
    let asked = CompareRequest {
        as_of: support::today(),
        start: support::today(),
        months: 1,
        item: typed(""),
    };
    let compared = compare(&catalog, &asked).unwrap();
    assert_eq!(compared.cheapest.as_deref(), Some("starter"));
    let drawn = curves(&catalog, &asked, "bots", 1, 1).unwrap();
    let first = drawn
        .editions
        .iter()
        .map(|curve| curve.points[0].total.to_string());
    assert_eq!(Vec::from_iter(first), ["0", "200"]);
}

#[test]
fn an_edition_is_sold_what_has_a_price_and_is_not_kept_back() {
    let sold = |catalog: &Catalog, product: &str| -> Vec<String> {
        let card = catalog
            .in_force(product, Date::parse("2026-11-20").unwrap())
            .unwrap();
        let packs = card.charge(CHARGE).unwrap();
        let editions = card.editions.iter().filter(|e| e.is_sold(packs));
        editions.map(|edition| edition.id.to_string()).collect()
    };
    assert_eq!(sold(&premium_only(), "chatbot"), ["premium"]);
    assert_eq!(sold(&not_in_the_trial(), "desk"), ["standard", "premium"]);
    let all = ["trial", "standard", "premium"];
    assert_eq!(sold(&ratecard::catalog(), "desk"), all);
}
