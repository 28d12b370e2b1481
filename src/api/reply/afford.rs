//! The reply of `afford`.

use serde::Serialize;

use crate::engine::{Affordable, Afforded, Step};
use crate::money::{Amount, Currency};

/// The reply of `afford`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AffordReply<'a> {
    rate_card: &'a str,
    currency: Currency,
    editions: Vec<AffordedReply<'a>>,
}

impl<'a> AffordReply<'a> {
    /// The reply of what a budget buys.
    #[must_use]
    pub fn new(affordable: &'a Affordable) -> Self {
        let editions = affordable.editions.iter();
        Self {
            rate_card: &affordable.card.id,
            currency: affordable.card.currency,
            editions: editions.map(AffordedReply::new).collect(),
        }
    }
}

/// What a budget buys in an edition: the largest demand, what it costs, and the next one, which is outside.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AffordedReply<'a> {
    edition: &'a str,
    quantity: Option<u64>,
    total: Option<Amount>,
    next: Option<StepReply>,
}

impl<'a> AffordedReply<'a> {
    fn new(afforded: &'a Afforded) -> Self {
        Self {
            edition: &afforded.edition,
            quantity: afforded.most.map(|most| most.quantity),
            total: afforded.most.and_then(|most| most.total),
            next: afforded.next.as_ref().map(StepReply::new),
        }
    }
}

/// A demand and what all months cost; no total where that cannot be held.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepReply {
    quantity: u64,
    total: Option<Amount>,
}

impl StepReply {
    fn new(step: &Step) -> Self {
        Self {
            quantity: step.quantity,
            total: step.total,
        }
    }
}
