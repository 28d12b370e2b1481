//! Every finding is true: both of its alternatives are priced through the interface.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::support::decimal::Decimal;
use crate::support::{self, list, text};
use proptest::prelude::*;
use ratecard::api::{Command, answer};
use ratecard::card::{Card, Catalog, Limit, Model, Pack};
use ratecard::value::from_json;
use serde_json::{Value, json};

/// The project's rate cards, and two whose editions overtake each other.
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let each = |small: &str, large: &str| json!({"small": small, "large": large});
    let dimension = |id: &str, allowance: Value| {
        json!({"id": id, "label": {"en": id}, "unit": {"en": {"other": id}},
               "allowance": allowance, "source": "list"})
    };
    let meter = json!({
        "id": "meter/2026-01-01", "product": "meter", "label": {"en": "Meter"},
        "effective": "2026-01-01", "currency": "EUR", "months": "calendar-month",
        "billing": ["monthly"], "source": "list",
        "sources": {"list": {"document": "List", "section": "Prices", "updated": "2026-01-01"}},
        "editions": [
            {"id": "small", "label": {"en": "Small"}, "source": "list"},
            {"id": "large", "label": {"en": "Large"}, "source": "list"},
        ],
        "dimensions": [
            dimension("units", json!({"small": 100, "large": 1000})),
            dimension("parcels", json!(0)),
            dimension("letters", json!(0)),
        ],
        "charges": [
            {"id": "base", "label": {"en": "Base"}, "kind": "prepaid", "model": "flat",
             "price": each("10", "40"), "source": "list"},
            {"id": "more", "label": {"en": "More"}, "kind": "payg", "model": "per-unit",
             "dimension": "units", "price": each("0.05", "0.02"), "source": "list"},
            {"id": "post", "label": {"en": "Post"}, "kind": "payg", "model": "block",
             "dimension": "parcels", "size": 10, "price": each("3", "2"), "source": "list"},
            {"id": "bulk", "label": {"en": "Bulk"}, "kind": "payg", "model": "volume",
             "dimension": "letters", "source": "list",
             "tiers": [{"from": 0, "to": 100, "price": each("0.1", "0.1")},
                       {"from": 100, "price": each("0.05", "0.05")}]},
        ],
    });
    let mut copier = meter.clone();
    copier["id"] = json!("copier/2026-01-01");
    copier["product"] = json!("copier");
    copier["dimensions"] = json!([
        dimension("sheets", json!(0)),
        dimension("staples", json!(0))
    ]);
    copier["charges"] = json!([
        {"id": "base", "label": {"en": "Base"}, "kind": "prepaid", "model": "flat",
         "price": each("0", "60"), "source": "list"},
        {"id": "sheets", "label": {"en": "Sheets"}, "kind": "payg", "model": "volume",
         "dimension": "sheets", "source": "list",
         "tiers": [{"from": 0, "to": 100, "price": each("1", "0")},
                   {"from": 100, "price": each("0.5", "0")}]},
        {"id": "staples", "label": {"en": "Staples"}, "kind": "payg", "model": "per-unit",
         "dimension": "staples", "price": each("0.03", "0.01"), "source": "list"},
    ]);
    let mut catalog = ratecard::catalog();
    for card in [meter, copier] {
        let added = catalog.add(&from_json(&card.to_string()).unwrap());
        added.unwrap();
    }
    catalog
});

/// An item, priced for some months.
#[derive(Clone, Debug)]
struct Case {
    months: usize,
    item: Value,
}

impl Case {
    fn new(months: usize, item: Value) -> Self {
        Self { months, item }
    }

    fn try_price(&self) -> Option<Value> {
        let request = json!({"as_of": "2026-11-20", "start": "2026-12-01",
                             "months": self.months, "items": [self.item]});
        let reply = answer(
            &CATALOG,
            Command::Estimate,
            &request.to_string(),
            support::today(),
        );
        let reply: Value = serde_json::from_str(&reply.ok()?).unwrap();
        Some(reply["items"][0].clone())
    }

    fn price(&self) -> Value {
        self.try_price()
            .unwrap_or_else(|| panic!("{self:?} has no price"))
    }

    fn total(&self) -> Decimal {
        amount(&self.price(), "total")
    }

