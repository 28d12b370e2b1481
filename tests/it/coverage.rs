//! Every figure of the documents' tables stands in its rate card at its place, and the cards hold
//! no figure beside these: a slip of a digit, a swapped column, a forgotten row is found here.
//!
//! The tables are written out a second time on purpose, as text and apart from the cards.

use std::collections::BTreeSet;

use serde_json::Value;

/// The figures by card: `is` a place and its figure, `each` a place and its figure for every one of
/// the `editions`, where `-` is an edition that has none. Entries of a list go by their id.
const FIGURES: &str = r#"
card chat/2024-07-22
currency USD
months calendar-month
editions trial standard premium
each charges.plan.price "0" "399" "699"
each charges.mau_overage.price - "0.015" "0.015"
each dimensions.mau.allowance 100 10000 10000
each dimensions.friends_per_user.limit 20 3000 3000
each dimensions.groups_per_user.limit 50 500 1000
each dimensions.members_per_group.limit 20 200 2000
each dimensions.groups.limit 100 "unlimited" "unlimited"
each dimensions.av_groups.limit 50 50 "unlimited"
each dimensions.net_new_groups_per_day.limit 100 10000 10000
each dimensions.history_days.allowance 7 7 30
is editions.trial.trial.length.months 1
is policies.purchase.min_months 1
is policies.purchase.max_months 24
is policies.lifecycle.reminder.days_before 6
is policies.lifecycle.reminder.days_after 1
is policies.lifecycle.suspended_after_days 1
is policies.lifecycle.released_after_days 90

card call/2024-07-22
currency USD
months calendar-month
editions free one-to-one group
each charges.plan.price "0" "199" "599"
is editions.free.trial.length.days 7

card push/2024-07-22
currency USD
months calendar-month
editions standard
each charges.plan.price "299"
each charges.extra_calls.price "10"
each charges.extra_messages.price "0.1"
is charges.extra_messages.size 10000
is dimensions.broadcast_calls_per_day.allowance 100
is dimensions.broadcast_messages.allowance 30000000

card search/2024-07-22
currency USD
months calendar-month
editions standard
each charges.plan.price "399"
each charges.extra_storage.price "4"
is charges.extra_storage.size 30000
each charges.extra_requests.price "4"
is charges.extra_requests.size 10000
is dimensions.stored_messages.allowance 1500000
is dimensions.search_requests.allowance 300000

card chatbot/2024-07-22
currency USD
months calendar-month
editions starter premium
each charges.bots.price "200" "600"
each charges.message_packs.price "200" "200"
is charges.message_packs.size 100000
is dimensions.bots.default 1
is dimensions.messages.allowance 0

card desk/2024-07-22
currency USD
months calendar-month
editions standard
each charges.plan.price "299"
each charges.extra_licenses.price "50"
is dimensions.licenses.allowance 3

card desk/2026-05-27
currency USD
months calendar-month
editions trial standard premium
each charges.plan.price "0" "200" "600"
each charges.extra_licenses.price "50" "50" "50"
each dimensions.licenses.allowance 3 3 3
each dimensions.ai_messages.allowance 25000 12000 25000
each dimensions.concurrent_chats.allowance 1 3 10
each dimensions.knowledge_base_languages.limit 3 1 "unlimited"
each dimensions.client_languages.limit 3 1 "unlimited"
each dimensions.service_ids.limit 10 10 200
each dimensions.robots.limit 3 1 3
is charges.message_packs.min 100000
is charges.message_packs.step 10000
is charges.message_packs.life 12
is charges.message_packs.tiers.0.from 100000
each charges.message_packs.tiers.0.price "0.01" "0.01" "0.01"
is charges.extra_messages.size 10000
each charges.extra_messages.price - "100" "100"
is editions.trial.trial.length.days 14

card contact-center/2024-05-07
currency USD
months calendar-month
editions trial essential premium
each charges.package.price "0" "120" "210"
each charges.package.annual_price "0" "1440" "2520"
each charges.extra_licenses.price - "40" "70"
each charges.extra_licenses.annual_price - "480" "840"
each charges.sip_phones.price - "15" "21"
each charges.sip_phones.annual_price - "180" "252"
each dimensions.licenses.allowance 3 3 3
each dimensions.sip_phones.allowance 0 0 0
is editions.trial.trial.length.days 14
is policies.refund.days 5

