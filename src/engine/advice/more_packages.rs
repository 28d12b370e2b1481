//! `more-packages`: more packages than needed cost less than add-ons.

use std::sync::Arc;

use super::case::Case;
use crate::card::{Billing, Charge, Model};
use crate::engine::bundle::{cheapest_count, cost, least};
use crate::engine::price::{bundle, periods};
use crate::engine::resolve::{Resolved, resolve};
use crate::money::Amount;
use crate::word::{Arg, Word};

/// A finding for each charge of packages: the period in which it saves most.
pub(super) fn find(case: &Case) -> Vec<Word> {
    let bundles = case.card.charges.iter();
    let mut bundles = bundles
        .filter(|charge| matches!(charge.model, Model::Bundle(_)))
        .peekable();
    let trial = case.edition().is_none_or(|edition| edition.trial.is_some());
    if trial || bundles.peek().is_none() {
        return Vec::new();
    }
    let Ok(item) = resolve(case.card, case.item, case.start, case.months) else {
        return Vec::new();
    };
    bundles
        .filter_map(|charge| of_charge(case, &item, charge))
        .collect()
}

fn of_charge(case: &Case, item: &Resolved, charge: &Charge) -> Option<Word> {
    let mut best: Option<(Amount, Word)> = None;
    for period in periods(item, charge).ok()? {
        let (package, add_ons) = bundle(item, charge, &period)?;
        let count = cheapest_count(package, &add_ons).ok()?;
        let fewer = least(&add_ons);
        let cost_of = |count: u64| cost(package, &add_ons, count);
        let with_count = cost_of(count)?;
        let saves = cost_of(fewer)?.checked_sub(with_count)?;
        let most = best.as_ref().map_or(Amount::ZERO, |(most, _)| *most);
        if count <= fewer || saves <= most {
            continue;
        }
        let beside = with_count.checked_sub(package.checked_mul(count)?)?;
        let mut word = Word::new("more-packages")
            .with(
                "charge",
                Arg::Label(charge.id.clone(), Arc::clone(&charge.label)),
            )
            .with("count", Arg::Count(count))
            .with("cost", case.money(with_count))
            .with("fewer", Arg::Count(fewer))
            .with("saves", case.money(saves));
        if !beside.is_zero() {
            word = word.with("beside", case.money(beside));
        }
        let by_year = item.billing == Billing::Annual && charge.model.annual_price().is_some();
        if by_year {
            word = word.with("years", Arg::Count(1));
        } else if case.months > 1 {
            word = word.with("months", Arg::Count(1));
        }
        best = Some((saves, word.with("on", Arg::Date(period.on))));
    }
    best.map(|(_, word)| word)
}
