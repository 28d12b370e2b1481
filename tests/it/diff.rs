//! What changed between rate cards: told whole, once, and the right way round.

use std::collections::BTreeMap;

use ratecard::api::Command;
use ratecard::card::Catalog;
use ratecard::engine::{Change, ChangeKind, DiffRequest, diff};
use ratecard::value::from_json;
use serde_json::{Value, json};

use crate::support::{ask, ask_text, parts};

fn catalog_of(cards: &[&Value]) -> Catalog {
    let mut catalog = Catalog::new(&[]);
    for card in cards {
        catalog.add(&from_json(&card.to_string()).unwrap()).unwrap();
    }
    catalog
}

/// A small card of a day with what `change` makes of it.
fn card(day: &str, change: impl Fn(&mut Value)) -> Value {
    let mut card = json!({
        "id": format!("ours/{day}"), "product": "ours", "effective": day, "label": {"en": "Ours"}, "currency": "USD", "source": "s",
        "sources": {"s": {"document": "Prices", "section": "All"}},
        "editions": [
            {"id": "small", "label": {"en": "Small"}, "source": "s"},
            {"id": "large", "label": {"en": "Large"}, "source": "s"},
        ],
        "dimensions": [{"id": "seats", "label": {"en": "Seats"}, "source": "s", "allowance": 5,
            "unit": {"en": {"one": "seat", "other": "seats"}}}],
        "charges": [
            {"id": "plan", "label": {"en": "Plan"}, "kind": "prepaid", "model": "flat", "source": "s",
                "price": {"small": "10", "large": "30"}},
            {"id": "more", "label": {"en": "More seats"}, "kind": "payg", "model": "graduated", "source": "s",
                "dimension": "seats", "tiers": [{"from": 0, "to": 10, "price": "2"}, {"from": 10, "price": "1.5"}]},
        ],
        "features": [{"id": "sso", "label": {"en": "SSO"}, "source": "s", "values": {"small": false, "large": true}}],
    });
    change(&mut card);
    card
}

fn changes(from: &Value, to: &Value) -> Vec<Change> {
    let request = DiffRequest {
        from: from["id"].as_str().unwrap().into(),
        to: to["id"].as_str().unwrap().into(),
    };
    diff(&catalog_of(&[from, to]), &request).unwrap()
}

/// Path, kind and what both say.
fn told(change: impl Fn(&mut Value)) -> Vec<(String, &'static str, Value, Value)> {
    let (from, to) = (card("2025-01-01", |_| {}), card("2026-01-01", change));
    let changes = changes(&from, &to).into_iter();
    let value = |value: Option<Value>| value.unwrap_or_default();
    changes
        .map(|change| {
            (
                change.path,
                change.kind.as_str(),
                value(change.from),
                value(change.to),
            )
        })
        .collect()
}

fn one(
    path: &str,
    kind: &'static str,
    from: Value,
    to: Value,
) -> Vec<(String, &'static str, Value, Value)> {
    vec![(path.to_owned(), kind, from, to)]
}

#[test]
fn nothing_but_the_names_of_the_cards_is_no_change() {
    assert_eq!(told(|_| {}), []);
}

#[test]
fn a_price_is_dearer_or_cheaper() {
    assert_eq!(
        told(|card| card["charges"][0]["price"]["small"] = json!("12.5")),
        one(
            "charges[plan].price.small",
            "dearer",
            json!("10"),
            json!("12.5")
        ),
    );
    // By what they come to, not by their letters.
    assert_eq!(
        told(|card| card["charges"][0]["price"]["small"] = json!("9")),
        one(
            "charges[plan].price.small",
            "cheaper",
            json!("10"),
            json!("9")
        ),
    );
    assert_eq!(
        told(|card| card["charges"][1]["tiers"][1]["price"] = json!("1.25")),
        one(
            "charges[more].tiers[10].price",
            "cheaper",
            json!("1.5"),
            json!("1.25")
        ),
    );
}

#[test]
fn prices_in_another_currency_are_neither() {
    let told = told(|card| {
        card["currency"] = json!("EUR");
        card["charges"][0]["price"]["small"] = json!("9");
    });
    let kinds: Vec<_> = told
        .iter()
        .map(|(path, kind, ..)| (&**path, *kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("currency", "changed"),
            ("charges[plan].price.small", "changed")
        ]
    );
}