card contact-center/2026-05-13
currency USD
months calendar-month
editions trial standard premium
each charges.package.price "0" "120" "210"
each charges.extra_licenses.price - "40" "70"
each charges.sip_phones.price - "15" "21"
each dimensions.licenses.allowance 3 3 3
each dimensions.sip_phones.allowance 0 0 3
is editions.trial.trial.length.days 14
is policies.licenses.resets_per_month 4

card voice-agent/2026-05-13
currency USD
months calendar-month
editions byom
each charges.package.price "799"
each charges.extra_concurrency.price "29"
is charges.extra_minutes.min 5000
is charges.extra_minutes.step 1
is charges.extra_minutes.life 12
is charges.extra_minutes.tiers.0.from 5000
each charges.extra_minutes.tiers.0.price "0.08"
is dimensions.minutes.allowance 8000
is dimensions.concurrency.allowance 3
is dimensions.concurrency.max 1000000
is dimensions.applications.default 1
is dimensions.applications.min 1
is dimensions.applications.max 1000000

card contact-center-cn/undated
currency CNY
months 30-day
editions trial standard premium
each charges.seats.price "125" "125" "239"
is charges.landline_numbers.price "50"
is charges.tollfree_numbers.price "108"
is charges.outbound_packs.min 1000
is charges.outbound_packs.step 1000
is charges.outbound_packs.life 6
is charges.outbound_packs.tiers.0.from 1000
is charges.outbound_packs.tiers.0.to 10000
is charges.outbound_packs.tiers.0.price "0.15"
is charges.outbound_packs.tiers.1.from 10000
is charges.outbound_packs.tiers.1.to 30000
is charges.outbound_packs.tiers.1.price "0.145"
is charges.outbound_packs.tiers.2.from 30000
is charges.outbound_packs.tiers.2.to 50000
is charges.outbound_packs.tiers.2.price "0.142"
is charges.outbound_packs.tiers.3.from 50000
is charges.outbound_packs.tiers.3.price "0.138"
is charges.tollfree_packs.min 1000
is charges.tollfree_packs.step 1000
is charges.tollfree_packs.life 6
is charges.tollfree_packs.tiers.0.from 1000
is charges.tollfree_packs.tiers.0.to 10000
is charges.tollfree_packs.tiers.0.price "0.15"
is charges.tollfree_packs.tiers.1.from 10000
is charges.tollfree_packs.tiers.1.to 30000
is charges.tollfree_packs.tiers.1.price "0.148"
is charges.tollfree_packs.tiers.2.from 30000
is charges.tollfree_packs.tiers.2.to 50000
is charges.tollfree_packs.tiers.2.price "0.145"
is charges.tollfree_packs.tiers.3.from 50000
is charges.tollfree_packs.tiers.3.price "0.14"
each dimensions.seats.allowance 10 0 0
is dimensions.landline_numbers.allowance 0
is dimensions.tollfree_numbers.allowance 0
is dimensions.outbound_minutes.allowance 0
is dimensions.tollfree_minutes.allowance 0
is editions.trial.trial.length.days 30
"#;

/// The matrices by card, in the order of the document and under its headings: the row's id and its
/// value for every edition, `~` before what is inferred.
const FEATURES: &str = r#"
card chat/2024-07-22
global-coverage true true true
users "unlimited" "unlimited" "unlimited"
push-to-all-users true false false
multi-device-login true false true
local-message-search true false true
av-group-history true false true
community-groups true false true
group-read-receipts true false true
targeted-group-messages true false true
av-group-online-members true false true
av-group-broadcast true false true
user-status true false true
conversation-mark true false true
conversation-group true false true
av-group-member-ban true false true

card call/2024-07-22
~group-calls text false true

card push/2024-07-22
ordinary-pushes "unlimited"

card desk/2026-05-27
~global-availability true true true
~local-document-qa true false true
~web-link-qa true false true
~advanced-reports true false true
~desk-group-chat true false true
~self-built-ai true false true

