//! The languages as the tests need them: their sentences, and the labels of every card in them.

use ratecard::LANGUAGES;
use ratecard::card::{Card, Labels};
use ratecard::locale::Locale;
use ratecard::value::{Kind, Value, from_json};

/// A language as the browser gets it.
pub fn read(json: &str) -> (Locale, &'static Value) {
    let document: &'static Value = Box::leak(Box::new(from_json(json).unwrap()));
    (
        Locale::read(document).unwrap(),
        document.get("labels").unwrap(),
    )
}

/// Every language but English.
pub fn all() -> Vec<(Locale, &'static Value)> {
    LANGUAGES.iter().map(|(_, json)| read(json)).collect()
}

/// The texts of a document, with the path by ids at which each stands.
fn texts<'a>(node: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    let inner = |key: &str| match path {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    };
    match &node.kind {
        Kind::Object(_) if node.get("en").is_some() => found.push((path.into(), node)),
        Kind::Object(fields) => {
            for (key, field) in fields {
                texts(field, &inner(key), found);
            }
        }
        Kind::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                // A text by language may have `id` as well: Indonesian.
                let id = entry.get("id").filter(|_| entry.get("en").is_none());
                let id = id.and_then(Value::text);
                texts(entry, &inner(id.unwrap_or(&index.to_string())), found);
            }
        }
        _ => {}
    }
}

/// A text, or the forms of a unit, in one line.
fn said(text: &Value) -> String {
    match &text.kind {
        Kind::String(text) => text.clone(),
        _ => text
            .fields()
            .iter()
            .map(|(_, form)| said(form))
            .collect::<Vec<_>>()
            .join("|"),
    }
}

/// All texts of a card as they are in a language: path, English, translation.
pub fn translated(
    card: &str,
    locale: Locale,
    labels: &'static Value,
) -> Vec<(String, String, Option<String>)> {
    let mut document = from_json(card).unwrap();
    Labels::new(locale.language, labels).add_to(&mut document);
    Card::read(&document).expect("a card with further labels is still a card");
    let mut found = Vec::new();
    texts(&document, "", &mut found);
    let in_language = |text: &Value, tag| text.get(tag).map(said);
    found
        .into_iter()
        .map(|(path, text)| {
            let english = in_language(text, "en").unwrap();
            (path, english, in_language(text, locale.language))
        })
        .collect()
}
