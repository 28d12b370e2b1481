//! What an edition includes, what is needed, and what is missing.

use std::sync::Arc;

use super::Answer;
use super::pack::Planned;
use super::price::trial_end;
use super::reply::{Problem, ProblemCode, Quota, QuotaStatus, Subject};
use super::resolve::Resolved;
use crate::card::{Beyond, Card, Charge, ChargeKind, Dimension, Edition, Limit};
use crate::text::Id;
use crate::word::{Arg, Word};

/// The quotas of an item, in the card's order: every dimension that has one or is demanded.
pub(super) fn quotas(item: &Resolved) -> Vec<Quota> {
    item.dimensions()
        .filter_map(|(dimension, demand)| quota(item, dimension, demand))
        .collect()
}

fn quota(item: &Resolved, dimension: &Dimension, demand: &[u64]) -> Option<Quota> {
    let stated = dimension.quota(&item.edition.id);
    let trial = item.edition.trial.as_ref();
    let whole = trial.is_some_and(|trial| trial.whole.contains(&dimension.id));
    let largest = demand.iter().copied().max().unwrap_or_default();
    let sum = demand.iter().fold(0, |sum: u64, &d| sum.saturating_add(d));
    let demand_shown = if whole { sum } else { largest };
    if stated.is_none() && demand_shown == 0 {
        return None;
    }
    let times = |month: usize| -> u64 {
        let base = dimension.allowance_per.as_ref();
        let counted = base
            .and_then(|charge| item.card.charge(charge))
            .and_then(|charge| charge.model.dimension());
        counted.map_or(1, |counted| {
            item.demand_for(counted).get(month).copied().unwrap_or(1)
        })
    };
    let limit_in = |month: usize| match stated {
        Some(Limit::UpTo(limit)) => Some(limit.saturating_mul(times(month))),
        Some(Limit::Unlimited) => None,
        None => Some(0),
    };
    // The month to show is the one in which the demand goes furthest beyond the limit, or failing
    // that the one with the largest demand.
    let shown = demand
        .iter()
        .enumerate()
        .max_by_key(|&(month, &d)| {
            let beyond = limit_in(month).map_or(0, |limit| d.saturating_sub(limit));
            (beyond, d)
        })
        .map_or(0, |(month, _)| month);
    let limit = limit_in(shown);
    let needed = if whole {
        sum
    } else {
        demand.get(shown).copied().unwrap_or_default()
    };
    let status = if limit.is_none_or(|limit| needed <= limit) {
        QuotaStatus::Within
    } else {
        beyond(item.card, item.edition, dimension)
    };
    Some(Quota {
        dimension: dimension.id.clone(),
        limit,
        demand: demand_shown,
        status,
    })
}

/// What happens beyond what an edition includes of a dimension.
pub(crate) fn beyond(card: &Card, edition: &Edition, dimension: &Dimension) -> QuotaStatus {
    let sold = |charge: &&Charge| {
        charge.model.dimension() == Some(&dimension.id) && edition.is_sold(charge)
    };
    let mut kinds = card.charges.iter().filter(sold).map(|charge| charge.kind);
    match kinds.next() {
        None if edition.trial.is_some() => QuotaStatus::Exceeded,
        None => match dimension.beyond {
            Beyond::Exceeded => QuotaStatus::Exceeded,
            Beyond::ContactSales => QuotaStatus::ContactSales,
        },
        Some(first) => {
            let payg = first == ChargeKind::Payg || kinds.any(|kind| kind == ChargeKind::Payg);
            if payg {
                QuotaStatus::Overage
            } else {
                QuotaStatus::AddOn
            }
        }
    }
}

/// What the edition does not do, in the order: quotas, numbers, packs that fall short, features, the
/// end of a trial.
pub(super) fn problems(
    item: &Resolved,
    quotas: &[Quota],
    plans: &[Planned],
) -> Answer<Vec<Problem>> {
    let mut problems: Vec<Problem> = quotas.iter().filter_map(|q| of_quota(item, q)).collect();
    problems.extend(
        item.dimensions()
            .filter_map(|(d, demand)| of_number(item, d, demand)),
    );
    problems.extend(plans.iter().flat_map(|planned| planned.shortfalls(item)));
    problems.extend(
        item.item
            .requires
            .iter()
            .filter_map(|id| of_feature(item, id)),
    );
    problems.extend(of_trial(item)?);
    Ok(problems)
}

