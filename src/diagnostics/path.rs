//! Places in a document: from the notation of faults to a node and its shape, and to how people are told it.

use core::fmt::Write as _;

use crate::value::{Kind, Shape, Value};

/// A step from a node to one within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the field of a key.
    Field(String),
    /// To an entry of a list.
    Entry(usize),
}

/// The steps to the place that a fault names, such as `charges[2].price`. A key is the author's choice and
/// may hold a point: the keys that are there are tried first. The last one may be of a field that is missing.
pub(super) fn steps(document: &Value, path: &str) -> Vec<Step> {
    let (mut node, mut rest, mut steps) = (Some(document), path, Vec::new());
    while !rest.is_empty() {
        let (step, after) = match entry(rest) {
            Some((index, after)) => (Step::Entry(index), after),
            None => field(node, rest),
        };
        node = node.and_then(|node| within(node, &step));
        steps.push(step);
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    steps
}

/// `[2]` at the beginning of a path, and what follows.
fn entry(path: &str) -> Option<(usize, &str)> {
    let (index, after) = path.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, after))
}

/// The field with which a path begins, and what follows.
fn field<'p>(node: Option<&Value>, path: &'p str) -> (Step, &'p str) {
    let ends = |after: &str| after.is_empty() || after.starts_with(['.', '[']);
    let keys = node.map(Value::fields).unwrap_or_default().iter();
    let known = keys
        .filter_map(|(key, _)| Some((key, path.strip_prefix(key.as_str())?)))
        .filter(|(_, after)| ends(after))
        .max_by_key(|(key, _)| key.len());
    match known {
        Some((key, after)) => (Step::Field(key.clone()), after),
        None => {
            let end = path.find(['.', '[']).unwrap_or(path.len());
            let (key, after) = path.split_at_checked(end).unwrap_or((path, ""));
            (Step::Field(String::from(key)), after)
        }
    }
}

fn within<'v>(node: &'v Value, step: &Step) -> Option<&'v Value> {
    match (step, &node.kind) {
        (Step::Entry(index), Kind::List(entries)) => entries.get(*index),
        (Step::Field(key), Kind::Object(_)) => node.get(key),
        _ => None,
    }
}

/// The node that steps lead to.
pub(super) fn node<'v>(document: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(document, within)
}

/// The node that steps lead to, to be changed.
pub(super) fn node_mut<'v>(document: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps
        .iter()
        .try_fold(document, |node, step| match (step, &mut node.kind) {
            (Step::Entry(index), Kind::List(entries)) => entries.get_mut(*index),
            (Step::Field(key), Kind::Object(fields)) => {
                let mut fields = fields.iter_mut();
                fields.find(|(known, _)| known == key).map(|(_, node)| node)
            }
            _ => None,
        })
}

/// The shape of the node that steps lead to.
pub(super) fn shape(of: &'static Shape, steps: &[Step]) -> Option<&'static Shape> {
    static TEXT: Shape = Shape::String(crate::value::limits::MAX_TEXT);
    steps
        .iter()
        .try_fold(of, |shape, step| match (shape, step) {
            (Shape::Object(known), Step::Field(key)) => {
                let mut known = known.iter();
                known
                    .find(|field| field.key == key)
                    .map(|field| field.shape)
            }
            (Shape::Map(inner, _) | Shape::PerEdition(inner), Step::Field(_))
            | (Shape::List(inner, _), Step::Entry(_)) => Some(*inner),
            (Shape::Cell, Step::Field(_)) => Some(&TEXT),
            _ => None,
        })
}

/// A place as people look for it: entries of lists by their id where they have one that no other has, else
/// by their number, such as `charges[seats].tiers[0].price`.
///
/// ```
/// use ratecard::diagnostics::by_id;
/// use ratecard::value::from_json;
///
/// let card = from_json(r#"{"charges": [{"id": "seats", "tiers": [{"from": 0}]}]}"#)?;
/// assert_eq!(by_id(&card, "charges[0].tiers[0].from"), "charges[seats].tiers[0].from");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn by_id(document: &Value, path: &str) -> String {
    let (mut node, mut place) = (Some(document), String::new());
    for step in steps(document, path) {
        let list = node;
        node = node.and_then(|node| within(node, &step));
        match step {
            Step::Field(key) if place.is_empty() => place.push_str(&key),
            Step::Field(key) => {
                place.push('.');
                place.push_str(&key);
            }
            // Writing to a text cannot fail.
            Step::Entry(index) => {
                let _ = match list.zip(node).and_then(|(list, entry)| own_id(list, entry)) {
                    Some(id) => write!(place, "[{id}]"),
                    None => write!(place, "[{index}]"),
                };
            }
        }
    }
    place
}

/// The id of an entry that no other entry of its list has.
fn own_id<'v>(list: &Value, entry: &'v Value) -> Option<&'v str> {
    let id = |entry: &'v Value| entry.get("id").and_then(Value::text);
    let own = id(entry).filter(|id| !id.is_empty() && !id.contains(['[', ']']))?;
    let entries = list.entries().iter();
    let alike = entries.filter(|other| other.get("id").and_then(Value::text) == Some(own));
    (alike.count() == 1).then_some(own)
}
