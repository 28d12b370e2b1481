//! Rules beside the prices, tried exhaustively against the same rules written down another way.

use crate::support::decimal::Decimal;
use crate::support::{self, list, reply, text};
use num_bigint::BigInt;
use proptest::prelude::*;
use ratecard::calendar::Date;
use serde_json::{Value, json};

/// A fraction rounded half up to whole numbers; not negative.
fn rounded(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    (numerator * 2 + denominator) / (denominator * 2)
}

/// Cents of a plain decimal with at most two digits after its point.
fn cents(amount: &str) -> BigInt {
    let (whole, rest) = amount.split_once('.').unwrap_or((amount, ""));
    format!("{whole}{rest:0<2}").parse().unwrap()
}

/// The length of a month that begins on a first of the month, so that no day is clamped.
const LENGTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

#[test]
fn a_refund_is_the_exact_fraction_on_every_day() {
    for (edition, price) in [("standard", 39_900), ("premium", 69_900)] {
        for months in [1_usize, 3, 7, 12] {
            for (cash, credit, voucher) in [
                ("2000", "394", "0"),
                ("0.05", "4788.01", "17"),
                ("33333.33", "0", "1"),
                ("0", "123456.78", "0"),
                ("0", "0", "500"),
            ] {
                let paid = cents(cash) + cents(credit);
                let mut before = paid.clone();
                for (month, length) in LENGTHS.iter().enumerate().take(months) {
                    // A month paid below its list price is worth more unbegun than used up, so
                    // that the refund may rise where a cycle begins, and nowhere else.
                    if paid < BigInt::from(price) * BigInt::from(months) {
                        before = paid.clone();
                    }
                    for day in 1..=*length {
                        let on = format!("2027-{:02}-{day:02}", month + 1);
                        let got = reply(
                            "refund",
                            &json!({
                                "product": "chat", "edition": edition, "purchased": "2027-01-01",
                                "months": months, "refund_on": on,
                                "paid": {"cash": cash, "credit": credit, "voucher": voucher},
                            }),
                        );
                        let whole = BigInt::from(months) * LENGTHS[month];
                        let left = &paid * BigInt::from(months - month) * LENGTHS[month];
                        let used = BigInt::from(price) * day * BigInt::from(months);
                        let none = BigInt::from(0);
                        let exact = (&left - &used).max(none.clone());
                        let refund = rounded(&exact, &whole);
                        assert_eq!(cents(text(&got, "refund")), refund, "{on} {got}");
                        let part = if paid == none {
                            none.clone()
                        } else {
                            rounded(&(&exact * cents(cash)), &(&whole * &paid))
                        };
                        assert_eq!(cents(text(&got, "cash")), part, "{on} {got}");
                        assert_eq!(cents(text(&got, "credit")), &refund - part, "{on} {got}");
                        let value = if paid == none {
                            none.clone()
                        } else {
                            rounded(&used, &whole)
                        };
                        assert_eq!(cents(text(&got, "used_value")), value, "{on} {got}");
                        let status = if refund == none { "none" } else { "partial" };
                        assert_eq!(got["status"], status, "{on}");
                        assert!(refund <= before, "{on}: more is paid back a day later");
                        before = refund;
                    }
                }
            }
        }
    }
}

/// The cycles of an order that is bought on a last day of a month, written out: each begins on the
/// day of purchase or on the last day that its month has.
const CLAMPED: [(&str, &[&str]); 4] = [
    (
        "2027-01-31",
        &[
            "2027-01-31",
            "2027-02-28",
            "2027-03-31",
            "2027-04-30",
            "2027-05-31",
            "2027-06-30",
        ],
    ),
    (
        "2028-01-30",
        &["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30"],
    ),
    (
        "2027-10-29",
        &[
            "2027-10-29",
            "2027-11-29",
            "2027-12-29",
            "2028-01-29",
            "2028-02-29",
            "2028-03-29",
        ],
    ),
    (
        "2028-02-29",
        &["2028-02-29", "2028-03-29", "2028-04-29", "2028-05-29"],
    ),
];

