//! What a reader must be told beside the prices stands beside the part that it is about: words of
//! every fact that the documents give without a figure of its own.

use crate::support::{self, list, reply, text};
use serde_json::{Value, json};

/// By card: what a note is about, and words that the notes about it must have, parted by `|`.
const NOTES: &[(&str, &[(&str, &str)])] = &[
    (
        "chat/2024-07-22",
        &[
            ("mau", "once a month|first successful login"),
            (
                "av_groups",
                "per application|text, image, short audio and custom|TRTC|activated separately",
            ),
            (
                "net_new_groups_per_day",
                "All kinds of groups|per application and calendar day|up to 5 online broadcasting chat rooms, a kind of group|delete groups",
            ),
            ("community-groups", "join and leave|freely|very large"),
            (
                "trial",
                "one month by default|runs out|extended on application in the console",
            ),
            (
                "standard",
                "one by one or several together|stopped, by Upgrade|arrears or by a refund|brings the service back",
            ),
            (
                "card",
                "300 applications per account|disabled and deleted|on trial and enabled|lost with its data",
            ),
        ],
    ),
    (
        "call/2024-07-22",
        &[
            (
                "plan",
                "Not priced here|minutes beyond the plan|recording|mixing|relay",
            ),
            ("free", "used up|stops"),
            ("card", "one Chat application"),
        ],
    ),
    (
        "push/2024-07-22",
        &[("extra_calls", "day by day|by the month")],
    ),
    (
        "search/2024-07-22",
        &[
            (
                "stored_messages",
                "first time|history|uses the quota|only once",
            ),
            ("extra_storage", "only once"),
        ],
    ),
    (
        "chatbot/2024-07-22",
        &[(
            "message_packs",
            "30 June 2024|to be announced|may still apply",
        )],
    ),
    (
        "desk/2026-05-27",
        &[
            ("trial", "twice|14 days|premium edition's features"),
            ("ai_messages", "1st|do not add up|only from packs"),
            ("message_packs", "21 April 2026 (UTC+8)"),
            ("extra_messages", "settled|21 April 2026 (UTC+8)"),
            ("concurrent_chats", "one bot|at the same time|on request"),
            (
                "knowledge_base_languages",
                "each language|language model lacks, on request",
            ),
            (
                "local-document-qa",
                "docx, xlsx, csv, txt, md or pptx|100 MB|500,000 characters",
            ),
            ("web-link-qa", "nested|one with 10 sub-links is 11"),
            (
                "card",
                "users and service accounts|any number of accounts|need a Chat plan|outside the Chinese mainland",
            ),
        ],
    ),
    (
        "contact-center/2026-05-13",
        &[
            ("licenses", "named account|one e-mail address"),
            ("extra_licenses", "package of the same edition|end with it"),
            ("sip_phones", "package of the same edition|end with it"),
            ("package", "At least one package"),
            ("trial", "14 days|creation of the application|once"),
            ("card", "service lines, follow-up calls, telemarketing"),
            ("standard", "another document"),
            ("premium", "another document"),
        ],
    ),
    (
        "contact-center/2024-05-07",
        &[
            ("card", "take and make calls on the web"),
            ("licenses", "as there are accounts"),
            ("extra_licenses", "package of the same edition|end with it"),
            ("sip_phones", "package of the same edition|end with it"),
            ("package", "At least one package"),
            ("essential", "for each application"),
            ("premium", "for each application"),
            ("trial", "14 days|takes effect|first activation only"),
        ],
    ),
    (
        "voice-agent/2026-05-13",
        &[
            (
                "minutes",
                "shared by all applications|in and out|end of the month|connected time|rounded up",
            ),
            ("extra_minutes", "are used up|for a year|rounded up"),
            ("concurrency", "belong to the application"),
            ("extra_concurrency", "belong to the application"),
            (
                "card",
                "Carrier charges are not included|large language model|follow-up calls|reservations",
            ),
        ],
    ),
    (
        "contact-center-cn/undated",
        &[
            ("card", "neither date nor title|on every day"),
            (
                "seats",
                "WeChat|on the web|mini programs|online at once|not how many accounts",
            ),
            ("standard", "telephony only|the same"),
            (
                "landline_numbers",
                "calls to it are free|payment after it was issued|30 days|applied for in the console",
            ),
            (
                "tollfree_numbers",
                "calls in only|30 days|applied for in the console",
            ),
            (
                "outbound_packs",
                "six months|lost|multiples of 1,000|cost the same",
            ),
            (
                "tollfree_packs",
                "six months|lost|multiples of 1,000|cost the same",
            ),
            (
                "outbound_minutes",
                "full minutes|no call charges|SIP is free",
            ),
            (
                "tollfree_minutes",
                "full minutes|no call charges|SIP is free",
            ),
            (
                "trial",
                "30 days|takes effect|first activation|standard price",
            ),
        ],
    ),
];

