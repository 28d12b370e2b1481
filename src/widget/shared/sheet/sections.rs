//! The rows of what a card includes and of what it can do.

use std::sync::Arc;

use crate::card::{Card, Dimension, Feature, FeatureValue, Limit, Provenance, Source};
use crate::engine::{QuotaStatus, beyond};
use crate::text::{Id, Text, Unit};
use crate::widget::shared::edition::in_order;

/// Rows under a heading.
pub(in crate::widget) struct Section {
    /// The heading; `None` for what the card puts under none.
    pub heading: Option<Heading>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A heading of the card.
pub(in crate::widget) struct Heading {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub label: Text,
    /// The heading above it.
    pub parent: Option<Text>,
}

/// What the editions have of one thing.
pub(in crate::widget) struct Row {
    /// Its id.
    pub id: Id,
    /// Whether it is a feature, which can be needed; otherwise it is a dimension.
    pub is_feature: bool,
    /// Its name.
    pub label: Arc<Text>,
    /// What each edition has of it, in the order of the columns.
    pub cells: Vec<(Id, Cell)>,
    /// Whether some edition has something else than another. A trial, which is small by nature, makes no
    /// difference among what one can buy.
    pub differs: bool,
    /// Whether whoever needs it has not all editions left, of trials, too.
    pub rules_out: bool,
    /// Whether it is concluded from a damaged document.
    pub is_inferred: bool,
    /// What a reader should know of it.
    pub notes: Vec<Text>,
    /// Where it stands.
    pub source: Option<Arc<Source>>,
}

/// What an edition has of something.
#[derive(Clone, PartialEq)]
pub(in crate::widget) enum Cell {
    /// It has what a feature's value says.
    Feature(FeatureValue),
    /// It includes a quantity of the unit; the status says what becomes of more.
    Included(Limit, Arc<Unit>, QuotaStatus),
    /// Nothing is said of it.
    Nothing,
    /// Nothing is said of it, in an edition that is sold on request.
    OnRequest,
}

impl Cell {
    /// How much it is, where that is a number; what is unlimited is more than any.
    pub fn amount(&self) -> Option<u64> {
        match self {
            Self::Feature(FeatureValue::Unlimited) | Self::Included(Limit::Unlimited, ..) => {
                Some(u64::MAX)
            }
            Self::Feature(FeatureValue::Number(number)) => Some(*number),
            Self::Included(limit, ..) => limit.number(),
            _ => None,
        }
    }
}

/// All rows of a card: what stands under no heading first, then the headings in the card's order,
/// each with its quantities before its features.
pub(in crate::widget) fn sections(card: &Card) -> Vec<Section> {
    let known = |group: Option<&Id>| {
        let is_known = |id: &&Id| card.groups.iter().any(|group| group.id == **id);
        group.filter(is_known).cloned()
    };
    let quantities = card.dimensions.iter().filter_map(|dimension| {
        let row = dimension_row(card, dimension)?;
        Some((known(dimension.group.as_ref()), row))
    });
    let features = card.features.iter();
    let features =
        features.map(|feature| (known(feature.group.as_ref()), feature_row(card, feature)));
    let mut rows: Vec<(Option<Id>, Row)> = quantities.chain(features).collect();
    let headings = core::iter::once(None).chain(card.groups.iter().map(Some));
    let sections = headings.filter_map(|group| {
        let id = group.map(|group| &group.id);
        let (mine, others) = rows.drain(..).partition(|(group, _)| group.as_ref() == id);
        rows = others;
        let mine: Vec<(Option<Id>, Row)> = mine;
        let heading = group.map(|group| Heading {
            id: group.id.clone(),
            label: group.label.clone(),
            parent: label_of_group(card, group.parent.as_ref()),
        });
        let rows: Vec<Row> = mine.into_iter().map(|(_, row)| row).collect();
        (!rows.is_empty()).then_some(Section { heading, rows })
    });
    sections.collect()
}

/// The text of a heading by its id.
fn label_of_group(card: &Card, id: Option<&Id>) -> Option<Text> {
    let group = card.groups.iter().find(|group| Some(&group.id) == id)?;
    Some(group.label.clone())
}

/// `None` where nothing of it is included in any edition.
fn dimension_row(card: &Card, dimension: &Dimension) -> Option<Row> {
    let cells = in_order(card).map(|edition| {
        let cell = match dimension.quota(&edition.id) {
            Some(limit) => {
                let more = beyond(card, edition, dimension);
                Cell::Included(limit, Arc::clone(&dimension.unit), more)
            }
            None if card.is_on_request(edition) => Cell::OnRequest,
            None => Cell::Nothing,
        };
        (edition.id.clone(), cell)
    });
    let cells: Vec<(Id, Cell)> = cells.collect();
    cells
        .iter()
        .any(|(_, cell)| matches!(cell, Cell::Included(..)))
        .then(|| {
            let Dimension { id, label, .. } = dimension;
            row(
                card,
                id,
                label,
                cells,
                dimension.provenance,
                &dimension.source,
            )
        })
}

fn feature_row(card: &Card, feature: &Feature) -> Row {
    let cells = in_order(card).map(|edition| {
        let value = feature.value(&edition.id).cloned();
        (
            edition.id.clone(),
            value.map_or(Cell::Nothing, Cell::Feature),
        )
    });
    let Feature { id, label, .. } = feature;
    let cells = cells.collect();
    Row {
        is_feature: true,
        ..row(card, id, label, cells, feature.provenance, &feature.source)
    }
}

fn row(
    card: &Card,
    id: &Id,
    label: &Arc<Text>,
    cells: Vec<(Id, Cell)>,
    provenance: Provenance,
    source: &Id,
) -> Row {
    Row {
        id: id.clone(),
        is_feature: false,
        label: Arc::clone(label),
        differs: differ(card, &cells),
        rules_out: are_unlike(cells.iter().map(|(_, cell)| cell)),
        cells,
        is_inferred: provenance == Provenance::Inferred,
        notes: notes(card, id),
        source: card.source(source).cloned(),
    }
}

/// Whether the editions that one can buy have not all the same; where there are not two of them, whether all have.
fn differ(card: &Card, cells: &[(Id, Cell)]) -> bool {
    let bought = cells.iter().filter(|(id, _)| {
        let edition = card.edition(id);
        edition.is_some_and(|edition| edition.trial.is_none())
    });
    let bought: Vec<&Cell> = bought.map(|(_, cell)| cell).collect();
    match bought.len() {
        0 | 1 => are_unlike(cells.iter().map(|(_, cell)| cell)),
        _ => are_unlike(bought.into_iter()),
    }
}

/// Whether some cell is another than the first.
fn are_unlike<'a>(mut cells: impl Iterator<Item = &'a Cell>) -> bool {
    let first = cells.next();
    cells.any(|cell| Some(cell) != first)
}

