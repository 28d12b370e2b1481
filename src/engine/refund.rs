//! What is paid back when an order is given up.

use std::sync::Arc;

use super::answer::{Answer, too_large};
use super::order::edition_of;
use super::reply::Assumption;
use super::wide::Wide;
use crate::calendar::Date;
use crate::card::{Card, Catalog, Edition, Part, RefundRule, Source};
use crate::money::Amount;
use crate::text::{Id, Text};
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// What is paid back?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundRequest {
    /// The product's id.
    pub product: Id,
    /// The edition's id.
    pub edition: Id,
    /// The day of purchase.
    pub purchased: Date,
    /// For how many months it was bought, where the rule counts months.
    pub months: u32,
    /// The day on which it is given up.
    pub refund_on: Date,
    /// What was paid, by way of payment.
    pub paid: Vec<Paid>,
    /// Whether the buyer has had no full refund of the product yet.
    pub first_refund: bool,
    /// Whether it was postpaid before.
    pub from_postpaid: bool,
    /// Whether it was bought in a promotion.
    pub promotion: bool,
    /// Whether the vendor's guidelines were violated.
    pub violation: bool,
}

/// What was paid in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The way of payment.
    pub way: Id,
    /// The amount.
    pub amount: Amount,
}

/// What is paid back, and how that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refund {
    /// What becomes of it.
    pub status: RefundStatus,
    /// What is paid back.
    pub refund: Amount,
    /// The refund by way of payment, in the order of the rule.
    pub parts: Vec<Paid>,
    /// The value of the days used and their number, where the rule counts days.
    pub used: Option<Used>,
    /// How it was found.
    pub steps: Vec<Word>,
    /// What else there is to know, from the rate card.
    pub notes: Vec<Text>,
    /// Where the rule stands; `None` where no rule is described.
    pub source: Option<Arc<Source>>,
    /// The id of the earlier rate card whose rule it is, where the one in force does not restate it.
    pub inherited_from: Option<Id>,
    /// The readings that touched it.
    pub assumptions: Vec<Assumption>,
}

/// The part of a cycle that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Used {
    /// What it was worth.
    pub value: Amount,
    /// Days used, the first and the last included.
    pub days: u64,
    /// Days of the cycle.
    pub days_in_cycle: u64,
}

/// What becomes of a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefundStatus {
    /// Everything that can come back does.
    Full,
    /// A part comes back.
    Partial,
    /// Nothing is left to come back.
    None,
    /// The rule does not allow it.
    NotEligible,
    /// A violation rules it out.
    Refused,
    /// The promotion's own rules decide.
    SeePromotion,
    /// The documents describe no rule.
    NotDescribed,
}

impl RefundStatus {
    /// The word of the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
            Self::NotEligible => "not_eligible",
            Self::Refused => "refused",
            Self::SeePromotion => "see_promotion",
            Self::NotDescribed => "not_described",
        }
    }
}

/// What is paid back for an order.
///
/// The rule is that of the rate card in force on the day of purchase, or of an earlier one where
/// that one does not restate it; the reply says so.
///
/// # Errors
///
/// `unknown_product`, `unknown_edition`, `no_rate_card` (at `purchased`); `out_of_range` for a day
/// of refund before the purchase or after the end, or a length that is not sold; `unknown_field`
/// for a way of payment that the rule does not know; `too_large` where the exact fraction cannot be
/// held.
pub fn refund(catalog: &Catalog, request: &RefundRequest) -> Answer<Refund> {
    catalog
        .needs_product(&request.product)
        .map_err(|f| f.in_field("product"))?;
    let at_purchase = |fault: Fault| fault.in_field("purchased");
    let card = catalog
        .in_force(&request.product, request.purchased)
        .map_err(at_purchase)?;
    let edition = edition_of(&card, &request.edition)?;
    // Asked once the ways of payment are known to be right: structure comes before meaning.
    let in_order = || {
        if request.refund_on < request.purchased {
            return Err(bad_day("refund-before-purchase", request.purchased));
        }
        Ok(())
    };
    let stated = catalog
        .policy(&card, |policies| policies.refund.as_ref())
        .map_err(at_purchase)?;
    let Some((from, inherited)) = stated else {
        in_order()?;
        return Ok(nothing(RefundStatus::NotDescribed, "refund-not-described"));
    };
    let Some(policy) = &from.policies.refund else {
        in_order()?;
        return Ok(nothing(RefundStatus::NotDescribed, "refund-not-described"));
    };
    let known = |way: &Id| policy.returned.contains(way) || policy.not_returned.contains(way);
    if let Some(paid) = request.paid.iter().find(|paid| !known(&paid.way)) {
        let ways = policy.returned.iter().chain(&policy.not_returned);
        let word = Word::new("unknown-field")
            .with("field", Arg::text(&paid.way))
            .with(
                "known",
                Arg::List(ways.map(|way| way.to_string()).collect()),
            );
        let fault = Fault::new(Code::UnknownField, word).in_field(&paid.way);
        return Err(fault.in_field("paid"));
    }
    in_order()?;
    let mut refund = match &policy.rule {
        RefundRule::Prorated { charge } => prorated(&card, edition, request, policy, charge)?,
        RefundRule::FullWithinDays { days } => within_days(edition, request, policy, *days)?,
    };
    refund.notes.clone_from(&policy.notes);
    refund.source = from.source(&policy.source).cloned();
    refund.inherited_from = inherited.then(|| from.id.clone());
    refund.assumptions = assumptions(&card, &from, edition, &refund);
    Ok(refund)
}

