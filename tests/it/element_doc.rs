//! What the documentation of the element lists is what there is: attributes, views, parts, hooks, custom
//! properties and events.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratecard::calendar::Date;
use ratecard::locale::PlainEnglish;
use ratecard::value::{Code, from_json};
use ratecard::widget::{
    ATTRIBUTES, Absent, Attribute, Language, Reader, Values, to_html, views as all_views,
};
use scraper::{Html, Selector};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All style sheets, in the order in which `element.css` imports them.
fn styles() -> String {
    read("pkg/element/element.css")
        .lines()
        .filter_map(|line| line.strip_prefix("@import \"./")?.strip_suffix("\";"))
        .map(|file| read(&format!("pkg/element/{file}")))
        .collect()
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
    // What stands there before and instead of a view.
    let script = read("pkg/element/fallback.js");
    // Where the class is the part's name, where it is none, and for a table with a column for each edition.
    let starts = [".part(\"", ".attr(\"part\", \"", "part: \""];
    let parts = starts.iter().flat_map(|start| names(&code, start));
    let made = names(&script, "make('div', '").chain(names(&script, "make('p', '"));
    same("### Parts", parts.chain(made).map(String::from).collect());
}

#[test]
fn every_hook_is_documented() {
    let code = views();
    let hooks = names(&code, "\"data-").map(|name| format!("data-{name}"));
    same("### Hooks", hooks.collect());
}

#[test]
fn every_custom_property_is_documented() {
    let css = styles();
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

#[test]
fn every_attribute_is_documented_as_its_table_says() {
    let rows = ATTRIBUTES.iter().map(|attribute| {
        let Attribute { name, about, .. } = attribute;
        let (values, absent) = (attribute.values(), attribute.absent());
        format!("| `{name}` | {about} | {values} | {absent} |")
    });
    let head = "| attribute | what it says | values | without it |\n| --- | --- | --- | --- |";
    let table = [vec![head.to_owned()], rows.collect()].concat().join("\n");
    assert!(
        read("docs/element.md").contains(&format!("\n\n{table}\n\n")),
        "docs/element.md is to have this table:\n{table}"
    );
}

#[test]
fn the_first_view_is_the_one_without_the_attribute() {
    let view = ATTRIBUTES.iter().find(|attribute| attribute.name == "view");
    let first = all_views().first().map(|view| view.name).unwrap();
    assert_eq!(view.unwrap().absent, Absent::Value(first));
}

/// What the module says of one setting, where it says that there is none of its name.
fn is_unknown(name: &str) -> bool {
    let settings = from_json(&format!(r#"{{"{name}": ""}}"#)).unwrap();
    let html = to_html(
        &Language::english(),
        Date::LAST,
        &settings,
        Rc::new(PlainEnglish),
    );
    html.err().is_some_and(|fault| {
        assert_eq!((fault.code(), fault.path()), (Code::UnknownField, name));
        true
    })
}

#[test]
fn the_module_reads_the_attributes_that_are_said_to_be_its_own() {
    for attribute in &ATTRIBUTES {
        // The cards behind the address are given to it under the same name.
        let is_read = attribute.is_read_by_module() || attribute.name == "cards";
        assert_eq!(is_unknown(attribute.name), !is_read, "{}", attribute.name);
    }
    assert!(is_unknown("colour"));
}

#[test]
fn the_style_sheet_reads_the_attributes_that_are_said_to_be_its_own() {
    let css = styles();
    for Attribute { name, reader, .. } in &ATTRIBUTES {
        let is_read = css.contains(&format!(":host([{name}"));
        // The script reads `link`, too; the button that copies it is there before any script runs.
        let is_said = *reader == Reader::Styles || *name == "link";
        assert_eq!(is_read, is_said, "{name}");
    }
}

#[test]
fn the_reference_page_has_a_control_for_every_attribute() {
    let page = Html::parse_fragment(&read("www/pages/element.html"));
    let all = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).collect::<Vec<_>>()
    };
    let names = all("form.controls [name]");
    let names: BTreeSet<&str> = names
        .iter()
        .filter_map(|control| control.attr("name"))
        .collect();
    let attributes = ATTRIBUTES.iter().map(|attribute| attribute.name);
    // By the time that it could be changed, the element has loaded.
    let known: BTreeSet<&str> = attributes.filter(|name| *name != "loading").collect();
    assert_eq!(names, known);
    let boxes = all("form.controls [name=view]");
    let boxes: Vec<&str> = boxes.iter().filter_map(|one| one.attr("value")).collect();
    let views: Vec<&str> = all_views().iter().map(|view| view.name).collect();
    assert_eq!(boxes, views);
    for Attribute { name, values, .. } in &ATTRIBUTES {
        if let (Values::OneOf(values), true) = (values, known.contains(name)) {
            let options = all(&format!("form.controls [name={name}] option:not([value])"));
            let options: Vec<String> = options
                .iter()
                .map(|option| option.text().collect())
                .collect();
            assert_eq!(options, *values, "{name}");
        }
    }
}

#[test]
fn what_shows_all_views_names_them_all() {
    let names: Vec<&str> = all_views().iter().map(|view| view.name).collect();
    let attribute = format!("view=\"{}\"", names.join(" "));
    for path in ["README.md", "www/index.html"] {
        assert!(
            read(path).contains(&attribute),
            "{path} is to have {attribute}"
        );
    }
}

#[test]
#[cfg(feature = "prerender")]
fn the_styles_for_other_places_are_those_of_the_element() {
    assert_eq!(ratecard::widget::STYLES, styles());
}

#[test]
fn what_the_design_says_of_custom_properties_is_all_of_them() {
    let text = read("docs/design.md");
    let named: BTreeSet<String> = names(&text, "`--rate-card-")
        .map(|name| format!("--rate-card-{name}"))
        .collect();
    assert_eq!(named, documented("### Custom properties"));
}