    fn with(&self, key: &str, value: Value) -> Self {
        let mut case = self.clone();
        case.item[key] = value;
        case
    }

    fn with_demand(&self, dimension: &str, demand: Value) -> Self {
        let mut case = self.clone();
        case.item["demand"][dimension] = demand;
        case
    }

    fn with_buy(&self, charge: &str, packs: Option<Value>) -> Self {
        let mut case = self.clone();
        match packs {
            None => {
                if let Some(buy) = case.item["buy"].as_object_mut() {
                    buy.remove(charge);
                }
            }
            Some(packs) => case.item["buy"][charge] = packs,
        }
        case
    }

    fn card(&self) -> std::sync::Arc<Card> {
        let product = text(&self.item, "product");
        match self.item.get("rate_card") {
            Some(id) => CATALOG.card(id.as_str().unwrap()).unwrap(),
            None => CATALOG.in_force(product, support::today()).unwrap(),
        }
    }

    /// So many units more of a dimension in a month, counted from 1.
    fn with_more(&self, dimension: &str, units: u64, month: u64) -> Self {
        let default = self.card().dimension(dimension).unwrap().default;
        let given = &self.item["demand"][dimension];
        let mut demand: Vec<u64> = (0..self.months)
            .map(|index| match given {
                Value::Array(months) => months[index].as_u64().unwrap(),
                Value::Null => default,
                given => given.as_u64().unwrap(),
            })
            .collect();
        let most = *demand.iter().max().unwrap();
        let demand = {
            let of_month = &mut demand[month as usize - 1];
            assert_eq!(*of_month, most, "{self:?}: not the largest demand");
            *of_month += units;
            demand
        };
        self.with_demand(dimension, json!(demand))
    }

    /// The findings of a code.
    fn advice(&self, code: &str) -> Vec<Value> {
        let price = self.price();
        let findings = list(&price, "advice").iter();
        let of_code = findings.filter(|finding| finding["code"] == code);
        of_code.map(|finding| finding["args"].clone()).collect()
    }
}

fn amount(value: &Value, key: &str) -> Decimal {
    Decimal::parse(text(value, key))
}

fn sum(one: &Decimal, other: &Decimal) -> Decimal {
    one + other
}

fn problems(item: &Value) -> BTreeSet<&str> {
    let subject = |problem: &Value| -> &'static str {
        let subject = problem.get("dimension").or_else(|| problem.get("feature"));
        String::leak(subject.unwrap().as_str().unwrap().to_owned())
    };
    list(item, "problems").iter().map(subject).collect()
}

/// The codes in the order in which they are documented.
const ORDER: [&str; 10] = [
    "larger-pack",
    "more-packages",
    "cheaper-edition",
    "ruled-out",
    "packs-never-pay",
    "break-even-packs",
    "next-unit",
    "next-unit-free",
    "next-unit-less",
    "break-even-edition",
];

