//! `--cards`: further and replacing rate cards on the command line.

use crate::support::parts;
use crate::support::program::{Folder, err, out, reply, run};
use serde_json::{Value, json};

/// A card of one flat charge, as TOML.
fn toml(product: &str, day: &str, price: &str) -> String {
    format!(
        r#"id = "{product}/{day}"
product = "{product}"
label = {{ en = "Ours" }}
effective = "{day}"
currency = "EUR"
source = "list"

[sources]
list = {{ document = "Our prices", section = "All", updated = "{day}" }}

[[editions]]
id = "only"
label = {{ en = "Only" }}
source = "list"

[[charges]]
id = "base"
label = {{ en = "Base" }}
kind = "prepaid"
model = "flat"
price = "{price}"
source = "list"
"#
    )
}

/// The same card as JSON, on several lines.
fn as_json(product: &str, day: &str, price: &str) -> String {
    let en = |text: &str| json!({ "en": text });
    let card = json!({
        "id": format!("{product}/{day}"),
        "product": product,
        "label": en("Ours"),
        "effective": day,
        "currency": "EUR",
        "source": "list",
        "sources": {"list": {"document": "Our prices", "section": "All"}},
        "editions": [{"id": "only", "label": en("Only"), "source": "list"}],
        "charges": [{
            "id": "base", "label": en("Base"), "kind": "prepaid", "model": "flat",
            "price": price, "source": "list"
        }],
    });
    serde_json::to_string_pretty(&card).unwrap()
}

fn request(product: &str) -> String {
    let item = json!({"product": product, "edition": "only"});
    json!({"as_of": "2026-06-01", "items": [item]}).to_string()
}

fn total(arguments: &[&str], product: &str) -> Value {
    reply(&run(arguments, &request(product)))["totals"]["EUR"].clone()
}

/// Code, path and message of a run that ended with an error, before anything was answered.
fn refused(arguments: &[&str]) -> (String, String, String) {
    let output = run(arguments, "");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert_eq!(out(&output), "");
    parts(&err(&output))
}

#[test]
fn a_file_in_toml_or_json_is_a_further_card() {
    let folder = Folder::new("own-further");
    let ours = folder.file("ours.toml", &toml("ours", "2026-01-01", "10"));
    let theirs = folder.file("theirs.json", &as_json("theirs", "2026-01-01", "20"));
    assert_eq!(total(&["estimate", "--cards", &ours], "ours"), "10");
    assert_eq!(total(&["estimate", "--cards", &theirs], "theirs"), "20");
    // Those of the project are still there, and without the option the further ones are not.
    let all = reply(&run(&["cards", "--cards", &ours], ""));
    let own = reply(&run(&["cards"], ""));
    assert_eq!(
        all.as_array().unwrap().len(),
        own.as_array().unwrap().len() + 1
    );
    let without = run(&["estimate"], &request("ours"));
    assert_eq!(parts(&err(&without)).0, "unknown_product");
}

#[test]
fn the_option_stands_before_and_behind_the_command_and_several_times() {
    let folder = Folder::new("own-places");
    let one = folder.file("one.toml", &toml("one", "2026-01-01", "1"));
    let two = folder.file("two.toml", &toml("two", "2026-01-01", "2"));
    let three = folder.file("three.toml", &toml("three", "2026-01-01", "3"));
    let arguments = [
        "--cards", &one, "estimate", "--cards", &two, "--cards", &three,
    ];
    for (product, price) in [("one", "1"), ("two", "2"), ("three", "3")] {
        assert_eq!(total(&arguments, product), price, "{product}");
    }
    let card = run(&["card", "two/2026-01-01", "--cards", &two], "");
    assert_eq!(reply(&card)["product"], "two");
}