card contact-center/2024-05-07
# Voice Function
inbound-outbound-calls true true true
# Applicable Platform/Terminal
web-phone true true true
sip-phone true true true
# Telephone Customer Service and Sales / Softphone
hold-retrieve true true true
mute true true true
direct-transfer true true true
consultation-transfer false false true
transfer-external false false true
transfer-extension false false true
collect-digits false false true
self-service false false true
micro-tasks false false true
call-monitoring false false true
# Telephone Customer Service and Sales / Number Protection
number-masking true true true
mapping-id false false true
# Telephone Customer Service and Sales / Inbound IVR
ivr-prompt true true true
ivr-branches true true text
ivr-to-agent true true text
ivr-satisfaction true true text
ivr-working-hours true true true
ivr-to-internal false false true
ivr-to-external false false true
ivr-collect-digits false false true
ivr-voicemail false false true
ivr-speech-navigation false false true
ivr-call-api false false true
ivr-conditions false false true
ivr-versions false false true
# Telephone Customer Service and Sales / Inbound Routing Allocation
route-idle-time true true true
route-call-count true true true
route-skill-priority true true true
route-last-agent true true true
# Telephone Customer Service and Sales / Outbound Call Related
one-touch-double-call true true true
voice-interactive-outbound false false 3
outbound-memory true true true
same-location-number false false true
outbound-ivr false false true
# Telephone Customer Service and Sales / Service Records and Recordings
call-records true true true
call-recording true true true
# Telephone Customer Service and Sales / SIP Telephone Registration
sip-registration true true true
extension-transfer true true true
bind-sip-to-agent false false true
# Office Collaboration / Internal Call
internal-call true true true
"#;

/// Each source that a card names: document, section, date.
const SOURCES: &[(&str, &[&str])] = &[
    (
        "chat/2024-07-22",
        &[
            "Chat Purchase Guide / Billing Overview / 2024-08-01",
            "Chat Purchase Guide / Pricing / 2024-07-22",
            "Chat Purchase Guide / Purchase Instructions / 2024-07-22",
            "Chat Purchase Guide / Renewal Guide / 2023-06-14",
            "Chat Purchase Guide / Service Suspension Explanation / 2024-07-22",
            "Chat Purchase Guide / Refund Policy / 2023-09-19",
        ],
    ),
    ("call/2024-07-22", VALUE_ADDED),
    ("push/2024-07-22", VALUE_ADDED),
    ("search/2024-07-22", VALUE_ADDED),
    ("chatbot/2024-07-22", VALUE_ADDED),
    ("desk/2024-07-22", VALUE_ADDED),
    (
        "desk/2026-05-27",
        &[
            "Desk Billing Overview / Billing Components / 2026-05-27",
            "Desk Billing Overview / Package Version Details / 2026-05-27",
        ],
    ),
    (
        "contact-center/2024-05-07",
        &[
            "Cloud Contact Center Purchase Guide / Billing Overview / 2024-05-07",
            "Cloud Contact Center Purchase Guide / Refund Guide / 2024-05-15",
            "Cloud Contact Center Purchase Guide / Telephone Service Connect Guidelines / 2024-05-15",
        ],
    ),
    (
        "contact-center/2026-05-13",
        &[
            "Voice Call Billing Overview / Agent / 2026-05-13",
            "Voice Call Billing Overview / FAQ - Human Agent / 2026-05-13",
        ],
    ),
    (
        "voice-agent/2026-05-13",
        &["Voice Call Billing Overview / Voice AI Agent / 2026-05-13"],
    ),
    (
        "contact-center-cn/undated",
        &[
            "云呼叫中心计费概述 / 免费试用 / -",
            "云呼叫中心计费概述 / 计费组成 / -",
            "云呼叫中心计费概述 / 通信套餐包价格 / -",
        ],
    ),
];

const VALUE_ADDED: &[&str] = &[
    "Chat Purchase Guide / Billing Overview / 2024-08-01",
    "Chat Purchase Guide / Pricing / 2024-07-22",
];

/// The readings of each card.
const READINGS: &[(&str, &str)] = &[
    (
        "chat/2024-07-22",
        "effective-date later-card payg-date free-retention renewal reminder-days same-time refund-month refund-cents refund-unpaid",
    ),
    (
        "call/2024-07-22",
        "effective-date later-card same-time call-free",
    ),
    (
        "push/2024-07-22",
        "effective-date later-card payg-date every-day started-block",
    ),
    (
        "search/2024-07-22",
        "effective-date later-card payg-date started-block",
    ),
    (
        "chatbot/2024-07-22",
        "effective-date later-card no-expiry promotion-ignored same-time",
    ),
    ("desk/2024-07-22", "effective-date later-card desk-cycle"),
    (
        "desk/2026-05-27",
        "effective-date later-card payg-date desk-trial pack-steps desk-payg started-block same-time trial-packs pack-year more-languages",
    ),
    (
        "contact-center/2024-05-07",
        "effective-date later-card contact-center-trial trial-features same-time five-days",
    ),
    (
        "contact-center/2026-05-13",
        "effective-date later-card contact-center-trial license-use same-time five-days",
    ),
    (
        "voice-agent/2026-05-13",
        "effective-date later-card voice-package same-time pack-year",
    ),
    (
        "contact-center-cn/undated",
        "effective-date later-card pack-months cn-trial same-time",
    ),
];