/// Prices the alternatives of every finding again; the codes that were found.
fn prove(case: &Case) -> Vec<String> {
    let item = case.price();
    let mut codes = Vec::new();
    let mut said = BTreeSet::new();
    for finding in list(&item, "advice") {
        let code = text(finding, "code");
        let args = &finding["args"];
        assert!(said.insert(finding.to_string()), "twice: {finding}");
        assert!(!text(finding, "message").contains(['{', '[']), "{finding}");
        let said = format!("{case:?} says {finding}");
        match code {
            "larger-pack" => larger_pack(case, &item, args, &said),
            "more-packages" => more_packages(case, args, &said),
            "cheaper-edition" => {
                let other = case.with("edition", args["edition"].clone()).price();
                assert_eq!(other["fits"], true, "{said}");
                assert_eq!(other["total"], args["total"], "{said}");
                saves(
                    &amount(&item, "total"),
                    &amount(&other, "total"),
                    args,
                    &said,
                );
            }
            "ruled-out" => {
                let other = case.with("edition", args["edition"].clone()).price();
                assert_eq!(other["total"], args["total"], "{said}");
                saves(
                    &amount(&item, "total"),
                    &amount(&other, "total"),
                    args,
                    &said,
                );
                let lists = [&args["limits"], &args["features"]];
                let named = lists
                    .iter()
                    .flat_map(|list| list.as_array().into_iter().flatten());
                let named: BTreeSet<&str> = named.map(|id| id.as_str().unwrap()).collect();
                let (lacking, own) = (problems(&other), problems(&item));
                assert!(!named.is_empty(), "{said}");
                assert_eq!(named, &lacking - &own, "{said}");
            }
            "packs-never-pay" => packs_never_pay(case, &item, args, &said),
            "break-even-packs" => break_even_packs(case, args, &said),
            "next-unit" | "next-unit-less" | "next-unit-free" => {
                let month = args["month"].as_u64().unwrap_or(1);
                let more = |units| case.with_more(text(args, "dimension"), units, month);
                let total = amount(&item, "total");
                match code {
                    "next-unit" => {
                        let price = amount(args, "price");
                        assert_eq!(more(1).total(), sum(&total, &price), "{said}");
                    }
                    "next-unit-less" => saves(&total, &more(1).total(), args, &said),
                    _ => {
                        let free = args["units"].as_u64().unwrap();
                        assert!(free > 0, "{said}");
                        assert_eq!(more(free).total(), total, "{said}");
                        let beyond = more(free + 1).try_price();
                        let changes = beyond.is_none_or(|beyond| {
                            amount(&beyond, "total") != total
                                || problems(&beyond) != problems(&item)
                        });
                        assert!(changes, "{said}");
                    }
                }
            }
            "break-even-edition" => break_even_edition(case, args, &said),
            code => panic!("{code} is not documented"),
        }
        codes.push(code.to_owned());
    }
    let place = |code: &String| {
        // The three of the next unit stand together, in the order of the dimensions.
        let place = ORDER.iter().position(|known| known == code).unwrap();
        if (6..9).contains(&place) { 6 } else { place }
    };
    assert!(codes.iter().map(place).is_sorted(), "{case:?}: {codes:?}");
    codes
}

fn saves(dearer: &Decimal, cheaper: &Decimal, args: &Value, said: &str) {
    let saves = amount(args, "saves");
    assert!(saves > Decimal::new(0, 0), "{said}");
    assert_eq!(*dearer, sum(cheaper, &saves), "{said}");
}

fn larger_pack(case: &Case, item: &Value, args: &Value, said: &str) {
    let (quantity, instead) = (
        args["quantity"].as_u64().unwrap(),
        args["instead"].as_u64().unwrap(),
    );
    assert!(quantity > instead, "{said}");
    let dimension = text(args, "dimension");
    let card = case.card();
    let is_of = |id: &str| {
        card.charge(id)
            .unwrap()
            .model
            .dimension()
            .is_some_and(|d| &**d == dimension)
    };
    let plans = list(item, "packs").iter();
    let plan = plans
        .clone()
        .find(|plan| is_of(text(plan, "charge")))
        .unwrap();
    let bought = list(plan, "purchases");
    let swap = |from: u64, to: u64, enough: &dyn Fn(u64) -> bool| {
        let at = bought
            .iter()
            .position(|lot| lot["quantity"] == from && enough(lot["used"].as_u64().unwrap()))?;
        let packs = bought.iter().enumerate().map(|(index, lot)| {
            let quantity = if index == at {
                json!(to)
            } else {
                lot["quantity"].clone()
            };
            json!({"month": lot["month"], "quantity": quantity})
        });
        Some(
            case.with_buy(text(plan, "charge"), Some(packs.collect()))
                .price(),
        )
    };
    let total = amount(item, "total");
    if let Some(smaller) = swap(quantity, instead, &|used| used <= instead) {
        saves(&amount(&smaller, "total"), &total, args, said);
        assert_eq!(problems(&smaller), problems(item), "{said}");
    } else {
        let larger = swap(instead, quantity, &|_| true).unwrap();
        let least = sum(&amount(&larger, "total"), &amount(args, "saves"));
        assert!(total >= least, "{said}");
    }
}

