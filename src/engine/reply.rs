//! Answers, as the Rust interface gives them.

use std::sync::Arc;

use crate::calendar::{Date, Interval};
use crate::card::{Card, ChargeKind, Part, Reading, Source};
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::word::Word;

/// What the items cost together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Estimate {
    /// The first day of the first month.
    pub start: Date,
    /// How many billing months it covers.
    pub months: u32,
    /// The sum of the items by currency, in the order of the codes; without those that are sold on request.
    pub totals: Vec<(Currency, Amount)>,
    /// The totals divided by the months, rounded half up to the currency's smallest unit.
    pub per_month: Vec<(Currency, Amount)>,
    /// What is paid when, in the order of the days.
    pub schedule: Vec<Payment>,
    /// The items, in the order of the request.
    pub items: Vec<ItemEstimate>,
}

/// What is paid on a day in a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Payment {
    /// The day.
    pub on: Date,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount: Amount,
}

/// What one item costs, and whether it does what is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemEstimate {
    /// The rate card that it is priced by.
    pub card: Arc<Card>,
    /// The edition.
    pub edition: Id,
    /// The sum of the lines; `None` of an edition that is sold on request, without a published price.
    pub total: Option<Amount>,
    /// The total divided by the months, rounded half up to the currency's smallest unit.
    pub per_month: Option<Amount>,
    /// How many months are paid for, where that is more than was asked for: an order that is billed
    /// by the year is paid by whole years.
    pub paid_months: Option<u32>,
    /// What is charged, in the card's order; charges without an entry are left out.
    pub lines: Vec<Line>,
    /// The packs that were planned or given, in the card's order.
    pub packs: Vec<PackPlan>,
    /// What is included and what is needed, in the card's order.
    pub quotas: Vec<Quota>,
    /// What the edition does not do; it is priced all the same.
    pub problems: Vec<Problem>,
    /// What the calculation proves beside the price.
    pub advice: Vec<Advice>,
    /// The readings that touched this item.
    pub assumptions: Vec<Assumption>,
}

impl ItemEstimate {
    /// Whether the edition is sold on request, without a published price.
    #[must_use]
    pub const fn is_on_request(&self) -> bool {
        self.total.is_none()
    }

    /// Whether the edition does all that is needed. Of one that is sold on request that is a matter of limits and
    /// features alone: whatever else is needed is agreed upon, as its price is.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.problems.is_empty()
    }
}

/// A charge with all its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// The charge's id.
    pub charge: Id,
    /// The charge's name.
    pub label: Arc<Text>,
    /// When it is paid.
    pub kind: ChargeKind,
    /// The sum of the entries.
    pub amount: Amount,
    /// What is charged on each day.
    pub entries: Vec<Entry>,
    /// The arithmetic.
    pub why: Word,
    /// Where the price stands.
    pub source: Arc<Source>,
}

/// What is charged on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The first of the months that it is for, from 0; of a pack, the month in which it is bought.
    pub month: usize,
    /// The day.
    pub on: Date,
    /// How many units, blocks or packages.
    pub quantity: u64,
    /// The price of each.
    pub unit_price: Amount,
    /// Quantity × price.
    pub amount: Amount,
    /// What it is for: the month, the calendar month of usage, or the life of a pack.
    pub covers: Interval,
}

/// The packs of a charge.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackPlan {
    /// The charge's id.
    pub charge: Id,
    /// The packs, by month of purchase.
    pub purchases: Vec<PackPurchase>,
    /// The units that all of them have at the beginning of each month, with those bought in it and without
    /// those that have expired. A trial is one month.
    pub left: Vec<u64>,
    /// What they cost less than buying every month's need separately at its cheapest; negative
    /// where packs that were given cost more.
    pub saves: Amount,
}

/// A pack that is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackPurchase {
    /// The month, from 0.
    pub month: u32,
    /// The day.
    pub on: Date,
    /// Its size, in units of the dimension.
    pub quantity: u64,
    /// Its price.
    pub amount: Amount,
    /// The first day on which it no longer serves; `None` where it never expires.
    pub expires: Option<Date>,
    /// The units used within the estimate.
    pub used: u64,
    /// The units that expire, or are left at the end.
    pub unused: u64,
}

/// What an edition includes of a dimension, and what is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quota {
    /// The dimension's id.
    pub dimension: Id,
    /// What is included; `None` where unlimited.
    pub limit: Option<u64>,
    /// What is needed: the largest month, or the sum where the quota is for the whole trial.
    pub demand: u64,
    /// How the two compare.
    pub status: QuotaStatus,
}

/// How a demand compares with what is included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuotaStatus {
    /// No more than the limit.
    Within,
    /// The part above is billed as it is used.
    Overage,
    /// The part above is bought beforehand.
    AddOn,
    /// More cannot be had.
    Exceeded,
    /// More can be had, without a published price.
    ContactSales,
}

impl QuotaStatus {
    /// The word of the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Overage => "overage",
            Self::AddOn => "add_on",
            Self::Exceeded => "exceeded",
            Self::ContactSales => "contact_sales",
        }
    }
}

/// Something that an edition does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The kind.
    pub code: ProblemCode,
    /// What it is about.
    pub subject: Subject,
    /// The day on which it begins, where it has one.
    pub on: Option<Date>,
    /// The month, from 0, and the quantity that is missing in it, where there is one.
    pub shortfall: Option<(u32, u64)>,
    /// The shortest order in months, where this one is too short.
    pub min_months: Option<u32>,
    /// What is wrong and what to do.
    pub word: Word,
}

/// The kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemCode {
    /// More is needed than can be had.
    Exceeded,
    /// More can be had, without a published price.
    ContactSales,
    /// A needed feature is not there.
    MissingFeature,
    /// The trial ends before the last month does.
    TrialEnds,
    /// Minutes need a number that they run over.
    NeedsNumber,
    /// The packs chosen do not cover a month.
    Shortfall,
    /// The order is shorter than those that are sold.
    TooShort,
}

impl ProblemCode {
    /// The word of the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::ContactSales => "contact_sales",
            Self::MissingFeature => "missing_feature",
            Self::TrialEnds => "trial_ends",
            Self::NeedsNumber => "needs_number",
            Self::Shortfall => "shortfall",
            Self::TooShort => "too_short",
        }
    }
}

/// What a problem is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subject {
    /// A dimension; `trial` for the trial itself, `months` for the length of the order.
    Dimension(Id),
    /// A feature.
    Feature(Id),
}

/// Something that the calculation proves; its code is the id of the word.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Advice {
    /// What it says, with its figures.
    pub word: Word,
}

/// A reading that touched an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assumption {
    /// Its id.
    pub id: Id,
    /// What was chosen.
    pub text: Arc<Text>,
}

impl Assumption {
    /// The assumption that a reading is.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        Self {
            id: reading.id.clone(),
            text: Arc::clone(&reading.text),
        }
    }
}

/// The readings that touch an answer by a policy: those about the card in force, and those about the
/// policy on the card that states it.
pub(super) fn of_policy(
    in_force: &Card,
    from: &Card,
    edition: &str,
    policy: &str,
) -> Vec<Assumption> {
    let picked = in_force.touched_readings(edition, |part| part == Part::Card);
    let ruled = from.touched_readings(edition, move |part| part == Part::Policy(policy));
    picked.chain(ruled).map(Assumption::of).collect()
}
