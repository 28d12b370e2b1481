//! Labels of rate cards in a further language.
//!
//! A card has its texts in English and in its source's language. Those in any other language stand
//! beside it, by the ids of what they belong to, and are added to the card's document when it is
//! read: from then on they are texts of the card like all others.

use crate::text::ENGLISH;
use crate::value::{Kind, Value};

/// The form of a unit that every language has.
const OTHER: &str = "other";
/// Where labels stand that serve cards of every product.
const COMMON: &str = "common";

/// What the rate cards say in a language, by the id of a card, by product or for all, and in it by id:
/// `{"chat": {"editions": {"trial": {"label": "…"}}}}`.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    language: &'static str,
    by_id: &'static Value,
}

impl Labels {
    /// The labels of a language, by its BCP 47 tag.
    #[must_use]
    pub const fn new(language: &'static str, by_id: &'static Value) -> Self {
        Self { language, by_id }
    }

    /// Adds to every text of a card the one in this language, where there is one and the card has
    /// none itself. What stands at the id of the card goes before what stands at its product, and that
    /// before what is `common`.
    ///
    /// ```
    /// use ratecard::card::Labels;
    /// use ratecard::value::from_json;
    ///
    /// let labels = from_json(r#"{"tea": {"editions": {"big": {"label": "特大"}}}}"#)?;
    /// let labels = Labels::new("ja", Box::leak(Box::new(labels)));
    /// let card = r#"{"id": "tea/undated", "product": "tea",
    ///     "editions": [{"id": "big", "label": {"en": "Big"}}]}"#;
    /// let mut card = from_json(card)?;
    /// labels.add_to(&mut card);
    /// let edition = card.get("editions").and_then(|editions| editions.entries().first());
    /// let label = edition.and_then(|edition| edition.get("label"));
    /// assert_eq!(label.and_then(|label| label.get("ja")).and_then(|text| text.text()), Some("特大"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn add_to(self, document: &mut Value) {
        let at = |key| document.get(key)?.text().and_then(|id| self.by_id.get(id));
        let found = [at("id"), at("product"), self.by_id.get(COMMON)];
        self.add(document, found);
    }

    fn add(self, node: &mut Value, found: [Option<&Value>; 3]) {
        if found.iter().all(Option::is_none) {
            return;
        }
        let english = node.get(ENGLISH).map(|text| text.text().is_some());
        match (&mut node.kind, english) {
            (Kind::Object(texts), Some(plain)) => {
                let known = texts.iter().any(|(tag, _)| tag == self.language);
                let label = found.into_iter().flatten().find_map(|label| {
                    let text = label.text().is_some();
                    match (plain, text) {
                        (true, true) => Some(label.clone()),
                        (false, true) => Some(unit(label)),
                        (false, false) => label.get(OTHER).map(|_| label.clone()),
                        (true, false) => None,
                    }
                });
                if let Some(label) = label.filter(|_| !known) {
                    texts.push((String::from(self.language), label));
                }
            }
            (Kind::Object(fields), None) => {
                for (key, inner) in fields {
                    self.add(inner, found.map(|labels| labels?.get(key)));
                }
            }
            (Kind::List(entries), _) => {
                for (index, entry) in entries.iter_mut().enumerate() {
                    // A text by language may have `id` as well: Indonesian.
                    let id = entry.get("id").filter(|_| entry.get(ENGLISH).is_none());
                    let id = id.and_then(Value::text);
                    let key = id.map_or_else(|| index.to_string(), String::from);
                    self.add(entry, found.map(|labels| labels?.get(&key)));
                }
            }
            _ => {}
        }
    }
}

/// A unit whose one form serves every number.
fn unit(label: &Value) -> Value {
    Value {
        kind: Kind::Object(vec![(String::from(OTHER), label.clone())]),
        at: label.at,
    }
}