/// Packages and add-ons added up from the card, for the smallest number and for the one chosen.
fn more_packages(case: &Case, args: &Value, said: &str) {
    let card = case.card();
    let edition = text(&case.item, "edition");
    let annual = case.item["billing"] == "annual";
    let package = card.charge(text(args, "charge")).unwrap();
    let price = |model: &Model| {
        let price = match model.annual_price() {
            Some(price) if annual => Some(price),
            _ => model.price(),
        };
        let price = price.and_then(|price| price.get(edition));
        price.map(|price| Decimal::parse(&price.to_string()))
    };
    let cost = |count: u64, months: &[usize]| {
        let mut cost = &Decimal::new(count, 0) * &price(&package.model).unwrap();
        for dimension in &card.dimensions {
            let Some(Limit::UpTo(held)) = dimension.quota(edition) else {
                continue;
            };
            let demand = &case.item["demand"][&*dimension.id];
            let of_month = |month: &usize| match demand {
                Value::Array(months) => months[*month].as_u64().unwrap(),
                demand => demand.as_u64().unwrap_or(dimension.default),
            };
            let demand = months.iter().map(of_month).max().unwrap();
            let mut add_ons = card
                .charges
                .iter()
                .filter(|c| c.model.dimension() == Some(&dimension.id));
            let add_on = add_ons.find_map(|charge| price(&charge.model)).unwrap();
            let beyond = demand.saturating_sub(held * count);
            cost = &cost + &(&Decimal::new(beyond, 0) * &add_on);
        }
        cost
    };
    let on = text(args, "on");
    let date = |month: usize| {
        let start = ratecard::calendar::Date::parse("2026-12-01").unwrap();
        card.months
            .start_of(start, month as u32)
            .unwrap()
            .to_string()
    };
    let first = (0..case.months).find(|&month| date(month) == on).unwrap();
    let last = if annual {
        (first + 12).min(case.months)
    } else {
        first + 1
    };
    let months: Vec<usize> = (first..last).collect();
    let (count, fewer) = (
        args["count"].as_u64().unwrap(),
        args["fewer"].as_u64().unwrap(),
    );
    assert!(count > fewer, "{said}");
    assert_eq!(cost(count, &months), amount(args, "cost"), "{said}");
    saves(&cost(fewer, &months), &cost(count, &months), args, said);
    let packages = &Decimal::new(count, 0) * &price(&package.model).unwrap();
    let beside = args
        .get("beside")
        .map_or(Decimal::new(0, 0), |_| amount(args, "beside"));
    assert_eq!(sum(&packages, &beside), amount(args, "cost"), "{said}");
}

fn packs_never_pay(case: &Case, item: &Value, args: &Value, said: &str) {
    let charge = text(args, "charge");
    let none = case.with_buy(charge, Some(json!([]))).price();
    let planned = case.with_buy(charge, None).price();
    assert_eq!(none["total"], planned["total"], "{said}");
    let line = |line: &&Value| line["kind"] == "payg" && line["amount"] == args["cost"];
    assert!(list(&none, "lines").iter().any(|l| line(&l)), "{said}");
    if args.get("saves").is_some() {
        saves(&amount(item, "total"), &amount(&none, "total"), args, said);
    } else {
        assert!(item["total"] == none["total"], "{said}");
    }
    let Model::Pack(Pack { min, step, .. }) = case.card().charge(charge).unwrap().model else {
        panic!("{said}");
    };
    for steps in 0..20 {
        let pack = json!([{"month": 0, "quantity": min + steps * step}]);
        let with_pack = case.with_buy(charge, Some(pack));
        assert!(with_pack.total() >= amount(&none, "total"), "{said}");
    }
}

fn break_even_packs(case: &Case, args: &Value, said: &str) {
    let dimension = text(args, "dimension");
    let card = case.card();
    let is_pack = |c: &&ratecard::card::Charge| {
        matches!(c.model, Model::Pack(_)) && c.model.dimension().is_some_and(|d| &**d == dimension)
    };
    let charge = card.charges.iter().find(is_pack).unwrap();
    let at = |demand: u64| {
        let case = case
            .with_demand(dimension, json!(demand))
            .with("calls", json!({}));
        let planned = case.with_buy(&charge.id, None).total();
        (planned, case.with_buy(&charge.id, Some(json!([]))).total())
    };
    let demand = args["demand"].as_u64().unwrap();
    let (planned, none) = at(demand);
    assert!(planned < none, "{said}");
    let (planned, none) = at(demand - 1);
    assert!(planned >= none, "{said}");
    assert_eq!(args["method"], "bisection", "{said}");
}

