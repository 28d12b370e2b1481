//! What holds for every card, whatever it charges: the project's own, and cards made up of every
//! charge model, whose lines are held against a second, slow reckoning.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::oracle::{Bought, Entry, Oracle};
use crate::support::decimal::Decimal;
use crate::support::{self, list, reply, text};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use ratecard::api::{Command, answer};
use ratecard::calendar::Date;
use ratecard::card::Catalog;
use serde_json::{Map, Value, json};

/// The project's cards, as the `card` reply says them.
static CARDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let cards = reply("cards", &json!({}));
    let ids = cards
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["id"].clone());
    ids.map(|id| reply("card", &json!({ "id": id }))).collect()
});

/// The reply, as text, of a catalog of its own.
fn ask(catalog: &Catalog, command: Command, request: &Value) -> String {
    answer(catalog, command, &request.to_string(), support::today())
        .unwrap_or_else(|error| panic!("{request}: {error}"))
}

fn item_of(catalog: &Catalog, request: &Value) -> Value {
    let reply: Value = serde_json::from_str(&ask(catalog, Command::Estimate, request)).unwrap();
    reply["items"][0].clone()
}

/// A catalog that knows one card besides the project's, or instead of one of them.
fn knowing(card: &Value) -> Catalog {
    let mut catalog = ratecard::catalog();
    let document = ratecard::value::from_json(&card.to_string()).unwrap();
    let added = catalog.add(&document);
    added.unwrap_or_else(|fault| panic!("{card}: {fault:?}"));
    catalog
}

fn amount(value: &Value, key: &str) -> Decimal {
    Decimal::parse(text(value, key))
}

fn ids(card: &Value, key: &str) -> Vec<String> {
    list(card, key)
        .iter()
        .map(|part| text(part, "id").to_owned())
        .collect()
}

/// Whether some charge counts by packages, which the second reckoning tries one by one.
fn is_bundled(card: &Value, dimension: &Value) -> bool {
    let mut charges = list(card, "charges").iter();
    charges.any(|c| c["model"] == "bundle" && c["id"] == dimension["allowance_per"])
}

/// A demand of a dimension in a month: small, near what is included or sold, or as large as can be.
fn quantity(card: &Value, dimension: &Value) -> BoxedStrategy<u64> {
    let (min, max) = (
        dimension["min"].as_u64().unwrap(),
        dimension["max"].as_u64().unwrap(),
    );
    let stated = dimension.get("allowance").or(dimension.get("limit"));
    let stated: Vec<&Value> = match stated {
        Some(Value::Object(each)) => each.values().collect(),
        stated => stated.into_iter().collect(),
    };
    let mut edges: Vec<u64> = stated.into_iter().filter_map(Value::as_u64).collect();
    for charge in list(card, "charges") {
        if charge["dimension"] != dimension["id"] {
            continue;
        }
        let tiers = charge
            .get("tiers")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let tiers = tiers.filter_map(|tier| tier["from"].as_u64());
        let size = charge["size"].as_u64();
        let more: Vec<u64> = tiers.chain(size).collect();
        edges.extend(
            edges
                .clone()
                .into_iter()
                .flat_map(|edge| more.iter().map(move |m| edge + m)),
        );
        edges.extend(more);
    }
    edges.push(0);
    let edges = edges
        .into_iter()
        .flat_map(|edge| [edge.saturating_sub(1), edge, edge + 1]);
    let edges: Vec<u64> = edges.collect();
    let most = match is_bundled(card, dimension) {
        true => 300,
        false => max,
    };
    let within = move |quantity: u64| quantity.clamp(min, most);
    let strategy = prop_oneof![
        4 => select(edges),
        3 => 0..60_u64,
        3 => 0..200_000_u64,
        1 => 0..=max,
    ];
    strategy.prop_map(within).boxed()
}

/// One number, or one for each month.
fn demand(card: &Value, dimension: &Value, months: usize) -> BoxedStrategy<Value> {
    let quantity = quantity(card, dimension);
    prop_oneof![
        2 => Just(Value::Null),
        3 => quantity.clone().prop_map(|quantity| json!(quantity)),
        3 => prop::collection::vec(quantity, months).prop_map(|series| json!(series)),
    ]
    .boxed()
}

