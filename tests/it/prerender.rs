//! The element as HTML: what `ratecard prerender` prints.

use std::collections::BTreeSet;

use crate::support::program::{Folder, err, out, run};
use crate::support::{self, CATALOG, list, parts, reply, text};
use ratecard::card::FeatureValue;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

const DAY: &str = "--as-of=2026-11-20";

/// The tags of all languages.
fn languages() -> impl Iterator<Item = &'static str> {
    let others = ratecard::LANGUAGES.iter().map(|(tag, _)| *tag);
    std::iter::once("en").chain(others)
}

fn prerender(options: &[&str]) -> String {
    let output = run(&[&["prerender"], options].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

/// What stands in the shadow root, without a fault that a browser would have to mend.
fn inside(html: &str) -> Html {
    let (_, rest) = html
        .split_once("<template shadowrootmode=\"open\">")
        .unwrap();
    let (inside, _) = rest.rsplit_once("</template>").unwrap();
    let document = Html::parse_fragment(inside);
    assert!(document.errors.is_empty(), "{:?}", document.errors);
    document
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).collect()
}

fn one<'a>(document: &'a Html, selector: &str) -> ElementRef<'a> {
    let all = all(document, selector);
    assert_eq!(all.len(), 1, "{selector}");
    all[0]
}

fn attribute<'a>(document: &'a Html, selector: &str, name: &str) -> &'a str {
    let value = one(document, selector).value().attr(name);
    value.unwrap_or_else(|| panic!("{selector} has no {name}"))
}

/// Every product and edition, with some demand.
fn questions() -> Vec<Value> {
    let mut questions = Vec::new();
    for product in CATALOG.products() {
        let day = support::today();
        let Ok(card) = CATALOG.in_force(product, day) else {
            continue;
        };
        for (index, edition) in card.editions.iter().enumerate() {
            let dimensions = card.dimensions.iter().take(3);
            let demand = dimensions.map(|d| (d.id.to_string(), json!(d.max.min(1_234) + d.min)));
            let demand: serde_json::Map<_, _> = demand.collect();
            questions.push(json!({
                "as_of": day.to_string(),
                "months": 1 + index * 5,
                "items": [{"product": product, "edition": &*edition.id, "demand": demand}],
            }));
        }
    }
    assert!(questions.len() > 6);
    questions
}

/// A question as the element's attributes.
fn options(question: &Value) -> Vec<String> {
    let item = &question["items"][0];
    let demand = item["demand"].as_object().unwrap().iter();
    let demand: Vec<_> = demand.map(|(id, n)| format!("{id}={n}")).collect();
    vec![
        format!("--as-of={}", text(question, "as_of")),
        format!("--months={}", question["months"]),
        format!("--product={}", text(item, "product")),
        format!("--edition={}", text(item, "edition")),
        format!("--demand={}", demand.join(" ")),
    ]
}

#[test]
fn every_figure_is_the_engines() {
    for question in questions() {
        let options = options(&question);
        let options: Vec<_> = options.iter().map(String::as_str).collect();
        let document = inside(&prerender(&options));
        let estimate = reply("estimate", &question);
        let item = &estimate["items"][0];
        if is_trial(item) {
            // What is shown of it is another test's.
            continue;
        }
        let value = |selector: &str| attribute(&document, selector, "data-value").to_owned();
        assert_eq!(
            value("[data-total=whole]"),
            text(item, "total"),
            "{question}"
        );
        let month = one(&document, "[data-total=month]").value();
        let shown = month.attr("data-rounded").or(month.attr("data-value"));
        assert_eq!(shown, Some(text(item, "per_month")), "{question}");
        for line in list(item, "lines") {
            let selector = format!(
                "[data-charge=\"{}\"] .line-amount [data-value]",
                text(line, "charge")
            );
            assert_eq!(value(&selector), text(line, "amount"), "{question}");
        }
        let problems = all(&document, "[data-problem]").len();
        assert_eq!(problems, list(item, "problems").len(), "{question}");

        let mut compared = question.clone();
        let wanted = compared["items"][0].as_object_mut().unwrap();
        let chosen = wanted.remove("edition").unwrap();
        for edition in list(&reply("compare", &compared), "editions") {
            let id = text(edition, "edition");
            let card = format!("[data-edition=\"{id}\"]");
            let fits = edition["fits"].to_string();
            if !is_trial(edition) {
                assert_eq!(attribute(&document, &card, "data-fits"), fits, "{question}");
            }
            let radio = one(&document, &format!("input[type=radio][value=\"{id}\"]"));
            let is_checked = radio.value().attr("checked").is_some();
            assert_eq!(is_checked, chosen == id, "{question}");
        }
    }
}