fn break_even_edition(case: &Case, args: &Value, said: &str) {
    let dimension = text(args, "dimension");
    let demand = args["demand"].as_u64().unwrap();
    let at = |edition: &str, demand: u64| {
        let case = case
            .with_demand(dimension, json!(demand))
            .with("calls", json!({}));
        case.with("edition", args[edition].clone()).price()
    };
    let total = |edition: &str, demand: u64| amount(&at(edition, demand), "total");
    assert!(
        total("below", demand - 1) < total("above", demand - 1),
        "{said}"
    );
    assert!(total("below", demand) >= total("above", demand), "{said}");
    match args.get("cost") {
        Some(cost) => {
            assert_eq!(at("below", demand)["total"], *cost, "{said}");
            assert_eq!(at("above", demand)["total"], *cost, "{said}");
        }
        None => assert!(total("below", demand) > total("above", demand), "{said}"),
    }
    for edition in ["below", "above"] {
        assert_eq!(at(edition, demand)["fits"], true, "{said}");
    }
}

fn case(months: usize, product: &str, edition: &str, demand: Value) -> Case {
    let item = json!({"product": product, "edition": edition, "demand": demand});
    Case::new(months, item)
}

#[test]
fn a_larger_pack_costs_less() {
    let demand = json!({"landline_numbers": 1, "outbound_minutes": 49000});
    let planned = case(1, "contact-center-cn", "standard", demand);
    let found = json!([{"dimension": "outbound_minutes", "quantity": 50000, "cost": "6900",
                        "instead": 49000, "saves": "58"}]);
    assert_eq!(json!(planned.advice("larger-pack")), found);
    let given = planned.with_buy(
        "outbound_packs",
        Some(json!([{"month": 0, "quantity": 49000}])),
    );
    assert_eq!(json!(given.advice("larger-pack")), found);
    // A pack of which much is left is no finding where a smaller one costs less.
    let given = planned.with_buy(
        "outbound_packs",
        Some(json!([{"month": 0, "quantity": 90000}])),
    );
    assert!(given.advice("larger-pack").is_empty());
    prove(&planned);
    prove(&planned.with_buy(
        "outbound_packs",
        Some(json!([{"month": 0, "quantity": 49000}])),
    ));
}

#[test]
fn more_packages_cost_less_than_add_ons() {
    let two = case(
        1,
        "contact-center",
        "premium",
        json!({"licenses": 6, "sip_phones": 6}),
    );
    assert_eq!(
        json!(two.advice("more-packages")),
        json!([{"charge": "package", "count": 2, "cost": "420", "fewer": 1, "saves": "63",
                "on": "2026-12-01"}])
    );
    // Three licenses cost as much as a package: nothing is saved.
    let even = case(1, "contact-center", "premium", json!({"licenses": 6}));
    assert!(even.advice("more-packages").is_empty());
    let grows = json!({"licenses": [3, 12], "sip_phones": [3, 13]});
    let grows = case(2, "contact-center", "premium", grows);
    let found = grows.advice("more-packages");
    assert_eq!(found[0]["on"], "2027-01-01");
    assert_eq!(found[0]["beside"], "21");
    prove(&two);
    prove(&grows);
}

#[test]
fn another_edition_costs_less() {
    let premium = case(2, "chat", "premium", json!({"mau": 25000}));
    assert_eq!(
        json!(premium.advice("cheaper-edition")),
        json!([{"edition": "standard", "total": "1248", "saves": "600"}])
    );
    // The trial is told beside the edition to buy, never instead of it.
    let little = case(1, "chat", "premium", json!({"mau": 50}));
    assert_eq!(
        json!(little.advice("cheaper-edition")),
        json!([{"edition": "standard", "total": "399", "saves": "300"},
               {"edition": "trial", "total": "0", "saves": "699", "until": "2027-01-01"}])
    );
    prove(&premium);
    prove(&little);
}