/// An item of a card, for any of its editions and billings.
fn item(card: &Value, months: usize) -> BoxedStrategy<Value> {
    let dimensions: Vec<(String, bool)> = list(card, "dimensions")
        .iter()
        .map(|d| (text(d, "id").to_owned(), d["calls"] == true))
        .collect();
    let demands: Vec<_> = list(card, "dimensions")
        .iter()
        .map(|d| demand(card, d, months))
        .collect();
    let calls = prop::collection::vec((0..3_000_u64, 0..400_u64), 0..3);
    let calls = prop_oneof![4 => Just(Vec::new()), 1 => calls];
    let (product, id) = (card["product"].clone(), card["id"].clone());
    let billings = card["billing"].as_array().unwrap().clone();
    (
        select(ids(card, "editions")),
        select(billings),
        demands,
        calls,
    )
        .prop_map(move |(edition, billing, demands, calls)| {
            let mut demand = Map::new();
            let mut called = Map::new();
            for ((id, takes_calls), value) in dimensions.iter().zip(demands) {
                // Calls on top of the largest demand would be too many.
                let small = value
                    .as_u64()
                    .is_some_and(|value| value < 1_000_000_000_000 / 2);
                if *takes_calls && !calls.is_empty() && (small || value.is_null()) {
                    let calls = calls.iter().map(|(n, s)| json!({"count": n, "seconds": s}));
                    called.insert(id.clone(), calls.collect());
                }
                if !value.is_null() {
                    demand.insert(id.clone(), value);
                }
            }
            json!({"product": product, "rate_card": id, "edition": edition, "billing": billing,
                   "demand": demand, "calls": called})
        })
        .boxed()
}

fn start() -> impl Strategy<Value = String> {
    let any = 0..365_000_i64;
    // The ends of months, leap years among them.
    let ends = (0..120_i64, -2..3_i64).prop_map(|(months, days)| 31 + months * 30 + days);
    prop_oneof![any, ends].prop_map(|days| {
        Date::parse("2000-01-01")
            .unwrap()
            .plus_days(days)
            .unwrap()
            .to_string()
    })
}

fn months() -> impl Strategy<Value = usize> {
    prop_oneof![3 => 1..=4_usize, 1 => 5..=36_usize]
}

