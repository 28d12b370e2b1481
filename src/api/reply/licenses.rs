//! The reply of `licenses`.

use serde::Serialize;

use super::{AssumptionReply, SourceReply, assumptions, english_texts};
use crate::engine::Licenses;

/// The reply of `licenses`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LicensesReply<'a> {
    agent_licenses_in_use: u64,
    sip_licenses_in_use: u64,
    reset: ResetReply<'a>,
    notes: Vec<&'a str>,
    source: Option<SourceReply<'a>>,
    assumptions: Vec<AssumptionReply<'a>>,
}

impl<'a> LicensesReply<'a> {
    /// The reply of licenses.
    #[must_use]
    pub fn new(licenses: &'a Licenses) -> Self {
        Self {
            agent_licenses_in_use: licenses.agent_licenses_in_use,
            sip_licenses_in_use: licenses.sip_licenses_in_use,
            reset: ResetReply {
                allowed: licenses.reset.allowed,
                releases: &licenses.reset.releases,
                keeps: &licenses.reset.keeps,
                resets_left: licenses.reset.resets_left,
            },
            notes: english_texts(&licenses.notes),
            source: licenses.source.as_deref().map(SourceReply::new),
            assumptions: assumptions(&licenses.assumptions),
        }
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ResetReply<'a> {
    allowed: bool,
    releases: &'a [String],
    keeps: &'a [String],
    resets_left: u64,
}