#[test]
fn an_edition_is_ruled_out() {
    let premium = case(
        1,
        "chat",
        "premium",
        json!({"mau": 25000, "members_per_group": 300}),
    );
    let premium = premium.with("requires", json!(["community-groups"]));
    assert_eq!(
        json!(premium.advice("ruled-out")),
        json!([{"edition": "standard", "total": "624", "saves": "300",
                "limits": ["members_per_group"], "features": ["community-groups"]}])
    );
    assert!(premium.advice("cheaper-edition").is_empty());
    // What the edition itself lacks rules nothing out.
    let both = case(1, "chat", "premium", json!({"members_per_group": 2001}));
    assert!(both.advice("ruled-out").is_empty());
    prove(&premium);
}

#[test]
fn packs_never_pay_at_a_small_volume() {
    let one = case(1, "desk", "standard", json!({"ai_messages": 30000}));
    assert_eq!(
        json!(one.advice("packs-never-pay")),
        json!([{"dimension": "ai_messages", "charge": "message_packs", "cost": "200"}])
    );
    let given = one.with_buy(
        "message_packs",
        Some(json!([{"month": 0, "quantity": 100000}])),
    );
    assert_eq!(given.advice("packs-never-pay")[0]["saves"], "800");
    // Within the free messages there is nothing to pay, and nothing to find.
    let free = case(1, "desk", "standard", json!({"ai_messages": 12000}));
    assert!(free.advice("packs-never-pay").is_empty());
    prove(&one);
    prove(&given);
}

#[test]
fn packs_begin_to_pay() {
    let three = case(3, "desk", "standard", json!({"ai_messages": 30000}));
    assert_eq!(
        json!(three.advice("break-even-packs")),
        json!([{"dimension": "ai_messages", "demand": 42001, "method": "bisection"}])
    );
    prove(&three);
    // In one month a pack costs what its blocks cost.
    let one = case(1, "desk", "standard", json!({"ai_messages": 30000}));
    assert!(one.advice("break-even-packs").is_empty());
}

#[test]
fn the_next_unit_costs_a_unit_a_block_a_pack_or_nothing() {
    let find = |case: &Case, dimension: &str| {
        prove(case);
        let codes = ["next-unit", "next-unit-free", "next-unit-less"];
        let found = codes.iter().flat_map(|code| case.advice(code));
        found
            .filter(|args| args["dimension"] == dimension)
            .collect::<Vec<_>>()
    };
    let users = case(1, "chat", "standard", json!({"mau": 25000}));
    assert_eq!(find(&users, "mau")[0]["price"], "0.015");
    let users = case(3, "chat", "standard", json!({"mau": [100, 4000, 50]}));
    assert_eq!(
        json!(find(&users, "mau")),
        json!([{"dimension": "mau", "units": 6000, "month": 2}])
    );
    // Beyond the trial's allowance nothing is sold, and what is not asked for is no finding.
    assert!(find(&case(1, "chat", "trial", json!({"mau": 100})), "mau").is_empty());
    assert!(find(&case(1, "chat", "standard", json!({})), "mau").is_empty());
    let block = case(
        1,
        "push",
        "standard",
        json!({"broadcast_messages": 30_000_001}),
    );
    assert_eq!(find(&block, "broadcast_messages")[0]["units"], 9999);
    let block = case(
        1,
        "push",
        "standard",
        json!({"broadcast_messages": 30_010_000}),
    );
    assert_eq!(find(&block, "broadcast_messages")[0]["price"], "0.1");
    let carried = case(4, "chatbot", "starter", json!({"messages": 60000}));
    assert_eq!(find(&carried, "messages")[0]["units"], 60000);
    let minutes = json!({"landline_numbers": 1, "outbound_minutes": 49000});
    let pack = case(1, "contact-center-cn", "standard", minutes);
    assert_eq!(find(&pack, "outbound_minutes")[0]["units"], 1000);
    let minutes = json!({"landline_numbers": 1, "outbound_minutes": 9000});
    let pack = case(1, "contact-center-cn", "standard", minutes);
    assert_eq!(find(&pack, "outbound_minutes")[0]["price"], "100");
    // Four phones with two packages' worth of licenses: the sixth is in the second package.
    let bundle = case(
        1,
        "contact-center",
        "premium",
        json!({"licenses": 6, "sip_phones": 4}),
    );
    assert_eq!(find(&bundle, "sip_phones")[0]["units"], 2);
    // The whole quantity falls into a cheaper tier.
    let letters = case(1, "meter", "small", json!({"letters": 99}));
    assert_eq!(
        json!(find(&letters, "letters")),
        json!([{"dimension": "letters", "unit": 1, "saves": "4.9"}])
    );
}

