//! The reply of `connect`.

use serde::Serialize;

use super::{SourceReply, english_texts, text};
use crate::card::Connect;
use crate::engine::{Guidelines, Ruling};
use crate::text::{Id, Text};

/// The reply of `connect`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConnectReply<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'a str>,
    /// The ids of what the scenario names that is prohibited without the condition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    always: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    industry: Option<LabelReply<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: Option<LabelReply<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behaviour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consequence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prohibited: Option<Vec<LabelReply<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    industries: Option<Vec<IndustryReply<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behaviours: Option<Vec<BehaviourReply<'a>>>,
    notes: Vec<&'a str>,
    source: Option<SourceReply<'a>>,
}

impl<'a> ConnectReply<'a> {
    /// The reply of the guidelines.
    #[must_use]
    pub fn new(guidelines: &'a Guidelines) -> Self {
        let rules = guidelines.rules();
        let mut reply = Self {
            allowed: None,
            decision: None,
            condition: None,
            always: Vec::new(),
            industry: None,
            scenario: None,
            behaviour: None,
            label: None,
            severity: None,
            consequence: None,
            prohibited: None,
            industries: None,
            behaviours: None,
            notes: rules.map_or_else(Vec::new, |rules| english_texts(&rules.notes)),
            source: guidelines.source.as_deref().map(SourceReply::new),
        };
        let condition = rules.map(|rules| text(&rules.condition));
        match &guidelines.ruling {
            Ruling::Review => reply.decision = Some("review"),
            Ruling::Prohibited { industry, scenario } => {
                reply.allowed = Some(false);
                reply.decision = Some("prohibited");
                reply.condition = condition;
                reply.always = ids(&scenario.always);
                reply.industry = Some(LabelReply::new(&industry.id, &industry.label));
                reply.scenario = Some(LabelReply::new(&scenario.id, &scenario.label));
            }
            Ruling::Always(activity) => {
                reply.allowed = Some(false);
                reply.decision = Some("prohibited");
                reply.always = vec![&activity.id];
                reply.scenario = Some(LabelReply::new(&activity.id, &activity.label));
            }
            Ruling::Behaviour(behaviour) => {
                reply.behaviour = Some(behaviour.number);
                reply.label = Some(text(&behaviour.label));
                reply.severity = Some(text(&behaviour.severity));
                reply.consequence = Some(text(&behaviour.consequence));
            }
            Ruling::All => {
                reply.condition = condition;
                reply.prohibited = rules.map(prohibited);
                reply.industries = rules.map(industries);
                reply.behaviours = rules.map(behaviours);
            }
        }
        reply
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LabelReply<'a> {
    id: &'a str,
    label: &'a str,
}

impl<'a> LabelReply<'a> {
    fn new(id: &'a Id, label: &'a Text) -> Self {
        Self {
            id,
            label: text(label),
        }
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ScenarioReply<'a> {
    id: &'a str,
    label: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    always: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct IndustryReply<'a> {
    id: &'a str,
    label: &'a str,
    scenarios: Vec<ScenarioReply<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct BehaviourReply<'a> {
    behaviour: u32,
    label: &'a str,
    severity: &'a str,
    consequence: &'a str,
}

fn ids(ids: &[Id]) -> Vec<&str> {
    ids.iter().map(|id| &**id).collect()
}

fn prohibited(rules: &Connect) -> Vec<LabelReply<'_>> {
    let activities = rules.prohibited.iter();
    activities
        .map(|activity| LabelReply::new(&activity.id, &activity.label))
        .collect()
}

fn industries(rules: &Connect) -> Vec<IndustryReply<'_>> {
    let industries = rules.industries.iter().map(|industry| IndustryReply {
        id: &industry.id,
        label: text(&industry.label),
        scenarios: industry
            .scenarios
            .iter()
            .map(|scenario| ScenarioReply {
                id: &scenario.id,
                label: text(&scenario.label),
                always: ids(&scenario.always),
            })
            .collect(),
    });
    industries.collect()
}

fn behaviours(rules: &Connect) -> Vec<BehaviourReply<'_>> {
    let behaviours = rules.behaviours.iter().map(|behaviour| BehaviourReply {
        behaviour: behaviour.number,
        label: text(&behaviour.label),
        severity: text(&behaviour.severity),
        consequence: text(&behaviour.consequence),
    });
    behaviours.collect()
}
