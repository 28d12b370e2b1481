//! The reply of `refund`.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::word::WordReply;
use super::{SourceReply, assumptions, english_texts};
use crate::engine::Refund;

/// The reply of `refund`: a part for each way of payment that comes back stands under its name.
#[derive(Debug)]
pub struct RefundReply<'a>(&'a Refund);

impl<'a> RefundReply<'a> {
    /// The reply of a refund.
    #[must_use]
    pub const fn new(refund: &'a Refund) -> Self {
        Self(refund)
    }
}

impl Serialize for RefundReply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let refund = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("status", refund.status.as_str())?;
        map.serialize_entry("refund", &refund.refund)?;
        for part in &refund.parts {
            map.serialize_entry(&*part.way, &part.amount)?;
        }
        if let Some(used) = refund.used {
            map.serialize_entry("used_value", &used.value)?;
            map.serialize_entry("days_used", &used.days)?;
            map.serialize_entry("days_in_cycle", &used.days_in_cycle)?;
        }
        let steps: Vec<_> = refund.steps.iter().map(WordReply::new).collect();
        map.serialize_entry("steps", &steps)?;
        map.serialize_entry("notes", &english_texts(&refund.notes))?;
        let source = refund.source.as_deref().map(SourceReply::new);
        map.serialize_entry("source", &source)?;

        map.serialize_entry("inherited_from", &refund.inherited_from)?;
        map.serialize_entry("assumptions", &assumptions(&refund.assumptions))?;
        map.end()
    }
}
