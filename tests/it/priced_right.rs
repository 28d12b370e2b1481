//! What `check` accepts is priced right, and what cannot be priced right it refuses: each by a card
//! that says nothing else.

use crate::support;
use ratecard::api::{Command, answer};
use ratecard::card::{Catalog, warnings};
use ratecard::value::from_json;
use serde_json::{Value, json};

/// A card of one edition, with these dimensions and charges.
fn card(dimensions: Value, charges: Value, more: Value) -> Value {
    let en = json!({"en": "Name"});
    let unit = json!({"en": {"one": "unit", "other": "units"}});
    let named = |list: Value, more: &Value| -> Value {
        let parts = list.as_array().unwrap().iter().map(|part| {
            let mut named = json!({"label": en, "source": "s"});
            let fields = named.as_object_mut().unwrap();
            fields.extend(more.as_object().unwrap().clone());
            fields.extend(part.as_object().unwrap().clone());
            named
        });
        parts.collect()
    };
    let mut card = json!({
        "id": "ours/undated", "product": "ours", "label": en, "currency": "USD", "source": "s",
        "sources": {"s": {"document": "d", "section": "s"}},
        "editions": [{"id": "e", "label": en, "source": "s"}],
        "dimensions": named(dimensions, &json!({"unit": unit})),
        "charges": named(charges, &json!({"kind": "prepaid"})),
    });
    card.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    card
}

fn catalog(card: &Value) -> Catalog {
    let mut catalog = Catalog::new(&[]);
    let added = catalog.add(&from_json(&card.to_string()).unwrap());
    added.unwrap_or_else(|fault| panic!("{fault}"));
    catalog
}

fn item(card: &Value, months: u32, fields: Value) -> Value {
    let mut item = json!({"product": "ours", "edition": "e"});
    item.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let request = json!({"start": "2026-12-01", "months": months, "items": [item]}).to_string();
    let reply = answer(
        &catalog(card),
        Command::Estimate,
        &request,
        support::today(),
    );
    let reply: Value = serde_json::from_str(&reply.unwrap()).unwrap();
    reply["items"][0].clone()
}

/// Where a card is refused, and by which sentence.
fn refused(card: &Value) -> String {
    let fault = Catalog::new(&[]).add(&from_json(&card.to_string()).unwrap());
    let fault = fault.expect_err("the card is refused");
    format!("{}: {}", fault.path(), fault.word().id)
}

fn warned(card: &Value) -> Vec<String> {
    let card = catalog(card).card("ours/undated").unwrap();
    let warnings = warnings(&card).into_iter();
    warnings
        .map(|fault| format!("{}: {}", fault.path(), fault.word().id))
        .collect()
}

fn pack(id: &str, life: u32) -> Value {
    json!({"id": id, "model": "pack", "dimension": "q", "min": 100, "step": 100, "life": life,
        "tiers": [{"from": 100, "price": "1"}]})
}

#[test]
fn beside_packs_there_is_one_charge_that_they_are_weighed_against() {
    let dimensions = || json!([{"id": "q", "allowance": 0}]);
    let other = |fields: Value| card(dimensions(), json!([pack("short", 1), fields]), json!({}));
    let beside = "charges[0].dimension: beside-packs";
    assert_eq!(refused(&other(pack("long", 12))), beside);
    for fields in [
        json!({"id": "a", "model": "per-unit", "dimension": "q", "price": "1"}),
        json!({"id": "a", "kind": "payg", "model": "per-unit", "dimension": "q", "price": "1", "every": "day"}),
        json!({"id": "a", "kind": "payg", "model": "block", "size": 10, "dimension": "q", "price": "10", "carries": true}),
        json!({"id": "a", "kind": "payg", "model": "graduated", "dimension": "q", "tiers": [{"from": 0, "price": "1"}]}),
        json!({"id": "a", "kind": "payg", "model": "volume", "dimension": "q", "tiers": [{"from": 0, "price": "1"}]}),
    ] {
        assert_eq!(refused(&other(fields.clone())), beside, "{fields}");
    }
    let weighed = other(
        json!({"id": "a", "kind": "payg", "model": "per-unit", "dimension": "q", "price": "1"}),
    );
    assert_eq!(
        item(&weighed, 1, json!({"demand": {"q": 150}}))["total"],
        "150"
    );
    let after = card(
        dimensions(),
        json!([{"id": "p", "kind": "payg", "model": "pack", "dimension": "q",
        "min": 1, "step": 1, "tiers": [{"from": 1, "price": "1"}]}]),
        json!({}),
    );
    assert_eq!(refused(&after), "charges[0].kind: pack-not-prepaid");
}

