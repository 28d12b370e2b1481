//! Features: what an edition can do.

use std::sync::Arc;

use serde::Serialize;
use serde::ser::Serializer;

use crate::text::{ById as _, Id, Text};

/// A row of the feature matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feature {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// The heading under which it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// What each edition has of it.
    #[serde(serialize_with = "super::model::map")]
    pub values: Vec<(Id, FeatureValue)>,
    /// Whether its values are read from the document or concluded from it.
    pub provenance: Provenance,
    /// The key of its source.
    pub source: Id,
}

impl Feature {
    /// What an edition has of it.
    #[must_use]
    pub fn value(&self, edition: &str) -> Option<&FeatureValue> {
        self.values.by_id(edition)
    }
}

/// A cell of the feature matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeatureValue {
    /// The edition has it.
    Yes,
    /// The edition does not have it.
    No,
    /// So many.
    Number(u64),
    /// As many as one likes.
    Unlimited,
    /// In the way that the text says.
    Text(Text),
}

impl FeatureValue {
    /// Whether it counts as there: everything but a no and a zero.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::No | Self::Number(0))
    }
}

impl Serialize for FeatureValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Unlimited => serializer.serialize_str("unlimited"),
            Self::Text(text) => text.serialize(serializer),
        }
    }
}

/// How a figure came into the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// The document says it.
    Stated,
    /// The document's table is damaged there; it is concluded from what is left.
    Inferred,
}
