//! Packs that the visitor chooses, and packs of one size that are bought by the number.

use crate::support::decimal::Decimal;
use crate::support::{self, ask, list, reply, text};
use proptest::prelude::*;
use ratecard::api::{Command, answer};
use ratecard::card::Catalog;
use ratecard::value::Fault;
use serde_json::{Value, json};

/// The units in a pack of the card's, and what it costs.
const SIZE: u64 = 100_000;
const PRICE: u64 = 200;

fn request(messages: &[u64], buy: Option<&Value>) -> Value {
    let mut item =
        json!({"product": "chatbot", "edition": "starter", "demand": {"messages": messages}});
    if let Some(buy) = buy {
        item["buy"] = json!({"message_packs": buy});
    }
    json!({"start": "2026-12-01", "months": messages.len(), "items": [item]})
}

fn priced(messages: &[u64], buy: Option<&Value>) -> Value {
    reply("estimate", &request(messages, buy))["items"][0].clone()
}

/// The line of the packs: day, number and amount of each entry.
fn entries(item: &Value) -> Vec<(String, u64, String)> {
    let lines = list(item, "lines").iter();
    let line = lines.clone().find(|line| line["charge"] == "message_packs");
    let entries = line.into_iter().flat_map(|line| list(line, "entries"));
    entries
        .map(|entry| {
            assert_eq!(entry["unit_price"], PRICE.to_string());
            assert_eq!(entry["covers"], json!({"from": entry["on"], "to": null}));
            let number = entry["quantity"].as_u64().unwrap();
            (
                text(entry, "on").to_owned(),
                number,
                text(entry, "amount").to_owned(),
            )
        })
        .collect()
}

fn entry(on: &str, number: u64) -> (String, u64, String) {
    (on.to_owned(), number, (number * PRICE).to_string())
}

#[test]
fn packs_are_bought_when_the_balance_runs_out() {
    let item = priced(&[250_000, 0, 60_000], None);
    assert_eq!(
        item["packs"],
        json!([{
            "charge": "message_packs",
            "purchases": [
                {"month": 0, "on": "2026-12-01", "quantity": 300_000, "amount": "600",
                 "expires": null, "used": 300_000, "unused": 0},
                {"month": 2, "on": "2027-02-01", "quantity": 100_000, "amount": "200",
                 "expires": null, "used": 10_000, "unused": 90_000},
            ],
            // Three packs in the first month and one in the last, bought separately, are as many.
            "saves": "0",
        }])
    );
    assert_eq!(
        entries(&item),
        [entry("2026-12-01", 3), entry("2027-02-01", 1)]
    );
    // Four months of 60,000 would be four packs.
    assert_eq!(priced(&[60_000; 4], None)["packs"][0]["saves"], "200");
    assert_eq!(priced(&[0, 0], None)["packs"], json!([]));
}

#[test]
fn packs_that_are_given_are_priced_instead() {
    let buy = json!([{"month": 1, "quantity": 100_000}, {"month": 0, "quantity": 200_000}]);
    let item = priced(&[150_000, 120_000, 100_000], Some(&buy));
    let purchases = list(&item["packs"][0], "purchases");
    let months: Vec<_> = purchases.iter().map(|pack| &pack["month"]).collect();
    assert_eq!(months, [0, 1]);
    assert_eq!(
        entries(&item),
        [entry("2026-12-01", 2), entry("2027-01-01", 1)]
    );
    assert_eq!(
        (&item["fits"], &purchases[1]["unused"]),
        (&json!(false), &json!(0))
    );
    let problem = &list(&item, "problems")[0];
    assert_eq!(
        (
            &problem["code"],
            &problem["dimension"],
            &problem["month"],
            &problem["quantity"]
        ),
        (
            &json!("shortfall"),
            &json!("messages"),
            &json!(2),
            &json!(70_000)
        )
    );
    // Separately two packs, two, and one for the 30,000 that are left: what nothing covers is left
    // out on both sides.
    assert_eq!(item["packs"][0]["saves"], "400");
}

