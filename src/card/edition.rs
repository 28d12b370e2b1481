//! Editions and trials.

use std::sync::Arc;

use serde::Serialize;

use crate::text::{Id, Text};

/// An edition of a product: what is bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// What makes it a trial; absent where it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
    /// The key of its source.
    pub source: Id,
}

/// An edition for a limited time, free of charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// How long it lasts.
    pub length: Length,
    /// The charge that stands for the trial itself: listed even where it is 0.
    pub basic: Id,
    /// Charges that can be bought for what its allowance lacks, once for the whole trial.
    pub sells: Vec<Id>,
    /// Charges that belong to no edition and are sold beside the trial as they always are.
    pub beside: Vec<Id>,
    /// Dimensions whose allowance is for the whole trial, not for each month.
    pub whole: Vec<Id>,
    /// The edition to buy instead, where its limits are too small.
    pub instead: Id,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// Days.
    Days(u32),
    /// Calendar months.
    Months(u32),
}
