//! What holds for every estimate, whatever is asked: parts add up, more never costs less, every
//! way to ask the same gives the same answer.

use std::collections::BTreeMap;

use crate::support::decimal::Decimal;
use crate::support::{self, CATALOG, list, reply, text};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use ratecard::calendar::Date;
use ratecard::card::{Model, PerUnit};
use serde_json::{Value, json};

const PRODUCT: &str = "chat";

fn card() -> std::sync::Arc<ratecard::card::Card> {
    CATALOG.in_force(PRODUCT, support::today()).unwrap()
}

/// Quantities near every quota, small ones, and up to the largest that may be asked for.
fn quantity() -> impl Strategy<Value = u64> {
    let card = card();
    let quotas = card.dimensions.iter().flat_map(|dimension| {
        let quotas = card.editions.iter().map(|e| dimension.quota(&e.id));
        quotas.filter_map(|quota| quota?.number())
    });
    let edges: Vec<u64> = quotas
        .flat_map(|q| [q.saturating_sub(1), q, q + 1])
        .collect();
    prop_oneof![
        3 => proptest::sample::select(edges),
        2 => 0..100_000_u64,
        1 => 0..=1_000_000_000_000_u64,
        1 => Just(0),
    ]
}

/// One number, or one for each month.
fn demand(months: usize) -> impl Strategy<Value = Value> {
    prop_oneof![
        quantity().prop_map(|quantity| json!(quantity)),
        prop::collection::vec(quantity(), months).prop_map(|series| json!(series)),
    ]
}

fn item(months: usize) -> impl Strategy<Value = Value> {
    let card = card();
    let ids = |ids: Vec<&str>| -> Vec<String> { ids.into_iter().map(str::to_owned).collect() };
    let editions = ids(card.editions.iter().map(|e| &*e.id).collect());
    let dimensions = ids(card.dimensions.iter().map(|d| &*d.id).collect());
    let features = ids(card.features.iter().map(|f| &*f.id).collect());
    let most = dimensions.len();
    let demanded = subsequence(dimensions, 0..=most);
    let demands = prop::collection::vec(demand(months), most);
    (
        proptest::sample::select(editions),
        demanded,
        demands,
        subsequence(features, 0..=3),
    )
        .prop_map(|(edition, dimensions, demands, requires)| {
            let demand: serde_json::Map<_, _> = dimensions.into_iter().zip(demands).collect();
            json!({"product": PRODUCT, "edition": edition, "demand": demand, "requires": requires})
        })
}