/// Texts in one, as they would be read one after the other.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[track_caller]
fn says(said: &str, words: &str, of: &str) {
    for words in words.split('|') {
        let words = words.to_lowercase();
        assert!(
            said.contains(&words),
            "{of} does not say \"{words}\": {said}"
        );
    }
}

#[test]
fn the_notes_of_a_part_say_what_a_reader_must_know() {
    for (id, parts) in NOTES {
        let card = reply("card", &json!({"id": id}));
        for (part, words) in *parts {
            let notes = list(&card, "notes").iter();
            let about = notes.filter(|note| list(note, "about").contains(&json!(part)));
            let said = joined(about.map(|note| text(&note["text"], "en")));
            says(&said, words, &format!("{id} {part}"));
        }
    }
}

/// The notes of a reply as one text.
fn notes(reply: &Value) -> String {
    joined(
        list(reply, "notes")
            .iter()
            .map(|note| note.as_str().unwrap()),
    )
}

#[test]
fn the_replies_say_what_happens_beside_the_dates() {
    let lifecycle = |product: &str| {
        let request = json!({
            "product": product, "edition": "standard",
            "purchased": "2026-06-10T10:00", "months": 1,
        });
        notes(&reply("lifecycle", &request))
    };
    says(
        &lifecycle("chat"),
        "by SMS and e-mail to whoever created|only by buying a plan|account, users, groups and messages|\
         cannot be recovered|1st to 3rd of the next month|unpaid 24 hours later|\
         every service of the account stops|even where a plan is still valid|topping up|\
         still billed, for the share of the month|never comes back|\
         does not cover a bill or is below zero|other cloud services owe|\
         on the first day too|no login|groups and webhooks",
        "the lifecycle of chat",
    );
    for (product, begins) in [
        ("desk", "soon after it is bought"),
        ("push", "as soon as it is bought"),
        ("search", "as soon as it is bought"),
    ] {
        says(&lifecycle(product), begins, product);
        says(&lifecycle(product), "cycles of one month", product);
    }
    says(
        &lifecycle("contact-center"),
        "ends with it",
        "the lifecycle of contact-center",
    );
    says(
        &lifecycle("contact-center-cn"),
        "30 days",
        "the lifecycle of contact-center-cn",
    );

    let refund = |product: &str| {
        let request = json!({
            "product": product, "edition": "premium",
            "purchased": "2026-06-10", "refund_on": "2026-06-10",
        });
        notes(&reply("refund", &request))
    };
    says(
        &refund("chat"),
        "stops the application|from the next month on nothing|beyond the plan|still billed|\
         vouchers do not come back|split between cash and credit|abnormal or malicious|promotion|\
         to the second|given back all the same",
        "the refund of chat",
    );
    says(
        &refund("contact-center"),
        "one full refund for each product|from postpaid to prepaid|promotion's rules|\
         violates the connect guidelines|coupons do not come back|abnormal or malicious",
        "the refund of contact-center",
    );
    let licenses = json!({"product": "contact-center", "edition": "standard", "agents": []});
    says(
        &notes(&reply("licenses", &licenses)),
        "one e-mail address|phone is online|four times in a calendar month for each application|\
         not logged in, watch no calls and do not answer on a mobile|\
         bound anew when another agent logs in or turns on answering",
        "the rules for licenses",
    );
}