#[test]
fn none_may_be_bought() {
    let item = priced(&[1, 0, 2], Some(&json!([])));
    assert_eq!((entries(&item), &item["packs"]), (Vec::new(), &json!([])));
    let short = list(&item, "problems").iter();
    let short: Vec<_> = short.map(|p| (&p["month"], &p["quantity"])).collect();
    assert_eq!(short, [(&json!(0), &json!(1)), (&json!(2), &json!(2))]);
}

#[test]
fn what_is_not_sold_is_refused_at_its_field() {
    for (pack, field, code) in [
        (
            json!({"month": 0, "quantity": 0}),
            "quantity",
            "out_of_range",
        ),
        (
            json!({"month": 0, "quantity": 99_999}),
            "quantity",
            "out_of_range",
        ),
        (
            json!({"month": 0, "quantity": 150_000}),
            "quantity",
            "out_of_range",
        ),
        (
            json!({"month": 2, "quantity": 100_000}),
            "month",
            "out_of_range",
        ),
        (
            json!({"month": 0, "quantity": 1_000_000_100_000_u64}),
            "quantity",
            "bad_quantity",
        ),
    ] {
        let buy = json!([{"month": 1, "quantity": 200_000}, pack]);
        let error = ask("estimate", &request(&[1, 1], Some(&buy))).unwrap_err();
        assert_eq!(error["error"]["code"], code, "{pack}");
        let path = format!("items[0].buy.message_packs[1].{field}");
        assert_eq!(error["error"]["path"], path, "{pack}");
    }
}

/// A year and more of one item, with the packs that its own answer planned.
fn planned_and_given(request: &Value) -> (Value, Value) {
    let planned = reply("estimate", request)["items"][0].clone();
    let mut again = request.clone();
    for plan in list(&planned, "packs") {
        let packs = list(plan, "purchases").iter();
        let packs = packs.map(|p| json!({"month": p["month"], "quantity": p["quantity"]}));
        again["items"][0]["buy"][text(plan, "charge")] = packs.collect();
    }
    let given = reply("estimate", &again)["items"][0].clone();
    (planned, given)
}

#[test]
fn a_pack_may_serve_more_than_a_month_can_demand() {
    let minutes = [7_999, 191_899_131_039_u64, 808_100_884_962, 8_000];
    let item = json!({"product": "voice-agent", "edition": "byom", "demand": {"minutes": minutes}});
    let request = json!({"start": "2026-12-01", "months": 4, "items": [item]});
    let (planned, given) = planned_and_given(&request);
    // Two months' own minutes are free; the rest of both is one pack.
    let together = minutes[1] + minutes[2] - 16_000;
    assert!(together > 1_000_000_000_000);
    let purchases = list(&planned["packs"][0], "purchases");
    assert_eq!(purchases.len(), 1);
    assert_eq!(purchases[0]["quantity"], together);
    for key in ["total", "lines", "packs", "quotas", "problems"] {
        assert_eq!(given[key], planned[key], "{key}");
    }
}

#[test]
fn a_pack_is_no_larger_than_all_months_demand_together() {
    let most = 1_000_000_000_000_u64;
    let asked = |demand: Value, quantity: u64| {
        let buy = json!({"extra_minutes": [{"month": 0, "quantity": quantity}]});
        let item = json!({"product": "voice-agent", "edition": "byom",
                          "demand": {"minutes": demand}, "buy": buy});
        ask(
            "estimate",
            &json!({"start": "2026-12-01", "months": 2, "items": [item]}),
        )
    };
    for (demand, largest) in [
        (json!(1), most),
        (json!([most - 1, 1]), most),
        (json!([most, 1]), most + 1),
        (json!(most), 2 * most),
    ] {
        assert!(asked(demand.clone(), largest).is_ok(), "{demand}");
        let error = &asked(demand.clone(), largest + 1).unwrap_err()["error"];
        assert_eq!(error["code"], "bad_quantity", "{demand}");
        assert_eq!(error["path"], "items[0].buy.extra_minutes[0].quantity");
        let message = text(error, "message").replace(',', "");
        assert!(message.contains(&largest.to_string()), "{message}");
    }
}

