//! What replies say beside the figures is true of the cards: sums that come to the amount, and
//! editions that do have more.

use ratecard::api::{Command, answer_value};
use ratecard::calendar::Date;
use ratecard::value::from_json;
use serde_json::Value;

fn estimate(months: u32, item: &str) -> Value {
    let request = format!(
        r#"{{"as_of": "2026-11-20", "start": "2026-12-01", "months": {months}, "items": [{item}]}}"#
    );
    let today = Date::parse("2026-11-20").unwrap();
    let request = from_json(&request).unwrap();
    let reply = answer_value(&ratecard::catalog(), Command::Estimate, &request, today);
    serde_json::from_str(&reply.unwrap()).unwrap()
}

fn why(reply: &Value, charge: &str) -> String {
    let lines = reply["items"][0]["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["charge"] == charge).unwrap();
    let text = line["why"]["text"].as_str().unwrap();
    format!("{text} = {}", line["amount"].as_str().unwrap())
}

fn problem(reply: &Value, dimension: &str) -> String {
    let problems = reply["items"][0]["problems"].as_array().unwrap();
    let of_dimension = |problem: &&Value| problem["dimension"] == dimension;
    let problem = problems.iter().find(of_dimension).unwrap();
    problem["message"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_charged_by_the_day_is_counted_by_the_day() {
    let item = |calls: &str| {
        format!(
            r#"{{"product": "push", "edition": "standard", "demand": {{"broadcast_calls_per_day": {calls}}}}}"#
        )
    };
    assert_eq!(
        why(&estimate(2, &item("105")), "extra_calls"),
        "(105 calls − 100) × 10 USD × 62 days = 3100",
    );
    assert_eq!(
        why(&estimate(2, &item("[101, 105]")), "extra_calls"),
        "186 calls above 100 in all 2 months × 10 USD = 1860",
    );
}

#[test]
fn packs_that_are_carried_over_are_counted_when_they_are_bought() {
    let item = |messages: &str| {
        format!(
            r#"{{"product": "chatbot", "edition": "starter", "demand": {{"messages": {messages}}}}}"#
        )
    };
    assert_eq!(
        why(&estimate(4, &item("60000")), "message_packs"),
        "1 pack of 100,000 messages × 200 USD × 3 purchases, what is left carried over = 600",
    );
    assert_eq!(
        why(&estimate(3, &item("[250000, 0, 60000]")), "message_packs"),
        "4 packs of 100,000 messages in 2 months × 200 USD, what is left carried over = 800",
    );
}

#[test]
fn an_edition_is_named_only_where_it_has_more() {
    let chat = |edition: &str, demand: &str| {
        let item =
            format!(r#"{{"product": "chat", "edition": "{edition}", "demand": {{{demand}}}}}"#);
        estimate(1, &item)
    };
    let reply = chat("trial", r#""members_per_group": 150, "av_groups": 60"#);
    assert_eq!(
        problem(&reply, "members_per_group"),
        "Members of one group: 150 members needed, Free Trial has 20; Standard can have more",
    );
    assert_eq!(
        problem(&reply, "av_groups"),
        "Audio-video groups: 60 groups needed, Free Trial has 50; Premium can have more",
    );
    let reply = chat("standard", r#""members_per_group": 201"#);
    assert_eq!(
        problem(&reply, "members_per_group"),
        "Members of one group: 201 members needed, Standard has 200; Premium can have more",
    );
    let reply = chat("premium", r#""members_per_group": 2001"#);
    assert_eq!(
        problem(&reply, "members_per_group"),
        "Members of one group: 2,001 members needed, Premium has 2,000",
    );
    let reply = chat("trial", r#""history_days": 60"#);
    assert_eq!(
        problem(&reply, "history_days"),
        "Days that messages are kept: 60 days needed, Free Trial has 7; Standard can have more",
    );
    let desk = r#"{"product": "desk", "edition": "trial", "demand": {"robots": 4}}"#;
    assert_eq!(
        problem(&estimate(1, desk), "robots"),
        "Robots: 4 robots needed, Premium Desk trial has 3",
    );
    let phones =
        r#"{"product": "contact-center", "edition": "trial", "demand": {"sip_phones": 2}}"#;
    assert_eq!(
        problem(&estimate(1, phones), "sip_phones"),
        "SIP phone licenses: 2 phones needed, Free trial has 0; Standard can have more",
    );
}

fn ids(reply: &Value) -> Vec<&str> {
    let assumptions = reply["assumptions"].as_array().unwrap();
    assumptions
        .iter()
        .map(|a| a["id"].as_str().unwrap())
        .collect()
}

#[test]
fn readings_reach_the_replies_that_they_touch() {
    let ask = |command: Command, request: &str| -> Value {
        let today = Date::parse("2026-11-20").unwrap();
        let request = from_json(request).unwrap();
        let reply = answer_value(&ratecard::catalog(), command, &request, today);
        serde_json::from_str(&reply.unwrap()).unwrap()
    };
    let agents = r#"{"product": "contact-center", "edition": "standard", "agents": []}"#;
    assert_eq!(
        ids(&ask(Command::Licenses, agents)),
        ["effective-date", "license-use"]
    );
    let lifecycle = |product: &str, edition: &str| {
        let request = format!(
            r#"{{"product": "{product}", "edition": "{edition}", "purchased": "2026-12-01T08:00", "months": 1}}"#
        );
        ask(Command::Lifecycle, &request)
    };
    assert_eq!(
        ids(&lifecycle("chat", "standard")),
        ["effective-date", "reminder-days"]
    );
    assert_eq!(
        ids(&lifecycle("voice-agent", "byom")),
        ["effective-date", "same-time"]
    );
    assert_eq!(ids(&lifecycle("desk", "standard")), ["effective-date"]);
    assert_eq!(
        ids(&lifecycle("chat", "trial")),
        ["effective-date", "same-time"]
    );
}