fn of_quota(item: &Resolved, quota: &Quota) -> Option<Problem> {
    let (code, id) = match quota.status {
        QuotaStatus::Exceeded => (ProblemCode::Exceeded, "exceeded"),
        QuotaStatus::ContactSales => (ProblemCode::ContactSales, "contact-sales"),
        _ => return None,
    };
    let dimension = item.card.dimension(&quota.dimension)?;
    let mut word = Word::new(id)
        .with("dimension", label(&dimension.id, &dimension.label))
        .with(
            "demand",
            Arg::Quantity(quota.demand, Arc::clone(&dimension.unit)),
        )
        .with("limit", Arg::Count(quota.limit.unwrap_or_default()))
        .with("edition", label(&item.edition.id, &item.edition.label));
    if let Some(instead) = instead(item, dimension, quota.demand) {
        word = word.with("instead", label(&instead.id, &instead.label));
    }
    Some(Problem {
        code,
        subject: Subject::Dimension(dimension.id.clone()),
        on: None,
        shortfall: None,
        word,
    })
}

/// The edition to buy where this one is too small: of those that are no trial, the first that
/// includes the demand or sells what lacks, or failing that, of which more can be had on request.
/// A trial names the one to look at first.
fn instead<'a>(item: &Resolved<'a>, dimension: &Dimension, demand: u64) -> Option<&'a Edition> {
    let trial = item.edition.trial.as_ref();
    let named = trial.and_then(|trial| item.card.edition(&trial.instead));
    let editions = item.card.editions.iter();
    let mut others = named
        .into_iter()
        .chain(editions.filter(|edition| edition.trial.is_none() && edition.id != item.edition.id));
    let has = |edition: &&Edition| {
        let included = dimension
            .quota(&edition.id)
            .is_some_and(|limit| limit.number().is_none_or(|limit| demand <= limit));
        let sells = |charge: &Charge| {
            charge.model.dimension() == Some(&dimension.id) && charge.model.is_sold_to(&edition.id)
        };
        included || item.card.charges.iter().any(sells)
    };
    let on_request = trial.is_some() && dimension.beyond == Beyond::ContactSales;
    let first = named.filter(|_| on_request);
    others.find(has).or(first)
}

/// Minutes need a number that they run over.
fn of_number(item: &Resolved, dimension: &Dimension, demand: &[u64]) -> Option<Problem> {
    let number = item.card.dimension(dimension.needs.as_ref()?)?;
    let numbers = item.demand_for(&number.id);
    let lacking = demand
        .iter()
        .enumerate()
        .any(|(month, &d)| d > 0 && numbers.get(month).copied().unwrap_or_default() == 0);
    lacking.then(|| Problem {
        code: ProblemCode::NeedsNumber,
        subject: Subject::Dimension(number.id.clone()),
        on: None,
        shortfall: None,
        word: Word::new("needs-number")
            .with("dimension", label(&dimension.id, &dimension.label))
            .with("number", label(&number.id, &number.label)),
    })
}

fn of_feature(item: &Resolved, id: &Id) -> Option<Problem> {
    let feature = item.card.feature(id)?;
    let there = feature
        .value(&item.edition.id)
        .is_some_and(crate::card::FeatureValue::is_there);
    (!there).then(|| Problem {
        code: ProblemCode::MissingFeature,
        subject: Subject::Feature(id.clone()),
        on: None,
        shortfall: None,
        word: Word::new("missing-feature")
            .with("feature", label(&feature.id, &feature.label))
            .with("edition", label(&item.edition.id, &item.edition.label)),
    })
}

/// A trial that ends before the last month does.
fn of_trial(item: &Resolved) -> Answer<Option<Problem>> {
    let (Some(trial), Some(first)) = (&item.edition.trial, item.months.first()) else {
        return Ok(None);
    };
    let ends = trial_end(trial, first.from)?;
    let last = item.months.last().and_then(|month| month.to);
    if last.is_none_or(|last| ends >= last) {
        return Ok(None);
    }
    let mut word = Word::new("trial-ends")
        .with("edition", label(&item.edition.id, &item.edition.label))
        .with("on", Arg::Date(ends));
    if let Some(instead) = item.card.edition(&trial.instead) {
        word = word.with("instead", label(&instead.id, &instead.label));
    }
    Ok(Some(Problem {
        code: ProblemCode::TrialEnds,
        subject: Subject::Dimension(Id::from("trial")),
        on: Some(ends),
        shortfall: None,
        word,
    }))
}

fn label(id: &Id, label: &Arc<crate::text::Text>) -> Arg {
    Arg::Label(id.clone(), Arc::clone(label))
}