/// The days of 2027 and 2028, in their order.
fn days() -> Vec<String> {
    let years = [(2027, LENGTHS), (2028, LENGTHS)].into_iter();
    let months = years.flat_map(|(year, lengths)| {
        let leap = i64::from(year == 2028);
        let lengths = lengths.into_iter().enumerate();
        lengths
            .map(move |(month, length)| (year, month, length + if month == 1 { leap } else { 0 }))
    });
    let days = months.flat_map(|(year, month, length)| {
        (1..=length).map(move |day| format!("{year}-{:02}-{day:02}", month + 1))
    });
    days.collect()
}

#[test]
fn a_refund_counts_the_days_of_cycles_that_begin_on_a_last_day() {
    let days = days();
    let place = |date: &str| days.iter().position(|day| day == date).unwrap();
    for (purchased, cycles) in CLAMPED {
        let months = cycles.len() - 1;
        let ends = [&cycles[1..]].concat();
        for (left, (begin, end)) in (1..=months).rev().zip(cycles.iter().zip(&ends)) {
            let length = place(end) - place(begin);
            for (used, on) in (1_usize..).zip(&days[place(begin)..place(end)]) {
                let request = json!({
                    "product": "chat", "edition": "standard", "purchased": purchased,
                    "months": months, "refund_on": on,
                    "paid": {"cash": "1000.01", "credit": "1394"},
                });
                let got = reply("refund", &request);
                assert_eq!(got["days_used"], json!(used), "{request}");
                assert_eq!(got["days_in_cycle"], json!(length), "{request}");
                // Cents: paid × left ÷ months − 39,900 × used ÷ length, over months × length.
                let whole = BigInt::from(months * length);
                let kept = BigInt::from(239_401) * (left * length);
                let exact = (kept - BigInt::from(39_900) * used * months).max(BigInt::from(0));
                let refund = rounded(&exact, &whole);
                assert_eq!(cents(text(&got, "refund")), refund, "{request} {got}");
                let cash = rounded(&(&exact * 100_001), &(&whole * 239_401));
                assert_eq!(cents(text(&got, "cash")), cash, "{request} {got}");
                assert_eq!(
                    cents(text(&got, "credit")),
                    refund - cash,
                    "{request} {got}"
                );
            }
        }
        // The day on which it ends is too late, and so is the one before the purchase too early.
        let before = days[place(purchased) - 1].as_str();
        for on in [before, cycles[months]] {
            let request = json!({
                "product": "chat", "edition": "standard", "purchased": purchased,
                "months": months, "refund_on": on,
            });
            let (code, path, _) = support::error("refund", &request.to_string());
            assert_eq!(
                (code.as_str(), path.as_str()),
                ("out_of_range", "refund_on")
            );
        }
    }
}

/// Amounts of every length that the interface takes, down to 10⁻²⁸ and up to 96 bits.
fn any_amount() -> impl Strategy<Value = String> {
    let digits = prop_oneof![
        2 => any::<u128>().prop_map(|n| n & ((1 << 96) - 1)),
        2 => (any::<u128>(), 0..96_u32).prop_map(|(n, bits)| n & ((1 << bits) - 1)),
        1 => (0..29_u32).prop_map(|zeros| 10_u128.pow(zeros)),
        1 => 0..1_000_000_u128,
    ];
    let scale = prop_oneof![2 => 0..29_usize, 2 => 0..3_usize];
    (digits, scale).prop_map(|(digits, scale)| {
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        if fraction.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        }
    })
}

/// What 10⁻²⁸ is the unit of.
fn units(amount: &str) -> BigInt {
    let amount = Decimal::parse(amount);
    amount.digits * BigInt::from(10).pow(28 - amount.scale)
}