/// A request of so many items, each of one of the cards.
fn request_of(
    cards: &'static [Value],
    items: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Value> {
    (
        start(),
        months(),
        prop::collection::vec(0..cards.len(), items),
    )
        .prop_flat_map(move |(start, months, which)| {
            let items: Vec<_> = which
                .iter()
                .map(|&index| item(&cards[index], months))
                .collect();
            items.prop_map(move |items| {
                json!({"as_of": "2026-11-20", "start": start, "months": months, "items": items})
            })
        })
}

fn request(items: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Value> {
    request_of(&CARDS, items)
}

fn card_of(item: &Value) -> &'static Value {
    CARDS
        .iter()
        .find(|card| card["id"] == item["rate_card"])
        .unwrap()
}

fn with(request: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut changed = request.clone();
    change(&mut changed);
    changed
}

/// The packs that a reply bought, by charge.
fn bought(item: &Value) -> BTreeMap<String, Vec<Bought>> {
    let packs = list(item, "packs").iter().map(|plan| {
        let purchases = list(plan, "purchases").iter().map(|purchase| {
            let number = |key: &str| purchase[key].as_u64().unwrap();
            (number("month") as usize, u128::from(number("quantity")))
        });
        (text(plan, "charge").to_owned(), purchases.collect())
    });
    packs.collect()
}

/// The lines of a reply, as the second reckoning says them.
fn lines(item: &Value) -> Vec<(String, Vec<Entry>)> {
    let entry = |entry: &Value| -> Entry {
        let word = |key: &str| text(entry, key).to_owned();
        let covers = &entry["covers"];
        let quantity = u128::from(entry["quantity"].as_u64().unwrap());
        let to = covers["to"].as_str().map(str::to_owned);
        let from = text(covers, "from").to_owned();
        (
            word("on"),
            quantity,
            word("unit_price"),
            word("amount"),
            from,
            to,
        )
    };
    let lines = list(item, "lines").iter().map(|line| {
        let entries = list(line, "entries").iter().map(entry).collect();
        (text(line, "charge").to_owned(), entries)
    });
    lines.collect()
}

/// Holds an item of a reply against the second reckoning, its packs as they were bought.
fn same_as_reckoned(card: &Value, request: &Value, item: &Value) {
    let asked = &request["items"][0];
    let months = request["months"].as_u64().unwrap() as usize;
    let oracle = Oracle::new(card, asked, text(request, "start"), months);
    let bought = bought(item);
    let reckoned = oracle.lines(&bought);
    assert_eq!(lines(item), reckoned, "{request}");
    let entries = reckoned.iter().flat_map(|(_, entries)| entries);
    let total: Decimal = entries.map(|entry| Decimal::parse(&entry.3)).sum();
    assert_eq!(amount(item, "total"), total, "{request}");
    for charge in list(card, "charges")
        .iter()
        .filter(|charge| charge["model"] == "pack")
    {
        covers_its_need(
            &oracle,
            card,
            charge,
            bought.get(text(charge, "id")),
            request,
        );
    }
}

/// Planned packs are of sizes that are sold, leave nothing that only packs can serve, and are no
/// dearer than pay as you go or each month's smallest sufficient pack by itself.
fn covers_its_need(
    oracle: &Oracle,
    card: &Value,
    charge: &Value,
    bought: Option<&Vec<Bought>>,
    request: &Value,
) {
    let needs = oracle.needs(charge);
    if needs.is_empty() {
        return assert_eq!(bought, None, "{request}");
    }
    let bought = bought.cloned().unwrap_or_default();
    let number = |key: &str| u128::from(charge[key].as_u64().unwrap());
    let (min, step) = (number("min"), number("step"));
    let price = |quantity: u128| {
        let rate = Decimal::parse(oracle.rate(charge, quantity).unwrap());
        &Decimal::new(quantity, 0) * &rate
    };
    assert!(
        bought
            .iter()
            .all(|&(_, q)| q >= min && (q - min) % step == 0),
        "{request}"
    );
    let edition = text(&request["items"][0], "edition");
    let of_edition = |price: &Value| match price {
        Value::Object(each) => each.get(edition).cloned(),
        all => Some(all.clone()),
    };
    let by_block = list(card, "charges").iter().find_map(|other| {
        let same = other["kind"] == "payg" && other["dimension"] == charge["dimension"];
        let price = same.then(|| of_edition(&other["price"])).flatten()?;
        let size = u128::from(other["size"].as_u64().unwrap());
        Some((size, Decimal::parse(price.as_str().unwrap())))
    });
    let blocks = |needs: &[u128]| -> Decimal {
        let (size, price) = by_block.as_ref().unwrap();
        needs
            .iter()
            .map(|need| &Decimal::new(need.div_ceil(*size), 0) * price)
            .sum()
    };
    let left = Oracle::left(charge, &needs, &bought);
    let mut cost: Decimal = bought.iter().map(|&(_, quantity)| price(quantity)).sum();
    if by_block.is_some() {
        cost = &cost + &blocks(&left);
        assert!(cost <= blocks(&needs), "{request}");
    } else {
        assert!(left.iter().all(|&left| left == 0), "{request}");
    }
    let smallest = |need: u128| match need {
        0 => Decimal::new(0, 0),
        need => {
            let tiers = list(charge, "tiers")
                .iter()
                .map(|t| u128::from(t["from"].as_u64().unwrap()));
            let sizes = tiers.chain([need]).filter(|&size| size >= need);
            let sizes = sizes.map(|size| min + size.saturating_sub(min).div_ceil(step) * step);
            sizes
                .map(price)
                .min_by(|a, b| a.partial_cmp(b).unwrap())
                .unwrap()
        }
    };
    assert!(cost <= needs.into_iter().map(smallest).sum(), "{request}");
}

/// A card of every charge model, in two editions and one trial, its figures made up.
fn made_up() -> impl Strategy<Value = Value> {
    let price = || (0..5_000_u64, 0..4_u32).prop_map(|(n, s)| Decimal::new(n, s).to_string());
    let prices = prop::collection::vec(price(), 40);
    let included = || {
        prop_oneof![
            Just(json!(0)),
            (0..50_u64).prop_map(|n| json!(n)),
            Just(json!("unlimited"))
        ]
    };
    let includes = prop::collection::vec(included(), 12);
    let tiers = prop::collection::vec(prop::collection::vec(1..40_u64, 0..4), 2);
    let kinds = prop::collection::vec(select(vec!["prepaid", "payg"]), 8);
    let months = select(vec!["calendar-month", "30-day"]);
    let size = prop_oneof![Just(1_u64), 2..30_u64, Just(1_000)];
    let held = prop::collection::vec(prop_oneof![Just(0_u64), 1..9_u64], 4);
    let currency = select(vec!["EUR", "JPY", "KWD", "CLF"]);
    let days = (1..40_u32, currency);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), days);
    (prices, includes, tiers, kinds, months, size, held, flags).prop_map(
        |(prices, includes, tiers, kinds, months, size, held, (carries, daily, whole, days))| {
            let (days, currency) = days;
            let en = |text: &str| json!({ "en": text });
            let unit = json!({"en": {"one": "unit", "other": "units"}});
            let mut prices = prices.into_iter();
            let mut price = || prices.next().unwrap();
            let mut includes = includes.into_iter();
            let mut included = || {
                let each = [includes.next(), includes.next()].map(Option::unwrap);
                json!({"small": each[0], "large": each[1], "taste": each[0]})
            };
            let dimension = |id: &str, more: Value| {
                let mut made = json!({"id": id, "label": en(id), "unit": unit, "source": "list"});
                made.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                made
            };
            let dimensions = [
                dimension("teams", json!({"default": 1, "max": 1_000_000})),
                dimension("desks", json!({"allowance_per": "package", "allowance":
                    {"small": held[0], "large": held[1], "taste": held[0]}})),
                dimension("phones", json!({"allowance_per": "package", "allowance":
                    {"small": held[2], "large": held[3], "taste": held[2]}})),
                dimension("lines", json!({"each": "teams", "max": 1_000_000, "allowance": included()})),
                dimension("alerts", json!({"allowance": included()})),
                dimension("parcels", json!({"allowance": included()})),
                dimension("letters", json!({"allowance": included(), "calls": true})),
                dimension("photos", json!({"allowance": included()})),
            ];
            let mut each = || json!({"small": price(), "large": price(), "taste": "1.5"});
            let mut tiered = |widths: &[u64]| {
                let mut from = 0;
                let mut tiers = Vec::new();
                for width in widths {
                    tiers.push(json!({"from": from, "to": from + width, "price": each()}));
                    from += width;
                }
                tiers.push(json!({"from": from, "price": each()}));
                tiers
            };
            let (graduated, volume) = (tiered(&tiers[0]), tiered(&tiers[1]));
            let mut charges = Vec::new();
            let mut charge = |id: &str, kind: &str, model: &str, more: Value| {
                let mut made = json!({"id": id, "label": en(id), "kind": kind, "model": model, "source": "list"});
                made.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                charges.push(made);
            };
            let every = if daily { "day" } else { "month" };
            charge("base", kinds[0], "flat", json!({"price": each(), "annual_price": each()}));
            charge("package", "prepaid", "bundle", json!({"price": each(), "annual_price": each()}));
            charge("desks", "prepaid", "per-unit",
                json!({"dimension": "desks", "price": each(), "annual_price": each()}));
            charge("phones", "prepaid", "per-unit",
                json!({"dimension": "phones", "price": each(), "annual_price": each()}));
            charge("lines", kinds[3], "per-unit", json!({"dimension": "lines", "price": each()}));
            charge("alerts", "payg", "per-unit",
                json!({"dimension": "alerts", "price": each(), "every": every}));
            charge("parcels", kinds[5], "block",
                json!({"dimension": "parcels", "price": each(), "size": size, "carries": carries}));
            charge("letters", kinds[6], "graduated", json!({"dimension": "letters", "tiers": graduated}));
            charge("photos", kinds[7], "volume", json!({"dimension": "photos", "tiers": volume}));
            let whole = if whole { vec!["letters"] } else { Vec::new() };
            let trial = json!({"length": {"days": days}, "basic": "base", "sells": ["letters", "desks", "package"],
                "beside": ["alerts", "parcels"], "whole": whole, "instead": "small"});
            let edition = |id: &str| json!({"id": id, "label": en(id), "source": "list"});
            let taste = with(&edition("taste"), |edition| edition["trial"] = trial);
            json!({"id": "ours/2026-01-01", "product": "ours", "label": en("Ours"),
                "effective": "2026-01-01", "currency": currency, "months": months,
                "billing": ["monthly", "annual"], "source": "list",
                "sources": {"list": {"document": "Our prices", "section": "All"}},
                "editions": [edition("small"), edition("large"), taste],
                "dimensions": dimensions, "charges": charges})
        },
    )
}

