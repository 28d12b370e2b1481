//! Dimensions: what is demanded, and how much of it an edition includes.

use std::sync::Arc;

use serde::Serialize;
use serde::ser::Serializer;

use super::{PerEdition, Provenance};
use crate::text::{Id, Text, Unit};

/// Something that a visitor needs a number of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Dimension {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// What is counted.
    pub unit: Arc<Unit>,
    /// What it means, for whoever must enter it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The heading under which it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// The demand where none is given.
    pub default: u64,
    /// The smallest demand.
    pub min: u64,
    /// The largest demand.
    pub max: u64,
    /// What each edition includes; more may be had as `beyond` says. The field's term: allowance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowance: Option<PerEdition<Limit>>,
    /// What each edition can do at most; more cannot be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<PerEdition<Limit>>,
    /// The charge whose count multiplies the allowance: what one package holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowance_per: Option<Id>,
    /// The dimension for each of which the demand and the allowance are meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Id>,
    /// What happens beyond the allowance where no charge bills it.
    pub beyond: Beyond,
    /// Whether the demand may be given as calls, each rounded up to whole minutes.
    pub calls: bool,
    /// A dimension of which there must be at least one where this one is demanded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Id>,
    /// Whether its figures are read from the document or concluded from it.
    pub provenance: Provenance,
    /// The key of its source.
    pub source: Id,
}

impl Dimension {
    /// What an edition includes or allows at most; `None` where nothing is said of it.
    #[must_use]
    pub fn quota(&self, edition: &str) -> Option<Limit> {
        let stated = self.allowance.as_ref().or(self.limit.as_ref())?;
        stated.get(edition).copied()
    }
}

/// How much of something there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many.
    UpTo(u64),
    /// As many as one likes.
    Unlimited,
}

impl Limit {
    /// The number; `None` where unlimited.
    #[must_use]
    pub const fn number(self) -> Option<u64> {
        match self {
            Self::UpTo(number) => Some(number),
            Self::Unlimited => None,
        }
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::UpTo(number) => serializer.serialize_u64(*number),
            Self::Unlimited => serializer.serialize_str("unlimited"),
        }
    }
}

/// What happens beyond an allowance that no charge bills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Beyond {
    /// It cannot be had.
    Exceeded,
    /// It can be had, without a published price.
    ContactSales,
}
