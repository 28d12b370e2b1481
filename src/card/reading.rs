//! Readings: choices made where a source is silent, and what they touch.

use std::sync::Arc;

use serde::Serialize;

use super::Card;
use crate::text::{Id, Text};

/// A choice made where the source is silent or pulls both ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reading {
    /// Its id.
    pub id: Id,
    /// What was chosen.
    pub text: Arc<Text>,
    /// What it touches: ids of editions, dimensions, charges, features and policies; `card`, as the
    /// one that the day picks; `card.superseded`, where a later one is in force before an estimate ends;
    /// `refund.rounding`, the rounding of a refund; `refund.unpaid`, where nothing was paid that comes back.
    ///
    /// An id that is both a policy's and another part's is the policy's: the other part is named
    /// with its list, as `dimensions.ID`; `features.*` is every feature.
    pub applies_to: Vec<Id>,
    /// The editions for which it was chosen; where there are none, for every one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Id>,
}

/// What a reading may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part<'a> {
    /// The card itself, as the one that is in force.
    Card,
    /// The card, where a later one is in force before the estimate ends.
    Superseded,
    /// The rounding of a refund.
    Rounding,
    /// A refund of what nothing was paid for.
    Unpaid,
    /// A policy, by its name.
    Policy(&'a str),
    /// An edition.
    Edition(&'a str),
    /// A dimension: what goes beyond what an edition includes of it.
    Dimension(&'a str),
    /// A charge.
    Charge(&'a str),
    /// A feature.
    Feature(&'a str),
}

/// The names of policies.
const POLICIES: [&str; 6] = [
    "purchase",
    "plan_changes",
    "lifecycle",
    "refund",
    "licenses",
    "connect",
];

impl Card {
    /// The readings that touch an edition, where `touched` tells it of the parts that they name.
    ///
    /// ```
    /// use ratecard::card::Part;
    ///
    /// let catalog = ratecard::catalog();
    /// let card = catalog.in_force("chat", "2026-11-20".parse()?)?;
    /// let touched = |part| part == Part::Policy("lifecycle");
    /// let ids: Vec<&str> = card.touched_readings("standard", touched).map(|r| &*r.id).collect();
    /// assert_eq!(ids, ["reminder-days"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn touched_readings<'a>(
        &'a self,
        edition: &'a str,
        touched: impl Fn(Part<'a>) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Reading> {
        self.readings.iter().filter(move |reading| {
            let editions = &reading.editions;
            let chosen_for_it = editions.is_empty() || editions.iter().any(|id| **id == *edition);
            chosen_for_it
                && reading
                    .applies_to
                    .iter()
                    .any(|named| self.parts(named).any(&touched))
        })
    }

    /// The parts that a reading or a note names: none where it names nothing that there is.
    pub(super) fn parts<'a>(&'a self, named: &'a str) -> impl Iterator<Item = Part<'a>> {
        let (list, id) = match named.split_once('.') {
            Some((list, id)) => (Some(list), id),
            None => (None, named),
        };
        let every = id == "*";
        let in_list = move |name: &str| list.is_none_or(|list| list == name);
        let is_meant = move |name: &str, known: &Id| in_list(name) && (every || **known == *id);
        let editions = self.editions.iter().map(|e| ("editions", &e.id));
        let dimensions = self.dimensions.iter().map(|d| ("dimensions", &d.id));
        let charges = self.charges.iter().map(|c| ("charges", &c.id));
        let features = self.features.iter().map(|f| ("features", &f.id));
        let single = match (named, POLICIES.contains(&named)) {
            ("card", _) => Some(Part::Card),
            ("card.superseded", _) => Some(Part::Superseded),
            ("refund.rounding", _) => Some(Part::Rounding),
            ("refund.unpaid", _) => Some(Part::Unpaid),
            (_, true) => Some(Part::Policy(named)),
            (_, false) => None,
        };
        // A policy that the card does not state leaves its name to the others.
        let alone = match single {
            Some(Part::Policy(name)) => self.policies.state(name),
            Some(_) => true,
            None => list.is_none() && every,
        };
        let listed = editions
            .chain(dimensions)
            .chain(charges)
            .chain(features)
            .filter(move |(list, known)| !alone && is_meant(list, known))
            .map(|(list, id)| match list {
                "editions" => Part::Edition(id),
                "dimensions" => Part::Dimension(id),
                "charges" => Part::Charge(id),
                _ => Part::Feature(id),
            });
        single.into_iter().chain(listed)
    }
}