fn bad_day(id: &'static str, bound: Date) -> Fault {
    let word = Word::new(id).with("bound", Arg::Date(bound));
    Fault::new(Code::OutOfRange, word).in_field("refund_on")
}

/// The readings that touched a refund: of a trial, which nothing was paid for, only those about its
/// card; of a refund without an amount, none about its rounding.
fn assumptions(card: &Card, from: &Card, edition: &Edition, refund: &Refund) -> Vec<Assumption> {
    let of_nothing = edition.trial.is_some() && refund.status == RefundStatus::None;
    let used = refund.used.is_some_and(|used| !used.value.is_zero());
    let rounded = used || !refund.refund.is_zero();
    // Days were counted, but there is nothing that they could be taken off.
    let unpaid = refund.used.is_some() && refund.steps.iter().all(|step| step.id != "refund-used");
    let touched = |part: Part| match part {
        Part::Policy("refund") => !of_nothing,
        Part::Rounding => rounded,
        Part::Unpaid => unpaid,
        _ => false,
    };
    let picked = card.touched_readings(&edition.id, |part| part == Part::Card);
    let ruled = from.touched_readings(&edition.id, touched);
    picked.chain(ruled).map(Assumption::of).collect()
}

/// A reply without any money.
fn nothing(status: RefundStatus, step: &'static str) -> Refund {
    Refund {
        status,
        refund: Amount::ZERO,
        parts: Vec::new(),
        used: None,
        steps: vec![Word::new(step)],
        notes: Vec::new(),
        source: None,
        inherited_from: None,
        assumptions: Vec::new(),
    }
}

/// What was paid in the ways that come back, in the order of the rule.
fn returnable(request: &RefundRequest, policy: &crate::card::Refund) -> Answer<Vec<Paid>> {
    let ways = policy.returned.iter();
    ways.map(|way| {
        let paid = request.paid.iter().filter(|paid| paid.way == *way);
        Ok(Paid {
            way: way.clone(),
            amount: total(paid)?,
        })
    })
    .collect()
}

/// Everything within so many days of the purchase, nothing later.
fn within_days(
    edition: &Edition,
    request: &RefundRequest,
    policy: &crate::card::Refund,
    days: u32,
) -> Answer<Refund> {
    let since = request.purchased.days_until(request.refund_on);
    let refusal = if request.violation {
        Some((RefundStatus::Refused, "refund-violation"))
    } else if request.promotion {
        Some((RefundStatus::SeePromotion, "refund-promotion"))
    } else if !request.first_refund {
        Some((RefundStatus::NotEligible, "refund-not-first"))
    } else if request.from_postpaid {
        Some((RefundStatus::NotEligible, "refund-from-postpaid"))
    } else if since > i64::from(days) {
        Some((RefundStatus::NotEligible, "refund-too-late"))
    } else {
        None
    };
    let mut refund = match refusal {
        Some((status, step)) => nothing(status, step),
        None if edition.trial.is_some() => nothing(RefundStatus::None, "refund-trial"),
        None => {
            let parts = returnable(request, policy)?;
            let refund = total(parts.iter())?;
            Refund {
                status: if refund.is_zero() {
                    RefundStatus::None
                } else {
                    RefundStatus::Full
                },
                refund,
                parts,
                ..nothing(RefundStatus::Full, "refund-in-time")
            }
        }
    };
    for step in &mut refund.steps {
        *step = step.clone().with("days", Arg::Count(u64::from(days))).with(
            "since",
            Arg::Count(u64::try_from(since).unwrap_or_default()),
        );
    }
    Ok(refund)
}