/// A request of some items over some months.
fn request(items: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Value> {
    let start = (0..3_000_i64).prop_map(|days| {
        let first = Date::parse("2026-01-01").unwrap();
        first.plus_days(days).unwrap().to_string()
    });
    let months = prop_oneof![2 => 1..=4_usize, 1 => 1..=36_usize];
    (start, months).prop_flat_map(move |(start, months)| {
        prop::collection::vec(item(months), items.clone()).prop_map(move |items| {
            json!({"as_of": "2026-11-20", "start": start, "months": months, "items": items})
        })
    })
}

fn amount(value: &Value, key: &str) -> Decimal {
    Decimal::parse(text(value, key))
}

fn total(parts: &[Value]) -> Decimal {
    parts.iter().map(|part| amount(part, "amount")).sum()
}

fn with(request: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut changed = request.clone();
    change(&mut changed);
    changed
}

proptest! {
    #![proptest_config(support::cases(128))]

    #[test]
    fn parts_add_up(request in request(1..=3)) {
        let months = request["months"].as_u64().unwrap();
        let reply = reply("estimate", &request);
        let mut totals: BTreeMap<&str, Decimal> = BTreeMap::new();
        let mut by_day: BTreeMap<(&str, &str), Decimal> = BTreeMap::new();
        for item in list(&reply, "items") {
            let currency = text(item, "currency");
            for line in list(item, "lines") {
                let entries = list(line, "entries");
                prop_assert!(!entries.is_empty());
                for entry in entries {
                    let quantity = Decimal::new(entry["quantity"].as_u64().unwrap(), 0);
                    prop_assert_eq!(&quantity * &amount(entry, "unit_price"), amount(entry, "amount"));
                    prop_assert!(text(&entry["covers"], "from") < text(&entry["covers"], "to"));
                    let sum = by_day.entry((text(entry, "on"), currency)).or_insert(Decimal::new(0, 0));
                    *sum = &*sum + &amount(entry, "amount");
                }
                prop_assert_eq!(total(entries), amount(line, "amount"));
            }
            prop_assert_eq!(total(list(item, "lines")), amount(item, "total"));
            prop_assert_eq!(amount(item, "total").divided_for(currency, months), amount(item, "per_month"));
            let sum = totals.entry(currency).or_insert(Decimal::new(0, 0));
            *sum = &*sum + &amount(item, "total");
        }
        let schedule = list(&reply, "schedule");
        let planned: Vec<_> = schedule
            .iter()
            .map(|payment| ((text(payment, "on"), text(payment, "currency")), amount(payment, "amount")))
            .collect();
        prop_assert_eq!(planned, by_day.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(reply["totals"].as_object().unwrap().len(), totals.len());
        for (currency, sum) in totals {
            prop_assert_eq!(&amount(&reply["totals"], currency), &sum);
            prop_assert_eq!(amount(&reply["per_month"], currency), sum.divided_for(currency, months));
            let paid = schedule.iter().filter(|payment| payment["currency"] == currency);
            prop_assert_eq!(paid.map(|p| amount(p, "amount")).sum::<Decimal>(), sum);
        }
    }

    #[test]
    fn more_demand_never_costs_less(request in request(1..=1), which in any::<Index>(), more in quantity()) {
        let demand = request["items"][0]["demand"].as_object().unwrap();
        prop_assume!(!demand.is_empty());
        let (id, given) = demand.iter().nth(which.index(demand.len())).unwrap();
        let raise = |value: &Value| json!((value.as_u64().unwrap() + more).min(1_000_000_000_000));
        let raised = match given.as_array() {
            None => raise(given),
            Some(series) => {
                let mut series = series.clone();
                let month = which.index(series.len());
                series[month] = raise(&series[month]);
                json!(series)
            }
        };
        let more = with(&request, |request| request["items"][0]["demand"][id] = raised);
        let cost = |request: &Value| amount(&reply("estimate", request)["items"][0], "total");
        prop_assert!(cost(&more) >= cost(&request));
    }

    #[test]
    fn the_order_of_items_does_not_matter(request in request(2..=4), turn in any::<Index>()) {
        let turned = with(&request, |request| {
            let items = request["items"].as_array_mut().unwrap();
            let by = turn.index(items.len());
            items.rotate_left(by);
            items.swap(0, 1);
        });
        let (one, other) = (reply("estimate", &request), reply("estimate", &turned));
        for key in ["totals", "per_month", "schedule"] {
            prop_assert_eq!(&one[key], &other[key]);
        }
        let items = |reply: &Value| {
            let mut items: Vec<String> = list(reply, "items").iter().map(Value::to_string).collect();
            items.sort();
            items
        };
        prop_assert_eq!(items(&one), items(&other));
    }

    #[test]
    fn an_item_costs_the_same_beside_others(request in request(2..=3)) {
        let together = reply("estimate", &request);
        for (index, item) in list(&request, "items").iter().enumerate() {
            let alone = with(&request, |request| request["items"] = json!([item]));
            prop_assert_eq!(&reply("estimate", &alone)["items"][0], &together["items"][index]);
        }
    }

    #[test]
    fn compare_prices_every_edition_as_estimate_does(request in request(1..=1)) {
        let compared = with(&request, |request| {
            request["items"][0].as_object_mut().unwrap().shift_remove("edition");
        });
        let comparison = reply("compare", &compared);
        let editions = list(&comparison, "editions");
        prop_assert_eq!(editions.len(), card().editions.len());
        let mut cheapest: Option<(Decimal, Value)> = None;
        for (edition, row) in card().editions.iter().zip(editions) {
            let alone = with(&request, |request| request["items"][0]["edition"] = json!(&*edition.id));
            prop_assert_eq!(&reply("estimate", &alone)["items"][0], row);
            let total = amount(row, "total");
            if row["fits"] == true && cheapest.as_ref().is_none_or(|(least, _)| total < *least) {
                cheapest = Some((total, row["edition"].clone()));
            }
        }
        let cheapest = cheapest.map_or(Value::Null, |(_, edition)| edition);
        prop_assert_eq!(&comparison["cheapest"], &cheapest);
    }

    #[test]
    fn a_steady_demand_is_the_same_every_month(request in request(1..=2)) {
        let months = request["months"].as_u64().unwrap() as usize;
        let series = with(&request, |request| {
            for item in request["items"].as_array_mut().unwrap() {
                for demand in item["demand"].as_object_mut().unwrap().values_mut() {
                    if demand.is_u64() {
                        *demand = json!(vec![demand.clone(); months]);
                    }
                }
            }
        });
        prop_assert_eq!(reply("estimate", &request), reply("estimate", &series));
    }

    #[test]
    fn a_demand_of_nothing_is_no_demand(request in request(1..=1), which in any::<Index>()) {
        let card = card();
        let dimension = &card.dimensions[which.index(card.dimensions.len())].id;
        let zero = with(&request, |r| r["items"][0]["demand"][&**dimension] = json!(0));
        let none = with(&request, |r| {
            r["items"][0]["demand"].as_object_mut().unwrap().shift_remove(&**dimension);
        });
        prop_assert_eq!(reply("estimate", &zero), reply("estimate", &none));
    }

    #[test]
    fn a_reply_read_and_written_again_is_the_same_bytes(request in request(1..=2)) {
        let written = support::ask_text("estimate", &request.to_string()).unwrap();
        let read: Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(read.to_string(), written);
        prop_assert_eq!(support::ask_text("estimate", &request.to_string()), Ok(read.to_string()));
    }

    #[test]
    fn problems_never_change_the_price(request in request(1..=1), more in prop::collection::vec(quantity(), 12)) {
        let card = card();
        let charged = |id: &str| card.charges.iter().any(|c| c.model.dimension().is_some_and(|d| **d == *id));
        let free = card.dimensions.iter().filter(|d| !charged(&d.id));
        let troubled = with(&request, |request| {
            for (dimension, more) in free.zip(more) {
                request["items"][0]["demand"][&*dimension.id] = json!(more);
            }
            let all: Vec<&str> = card.features.iter().map(|f| &*f.id).collect();
            request["items"][0]["requires"] = json!(all);
        });
        let (calm, troubled) = (reply("estimate", &request), reply("estimate", &troubled));
        prop_assert_eq!(&calm["totals"], &troubled["totals"]);
        prop_assert_eq!(&calm["schedule"], &troubled["schedule"]);
        prop_assert_eq!(&calm["items"][0]["lines"], &troubled["items"][0]["lines"]);
    }

    #[test]
    fn it_fits_exactly_when_there_is_no_problem(request in request(1..=2)) {
        let reply = reply("estimate", &request);
        for (wanted, item) in list(&request, "items").iter().zip(list(&reply, "items")) {
            let problems = list(item, "problems");
            prop_assert_eq!(item["fits"].as_bool().unwrap(), problems.is_empty());
            // What the quotas say and what the problems say is the same.
            for quota in list(item, "quotas") {
                let demand = quota["demand"].as_u64().unwrap();
                let beyond = quota["limit"].as_u64().is_some_and(|limit| demand > limit);
                prop_assert_eq!(quota["status"] != "within", beyond);
                let told = problems.iter().any(|p| p["dimension"] == quota["dimension"]);
                let problem = quota["status"] == "exceeded" || quota["status"] == "contact_sales";
                prop_assert_eq!(told, problem);
            }
            let edition = card().edition(text(item, "edition")).cloned().unwrap();
            for feature in list(wanted, "requires") {
                let there = card().feature(feature.as_str().unwrap()).unwrap().value(&edition.id).unwrap().is_there();
                prop_assert_eq!(problems.iter().any(|p| p["feature"] == *feature), !there);
            }
            let ends = problems.iter().any(|p| p["code"] == "trial_ends");
            prop_assert_eq!(ends, edition.trial.is_some() && request["months"].as_u64() > Some(1));
        }
    }

    #[test]
    fn advice_is_what_another_question_would_answer(request in request(1..=1)) {
        let item = &reply("estimate", &request)["items"][0];
        for advice in list(item, "advice") {
            let args = &advice["args"];
            match text(advice, "code") {
                "cheaper-edition" => {
                    let other = with(&request, |r| r["items"][0]["edition"] = args["edition"].clone());
                    let other = &reply("estimate", &other)["items"][0];
                    prop_assert_eq!(&other["fits"], &json!(true));
                    prop_assert_eq!(&other["total"], &args["total"]);
                    prop_assert_eq!(&amount(item, "total") - &amount(other, "total"), amount(args, "saves"));
                }
                "next-unit" => {
                    let charge = card().charges.iter().find_map(|c| match &c.model {
                        Model::PerUnit(PerUnit { dimension, price, .. }) if args["dimension"] == **dimension => {
                            price.get(text(item, "edition")).map(ToString::to_string)
                        }
                        _ => None,
                    });
                    prop_assert_eq!(args["price"].as_str(), charge.as_deref());
                }
                // The others are priced again in `tests/it/advice.rs`.
                _ => {}
            }
        }
    }
}
