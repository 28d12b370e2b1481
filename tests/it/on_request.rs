//! No price is not a price of 0: an edition that is sold on request has none, wherever prices are told.

use crate::support::{self, list};
use ratecard::api::{Command, answer};
use ratecard::calendar::Date;
use ratecard::card::{Catalog, warnings};
use ratecard::engine::{CompareRequest, EstimateRequest, Item, compare, curves, estimate};
use ratecard::value::from_json;
use serde_json::{Value, json};

/// Free, Pro and Enterprise: seats, of which Free has three; requests, of which more are sold by the
/// thousand at one price for all; and a feature that only Enterprise has.
fn card() -> Value {
    let en = |text: &str| json!({ "en": text });
    let unit = |one: &str| json!({"en": {"one": one, "other": format!("{one}s")}});
    let edition = |id: &str, more: Value| {
        let mut edition = json!({"id": id, "label": en(id), "source": "s"});
        let fields = edition.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        edition
    };
    json!({
        "id": "ours/undated", "product": "ours", "label": en("Ours"), "currency": "USD", "source": "s",
        "sources": {"s": {"document": "d", "section": "s"}},
        "editions": [edition("free", json!({})), edition("pro", json!({})),
            edition("enterprise", json!({"price": "on-request"}))],
        "dimensions": [
            {"id": "seats", "label": en("Seats"), "unit": unit("seat"), "default": 1, "source": "s",
                "limit": {"free": 3, "pro": 50, "enterprise": 5000}},
            {"id": "requests", "label": en("Requests"), "unit": unit("request"), "source": "s",
                "allowance": {"free": 1000, "pro": 10000}},
        ],
        "charges": [
            {"id": "plan", "label": en("Plan"), "kind": "prepaid", "model": "flat", "source": "s",
                "price": {"free": "0", "pro": "10"}},
            {"id": "more", "label": en("More"), "kind": "payg", "model": "block", "size": 1000,
                "dimension": "requests", "price": "2", "source": "s"},
        ],
        "features": [{"id": "sso", "label": en("SSO"), "source": "s",
            "values": {"free": false, "pro": false, "enterprise": true}}],
    })
}

/// The card after a change.
fn changed(change: impl Fn(&mut Value)) -> Value {
    let mut card = card();
    change(&mut card);
    card
}

fn catalog(card: &Value) -> Catalog {
    let mut catalog = Catalog::new(&[]);
    let added = catalog.add(&from_json(&card.to_string()).unwrap());
    added.unwrap_or_else(|fault| panic!("{fault}"));
    catalog
}

fn ask(card: &Value, command: Command, request: &Value) -> Value {
    let reply = answer(
        &catalog(card),
        command,
        &request.to_string(),
        support::today(),
    );
    serde_json::from_str(&reply.unwrap()).unwrap()
}

/// An item of the product in an edition, or in each of them.
fn item(edition: Option<&str>, more: Value) -> Value {
    let mut item = json!({"product": "ours"});
    let fields = item.as_object_mut().unwrap();
    fields.extend(edition.map(|edition| (String::from("edition"), json!(edition))));
    fields.extend(more.as_object().unwrap().clone());
    item
}

fn comparison(card: &Value, more: Value) -> Value {
    ask(
        card,
        Command::Compare,
        &json!({"items": [item(None, more)]}),
    )
}

fn of<'a>(comparison: &'a Value, edition: &str) -> &'a Value {
    let mut editions = list(comparison, "editions").iter();
    editions.find(|item| item["edition"] == edition).unwrap()
}

#[test]
fn an_edition_on_request_has_no_price_and_no_lines() {
    let request = json!({"months": 3, "items": [
        item(Some("enterprise"), json!({"demand": {"seats": 100, "requests": 50_000}})),
    ]});
    let reply = ask(&card(), Command::Estimate, &request);
    let item = &reply["items"][0];
    assert_eq!(item["on_request"], true);
    for key in ["total", "per_month"] {
        assert!(item[key].is_null() && item.as_object().unwrap().contains_key(key));
    }
    for key in ["lines", "packs", "problems", "advice"] {
        assert_eq!(item[key], json!([]), "{key}");
    }
    assert_eq!(
        (&reply["totals"], &reply["per_month"], &reply["schedule"]),
        (&json!({}), &json!({}), &json!([]))
    );
}