#[test]
fn one_edition_overtakes_another() {
    let units = case(1, "meter", "small", json!({"units": 300, "parcels": 30}));
    assert_eq!(
        json!(units.advice("break-even-edition")),
        json!([
            {"dimension": "units", "demand": 640, "below": "small", "above": "large",
             "cost": "46", "method": "exact"},
            // With 300 units small costs 20: 20 + 3 × 20 blocks are what large costs, 40 + 2 × 20.
            {"dimension": "parcels", "demand": 191, "below": "small", "above": "large",
             "cost": "80", "method": "bisection"},
        ])
    );
    prove(&units);
    // Told from the other side it is the same.
    let large = units.with("edition", json!("large"));
    assert_eq!(
        large.advice("break-even-edition"),
        units.advice("break-even-edition")
    );
    prove(&large);
}

/// What an edition of a card costs for a month, reckoned apart from the engine, in hundredths.
type Cost = fn(edition: &str, first: u64, second: u64) -> u64;

fn meter_cost(edition: &str, units: u64, parcels: u64) -> u64 {
    let (base, free, unit, block) = match edition {
        "small" => (1_000, 100, 5, 300),
        _ => (4_000, 1_000, 2, 200),
    };
    base + units.saturating_sub(free) * unit + parcels.div_ceil(10) * block
}

/// By volume, so that the total falls where the rate does: the editions overtake each other thrice.
fn copier_cost(edition: &str, sheets: u64, staples: u64) -> u64 {
    match edition {
        "small" => sheets * if sheets < 100 { 100 } else { 50 } + staples * 3,
        _ => 6_000 + staples,
    }
}

/// Every demand around is tried: the break-even that is told is the nearest that there is, and where
/// none is told, there is none.
#[test]
fn break_evens_are_the_nearest_that_trying_every_demand_finds() {
    let spread = |most: u64, step: u64| (0..=most).step_by(step as usize);
    // The dimensions with two of the demands at which the rise of a cost changes.
    let tried: [(&str, Cost, _); 2] = [
        (
            "meter",
            meter_cost,
            [("units", 100, 1000), ("parcels", 0, 0)],
        ),
        (
            "copier",
            copier_cost,
            [("sheets", 0, 100), ("staples", 0, 0)],
        ),
    ];
    let mut found = 0;
    for (product, cost, dimensions) in tried {
        for first in spread(1_300, 7) {
            for second in spread(330, 30) {
                let now = [first, second];
                let [(one, ..), (two, ..)] = dimensions;
                let case = case(1, product, "small", json!({one: first, two: second}));
                let told = case.advice("break-even-edition");
                for (index, (dimension, free, bend)) in dimensions.into_iter().enumerate() {
                    let at = |edition: &str, demand: u64| {
                        let mut demands = now;
                        demands[index] = demand;
                        cost(edition, demands[0], demands[1])
                    };
                    // Ten times what is demanded, included or where a tier begins is looked at.
                    let furthest = now[index].max(free + 1).max(bend + 1).max(10);
                    let mut flips = Vec::new();
                    let mut cheaper = None;
                    let mut ended = 0;
                    for demand in 0..=furthest * 10 {
                        let order = at("small", demand).cmp(&at("large", demand));
                        if cheaper.is_some_and(|(_, last)| last + 1 == demand)
                            && Some(order) != cheaper.map(|(o, _)| o)
                        {
                            ended = demand;
                        }
                        if order.is_eq() {
                            continue;
                        }
                        if cheaper.is_some_and(|(before, _)| before != order) {
                            flips.push(ended);
                        }
                        cheaper = Some((order, demand));
                    }
                    let nearest = flips.iter().min_by_key(|flip| flip.abs_diff(now[index]));
                    let mut told = told.iter().filter(|args| args["dimension"] == dimension);
                    let told = told.next().map(|args| args["demand"].as_u64().unwrap());
                    assert_eq!(
                        told,
                        nearest.copied(),
                        "{product} {now:?} {dimension}: {flips:?}"
                    );
                    found += u32::from(told.is_some());
                }
            }
        }
    }
    assert!(found > 1_000, "{found}");
}