const PAYG: [&str; 5] = [
    "mau_overage",
    "extra_calls",
    "extra_messages",
    "extra_storage",
    "extra_requests",
];

/// Industries with the scenarios that are prohibited in them.
const CONNECT: &str = "
medical-care: sales-of-medicines-and-health medical-equipment-sales
cosmetic: hair-transplant-and-hair-care skin-care-and-slimming plastic-surgery
real-estate: new-house-shop-blind-call
finance: credit-card bank-business loans-debt-collection-and-stocks pos-machine \
    finance-taxation-and-agency-accounting
gaming: game-promotion
e-commerce: fake-orders-with-good-reviews
insurance: life-insurance-property-insurance-employer
dating: marriage-love-emotion-and-friendship
decoration: home building-materials interior-design
education: academic-qualifications-improvement-k12-preschool
conference-marketing: offline-meeting-invitations-and-exhibition
short-video: all-businesses-involving-short-video
media-performance: column-group-recruits-and-auditions
intellectual-property-agency: trademark-agency-and-patent-agency
china-telecom-value-added-services: traffic-telephone-charges-broadband-services
retail: tobacco-alcohol-tea-collectibles-antiques
tourism: tourism-business
software-system: telemarketing-system-does-not-block
personal-call-service: individual-households-do-not-support
others: chatbot-outbound-calls-debt-collection
";

fn card(id: &str) -> Value {
    let card = ratecard::catalog().card(id).unwrap();
    serde_json::to_value(&*card).unwrap()
}

/// What stands at a place: fields by name, entries of a list by id or number.
fn at<'a>(card: &'a Value, place: &str) -> Option<&'a Value> {
    place
        .split('.')
        .try_fold(card, |value, step| match value.as_array() {
            None => value.get(step),
            Some(entries) => entries
                .iter()
                .find(|entry| entry.get("id").and_then(Value::as_str) == Some(step))
                .or_else(|| entries.get(step.parse::<usize>().ok()?)),
        })
}

