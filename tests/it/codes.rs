//! Every error code of the interface is provoked through it, with its exact place.

use std::collections::BTreeSet;

use crate::support::{error, parts};
use ratecard::value::Code;
use serde_json::json;

/// Code, command, request and place.
const TABLE: &[(Code, &str, &str, &str)] = &[
    (Code::BadJson, "refund", "{", ""),
    (
        Code::BadType,
        "licenses",
        r#"{"product": "contact-center", "edition": "premium", "agents": {}}"#,
        "agents",
    ),
    (
        Code::UnknownField,
        "lifecycle",
        r#"{"product": "chat", "edition": "standard", "purchased": "2026-01-31T10:00", "colour": 1}"#,
        "colour",
    ),
    (
        Code::MissingField,
        "refund",
        r#"{"product": "chat", "edition": "standard", "refund_on": "2026-03-10"}"#,
        "purchased",
    ),
    (Code::UnknownCommand, "prices", "{}", "command"),
    (
        Code::UnknownProduct,
        "licenses",
        r#"{"product": "phone", "edition": "premium", "agents": []}"#,
        "product",
    ),
    (
        Code::UnknownEdition,
        "licenses",
        r#"{"product": "contact-center", "edition": "gold", "agents": []}"#,
        "edition",
    ),
    (
        Code::UnknownRateCard,
        "estimate",
        r#"{"items": [{"product": "chat", "edition": "standard", "rate_card": "chat/1999-01-01"}]}"#,
        "items[0].rate_card",
    ),
    (
        Code::UnknownDimension,
        "compare",
        r#"{"items": [{"product": "chat", "demand": {"seats": 1}}]}"#,
        "items[0].demand.seats",
    ),
    (
        Code::UnknownFeature,
        "compare",
        r#"{"items": [{"product": "chat", "requires": ["users", "magic"]}]}"#,
        "items[0].requires[1]",
    ),
    (
        Code::UnknownBilling,
        "compare",
        r#"{"items": [{"product": "chat", "billing": "annual"}]}"#,
        "items[0].billing",
    ),
    (
        Code::UnknownCharge,
        "compare",
        r#"{"items": [{"product": "chat", "buy": {"plan": []}}]}"#,
        "items[0].buy.plan",
    ),
    (
        Code::NoRateCard,
        "compare",
        r#"{"as_of": "2020-01-01", "items": [{"product": "chat"}]}"#,
        "as_of",
    ),
    (
        Code::BadQuantity,
        "licenses",
        r#"{"product": "contact-center", "edition": "premium", "agents": [], "sip_phones_online": -1}"#,
        "sip_phones_online",
    ),
    (
        Code::BadDate,
        "lifecycle",
        r#"{"product": "chat", "edition": "standard", "purchased": "2026-02-30T10:00"}"#,
        "purchased",
    ),
    (
        Code::WrongLength,
        "compare",
        r#"{"months": 3, "items": [{"product": "chat", "demand": {"mau": [1, 2]}}]}"#,
        "items[0].demand.mau",
    ),
    (
        Code::OutOfRange,
        "connect",
        r#"{"behaviour": 8}"#,
        "behaviour",
    ),
    (
        Code::BadAmount,
        "afford",
        r#"{"items": [{"product": "chat"}], "dimension": "mau", "budget": "1,000"}"#,
        "budget",
    ),
    (
        Code::BadAmount,
        "refund",
        r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "paid": {"cash": "-1"}}"#,
        "paid.cash",
    ),
    (
        Code::DuplicateEmail,
        "licenses",
        r#"{"product": "contact-center", "edition": "premium", "agents": [{"email": "a@example.com"}, {"email": "b@example.com"}, {"email": " A@EXAMPLE.com "}]}"#,
        "agents[2].email",
    ),
    (
        Code::TooLarge,
        "refund",
        r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "paid": {"cash": "99999999999999999999999999999999"}}"#,
        "paid.cash",
    ),
];

/// The codes that no request provokes: of the element, and of a card that is added, which
/// `own_cards.rs` gives to `--cards` and `js/own-cards.test.mjs` to `rateCards.add`.
const OF_NO_REQUEST: [Code; 2] = [Code::UnknownView, Code::BadRateCard];

#[test]
fn every_code_is_provoked_at_its_place() {
    let mut provoked = BTreeSet::new();
    for (code, command, request, place) in TABLE {
        let (got, path, message) = error(command, request);
        let got = (got.as_str(), path.as_str());
        assert_eq!(
            got,
            (code.as_str(), *place),
            "{command} {request}: {message}"
        );
        assert!(!OF_NO_REQUEST.contains(code));
        provoked.insert(*code);
    }
    provoked.extend(OF_NO_REQUEST);
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(provoked, all);
}

#[test]
fn structure_is_told_before_meaning_wherever_it_stands() {
    let meaning = r#""as_of": "2026-02-30", "items": [{"product": "nothing", "edition": "x"}]"#;
    for (structure, code, place) in [
        (r#", "months": [1]"#, "bad_type", "months"),
        (r#", "colour": 1"#, "unknown_field", "colour"),
        (r#", "as_of": 1"#, "bad_json", "as_of"),
        (",", "bad_json", ""),
    ] {
        let (got, path, _) = error("estimate", &format!("{{{meaning}{structure}}}"));
        assert_eq!((got.as_str(), path.as_str()), (code, place), "{structure}");
    }
    let (got, path, _) = error(
        "estimate",
        r#"{"as_of": "2026-02-30", "items": [{"product": "nothing"}]}"#,
    );
    assert_eq!(
        (got.as_str(), path.as_str()),
        ("missing_field", "items[0].edition")
    );
    let (got, path, _) = error(
        "licenses",
        r#"{"product": "nothing", "edition": "x", "agents": [{"email": "a@example.com"}, {"email": "a@example.com"}]}"#,
    );
    assert_eq!(
        (got.as_str(), path.as_str()),
        ("unknown_product", "product")
    );
}

#[test]
fn a_card_that_is_none_is_a_bad_rate_card() {
    let document = ratecard::value::from_json(&json!({"id": "x"}).to_string()).unwrap();
    let fault = ratecard::card::Card::read(&document).unwrap_err();
    assert_eq!(fault.code(), Code::BadRateCard);
    let error = ratecard::api::ErrorReply::new(&fault).to_json();
    assert_eq!(parts(&error).0, "bad_rate_card");
}
