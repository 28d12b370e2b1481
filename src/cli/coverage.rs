//! `ratecard check --coverage`: every figure of a rate card with the place it was read from.
//!
//! The [shape](crate::card::shape) of the format says which fields hold figures, so that a field
//! that is added to the format is in the table without further ado.

use serde::Serialize;

use crate::card::shape::CARD;
use crate::text::ENGLISH;
use crate::value::{Kind, Shape, Value};

/// What stands where something is absent.
const NOTHING: &str = "–";

/// The figures of a card.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Coverage {
    figures: Vec<Figure>,
}

/// A figure and where it was read.
#[derive(Debug, Serialize)]
struct Figure {
    place: String,
    figure: String,
    document: Option<String>,
    section: Option<String>,
    updated: Option<String>,
}

impl Coverage {
    /// The figures of a document, whether or not it is a good card.
    pub(super) fn new(document: &Value) -> Self {
        let mut walk = Walk {
            sources: document.get("sources"),
            figures: Vec::new(),
        };
        walk.value(&CARD, document, String::new(), None);
        Self {
            figures: walk.figures,
        }
    }

    /// Whether some figure does not say where it was read.
    pub(super) fn lacks_a_source(&self) -> bool {
        self.figures.iter().any(|figure| figure.document.is_none())
    }

    /// The figures as a table.
    pub(super) fn table(&self) -> String {
        let heads = ["place", "figure", "document", "section", "date"];
        let rows = self.figures.iter().map(Figure::cells);
        let rows: Vec<[&str; 5]> = std::iter::once(heads).chain(rows).collect();
        let widths: [usize; 5] = std::array::from_fn(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or_default()
        });
        let lines = rows.iter().map(|row| {
            let cells = row.iter().zip(widths).map(|(cell, wide)| {
                let blanks = " ".repeat(wide.saturating_sub(width(cell)));
                format!("{cell}{blanks}  ")
            });
            String::from(cells.collect::<String>().trim_end())
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Figure {
    fn cells(&self) -> [&str; 5] {
        [
            &self.place,
            &self.figure,
            self.document.as_deref().unwrap_or(NOTHING),
            self.section.as_deref().unwrap_or(NOTHING),
            self.updated.as_deref().unwrap_or(NOTHING),
        ]
    }
}

struct Walk<'a> {
    sources: Option<&'a Value>,
    figures: Vec<Figure>,
}

impl<'a> Walk<'a> {
    /// Collects the figures of a value; `source` is the key of the source of what it stands in.
    fn value(&mut self, shape: &Shape, value: &'a Value, place: String, source: Option<&'a str>) {
        match (shape, &value.kind) {
            (Shape::Object(known), Kind::Object(_)) => {
                let has_own = known.iter().any(|field| field.key == "source");
                let source = if has_own {
                    value.get("source").and_then(Value::text)
                } else {
                    source
                };
                for (key, inner) in value.present_fields() {
                    if let Some(field) = known.iter().find(|field| field.key == key) {
                        self.value(field.shape, inner, below(&place, key), source);
                    }
                }
            }
            (Shape::Map(shape, _) | Shape::PerEdition(shape), Kind::Object(_)) => {
                for (key, inner) in value.present_fields() {
                    self.value(shape, inner, below(&place, key), source);
                }
            }
            (Shape::List(shape, _), Kind::List(entries)) => {
                for (index, inner) in entries.iter().enumerate() {
                    self.value(shape, inner, format!("{place}[{index}]"), source);
                }
            }
            (Shape::PerEdition(shape), _) => self.value(shape, value, place, source),
            _ => {
                if let Some(figure) = figure(shape, value) {
                    self.add(place, figure, source);
                }
            }
        }
    }

    fn add(&mut self, place: String, figure: String, source: Option<&str>) {
        let source = source.and_then(|key| self.sources?.get(key));
        let said = |key: &str| source.and_then(|source| text(source, key));
        self.figures.push(Figure {
            place,
            figure,
            document: said("document"),
            section: said("section"),
            updated: said("updated"),
        });
    }
}

/// The figure that a single value is, if it is one.
fn figure(shape: &Shape, value: &Value) -> Option<String> {
    match shape {
        Shape::Quantity
        | Shape::Between(..)
        | Shape::Limit
        | Shape::Amount
        | Shape::Demand
        | Shape::Cell => match &value.kind {
            Kind::Number(number) => Some(number.written.clone()),
            Kind::String(text) => Some(text.clone()),
            // A cell in words is a figure where it names one.
            Kind::Object(_) => {
                text(value, ENGLISH).filter(|text| text.contains(|c: char| c.is_ascii_digit()))
            }
            _ => None,
        },
        _ => None,
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::text).map(String::from)
}

fn below(place: &str, key: &str) -> String {
    if place.is_empty() {
        String::from(key)
    } else {
        format!("{place}.{key}")
    }
}

/// The columns that a text takes in a terminal: East Asian characters take two.
fn width(text: &str) -> usize {
    text.chars()
        .map(|char| {
            if char >= '\u{1100}' && !('\u{2000}'..'\u{2e80}').contains(&char) {
                2
            } else {
                1
            }
        })
        .fold(0, usize::saturating_add)
}
