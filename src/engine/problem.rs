//! What an edition does not do.

use super::answer::Answer;
use super::arg::{dimension_name, edition_name, feature_name, quantity};
use super::order::Order;
use super::packs::Planned;
use super::period::trial_end;
use super::quota::{quota, sells_more};
use super::reply::{Problem, ProblemCode, Quota, QuotaStatus, Subject};
use crate::calendar::Date;
use crate::card::{Beyond, Charge, Dimension, Edition, FeatureValue, Trial};
use crate::text::Id;
use crate::word::{Arg, Word};

/// What the edition does not do, in the order: quotas, numbers, packs that fall short, features, the
/// end of a trial, the length of the order. Of what is sold on request only what it can do counts, not how
/// it is ordered.
pub(super) fn problems(order: &Order, quotas: &[Quota], plans: &[Planned]) -> Answer<Vec<Problem>> {
    let is_on_request = order.card.is_on_request(order.edition);
    let mut problems: Vec<Problem> = quotas.iter().filter_map(|q| of_quota(order, q)).collect();
    if !is_on_request {
        let numbers = order.dimensions();
        problems.extend(numbers.filter_map(|(d, demand)| of_number(order, d, demand)));
    }
    problems.extend(plans.iter().flat_map(|planned| planned.shortfalls()));
    problems.extend(
        order
            .item
            .requires
            .iter()
            .filter_map(|id| of_feature(order, id)),
    );
    problems.extend(of_trial(order)?);
    if !is_on_request {
        problems.extend(of_length(order));
    }
    Ok(problems)
}

/// The problems that the demand for some dimensions can bring: those of their quotas and numbers, and of
/// the packs for them.
pub(super) fn problems_of(
    order: &Order,
    dimensions: &[&Dimension],
    plans: &[Planned],
) -> Vec<Problem> {
    let is_one = |id: &Id| dimensions.iter().any(|dimension| dimension.id == *id);
    let mut problems = Vec::new();
    for (dimension, demand) in order.dimensions() {
        let is_itself = is_one(&dimension.id);
        if is_itself && let Some(quota) = quota(order, dimension, demand) {
            problems.extend(of_quota(order, &quota));
        }
        let is_counted = is_itself || dimension.needs.as_ref().is_some_and(is_one);
        if is_counted && !order.card.is_on_request(order.edition) {
            problems.extend(of_number(order, dimension, demand));
        }
    }
    problems.extend(plans.iter().flat_map(|planned| planned.shortfalls()));
    problems
}

fn of_quota(order: &Order, quota: &Quota) -> Option<Problem> {
    let (code, id) = match quota.status {
        QuotaStatus::Exceeded => (ProblemCode::Exceeded, "exceeded"),
        // What is on request as a whole is not lacking where more of it is.
        QuotaStatus::ContactSales if order.card.is_on_request(order.edition) => return None,
        QuotaStatus::ContactSales => (ProblemCode::ContactSales, "contact-sales"),
        _ => return None,
    };
    let dimension = order.card.dimension(&quota.dimension)?;
    let mut word = Word::new(id)
        .with("dimension", dimension_name(dimension))
        .with("demand", quantity(dimension, quota.demand))
        .with("limit", Arg::Count(quota.limit.unwrap_or_default()))
        .with("edition", edition_name(order.edition));
    if let Some(instead) = instead(order, dimension, quota.demand) {
        word = word.with("instead", edition_name(instead));
    }
    Some(Problem {
        code,
        subject: Subject::Dimension(dimension.id.clone()),
        on: None,
        shortfall: None,
        min_months: None,
        word,
    })
}