/// A made-up card, as the interface says it, with a request about it.
fn made_up_request() -> impl Strategy<Value = (Value, Value)> {
    (made_up(), start(), months()).prop_flat_map(|(card, start, months)| {
        let said = ask(&knowing(&card), Command::Card, &json!({"id": card["id"]}));
        let card: Value = serde_json::from_str(&said).unwrap();
        item(&card, months).prop_map(move |item| {
            let request = json!({"start": start, "months": months, "items": [item]});
            (card.clone(), request)
        })
    })
}

proptest! {
    #![proptest_config(support::cases(1_000))]

    #[test]
    fn the_lines_are_those_of_a_second_reckoning(request in request(1..=1)) {
        let item = &reply("estimate", &request)["items"][0];
        same_as_reckoned(card_of(&request["items"][0]), &request, item);
    }

    #[test]
    fn so_are_those_of_made_up_cards_of_every_model((card, request) in made_up_request()) {
        let item = item_of(&knowing(&card), &request);
        same_as_reckoned(&card, &request, &item);
    }
}

/// The project's catalog with every card read again from what the `card` reply says.
static READ_AGAIN: LazyLock<Catalog> = LazyLock::new(|| {
    let mut catalog = ratecard::catalog();
    for card in CARDS.iter() {
        let document = ratecard::value::from_json(&card.to_string()).unwrap();
        catalog.add(&document).unwrap();
    }
    catalog
});

/// The project's cards with a charge of packs that are planned.
static WITH_PACKS: LazyLock<Vec<Value>> = LazyLock::new(|| having("charges", "model", "pack"));

/// The project's cards with packs of any kind.
static WITH_ANY_PACKS: LazyLock<Vec<Value>> =
    LazyLock::new(|| [having("charges", "carries", true), WITH_PACKS.clone()].concat());

/// The project's cards that count something.
static WITH_DIMENSIONS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let counts = |card: &&Value| !list(card, "dimensions").is_empty();
    CARDS.iter().filter(counts).cloned().collect()
});

/// The project's cards that take calls for minutes.
static WITH_CALLS: LazyLock<Vec<Value>> = LazyLock::new(|| having("dimensions", "calls", true));