proptest! {
    #![proptest_config(support::cases(3_000))]

    /// Whatever the amounts, the fraction is exact; what cannot be held is told, not rounded.
    #[test]
    fn a_refund_of_any_amount_is_exact(
        (cash, credit) in (any_amount(), any_amount()),
        (months, days) in (1..=24_u64, any::<prop::sample::Index>()),
    ) {
        let purchased = Date::parse("2027-01-15").unwrap();
        let begins = |month: u64| purchased.plus_months(u32::try_from(month).unwrap()).unwrap();
        let length = purchased.days_until(begins(months));
        let on = purchased.plus_days(i64::try_from(days.index(usize::try_from(length).unwrap())).unwrap()).unwrap();
        let month = (0..months).rfind(|month| begins(*month) <= on).unwrap();
        let used_days = begins(month).days_until(on) + 1;
        let days = begins(month).days_until(begins(month + 1));
        let request = json!({
            "product": "chat", "edition": "standard", "purchased": "2027-01-15", "months": months,
            "refund_on": on.to_string(), "paid": {"cash": cash, "credit": credit},
        });
        let paid = &Decimal::parse(&cash) + &Decimal::parse(&credit);
        let none = BigInt::from(0);
        // In units of 10⁻²⁸ over months × days.
        let whole = BigInt::from(months) * days;
        let paid_units = units(&cash) + units(&credit);
        let used = units("399") * used_days * BigInt::from(months);
        let exact = (&paid_units * BigInt::from(months - month) * days - &used).max(none.clone());
        let in_cents = |numerator: &BigInt, denominator: &BigInt| {
            let cent = BigInt::from(10).pow(26);
            Decimal::new(rounded(numerator, &(denominator * cent)), 2)
        };
        let nothing = Decimal::new(0, 0);
        let expected = if paid_units == none {
            [nothing.clone(), nothing.clone(), nothing.clone(), nothing]
        } else {
            let refund = in_cents(&exact, &whole);
            let by_cash = in_cents(&(&exact * units(&cash)), &(&whole * &paid_units));
            let by_credit = &refund - &by_cash;
            [refund, by_cash, by_credit, in_cents(&used, &whole)]
        };
        let held = [&paid].into_iter().chain(&expected).all(Decimal::fits);
        match support::ask("refund", &request) {
            Ok(got) => {
                prop_assert!(held, "{} {}", request, got);
                let keys = ["refund", "cash", "credit", "used_value"];
                let got = keys.map(|key| Decimal::parse(text(&got, key)));
                prop_assert_eq!(got, expected, "{}", request);
            }
            Err(error) => {
                prop_assert_eq!(&error["error"]["code"], "too_large");
                prop_assert!(!held, "{} {}", request, error);
            }
        }
    }
}

#[test]
fn a_refund_is_exact_where_its_products_are_long() {
    let request = json!({
        "product": "chat", "edition": "standard", "purchased": "2027-01-01", "months": 3,
        "refund_on": "2027-01-11", "paid": {"cash": "123456789012345678901234567.89", "credit": "0.11"},
    });
    let got = reply("refund", &request);
    // 123456789012345678901234568 less 399 × 11 ÷ 31, and of that the part of the cash.
    assert_eq!(got["refund"], "123456789012345678901234426.42");
    assert_eq!(got["cash"], "123456789012345678901234426.31");
    assert_eq!(got["credit"], "0.11");
}

#[test]
fn a_full_refund_follows_the_order_of_the_rules() {
    for flags in 0..16_u32 {
        for days in 0..9 {
            let is = |bit: u32| flags & (1 << bit) != 0;
            let got = reply(
                "refund",
                &json!({
                    "product": "contact-center", "edition": "premium", "purchased": "2026-06-01",
                    "refund_on": format!("2026-06-{:02}", 1 + days),
                    "paid": {"cash": "100", "income": "10", "gift": "100", "coupon": "7"},
                    "violation": is(0), "promotion": is(1), "from_postpaid": is(2),
                    "first_refund": !is(3),
                }),
            );
            let status = match () {
                () if is(0) => "refused",
                () if is(1) => "see_promotion",
                () if is(2) || is(3) || days > 5 => "not_eligible",
                () => "full",
            };
            assert_eq!(got["status"], status, "{flags:b} {days}");
            let refund = if status == "full" { "210" } else { "0" };
            assert_eq!(got["refund"], refund, "{flags:b} {days}");
        }
    }
}