/// What was paid for the current and the coming months, less the days used of this month.
fn prorated(
    card: &Card,
    edition: &Edition,
    request: &RefundRequest,
    policy: &crate::card::Refund,
    charge: &str,
) -> Answer<Refund> {
    let purchase = card.policies.purchase.as_ref();
    let longest = purchase
        .and_then(|p| p.max_months)
        .unwrap_or(super::MAX_MONTHS);
    let shortest = purchase.map_or(1, |p| p.min_months).max(1);
    if !(shortest..=longest).contains(&request.months) {
        let word = Word::new("want-between-got")
            .with("min", Arg::Count(u64::from(shortest)))
            .with("max", Arg::Count(u64::from(longest)))
            .with("got", Arg::Count(u64::from(request.months)));
        return Err(Fault::new(Code::OutOfRange, word).in_field("months"));
    }
    let beyond = || Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("purchased");
    let start_of = |cycle: u32| {
        card.months
            .start_of(request.purchased, cycle)
            .ok_or_else(beyond)
    };
    let end = start_of(request.months)?;
    if request.refund_on >= end {
        return Err(bad_day("refund-after-end", end));
    }
    if edition.trial.is_some() {
        let mut refund = nothing(RefundStatus::None, "refund-trial");
        refund.parts = returnable(&no_money(request), policy)?;
        return Ok(refund);
    }
    // The cycle in which the day falls: the last one that has begun.
    let mut current: u32 = 0;
    while start_of(current.saturating_add(1))? <= request.refund_on {
        current = current.saturating_add(1);
    }
    let (from, to) = (start_of(current)?, start_of(current.saturating_add(1))?);
    let days = |count: i64| u64::try_from(count).unwrap_or_default();
    let days_used = days(from.days_until(request.refund_on)).saturating_add(1);
    let days_in_cycle = days(from.days_until(to));
    let price = card
        .charge(charge)
        .and_then(|charge| charge.model.price())
        .and_then(|price| price.get(&edition.id).copied())
        .unwrap_or(Amount::ZERO);
    let parts = returnable(request, policy)?;
    let paid = total(parts.iter())?;
    let left = u64::from(request.months.saturating_sub(current));
    let order = Order {
        digits: card.currency.minor_unit(),
        paid,
        months: u64::from(request.months),
        left,
        price,
        days_used,
        days_in_cycle,
    };
    let settled = order.settle(&parts).ok_or_else(too_large)?;
    let money = |amount: Amount| Arg::Money(amount, card.currency);
    let said_paid = Word::new("refund-paid")
        .with("paid", money(paid))
        .with("left", Arg::Count(left))
        .with("months", Arg::Count(order.months));
    let said_used = Word::new("refund-used")
        .with("days", Arg::Count(days_used))
        .with("of", Arg::Count(days_in_cycle))
        .with("price", Arg::Rate(price, card.currency))
        .with("value", money(settled.used));
    // Where nothing comes back, the days that were used count for nothing.
    let said_used = (!paid.is_zero()).then_some(said_used);
    let said_rest = Word::new("refund-rest").with("refund", money(settled.refund));
    let steps = [Some(said_paid), said_used, Some(said_rest)];
    Ok(Refund {
        status: if settled.refund.is_zero() {
            RefundStatus::None
        } else {
            RefundStatus::Partial
        },
        refund: settled.refund,
        parts: settled.parts,
        used: Some(Used {
            value: settled.used,
            days: days_used,
            days_in_cycle,
        }),
        steps: steps.into_iter().flatten().collect(),
        ..nothing(RefundStatus::None, "refund-rest")
    })
}

fn no_money(request: &RefundRequest) -> RefundRequest {
    RefundRequest {
        paid: Vec::new(),
        ..request.clone()
    }
}

/// What a prorated refund depends on.
struct Order {
    /// The digits of the currency's smallest unit.
    digits: u32,
    paid: Amount,
    months: u64,
    left: u64,
    price: Amount,
    days_used: u64,
    days_in_cycle: u64,
}