#[test]
fn a_trial_may_sum_up_more_than_a_month_can_demand() {
    let messages = [500_000_012_501_u64, 500_000_012_501];
    let item = json!({"product": "desk", "edition": "trial", "demand": {"ai_messages": messages}});
    let request = json!({"as_of": "2026-11-20", "months": 2, "items": [item]});
    let (planned, given) = planned_and_given(&request);
    // 25,000 are free, and packs grow by 10,000: 1,000,000,000,002 take one step more.
    let quantity = 1_000_000_010_000_u64;
    assert_eq!(
        list(&planned["packs"][0], "purchases")[0]["quantity"],
        quantity
    );
    assert_eq!(planned["total"], (quantity / 100).to_string());
    assert_eq!(planned["quotas"][1]["demand"], messages[0] + messages[1]);
    assert_eq!(given["packs"], planned["packs"]);
    assert_eq!(given["total"], planned["total"]);
    // As much as can be demanded at all.
    let item = json!({"product": "desk", "edition": "trial", "demand": {"ai_messages": 1_000_000_000_000_u64}});
    let request = json!({"as_of": "2026-11-20", "months": 36, "items": [item]});
    let (planned, given) = planned_and_given(&request);
    assert_eq!(
        planned["total"],
        ((36_000_000_000_000_u64 - 20_000) / 100).to_string()
    );
    assert_eq!(given["lines"], planned["lines"]);
}

/// The project's card with packs of another size and price, and what else is charged beside them.
fn with_packs_of(size: u64, price: &str, beside: Option<Value>) -> Result<Catalog, Fault> {
    let mut card = reply("card", &json!({"id": "chatbot/2024-07-22"}));
    let charges = card["charges"].as_array_mut().unwrap();
    charges[1]["size"] = json!(size);
    charges[1]["price"] = json!(price);
    charges.extend(beside);
    let mut catalog = ratecard::catalog();
    catalog.add(&ratecard::value::from_json(&card.to_string()).unwrap())?;
    Ok(catalog)
}

fn priced_by(catalog: &Catalog, messages: &[u64], buy: Option<&Value>) -> Value {
    let request = request(messages, buy).to_string();
    let said = answer(catalog, Command::Estimate, &request, support::today()).unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    said["items"][0].clone()
}

fn by_message(price: &str) -> Value {
    json!({"id": "extra", "label": {"en": "Extra"}, "kind": "payg", "model": "per-unit",
           "dimension": "messages", "price": price, "source": "pricing"})
}

#[test]
fn beside_pay_as_you_go_the_cheapest_is_planned() {
    let catalog = with_packs_of(100, "10", Some(by_message("0.1"))).unwrap();
    let cost = |item: &Value| -> Decimal {
        let lines = list(item, "lines")
            .iter()
            .filter(|line| line["charge"] != "bots");
        lines.map(|line| Decimal::parse(text(line, "amount"))).sum()
    };
    // A message costs the same by itself: then a pack is one purchase too many.
    let planned = priced_by(&catalog, &[50, 60], None);
    assert_eq!(
        (cost(&planned), &planned["packs"]),
        (Decimal::new(11, 0), &json!([]))
    );
    // What given packs leave is paid as it is used, without a shortfall.
    let buy = json!([{"month": 0, "quantity": 100}]);
    let given = priced_by(&catalog, &[50, 60], Some(&buy));
    assert_eq!(
        (cost(&given), &given["fits"]),
        (Decimal::new(11, 0), &json!(true))
    );
    assert_eq!(list(&given["packs"][0], "purchases")[0]["used"], 100);
    // Another price is refused, as for all packs: the least cost would not be exact.
    let dearer = with_packs_of(100, "10", Some(by_message("0.2"))).unwrap_err();
    assert_eq!(dearer.path(), "charges[1]");
}

#[test]
fn a_price_need_not_divide_by_the_size() {
    // A third of a cent for a message is no decimal; the pack is one cent.
    let catalog = with_packs_of(3, "0.01", None).unwrap();
    let item = priced_by(&catalog, &[4, 1, 2, 1], None);
    let amounts: Vec<_> = entries_of(&item);
    assert_eq!(
        amounts,
        [(2, "0.02"), (1, "0.01")].map(|(n, a)| (n, a.to_owned()))
    );
    assert_eq!(item["packs"][0]["saves"], "0.02");
    let single = with_packs_of(1, "0.5", None).unwrap();
    assert_eq!(
        entries_of(&priced_by(&single, &[4], None)),
        [(4, "2".to_owned())]
    );
}

