//! What the documentation of the element lists is what there is: parts, hooks, custom properties and
//! events.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn files(folder: &Path, kind: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, kind));
        } else if path.extension().is_some_and(|extension| extension == kind) {
            found.push(path);
        }
    }
    found
}

/// The code of the views, without comments.
fn views() -> String {
    let files = files(&root().join("src/widget"), "rs");
    let text: Vec<String> = files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let lines = text.iter().flat_map(|text| text.lines());
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// What stands behind every `start`, as far as it is a name.
fn names<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).map(move |(at, _)| {
        let rest = text.get(at + start.len()..).unwrap();
        let end = rest.find(|c: char| c != '-' && !c.is_ascii_lowercase() && !c.is_ascii_digit());
        rest.get(..end.unwrap_or(rest.len())).unwrap()
    })
}

/// The first cells of the table under a heading.
fn documented(heading: &str) -> BTreeSet<String> {
    let document = read("docs/element.md");
    let lines = document.lines().skip_while(|line| *line != heading).skip(1);
    let section = lines.take_while(|line| !line.starts_with('#'));
    let cells = section.filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let found: BTreeSet<String> = cells.map(String::from).collect();
    assert!(!found.is_empty(), "nothing stands under {heading}");
    found
}

fn same(heading: &str, there: BTreeSet<String>) {
    assert!(there.len() > 1, "{heading}: nothing was found");
    let documented = documented(heading);
    let missing: Vec<_> = there.difference(&documented).collect();
    let gone: Vec<_> = documented.difference(&there).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "{heading} of docs/element.md: not listed {missing:?}, listed but not there {gone:?}"
    );
}

#[test]
fn every_part_is_documented() {
    let code = views();
    let quoted = code.match_indices(".part(\"").flat_map(|(at, start)| {
        let rest = code.get(at + start.len()..).unwrap();
        let value = rest.split('"').next().unwrap();
        value.split_whitespace().map(String::from)
    });
    same("### Parts", quoted.collect());
}

#[test]
fn every_hook_is_documented() {
    let code = views();
    let hooks = names(&code, "\"data-").map(|name| format!("data-{name}"));
    same("### Hooks", hooks.collect());
}

#[test]
fn every_custom_property_is_documented() {
    let css = read("pkg/element/element.css");
    let properties = names(&css, "var(--rate-card-").map(|name| format!("--rate-card-{name}"));
    same("### Custom properties", properties.collect());
}

#[test]
fn every_event_is_documented() {
    let script = read("pkg/element/events.js");
    let events = names(&script, "dispatch(element, '").map(String::from);
    same(
        "## Events",
        events.filter(|name| !name.is_empty()).collect(),
    );
}