#[test]
fn the_guidelines_say_what_follows_from_each_behaviour() {
    let all = reply("connect", &json!({}));
    let ended = "ended|blocked|cancelled or paid back|used or not";
    let warned = "warning|record";
    let behaviours = [
        ("fraud complaint", "severe", ended),
        ("harassment complaint", "serious", ended),
        ("differs|not reported|prohibited", "severe", ended),
        ("differs|touches no prohibited", "violation", warned),
        ("harass or insult", "serious", ended),
        ("blindly", "violation", warned),
        ("without their consent|somebody else", "violation", warned),
    ];
    assert_eq!(list(&all, "behaviours").len(), behaviours.len());
    for (number, (label, severity, consequence)) in (1..).zip(behaviours) {
        let one = reply("connect", &json!({"behaviour": number}));
        let listed = &list(&all, "behaviours")[number - 1];
        for key in ["behaviour", "label", "severity", "consequence"] {
            assert_eq!(one[key], listed[key], "{number} {key}");
        }
        assert_eq!(one["behaviour"], json!(number));
        let said = |key: &str| text(&one, key).to_lowercase();
        says(&said("label"), label, "the behaviour");
        assert!(said("severity").starts_with(severity), "{one}");
        says(&said("consequence"), consequence, "the consequence");
        // Only what is severe is pursued by law.
        let by_law = said("consequence").contains("legal");
        assert_eq!(by_law, severity == "severe", "{one}");
    }
    says(
        &notes(&all),
        "general list|without condition in every industry|whatever else breaks the law|\
         not listed|reviewed|chatbots|follow-up calls",
        "the guidelines",
    );
    let prohibited = list(&all, "prohibited").iter().map(|p| text(p, "label"));
    says(
        &joined(prohibited),
        "debt collection|vulgar|unhealthy|marketing harassment|certificate affiliation|\
         qualification processing (2C)|feudal superstition|pornography|gambling|\
         sensitive content|fraud|laws and regulations",
        "what is prohibited",
    );
}

/// The id of a scenario is its label's first five words, that of an industry its whole label.
#[test]
fn ids_of_the_guidelines_are_their_labels() {
    let kebab = |label: &str, most: usize| {
        let lower = label.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(most).collect();
        words.join("-")
    };
    let all = reply("connect", &json!({}));
    for industry in list(&all, "industries") {
        assert_eq!(
            text(industry, "id"),
            kebab(text(industry, "label"), usize::MAX)
        );
        for scenario in list(industry, "scenarios") {
            assert_eq!(text(scenario, "id"), kebab(text(scenario, "label"), 5));
        }
    }
}

/// Reminders are told by another section than the stop, of another date.
#[test]
fn reminders_are_of_the_renewal_guide() {
    let card = reply("card", &json!({"id": "chat/2024-07-22"}));
    let lifecycle = &card["policies"]["lifecycle"];
    let section = |part: &Value| &card["sources"][text(part, "source")];
    let renewal = section(&lifecycle["reminder"]);
    assert_eq!(text(renewal, "section"), "Renewal Guide");
    assert_eq!(text(renewal, "updated"), "2023-06-14");
    assert_eq!(
        text(section(lifecycle), "section"),
        "Service Suspension Explanation"
    );
}

/// Rules that are stated later are not told of a day before.
#[test]
fn license_rules_that_are_not_yet_stated_say_so() {
    let request = r#"{"as_of": "2025-01-01", "product": "contact-center", "edition": "premium", "agents": []}"#;
    let (code, path, message) = support::error("licenses", request);
    assert_eq!((code.as_str(), path.as_str()), ("out_of_range", "product"));
    assert!(message.contains("in force by then"), "{message}");
}

/// What nobody says in the document is not said here.
#[test]
fn a_plan_is_bought_for_an_application_at_no_certain_time() {
    let card = reply("card", &json!({"id": "chat/2024-07-22"}));
    for change in list(&card["policies"], "plan_changes") {
        let said = text(&change["text"], "en");
        assert!(!said.contains("any time"), "{change}");
    }
    let steps = list(&card["policies"]["purchase"], "steps").iter();
    let steps = joined(steps.map(|step| text(step, "en")));
    says(&steps, "account|way to pay|data center", "the purchase");
}