/// The notes about a part of a card, by its id.
pub(in crate::widget) fn notes(card: &Card, about: &str) -> Vec<Text> {
    let notes = card.notes.iter();
    let notes = notes.filter(|note| note.about.iter().any(|id| **id == *about));
    notes.map(|note| note.text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Arc<Card>> {
        let catalog = crate::catalog();
        let cards = catalog.cards().unwrap();
        let cards = cards.iter();
        cards.map(|listed| Arc::clone(&listed.card)).collect()
    }

    #[test]
    fn every_feature_has_a_row_and_every_quota() {
        for card in all() {
            let sections = sections(&card);
            let rows: Vec<&Row> = sections.iter().flat_map(|s| &s.rows).collect();
            for feature in &card.features {
                let row = rows.iter().find(|r| r.is_feature && r.id == feature.id);
                assert_eq!(row.unwrap().cells.len(), card.editions.len());
            }
            let has_quota = |d: &&Dimension| d.allowance.is_some() || d.limit.is_some();
            let quotas = card.dimensions.iter().filter(has_quota).count();
            assert_eq!(rows.len(), card.features.len() + quotas, "{}", card.id);
        }
    }

    #[test]
    fn rows_stand_under_the_headings_of_the_card() {
        for card in all() {
            let sections = sections(&card);
            let headings: Vec<&Id> = sections
                .iter()
                .filter_map(|section| Some(&section.heading.as_ref()?.id))
                .collect();
            let order: Vec<&Id> = card.groups.iter().map(|group| &group.id).collect();
            let known = order.into_iter().filter(|id| headings.contains(id));
            assert_eq!(headings, known.collect::<Vec<_>>(), "{}", card.id);
            for section in &sections {
                let id = section.heading.as_ref().map(|heading| heading.id.clone());
                for row in section.rows.iter().filter(|row| row.is_feature) {
                    assert_eq!(card.feature(&row.id).unwrap().group, id);
                }
            }
        }
    }
}
