//! The rate card itself, and what its parts share.

use std::sync::Arc;

use serde::Serialize;
use serde::ser::Serializer;

use super::{Charge, Dimension, Edition, Example, Feature, Policies, Reading};
use crate::calendar::{Date, MonthKind};
use crate::money::Currency;
use crate::text::{ById as _, Id, Text, has_id};

/// A rate card: what one product costs from one day on.
///
/// Written in TOML or JSON; serialising it gives the same document back, with every default said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Card {
    /// `product/effective date`, or `product/undated`.
    pub id: Id,
    /// The product that it prices.
    pub product: Id,
    /// The product's name.
    pub label: Arc<Text>,
    /// The first day on which it is in force; absent where its document bears no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// The currency of all its prices.
    pub currency: Currency,
    /// How its months are counted.
    pub months: MonthKind,
    /// How it may be billed; the first is the default.
    pub billing: Vec<Billing>,
    /// The key of the source from which its prices come.
    pub source: Id,
    /// The sections of documents that its figures come from, by key.
    #[serde(serialize_with = "map")]
    pub sources: Vec<(Id, Arc<Source>)>,
    /// Headings under which dimensions and features stand.
    pub groups: Vec<Group>,
    /// The editions, in the order in which they are compared.
    pub editions: Vec<Edition>,
    /// What is demanded, in the order in which it is asked for.
    pub dimensions: Vec<Dimension>,
    /// Demands that are worth trying, from the smallest to the largest.
    pub examples: Vec<Example>,
    /// What is charged, in the order in which it is listed.
    pub charges: Vec<Charge>,
    /// What an edition can do, in the order of the matrix.
    pub features: Vec<Feature>,
    /// Rules beside the prices.
    pub policies: Policies,
    /// Choices made where the source is silent.
    pub readings: Vec<Reading>,
    /// What a reader should know of an edition, dimension, charge or feature.
    pub notes: Vec<Note>,
}

impl Card {
    /// The edition of an id.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.by_id(id)
    }

    /// The dimension of an id.
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.by_id(id)
    }

    /// The charge of an id.
    #[must_use]
    pub fn charge(&self, id: &str) -> Option<&Charge> {
        self.charges.by_id(id)
    }

    /// The charges that count a dimension, in the card's order.
    ///
    /// ```
    /// let catalog = ratecard::catalog();
    /// let card = catalog.card("chat/2024-07-22")?;
    /// let ids: Vec<&str> = card.charges_of("mau").map(|charge| &*charge.id).collect();
    /// assert_eq!(ids, ["mau_overage"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn charges_of<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a Charge> {
        let charges = self.charges.iter();
        charges.filter(move |charge| charge.model.counts(dimension))
    }

    /// Whether some charge counts a dimension.
    #[must_use]
    pub fn is_charged(&self, dimension: &str) -> bool {
        self.charges_of(dimension).next().is_some()
    }

    /// The ways of billing in which something costs otherwise: where nothing has a price by the year,
    /// the default alone.
    ///
    /// ```
    /// let catalog = ratecard::catalog();
    /// let card = catalog.card("contact-center/2024-05-07")?;
    /// assert_eq!(card.ways_of_billing().count(), 2);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn ways_of_billing(&self) -> impl Iterator<Item = Billing> {
        let ways = if self.has_annual_prices() {
            usize::MAX
        } else {
            1
        };
        self.billing.iter().copied().take(ways)
    }

    /// Whether something has a price by the year.
    pub(super) fn has_annual_prices(&self) -> bool {
        let mut charges = self.charges.iter();
        charges.any(|charge| charge.model.annual_price().is_some())
    }

    /// Whether an edition has no published price: it says so itself, or nothing has a price for it.
    ///
    /// ```
    /// let catalog = ratecard::catalog();
    /// let card = catalog.card("chat/2024-07-22")?;
    /// assert!(!card.editions.iter().any(|edition| card.is_on_request(edition)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_on_request(&self, edition: &Edition) -> bool {
        !self.charges.iter().any(|charge| edition.is_sold(charge))
    }

    /// The feature of an id.
    #[must_use]
    pub fn feature(&self, id: &str) -> Option<&Feature> {
        self.features.by_id(id)
    }

    /// The heading of an id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.by_id(id)
    }

    /// The reading of an id.
    #[must_use]
    pub fn reading(&self, id: &str) -> Option<&Reading> {
        self.readings.by_id(id)
    }

    /// The source of a key. A checked card has every source that it names.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Arc<Source>> {
        self.sources.by_id(key)
    }
}

has_id!(
    Edition, Dimension, Example, Charge, Feature, Group, Reading, Note
);

/// A section of a public document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Source {
    /// The document's title.
    pub document: String,
    /// The section's title.
    pub section: String,
    /// The day on which the section was last updated; absent where it bears no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Where it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How an order is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Billing {
    /// Month by month.
    Monthly,
    /// A whole year at a time.
    Annual,
}

impl Billing {
    /// The word that requests and cards use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Annual => "annual",
        }
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub label: Text,
    /// The heading above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
}

/// What a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// Its id.
    pub id: Id,
    /// What it is about: ids of editions, dimensions, charges and features, or `card`.
    pub about: Vec<Id>,
    /// What it says.
    pub text: Text,
    /// Whether it says what the prices leave out, so that it is told beside the total.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub excluded: bool,
    /// The key of its source.
    pub source: Id,
}

/// A value that is the same for every edition, or one for each that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PerEdition<T> {
    /// The same for every edition.
    All(T),
    /// By edition; where one is left out, it has none.
    Each(Vec<(Id, T)>),
}

impl<T> PerEdition<T> {
    /// The value of an edition.
    #[must_use]
    pub fn get(&self, edition: &str) -> Option<&T> {
        match self {
            Self::All(value) => Some(value),
            Self::Each(values) => values.by_id(edition),
        }
    }

    /// Every value, with its edition where it belongs to one.
    pub fn entries(&self) -> impl Iterator<Item = (Option<&Id>, &T)> {
        let (all, each) = match self {
            Self::All(value) => (Some(value), &[][..]),
            Self::Each(values) => (None, values.as_slice()),
        };
        let all = all.into_iter().map(|value| (None, value));
        all.chain(each.iter().map(|(id, value)| (Some(id), value)))
    }
}

impl<T: Serialize> Serialize for PerEdition<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All(value) => value.serialize(serializer),
            Self::Each(values) => map(values, serializer),
        }
    }
}

/// Serialises pairs as an object.
pub(super) fn map<T: Serialize, S: Serializer>(
    pairs: &[(Id, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (&**key, value)))
}
