//! The reply of `cards`.

use serde::Serialize;

use super::{SourceReply, text};
use crate::calendar::Date;
use crate::card::Listed;
use crate::money::Currency;

/// A rate card in the reply of `cards`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardSummary<'a> {
    id: &'a str,
    product: &'a str,
    label: &'a str,
    currency: Currency,
    effective: Option<Date>,
    superseded_by: Option<&'a str>,
    editions: Vec<&'a str>,
    dimensions: Vec<&'a str>,
    source: Option<SourceReply<'a>>,
}

impl<'a> CardSummary<'a> {
    /// The summary of a card in a list.
    #[must_use]
    pub fn new(listed: &'a Listed<'a>) -> Self {
        let card = &listed.card;
        Self {
            id: &card.id,
            product: &card.product,
            label: text(&card.label),
            currency: card.currency,
            effective: card.effective,
            superseded_by: listed.superseded_by,
            editions: card.editions.iter().map(|e| &*e.id).collect(),
            dimensions: card.dimensions.iter().map(|d| &*d.id).collect(),
            source: card.source(&card.source).map(|s| SourceReply::new(s)),
        }
    }
}
