//! Every reading reaches the replies that it touched, and not the ones beside them.

use std::collections::BTreeSet;

use crate::support::{CATALOG, ask_text, list, text};
use serde_json::Value;

/// A reading, a question that it touches, and one near it that it does not: each a command and its
/// request.
type Row = (
    &'static str,
    (&'static str, &'static str),
    (&'static str, &'static str),
);

/// An item of an estimate of one month that begins on the day of the test.
macro_rules! item {
    ($item:literal) => {
        ("estimate", concat!(r#"{"items": [{"#, $item, "}]}"))
    };
    ($months:literal, $item:literal) => {
        (
            "estimate",
            concat!(r#"{"months": "#, $months, r#", "items": [{"#, $item, "}]}"),
        )
    };
}

/// An order bought on 10 March 2026 for a month.
macro_rules! order {
    ($order:literal) => {
        (
            "lifecycle",
            concat!(
                r#"{"purchased": "2026-06-10T10:00", "months": 1, "#,
                $order,
                "}"
            ),
        )
    };
}

/// A refund two days after the purchase.
macro_rules! refund {
    ($refund:literal) => {
        (
            "refund",
            concat!(
                r#"{"purchased": "2026-06-10", "refund_on": "2026-06-12", "#,
                $refund,
                "}"
            ),
        )
    };
}

const TABLE: &[Row] = &[
    // The day picks the card, unless the request does.
    (
        "effective-date",
        item!(r#""product": "chat", "edition": "standard""#),
        item!(r#""product": "chat", "edition": "standard", "rate_card": "chat/2024-07-22""#),
    ),
    (
        "effective-date",
        order!(r#""product": "desk", "edition": "standard""#),
        item!(r#""product": "desk", "edition": "standard", "rate_card": "desk/2026-05-27""#),
    ),
    (
        "effective-date",
        refund!(r#""product": "chat", "edition": "trial""#),
        refund!(r#""product": "desk", "edition": "standard""#),
    ),
    (
        "effective-date",
        (
            "licenses",
            r#"{"product": "contact-center", "edition": "trial", "agents": []}"#,
        ),
        ("connect", "{}"),
    ),
    // Another card of the product comes before the estimate ends; which one, the request leaves to
    // the day.
    (
        "later-card",
        (
            "estimate",
            r#"{"as_of": "2026-05-01", "months": 3, "items": [{"product": "desk", "edition": "standard"}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2026-05-01", "months": 3, "items": [{"product": "desk", "edition": "standard", "rate_card": "desk/2024-07-22"}]}"#,
        ),
    ),
    (
        // The last day of the estimate is the one before the next card's, and that day itself.
        "later-card",
        (
            "estimate",
            r#"{"as_of": "2026-04-28", "months": 1, "items": [{"product": "desk", "edition": "standard"}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2026-04-27", "months": 1, "items": [{"product": "desk", "edition": "standard"}]}"#,
        ),
    ),
    (
        // Priced before its start.
        "later-card",
        (
            "estimate",
            r#"{"as_of": "2026-05-01", "start": "2027-01-01", "items": [{"product": "contact-center", "edition": "premium"}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2026-05-13", "months": 36, "items": [{"product": "contact-center", "edition": "premium"}]}"#,
        ),
    ),
    (
        // A trial of two weeks ends before.
        "later-card",
        (
            "estimate",
            r#"{"as_of": "2026-04-30", "months": 3, "items": [{"product": "contact-center", "edition": "trial"}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2026-04-29", "months": 3, "items": [{"product": "contact-center", "edition": "trial"}]}"#,
        ),
    ),
    // Usage beyond the plan is charged later.
    (
        "payg-date",
        item!(r#""product": "chat", "edition": "standard", "demand": {"mau": 10001}"#),
        item!(r#""product": "chat", "edition": "standard", "demand": {"mau": 10000}"#),
    ),
    (
        "payg-date",
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_calls_per_day": 101}"#
        ),
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_calls_per_day": 100}"#
        ),
    ),
    (
        "payg-date",
        item!(
            r#""product": "search", "edition": "standard", "demand": {"search_requests": 300001}"#
        ),
        item!(
            r#""product": "search", "edition": "standard", "demand": {"search_requests": 300000}"#
        ),
    ),
    (
        "payg-date",
        item!(r#""product": "desk", "edition": "standard", "demand": {"ai_messages": 12001}"#),
        // A trial has no pay as you go.
        item!(r#""product": "desk", "edition": "trial", "demand": {"ai_messages": 25001}"#),
    ),
    (
        "free-retention",
        item!(r#""product": "chat", "edition": "standard", "demand": {"history_days": 8}"#),
        item!(r#""product": "chat", "edition": "premium", "demand": {"history_days": 8}"#),
    ),
    (
        "free-retention",
        item!(r#""product": "chat", "edition": "trial", "demand": {"history_days": 8}"#),
        item!(r#""product": "chat", "edition": "trial", "demand": {"history_days": 7}"#),
    ),
    (
        "renewal",
        item!(25, r#""product": "chat", "edition": "standard""#),
        item!(24, r#""product": "chat", "edition": "standard""#),
    ),
    (
        "renewal",
        item!(36, r#""product": "chat", "edition": "premium""#),
        // A trial is not bought, so it is not renewed.
        item!(36, r#""product": "chat", "edition": "trial""#),
    ),
    (
        // An order of more months than are sold at once is renewed.
        "renewal",
        (
            "lifecycle",
            r#"{"purchased": "2026-06-10T10:00", "months": 25, "product": "chat", "edition": "standard"}"#,
        ),
        (
            "lifecycle",
            r#"{"purchased": "2026-06-10T10:00", "months": 24, "product": "chat", "edition": "standard"}"#,
        ),
    ),
    (
        "renewal",
        (
            "lifecycle",
            r#"{"purchased": "2026-06-10T10:00", "months": 36, "product": "chat", "edition": "premium"}"#,
        ),
        (
            "lifecycle",
            r#"{"purchased": "2026-06-10T10:00", "months": 36, "product": "chat", "edition": "trial"}"#,
        ),
    ),
    (
        "refund-unpaid",
        refund!(r#""product": "chat", "edition": "standard", "paid": {"voucher": "399"}"#),
        refund!(
            r#""product": "chat", "edition": "standard", "paid": {"voucher": "399", "cash": "0.01"}"#
        ),
    ),
    (
        "refund-unpaid",
        refund!(r#""product": "chat", "edition": "premium""#),
        refund!(r#""product": "chat", "edition": "trial""#),
    ),
    (
        "call-free",
        item!(r#""product": "call", "edition": "free""#),
        item!(r#""product": "call", "edition": "group""#),
    ),
    (
        "desk-cycle",
        (
            "lifecycle",
            r#"{"purchased": "2026-05-01T10:00", "months": 1, "product": "desk", "edition": "standard"}"#,
        ),
        order!(r#""product": "desk", "edition": "standard""#),
    ),
    (
        "trial-packs",
        item!(
            8,
            r#""product": "desk", "edition": "trial", "buy": {"message_packs": [{"month": 7, "quantity": 100000}]}"#
        ),
        item!(
            8,
            r#""product": "desk", "edition": "premium", "buy": {"message_packs": [{"month": 7, "quantity": 100000}]}"#
        ),
    ),
    (
        "pack-year",
        item!(
            r#""product": "desk", "edition": "premium", "buy": {"message_packs": [{"month": 0, "quantity": 100000}]}"#
        ),
        item!(r#""product": "desk", "edition": "trial", "demand": {"ai_messages": 25001}"#),
    ),
    (
        "pack-year",
        item!(r#""product": "voice-agent", "edition": "byom", "demand": {"minutes": 8001}"#),
        item!(r#""product": "voice-agent", "edition": "byom", "demand": {"minutes": 8000}"#),
    ),
    (
        "more-languages",
        item!(
            r#""product": "desk", "edition": "standard", "demand": {"knowledge_base_languages": 2}"#
        ),
        item!(
            r#""product": "desk", "edition": "premium", "demand": {"knowledge_base_languages": 2}"#
        ),
    ),
    (
        "reminder-days",
        order!(r#""product": "chat", "edition": "premium""#),
        order!(r#""product": "chat", "edition": "trial""#),
    ),
    (
        "refund-month",
        refund!(r#""product": "chat", "edition": "standard", "paid": {"cash": "399"}"#),
        refund!(r#""product": "chat", "edition": "trial", "paid": {"cash": "399"}"#),
    ),
    (
        "refund-cents",
        refund!(r#""product": "chat", "edition": "standard", "paid": {"credit": "399"}"#),
        refund!(r#""product": "chat", "edition": "trial", "paid": {"credit": "399"}"#),
    ),
    (
        // What was used is an amount, too, where nothing comes back.
        "refund-cents",
        refund!(r#""product": "chat", "edition": "standard", "paid": {"cash": "0.01"}"#),
        refund!(r#""product": "chat", "edition": "standard", "paid": {"voucher": "399"}"#),
    ),
    (
        "every-day",
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_calls_per_day": 101}"#
        ),
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_messages": 30000001}"#
        ),
    ),
    (
        "started-block",
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_messages": 30000001}"#
        ),
        item!(
            r#""product": "push", "edition": "standard", "demand": {"broadcast_calls_per_day": 101}"#
        ),
    ),
    (
        "started-block",
        item!(
            r#""product": "search", "edition": "standard", "demand": {"stored_messages": 1500001}"#
        ),
        item!(
            r#""product": "search", "edition": "standard", "demand": {"stored_messages": 1500000}"#
        ),
    ),
    (
        "started-block",
        item!(r#""product": "desk", "edition": "premium", "demand": {"ai_messages": 25001}"#),
        item!(r#""product": "desk", "edition": "premium", "demand": {"ai_messages": 25000}"#),
    ),
    (
        "no-expiry",
        item!(r#""product": "chatbot", "edition": "starter", "demand": {"messages": 1}"#),
        item!(r#""product": "chatbot", "edition": "starter", "demand": {"bots": 2}"#),
    ),
    (
        "promotion-ignored",
        item!(r#""product": "chatbot", "edition": "premium", "demand": {"messages": 1}"#),
        item!(r#""product": "chatbot", "edition": "premium", "demand": {"messages": 0}"#),
    ),
    (
        "desk-trial",
        item!(r#""product": "desk", "edition": "trial", "demand": {"licenses": 4}"#),
        item!(r#""product": "desk", "edition": "trial", "demand": {"licenses": 3}"#),
    ),
    (
        "desk-trial",
        item!(r#""product": "desk", "edition": "trial", "demand": {"licenses": 4}"#),
        item!(r#""product": "desk", "edition": "standard", "demand": {"licenses": 4}"#),
    ),
    (
        "desk-trial",
        item!(r#""product": "desk", "edition": "trial", "demand": {"licenses": 4}"#),
        item!(
            r#""product": "desk", "edition": "trial", "demand": {"ai_messages": 25001, "robots": 4}"#
        ),
    ),
    (
        "pack-steps",
        item!(r#""product": "desk", "edition": "trial", "demand": {"ai_messages": 25001}"#),
        item!(r#""product": "desk", "edition": "premium", "demand": {"ai_messages": 25001}"#),
    ),
    (
        "desk-payg",
        item!(r#""product": "desk", "edition": "premium", "demand": {"ai_messages": 25001}"#),
        item!(r#""product": "desk", "edition": "trial", "demand": {"ai_messages": 25001}"#),
    ),
    (
        "contact-center-trial",
        item!(r#""product": "contact-center", "edition": "trial", "demand": {"licenses": 4}"#),
        item!(r#""product": "contact-center", "edition": "trial", "demand": {"licenses": 3}"#),
    ),
    (
        "contact-center-trial",
        item!(r#""product": "contact-center", "edition": "trial", "demand": {"sip_phones": 1}"#),
        item!(
            r#""product": "contact-center", "edition": "standard", "demand": {"licenses": 4, "sip_phones": 1}"#
        ),
    ),
    (
        "contact-center-trial",
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "trial", "demand": {"licenses": 4}}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "trial", "requires": ["mute"]}]}"#,
        ),
    ),
    (
        "trial-features",
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "trial", "requires": ["mute"]}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "essential", "requires": ["mute"]}]}"#,
        ),
    ),
    (
        // A feature that is missing is missing by the same reading.
        "trial-features",
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "trial", "requires": ["self-service"]}]}"#,
        ),
        (
            "estimate",
            r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center", "edition": "trial", "demand": {"licenses": 4}}]}"#,
        ),
    ),
    (
        "license-use",
        (
            "licenses",
            r#"{"product": "contact-center", "edition": "premium", "agents": []}"#,
        ),
        // The dimension and the policy of licenses share their name; the reading is the policy's.
        item!(r#""product": "contact-center", "edition": "premium", "demand": {"licenses": 7}"#),
    ),
    (
        "five-days",
        refund!(r#""product": "contact-center", "edition": "premium", "paid": {"cash": "210"}"#),
        refund!(r#""product": "contact-center", "edition": "trial""#),
    ),
    (
        "five-days",
        refund!(r#""product": "contact-center", "edition": "premium", "violation": true"#),
        order!(r#""product": "contact-center", "edition": "premium""#),
    ),
    (
        "voice-package",
        item!(r#""product": "voice-agent", "edition": "byom""#),
        order!(r#""product": "voice-agent", "edition": "byom""#),
    ),
    (
        "pack-months",
        item!(
            r#""product": "contact-center-cn", "edition": "standard", "demand": {"landline_numbers": 1, "outbound_minutes": 1}"#
        ),
        item!(
            r#""product": "contact-center-cn", "edition": "standard", "demand": {"landline_numbers": 1}"#
        ),
    ),
    (
        "cn-trial",
        item!(
            r#""product": "contact-center-cn", "edition": "trial", "demand": {"tollfree_numbers": 1}"#
        ),
        item!(r#""product": "contact-center-cn", "edition": "trial", "demand": {"seats": 11}"#),
    ),
    (
        "cn-trial",
        item!(
            r#""product": "contact-center-cn", "edition": "trial", "demand": {"outbound_minutes": 1}"#
        ),
        item!(
            r#""product": "contact-center-cn", "edition": "premium", "demand": {"outbound_minutes": 1}"#
        ),
    ),
    (
        "same-time",
        order!(r#""product": "chat", "edition": "trial""#),
        order!(r#""product": "chat", "edition": "standard""#),
    ),
    (
        "same-time",
        order!(r#""product": "desk", "edition": "trial""#),
        order!(r#""product": "desk", "edition": "premium""#),
    ),
    (
        "same-time",
        order!(r#""product": "contact-center-cn", "edition": "trial""#),
        item!(r#""product": "contact-center-cn", "edition": "trial""#),
    ),
    (
        "same-time",
        order!(r#""product": "call", "edition": "free""#),
        order!(r#""product": "push", "edition": "standard""#),
    ),
];

/// The ids of the readings that touched a reply.
fn assumptions(command: &str, request: &str) -> BTreeSet<String> {
    let reply = ask_text(command, request).unwrap_or_else(|error| panic!("{request}: {error}"));
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let places = match command {
        "estimate" => list(&reply, "items"),
        _ => std::slice::from_ref(&reply),
    };
    let assumptions = places.iter().filter_map(|place| place.get("assumptions"));
    let assumptions = assumptions.flat_map(|all| all.as_array().unwrap());
    assumptions.map(|one| text(one, "id").to_owned()).collect()
}

#[test]
fn a_reading_is_told_where_it_touched_and_nowhere_else() {
    for (reading, (command, touched), (near, spared)) in TABLE {
        let told = assumptions(command, touched);
        assert!(told.contains(*reading), "{reading}: {touched} has {told:?}");
        let told = assumptions(near, spared);
        assert!(!told.contains(*reading), "{reading}: {spared} has {told:?}");
    }
}

#[test]
fn every_reading_of_every_card_is_in_the_table() {
    let tried: BTreeSet<&str> = TABLE.iter().map(|(reading, ..)| *reading).collect();
    let cards = CATALOG.cards().unwrap();
    let all: BTreeSet<&str> = cards
        .iter()
        .flat_map(|listed| listed.card.readings.iter().map(|reading| &*reading.id))
        .collect();
    assert_eq!(tried, all);
}

/// The editions of a comparison each have their own readings.
#[test]
fn a_comparison_tells_them_by_edition() {
    let request = r#"{"as_of": "2025-01-01", "items": [{"product": "contact-center",
        "demand": {"licenses": 4}, "requires": ["mute"]}]}"#;
    let reply = ask_text("compare", request).unwrap();
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let ids = |edition: &Value| -> Vec<String> {
        let all = list(edition, "assumptions").iter();
        all.map(|one| text(one, "id").to_owned()).collect()
    };
    let all: Vec<Vec<String>> = list(&reply, "editions").iter().map(ids).collect();
    let of_trial = ["effective-date", "contact-center-trial", "trial-features"];
    assert_eq!(
        all,
        [&of_trial[..], &["effective-date"], &["effective-date"]]
    );
}