#[test]
fn what_holds_for_all_editions_is_compared_with_what_holds_for_each() {
    assert_eq!(
        told(|card| card["dimensions"][0]["allowance"] = json!({"small": 5, "large": 50})),
        one(
            "dimensions[seats].allowance.large",
            "changed",
            json!(5),
            json!(50)
        ),
    );
    assert_eq!(
        told(|card| card["charges"][0]["price"] = json!("10")),
        one(
            "charges[plan].price.large",
            "cheaper",
            json!("30"),
            json!("10")
        ),
    );
}

#[test]
fn what_is_only_in_one_of_them_is_added_or_removed_as_a_whole() {
    let feature = json!({"id": "audit", "label": {"en": "Audit log"}, "source": "s",
        "values": {"small": false, "large": true}});
    let told = told(|card| card["features"] = json!([feature]));
    let kinds: Vec<_> = told
        .iter()
        .map(|(path, kind, ..)| (&**path, *kind))
        .collect();
    assert_eq!(
        kinds,
        [("features[audit]", "added"), ("features[sso]", "removed")]
    );
    assert_eq!(told[0].3["label"], json!({"en": "Audit log"}));
}

#[test]
fn a_new_name_is_a_change_of_the_label_and_a_new_order_none() {
    assert_eq!(
        told(|card| {
            card["editions"][0]["label"]["en"] = json!("Starter");
            card["editions"].as_array_mut().unwrap().reverse();
        }),
        one(
            "editions[small].label.en",
            "changed",
            json!("Small"),
            json!("Starter")
        ),
    );
}

/// Between any two cards of a product, there and back: the same places, each the other way round.
#[test]
fn the_way_back_is_the_way_there_turned_round() {
    let catalog = ratecard::catalog();
    let listed = catalog.cards().unwrap();
    let mut pairs = 0;
    for (a, b) in listed
        .iter()
        .flat_map(|a| listed.iter().map(move |b| (a, b)))
    {
        let ids = |from: &str, to: &str| DiffRequest {
            from: from.into(),
            to: to.into(),
        };
        let by_path = |request| -> BTreeMap<String, Change> {
            let changes = diff(&catalog, &request).unwrap();
            let paths: BTreeMap<_, _> = changes
                .iter()
                .map(|c| (c.path.clone(), c.clone()))
                .collect();
            assert_eq!(paths.len(), changes.len(), "a place is told twice");
            paths
        };
        let (there, back) = (
            by_path(ids(&a.card.id, &b.card.id)),
            by_path(ids(&b.card.id, &a.card.id)),
        );
        assert_eq!(there.is_empty(), a.card.id == b.card.id);
        assert!(there.keys().eq(back.keys()));
        for (there, back) in there.values().zip(back.values()) {
            let turned = match there.kind {
                ChangeKind::Added => ChangeKind::Removed,
                ChangeKind::Removed => ChangeKind::Added,
                ChangeKind::Dearer => ChangeKind::Cheaper,
                ChangeKind::Cheaper => ChangeKind::Dearer,
                ChangeKind::Changed => ChangeKind::Changed,
            };
            assert_eq!(
                (turned, &there.from, &there.to),
                (back.kind, &back.to, &back.from)
            );
            assert_ne!(there.from, there.to);
        }
        pairs += usize::from(a.card.product == b.card.product && a.card.id != b.card.id);
    }
    assert!(pairs >= 4, "{pairs}");
}

#[test]
fn a_card_that_is_not_there_is_told_at_its_place() {
    for field in ["from", "to"] {
        let mut request = json!({"from": "desk/2024-07-22", "to": "desk/2026-05-27"});
        request[field] = json!("desk/never");
        let (code, place, _) =
            parts(&ask_text(Command::Diff.as_str(), &request.to_string()).unwrap_err());
        assert_eq!((&*code, &*place), ("unknown_rate_card", field));
    }
}

#[test]
fn the_reply_names_the_present_change_of_desk() {
    let request = json!({"from": "desk/2024-07-22", "to": "desk/2026-05-27"});
    let reply = ask("diff", &request).unwrap();
    let plan = json!({"path": "charges[plan].price.standard", "kind": "cheaper", "from": "299", "to": "200"});
    let changes = reply["changes"].as_array().unwrap();
    assert!(
        changes.contains(&plan),
        "{:?}",
        changes.iter().map(|c| &c["path"]).collect::<Vec<_>>()
    );
}
