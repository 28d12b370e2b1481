//! The rules of the house: the engine stands alone, and knows no product.

use std::collections::BTreeSet;
use std::process::{Command, Output};

use crate::support::CATALOG;
use crate::support::source::{self, Source, root};

fn cargo(arguments: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(arguments).current_dir(root()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "cargo {arguments:?}: {said}");
    output
}

/// The packages that the library is made of with some features.
fn packages(features: &[&str]) -> BTreeSet<String> {
    let tree = [
        "tree",
        "--offline",
        "--locked",
        "-e",
        "normal",
        "--prefix",
        "none",
    ];
    let output = cargo(&[&tree[..], features].concat());
    let tree = String::from_utf8(output.stdout).unwrap();
    let names = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

#[test]
fn the_engine_needs_no_user_interface_and_no_command_line() {
    let engine = packages(&["--no-default-features"]);
    assert!(
        engine.contains("ratecard") && engine.contains("rust_decimal"),
        "{engine:?}"
    );
    for name in [
        "clap",
        "toml",
        "strsim",
        "leptos",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "tokio",
    ] {
        assert!(
            !engine.contains(name),
            "the engine needs {name}: {engine:?}"
        );
    }
    // That the test can tell: with the command line it is there.
    assert!(packages(&[]).contains("clap"));
}

#[test]
fn the_engine_builds_alone() {
    cargo(&[
        "check",
        "--offline",
        "--locked",
        "--lib",
        "--no-default-features",
        "--quiet",
    ]);
}

/// Words of the card format and of the interface. Where a card uses one of them for an id of its
/// own, as for an edition that is called what the format calls a field, the literal means the
/// format's.
fn vocabulary(sources: &[Source]) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = ratecard::ENGLISH
        .words
        .iter()
        .map(|(id, _)| (*id).to_owned())
        .collect();
    for source in sources {
        let fields = ["Field::needed(", "Field::optional("];
        for start in fields
            .iter()
            .flat_map(|call| source.code.match_indices(call))
        {
            let after = start.0 + start.1.len();
            let literal = source.literals.iter().find(|literal| literal.at >= after);
            words.insert(literal.unwrap().text.clone());
        }
    }
    // A kind of input in HTML.
    words.insert("search".to_owned());
    // The commands of the interface, and the names of policies that readings and notes are about.
    words.extend(ratecard::api::Command::ALL.map(|command| command.as_str().to_owned()));
    words
}

/// What the rate cards alone may say: ids of products, editions, charges and features, and prices.
///
/// Dimensions are left out: the format has fields of some of their names. A price of nothing is no
/// price that anyone would write into the program.
fn facts() -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for listed in CATALOG.cards().unwrap() {
        let card = &listed.card;
        facts.insert(card.id.to_string());
        facts.insert(card.product.to_string());
        facts.extend(card.editions.iter().map(|edition| edition.id.to_string()));
        facts.extend(card.charges.iter().map(|charge| charge.id.to_string()));
        facts.extend(card.features.iter().map(|feature| feature.id.to_string()));
        for charge in &card.charges {
            let tiers = charge.model.tiers().iter().map(|tier| &tier.price);
            let single = [charge.model.price(), charge.model.annual_price()];
            for prices in single.into_iter().flatten().chain(tiers) {
                let prices = prices.entries().map(|(_, price)| price);
                facts.extend(prices.filter(|p| !p.is_zero()).map(ToString::to_string));
            }
        }
    }
    facts
}

#[test]
fn no_product_edition_charge_feature_or_price_stands_in_the_source() {
    let sources = source::all();
    let vocabulary = vocabulary(&sources);
    let facts = facts();
    assert!(facts.len() > 15, "{facts:?}");
    assert!(vocabulary.contains("allowance") && vocabulary.contains("want-text"));
    for source in &sources {
        for literal in &source.literals {
            let text = literal.text.as_str();
            let fact = facts.contains(text) && !vocabulary.contains(text);
            assert!(
                !fact,
                "{}: \"{text}\" belongs into a rate card",
                source.path
            );
        }
    }
}

/// The folders of `src/widget/` that are no views.
const NO_VIEWS: [&str; 6] = ["dom", "frame", "inputs", "shared", "state", "words"];

/// The folder of `src/widget/` in which a file lies.
fn widget_folder(path: &str) -> Option<&str> {
    let (folder, _) = path.strip_prefix("src/widget/")?.split_once('/')?;
    Some(folder)
}

/// The modules of `widget` that a file names.
fn widget_modules(code: &str) -> impl Iterator<Item = &str> {
    let named = code.match_indices("crate::widget::");
    let named = named.flat_map(|(at, start)| {
        let rest = code.get(at + start.len()..).unwrap();
        let names = rest.split(';').next().unwrap();
        match names.strip_prefix('{') {
            Some(several) => several.split(',').collect(),
            None => vec![names],
        }
    });
    let is_end = |c: char| c != '_' && !c.is_alphanumeric();
    named.filter_map(move |name| name.trim().split(is_end).next())
}

#[test]
fn no_view_imports_another_and_what_they_share_knows_none() {
    assert!(widget_modules("use crate::widget::{chart::axis, State};").eq(["chart", "State"]));
    let sources = source::all();
    let folders: BTreeSet<&str> = sources
        .iter()
        .filter_map(|source| widget_folder(&source.path))
        .collect();
    let is_view = |name: &str| folders.contains(name) && !NO_VIEWS.contains(&name);
    assert!(is_view("calculator") && is_view("products"), "{folders:?}");
    for source in &sources {
        let Some(folder) = widget_folder(&source.path) else {
            continue;
        };
        // The frame is around the views.
        let others = widget_modules(&source.code).filter(|name| *name != folder && is_view(name));
        let others: Vec<&str> = others.filter(|_| folder != "frame").collect();
        assert!(others.is_empty(), "{} imports {others:?}", source.path);
    }
}
