//! The element as HTML: what `ratecard prerender` prints.

use std::collections::BTreeSet;

use crate::support::program::{Folder, err, out, run};
use crate::support::{self, CATALOG, list, parts, reply, text};
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
        let value = |selector: &str| attribute(&document, selector, "data-value").to_owned();
        assert_eq!(
            value("[data-total=whole]"),
            text(item, "total"),
            "{question}"
        );
        assert_eq!(
            value("[data-total=month]"),
            text(item, "per_month"),
            "{question}"
        );
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
            assert_eq!(attribute(&document, &card, "data-fits"), fits, "{question}");
            let radio = one(&document, &format!("input[type=radio][value=\"{id}\"]"));
            let is_checked = radio.value().attr("checked").is_some();
            assert_eq!(is_checked, chosen == id, "{question}");
        }
    }
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
    assert_eq!(one(&document, "#name").text().collect::<String>(), label);
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
