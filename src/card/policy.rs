//! Policies: the rules beside the prices.

use serde::Serialize;

use crate::text::{Id, Text, has_id};

/// The rules that a card states beside its prices. A card of a product may leave out what an
/// earlier card of the product says and it does not change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Policies {
    /// How it is bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Purchase>,
    /// How an edition is changed for another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plan_changes: Vec<PlanChange>,
    /// What happens when it runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifecycle: Option<Lifecycle>,
    /// What is paid back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund: Option<Refund>,
    /// Who uses a license, and when it is released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licenses: Option<Licenses>,
    /// What may be connected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connect: Option<Connect>,
}

impl Policies {
    /// Whether the rules of a name are stated.
    #[must_use]
    pub fn state(&self, name: &str) -> bool {
        match name {
            "purchase" => self.purchase.is_some(),
            "plan_changes" => !self.plan_changes.is_empty(),
            "lifecycle" => self.lifecycle.is_some(),
            "refund" => self.refund.is_some(),
            "licenses" => self.licenses.is_some(),
            "connect" => self.connect.is_some(),
            _ => false,
        }
    }
}

/// How a product is bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Purchase {
    /// The fewest months of an order.
    pub min_months: u32,
    /// The most months of an order; a longer use is a renewal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_months: Option<u32>,
    /// Whether it can renew itself while the balance suffices.
    pub auto_renewal: bool,
    /// The steps, in their order.
    pub steps: Vec<Text>,
    /// The key of its source.
    pub source: Id,
}

/// Whether and how one edition is changed for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PlanChange {
    /// The edition that is left.
    pub from: Id,
    /// The edition that is wanted.
    pub to: Id,
    /// Whether it can be done at all.
    pub possible: bool,
    /// How it is done, or what to do instead.
    pub text: Text,
    /// The key of its source.
    pub source: Id,
}

/// What happens to an order when it runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lifecycle {
    /// When it ends.
    pub expiry: Expiry,
    /// When reminders go out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminder: Option<Reminder>,
    /// Days from expiry until the service stops.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended_after_days: Option<u32>,
    /// Days from the stop until the data is gone for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_after_days: Option<u32>,
    /// What else there is to know.
    pub notes: Vec<Text>,
    /// The key of its source.
    pub source: Id,
}

/// When an order ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Expiry {
    /// At the time of day at which it was bought.
    SameTime,
    /// With the day before the one on which it was bought.
    EndOfDayBefore,
}

/// The days on which reminders go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reminder {
    /// The first: so many days before the day of expiry.
    pub days_before: u32,
    /// The last: so many days after it.
    pub days_after: u32,
    /// The key of its source.
    pub source: Id,
}

/// What is paid back when an order is given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Refund {
    /// How the amount is found.
    #[serde(flatten)]
    pub rule: RefundRule,
    /// Ways of payment that come back.
    pub returned: Vec<Id>,
    /// Ways of payment that do not.
    pub not_returned: Vec<Id>,
    /// What else there is to know.
    pub notes: Vec<Text>,
    /// The key of its source.
    pub source: Id,
}

/// How a refund is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum RefundRule {
    /// What was paid for the current and the coming months, less the days used of this month.
    Prorated {
        /// The charge whose list price a used day is a share of.
        charge: Id,
    },
    /// Everything within so many days of the purchase, nothing later.
    FullWithinDays {
        /// The last day, counted from the day after the purchase.
        days: u32,
    },
}

/// Who uses a license, and when it is released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Licenses {
    /// What takes an agent's license.
    pub used_by: Vec<Id>,
    /// What keeps an agent's license bound through a reset.
    pub kept_by: Vec<Id>,
    /// Resets in a calendar month and application.
    pub resets_per_month: u32,
    /// What else there is to know.
    pub notes: Vec<Text>,
    /// The key of its source.
    pub source: Id,
}

/// What may be connected, and what happens to whoever connects what may not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Connect {
    /// Under which condition the listed scenarios are prohibited.
    pub condition: Text,
    /// What is prohibited without condition, in every industry.
    pub prohibited: Vec<Activity>,
    /// Industries with the scenarios that are prohibited in them.
    pub industries: Vec<Industry>,
    /// Violations and what follows from them.
    pub behaviours: Vec<Behaviour>,
    /// What else there is to know.
    pub notes: Vec<Text>,
    /// The key of its source.
    pub source: Id,
}

/// What is prohibited without condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Activity {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Text,
}

/// An industry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Industry {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Text,
    /// Its scenarios.
    pub scenarios: Vec<Scenario>,
}

/// A way of using a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Scenario {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Text,
    /// What it names of that which is prohibited without condition, by its ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub always: Vec<Id>,
}

has_id!(Activity, Industry, Scenario);

/// A violation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Behaviour {
    /// Its number in the document.
    pub number: u32,
    /// What is done.
    pub label: Text,
    /// How grave it is.
    pub severity: Text,
    /// What follows.
    pub consequence: Text,
}
