//! What changed from one rate card to another.
//!
//! Both are taken as the documents that `card` shows, so nothing that a card can say is left out. What has an
//! id is found by it, wherever it stands; a tier, by where it begins. What holds for every edition in one card and
//! is said edition by edition in the other is compared edition by edition.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::answer::Answer;
use crate::card::{Card, Catalog};
use crate::money::Amount;
use crate::text::Id;

/// Fields that name a card instead of saying something of a product.
const NAMES: [&str; 2] = ["id", "effective"];

/// Fields whose texts are amounts of the card's currency.
const PRICES: [&str; 2] = ["price", "annual_price"];

/// Fields with a value for every edition, or for each.
const PER_EDITION: [&str; 5] = ["price", "annual_price", "allowance", "limit", "values"];

/// What is told first, in this order; everything else follows, in that of the alphabet.
const FIRST: [&str; 12] = [
    "label",
    "currency",
    "billing",
    "months",
    "editions",
    "charges",
    "dimensions",
    "features",
    "groups",
    "policies",
    "readings",
    "notes",
];

/// What changed between two rate cards?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffRequest {
    /// The id of the earlier one.
    pub from: Id,
    /// The id of the later one.
    pub to: Id,
}

/// A difference between two rate cards.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Where it stands, by ids: `charges[plan].price.standard`.
    pub path: String,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// What the earlier card says there, as `card` shows it; `None` where it says nothing.
    pub from: Option<Value>,
    /// What the later card says there; `None` where it says nothing.
    pub to: Option<Value>,
}

/// What kind of change there is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only the later card says something there.
    Added,
    /// Only the earlier card does.
    Removed,
    /// A price rose.
    Dearer,
    /// A price fell.
    Cheaper,
    /// Anything else is said.
    Changed,
}

impl ChangeKind {
    /// Its name in the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Dearer => "dearer",
            Self::Cheaper => "cheaper",
            Self::Changed => "changed",
        }
    }
}

/// Compares two rate cards, field by field: all that one of them says and the other does not say alike, but for
/// their ids and the days from which on they are in force.
///
/// Lists are in the order of the later card, with what only the earlier one has at the end of each. Prices in
/// different currencies are neither dearer nor cheaper.
///
/// # Errors
///
/// `unknown_rate_card` at `from` or `to`.
///
/// ```
/// use ratecard::engine::{ChangeKind, DiffRequest, diff};
///
/// let request = DiffRequest { from: "desk/2024-07-22".into(), to: "desk/2026-05-27".into() };
/// let changes = diff(&ratecard::catalog(), &request)?;
/// let plan = changes.iter().find(|change| change.path == "charges[plan].price.standard");
/// assert_eq!(plan.map(|change| change.kind), Some(ChangeKind::Cheaper));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn diff(catalog: &Catalog, request: &DiffRequest) -> Answer<Vec<Change>> {
    let card = |id: &Id, field| catalog.card(id).map_err(|fault| fault.in_field(field));
    let (from, to) = (card(&request.from, "from")?, card(&request.to, "to")?);
    let documents = (document(&from), document(&to));
    let mut diff = Diff {
        editions: (editions(&from), editions(&to)),
        one_currency: from.currency == to.currency,
        changes: Vec::new(),
    };
    let place = Place {
        path: String::new(),
        key: "",
        is_price: false,
    };
    let (Value::Object(from), Value::Object(to)) = documents else {
        return Ok(diff.changes);
    };
    diff.fields(&place, &without_names(from), &without_names(to));
    Ok(diff.changes)
}

/// A card as `card` shows it. One that has been read can be written.
fn document(card: &Card) -> Value {
    serde_json::to_value(card).unwrap_or_default()
}

fn editions(card: &Card) -> Vec<String> {
    let editions = card.editions.iter();
    editions.map(|edition| edition.id.to_string()).collect()
}

fn without_names(mut fields: Map<String, Value>) -> Map<String, Value> {
    for name in NAMES {
        fields.remove(name);
    }
    fields
}

/// Where two values stand.
struct Place<'a> {
    path: String,
    /// The field, or the field that the list or the editions stand in.
    key: &'a str,
    /// Whether texts here are amounts.
    is_price: bool,
}

impl<'a> Place<'a> {
    fn field(&self, key: &'a str) -> Self {
        let path = match self.path.is_empty() {
            true => key.to_owned(),
            false => format!("{}.{key}", self.path),
        };
        Self {
            path,
            is_price: self.is_price || PRICES.contains(&key),
            key,
        }
    }

