//! What is generated about the element: the lists in its script, and its custom elements manifest.

use serde_json::{Map, Value, json};

use crate::widget::{ATTRIBUTES, Absent, Attribute, Reader, Values, views};

/// What is said of the element, in tables that tests compare with what there is.
const DOCUMENT: &str = include_str!("../../docs/element.md");

/// The types of its properties, methods and events.
const TYPES: &str = include_str!("../../pkg/element.d.ts");

/// The element's script `pkg/element/attributes.js`: which attributes the module reads, which the script
/// follows by itself, and the views.
#[must_use]
pub fn attributes_script() -> String {
    let names = |wanted: fn(&Attribute) -> bool| {
        let found = ATTRIBUTES.iter().filter(|attribute| wanted(attribute));
        list(found.map(|attribute| attribute.name))
    };
    let module = names(Attribute::is_read_by_module);
    let script = names(|attribute| attribute.reader == Reader::Script);
    let views = list(views().iter().map(|view| view.name));
    format!(
        "// The attributes of the element, written by scripts/types.sh from the table of them.\n\n\
         /** Those that the module reads: the question, and how its answer is shown. */\n\
         export const READ_BY_MODULE = {module};\n\
         /** Those that the element itself follows. */\n\
         export const READ_BY_SCRIPT = {script};\n\
         /** The views, in the order in which they are listed. */\n\
         export const VIEWS = {views};\n"
    )
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<_> = names.map(|name| format!("'{name}'")).collect();
    format!("[{}]", quoted.join(", "))
}

/// The [custom elements manifest] of the package, by which editors and documentation know the element.
///
/// [custom elements manifest]: https://github.com/webcomponents/custom-elements-manifest
///
/// ```
/// let manifest = ratecard::schema::custom_elements();
/// assert_eq!(manifest["schemaVersion"], "2.1.0");
/// assert_eq!(manifest["modules"][0]["declarations"][0]["tagName"], "rate-card");
/// ```
#[must_use]
pub fn custom_elements() -> Value {
    const CLASS: &str = "RateCardElement";
    const TAG: &str = "rate-card";
    let reference = json!({ "name": CLASS });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": "element.js",
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": CLASS,
                "tagName": TAG,
                "superclass": { "name": "HTMLElement" },
                "description": "Exact prices from rate cards, as an element.",
                "attributes": ATTRIBUTES.iter().map(attribute).collect::<Vec<_>>(),
                "members": described("## Properties and methods", member),
                "events": described("## Events", event),
                "slots": described("## Slots", |name, description| json!({
                    "name": if name == "(default)" { "" } else { name },
                    "description": description,
                })),
                "cssParts": described("### Parts", named),
                "cssProperties": described("### Custom properties", named),
            }],
            "exports": [
                { "kind": "js", "name": CLASS, "declaration": reference },
                { "kind": "custom-element-definition", "name": TAG, "declaration": reference },
            ],
        }],
    })
}

fn attribute(attribute: &Attribute) -> Value {
    let text = match attribute.values {
        Values::Form(_) | Values::Views => String::from("string"),
        Values::OneOf(names) => {
            let quoted: Vec<_> = names.iter().map(|name| format!("'{name}'")).collect();
            quoted.join(" | ")
        }
    };
    let (about, values, absent) = (attribute.about, attribute.values(), attribute.absent());
    let mut described = json!({
        "name": attribute.name,
        "type": { "text": text },
        "description": format!("{}: {values}. Without it: {absent}.", sentence(about)),
    });
    if let (Absent::Value(value), Some(fields)) = (attribute.absent, described.as_object_mut()) {
        fields.insert(String::from("default"), json!(value));
    }
    described
}

fn named(name: &str, description: &str) -> Value {
    json!({ "name": name, "description": sentence(description) })
}

fn member(name: &str, description: &str) -> Value {
    let description = sentence(description);
    if let Some(method) = name.strip_suffix("()") {
        let value = json!({ "type": { "text": type_of(&format!("{name}: ")) } });
        return json!({ "kind": "method", "name": method, "return": value, "description": description });
    }
    let type_of_getter = type_of(&format!("get {name}(): "));
    let type_of_constant = type_of(&format!("readonly {name}: "));
    let mut field = Map::new();
    field.insert(String::from("kind"), json!("field"));
    field.insert(String::from("name"), json!(name));
    field.insert(String::from("description"), json!(description));
    if type_of_getter.is_empty() {
        field.insert(String::from("readonly"), json!(true));
    }
    let text = [type_of_getter, type_of_constant].concat();
    field.insert(String::from("type"), json!({ "text": text }));
    Value::Object(field)
}

fn event(name: &str, description: &str) -> Value {
    json!({
        "name": name,
        "type": { "text": type_of(&format!("'{name}': ")) },
        "description": sentence(description),
    })
}

/// The type that stands in the declarations behind something; nothing where that does not stand there.
fn type_of(start: &str) -> &'static str {
    let found = TYPES
        .split_once(start)
        .and_then(|(_, rest)| rest.split_once(';'));
    found.map_or("", |(text, _)| text)
}

/// A text that begins with a capital letter.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The rows of the table under a heading of the documentation: of each the first two cells.
fn described(heading: &str, describe: fn(&str, &str) -> Value) -> Vec<Value> {
    let lines = DOCUMENT.lines().skip_while(|line| *line != heading);
    let section = lines.skip(1).take_while(|line| !line.starts_with('#'));
    // The first two rows of a table are its head.
    let rows = section.filter_map(|line| line.strip_prefix("| ")).skip(2);
    rows.map(|row| {
        let mut cells = row.split(" | ").map(|cell| cell.trim_end_matches(" |"));
        let name = cells.next().unwrap_or_default().trim_matches('`');
        describe(name, cells.next().unwrap_or_default())
    })
    .collect()
}