/// Whether an item of a reply is a trial.
fn is_trial(item: &Value) -> bool {
    let card = CATALOG.card(text(item, "rate_card")).unwrap();
    card.edition(text(item, "edition")).unwrap().trial.is_some()
}

/// Every product with a trial, asked for a year of more than the trial holds.
fn asked_beyond_trials() -> Vec<(String, String, Value)> {
    let mut asked = Vec::new();
    for listed in CATALOG.cards().unwrap() {
        let card = &listed.card;
        let Some(trial) = card.editions.iter().find(|e| e.trial.is_some()) else {
            continue;
        };
        for demand in [7_u64, 4_321, 40_123] {
            let dimensions = card.dimensions.iter();
            let demand = dimensions.map(|d| (d.id.to_string(), json!(demand.min(d.max))));
            let demand: serde_json::Map<_, _> = demand.collect();
            let request = json!({
                "as_of": "2026-11-20", "months": 12,
                "items": [{"product": &*card.product, "rate_card": &*card.id,
                           "edition": &*trial.id, "demand": demand}],
            });
            asked.push((card.id.to_string(), trial.id.to_string(), request));
        }
    }
    assert!(asked.len() > 9, "{}", asked.len());
    asked
}

#[test]
fn no_view_shows_what_a_trial_would_cost_after_its_end() {
    let mut told = 0;
    for (id, trial, request) in asked_beyond_trials() {
        let whole = reply("estimate", &request);
        let item = &whole["items"][0];
        // What months beyond its end make of it.
        let mut beyond = BTreeSet::from([text(item, "total"), text(item, "per_month")]);
        let mut one_month = request.clone();
        one_month["months"] = json!(1);
        let at_once = reply("estimate", &one_month);
        let mut there = BTreeSet::new();
        for line in list(&at_once["items"][0], "lines") {
            there.insert(text(line, "amount"));
        }
        there.insert(text(&at_once["items"][0], "total"));
        for line in list(item, "lines") {
            beyond.insert(text(line, "amount"));
        }
        let compared = {
            let mut compared = request.clone();
            compared["items"][0]
                .as_object_mut()
                .unwrap()
                .remove("edition");
            reply("compare", &compared)
        };
        for edition in list(&compared, "editions").iter().filter(|e| !is_trial(e)) {
            there.extend([text(edition, "total"), text(edition, "per_month")]);
            for line in list(edition, "lines") {
                there.insert(text(line, "amount"));
            }
        }
        beyond.retain(|amount| !there.contains(amount));
        told += beyond.len();
        let demand = request["items"][0]["demand"].as_object().unwrap();
        let demand: Vec<_> = demand.iter().map(|(id, n)| format!("{id}={n}")).collect();
        let product = text(&request["items"][0], "product");
        let others = card_ids(product).filter(|other| *other != id);
        let as_of = match others.count() {
            0 => "2026-11-20".to_owned(),
            _ => CATALOG.card(&id).unwrap().effective.unwrap().to_string(),
        };
        for chosen in [trial.as_str(), ""] {
            for view in ["calculator", "compare", "matrix", "chart"] {
                let mut options = vec![
                    format!("--product={product}"),
                    format!("--as-of={as_of}"),
                    "--start=2026-11-20".to_owned(),
                    "--months=12".to_owned(),
                    format!("--demand={}", demand.join(" ")),
                    format!("--view={view}"),
                ];
                if !chosen.is_empty() {
                    options.push(format!("--edition={chosen}"));
                }
                let options: Vec<_> = options.iter().map(String::as_str).collect();
                let document = inside(&prerender(&options));
                let values = all(&document, "[data-value]");
                for value in values {
                    // What other editions cost for other numbers may be the same by chance.
                    let mut around = value.ancestors().filter_map(ElementRef::wrap);
                    if around.any(|one| one.value().attr("part") == Some("chart-table")) {
                        continue;
                    }
                    let exact = value.value().attr("data-value").unwrap();
                    let shown: String = value.text().collect();
                    assert!(!beyond.contains(exact), "{shown}: {options:?}");
                }
                // Only what is left for a trial's own time is said of it.
                let own = format!("[data-edition=\"{trial}\"] [data-currency][data-value]");
                for amount in all(&document, &own) {
                    let exact = amount.value().attr("data-value").unwrap();
                    assert!(there.contains(exact) || !beyond.contains(exact));
                }
            }
        }
    }
    assert!(told > 5, "{told}");
}