/// Of the project's own cards none has editions that overtake each other: the dearer one includes
/// too little more. Should a card come that has, this is where to look at what is said of it.
#[test]
fn no_edition_of_the_projects_overtakes_another() {
    for listed in CATALOG.cards().unwrap() {
        let card = &listed.card;
        for edition in card.editions.iter().filter(|_| !made_up(card)) {
            let item =
                json!({"product": *card.product, "rate_card": *card.id, "edition": *edition.id});
            for months in [1, 12] {
                let found = Case::new(months, item.clone()).advice("break-even-edition");
                assert!(found.is_empty(), "{}: {found:?}", card.id);
            }
        }
    }
}

/// Whether a card is one of this test.
fn made_up(card: &Card) -> bool {
    ["meter", "copier"].contains(&&*card.product)
}

/// Small demands, and some near the quotas of a card.
fn quantity(card: &Card) -> impl Strategy<Value = u64> + use<> {
    let quotas = card.dimensions.iter().flat_map(|dimension| {
        let quotas = card.editions.iter().map(|e| dimension.quota(&e.id));
        quotas.filter_map(|quota| quota?.number())
    });
    let edges: Vec<u64> = quotas
        .flat_map(|q| [q, q + 1, 2 * q + 7])
        .chain([0])
        .collect();
    prop_oneof![
        2 => proptest::sample::select(edges),
        2 => 0..12_u64,
        2 => 0..120_000_u64,
    ]
}

fn any_case() -> impl Strategy<Value = Case> {
    let cards: Vec<_> = CATALOG
        .cards()
        .unwrap()
        .into_iter()
        .map(|listed| listed.card)
        .collect();
    let card = proptest::sample::select(cards);
    (card, 1..=5_usize).prop_flat_map(|(card, months)| {
        let quantity = quantity(&card);
        let series = prop::collection::vec(quantity, months);
        let demand = prop::collection::vec(
            (any::<bool>(), any::<bool>(), series),
            card.dimensions.len(),
        );
        let edition = 0..card.editions.len();
        let billing = 0..card.billing.len();
        let requires = prop::collection::vec(any::<prop::sample::Index>(), 0..2);
        (Just(card), Just(months), demand, edition, billing, requires).prop_map(
            |(card, months, demand, edition, billing, requires)| {
                let mut item = json!({
                    "product": *card.product, "rate_card": *card.id,
                    "edition": *card.editions[edition].id,
                    "billing": card.billing[billing].as_str(), "demand": {}, "buy": {},
                });
                for (dimension, (given, steady, series)) in card.dimensions.iter().zip(demand) {
                    let within = |q: &u64| (*q).clamp(dimension.min, dimension.max);
                    let series: Vec<u64> = series.iter().map(within).collect();
                    if given {
                        let demand = if steady {
                            json!(series[0])
                        } else {
                            json!(series)
                        };
                        item["demand"][&*dimension.id] = demand;
                    }
                }
                if !card.features.is_empty() {
                    let ids = requires.iter().map(|i| &*i.get(&card.features).id);
                    item["requires"] = ids.collect();
                }
                Case::new(months, item)
            },
        )
    })
}

proptest! {
    #![proptest_config(support::cases(192))]

    #[test]
    fn every_finding_is_true(case in any_case()) {
        prove(&case);
    }

    #[test]
    fn every_finding_about_given_packs_is_true(
        minutes in 1..60_000_u64,
        packs in prop::collection::vec((0..3_u32, 1..60_u64), 0..4),
        messages in 1..400_000_u64,
    ) {
        let demand = json!({"landline_numbers": 1, "outbound_minutes": minutes});
        let sizes = |least: u64, step: u64| -> Value {
            let pack = |&(month, steps): &(u32, u64)| {
                json!({"month": month, "quantity": least + (steps - 1) * step})
            };
            packs.iter().map(pack).collect()
        };
        let minutes = case(3, "contact-center-cn", "standard", demand);
        prove(&minutes.with_buy("outbound_packs", Some(sizes(1000, 1000))));
        let messages = case(3, "desk", "premium", json!({"ai_messages": messages}));
        prove(&messages.with_buy("message_packs", Some(sizes(100_000, 10_000))));
    }
}