#[test]
fn what_a_reset_does_is_told_of_every_account() {
    for resets in 0..6_u64 {
        for first in 0..16_u32 {
            for second in 0..16_u32 {
                let agent = |email: &str, bits: u32| {
                    let is = |bit: u32| bits & (1 << bit) != 0;
                    json!({"email": email, "web": is(0), "sdk": is(1), "monitor": is(2), "mobile": is(3)})
                };
                let got = reply(
                    "licenses",
                    &json!({
                        "product": "contact-center", "edition": "premium",
                        "agents": [agent("a@example.com", first), agent("b@example.com", second)],
                        "sip_phones_online": 2, "resets_this_month": resets,
                    }),
                );
                let both = [("a@example.com", first), ("b@example.com", second)];
                let using = both.iter().filter(|(_, bits)| bits & 7 != 0).count();
                assert_eq!(got["agent_licenses_in_use"], json!(using));
                assert_eq!(got["sip_licenses_in_use"], 2);
                let allowed = resets < 4;
                let kept = |bits: u32| !allowed || bits != 0;
                let of = |keeps: bool| -> Value {
                    let which = both.iter().filter(|(_, bits)| kept(*bits) == keeps);
                    which.map(|(email, _)| json!(email)).collect()
                };
                let reset = &got["reset"];
                assert_eq!(reset["keeps"], of(true), "{got}");
                assert_eq!(reset["releases"], of(false), "{got}");
                assert_eq!(reset["allowed"], allowed);
                assert_eq!(reset["resets_left"], json!(4_u64.saturating_sub(resets)));
            }
        }
    }
}

#[test]
fn only_what_is_listed_is_prohibited() {
    let card = reply("card", &json!({"id": "contact-center/2024-05-07"}));
    let industries = list(&card["policies"]["connect"], "industries");
    let scenarios = industries
        .iter()
        .flat_map(|industry| list(industry, "scenarios"));
    let scenarios: Vec<&str> = scenarios.map(|scenario| text(scenario, "id")).collect();
    assert_eq!((industries.len(), scenarios.len()), (20, 29));
    for industry in industries {
        let own = list(industry, "scenarios");
        for scenario in scenarios.iter().chain([&"what-is-not-listed"]) {
            let request = json!({"industry": text(industry, "id"), "scenario": scenario});
            let got = reply("connect", &request);
            let listed = own.iter().any(|known| known["id"] == **scenario);
            let decision = if listed { "prohibited" } else { "review" };
            assert_eq!(got["decision"], decision, "{request}");
            assert_eq!(got.get("condition").is_some(), listed, "{got}");
        }
    }
    let request = json!({"industry": "what-is-not-listed", "scenario": scenarios[0]});
    assert_eq!(reply("connect", &request)["decision"], "review");
}

#[test]
fn a_trial_has_nothing_to_refund_on_any_day_of_its_order() {
    let asked = |on: &str| {
        json!({
            "product": "chat", "edition": "trial", "purchased": "2027-01-31", "months": 2,
            "refund_on": on, "paid": {"cash": "10"},
        })
    };
    for on in ["2027-01-31", "2027-02-28", "2027-03-30"] {
        let got = reply("refund", &asked(on));
        assert_eq!(got["status"], "none", "{on}");
        assert_eq!(got["refund"], "0", "{on}");
    }
    for on in ["2027-01-30", "2027-03-31", "2028-01-01"] {
        let (code, path, _) = support::error("refund", &asked(on).to_string());
        assert_eq!(
            (code.as_str(), path.as_str()),
            ("out_of_range", "refund_on"),
            "{on}"
        );
    }
}

proptest! {
    #![proptest_config(support::cases(3_000))]

    /// Only what the reply cannot hold is too large, whatever the sums on the way there.
    #[test]
    fn a_full_refund_of_any_amounts_is_their_sum(
        // What one ends with, another may complete.
        (amounts, ends) in ([any_amount(), any_amount(), any_amount()], 0..3_usize),
    ) {
        let [cash, income, gift] = amounts;
        let unit = units(&income) % BigInt::from(10).pow(28);
        let rest = Decimal::new(BigInt::from(10).pow(28) - unit, 28);
        let gift = if ends == 0 { gift } else { rest.to_string() };
        let request = json!({
            "product": "contact-center", "edition": "premium", "purchased": "2027-01-15",
            "refund_on": "2027-01-16", "paid": {"cash": cash, "income": income, "gift": gift},
        });
        let parts = [&cash, &income, &gift].map(|amount| Decimal::parse(amount));
        let sum: Decimal = parts.iter().cloned().sum();
        match support::ask("refund", &request) {
            Ok(got) => {
                let parts_told = ["cash", "income", "gift"].map(|key| Decimal::parse(text(&got, key)));
                prop_assert_eq!(parts_told, parts);
                prop_assert_eq!(Decimal::parse(text(&got, "refund")), sum, "{}", request);
            }
            Err(error) => {
                prop_assert_eq!(&error["error"]["code"], "too_large");
                prop_assert!(!sum.fits(), "{} {}", request, error);
            }
        }
    }
}