#[test]
fn totals_and_payments_leave_it_out() {
    let priced = item(Some("pro"), json!({"demand": {"requests": 11_500}}));
    let alone = json!({"months": 2, "items": [priced]});
    let beside =
        json!({"months": 2, "items": [item(Some("enterprise"), json!({})), priced.clone()]});
    let (alone, beside) = (
        ask(&card(), Command::Estimate, &alone),
        ask(&card(), Command::Estimate, &beside),
    );
    assert_eq!(alone["totals"]["USD"], "28");
    for key in ["totals", "per_month", "schedule"] {
        assert_eq!(alone[key], beside[key], "{key}");
    }
    assert_eq!(alone["items"][0], beside["items"][1]);
    // One that has a price does not say that it has one.
    assert!(alone["items"][0].get("on_request").is_none());
}

#[test]
fn it_is_never_the_cheapest_and_nothing_advises_it() {
    let few = comparison(&card(), json!({"demand": {"seats": 2}}));
    assert_eq!(few["cheapest"], "free");
    let many = comparison(&card(), json!({"demand": {"seats": 20}}));
    assert_eq!(many["cheapest"], "pro");
    for comparison in [&few, &many] {
        let editions = list(comparison, "editions").iter();
        for advice in editions.flat_map(|item| list(item, "advice")) {
            assert!(!advice.to_string().contains("enterprise"), "{advice}");
        }
        assert_eq!(of(comparison, "enterprise")["advice"], json!([]));
    }
    assert!(!list(of(&few, "pro"), "advice").is_empty());
}

#[test]
fn where_nothing_else_fits_there_is_no_cheapest() {
    for more in [
        json!({"demand": {"seats": 100}}),
        json!({"requires": ["sso"]}),
    ] {
        let comparison = comparison(&card(), more);
        assert!(comparison["cheapest"].is_null());
        let fits = list(&comparison, "editions").iter().map(|i| &i["fits"]);
        assert_eq!(fits.collect::<Vec<_>>(), [false, false, true]);
    }
}

#[test]
fn whether_it_fits_is_a_matter_of_limits_and_features() {
    let purchase = json!({"purchase": {"min_months": 12, "source": "s"}});
    let card = changed(|card| {
        card["policies"] = purchase.clone();
        card["dimensions"][0]["needs"] = json!("requests");
        card["features"][0]["values"]["enterprise"] = json!(false);
    });
    let problems = |more: Value| -> Vec<(Value, Value)> {
        let comparison = comparison(&card, more);
        let problems = list(of(&comparison, "enterprise"), "problems").iter();
        problems
            .map(|p| (p["code"].clone(), p["fits"].clone()))
            .collect()
    };
    // How it is ordered and how much of it is agreed upon, as the price is.
    assert_eq!(
        problems(json!({"demand": {"seats": 5000, "requests": 0}})),
        []
    );
    assert_eq!(problems(json!({"demand": {"requests": 1_000_000}})), []);
    let exceeded = problems(json!({"demand": {"seats": 5001}}));
    assert_eq!(exceeded, [(json!("exceeded"), Value::Null)]);
    let missing = problems(json!({"requires": ["sso"]}));
    assert_eq!(missing, [(json!("missing_feature"), Value::Null)]);
    let pro = comparison(&card, json!({"demand": {"seats": 5}}));
    let codes = list(of(&pro, "pro"), "problems").iter().map(|p| &p["code"]);
    assert_eq!(codes.collect::<Vec<_>>(), ["needs_number", "too_short"]);
}

#[test]
fn what_nothing_is_said_of_and_what_others_are_sold_more_of_is_on_request() {
    let status = |card: &Value| {
        let comparison = comparison(card, json!({"demand": {"requests": 50_000}}));
        let quotas = list(of(&comparison, "enterprise"), "quotas").iter();
        let mut requests = quotas.filter(|quota| quota["dimension"] == "requests");
        let quota = requests.next().unwrap();
        (quota["limit"].clone(), quota["status"].clone())
    };
    assert_eq!(status(&card()), (json!(0), json!("contact_sales")));
    let stated = |number: Value| {
        changed(|card| card["dimensions"][1]["allowance"]["enterprise"] = number.clone())
    };
    assert_eq!(
        status(&stated(json!(20_000))),
        (json!(20_000), json!("contact_sales"))
    );
    assert_eq!(
        status(&stated(json!("unlimited"))),
        (Value::Null, json!("within"))
    );
}

