//! Every currency in its own smallest unit: the roundings of the engine, and what a page shows.

use crate::support::decimal::{Decimal, minor_unit};
use crate::support::program::{Folder, err, out, reply, run};
use crate::support::{list, text};
use proptest::prelude::*;
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// A card with a flat price and one by the unit, and a refund in these ways of payment.
fn card(currency: &str, price: &str, rate: &str, ways: &[&str]) -> Value {
    let en = |text: &str| json!({ "en": text });
    json!({
        "id": "ours/2026-01-01", "product": "ours", "label": en("Ours"), "effective": "2026-01-01",
        "currency": currency, "months": "30-day", "source": "list",
        "sources": {"list": {"document": "Our prices", "section": "All"}},
        "editions": [{"id": "only", "label": en("Only"), "source": "list"}],
        "dimensions": [{
            "id": "calls", "label": en("Calls"), "unit": {"en": {"one": "call", "other": "calls"}}, "allowance": {"only": 10}, "source": "list"
        }],
        "charges": [
            {"id": "base", "label": en("Base"), "kind": "prepaid", "model": "flat", "price": price,
                "source": "list"},
            {"id": "calls", "label": en("Calls"), "kind": "payg", "model": "per-unit", "dimension": "calls",
                "price": rate, "source": "list"},
        ],
        "policies": {"refund": {"rule": "prorated", "charge": "base", "returned": ways, "not_returned": [], "source": "list"}},
    })
}

fn ask(card: &Value, command: &str, request: &Value) -> Value {
    let mut catalog = ratecard::catalog();
    let card = ratecard::value::from_json(&card.to_string()).unwrap();
    catalog.add(&card).unwrap();
    let command = ratecard::api::Command::from_name(command).unwrap();
    let day = crate::support::today();
    let said = ratecard::api::answer(&catalog, command, &request.to_string(), day);
    serde_json::from_str(&said.unwrap_or_else(|error| panic!("{error}"))).unwrap()
}

fn refund(card: &Value, months: u64, on: &str, paid: &Value) -> Value {
    let request = json!({
        "product": "ours", "edition": "only", "purchased": "2026-03-01", "months": months,
        "refund_on": on, "paid": paid,
    });
    ask(card, "refund", &request)
}

#[test]
fn a_refund_comes_back_in_what_can_be_paid() {
    // 8 of 30 days are used.
    let paid = json!({"cash": "1000", "credit": "2980"});
    for (currency, expected) in [
        ("JPY", ["2919", "733", "2186", "1061"]),
        ("USD", ["2918.67", "733.33", "2185.34", "1061.33"]),
        ("KWD", ["2918.667", "733.333", "2185.334", "1061.333"]),
        ("CLF", ["2918.6667", "733.3333", "2185.3334", "1061.3333"]),
    ] {
        let card = card(currency, "3980", "0", &["cash", "credit"]);
        let got = refund(&card, 1, "2026-03-08", &paid);
        let keys = ["refund", "cash", "credit", "used_value"];
        assert_eq!(keys.map(|key| text(&got, key)), expected, "{currency}");
    }
}

#[test]
fn a_month_is_rounded_to_what_can_be_paid() {
    for (currency, expected) in [
        ("JPY", "5686"),
        ("KRW", "5686"),
        ("USD", "5685.71"),
        ("KWD", "5685.714"),
        ("CLF", "5685.7143"),
    ] {
        let card = card(currency, "39800", "0", &["cash"]);
        // Seven months of which each is a seventh.
        let mut card = card;
        card["charges"][0]["annual_price"] = json!({"only": "39800"});
        card["billing"] = json!(["annual"]);
        let item = json!({"product": "ours", "edition": "only"});
        let request = json!({"as_of": "2026-06-01", "months": 7, "items": [item]});
        let got = ask(&card, "estimate", &request);
        assert_eq!(got["per_month"][currency], expected);
        assert_eq!(got["items"][0]["per_month"], expected);
        // What can be held exactly stays.
        assert_eq!(got["totals"][currency], "39800");
    }
}

proptest! {
    #![proptest_config(crate::support::cases(300))]

    #[test]
    fn the_parts_of_a_refund_add_up(
        currency in prop::sample::select(vec!["JPY", "USD", "KWD", "CLF"]),
        units in prop::collection::vec(0..5_000_u64, 1..6),
        price in 1..3_000_u64,
        months in 1..5_u64,
        day in 1..=30_u32,
    ) {
        let digits = minor_unit(currency);
        let amount = |units: u64| Decimal::new(units, digits);
        let ways = &["cash", "credit", "income", "gift", "coupon"][..units.len()];
        let card = card(currency, &amount(price).to_string(), "0", ways);
        let paid = ways.iter().zip(&units).map(|(way, units)| ((*way).to_owned(), json!(amount(*units).to_string())));
        let paid = Value::Object(paid.collect());
        let got = refund(&card, months, &format!("2026-03-{day:02}"), &paid);
        let parts = ways.iter().map(|way| Decimal::parse(text(&got, way)));
        prop_assert_eq!(parts.sum::<Decimal>(), Decimal::parse(text(&got, "refund")), "{}", got);
        for (way, units) in ways.iter().zip(&units) {
            let part = Decimal::parse(text(&got, way));
            prop_assert!(part <= amount(*units), "more than was paid by {}: {}", way, got);
            prop_assert_eq!(&part.divided_for(currency, 1), &part);
        }
    }
}

