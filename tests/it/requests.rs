//! Requests with a fault: its code, its place, and a message that says what is accepted.

use crate::support::{self, ask_text, error, parts, reply};
use serde_json::{Value, json};

/// Command, request, and of its error: code, place, and what the message holds.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn all(cases: &[Case]) {
    for (command, request, code, path, says) in cases {
        let (got_code, got_path, message) = error(command, request);
        let got = (got_code.as_str(), got_path.as_str());
        assert_eq!(got, (*code, *path), "{command} {request}: {message}");
        assert!(message.contains(says), "{command} {request}: {message}");
    }
}

/// A request for one item of Chat with these fields beside product and edition.
fn chat(fields: &str) -> String {
    format!(r#"{{"items": [{{"product": "chat", "edition": "standard", {fields}}}]}}"#)
}

fn mau(demand: &str) -> String {
    chat(&format!(r#""demand": {{"mau": {demand}}}"#))
}

#[test]
fn structure() {
    all(&[
        ("estimate", "", "bad_json", "", "line 1, column 1"),
        ("estimate", "{", "bad_json", "", "line 1, column 2"),
        ("estimate", "{}x", "bad_json", "", "follows the end"),
        ("estimate", "{} {}", "bad_json", "", "follows the end"),
        ("estimate", r#"{"items": [],}"#, "bad_json", "", "not JSON"),
        ("estimate", "{'items': []}", "bad_json", "", "not JSON"),
        (
            "estimate",
            "{\"months\": 01, \"items\": []}",
            "bad_json",
            "",
            "",
        ),
        (
            "estimate",
            "{\"months\": +1, \"items\": []}",
            "bad_json",
            "",
            "not JSON",
        ),
        (
            "estimate",
            "{\"months\": 1., \"items\": []}",
            "bad_json",
            "",
            "number",
        ),
        (
            "estimate",
            "{\"months\": NaN, \"items\": []}",
            "bad_json",
            "",
            "not JSON",
        ),
        (
            "estimate",
            "\u{feff}\u{feff}{\"items\": []}",
            "bad_json",
            "",
            "not JSON",
        ),
        (
            "estimate",
            "{\n\"start\": \"2026-1",
            "bad_json",
            "",
            "line 2",
        ),
        (
            "estimate",
            r#"{"months": 1, "months": 1, "items": []}"#,
            "bad_json",
            "months",
            "twice",
        ),
        (
            "estimate",
            r#"{"months": 1, "\u006donths": 1, "items": []}"#,
            "bad_json",
            "months",
            "twice",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "demand": {"mau": 1, "mau": 1}}]}"#,
            "bad_json",
            "items[0].demand.mau",
            "twice",
        ),
        (
            "estimate",
            "[]",
            "bad_type",
            "",
            "expected an object, got a list",
        ),
        (
            "estimate",
            "null",
            "bad_type",
            "",
            "expected an object, got null",
        ),
        (
            "estimate",
            "\"items\"",
            "bad_type",
            "",
            "expected an object, got \"items\"",
        ),
        ("estimate", "1", "bad_type", "", "expected an object, got 1"),
        (
            "estimate",
            r#"{"items": {}}"#,
            "bad_type",
            "items",
            "expected a list, got an object",
        ),
        (
            "estimate",
            r#"{"items": "chat"}"#,
            "bad_type",
            "items",
            "expected a list",
        ),
        (
            "estimate",
            r#"{"items": [null]}"#,
            "bad_type",
            "items[0]",
            "expected an object, got null",
        ),
        (
            "estimate",
            r#"{"items": [[]]}"#,
            "bad_type",
            "items[0]",
            "expected an object",
        ),
        (
            "estimate",
            r#"{"months": [1], "items": []}"#,
            "bad_type",
            "months",
            "expected a single value",
        ),
        (
            "estimate",
            r#"{"start": 20261120, "items": []}"#,
            "bad_type",
            "start",
            "expected a text, got 20261120",
        ),
        (
            "estimate",
            r#"{"as_of": true, "items": []}"#,
            "bad_type",
            "as_of",
            "expected a text, got true",
        ),
        (
            "estimate",
            r#"{"items": [{"product": 1, "edition": "standard"}]}"#,
            "bad_type",
            "items[0].product",
            "text",
        ),
        ("estimate", "{}", "missing_field", "items", "needed: items"),
        (
            "estimate",
            r#"{"items": null}"#,
            "missing_field",
            "items",
            "missing",
        ),
        (
            "estimate",
            r#"{"items": [{"edition": "standard"}]}"#,
            "missing_field",
            "items[0].product",
            "missing",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat"}]}"#,
            "missing_field",
            "items[0].edition",
            "missing",
        ),
        (
            "estimate",
            r#"{"items": [], "mouths": 3}"#,
            "unknown_field",
            "mouths",
            "accepted: as_of, start, months, items",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "editoin": ""}]}"#,
            "unknown_field",
            "items[0].editoin",
            "rate_card",
        ),
        (
            "cards",
            r#"{"product": "chat"}"#,
            "unknown_field",
            "product",
            "no field",
        ),
        ("card", "{}", "missing_field", "id", "missing"),
        ("card", r#"{"id": 1}"#, "bad_type", "id", "expected a text"),
        ("compare", "{}", "missing_field", "items", "missing"),
        (
            "compare",
            r#"{"items": [{"product": "chat", "edition": "standard"}]}"#,
            "unknown_field",
            "items[0].edition",
            "accepted: product",
        ),
        ("lifecycle", "{}", "missing_field", "product", "purchased"),
        (
            "lifecycle",
            r#"{"product": "chat", "edition": "standard"}"#,
            "missing_field",
            "purchased",
            "missing",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10"}"#,
            "missing_field",
            "refund_on",
            "missing",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "paid": 3}"#,
            "bad_type",
            "paid",
            "object",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "paid": {"cheque": "3"}}"#,
            "unknown_field",
            "paid.cheque",
            "cash",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "promotion": "yes"}"#,
            "bad_type",
            "promotion",
            "true or false",
        ),
    ]);
    for (fields, path) in [
        (r#""demand": []"#, "items[0].demand"),
        (r#""demand": {"mau": {}}"#, "items[0].demand.mau"),
        (r#""demand": {"mau": [[1]]}"#, "items[0].demand.mau[0]"),
        (r#""calls": {"mau": 3}"#, "items[0].calls.mau"),
        (r#""calls": {"mau": [3]}"#, "items[0].calls.mau[0]"),
        (r#""requires": "users""#, "items[0].requires"),
        (r#""requires": [1]"#, "items[0].requires[0]"),
        (r#""requires": [null]"#, "items[0].requires[0]"),
        (r#""buy": []"#, "items[0].buy"),
        (r#""buy": {"plan": {}}"#, "items[0].buy.plan"),
        (r#""billing": {}"#, "items[0].billing"),
        (r#""rate_card": ["chat/2024-07-22"]"#, "items[0].rate_card"),
    ] {
        let (code, got, message) = error("estimate", &chat(fields));
        assert_eq!(
            (code.as_str(), got.as_str()),
            ("bad_type", path),
            "{message}"
        );
        assert!(message.starts_with("expected "), "{message}");
    }
    let (code, path, _) = error("estimate", &chat(r#""calls": {"mau": [{"count": 1}]}"#));
    assert_eq!(
        (code.as_str(), path.as_str()),
        ("missing_field", "items[0].calls.mau[0].seconds")
    );
    let (code, path, _) = error(
        "estimate",
        &chat(r#""buy": {"plan": [{"month": 0, "size": 1}]}"#),
    );
    assert_eq!(
        (code.as_str(), path.as_str()),
        ("unknown_field", "items[0].buy.plan[0].size")
    );
}

#[test]
fn ids() {
    all(&[
        (
            "haggle",
            "{}",
            "unknown_command",
            "command",
            "accepted: cards, card, estimate, compare",
        ),
        ("", "{}", "unknown_command", "command", "accepted:"),
        ("Estimate", "{}", "unknown_command", "command", "accepted:"),
        (
            "card",
            r#"{"id": "chat"}"#,
            "unknown_rate_card",
            "id",
            "chat/2024-07-22",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chats", "edition": "standard"}]}"#,
            "unknown_product",
            "items[0].product",
            "chat",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "", "edition": "standard"}]}"#,
            "unknown_product",
            "items[0].product",
            "chat",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "gold"}]}"#,
            "unknown_edition",
            "items[0].edition",
            "accepted: trial, standard, premium",
        ),
        (
            "compare",
            r#"{"items": [{"product": "chats"}]}"#,
            "unknown_product",
            "items[0].product",
            "chat",
        ),
        (
            "lifecycle",
            r#"{"product": "chats", "edition": "x", "purchased": "2026-03-10T00:00"}"#,
            "unknown_product",
            "product",
            "chat",
        ),
        (
            "lifecycle",
            r#"{"product": "chat", "edition": "x", "purchased": "2026-03-10T00:00"}"#,
            "unknown_edition",
            "edition",
            "trial",
        ),
        (
            "lifecycle",
            r#"{"product": "chat", "edition": "standard", "purchased": "2020-03-10T00:00"}"#,
            "no_rate_card",
            "purchased",
            "2024-07-22",
        ),
        (
            "refund",
            r#"{"product": "chats", "edition": "x", "purchased": "2026-03-10", "refund_on": "2026-03-10"}"#,
            "unknown_product",
            "product",
            "chat",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "x", "purchased": "2026-03-10", "refund_on": "2026-03-10"}"#,
            "unknown_edition",
            "edition",
            "trial",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2020-03-10", "refund_on": "2026-03-10"}"#,
            "no_rate_card",
            "purchased",
            "2024-07-22",
        ),
        (
            "estimate",
            r#"{"as_of": "2020-01-01", "items": [{"product": "chat", "edition": "standard"}]}"#,
            "no_rate_card",
            "as_of",
            "2024-07-22",
        ),
        (
            "compare",
            r#"{"as_of": "2020-01-01", "items": [{"product": "chat"}]}"#,
            "no_rate_card",
            "as_of",
            "2024-07-22",
        ),
    ]);
    for (fields, code, path, says) in [
        (
            r#""rate_card": "chat/1999-01-01""#,
            "unknown_rate_card",
            "rate_card",
            "accepted: chat/2024-07-22",
        ),
        (
            r#""billing": "annual""#,
            "unknown_billing",
            "billing",
            "accepted: monthly",
        ),
        (
            r#""billing": "weekly""#,
            "unknown_billing",
            "billing",
            "accepted: monthly",
        ),
        (
            r#""demand": {"maus": 1}"#,
            "unknown_dimension",
            "demand.maus",
            "accepted: mau, ",
        ),
        (
            r#""calls": {"mau": [{"count": 1, "seconds": 1}]}"#,
            "unknown_dimension",
            "calls.mau",
            "no dimension of minutes",
        ),
        (
            r#""requires": ["users", "telepathy"]"#,
            "unknown_feature",
            "requires[1]",
            "accepted: global-coverage",
        ),
        (
            r#""buy": {"mau_overage": []}"#,
            "unknown_charge",
            "buy.mau_overage",
            "there are no packs",
        ),
        (
            r#""buy": {"gold": []}"#,
            "unknown_charge",
            "buy.gold",
            "there are no packs",
        ),
    ] {
        let (got_code, got_path, message) = error("estimate", &chat(fields));
        let path = format!("items[0].{path}");
        assert_eq!(
            (got_code.as_str(), got_path.as_str()),
            (code, path.as_str()),
            "{message}"
        );
        assert!(message.contains(says), "{message}");
        // A list of nothing would say nothing.
        assert!(!message.trim_end().ends_with(':'), "{message}");
    }
}

#[test]
fn quantities() {
    for given in [
        "-1",
        "1.5",
        "0.1",
        "1e-1",
        "15e-1",
        "1000000000001",
        "1e13",
        "1e400",
        "1e-400",
        "-1e400",
        "1e99999999999999999999",
        "123456789012345678901234567890",
        "999999999999.9",
        "\"10\"",
        "\"\"",
        "true",
        "false",
        "1000000000000.0000000000000000000001",
    ] {
        let (code, path, message) = error("estimate", &mau(given));
        assert_eq!(
            (code.as_str(), path.as_str()),
            ("bad_quantity", "items[0].demand.mau"),
            "{given}: {message}"
        );
        let says = "expected a whole number from 0 to 1,000,000,000,000, got";
        assert!(message.starts_with(says), "{message}");
        let (_, path, _) = error("estimate", &mau(&format!("[{given}]")));
        assert_eq!(path, "items[0].demand.mau[0]");
    }
    let (code, path, _) = error("estimate", &mau("[null]"));
    assert_eq!(
        (code.as_str(), path.as_str()),
        ("bad_quantity", "items[0].demand.mau[0]")
    );
    for (given, same) in [
        ("1e3", "1000"),
        ("1E3", "1000"),
        ("1e+3", "1000"),
        ("1000.0", "1000"),
        ("10000.0e-1", "1000"),
        ("0.1e4", "1000"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0e400", "0"),
        ("0e-99999999999999999999", "0"),
        ("1e12", "1000000000000"),
        ("1000000000000.000000000000000000000", "1000000000000"),
    ] {
        assert_eq!(
            ask_text("estimate", &mau(given)),
            ask_text("estimate", &mau(same)),
            "{given}"
        );
        assert!(ask_text("estimate", &mau(same)).is_ok());
    }
}

#[test]
fn lengths_and_bounds() {
    all(&[
        (
            "compare",
            r#"{"items": []}"#,
            "out_of_range",
            "items",
            "exactly one item, got 0",
        ),
        (
            "compare",
            r#"{"items": [{"product": "chat"}, {"product": "chat"}]}"#,
            "out_of_range",
            "items",
            "exactly one item, got 2",
        ),
        (
            "lifecycle",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10T00:00", "months": 0}"#,
            "out_of_range",
            "months",
            "from 1 to 36, got 0",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "months": 25}"#,
            "out_of_range",
            "months",
            "from 1 to 24, got 25",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-09"}"#,
            "out_of_range",
            "refund_on",
            "before the purchase on 2026-03-10",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-04-10"}"#,
            "out_of_range",
            "refund_on",
            "2026-04-10",
        ),
    ]);
    for months in ["0", "37", "1e12", "1e3"] {
        let request = format!(r#"{{"months": {months}, "items": []}}"#);
        let (code, path, message) = error("estimate", &request);
        assert_eq!((code.as_str(), path.as_str()), ("out_of_range", "months"));
        assert!(message.contains("from 1 to 36"), "{message}");
    }
    for months in ["-1", "1.5", "\"12\"", "true", "1e400"] {
        let request = format!(r#"{{"months": {months}, "items": []}}"#);
        let (code, path, message) = error("estimate", &request);
        assert_eq!((code.as_str(), path.as_str()), ("bad_quantity", "months"));
        assert!(message.contains("from 1 to 36"), "{message}");
    }
    for (months, series, got) in [
        (1, "[]", 0),
        (1, "[1, 2]", 2),
        (3, "[1, 2]", 2),
        (2, "[1, 2, -3]", 3),
    ] {
        let request = mau(series).replacen('{', &format!(r#"{{"months": {months}, "#), 1);
        let (code, path, message) = error("estimate", &request);
        assert_eq!(
            (code.as_str(), path.as_str()),
            ("wrong_length", "items[0].demand.mau")
        );
        assert!(
            message.contains(&format!("the {months} month")),
            "{message}"
        );
        assert!(message.ends_with(&format!("got {got}")), "{message}");
    }
}

#[test]
fn dates() {
    for day in [
        "2026-02-30",
        "2026-2-3",
        "1999-12-31",
        "3000-01-01",
        "today",
        "",
        "2026-11-20T00:00",
    ] {
        for field in ["as_of", "start"] {
            let (code, path, message) = error(
                "estimate",
                &format!(r#"{{"{field}": "{day}", "items": []}}"#),
            );
            assert_eq!((code.as_str(), path.as_str()), ("bad_date", field));
            assert!(
                message.contains("YYYY-MM-DD from 2000 to 2999"),
                "{message}"
            );
        }
    }
    for moment in [
        "2026-03-10",
        "2026-03-10T24:00",
        "2026-03-10T10:00Z",
        "2026-02-30T10:00",
    ] {
        let request =
            format!(r#"{{"product": "chat", "edition": "standard", "purchased": "{moment}"}}"#);
        let (code, path, message) = error("lifecycle", &request);
        assert_eq!((code.as_str(), path.as_str()), ("bad_date", "purchased"));
        assert!(message.contains("YYYY-MM-DDTHH:MM"), "{message}");
    }
    let at_the_end = r#"{"start": "2999-12-31", "months": 36, "items": [{"product": "chat", "edition": "premium"}]}"#;
    assert!(ask_text("estimate", at_the_end).is_ok());
}

#[test]
fn amounts() {
    let refund = |cash: &str| {
        format!(
            r#"{{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-10", "paid": {{"cash": {cash}}}}}"#
        )
    };
    for amount in [
        "\"-1\"",
        "\"1e3\"",
        "\"1,000\"",
        "\"\"",
        "\"12.\"",
        "\".5\"",
        "\"+1\"",
        "\"NaN\"",
        "399",
        "3.99",
        "true",
    ] {
        let (code, path, message) = error("refund", &refund(amount));
        assert_eq!(
            (code.as_str(), path.as_str()),
            ("bad_amount", "paid.cash"),
            "{amount}"
        );
        assert!(
            message.contains("expected an amount as a text"),
            "{message}"
        );
    }
    let (code, path, _) = error("refund", &refund("\"0.12345678901234567890123456789\""));
    assert_eq!((code.as_str(), path.as_str()), ("too_large", "paid.cash"));
    assert!(ask_text("refund", &refund("\"399.00\"")).is_ok());
}

#[test]
fn what_is_null_is_absent() {
    let plain = json!({"items": [{"product": "chat", "edition": "standard"}]});
    let nulls = json!({
        "as_of": null, "start": null, "months": null,
        "items": [{
            "product": "chat", "edition": "standard", "rate_card": null, "billing": null,
            "demand": {"mau": null}, "calls": {"mau": null}, "requires": null, "buy": {"plan": null},
        }],
        "mouths": null,
    });
    assert_eq!(reply("estimate", &plain), reply("estimate", &nulls));
    let compared = json!({"items": [{"product": "chat", "edition": null}]});
    assert!(support::ask("compare", &compared).is_ok());
    let refund = json!({
        "product": "chat", "edition": "standard", "purchased": "2026-03-10", "months": null,
        "refund_on": "2026-03-10", "paid": {"cash": null}, "first_refund": null,
    });
    assert_eq!(reply("refund", &refund)["refund"], "0");
}

#[test]
fn defaults() {
    let asked = json!({"items": [{"product": "chat", "edition": "standard"}]});
    let said = json!({
        "as_of": "2026-11-20", "start": "2026-11-20", "months": 1,
        "items": [{
            "product": "chat", "edition": "standard", "rate_card": null, "billing": "monthly",
            "demand": {}, "calls": {}, "requires": [], "buy": {},
        }],
    });
    assert_eq!(reply("estimate", &asked), reply("estimate", &said));
    let empty = reply("estimate", &json!({"items": []}));
    assert_eq!(empty["totals"], json!({}));
    assert_eq!(empty["schedule"], json!([]));
}

/// Structure before meaning, then the order of the fields; entries in their order.
#[test]
fn the_first_fault_is_told() {
    all(&[
        // Not JSON at the end beats everything before it.
        (
            "estimate",
            r#"{"mouths": 1, "items": [}"#,
            "bad_json",
            "",
            "",
        ),
        // Structure anywhere beats meaning anywhere.
        (
            "estimate",
            r#"{"as_of": "never", "months": 99, "items": [{"product": "nil", "edition": "nil"}, {}]}"#,
            "missing_field",
            "items[1].product",
            "",
        ),
        (
            "estimate",
            r#"{"as_of": "never", "items": [{"product": "nil", "edition": "nil", "requires": {}}]}"#,
            "bad_type",
            "items[0].requires",
            "",
        ),
        (
            "compare",
            r#"{"items": [{"product": "nil"}, {"edition": "gold"}]}"#,
            "unknown_field",
            "items[1].edition",
            "",
        ),
        // Then the order of the fields, whatever the order in which they are written.
        (
            "estimate",
            r#"{"months": 99, "start": "never", "as_of": "never", "items": []}"#,
            "bad_date",
            "as_of",
            "",
        ),
        (
            "estimate",
            r#"{"months": 99, "start": "never", "items": []}"#,
            "bad_date",
            "start",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "nil", "edition": "nil"}], "months": 99}"#,
            "out_of_range",
            "months",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"edition": "gold", "product": "nil"}]}"#,
            "unknown_product",
            "items[0].product",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"billing": "weekly", "edition": "gold", "product": "chat"}]}"#,
            "unknown_edition",
            "items[0].edition",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "demand": {"mau": -1}, "billing": "weekly"}]}"#,
            "unknown_billing",
            "items[0].billing",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "requires": ["nil"], "calls": {"mau": []}, "demand": {"nil": 1}}]}"#,
            "unknown_dimension",
            "items[0].demand.nil",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "buy": {"nil": []}, "requires": ["nil"], "calls": {"mau": []}}]}"#,
            "unknown_dimension",
            "items[0].calls.mau",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "buy": {"nil": []}, "requires": ["nil"]}]}"#,
            "unknown_feature",
            "items[0].requires[0]",
            "",
        ),
        // And the first entry before the second.
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "buy": {"nil": []}}, {"product": "nil", "edition": "nil"}]}"#,
            "unknown_charge",
            "items[0].buy.nil",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "calls": {"mau": []}}, {"product": "nil", "edition": "nil"}]}"#,
            "unknown_dimension",
            "items[0].calls.mau",
            "",
        ),
        (
            "estimate",
            r#"{"items": [{"product": "chat", "edition": "standard", "demand": {"mau": [-1, 2]}}], "months": 2, "start": "2026-01-01"}"#,
            "bad_quantity",
            "items[0].demand.mau[0]",
            "",
        ),
        (
            "lifecycle",
            r#"{"months": 99, "product": "chat", "edition": "standard", "purchased": "never"}"#,
            "bad_date",
            "purchased",
            "",
        ),
        (
            "refund",
            r#"{"product": "chat", "edition": "standard", "purchased": "2026-03-10", "refund_on": "2026-03-01", "paid": {"income": "1"}}"#,
            "unknown_field",
            "paid.income",
            "accepted: cash, credit, voucher",
        ),
    ]);
}