/// The edition to buy where this one is too small: of those that are no trial, the first that
/// includes the demand or sells what lacks, or failing that, of which more can be had on request.
/// A trial names the one to look at first.
fn instead<'a>(order: &Order<'a>, dimension: &Dimension, demand: u64) -> Option<&'a Edition> {
    let trial = order.edition.trial.as_ref();
    let named = trial.and_then(|trial| order.card.edition(&trial.instead));
    let editions = order.card.editions.iter();
    let mut others = named.into_iter().chain(
        editions.filter(|edition| edition.trial.is_none() && edition.id != order.edition.id),
    );
    let charges: Vec<&Charge> = order.card.charges_of(&dimension.id).collect();
    let has = |edition: &&Edition| {
        let included = dimension
            .quota(&edition.id)
            .is_some_and(|limit| limit.number().is_none_or(|limit| demand <= limit));
        included || sells_more(order.card, edition, dimension, &charges)
    };
    let on_request = trial.is_some() && dimension.beyond == Beyond::ContactSales;
    let first = named.filter(|_| on_request);
    others.find(has).or(first)
}

/// Minutes need a number that they run over.
fn of_number(order: &Order, dimension: &Dimension, demand: &[u64]) -> Option<Problem> {
    let number = order.card.dimension(dimension.needs.as_ref()?)?;
    let numbers = order.demand_for(&number.id);
    let lacking = demand
        .iter()
        .enumerate()
        .any(|(month, &d)| d > 0 && numbers.get(month).copied().unwrap_or_default() == 0);
    lacking.then(|| Problem {
        code: ProblemCode::NeedsNumber,
        subject: Subject::Dimension(number.id.clone()),
        on: None,
        shortfall: None,
        min_months: None,
        word: Word::new("needs-number")
            .with("dimension", dimension_name(dimension))
            .with("number", dimension_name(number)),
    })
}

fn of_feature(order: &Order, id: &Id) -> Option<Problem> {
    let feature = order.card.feature(id)?;
    let there = feature
        .value(&order.edition.id)
        .is_some_and(FeatureValue::is_there);
    (!there).then(|| Problem {
        code: ProblemCode::MissingFeature,
        subject: Subject::Feature(id.clone()),
        on: None,
        shortfall: None,
        min_months: None,
        word: Word::new("missing-feature")
            .with("feature", feature_name(feature))
            .with("edition", edition_name(order.edition)),
    })
}

/// A trial that ends before the last month does.
fn of_trial(order: &Order) -> Answer<Option<Problem>> {
    let Some(trial) = &order.edition.trial else {
        return Ok(None);
    };
    let ends = trial_end(trial, order.start)?;
    let last = order.months.last().and_then(|month| month.to);
    if last.is_none_or(|last| ends >= last) {
        return Ok(None);
    }
    Ok(Some(trial_ends(order, trial, ends)))
}

/// That a trial ends on a day.
pub(super) fn trial_ends(order: &Order, trial: &Trial, ends: Date) -> Problem {
    let mut word = Word::new("trial-ends")
        .with("edition", edition_name(order.edition))
        .with("on", Arg::Date(ends));
    if let Some(instead) = order.card.edition(&trial.instead) {
        word = word.with("instead", edition_name(instead));
    }
    Problem {
        code: ProblemCode::TrialEnds,
        subject: Subject::Dimension(Id::from("trial")),
        on: Some(ends),
        shortfall: None,
        min_months: None,
        word,
    }
}

/// An order that is shorter than those that are sold. A trial has a length of its own.
fn of_length(order: &Order) -> Option<Problem> {
    let purchase = order.card.policies.purchase.as_ref()?;
    let (least, asked) = (purchase.min_months, order.month_count());
    let is_too_short = order.edition.trial.is_none() && asked < least;
    is_too_short.then(|| Problem {
        code: ProblemCode::TooShort,
        subject: Subject::Dimension(Id::from("months")),
        on: None,
        shortfall: None,
        min_months: Some(least),
        word: Word::new("too-short")
            .with("edition", edition_name(order.edition))
            .with("least", Arg::Count(u64::from(least)))
            .with("asked", Arg::Count(u64::from(asked))),
    })
}