#[test]
fn a_refund_fits_where_only_a_sum_on_the_way_does_not() {
    let refund = |cash: &str, income: &str, gift: &str| {
        support::ask(
            "refund",
            &json!({
                "product": "contact-center", "edition": "premium", "purchased": "2027-01-15",
                "refund_on": "2027-01-16",
                "paid": {"cash": cash, "income": income, "gift": gift},
            }),
        )
    };
    // A digit more than 96 bits hold after the first two, and none after the third.
    let long = "7922816251426433759354395033";
    let got = refund(&format!("{long}.5"), "0.05", "0.45").unwrap();
    assert_eq!(got["refund"], "7922816251426433759354395034");
    let error = refund(&format!("{long}.5"), "0.05", "0.46").unwrap_err();
    assert_eq!(error["error"]["code"], "too_large");
}

/// The project's card with other ways of payment that come back.
fn refund_by(ways: &[&str], paid: &Value) -> Value {
    let mut card = reply("card", &json!({"id": "chat/2024-07-22"}));
    card["policies"]["refund"]["returned"] = json!(ways);
    let mut catalog = ratecard::catalog();
    let card = ratecard::value::from_json(&card.to_string()).unwrap();
    catalog.add(&card).unwrap();
    let request = json!({
        "product": "chat", "edition": "standard", "purchased": "2027-01-01", "months": 2,
        "refund_on": "2027-01-31", "paid": paid,
    });
    let (command, request) = (ratecard::api::Command::Refund, request.to_string());
    let said = ratecard::api::answer(&catalog, command, &request, support::today());
    serde_json::from_str(&said.unwrap()).unwrap()
}

#[test]
fn parts_of_a_refund_are_never_less_than_nothing() {
    // A month of 399 is used up. A cent is left, of which two ways have half each: both would be
    // rounded up.
    let paid = json!({"cash": "199.505", "credit": "199.505", "income": "0"});
    let got = refund_by(&["cash", "credit", "income"], &paid);
    let parts = ["cash", "credit", "income"].map(|way| text(&got, way));
    assert_eq!((text(&got, "refund"), parts), ("0.01", ["0.01", "0", "0"]));
}

#[test]
fn parts_of_a_refund_fit_where_only_what_is_left_on_the_way_does_not() {
    // What was paid less 399 comes back. It is too long for cents, and so is what is left of it after
    // the first part.
    let paid = json!({"cash": "0.8", "credit": "1.2", "income": "79228162514264337593543950330"});
    let got = refund_by(&["cash", "credit", "income"], &paid);
    assert_eq!(got["refund"], "79228162514264337593543949933");
    let parts = ["cash", "credit", "income"].map(|way| text(&got, way));
    assert_eq!(parts, ["0.8", "1.2", "79228162514264337593543949931"]);
}

/// The general list, as a row of industries and scenarios would name it.
const GENERAL: [(&str, &str); 11] = [
    ("debt-collection", "debt collection"),
    ("vulgar", "vulgar"),
    ("unhealthy", "unhealthy"),
    ("marketing-harassment", "marketing harassment"),
    ("certificate-affiliation", "certificate affiliation"),
    ("qualification-processing", "qualification processing"),
    ("feudal-superstition", "feudal superstition"),
    ("pornography", "pornography"),
    ("gambling", "gambling"),
    ("sensitive-content", "sensitive content"),
    ("fraud", "fraud"),
];