fn entries_of(item: &Value) -> Vec<(u64, String)> {
    let lines = list(item, "lines").iter();
    let mut packs = lines.filter(|line| line["charge"] == "message_packs");
    let entries = list(packs.next().unwrap(), "entries").iter();
    entries
        .map(|e| {
            (
                e["quantity"].as_u64().unwrap(),
                text(e, "amount").to_owned(),
            )
        })
        .collect()
}

fn messages() -> impl Strategy<Value = Vec<u64>> {
    let need = prop_oneof![
        2 => Just(0),
        4 => 0..400_000_u64,
        2 => (0..9_u64, 0..3_u64).prop_map(|(packs, more)| (packs * SIZE + more).saturating_sub(1)),
        1 => 0..=1_000_000_000_000_u64,
    ];
    prop::collection::vec(need, 1..37)
}

proptest! {
    #![proptest_config(support::cases(300))]

    /// A balance that goes up by packs and down by messages, and is never below nothing.
    #[test]
    fn a_balance_is_kept_up(needs in messages()) {
        let item = priced(&needs, None);
        let (mut balance, mut packs) = (0, Vec::new());
        for (month, &need) in needs.iter().enumerate() {
            let bought = need.saturating_sub(balance).div_ceil(SIZE);
            if bought > 0 {
                packs.push((month as u64, bought));
            }
            balance = balance + bought * SIZE - need;
        }
        let none = Vec::new();
        let purchases = item["packs"][0]["purchases"].as_array().unwrap_or(&none);
        let number = |pack: &Value, key: &str| pack[key].as_u64().unwrap();
        let got: Vec<_> = purchases.iter().map(|p| (number(p, "month"), number(p, "quantity") / SIZE)).collect();
        prop_assert_eq!(&got, &packs);
        let numbers: Vec<_> = entries(&item).into_iter().map(|(_, number, _)| number).collect();
        prop_assert_eq!(numbers, packs.iter().map(|pack| pack.1).collect::<Vec<_>>());
        let left: u64 = purchases.iter().map(|p| number(p, "unused")).sum();
        prop_assert_eq!(left, balance);
        let alone: u64 = needs.iter().map(|need| need.div_ceil(SIZE)).sum();
        let together: u64 = packs.iter().map(|pack| pack.1).sum();
        if !packs.is_empty() {
            let saves = ((alone - together) * PRICE).to_string();
            prop_assert_eq!(text(&item["packs"][0], "saves"), saves);
        }
        prop_assert_eq!(&item["fits"], true);
    }

    /// What given packs leave of every month, by the same balance.
    #[test]
    fn given_packs_serve_from_their_month_on(
        needs in messages(),
        given in prop::collection::vec((0..36_usize, 1..9_u64), 0..6),
    ) {
        let given: Vec<_> = given.into_iter().map(|(month, packs)| (month % needs.len(), packs)).collect();
        let buy = given.iter().map(|(month, packs)| json!({"month": month, "quantity": packs * SIZE}));
        let item = priced(&needs, Some(&buy.collect()));
        let (mut balance, mut short) = (0, Vec::new());
        for (month, &need) in needs.iter().enumerate() {
            balance += given.iter().filter(|pack| pack.0 == month).map(|pack| pack.1 * SIZE).sum::<u64>();
            if need > balance {
                short.push((month as u64, need - balance));
            }
            balance = balance.saturating_sub(need);
        }
        let problems = list(&item, "problems").iter();
        let got: Vec<_> = problems
            .map(|p| (p["month"].as_u64().unwrap(), p["quantity"].as_u64().unwrap()))
            .collect();
        prop_assert_eq!(&got, &short);
        let numbers: u64 = entries(&item).iter().map(|entry| entry.1).sum();
        prop_assert_eq!(numbers, given.iter().map(|pack| pack.1).sum::<u64>());
    }
}