    fn entry(&self, id: &str) -> Self {
        Self {
            path: format!("{}[{id}]", self.path),
            ..*self
        }
    }
}

struct Diff {
    /// The editions of both cards.
    editions: (Vec<String>, Vec<String>),
    one_currency: bool,
    changes: Vec<Change>,
}

impl Diff {
    fn fields(&mut self, place: &Place, from: &Map<String, Value>, to: &Map<String, Value>) {
        let gone = from.keys().filter(|key| !to.contains_key(*key));
        let mut keys: Vec<&String> = to.keys().chain(gone).collect();
        keys.sort_by_key(|key| {
            let first = FIRST.iter().position(|first| first == key);
            (first.unwrap_or(FIRST.len()), *key)
        });
        for key in keys {
            self.values(&place.field(key), from.get(key), to.get(key));
        }
    }

    fn values(&mut self, place: &Place, from: Option<&Value>, to: Option<&Value>) {
        let is_said = |value: &&Value| !value.is_null();
        match (from.filter(is_said), to.filter(is_said)) {
            (None, None) => {}
            (None, Some(to)) => self.change(place, ChangeKind::Added, None, Some(to)),
            (Some(from), None) => self.change(place, ChangeKind::Removed, Some(from), None),
            (Some(from), Some(to)) if from == to => {}
            (Some(Value::Object(from)), Some(Value::Object(to))) => self.fields(place, from, to),
            (Some(Value::Object(each)), Some(all)) if PER_EDITION.contains(&place.key) => {
                self.fields(place, each, &for_each(&self.editions.1, all));
            }
            (Some(all), Some(Value::Object(each))) if PER_EDITION.contains(&place.key) => {
                self.fields(place, &for_each(&self.editions.0, all), each);
            }
            (Some(from), Some(to)) => match (identified(from), identified(to)) {
                (Some(from), Some(to)) => self.entries(place, &from, &to),
                _ => self.change(place, self.kind(place, from, to), Some(from), Some(to)),
            },
        }
    }

    /// What has ids, found by them.
    fn entries(&mut self, place: &Place, from: &[(String, &Value)], to: &[(String, &Value)]) {
        let earlier: BTreeMap<_, _> = from.iter().map(|(id, value)| (id, *value)).collect();
        let later: BTreeMap<_, _> = to.iter().map(|(id, value)| (id, *value)).collect();
        let gone = from.iter().filter(|(id, _)| !later.contains_key(id));
        for (id, _) in to.iter().chain(gone) {
            let (from, to) = (earlier.get(id), later.get(id));
            self.values(&place.entry(id), from.copied(), to.copied());
        }
    }

    fn kind(&self, place: &Place, from: &Value, to: &Value) -> ChangeKind {
        let amount = |value: &Value| value.as_str()?.parse::<Amount>().ok();
        let order = match (amount(from), amount(to)) {
            (Some(from), Some(to)) if place.is_price && self.one_currency => to.cmp(&from),
            _ => Ordering::Equal,
        };
        match order {
            Ordering::Greater => ChangeKind::Dearer,
            Ordering::Less => ChangeKind::Cheaper,
            Ordering::Equal => ChangeKind::Changed,
        }
    }

    fn change(
        &mut self,
        place: &Place,
        kind: ChangeKind,
        from: Option<&Value>,
        to: Option<&Value>,
    ) {
        self.changes.push(Change {
            path: place.path.clone(),
            kind,
            from: from.cloned(),
            to: to.cloned(),
        });
    }
}

/// What holds for all editions, edition by edition.
fn for_each(editions: &[String], all: &Value) -> Map<String, Value> {
    let editions = editions.iter();
    editions.map(|id| (id.clone(), all.clone())).collect()
}

/// The entries of a list by their ids, tiers by where they begin; `None` where not all have one of their own.
fn identified(list: &Value) -> Option<Vec<(String, &Value)>> {
    let mut entries: Vec<(String, &Value)> = Vec::new();
    let mut known = BTreeSet::new();
    for entry in list.as_array()? {
        let id = match (entry.get("id"), entry.get("from")) {
            (Some(Value::String(id)), _) => id.clone(),
            (_, Some(Value::Number(from))) => from.to_string(),
            _ => return None,
        };
        if !known.insert(id.clone()) {
            return None;
        }
        entries.push((id, entry));
    }
    Some(entries)
}