#[test]
fn an_edition_that_nothing_has_a_price_for_is_on_request_and_warned_of() {
    let silent = changed(|card| {
        card["editions"][2].as_object_mut().unwrap().remove("price");
        card["charges"][1]["price"] = json!({"free": "2", "pro": "2"});
    });
    let comparison = comparison(&silent, json!({}));
    assert_eq!(of(&comparison, "enterprise")["on_request"], true);
    let warned = |card: &Value| -> Vec<String> {
        let card = catalog(card).card("ours/undated").unwrap();
        let warnings = warnings(&card).into_iter();
        warnings
            .map(|fault| format!("{}: {}", fault.path(), fault.word().id))
            .collect()
    };
    assert_eq!(warned(&silent), ["editions[2]: edition-without-charge"]);
    assert_eq!(warned(&card()), [] as [&str; 0]);
    // A price of 0 is a price.
    assert_eq!(of(&comparison, "free")["total"], "0");
}

#[test]
fn the_card_says_it_again() {
    let card = catalog(&card()).card("ours/undated").unwrap();
    let document = serde_json::to_value(&*card).unwrap();
    assert_eq!(document["editions"][2]["price"], "on-request");
    assert!(document["editions"][1].get("price").is_none());
    let again = catalog(&document).card("ours/undated").unwrap();
    assert_eq!(card, again);
}

#[test]
fn a_price_for_an_edition_on_request_is_refused() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let document = from_json(&changed(change).to_string()).unwrap();
        let fault = Catalog::new(&[]).add(&document).unwrap_err();
        format!("{}: {}", fault.path(), fault.word().id)
    };
    let flat = |card: &mut Value| card["charges"][0]["price"]["enterprise"] = json!("500");
    assert_eq!(
        refused(&flat),
        "charges[0].price.enterprise: on-request-priced"
    );
    let annual = |card: &mut Value| {
        card["billing"] = json!(["monthly", "annual"]);
        card["charges"][0]["price"]["enterprise"] = json!("500");
        card["charges"][0]["annual_price"] = json!({"free": "0", "pro": "1", "enterprise": "1"});
    };
    assert_eq!(
        refused(&annual),
        "charges[0].price.enterprise: on-request-priced"
    );
    let tier = |card: &mut Value| {
        let price = json!({"pro": "1", "enterprise": "1"});
        card["charges"][1] = json!({"id": "more", "label": {"en": "M"}, "kind": "payg", "source": "s",
            "model": "graduated", "dimension": "requests", "tiers": [{"from": 0, "price": price}]});
    };
    let place = "charges[1].tiers[0].price.enterprise";
    assert_eq!(refused(&tier), format!("{place}: on-request-priced"));
    let trial = |card: &mut Value| {
        card["editions"][0]["trial"] =
            json!({"length": {"days": 7}, "basic": "plan", "instead": "pro"});
        card["editions"][0]["price"] = json!("on-request");
    };
    assert_eq!(refused(&trial), "editions[0].price: on-request-trial");
    let word = |card: &mut Value| card["editions"][2]["price"] = json!("500");
    assert_eq!(refused(&word), "editions[2].price: want-one-of");
}

#[test]
fn a_quota_may_be_left_out_of_what_is_on_request_only() {
    let left_out = |edition: &str| {
        let card = changed(|card| {
            let limits = card["dimensions"][0]["limit"].as_object_mut().unwrap();
            limits.remove(edition);
        });
        let added = Catalog::new(&[]).add(&from_json(&card.to_string()).unwrap());
        added.map(|_| ()).map_err(|fault| fault.path().to_owned())
    };
    assert_eq!(left_out("enterprise"), Ok(()));
    assert_eq!(
        left_out("pro"),
        Err(String::from("dimensions[0].limit.pro"))
    );
}

#[test]
fn a_refund_by_days_needs_a_price_of_those_that_have_one() {
    let policy = json!({"refund": {"rule": "prorated", "charge": "plan", "returned": ["cash"],
        "not_returned": [], "source": "s"}});
    let card = changed(|card| card["policies"] = policy.clone());
    let request = json!({"product": "ours", "edition": "enterprise", "purchased": "2026-11-01",
        "months": 1, "refund_on": "2026-11-05", "paid": {"cash": "100"}});
    let reply = ask(&card, Command::Refund, &request);
    assert_eq!(reply["status"], "not_described");
    let pro = json!({"product": "ours", "edition": "pro", "purchased": "2026-11-01",
        "months": 1, "refund_on": "2026-11-05", "paid": {"cash": "10"}});
    assert_eq!(ask(&card, Command::Refund, &pro)["status"], "partial");
}

