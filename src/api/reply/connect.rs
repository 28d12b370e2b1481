//! The reply of `connect`.

use serde::Serialize;

use super::{SourceReply, english_texts, text};
use crate::card::Connect;
use crate::engine::{Guidelines, Ruling};

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
    prohibited: Option<Vec<&'a str>>,
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
                reply.industry = Some(LabelReply {
                    id: &industry.id,
                    label: text(&industry.label),
                });
                reply.scenario = Some(LabelReply {
                    id: &scenario.id,
                    label: text(&scenario.label),
                });
            }
            Ruling::Behaviour(behaviour) => {
                reply.behaviour = Some(behaviour.number);
                reply.label = Some(text(&behaviour.label));
                reply.severity = Some(text(&behaviour.severity));
                reply.consequence = Some(text(&behaviour.consequence));
            }
            Ruling::All => {
                reply.condition = condition;
                reply.prohibited = rules.map(|rules| english_texts(&rules.prohibited));
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

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct IndustryReply<'a> {
    id: &'a str,
    label: &'a str,
    scenarios: Vec<LabelReply<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct BehaviourReply<'a> {
    behaviour: u32,
    label: &'a str,
    severity: &'a str,
    consequence: &'a str,
}

fn industries(rules: &Connect) -> Vec<IndustryReply<'_>> {
    let industries = rules.industries.iter().map(|industry| IndustryReply {
        id: &industry.id,
        label: text(&industry.label),
        scenarios: industry
            .scenarios
            .iter()
            .map(|scenario| LabelReply {
                id: &scenario.id,
                label: text(&scenario.label),
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