/// The ids of the cards of a product.
fn card_ids(product: &str) -> impl Iterator<Item = String> {
    let cards = CATALOG
        .cards()
        .unwrap()
        .into_iter()
        .map(|listed| listed.card);
    let cards = cards.filter(move |card| *card.product == *product);
    cards.map(|card| card.id.to_string())
}

#[test]
fn a_trial_says_how_long_it_is_free_and_for_how_much() {
    let options = [
        "--product=desk",
        DAY,
        "--start=2026-11-29",
        "--months=12",
        "--demand=licenses=3 ai_messages=40000",
    ];
    let document = inside(&prerender(&options));
    let trial = one(&document, "[data-edition=trial]");
    let said: String = trial.text().collect();
    for part in [
        "Free for 14 days",
        "up to 3 licenses",
        "25,000 messages",
        "Ends on Dec 13, 2026",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let price = one(&document, "[data-edition=trial] [part=edition-amount]");
    assert_eq!(price.text().collect::<String>(), "Free for 14 days");
    // Two weeks of 40,000 messages a month are fewer than it holds.
    assert!(
        !said.contains("Not for") && !said.contains("in all"),
        "{said}"
    );
    let editions: Vec<_> = all(&document, "[part=edition]")
        .iter()
        .filter_map(|edition| edition.value().attr("data-edition"))
        .collect();
    assert_eq!(editions, ["standard", "premium", "trial"]);

    // The contact center's trial sells no further agents.
    let options = [
        "--product=contact-center",
        DAY,
        "--months=12",
        "--demand=licenses=10",
    ];
    let document = inside(&prerender(&options));
    let trial = one(&document, "[data-edition=trial]");
    let said: String = trial.text().collect();
    assert!(said.contains("Not for 10 licenses"), "{said}");
    assert_eq!(trial.value().attr("data-fits"), Some("false"));
}

/// The verdict on each edition, in each view that has one, by the hook.
fn verdicts(document: &Html, selector: &str) -> Vec<(String, String)> {
    let found = all(document, selector).into_iter().map(|verdict| {
        let mut around = verdict.ancestors().filter_map(ElementRef::wrap);
        let edition = around.find_map(|element| element.value().attr("data-edition"));
        let fits = verdict.value().attr("data-fits");
        (edition.unwrap().to_owned(), fits.unwrap().to_owned())
    });
    found.collect()
}

#[test]
fn every_view_has_the_calculators_verdict() {
    let mut unfit = 0;
    for mut question in questions() {
        let card = CATALOG
            .in_force(text(&question["items"][0], "product"), support::today())
            .unwrap();
        let Some(feature) = card.features.first() else {
            continue;
        };
        let mut options = options(&question);
        options.push(format!("--requires={}", feature.id));
        let compared = question["items"][0].as_object_mut().unwrap();
        compared.remove("edition");
        compared.insert(String::from("requires"), json!([&*feature.id]));
        let compared = reply("compare", &question);
        let expected: BTreeSet<_> = list(&compared, "editions")
            .iter()
            .map(|edition| {
                (
                    text(edition, "edition").to_owned(),
                    edition["fits"].to_string(),
                )
            })
            .collect();
        unfit += expected.iter().filter(|(_, fits)| fits == "false").count();
        for view in ["compare", "matrix"] {
            let view = format!("--view={view}");
            let options: Vec<_> = options.iter().chain([&view]).map(String::as_str).collect();
            let document = inside(&prerender(&options));
            let shown = verdicts(&document, "[part=verdict]");
            assert_eq!(shown.len(), expected.len(), "{view} {question}");
            assert_eq!(BTreeSet::from_iter(shown), expected, "{view} {question}");
        }
    }
    assert!(unfit > 3);
}

#[test]
fn the_matrix_names_no_trial_that_is_too_small() {
    let card = CATALOG.in_force("chat", support::today()).unwrap();
    let (trial, sold) = ("trial", "premium");
    let only_in_trial = card.features.iter().find(|feature| {
        let has = |edition: &str| feature.value(edition) == Some(&FeatureValue::Yes);
        has(trial) && !has(sold) && !has("standard")
    });
    let in_both = card.features.iter().find(|feature| {
        let has = |edition: &str| feature.value(edition) == Some(&FeatureValue::Yes);
        has(trial) && has(sold) && !has("standard")
    });
    for (feature, said) in [
        (
            only_in_trial,
            "1 ticked; 1 of 3 editions has it, but does not do the rest of what you need: Free Trial",
        ),
        (
            in_both,
            "1 ticked; 1 of 3 editions does all you need: Premium",
        ),
    ] {
        let requires = format!("--requires={}", feature.unwrap().id);
        let options = [
            "--product=chat",
            DAY,
            "--months=12",
            "--demand=mau=25000",
            "--view=matrix",
            &requires,
        ];
        let document = inside(&prerender(&options));
        let text: String = one(&document, "#needs").text().collect();
        assert_eq!(text, said);
        let verdict = one(&document, "[data-edition=trial] [part=verdict]");
        assert_eq!(verdict.value().attr("data-fits"), Some("false"));
        assert_eq!(verdict.value().attr("class"), Some("verdict of-trial"));
    }
}

#[test]
fn a_month_that_is_rounded_says_so_and_an_average_too() {
    let asked = |demand: &str| {
        let demand = format!("--demand={demand}");
        let options = [
            "--product=desk",
            DAY,
            "--edition=standard",
            "--months=12",
            &demand,
        ];
        inside(&prerender(&options))
    };
    let month = |document: &Html| {
        let month = one(document, "[data-total=month]");
        let hooks = ["data-value", "data-rounded"].map(|name| month.value().attr(name));
        let hooks = hooks.map(|value| value.unwrap_or_default().to_owned());
        (month.text().collect::<String>(), hooks)
    };
    // 6,600 in months and 3,400 in messages.
    let document = asked("licenses=10 ai_messages=40000");
    let (said, hooks) = month(&document);
    let total = attribute(&document, "[data-total=whole]", "data-value").to_owned();
    assert!(said.starts_with("≈\u{a0}$"), "{said}");
    assert!(said.ends_with("per month on average"), "{said}");
    assert_eq!(hooks[0], total);
    let rounded: f64 = hooks[1].parse().unwrap();
    let exact: f64 = total.parse().unwrap();
    assert!((rounded * 12.0 - exact).abs() < 0.12, "{rounded} {exact}");
    assert!(rounded * 12.0 != exact);
    // The card says the same.
    let of_card = one(&document, "[data-edition=standard] [data-currency]").value();
    assert_eq!(of_card.attr("data-rounded"), Some(&*hooks[1]));
    assert_eq!(of_card.attr("data-value"), Some(&*total));

    let (said, hooks) = month(&asked("licenses=10"));
    assert_eq!(
        (said.as_str(), hooks),
        ("$550 per month", ["550".to_owned(), String::new()])
    );
}

#[test]
fn it_is_well_made() {
    for question in questions() {
        for language in languages() {
            let mut options = options(&question);
            options.push(format!("--lang={language}"));
            let options: Vec<_> = options.iter().map(String::as_str).collect();
            let document = inside(&prerender(&options));
            let on = format!("{options:?}");
            assert!(all(&document, "[style], style, script").is_empty(), "{on}");
            assert_eq!(attribute(&document, "section[lang]", "lang"), language);

            let mut ids = BTreeSet::new();
            for element in all(&document, "[id]") {
                let id = element.value().attr("id").unwrap();
                assert!(ids.insert(id), "{id} twice: {on}");
            }
            for name in [
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
            ] {
                for element in all(&document, &format!("[{name}]")) {
                    for id in element.value().attr(name).unwrap().split_whitespace() {
                        assert!(ids.contains(id), "{name}={id}: {on}");
                    }
                }
            }
            let fields = all(&document, "input[type=text]");
            assert!(!fields.is_empty());
            for field in fields {
                let id = field.value().attr("id").unwrap();
                let label = one(&document, &format!("label[for=\"{id}\"]"));
                assert!(
                    !label.text().collect::<String>().trim().is_empty(),
                    "{id}: {on}"
                );
                assert!(
                    field.value().attr("value").is_some_and(|v| !v.is_empty()),
                    "{id}: {on}"
                );
            }
        }
    }
}

/// The letters beside a node, whatever is said of them.
fn beside(node: ElementRef<'_>, before: bool) -> String {
    let sides = match before {
        true => node.prev_siblings().collect::<Vec<_>>(),
        false => node.next_siblings().collect(),
    };
    let mut said = sides.into_iter().filter(|side| !side.value().is_comment());
    let text = said.next().map(|side| match side.value().as_text() {
        Some(text) => text.to_string(),
        None => ElementRef::wrap(side).map_or_else(String::new, |side| side.text().collect()),
    });
    text.unwrap_or_default()
}

#[test]
fn no_two_numbers_are_read_as_one() {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    for question in questions() {
        for language in languages() {
            for view in ["calculator", "compare"] {
                let mut options = options(&question);
                options.extend([format!("--lang={language}"), format!("--view={view}")]);
                let options: Vec<_> = options.iter().map(String::as_str).collect();
                let document = inside(&prerender(&options));
                let figures = all(&document, "[data-figure]");
                assert!(!figures.is_empty(), "{options:?}");
                for figure in figures {
                    let (before, after) = (beside(figure, true), beside(figure, false));
                    let text: String = figure.text().collect();
                    let runs_on = is_digit(before.chars().last()) && is_digit(text.chars().next())
                        || is_digit(text.chars().last()) && is_digit(after.chars().next());
                    assert!(!runs_on, "{before}{text}{after}: {options:?}");
                }
            }
        }
    }
}

#[test]
fn fields_hold_what_is_asked_in_the_languages_way() {
    let asked = [
        "--product=chat",
        DAY,
        "--demand=mau=25000",
        "--edition=premium",
    ];
    for (language, number, amount) in [
        ("en", "25,000", "$924"),
        ("zh-CN", "25,000", "US$924"),
        ("ja", "25,000", "$924"),
        ("id", "25.000", "US$924"),
    ] {
        let lang = format!("--lang={language}");
        let html = prerender(&[&asked[..], &[&lang]].concat());
        let document = inside(&html);
        assert_eq!(attribute(&document, "#dimension-mau", "value"), number);
        assert_eq!(attribute(&document, "input[checked]", "value"), "premium");
        let shown: String = one(&document, "[part=total-amount]").text().collect();
        assert_eq!(shown, amount);
    }
}

#[test]
fn packs_that_are_bought_by_the_number_are_counted_so() {
    let shown = |product: &str, months: &str, demand: &str, hook: &str| {
        let demand = format!("--demand={demand}");
        let html = prerender(&[&format!("--product={product}"), months, &demand, DAY]);
        let selector = format!("[data-packs={hook}] .packs-sum");
        let document = inside(&html);
        let text: String = one(&document, &selector).text().collect();
        text
    };
    // Four packs of one size in one purchase; a pack of another size is one, however large.
    let four = shown("chatbot", "--months=1", "messages=310000", "message_packs");
    assert_eq!(four, "4 packs");
    let saving = shown("chatbot", "--months=4", "messages=60000", "message_packs");
    assert!(saving.starts_with("3 packs, "), "{saving}");
    let one = shown(
        "voice-agent",
        "--months=1",
        "minutes=20000",
        "extra_minutes",
    );
    assert_eq!(one, "1 pack");
}

#[test]
fn the_same_question_has_the_same_bytes() {
    let asked = ["--product=voice-agent", DAY, "--lang=id"];
    assert_eq!(prerender(&asked), prerender(&asked));
    assert_ne!(
        prerender(&asked),
        prerender(&["--product=voice-agent", DAY])
    );
}

#[test]
fn attributes_and_fallback_are_the_hosts() {
    let folder = Folder::new("prerender-fallback");
    let fallback = "See <a href=\"/pricing?a=1&amp;b=2\">prices</a>.<b slot=\"action\">Buy</b>";
    let file = folder.file("fallback.html", fallback);
    let title = "a \"b\" <c> & d's";
    let html = prerender(&[
        "--product=chat",
        DAY,
        "--theme=dark",
        "--loading=eager",
        "--link=fragment",
        "--cards-url=/more.json?a&b",
        "--attribute",
        &format!("title={title}"),
        "--attribute=hidden",
        "--styles=/a\"b.css",
        "--fallback",
        &file,
    ]);
    assert!(
        html.ends_with(&format!("</template>{fallback}</rate-card>\n")),
        "{html}"
    );
    let document = Html::parse_fragment(&html);
    assert!(document.errors.is_empty(), "{:?}", document.errors);
    let element = one(&document, "rate-card");
    let given: Vec<_> = element.value().attrs().collect();
    let expected = [
        ("product", "chat"),
        ("as-of", "2026-11-20"),
        ("cards", "/more.json?a&b"),
        ("theme", "dark"),
        ("loading", "eager"),
        ("link", "fragment"),
        ("title", title),
        ("hidden", ""),
    ];
    assert_eq!(BTreeSet::from_iter(given), BTreeSet::from(expected));
    assert_eq!(attribute(&inside(&html), "link", "href"), "/a\"b.css");

    let template = prerender(&["--product=chat", DAY, "--only-template"]);
    assert!(template.starts_with("<template ") && template.ends_with("</template>\n"));
}

#[test]
fn labels_of_a_card_cannot_break_out() {
    let label = "\"><script>alert(1)</script><b style='x'>&amp;";
    let mut card = reply("card", &json!({"id": "chat/2024-07-22"}));
    card["label"]["en"] = json!(label);
    card["editions"][1]["label"]["en"] = json!(label);
    let folder = Folder::new("prerender-labels");
    let file = folder.file("card.json", &card.to_string());
    let document = inside(&prerender(&["--product=chat", DAY, "--cards", &file]));
    assert!(all(&document, "script, b").is_empty());
    let question = one(&document, "#name").text().collect::<String>();
    assert_eq!(question, format!("What does {label} cost for 1 month?"));
}

#[test]
fn errors_are_those_of_the_element() {
    for (options, code, path) in [
        (
            &["--product=nothing"][..],
            "unknown_product",
            "items[0].product",
        ),
        (
            &["--product=chat", "--edition=gold"],
            "unknown_edition",
            "items[0].edition",
        ),
        (&["--months=0"], "out_of_range", "months"),
        (&["--as-of=2026-02-30"], "bad_date", "as-of"),
        (
            &["--product=chat", "--demand=mau=-1"],
            "bad_quantity",
            "demand.mau",
        ),
        (&["--billing=hourly"], "unknown_billing", "billing"),
    ] {
        let output = run(&[&["prerender"], options].concat(), "");
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert_eq!(out(&output), "");
        let (got, at, message) = parts(&err(&output));
        assert_eq!((&*got, &*at), (code, path), "{options:?}");
        assert!(!message.is_empty());
    }
    let output = run(&["prerender", "--attribute=on click=x"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no name of an attribute"));
}

#[test]
fn a_rounded_figure_stays_with_its_sign() {
    for language in languages() {
        let language = format!("--lang={language}");
        let options = [
            "--product=desk",
            "--edition=standard",
            DAY,
            "--start=2026-11-29",
            "--months=12",
            "--demand=licenses=10 ai_messages=123457",
            &language,
        ];
        let document = inside(&prerender(&options));
        let total = one(&document, "[part=total-amount]");
        let said: String = total.text().collect();
        assert!(said.starts_with("≈\u{a0}"), "{said}");
    }
}

#[test]
fn only_what_has_a_link_can_be_copied_and_nothing_is_said_of_it_yet() {
    let document = inside(&prerender(&["--product=chat", DAY]));
    assert_eq!(all(&document, "[part=copy-link] #copy-link").len(), 1);
    let status = one(&document, "[part=copy-link] [role=status]");
    assert_eq!(status.text().collect::<String>(), "");
    let styles = include_str!("../../pkg/element/styles/answer.css");
    assert!(styles.contains(".copy-link { display: none; }"));
}