#[test]
fn texts_are_read_as_json_says() {
    let product =
        |text: &str| format!(r#"{{"items": [{{"product": "{text}", "edition": "standard"}}]}}"#);
    assert!(ask_text("estimate", &product("\\u0063hat")).is_ok());
    assert!(ask_text("estimate", &product("ch\\u0061t")).is_ok());
    for lone in [
        "\\ud800",
        "\\udc00",
        "\\ud800x",
        "\\ud800\\ud800",
        "\\udc00\\ud800",
    ] {
        let (code, path, message) = error("estimate", &product(lone));
        assert_eq!((code.as_str(), path.as_str()), ("bad_json", ""), "{lone}");
        assert!(message.contains("text"), "{message}");
    }
    for broken in ["\\x41", "\\u12", "a\nb", "a\tb", "\u{1}"] {
        let (code, _, _) = error("estimate", &product(broken));
        assert_eq!(code, "bad_json", "{broken:?}");
    }
    // A pair is one character, and whatever is no id comes back as it was asked for.
    let (code, _, message) = error("estimate", &product("\\ud83d\\ude00"));
    assert_eq!(code, "unknown_product");
    assert!(message.contains("\"😀\""), "{message}");
    let error = ask_text("estimate", &product("\\u0000\\\"\\u2028<script>")).unwrap_err();
    let (code, _, message) = parts(&error);
    assert_eq!(code, "unknown_product");
    assert!(message.contains("\u{0}\"\u{2028}<script>"), "{message:?}");
}

#[test]
fn depth_is_bounded_and_no_trap() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let (code, _, _) = error("estimate", &nested(64));
    assert_eq!(code, "bad_type");
    for depth in [65, 1_000, 200_000] {
        let (code, path, message) = error("estimate", &nested(depth));
        assert_eq!((code.as_str(), path.as_str()), ("bad_json", ""));
        assert!(message.contains("deep"), "{message}");
    }
    let objects = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    assert_eq!(error("estimate", &objects).0, "bad_json");
    assert_eq!(error("estimate", &"[".repeat(1_000_000)).0, "bad_json");
}

