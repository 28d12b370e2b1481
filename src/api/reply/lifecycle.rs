//! The reply of `lifecycle`.

use serde::Serialize;

use super::{AssumptionReply, assumptions, english_texts};
use crate::calendar::Date;
use crate::engine::{Event, Lifecycle, When};

/// The reply of `lifecycle`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LifecycleReply<'a> {
    events: Vec<EventReply>,
    notes: Vec<&'a str>,
    assumptions: Vec<AssumptionReply<'a>>,
}

impl<'a> LifecycleReply<'a> {
    /// The reply of a lifecycle.
    #[must_use]
    pub fn new(lifecycle: &'a Lifecycle) -> Self {
        Self {
            events: lifecycle.events.iter().map(EventReply::new).collect(),
            notes: english_texts(&lifecycle.notes),
            assumptions: assumptions(&lifecycle.assumptions),
        }
    }
}

/// Something that happens to an order.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventReply {
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::events"))]
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
}

impl EventReply {
    fn new(event: &Event) -> Self {
        let (at, from, last) = match event.when {
            When::At(moment) => (Some(moment.to_string()), None, None),
            When::On(day) => (Some(day.to_string()), None, None),
            When::Days(first, last) => (None, Some(first), Some(last)),
        };
        Self {
            event: event.kind.as_str(),
            at,
            from,
            last,
        }
    }
}