/// Packages of three at 10, and what is added to them.
fn packages(add_on: Value, package: Value, more: Value) -> Value {
    let mut bundle = json!({"id": "a", "model": "bundle", "price": "10"});
    bundle
        .as_object_mut()
        .unwrap()
        .extend(package.as_object().unwrap().clone());
    let mut added = json!({"id": "x", "dimension": "q"});
    added
        .as_object_mut()
        .unwrap()
        .extend(add_on.as_object().unwrap().clone());
    let dimensions = json!([{"id": "q", "allowance": 3, "allowance_per": "a"}]);
    card(dimensions, json!([bundle, added]), more)
}

#[test]
fn packages_are_as_many_as_are_cheapest_beside_units_tiers_and_days() {
    let total = |add_on: Value, q: u64| {
        let card = packages(add_on, json!({}), json!({}));
        item(&card, 1, json!({"demand": {"q": q}}))["total"].clone()
    };
    let graduated = json!({"model": "graduated", "tiers": [{"from": 0, "price": "1"}]});
    assert_eq!(total(graduated, 9), "16");
    // Five packages leave no unit; one leaves twelve, of which all but two are free.
    let falling = json!({"model": "graduated", "tiers": [{"from": 0, "to": 2, "price": "9"}, {"from": 2, "price": "0"}]});
    assert_eq!(total(falling, 15), "28");
    let volume = json!({"model": "volume", "tiers": [{"from": 0, "to": 5, "price": "9"}, {"from": 5, "price": "1"}]});
    assert_eq!(total(volume, 9), "16");
    // 31 days make a unit dearer than a package.
    let daily = json!({"kind": "payg", "model": "per-unit", "price": "1", "every": "day"});
    assert_eq!(total(daily, 9), "30");
}

#[test]
fn a_package_by_the_year_is_weighed_against_the_months_of_its_add_ons() {
    let billed = json!({"billing": ["monthly", "annual"]});
    let card = packages(
        json!({"model": "per-unit", "price": "4"}),
        json!({"annual_price": "100"}),
        billed.clone(),
    );
    let year = item(&card, 12, json!({"billing": "annual", "demand": {"q": 9}}));
    assert_eq!(year["total"], "300");
    let rarer = packages(
        json!({"model": "per-unit", "price": "4", "annual_price": "40"}),
        json!({}),
        billed,
    );
    assert_eq!(refused(&rarer), "charges[0]: package-annual");
}

#[test]
fn what_cannot_be_weighed_against_packages_is_refused() {
    let block = json!({"model": "block", "size": 100, "price": "4"});
    assert_eq!(
        refused(&packages(block, json!({}), json!({}))),
        "charges[0]: package-model"
    );
    let packs = json!({"model": "pack", "min": 1, "step": 1, "tiers": [{"from": 1, "price": "1"}]});
    assert_eq!(
        refused(&packages(packs, json!({}), json!({}))),
        "charges[0]: package-model"
    );
}

#[test]
fn what_only_packages_hold_comes_with_them_and_fits() {
    let dimensions = json!([{"id": "q", "allowance": 100, "allowance_per": "c"}]);
    let card = card(
        dimensions,
        json!([{"id": "c", "model": "bundle", "price": "5"}]),
        json!({}),
    );
    let item = item(&card, 1, json!({"demand": {"q": 150}}));
    assert_eq!(
        (&item["total"], &item["fits"]),
        (&json!("10"), &json!(true))
    );
    assert_eq!(item["quotas"][0]["status"], "add_on");
}

#[test]
fn what_depends_on_itself_is_refused() {
    let units =
        |id: &str, of: &str| json!({"id": id, "model": "per-unit", "dimension": of, "price": "1"});
    let own = json!([{"id": "q", "allowance": 2, "allowance_per": "a"}]);
    let circle = card(own, json!([units("a", "q")]), json!({}));
    assert_eq!(refused(&circle), "dimensions[0].allowance_per: circle");
    let two = json!([{"id": "p", "allowance": 2, "allowance_per": "b"}, {"id": "q", "allowance": 2, "allowance_per": "a"}]);
    let circle = card(two, json!([units("a", "p"), units("b", "q")]), json!({}));
    assert_eq!(refused(&circle), "dimensions[0].allowance_per: circle");
    let each = json!([{"id": "p", "each": "q"}, {"id": "q", "each": "p"}]);
    assert_eq!(
        refused(&card(each, json!([units("a", "p")]), json!({}))),
        "dimensions[0].each: circle"
    );
    let needs = json!([{"id": "p", "needs": "q"}, {"id": "q", "needs": "p"}]);
    assert_eq!(
        refused(&card(needs, json!([units("a", "p")]), json!({}))),
        "dimensions[0].needs: circle"
    );
    let chain = json!([{"id": "p", "each": "q"}, {"id": "q", "each": "r"}, {"id": "r"}]);
    assert_eq!(
        refused(&card(chain, json!([units("a", "p")]), json!({}))),
        "dimensions[0].each: each-of-each"
    );
}