/// Comparing every key with every other would make this request the one that the run ends with.
#[test]
fn many_fields_are_told_apart() {
    let fields: Vec<String> = (0..100_000)
        .map(|field| format!(r#""f{field}":0"#))
        .collect();
    let request = format!(r#"{{"items":[],{}}}"#, fields.join(","));
    assert_eq!(error("estimate", &request).1, "f0");
    let request = format!(r#"{{{},"f7":0}}"#, fields.join(","));
    let (code, path, _) = error("estimate", &request);
    assert_eq!((code.as_str(), path.as_str()), ("bad_json", "f7"));
}

#[test]
fn every_error_has_the_three_fields_and_a_sentence() {
    for request in [
        "",
        "{}",
        "[]",
        r#"{"items": 1}"#,
        r#"{"x": 1}"#,
        r#"{"items": [{"product": "x", "edition": ""}]}"#,
    ] {
        let error = ask_text("estimate", request).unwrap_err();
        let read: Value = serde_json::from_str(&error).unwrap();
        assert_eq!(read.as_object().unwrap().len(), 1);
        let body = read["error"].as_object().unwrap();
        let keys: Vec<&str> = body.keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "path", "message"]);
        // A word without a sentence would be told by its id.
        assert!(body["message"].as_str().unwrap().contains(' '), "{error}");
        assert_eq!(read.to_string(), error);
    }
}

#[test]
fn a_trial_does_not_look_at_the_months_of_an_order() {
    let request = |edition: &str| {
        format!(
            r#"{{"product": "chat", "edition": "{edition}", "purchased": "2026-03-01T09:30", "months": 99}}"#
        )
    };
    assert!(ask_text("lifecycle", &request("trial")).is_ok());
    let (code, path, _) = error("lifecycle", &request("standard"));
    assert_eq!((code.as_str(), path.as_str()), ("out_of_range", "months"));
}

#[test]
fn a_missing_scenario_is_told_before_a_bad_number() {
    let (code, path, _) = error("connect", r#"{"industry": "finance", "behaviour": -1}"#);
    assert_eq!((&*code, &*path), ("missing_field", "scenario"));
}