#[test]
fn packs_cannot_be_given_to_it() {
    let card = changed(|card| {
        card["charges"][1] = json!({"id": "packs", "label": {"en": "P"}, "kind": "prepaid",
            "model": "pack", "dimension": "requests", "min": 1000, "step": 1000, "source": "s",
            "tiers": [{"from": 1000, "price": "0.002"}]});
    });
    let packs = json!({"buy": {"packs": [{"month": 0, "quantity": 1000}]}});
    let request = json!({"items": [item(Some("enterprise"), packs)]}).to_string();
    let catalog = catalog(&card);
    let error = answer(&catalog, Command::Estimate, &request, support::today()).unwrap_err();
    let (code, path, _) = support::parts(&error);
    assert_eq!(
        (code.as_str(), path.as_str()),
        ("unknown_charge", "items[0].buy.packs")
    );
}

#[test]
fn it_has_no_curve_and_no_months() {
    let catalog = catalog(&card());
    let as_of = Date::parse("2026-11-20").unwrap();
    let request = CompareRequest {
        as_of,
        start: as_of,
        months: 2,
        item: Item::new("ours", ""),
    };
    let drawn = curves(&catalog, &request, "requests", 20_000, 10).unwrap();
    let editions: Vec<&str> = drawn.editions.iter().map(|c| &*c.edition).collect();
    assert_eq!(editions, ["free", "pro"]);
    let compared = compare(&catalog, &request).unwrap();
    let enterprise = compared.editions.last().unwrap();
    assert!(enterprise.is_on_request());
    assert_eq!(enterprise.by_month(2), Ok(Vec::new()));
    let mut request = EstimateRequest::new(as_of, Item::new("ours", "enterprise"));
    request.months = 2;
    assert_eq!(estimate(&catalog, &request).unwrap().items[0].total, None);
}

#[test]
fn a_card_that_publishes_no_price_at_all_is_answered() {
    let card = changed(|card| {
        let pro = card["editions"][1].as_object_mut().unwrap();
        pro.insert(String::from("price"), json!("on-request"));
        card["editions"].as_array_mut().unwrap().remove(0);
        card["charges"] = json!([]);
        card["dimensions"][0]["limit"] = json!({"pro": 50, "enterprise": 5000});
        card["dimensions"][1]["allowance"] = json!({});
        card["features"][0]["values"] = json!({"pro": false, "enterprise": true});
    });
    let comparison = comparison(&card, json!({"demand": {"requests": 5}}));
    assert!(comparison["cheapest"].is_null());
    for item in list(&comparison, "editions") {
        assert_eq!(
            (&item["on_request"], &item["fits"]),
            (&json!(true), &json!(true))
        );
    }
}

#[cfg(feature = "prerender")]
#[test]
fn every_door_says_so() {
    use crate::support::program::{Folder, out, reply, run};

    let folder = Folder::new("on-request");
    let file = folder.file("ladder.json", &card().to_string());
    let request = json!({"items": [item(Some("enterprise"), json!({}))]});
    let told = |item: &Value| json!([item["on_request"], item["total"], item["per_month"]]);
    let unpriced = json!([true, null, null]);

    let estimate = reply(&run(&["estimate", "--cards", &file], &request.to_string()));
    assert_eq!(told(&estimate["items"][0]), unpriced);
    let line = json!({"command": "compare", "request": {"items": [item(None, json!({}))]}});
    let batch = reply(&run(&["batch", "--cards", &file], &line.to_string()));
    assert_eq!(told(of(&batch, "enterprise")), unpriced);

    for view in ["calculator", "compare", "matrix"] {
        let view = format!("--view={view}");
        let options = [
            "--cards",
            &file,
            "--product=ours",
            "--edition=enterprise",
            &view,
        ];
        let page = run(&[&["prerender"], &options[..]].concat(), "");
        assert_eq!(page.status.code(), Some(0), "{view}");
        let html = out(&page);
        assert!(html.contains("Price on request"), "{view}");
        assert!(!html.contains("Contact sales"), "{view}");
    }
}
