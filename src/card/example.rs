//! Examples: demands that a visitor may begin with.

use serde::Serialize;

use super::Provenance;
use crate::text::{Id, Text};

/// A demand that is worth trying, such as that of a small, a medium or a large customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Example {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Text,
    /// How much of what is demanded, by the id of the dimension; others stay as they are.
    #[serde(serialize_with = "super::model::map")]
    pub demand: Vec<(Id, u64)>,
    /// Whether the document has it, or it is made up in the range that the document speaks of.
    pub provenance: Provenance,
    /// The key of its source.
    pub source: Id,
}