/// Every figure in a card that prices depend on, by its place.
fn figures(card: &Value) -> BTreeSet<String> {
    const FIELDS: [&str; 22] = [
        "price",
        "annual_price",
        "allowance",
        "limit",
        "size",
        "step",
        "life",
        "from",
        "to",
        "min",
        "max",
        "default",
        "length",
        "days",
        "min_months",
        "max_months",
        "days_before",
        "days_after",
        "suspended_after_days",
        "released_after_days",
        "resets_per_month",
        "months",
    ];
    fn walk(value: &Value, place: &str, within: bool, found: &mut BTreeSet<String>) {
        let join = |step: &str| {
            if place.is_empty() {
                step.to_owned()
            } else {
                format!("{place}.{step}")
            }
        };
        match value {
            Value::Object(fields) => {
                for (key, inner) in fields {
                    let text = ["features", "plan_changes", "readings", "notes"];
                    if !text.contains(&key.as_str()) {
                        let figure = within || FIELDS.contains(&key.as_str());
                        walk(inner, &join(key), figure, found);
                    }
                }
            }
            Value::Array(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    let id = entry.get("id").and_then(Value::as_str);
                    let step = id.map_or_else(|| index.to_string(), str::to_owned);
                    walk(entry, &join(&step), within, found);
                }
            }
            _ if within => {
                found.insert(place.to_owned());
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(card, "", false, &mut found);
    // What a dimension has where nothing is said.
    for (field, unsaid) in [("min", 0), ("default", 0), ("max", 1_000_000_000_000_u64)] {
        found.retain(|place| {
            let of_dimension = place.starts_with("dimensions.") && place.ends_with(field);
            !(of_dimension && at(card, place).and_then(Value::as_u64) == Some(unsaid))
        });
    }
    found.remove("months");
    found
}

#[test]
fn every_figure_of_the_documents_stands_in_its_card() {
    let mut cards = 0;
    for block in FIGURES.split("\ncard ").filter(|b| !b.trim().is_empty()) {
        let mut lines = block.lines().map(str::trim).filter(|l| !l.is_empty());
        let id = lines.next().unwrap().trim_start_matches("card ");
        let card = card(id);
        let mut editions: Vec<&str> = Vec::new();
        let mut told = BTreeSet::new();
        let mut expect = |place: &str, figure: Option<&str>| {
            let expected: Option<Value> = figure.map(|f| serde_json::from_str(f).unwrap());
            assert_eq!(at(&card, place), expected.as_ref(), "{id}: {place}");
            if figure.is_some() {
                told.insert(place.to_owned());
            }
        };
        for line in lines {
            let mut words = line.split(' ');
            match words.next().unwrap() {
                "currency" => assert_eq!(card["currency"], words.next().unwrap(), "{id}"),
                "months" => assert_eq!(card["months"], words.next().unwrap(), "{id}"),
                "editions" => {
                    editions = words.collect();
                    let of_card = card["editions"].as_array().unwrap().iter();
                    let of_card: Vec<_> = of_card.map(|e| e["id"].as_str().unwrap()).collect();
                    assert_eq!(of_card, editions, "{id}");
                }
                "is" => {
                    let place = words.next().unwrap();
                    expect(place, words.next());
                }
                "each" => {
                    let place = words.next().unwrap();
                    let given: Vec<&str> = words.collect();
                    assert_eq!(given.len(), editions.len(), "{id}: {line}");
                    for (edition, figure) in editions.iter().zip(given) {
                        let figure = (figure != "-").then_some(figure);
                        expect(&format!("{place}.{edition}"), figure);
                    }
                }
                other => panic!("{other}"),
            }
        }
        assert_eq!(figures(&card), told, "{id}: figures beside the table's");
        cards += 1;
    }
    assert_eq!(cards, 11);
    assert_eq!(ratecard::catalog().cards().unwrap().len(), cards);
}

#[test]
fn the_matrices_are_those_of_the_documents_row_by_row() {
    let mut told = BTreeSet::new();
    for block in FEATURES.split("\ncard ").filter(|b| !b.trim().is_empty()) {
        let mut lines = block.lines().map(str::trim).filter(|l| !l.is_empty());
        let id = lines.next().unwrap().trim_start_matches("card ");
        told.insert(id.to_owned());
        let card = card(id);
        let heading = |feature: &Value| {
            let mut headings = Vec::new();
            let mut next = feature.get("group").and_then(Value::as_str);
            while let Some(group) = next {
                let group = at(&card, &format!("groups.{group}")).unwrap();
                headings.insert(0, group["label"]["en"].as_str().unwrap());
                next = group.get("parent").and_then(Value::as_str);
            }
            headings.join(" / ")
        };
        let mut under: Option<&str> = None;
        let mut features = card["features"].as_array().unwrap().iter();
        for line in lines {
            if let Some(heading) = line.strip_prefix("# ") {
                under = Some(heading);
                continue;
            }
            let inferred = line.starts_with('~');
            let mut words = line.trim_start_matches('~').split(' ');
            let feature = features.next().expect(line);
            assert_eq!(feature["id"], words.next().unwrap(), "{id}");
            let provenance = if inferred { "inferred" } else { "stated" };
            assert_eq!(feature["provenance"], provenance, "{id}: {line}");
            if let Some(under) = under {
                assert_eq!(heading(feature), under, "{id}: {line}");
            }
            let values = feature["values"].as_object().unwrap();
            let editions = card["editions"].as_array().unwrap().iter();
            let values: Vec<String> = editions
                .map(|edition| &values[edition["id"].as_str().unwrap()])
                .map(|value| match value {
                    Value::Object(_) => "text".to_owned(),
                    value => value.to_string(),
                })
                .collect();
            assert_eq!(values, words.collect::<Vec<_>>(), "{id}: {line}");
        }
        assert!(features.next().is_none(), "{id}: rows beside the table's");
    }
    for listed in ratecard::catalog().cards().unwrap() {
        let has = !listed.card.features.is_empty();
        assert_eq!(has, told.contains(&*listed.card.id), "{}", listed.card.id);
    }
    assert_eq!(
        card("contact-center/2024-05-07")["features"]
            .as_array()
            .unwrap()
            .len(),
        43
    );
}

#[test]
fn what_is_inferred_says_so() {
    for listed in ratecard::catalog().cards().unwrap() {
        let card = card(&listed.card.id);
        for dimension in card["dimensions"].as_array().unwrap() {
            let inferred = listed.card.id == "desk/2026-05-27".into()
                && dimension["id"] == "knowledge_base_languages";
            let expected = if inferred { "inferred" } else { "stated" };
            assert_eq!(dimension["provenance"], expected, "{}", listed.card.id);
        }
    }
}

#[test]
fn every_source_has_its_document_section_and_date() {
    for (id, expected) in SOURCES {
        let card = card(id);
        let sources = card["sources"].as_object().unwrap().values();
        let sources: Vec<String> = sources
            .map(|source| {
                let text = |field: &str| source.get(field).and_then(Value::as_str).unwrap_or("-");
                [text("document"), text("section"), text("updated")].join(" / ")
            })
            .collect();
        assert_eq!(sources, *expected, "{id}");
        let effective = card.get("effective").and_then(Value::as_str);
        assert_eq!(
            effective.unwrap_or("undated"),
            id.split_once('/').unwrap().1
        );
        let priced_in = &card["sources"][card["source"].as_str().unwrap()];
        assert_eq!(priced_in.get("updated"), card.get("effective"), "{id}");
    }
    assert_eq!(SOURCES.len(), ratecard::catalog().cards().unwrap().len());
}

#[test]
fn every_reading_stands_in_the_cards_that_it_is_about() {
    let mut texts: Vec<(String, Value)> = Vec::new();
    for (id, expected) in READINGS {
        let card = card(id);
        let readings = card["readings"].as_array().unwrap();
        let ids: Vec<&str> = readings.iter().map(|r| r["id"].as_str().unwrap()).collect();
        assert_eq!(ids.join(" "), *expected, "{id}");
        for reading in readings {
            let id = reading["id"].as_str().unwrap();
            match texts.iter().find(|(known, _)| known == id) {
                Some((_, text)) => assert_eq!(&reading["text"], text, "{id}"),
                None => texts.push((id.to_owned(), reading["text"].clone())),
            }
        }
    }
    assert_eq!(READINGS.len(), ratecard::catalog().cards().unwrap().len());
}

#[test]
fn only_usage_is_paid_afterwards() {
    for listed in ratecard::catalog().cards().unwrap() {
        for charge in &listed.card.charges {
            let payg = PAYG.contains(&&*charge.id);
            let expected = if payg { "payg" } else { "prepaid" };
            assert_eq!(
                charge.kind.as_str(),
                expected,
                "{}: {}",
                listed.card.id,
                charge.id
            );
        }
    }
}

#[test]
fn the_connect_guidelines_are_whole() {
    let card = card("contact-center/2024-05-07");
    let connect = &card["policies"]["connect"];
    let industries = connect["industries"].as_array().unwrap().iter();
    let lines: Vec<String> = industries
        .map(|industry| {
            let scenarios = industry["scenarios"].as_array().unwrap().iter();
            let ids: Vec<&str> = scenarios.map(|s| s["id"].as_str().unwrap()).collect();
            format!("{}: {}", industry["id"].as_str().unwrap(), ids.join(" "))
        })
        .collect();
    let expected: Vec<&str> = CONNECT.lines().filter(|l| !l.is_empty()).collect();
    assert_eq!(lines, expected);
    assert_eq!(lines.len(), 20);
    let scenarios = |line: &String| line.split(' ').count().saturating_sub(1);
    assert_eq!(lines.iter().map(scenarios).sum::<usize>(), 29);

    let behaviours = connect["behaviours"].as_array().unwrap().iter();
    let severities: Vec<_> = behaviours
        .map(|b| {
            (
                b["number"].as_u64().unwrap(),
                b["severity"]["en"].as_str().unwrap(),
            )
        })
        .collect();
    let (severe, serious, light) = ("Severe violation", "Serious violation", "Violation");
    let grave = [severe, serious, severe, light, serious, light, light];
    assert_eq!(severities, (1..).zip(grave).collect::<Vec<_>>());
}