/// The calculator as a page shows it first.
fn shown(card: &Value, language: &str, demand: u64, months: u32) -> Html {
    let folder = Folder::new(&format!(
        "currency-{}-{language}-{demand}-{months}",
        text(card, "currency")
    ));
    let file = folder.file("ours.json", &card.to_string());
    let demand = format!("--demand=calls={demand}");
    let options = [
        "prerender",
        "--cards",
        &file,
        "--product=ours",
        "--as-of=2026-11-20",
        "--only-template",
    ];
    let more = [
        &*demand,
        &*format!("--months={months}"),
        &*format!("--lang={language}"),
    ];
    let output = run(&[&options[..], &more[..]].concat(), "");
    let html = out(&output);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    Html::parse_fragment(&html)
}

/// The text of the first element that a selector finds, and what it is exactly.
fn figure(html: &Html, selector: &str) -> (String, String, bool) {
    let selector = Selector::parse(selector).unwrap();
    let found = html.select(&selector).next().unwrap();
    let value = found.value();
    (
        found.text().collect(),
        value.attr("data-value").unwrap_or_default().to_owned(),
        value.attr("data-rounded").is_some(),
    )
}

#[test]
fn what_is_paid_is_shown_in_what_can_be_paid_and_rates_with_all_their_digits() {
    let total = "[data-total=\"whole\"] [data-figure=\"is\"]";
    let rate = "[data-charge=\"calls\"] [data-figure=\"price\"]";
    let line = "[data-charge=\"calls\"] [part=\"amount\"]";
    for (currency, language, sums, rate_text) in [
        ("USD", "en", ["≈\u{a0}$400.23", "≈\u{a0}$1.23"], "$0.123456"),
        (
            "USD",
            "id",
            ["≈\u{a0}US$400,23", "≈\u{a0}US$1,23"],
            "US$0,123456",
        ),
        // Figures are written as the sentences around them want it.
        ("USD", "de", ["≈\u{a0}$400.23", "≈\u{a0}$1.23"], "$0.123456"),
        ("JPY", "en", ["≈\u{a0}¥400", "≈\u{a0}¥1"], "¥0.123456"),
        ("KRW", "en", ["≈\u{a0}₩400", "≈\u{a0}₩1"], "₩0.123456"),
        ("JPY", "ja", ["≈\u{a0}￥400", "≈\u{a0}￥1"], "￥0.123456"),
        (
            "KWD",
            "en",
            ["≈\u{a0}KWD\u{a0}400.235", "≈\u{a0}KWD\u{a0}1.235"],
            "KWD\u{a0}0.123456",
        ),
    ] {
        let html = shown(
            &card(currency, "399", "0.123456", &["cash"]),
            language,
            20,
            1,
        );
        let expected = [
            (total, sums[0], "400.23456", true),
            (line, sums[1], "1.23456", true),
            (rate, rate_text, "0.123456", false),
        ];
        for (selector, text, exact, is_rounded) in expected {
            let expected = (text.to_owned(), exact.to_owned(), is_rounded);
            assert_eq!(
                figure(&html, selector),
                expected,
                "{currency} {language} {selector}"
            );
        }
    }
}

#[test]
fn what_needs_no_rounding_is_shown_as_it_is() {
    let total = "[data-total=\"whole\"] [data-figure=\"is\"]";
    for (currency, price, text) in [
        ("USD", "399", "$399"),
        ("USD", "399.5", "$399.50"),
        ("JPY", "39800", "¥39,800"),
        ("KWD", "399.5", "KWD\u{a0}399.500"),
        ("KWD", "0.005", "KWD\u{a0}0.005"),
        ("CLF", "1.2345", "CLF\u{a0}1.2345"),
        // Too little to be paid: nothing would be left of it.
        ("USD", "0.0004", "$0.0004"),
        ("JPY", "0.4", "¥0.4"),
    ] {
        let html = shown(&card(currency, price, "1", &["cash"]), "en", 0, 1);
        let expected = (text.to_owned(), price.to_owned(), false);
        assert_eq!(figure(&html, total), expected, "{currency}");
    }
}

#[test]
fn the_interface_rounds_nothing_but_a_month() {
    let card = card("JPY", "399", "0.123456", &["cash"]);
    let folder = Folder::new("currency-interface");
    let file = folder.file("ours.json", &card.to_string());
    let item = json!({"product": "ours", "edition": "only", "demand": {"calls": 20}});
    let request = json!({"as_of": "2026-06-01", "items": [item]}).to_string();
    let got = reply(&run(&["estimate", "--cards", &file], &request));
    assert_eq!(got["totals"]["JPY"], "400.23456");
    assert_eq!(got["per_month"]["JPY"], "400");
    let lines = list(&got["items"][0], "lines");
    assert_eq!(lines[1]["amount"], "1.23456");
    assert!(text(&lines[1]["why"], "text").contains("0.123456 JPY"));
}