struct Settled {
    refund: Amount,
    used: Amount,
    parts: Vec<Paid>,
}

impl Order {
    /// The refund as an exact fraction, each figure rounded once, half up to the currency's
    /// smallest unit, at the end.
    ///
    /// `None` where an amount cannot be held. The fraction always can: amounts have 96 bits and
    /// years some hundreds of days.
    fn settle(&self, ways: &[Paid]) -> Option<Settled> {
        if self.paid.is_zero() {
            return Some(Settled {
                refund: Amount::ZERO,
                used: Amount::ZERO,
                parts: ways.to_vec(),
            });
        }
        let amounts = ways.iter().map(|way| way.amount);
        let amounts = amounts.chain([self.paid, self.price]);
        let scale = amounts.map(|a| a.coefficient_and_scale().1).max()?;
        let paid = lifted(self.paid, scale)?;
        let [months, left, days_used, days_in_cycle] =
            [self.months, self.left, self.days_used, self.days_in_cycle]
                .map(|count| Wide::from(u128::from(count)));
        // paid × left ÷ months − price × days_used ÷ days_in_cycle, over one denominator.
        let kept = paid.times(left)?.times(days_in_cycle)?;
        let used = lifted(self.price, scale)?.times(days_used)?.times(months)?;
        let denominator = power_of_ten(scale)?.times(months)?.times(days_in_cycle)?;
        let refund = kept.minus(used).unwrap_or(Wide::ZERO);
        let units = |numerator: Wide, denominator: Wide| {
            let unit = power_of_ten(self.digits)?;
            numerator.times(unit)?.divided_by(denominator)
        };
        let amount = |units: u128| Amount::from_parts(i128::try_from(units).ok()?, self.digits);
        let whole = denominator.times(paid)?;
        // What was paid in one way and those before it, and what of that has come back, in smallest units,
        // which hold more than the amounts that they become. The sum is rounded, not each part: so the
        // parts add up, and none is more than was paid in its way.
        let mut paid_so_far = Wide::ZERO;
        let mut so_far = 0_u128;
        let parts = ways
            .iter()
            .map(|way| {
                paid_so_far = paid_so_far.plus(lifted(way.amount, scale)?)?;
                let sum = units(refund.times(paid_so_far)?, whole)?;
                let part = sum.checked_sub(so_far)?;
                so_far = sum;
                Some(Paid {
                    way: way.way.clone(),
                    amount: amount(part)?,
                })
            })
            .collect::<Option<_>>()?;
        Some(Settled {
            refund: amount(units(refund, denominator)?)?,
            used: amount(units(used, denominator)?)?,
            parts,
        })
    }
}

/// How many units of 10⁻`scale` an amount is.
fn lifted(amount: Amount, scale: u32) -> Option<Wide> {
    let (coefficient, from) = amount.coefficient_and_scale();
    let coefficient = Wide::from(u128::try_from(coefficient).ok()?);
    coefficient.times(power_of_ten(scale.checked_sub(from)?)?)
}

fn power_of_ten(exponent: u32) -> Option<Wide> {
    10_u128.checked_pow(exponent).map(Wide::from)
}

/// What was paid altogether, also where the sum of only some of it cannot be held.
fn total<'a>(paid: impl Iterator<Item = &'a Paid> + Clone) -> Answer<Amount> {
    let scales = paid.clone().map(|p| p.amount.coefficient_and_scale().1);
    let scale = scales.max().unwrap_or_default();
    let mut units = paid.map(|paid| lifted(paid.amount, scale));
    let sum = units.try_fold(Wide::ZERO, |sum, units| sum.plus(units?));
    sum.and_then(|sum| lowered(sum, scale))
        .ok_or_else(too_large)
}

/// So many units of 10⁻`scale` as an amount, with as few digits after the point as hold it.
fn lowered(units: Wide, scale: u32) -> Option<Amount> {
    (0..=scale).find_map(|digits| {
        let unit = power_of_ten(scale.checked_sub(digits)?)?;
        let whole = units.divided_by(unit)?;
        let exact = Wide::from(whole).times(unit)? == units;
        let coefficient = exact.then(|| i128::try_from(whole).ok()).flatten()?;
        Amount::from_parts(coefficient, digits)
    })
}