#[test]
fn a_folder_is_its_toml_and_json_files_in_the_order_of_their_names() {
    let folder = Folder::new("own-folder");
    folder.file("b.toml", &toml("ours", "2026-01-01", "2"));
    folder.file("a.json", &as_json("theirs", "2026-01-01", "1"));
    folder.file("notes.txt", "no card");
    folder.file("0.toml.orig", "no card either");
    let estimate = ["estimate", "--cards", folder.path()];
    assert_eq!(total(&estimate, "ours"), "2");
    assert_eq!(total(&estimate, "theirs"), "1");
    let all = reply(&run(&["cards", "--cards", folder.path()], ""));
    let added = all.as_array().unwrap().iter().rev().take(2);
    let added: Vec<&Value> = added.map(|card| &card["product"]).collect();
    assert_eq!(added, ["ours", "theirs"]);
}

#[test]
fn an_id_that_stands_twice_in_a_place_is_told_with_the_file_of_the_first() {
    let folder = Folder::new("own-twice");
    let first = folder.file("a.toml", &toml("ours", "2026-01-01", "1"));
    let second = folder.file("b.json", &as_json("ours", "2026-01-01", "2"));
    let says = format!(
        "{second}:2:9: the rate card \"ours/2026-01-01\" stands twice; the first is in {first}"
    );
    for command in ["estimate", "batch", "cards"] {
        let (code, path, message) = refused(&[command, "--cards", folder.path()]);
        assert_eq!((code.as_str(), path.as_str()), ("bad_rate_card", "id"));
        assert_eq!(message, says);
    }
    let checked = run(&["check", folder.path()], "");
    assert_ne!(checked.status.code(), Some(0));
    assert!(err(&checked).contains("stands twice"), "{}", err(&checked));

    let card: Value = serde_json::from_str(&as_json("ours", "2026-01-01", "3")).unwrap();
    let list = Folder::new("own-twice-list");
    let file = list.file("list.json", &json!([card, card]).to_string());
    let (code, path, _) = refused(&["cards", "--cards", &file]);
    assert_eq!((code.as_str(), path.as_str()), ("bad_rate_card", "[1].id"));
    // In two places the later one replaces the earlier one.
    let both = ["estimate", "--cards", &first, "--cards", &second];
    assert_eq!(total(&both, "ours"), "2");
}

#[test]
fn the_last_card_of_an_id_holds_and_stands_where_the_first_one_stood() {
    let folder = Folder::new("own-replaced");
    let first = folder.file("1.toml", &toml("ours", "2026-01-01", "1"));
    let second = folder.file("2.toml", &toml("ours", "2026-01-01", "2"));
    let up = ["estimate", "--cards", &first, "--cards", &second];
    let down = ["estimate", "--cards", &second, "--cards", &first];
    assert_eq!(total(&up, "ours"), "2");
    assert_eq!(total(&down, "ours"), "1");

    // One of the project's own cards, dearer.
    let ids = |reply: &Value| -> Vec<Value> {
        let cards = reply.as_array().unwrap().iter();
        cards.map(|card| card["id"].clone()).collect()
    };
    let before = ids(&reply(&run(&["cards"], "")));
    for id in &before {
        let id = id.as_str().unwrap();
        let whole = out(&run(&["card", id], ""));
        let name = format!("{}.json", id.replace('/', "-"));
        let file = folder.file(&name, &whole);
        let replaced = ["--cards", file.as_str()];
        assert_eq!(
            ids(&reply(&run(&[&replaced[..], &["cards"]].concat(), ""))),
            before
        );
        assert_eq!(
            out(&run(&[&replaced[..], &["card", id]].concat(), "")),
            whole
        );
    }
}

#[test]
fn a_later_card_takes_over_on_its_day() {
    let folder = Folder::new("own-dates");
    folder.file("later.toml", &toml("ours", "2026-06-01", "2"));
    folder.file("sooner.toml", &toml("ours", "2026-01-01", "1"));
    let ask = |day: &str| {
        let item = json!({"product": "ours", "edition": "only"});
        let request = json!({"as_of": day, "items": [item]}).to_string();
        reply(&run(&["estimate", "--cards", folder.path()], &request))["totals"]["EUR"].clone()
    };
    assert_eq!(ask("2026-05-31"), "1");
    assert_eq!(ask("2026-06-01"), "2");
}