#[test]
fn what_is_prohibited_without_condition_is_told_beside_the_condition() {
    let all = reply("connect", &json!({}));
    for industry in list(&all, "industries") {
        for scenario in list(industry, "scenarios") {
            let label = text(scenario, "label").to_lowercase();
            let named = GENERAL.iter().filter(|(_, name)| label.contains(name));
            let always: Vec<&str> = named.map(|(id, _)| *id).collect();
            let told = |place: &Value| -> Vec<String> {
                let ids = place.get("always").and_then(Value::as_array);
                let ids = ids.into_iter().flatten();
                ids.map(|id| id.as_str().unwrap().to_owned()).collect()
            };
            assert_eq!(told(scenario), always, "{scenario}");
            let asked = json!({"industry": industry["id"], "scenario": scenario["id"]});
            let got = reply("connect", &asked);
            assert_eq!(told(&got), always, "{got}");
            // None is told as an empty list.
            assert_eq!(got.get("always").is_some(), !always.is_empty(), "{got}");
            assert_eq!(got["condition"], all["condition"], "{got}");
        }
    }
    let rows = ["finance", "others"].map(|id| {
        let mut industries = list(&all, "industries").iter();
        let industry = industries.find(|industry| industry["id"] == id).unwrap();
        let scenarios = list(industry, "scenarios").iter();
        let always = scenarios.filter_map(|scenario| scenario.get("always"));
        always
            .map(|ids| ids.as_array().unwrap().len())
            .sum::<usize>()
    });
    assert_eq!(rows, [1, GENERAL.len()]);
}

/// The general list holds in every industry, whether one lists the scenario or not.
#[test]
fn the_general_list_is_prohibited_whatever_the_industry() {
    let all = reply("connect", &json!({}));
    let listed = list(&all, "prohibited");
    let ids: Vec<&str> = listed.iter().map(|activity| text(activity, "id")).collect();
    let known = GENERAL.map(|(id, _)| id);
    assert_eq!(ids, [&known[..], &["other-violations"]].concat());
    for activity in listed {
        for industry in ["finance", "tourism", "what-is-not-listed"] {
            let asked = json!({"industry": industry, "scenario": activity["id"]});
            let got = reply("connect", &asked);
            assert_eq!(got["decision"], "prohibited", "{got}");
            assert_eq!(got["allowed"], false, "{got}");
            assert_eq!(got["always"], json!([activity["id"]]), "{got}");
            assert_eq!(got["scenario"], *activity, "{got}");
            assert!(got.get("condition").is_none(), "{got}");
        }
    }
}

#[test]
fn an_address_is_one() {
    let at = |emails: &[&str]| {
        let agents: Vec<Value> = emails.iter().map(|email| json!({"email": email})).collect();
        let request = json!({"product": "contact-center", "edition": "premium", "agents": agents});
        let got = support::ask("licenses", &request);
        got.map_err(|error| {
            let error = &error["error"];
            let (code, path) = (text(error, "code"), text(error, "path"));
            format!("{code} {path}")
        })
    };
    for good in [
        "a@example.com",
        " Agent.One+tag@Example.CO.UK ",
        "客服@例子.中国",
        "root@localhost",
        "o'brien@[192.0.2.1]",
    ] {
        assert!(at(&[good]).is_ok(), "{good}");
    }
    for bad in [
        "",
        " ",
        "nonsense",
        "@",
        "a@",
        "@example.com",
        "a@b@c",
        "a b@example.com",
        "a@exam ple",
        "a@.com",
        "a@example.",
        "a@example..com",
        "a@\u{7}x",
    ] {
        assert_eq!(
            at(&[bad]).unwrap_err(),
            "out_of_range agents[0].email",
            "{bad}"
        );
    }
    // The first of several faults, whichever kind it is.
    let (one, other) = ("a@example.com", "b@example.com");
    let faults = [
        (&[one, "x", one][..], "out_of_range agents[1].email"),
        (&[one, one, "x"][..], "duplicate_email agents[1].email"),
        (&["x", "x", one][..], "out_of_range agents[0].email"),
        (&[one, other, "x"][..], "out_of_range agents[2].email"),
    ];
    for (emails, fault) in faults {
        assert_eq!(at(emails).unwrap_err(), fault, "{emails:?}");
    }
}