#[test]
fn a_prorated_refund_is_a_share_of_a_flat_price() {
    let refund = json!({"policies": {"refund": {"rule": "prorated", "charge": "a", "returned": [],
        "not_returned": [], "source": "s"}}});
    let units = json!([{"id": "a", "model": "per-unit", "dimension": "q", "price": "1"}]);
    let by_unit = card(json!([{"id": "q"}]), units, refund.clone());
    assert_eq!(refused(&by_unit), "policies.refund.charge: refund-charge");
    let flat = card(
        json!([]),
        json!([{"id": "a", "model": "flat", "price": "1"}]),
        refund.clone(),
    );
    catalog(&flat);
    let later = card(
        json!([]),
        json!([{"id": "a", "kind": "payg", "model": "flat", "price": "1"}]),
        refund,
    );
    assert_eq!(refused(&later), "policies.refund.charge: refund-charge");
}

#[test]
fn what_a_card_hardly_means_is_warned_of() {
    let tiers = json!([{"from": 0, "to": 100, "price": "0"}, {"from": 100, "price": "1"}]);
    let charge = json!([{"id": "c", "kind": "payg", "model": "graduated", "dimension": "q", "tiers": tiers}]);
    let twice = card(
        json!([{"id": "q", "allowance": 100}]),
        charge.clone(),
        json!({}),
    );
    assert_eq!(warned(&twice), ["charges[0].tiers[0].price: free-twice"]);
    assert!(warned(&card(json!([{"id": "q"}]), charge.clone(), json!({}))).is_empty());
    let both = json!({"billing": ["monthly", "annual"]});
    let noop = card(json!([{"id": "q"}]), charge, both.clone());
    assert_eq!(warned(&noop), ["billing[1]: annual-without-price"]);
    let ways = catalog(&noop).card("ours/undated").unwrap();
    assert_eq!(ways.ways_of_billing().count(), 1);
    let dear = json!([{"id": "a", "model": "flat", "price": "1", "annual_price": "12.5"}]);
    assert_eq!(
        warned(&card(json!([]), dear, both)),
        ["charges[0].annual_price: annual-dearer"]
    );
    let unused = card(
        json!([{"id": "q"}]),
        json!([{"id": "a", "model": "flat", "price": "1"}]),
        json!({}),
    );
    assert_eq!(warned(&unused), ["dimensions[0]: dimension-unused"]);
    let none = card(json!([]), json!([]), json!({}));
    assert_eq!(warned(&none), ["editions[0]: edition-without-charge"]);
}

#[test]
fn the_parts_of_a_quantity_are_no_months() {
    let tiers = json!([{"from": 0, "to": 100, "price": "2"}, {"from": 100, "price": "1"}]);
    let charge = json!([{"id": "c", "kind": "payg", "model": "graduated", "dimension": "q", "tiers": tiers}]);
    let card = card(json!([{"id": "q"}]), charge, json!({}));
    let why = |months: u32, q: Value| {
        let item = item(&card, months, json!({"demand": {"q": q}}));
        item["lines"][0]["why"].clone()
    };
    let once = why(1, json!(200));
    assert_eq!(
        once["args"],
        json!({"quantity": 200, "parts": ["100 × 2", "100 × 1"]})
    );
    assert_eq!(
        once["text"],
        "200 units, each part at the rate of its tier: 100 × 2 USD + 100 × 1 USD"
    );
    assert_eq!(why(3, json!(200))["args"]["months"], 3);
    assert_eq!(
        why(3, json!([150, 200, 250]))["args"],
        json!({"quantity": 600, "over": 3})
    );
    assert_eq!(
        why(2, json!(50))["text"],
        "50 units, each part at the rate of its tier: × 2 USD, in each of 2 months",
    );
}

