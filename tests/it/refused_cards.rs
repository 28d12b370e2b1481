//! Mistakes that would make a rate card answer wrongly without a word are refused with their place.

use ratecard::card::Card;
use ratecard::value::from_json;
use serde_json::{Value, json};

/// Where a card is refused after a change.
fn refused(id: &str, change: impl Fn(&mut Value)) -> String {
    let card = ratecard::catalog().card(id).unwrap();
    let mut document = serde_json::to_value(&*card).unwrap();
    assert!(Card::read(&from_json(&document.to_string()).unwrap()).is_ok());
    change(&mut document);
    let fault = Card::read(&from_json(&document.to_string()).unwrap()).unwrap_err();
    format!("{}: {}", fault.path(), fault.word().id)
}

#[test]
fn a_year_is_priced_for_the_editions_that_a_month_is() {
    let lacking = |card: &mut Value| {
        let annual = card["charges"][0]["annual_price"].as_object_mut().unwrap();
        annual.remove("trial");
    };
    assert_eq!(
        refused("contact-center/2024-05-07", lacking),
        "charges[0].annual_price: annual-editions",
    );
}

#[test]
fn a_trial_has_a_price_for_what_it_sells() {
    let lacking = |card: &mut Value| {
        let price = card["charges"][0]["price"].as_object_mut().unwrap();
        price.remove("trial");
    };
    assert_eq!(
        refused("chat/2024-07-22", lacking),
        "editions[0].trial.basic: trial-without-price",
    );
    let lacking = |card: &mut Value| {
        let price = card["charges"][1]["price"].as_object_mut().unwrap();
        price.remove("trial");
    };
    assert_eq!(
        refused("desk/2026-05-27", lacking),
        "editions[0].trial.sells: trial-without-price",
    );
}

#[test]
fn an_industry_a_scenario_and_a_behaviour_are_told_apart() {
    let card = "contact-center/2024-05-07";
    let connect = "policies.connect";
    let twice = refused(card, |card| {
        card["policies"]["connect"]["industries"][1]["id"] = json!("medical-care");
    });
    assert_eq!(twice, format!("{connect}.industries[1].id: id-twice"));
    let twice = refused(card, |card| {
        card["policies"]["connect"]["industries"][0]["scenarios"][1]["id"] =
            json!("sales-of-medicines-and-health");
    });
    assert_eq!(
        twice,
        format!("{connect}.industries[0].scenarios[1].id: id-twice")
    );
    let twice = refused(card, |card| {
        card["policies"]["connect"]["behaviours"][6]["number"] = json!(1);
    });
    assert_eq!(twice, format!("{connect}.behaviours[6].number: id-twice"));
    let twice = refused(card, |card| {
        card["policies"]["connect"]["prohibited"][3]["id"] = json!("vulgar");
    });
    assert_eq!(twice, format!("{connect}.prohibited[3].id: id-twice"));
    let of_nothing = refused(card, |card| {
        card["policies"]["connect"]["industries"][3]["scenarios"][2]["always"][0] = json!("loans");
    });
    let place = "industries[3].scenarios[2].always[0]";
    assert_eq!(of_nothing, format!("{connect}.{place}: refers-to-nothing"));
}

#[test]
fn a_heading_is_not_under_itself() {
    let under_itself = |card: &mut Value| {
        card["groups"][1]["parent"] = json!("usage");
        card["groups"][0]["parent"] = card["groups"][1]["id"].clone();
    };
    assert_eq!(
        refused("chat/2024-07-22", under_itself),
        "groups[0].parent: refers-to-nothing",
    );
}

#[test]
fn a_trial_lasts() {
    let none = |card: &mut Value| card["editions"][0]["trial"]["length"] = json!({ "days": 0 });
    assert_eq!(
        refused("chat/2024-07-22", none),
        "editions[0].trial.length.days: want-positive",
    );
}

/// The place and the rule that a card's packs break after a change.
fn broken_rule(id: &str, change: impl Fn(&mut Value)) -> String {
    let card = ratecard::catalog().card(id).unwrap();
    let mut document = serde_json::to_value(&*card).unwrap();
    change(&mut document);
    let fault = Card::read(&from_json(&document.to_string()).unwrap()).unwrap_err();
    assert_eq!(fault.code().as_str(), "bad_rate_card");
    let Some(ratecard::word::Arg::Text(rule)) = fault.word().arg("rule") else {
        panic!("{fault:?} names no rule");
    };
    format!("{}: {rule}", fault.path())
}

#[test]
fn packs_keep_the_rules_under_which_the_least_cost_is_exact() {
    let mainland = "contact-center-cn/undated";
    let rising = |card: &mut Value| card["charges"][3]["tiers"][1]["price"] = json!("0.155");
    assert_eq!(broken_rule(mainland, rising), "charges[3]: rising-rate");

    let fine = |card: &mut Value| {
        card["charges"][3]["min"] = json!(1);
        card["charges"][3]["step"] = json!(1);
        card["charges"][3]["tiers"][0]["from"] = json!(1);
    };
    assert_eq!(broken_rule(mainland, fine), "charges[3]: top-tier");

    let dearer = |card: &mut Value| card["charges"][3]["price"]["standard"] = json!("110");
    let desk = "desk/2026-05-27";
    assert_eq!(broken_rule(desk, dearer), "charges[2]: pay-as-you-go-rate",);

    let closed = |card: &mut Value| card["charges"][3]["tiers"][3]["to"] = json!(90_000);
    assert_eq!(
        refused(mainland, closed),
        "charges[3].tiers[3].to: tier-last-closed",
    );
}
