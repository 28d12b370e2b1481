//! What may be connected, and what happens to whoever connects what may not.

use std::sync::Arc;

use super::answer::Answer;
use crate::card::{Activity, Behaviour, Card, Catalog, Connect, Industry, Scenario, Source};
use crate::text::{ById as _, Id};
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// What may be connected?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectRequest {
    /// The industry's id.
    pub industry: Option<Id>,
    /// The scenario's id.
    pub scenario: Option<Id>,
    /// The number of a violation.
    pub behaviour: Option<u64>,
}

/// What the guidelines say, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guidelines {
    /// The card that states them.
    pub card: Arc<Card>,
    /// What they say of the question.
    pub ruling: Ruling,
    /// Where they stand.
    pub source: Option<Arc<Source>>,
}

/// What the guidelines say of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ruling {
    /// The scenario is prohibited under the guidelines' condition.
    Prohibited {
        /// The industry.
        industry: Industry,
        /// The scenario, with what it names that is prohibited without condition.
        scenario: Scenario,
    },
    /// What was given as scenario is prohibited without condition, in every industry.
    Always(Activity),
    /// It is not listed: the vendor reviews it.
    Review,
    /// A violation, with what follows from it.
    Behaviour(Behaviour),
    /// All that they list.
    All,
}

impl Guidelines {
    /// The rules themselves.
    #[must_use]
    pub fn rules(&self) -> Option<&Connect> {
        self.card.policies.connect.as_ref()
    }
}

/// What the guidelines of the newest rate card that has some say of a question.
///
/// # Errors
///
/// `out_of_range` at `behaviour` for a number that is not listed; `no_rate_card` where no card has
/// guidelines; `missing_field` for a scenario without an industry, or an industry without one.
pub fn connect(catalog: &Catalog, request: &ConnectRequest) -> Answer<Guidelines> {
    let cards = catalog.cards()?;
    let with_rules = cards
        .into_iter()
        .map(|listed| listed.card)
        .filter(|card| card.policies.connect.is_some());
    let newest = with_rules.max_by_key(|card| card.effective);
    let Some(card) = newest else {
        return Err(Fault::new(Code::NoRateCard, Word::new("no-guidelines")));
    };
    let Some(rules) = &card.policies.connect else {
        return Err(Fault::new(Code::NoRateCard, Word::new("no-guidelines")));
    };
    let (industry, scenario) = (request.industry.as_ref(), request.scenario.as_ref());
    if let Some(fault) = connect_missing(industry, scenario) {
        return Err(fault);
    }
    let ruling = match (industry.zip(scenario), request.behaviour) {
        (Some((industry, scenario)), _) => listed(rules, industry, scenario),
        (None, Some(number)) => Ruling::Behaviour(behaviour(rules, number)?.clone()),
        (None, None) => Ruling::All,
    };
    Ok(Guidelines {
        ruling,
        source: card.source(&rules.source).cloned(),
        card,
    })
}

/// The fault of an industry without a scenario, or of a scenario without an industry.
pub(crate) fn connect_missing(industry: Option<&Id>, scenario: Option<&Id>) -> Option<Fault> {
    let key = match (industry, scenario) {
        (Some(_), None) => "scenario",
        (None, Some(_)) => "industry",
        _ => return None,
    };
    let word = Word::new("missing-field").with("field", Arg::text(key));
    Some(Fault::new(Code::MissingField, word).in_field(key))
}

fn listed(rules: &Connect, industry: &Id, scenario: &Id) -> Ruling {
    let industry = rules.industries.iter().find(|known| known.id == *industry);
    let found = industry.and_then(|industry| {
        let mut scenarios = industry.scenarios.iter();
        Some((industry, scenarios.find(|known| known.id == *scenario)?))
    });
    // A row goes before the general list, which it names what it has of.
    if let Some((industry, scenario)) = found {
        return Ruling::Prohibited {
            industry: industry.clone(),
            scenario: scenario.clone(),
        };
    }
    let always = rules.prohibited.by_id(scenario);
    always.map_or(Ruling::Review, |activity| Ruling::Always(activity.clone()))
}

fn behaviour(rules: &Connect, number: u64) -> Answer<&Behaviour> {
    let mut behaviours = rules.behaviours.iter();
    let found = behaviours.find(|known| u64::from(known.number) == number);
    found.ok_or_else(|| {
        let last = rules.behaviours.iter().map(|b| b.number).max();
        let word = Word::new("want-between-got")
            .with("min", Arg::Count(1))
            .with("max", Arg::Count(last.map_or(0, u64::from)))
            .with("got", Arg::Count(number));
        Fault::new(Code::OutOfRange, word).in_field("behaviour")
    })
}