fn having(parts: &str, key: &str, value: impl Into<Value>) -> Vec<Value> {
    let value = value.into();
    let has = |card: &&Value| list(card, parts).iter().any(|part| part[key] == value);
    let cards: Vec<Value> = CARDS.iter().filter(has).cloned().collect();
    assert!(!cards.is_empty(), "no card has {key} {value}");
    cards
}

/// Raises one demand of the first item: the steady one, or that of a month.
fn raised(card: &Value, request: &Value, which: Index, more: u64) -> (String, Value) {
    let months = request["months"].as_u64().unwrap() as usize;
    let dimensions = list(card, "dimensions");
    let dimension = &dimensions[which.index(dimensions.len())];
    let id = text(dimension, "id");
    let most = match (
        is_bundled(card, dimension),
        dimension["max"].as_u64().unwrap(),
    ) {
        (true, _) => 600,
        (false, max) => max / 36,
    };
    let raise = |demand: &Value| {
        let demand = demand.as_u64().unwrap();
        json!((demand + more).min(most).max(demand))
    };
    let changed = with(request, |request| {
        // Calls beside the demand would count twice towards the largest that may be asked for.
        request["items"][0]["calls"] = json!({});
        let demand = &mut request["items"][0]["demand"][id];
        *demand = match &mut *demand {
            Value::Null => raise(&dimension["default"]),
            Value::Array(series) => {
                let month = which.index(months);
                series[month] = raise(&series[month]);
                json!(series)
            }
            steady => raise(steady),
        };
    });
    (id.to_owned(), changed)
}

fn calm(request: &Value) -> Value {
    with(request, |request| request["items"][0]["calls"] = json!({}))
}