#[test]
fn thirteen_months_by_the_year_say_that_twenty_four_are_paid() {
    let flat = json!([{"id": "a", "model": "flat", "price": "10", "annual_price": "96"}]);
    let card = card(json!([]), flat, json!({"billing": ["annual", "monthly"]}));
    let of = |months: u32| item(&card, months, json!({}));
    let told = of(13);
    assert_eq!(
        (&told["total"], &told["paid_months"]),
        (&json!("192"), &json!(24))
    );
    assert_eq!(
        told["lines"][0]["why"]["text"],
        "96 USD × 2 years; pays for 24 months, 13 asked for"
    );
    assert_eq!(of(1)["paid_months"], 12);
    assert_eq!(of(24).get("paid_months"), None);
    let monthly = item(&card, 13, json!({"billing": "monthly"}));
    assert_eq!(monthly.get("paid_months"), None);
}

#[test]
fn an_order_shorter_than_those_that_are_sold_is_a_problem() {
    let flat = json!([{"id": "a", "model": "flat", "price": "10"}]);
    let card = card(
        json!([]),
        flat,
        json!({"policies": {"purchase": {"min_months": 24, "source": "s"}}}),
    );
    let short = item(&card, 1, json!({}));
    assert_eq!(short["fits"], false);
    let problem = &short["problems"][0];
    assert_eq!(
        (&problem["code"], &problem["months"]),
        (&json!("too_short"), &json!(24))
    );
    assert_eq!(
        problem["message"],
        "Name is sold for 24 months or more; 1 asked for"
    );
    assert_eq!(item(&card, 24, json!({}))["fits"], true);
}

#[test]
fn findings_are_left_out_where_none_are_asked_for() {
    let request = |advice: Value| json!({"advice": advice, "items": [{"product": "chat", "edition": "standard", "demand": {"mau": 25_000}}]});
    let mut with = support::reply("estimate", &request(json!(true)));
    let without = support::reply("estimate", &request(json!(false)));
    assert!(
        with["items"][0]["advice"]
            .as_array()
            .is_some_and(|advice| !advice.is_empty())
    );
    with["items"][0]
        .as_object_mut()
        .unwrap()
        .shift_remove("advice");
    assert_eq!(with, without);
    let compare = json!({"advice": false, "items": [{"product": "chat"}]});
    assert_eq!(
        support::reply("compare", &compare)["editions"][0].get("advice"),
        None
    );
}

/// A card of so many dimensions, each with a charge.
fn wide(dimensions: usize, editions: usize) -> Value {
    let ids = (0..dimensions).map(|index| json!({"id": format!("d{index}"), "allowance": 5}));
    let price: Value = (0..editions)
        .map(|e| (format!("e{e}"), json!((e + 1).to_string())))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let charges = (0..dimensions).map(|index| {
        json!({"id": format!("c{index}"), "kind": "payg", "model": "per-unit", "dimension": format!("d{index}"), "price": price})
    });
    let all =
        (0..editions).map(|e| json!({"id": format!("e{e}"), "label": {"en": "E"}, "source": "s"}));
    let all: Value = all.collect();
    card(ids.collect(), charges.collect(), json!({ "editions": all }))
}

#[test]
fn more_entries_than_an_answer_has_are_refused_before_they_are_priced() {
    let card = wide(200, 14);
    let ask = |command: Command, items: Value| {
        let request = json!({"months": 36, "items": items}).to_string();
        answer(&catalog(&card), command, &request, support::today())
    };
    let error = ask(Command::Compare, json!([{"product": "ours"}])).unwrap_err();
    let (code, path, _) = support::parts(&error);
    assert_eq!((code.as_str(), path.as_str()), ("out_of_range", "items"));
    let one = json!({"product": "ours", "edition": "e0"});
    assert!(ask(Command::Estimate, json!([one])).is_ok());
    let many = Value::Array(vec![one; 14]);
    assert!(
        ask(Command::Estimate, many)
            .unwrap_err()
            .contains("out_of_range")
    );
}

#[test]
fn findings_about_many_dimensions_take_no_longer_than_so_many() {
    // Each dimension has its own finding, and nothing else is priced again for it.
    let card = wide(200, 1);
    let request =
        json!({"months": 36, "items": [{"product": "ours", "edition": "e0"}]}).to_string();
    let reply = answer(
        &catalog(&card),
        Command::Estimate,
        &request,
        support::today(),
    )
    .unwrap();
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let advice = reply["items"][0]["advice"].as_array().unwrap().len();
    assert_eq!(
        advice, 0,
        "nothing is demanded: that a quota is free is no finding"
    );
    let item = json!({"product": "ours", "edition": "e0", "demand": {"d7": 9, "d199": 9}});
    let request = json!({"months": 36, "items": [item]}).to_string();
    let reply = answer(
        &catalog(&card),
        Command::Estimate,
        &request,
        support::today(),
    )
    .unwrap();
    assert_eq!(reply.matches("next-unit\"").count(), 2);
}