#[test]
fn a_batch_knows_them() {
    let folder = Folder::new("own-batch");
    let ours = folder.file("ours.toml", &toml("ours", "2026-01-01", "10"));
    let line = |product: &str| {
        let request: Value = serde_json::from_str(&request(product)).unwrap();
        json!({"command": "estimate", "request": request}).to_string()
    };
    let input = format!("{}\n{}\n", line("ours"), line("theirs"));
    let output = run(&["batch", "--cards", &ours], &input);
    assert_eq!(output.status.code(), Some(0));
    let replies: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(replies[0]["totals"]["EUR"], "10");
    assert_eq!(replies[1]["error"]["code"], "unknown_product");
}

#[test]
fn a_bad_card_ends_the_run_with_its_file_line_and_place() {
    let folder = Folder::new("own-bad");
    let good = toml("ours", "2026-01-01", "10");
    let good_json = as_json("ours", "2026-01-01", "10");
    for (name, text, path, line, says) in [
        (
            "price.toml",
            good.replace("price = \"10\"", "price = \"ten\""),
            "charges[0].price",
            21,
            "ten",
        ),
        (
            "field.toml",
            good.replace("kind =", "kimd ="),
            "charges[0].kimd",
            19,
            "kimd",
        ),
        (
            "syntax.toml",
            good.replace("= \"EUR\"", "="),
            "",
            5,
            "not TOML",
        ),
        (
            "syntax.json",
            good_json.replace("\"EUR\"", ""),
            "",
            0,
            "not JSON",
        ),
        (
            "twice.json",
            good_json.replacen('{', "{\"id\": \"a\",", 1),
            "id",
            0,
            "twice",
        ),
        ("empty.toml", String::new(), "id", 1, "missing"),
        ("list.json", String::from("[]"), "", 0, "no rate card"),
        ("lists.json", String::from("[[]]"), "[0]", 1, "object"),
    ] {
        let file = folder.file(name, &text);
        for command in ["estimate", "batch", "cards"] {
            let (code, at, message) = refused(&[command, "--cards", &file]);
            assert_eq!(
                (code.as_str(), at.as_str()),
                ("bad_rate_card", path),
                "{name}"
            );
            let begins = match line {
                0 => format!("{file}:"),
                line => format!("{file}:{line}:"),
            };
            assert!(message.starts_with(&begins), "{message}: {begins}");
            assert!(message.contains(says), "{message}");
        }
    }
}

#[test]
fn a_bad_card_among_good_ones_is_told() {
    let folder = Folder::new("own-mixed");
    folder.file("a.toml", &toml("ours", "2026-01-01", "1"));
    folder.file("b.toml", "id = 1\n");
    let (code, _, message) = refused(&["cards", "--cards", folder.path()]);
    assert_eq!(code, "bad_rate_card");
    assert!(message.contains("b.toml:1:1: "), "{message}");
}

#[test]
fn what_is_not_there_or_not_text_is_told() {
    let folder = Folder::new("own-missing");
    let missing = format!("{}/none.toml", folder.path());
    let (code, path, message) = refused(&["cards", "--cards", &missing]);
    assert_eq!((code.as_str(), path.as_str()), ("io", ""));
    assert!(message.starts_with(&format!("{missing}: ")), "{message}");
    let file = folder.file("bytes.toml", "");
    std::fs::write(&file, [0xff, 0xfe]).unwrap();
    assert_eq!(refused(&["cards", "--cards", &file]).0, "bad_rate_card");
}

#[test]
fn a_folder_without_cards_adds_none() {
    let folder = Folder::new("own-none");
    folder.file("README.md", "# Cards\n");
    assert_eq!(
        reply(&run(&["cards", "--cards", folder.path()], "")),
        reply(&run(&["cards"], "")),
    );
}