/// The request's packs, as an answer planned them.
fn with_bought(request: &Value, purchases: &BTreeMap<String, Vec<Bought>>) -> Value {
    let buy: Map<String, Value> = purchases
        .iter()
        .map(|(charge, packs)| {
            let packs = packs
                .iter()
                .map(|(m, q)| json!({"month": m, "quantity": *q as u64}));
            (charge.clone(), packs.collect())
        })
        .collect();
    with(request, |request| {
        request["items"][0]["buy"] = Value::Object(buy)
    })
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn parts_add_up(request in request(1..=3)) {
        let months = request["months"].as_u64().unwrap();
        let reply = reply("estimate", &request);
        let zero = || Decimal::new(0, 0);
        let mut totals: BTreeMap<&str, Decimal> = BTreeMap::new();
        let mut by_day: BTreeMap<(&str, &str), Decimal> = BTreeMap::new();
        for item in list(&reply, "items") {
            let currency = text(item, "currency");
            let mut total = zero();
            for line in list(item, "lines") {
                let mut sum = zero();
                for entry in list(line, "entries") {
                    let entry_amount = amount(entry, "amount");
                    prop_assert!(entry_amount >= zero());
                    sum = &sum + &entry_amount;
                    let day = by_day.entry((text(entry, "on"), currency)).or_insert(zero());
                    *day = &*day + &entry_amount;
                }
                prop_assert_eq!(&sum, &amount(line, "amount"));
                total = &total + &sum;
            }
            prop_assert_eq!(&total, &amount(item, "total"));
            prop_assert_eq!(total.divided_for(currency, months), amount(item, "per_month"));
            let sum = totals.entry(currency).or_insert(zero());
            *sum = &*sum + &total;
        }
        let paid = list(&reply, "schedule").iter();
        let paid: Vec<_> = paid
            .map(|p| ((text(p, "on"), text(p, "currency")), amount(p, "amount")))
            .collect();
        prop_assert_eq!(paid, by_day.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(reply["totals"].as_object().unwrap().len(), totals.len());
        prop_assert_eq!(reply["per_month"].as_object().unwrap().len(), totals.len());
        for (currency, sum) in totals {
            prop_assert_eq!(&amount(&reply["totals"], currency), &sum);
            prop_assert_eq!(amount(&reply["per_month"], currency), sum.divided_for(currency, months));
        }
    }

    // True of a flat price, units, blocks (carried ones, too), graduated tiers, the cheapest number
    // of packages and the cheapest packs: what serves more serves less, and what is left over costs
    // nothing to leave. No card of the project has tiers by volume, of which it is not true.
    // Where the units of a charge bring an allowance along, it also takes that a unit costs no less
    // than the allowance saves, as in these cards.
    #[test]
    fn more_demand_never_costs_less(request in request_of(&WITH_DIMENSIONS, 1..=1), which in any::<Index>(), more in 1..200_000_u64) {
        let (_, more) = raised(card_of(&request["items"][0]), &request, which, more);
        let cost = |request: &Value| amount(&reply("estimate", request)["items"][0], "total");
        prop_assert!(cost(&more) >= cost(&calm(&request)), "{}", more);
    }

    // Of tiers by volume it is true only where the rate does not fall: a larger quantity that costs
    // less has a lower rate.
    #[test]
    fn more_demand_costs_less_only_at_a_lower_rate_by_volume(
        (card, request) in made_up_request(), which in any::<Index>(), more in 1..60_u64,
    ) {
        let catalog = knowing(&card);
        let (dimension, more) = raised(&card, &request, which, more);
        let (less, more) = (item_of(&catalog, &calm(&request)), item_of(&catalog, &more));
        let by_volume = |line: &&Value| {
            let mut charges = list(&card, "charges").iter();
            charges.any(|c| c["id"] == line["charge"] && c["model"] == "volume")
        };
        let counts_alone = |charge: &Value| {
            let mut charges = list(&card, "charges").iter();
            let charge = charges.find(|c| c["id"] == *charge).expect("a charge of the card");
            let mut dimensions = list(&card, "dimensions").iter();
            let counted = dimensions.find(|d| d["id"] == charge["dimension"]);
            let counted = counted.expect("a dimension of the card");
            counted.get("allowance_per").is_none() && counted.get("each").is_none()
        };
        let others = |item: &Value| -> Decimal {
            let lines = list(item, "lines").iter().filter(|line| !by_volume(line));
            lines.map(|line| amount(line, "amount")).sum()
        };
        prop_assert!(others(&more) >= others(&less), "{} {}", card, dimension);
        let entries = |item: &Value| -> Vec<(Value, Value)> {
            let lines = list(item, "lines").iter().filter(by_volume);
            let of = |line: &Value| {
                let charge = line["charge"].clone();
                let entries = list(line, "entries").to_vec();
                entries.into_iter().map(move |entry| (charge.clone(), entry))
            };
            lines.flat_map(of).collect()
        };
        for (charge, before) in entries(&less) {
            // What one package holds, or an application has, may cover more of it than before.
            if !counts_alone(&charge) {
                continue;
            }
            let same = |(of, after): &(Value, Value)| {
                *of == charge && after["on"] == before["on"] && after["covers"] == before["covers"]
            };
            let mut there = entries(&more).into_iter().filter(same);
            let (_, after) = there.next().expect("what was charged is charged still");
            // Two months of 30 days may begin in one calendar month: there is no telling them apart.
            if there.next().is_some() {
                continue;
            }
            let cheaper = amount(&after, "amount") < amount(&before, "amount");
            let lower = amount(&after, "unit_price") < amount(&before, "unit_price");
            prop_assert!(lower || !cheaper);
        }
    }

    #[test]
    fn items_are_independent_and_in_any_order(request in request(2..=4), turn in any::<Index>()) {
        let together = reply("estimate", &request);
        for (index, item) in list(&request, "items").iter().enumerate() {
            let alone = with(&request, |request| request["items"] = json!([item]));
            prop_assert_eq!(&reply("estimate", &alone)["items"][0], &together["items"][index]);
        }
        let count = list(&request, "items").len();
        let by = turn.index(count);
        let turned = with(&request, |request| request["items"].as_array_mut().unwrap().rotate_left(by));
        let turned = reply("estimate", &turned);
        for key in ["per_month", "schedule", "totals"] {
            prop_assert_eq!(&turned[key], &together[key]);
        }
        for index in 0..count {
            prop_assert_eq!(&turned["items"][index], &together["items"][(index + by) % count]);
        }
    }

    #[test]
    fn compare_says_what_estimate_says_of_each_edition(request in request(1..=1)) {
        let compared = with(&request, |request| {
            request["items"][0].as_object_mut().unwrap().shift_remove("edition");
        });
        let comparison = reply("compare", &compared);
        let editions = ids(card_of(&request["items"][0]), "editions");
        prop_assert_eq!(list(&comparison, "editions").len(), editions.len());
        let mut cheapest: Option<(Decimal, String)> = None;
        for (edition, row) in editions.into_iter().zip(list(&comparison, "editions")) {
            let alone = with(&request, |request| request["items"][0]["edition"] = json!(edition));
            prop_assert_eq!(&reply("estimate", &alone)["items"][0], row);
            let total = amount(row, "total");
            if row["fits"] == true && cheapest.as_ref().is_none_or(|(least, _)| total < *least) {
                cheapest = Some((total, edition));
            }
        }
        let cheapest = cheapest.map_or(Value::Null, |(_, edition)| json!(edition));
        prop_assert_eq!(&comparison["cheapest"], &cheapest);
    }

    #[test]
    fn a_card_written_and_read_again_says_the_same(request in request(1..=2)) {
        let says = |catalog, command, request| ask(catalog, command, request);
        prop_assert_eq!(
            says(&READ_AGAIN, Command::Estimate, &request),
            says(&support::CATALOG, Command::Estimate, &request)
        );
        let one = with(&request, |request| {
            let items = request["items"].as_array_mut().unwrap();
            items.truncate(1);
            items[0].as_object_mut().unwrap().shift_remove("edition");
        });
        prop_assert_eq!(
            says(&READ_AGAIN, Command::Compare, &one),
            says(&support::CATALOG, Command::Compare, &one)
        );
    }

    #[test]
    fn what_is_not_said_is_the_default(request in request(1..=2)) {
        let today = support::today().to_string();
        let said = with(&request, |request| {
            request["as_of"] = json!(today);
            request["start"] = json!(today);
            request["months"] = json!(1);
            for item in request["items"].as_array_mut().unwrap() {
                item["billing"] = card_of(item)["billing"][0].clone();
                item["requires"] = json!([]);
                item["buy"] = json!({});
                for dimension in list(card_of(item), "dimensions") {
                    let demand = &mut item["demand"][text(dimension, "id")];
                    if !demand.is_u64() {
                        *demand = dimension["default"].clone();
                    }
                }
            }
        });
        let short = with(&said, |request| {
            for key in ["as_of", "start", "months"] {
                request.as_object_mut().unwrap().shift_remove(key);
            }
            for item in request["items"].as_array_mut().unwrap() {
                let card = card_of(item);
                let item = item.as_object_mut().unwrap();
                for key in ["billing", "requires", "buy"] {
                    item.shift_remove(key);
                }
                let demand = item["demand"].as_object_mut().unwrap();
                demand.retain(|id, demand| {
                    let mut dimensions = list(card, "dimensions").iter();
                    !dimensions.any(|d| d["id"] == **id && d["default"] == *demand)
                });
            }
        });
        let says = |request: &Value| ask(&support::CATALOG, Command::Estimate, request);
        prop_assert_eq!(says(&said), says(&short));
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written(request in request(1..=1)) {
        let mut quantities = Vec::new();
        let marked = with(&request, |request| {
            let demands = request["items"][0]["demand"].as_object_mut().unwrap().values_mut();
            for demand in demands.flat_map(|demand| match demand {
                Value::Array(series) => series.iter_mut().collect(),
                steady => vec![steady],
            }) {
                let quantity = demand.as_u64().unwrap();
                *demand = json!(format!("@{quantity}"));
                quantities.push(quantity);
            }
        });
        let written = |write: &dyn Fn(u64) -> String| {
            let texts = quantities.iter();
            let text = texts.fold(marked.to_string(), |text, &quantity| {
                text.replace(&format!("\"@{quantity}\""), &write(quantity))
            });
            support::ask_text("estimate", &text)
        };
        let plain = written(&|quantity| quantity.to_string());
        prop_assert!(plain.is_ok());
        prop_assert_eq!(&written(&|quantity| format!("{quantity}.0")), &plain);
        prop_assert_eq!(&written(&|quantity| format!("{quantity}e0")), &plain);
        prop_assert_eq!(&written(&|quantity| format!("{}E-3", u128::from(quantity) * 1_000)), &plain);
        let shortest = |quantity: u64| {
            let digits = quantity.to_string();
            let short = digits.trim_end_matches('0');
            if short.is_empty() { digits } else { format!("{short}e+{}", digits.len() - short.len()) }
        };
        prop_assert_eq!(&written(&shortest), &plain);
    }

    #[test]
    fn a_steady_demand_is_a_series_of_equal_months(request in request(1..=2)) {
        let months = request["months"].as_u64().unwrap() as usize;
        let series = with(&request, |request| {
            for item in request["items"].as_array_mut().unwrap() {
                let demands = item["demand"].as_object_mut().unwrap().values_mut();
                for demand in demands.filter(|demand| demand.is_u64()) {
                    *demand = json!(vec![demand.clone(); months]);
                }
            }
        });
        prop_assert_eq!(reply("estimate", &request), reply("estimate", &series));
    }

    #[test]
    fn calls_are_their_minutes_each_rounded_up(
        request in request_of(&WITH_CALLS, 1..=1),
        calls in prop::collection::vec((0..5_000_u64, 0..500_u64), 1..4),
    ) {
        let given: Value = calls.iter().map(|(n, s)| json!({"count": n, "seconds": s})).collect();
        let minutes: u64 = calls.iter().map(|(count, seconds)| count * seconds.div_ceil(60)).sum();
        let card = card_of(&request["items"][0]);
        let taking: Vec<&Value> = list(card, "dimensions").iter().filter(|d| d["calls"] == true).collect();
        let [mut by_calls, mut by_minutes] = [calm(&request), calm(&request)];
        for dimension in taking {
            let id = text(dimension, "id");
            by_calls["items"][0]["calls"][id] = given.clone();
            let base = &mut by_calls["items"][0]["demand"][id];
            let small = |demand: &Value| demand.as_u64().unwrap() % 1_000_000;
            *base = match &*base {
                Value::Null => dimension["default"].clone(),
                Value::Array(series) => series.iter().map(small).collect(),
                steady => json!(small(steady)),
            };
            by_minutes["items"][0]["demand"][id] = match base {
                Value::Array(series) => series.iter().map(|d| json!(d.as_u64().unwrap() + minutes)).collect(),
                steady => json!(steady.as_u64().unwrap() + minutes),
            };
        }
        prop_assert_eq!(reply("estimate", &by_calls), reply("estimate", &by_minutes));
    }

    #[test]
    fn the_planned_packs_given_cost_the_same(request in request_of(&WITH_ANY_PACKS, 1..=1)) {
        let planned = &reply("estimate", &request)["items"][0];
        let given = &reply("estimate", &with_bought(&request, &bought(planned)))["items"][0];
        for key in ["total", "lines", "packs", "fits", "problems"] {
            prop_assert_eq!(&given[key], &planned[key], "{}", key);
        }
    }

    #[test]
    fn no_other_packs_that_suffice_cost_less(
        request in request_of(&WITH_PACKS, 1..=1),
        tries in prop::collection::vec((any::<Index>(), any::<Index>(), 0..40_u64, 0..100_u64), 0..6),
        more in prop::collection::vec(0..20_u64, 36),
    ) {
        let planned = &reply("estimate", &request)["items"][0];
        let card = card_of(&request["items"][0]);
        let sold: Vec<&Value> = list(card, "charges").iter().filter(|c| c["model"] == "pack").collect();
        let months = request["months"].as_u64().unwrap() as usize;
        let size = |charge: &Value, least: u128, steps: u128| {
            let number = |key: &str| u128::from(charge[key].as_u64().unwrap());
            let (min, step) = (number("min"), number("step"));
            min + (least.saturating_sub(min).div_ceil(step) + steps) * step
        };
        // Some packs, about as large as the need or so many steps above the smallest.
        let mut bought: BTreeMap<String, Vec<Bought>> =
            sold.iter().map(|charge| (text(charge, "id").to_owned(), Vec::new())).collect();
        let oracle = Oracle::new(card, &request["items"][0], text(&request, "start"), months);
        for (which, month, steps, share) in tries {
            let charge = sold[which.index(sold.len())];
            let need: u128 = oracle.needs(charge).iter().sum();
            let need = need.min(900_000_000_000) * u128::from(share) / 100;
            let pack = (month.index(months), size(charge, need, u128::from(steps)));
            bought.get_mut(text(charge, "id")).unwrap().push(pack);
        }
        // What they leave is bought in its month.
        let some = &reply("estimate", &with_bought(&request, &bought))["items"][0];
        for problem in list(some, "problems").iter().filter(|p| p["code"] == "shortfall") {
            let charge = sold.iter().find(|c| c["dimension"] == problem["dimension"]).unwrap();
            let month = problem["month"].as_u64().unwrap() as usize;
            let short = u128::from(problem["quantity"].as_u64().unwrap());
            let steps = if short > 900_000_000_000 { 0 } else { more[month] };
            let pack = (month, size(charge, short, u128::from(steps)));
            bought.get_mut(text(charge, "id")).unwrap().push(pack);
        }
        let enough = &reply("estimate", &with_bought(&request, &bought))["items"][0];
        prop_assert!(list(enough, "problems").iter().all(|p| p["code"] != "shortfall"));
        prop_assert!(amount(enough, "total") >= amount(planned, "total"));
    }
}

#[test]
fn a_card_written_and_read_again_is_the_same_card() {
    for card in CARDS.iter() {
        let request = json!({"id": card["id"]});
        let says = |catalog| ask(catalog, Command::Card, &request);
        assert_eq!(says(&READ_AGAIN), says(&support::CATALOG));
    }
    let says = |catalog| ask(catalog, Command::Cards, &json!({}));
    assert_eq!(says(&READ_AGAIN), says(&support::CATALOG));
}

#[test]
fn the_day_picks_the_last_card_that_has_come_into_force() {
    let dates = CARDS.iter().filter_map(|card| card["effective"].as_str());
    let dates: Vec<Date> = dates.map(|day| Date::parse(day).unwrap()).collect();
    assert!(!dates.is_empty());
    for date in dates {
        for on in (-20..=20_i64).map(|days| date.plus_days(days).unwrap().to_string()) {
            for card in CARDS.iter() {
                let product = &card["product"];
                let of_product = CARDS.iter().filter(|other| other["product"] == *product);
                let begun = of_product.filter(|card| {
                    card["effective"]
                        .as_str()
                        .is_none_or(|effective| effective <= on.as_str())
                });
                let in_force = begun.max_by_key(|card| card["effective"].as_str());
                // The editions are not the same in every card; a comparison names none.
                let request = json!({"as_of": on, "items": [{"product": product}]});
                match (support::ask("compare", &request), in_force) {
                    (Ok(reply), Some(card)) => {
                        let rows = list(&reply, "editions");
                        assert!(
                            rows.iter().all(|row| row["rate_card"] == card["id"]),
                            "{request}"
                        );
                    }
                    (Err(error), None) => {
                        assert_eq!(error["error"]["code"], "no_rate_card", "{request}");
                        assert_eq!(error["error"]["path"], "as_of", "{request}");
                    }
                    (answer, _) => panic!("{request}: {answer:?}"),
                }
            }
        }
    }
}
