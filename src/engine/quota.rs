//! What an edition includes, and what is needed.

use super::order::Order;
use super::reply::{Quota, QuotaStatus};
use crate::card::{Beyond, Card, Charge, ChargeKind, Dimension, Edition, Limit};

/// The quotas of an item, in the card's order: every dimension that has one or is demanded.
pub(super) fn quotas(order: &Order) -> Vec<Quota> {
    order
        .dimensions()
        .filter_map(|(dimension, demand)| quota(order, dimension, demand))
        .collect()
}

/// The quota of a dimension; `None` where nothing is said of it and nothing is demanded.
pub(super) fn quota(order: &Order, dimension: &Dimension, demand: &[u64]) -> Option<Quota> {
    let stated = dimension.quota(&order.edition.id);
    let trial = order.edition.trial.as_ref();
    let is_summed = trial.is_some_and(|trial| trial.whole.contains(&dimension.id));
    let largest = demand.iter().copied().max().unwrap_or_default();
    let sum = demand.iter().fold(0, |sum: u64, &d| sum.saturating_add(d));
    let demand_shown = if is_summed { sum } else { largest };
    if stated.is_none() && demand_shown == 0 {
        return None;
    }
    let limit_in = |month: usize| match stated {
        Some(Limit::UpTo(limit)) => Some(limit.saturating_mul(times(order, dimension, month))),
        Some(Limit::Unlimited) => None,
        None => Some(0),
    };
    // The month to show is the one in which the demand goes furthest beyond the limit, or failing
    // that the one with the largest demand.
    let months = demand.iter().enumerate();
    let shown = months.max_by_key(|&(month, &demand)| {
        let beyond = limit_in(month).map_or(0, |limit| demand.saturating_sub(limit));
        (beyond, demand)
    });
    let (month, of_month) = shown.map_or((0, 0), |(month, &demand)| (month, demand));
    let limit = limit_in(month);
    let needed = if is_summed { sum } else { of_month };
    let status = if limit.is_none_or(|limit| needed <= limit) {
        QuotaStatus::Within
    } else {
        beyond(order.card, order.edition, dimension)
    };
    Some(Quota {
        dimension: dimension.id.clone(),
        limit,
        demand: demand_shown,
        status,
    })
}

/// How often an allowance is granted in a month: for each unit that is demanded of the charge that
/// it belongs to. Packages beyond the first are none that were demanded.
fn times(order: &Order, dimension: &Dimension, month: usize) -> u64 {
    let base = dimension.allowance_per.as_ref();
    let charge = base.and_then(|charge| order.card.charge(charge));
    let counted = charge.and_then(|charge| charge.model.dimension());
    counted.map_or(1, |counted| {
        let demand = order.demand_for(counted).get(month);
        demand.copied().unwrap_or(1)
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
        None if is_agreed_upon(card, edition, dimension) => QuotaStatus::ContactSales,
        None if comes_with_packages(card, edition, dimension) => QuotaStatus::AddOn,
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

/// Whether an edition to buy sells more of a dimension than it includes, by itself or in packages. The charges
/// are those that count the dimension: many editions are asked about them.
pub(super) fn sells_more(
    card: &Card,
    edition: &Edition,
    dimension: &Dimension,
    charges: &[&Charge],
) -> bool {
    let is_sold = |charge: &&Charge| {
        charge.model.dimension() == Some(&dimension.id) && edition.is_sold(charge)
    };
    let in_packages = edition.trial.is_none() && comes_with_packages(card, edition, dimension);
    in_packages || charges.iter().any(is_sold)
}

/// Whether more of a dimension is a matter of what an edition that is sold on request is sold for: nothing
/// is said of it, or others are sold more of it.
fn is_agreed_upon(card: &Card, edition: &Edition, dimension: &Dimension) -> bool {
    let is_unsaid = dimension.quota(&edition.id).is_none();
    let comes_with_charges = card.is_charged(&dimension.id) || dimension.allowance_per.is_some();
    card.is_on_request(edition) && (is_unsaid || comes_with_charges)
}

/// Whether more of a dimension comes with more packages, which are then bought.
fn comes_with_packages(card: &Card, edition: &Edition, dimension: &Dimension) -> bool {
    let base = dimension.allowance_per.as_ref();
    let base = base.and_then(|charge| card.charge(charge));
    let is_sold = |charge: &Charge| charge.model.weighs_packages() && edition.is_sold(charge);
    base.is_some_and(is_sold) && dimension.quota(&edition.id) != Some(Limit::UpTo(0))
}
