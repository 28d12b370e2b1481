//! Charges that meet on a dimension: what packs and packages may be weighed against.

use super::{Charge, ChargeKind};
use crate::card::check::{Check, Tell};
use crate::card::{Billing, Card, Edition, Limit};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// How many tiers all that is added to a package may have together: each is a number of packages
/// to be tried in every month.
const MOST_TIERS: usize = 50;

/// Packs are prepaid, and beside them an edition is sold one charge at most for the same dimension:
/// the one that the planner weighs them against.
pub(super) fn packs(card: &Card, charge: &Charge, dimension: &Id, tell: &mut Tell) -> Check {
    if charge.pack_sizes().is_none() {
        return Ok(());
    }
    if charge.kind != ChargeKind::Prepaid {
        let fault = Fault::new(Code::OutOfRange, Word::new("pack-not-prepaid"));
        return tell(fault.in_field("kind"));
    }
    for edition in card.editions.iter().filter(|e| e.is_sold(charge)) {
        let others = card.charges_of(dimension);
        let mut others = others.filter(|other| other.id != charge.id && edition.is_sold(other));
        let Some(other) = others.next() else {
            continue;
        };
        let is_weighed = other.kind == ChargeKind::Payg
            && other.model.rules().beside_packs().is_some()
            && others.next().is_none();
        if !is_weighed || is_monthly(edition, charge) != is_monthly(edition, other) {
            let word = Word::new("beside-packs")
                .with("edition", Arg::text(&edition.id))
                .with("dimension", Arg::text(dimension))
                .with("other", Arg::text(&other.id));
            return tell(Fault::new(Code::OutOfRange, word).in_field("dimension"));
        }
    }
    Ok(())
}

/// Whether a charge is made by the month; in a trial it may be made once for all of it.
fn is_monthly(edition: &Edition, charge: &Charge) -> bool {
    let trial = edition.trial.as_ref();
    !trial.is_some_and(|trial| trial.is_for_all_of_it(&charge.id))
}

/// What is sold above the allowance of a package is of a kind that can be weighed against packages.
pub(super) fn packages(card: &Card, bundle: &Charge) -> Check {
    for edition in &card.editions {
        if edition.trial.is_none() && bundle.model.is_sold_to(&edition.id) {
            of_edition(card, bundle, edition)?;
        }
    }
    Ok(())
}

fn of_edition(card: &Card, bundle: &Charge, edition: &Edition) -> Check {
    let mut tiers: usize = 0;
    for dimension in &card.dimensions {
        let holds_some = matches!(dimension.quota(&edition.id), Some(Limit::UpTo(1..)));
        if dimension.allowance_per.as_ref() != Some(&bundle.id) || !holds_some {
            continue;
        }
        for other in card
            .charges_of(&dimension.id)
            .filter(|other| edition.is_sold(other))
        {
            let is_rarer = card.billing.contains(&Billing::Annual)
                && other.model.annual_price().is_some()
                && bundle.model.annual_price().is_none();
            tiers = tiers.saturating_add(other.model.tiers().len());
            let id = if !other.model.rules().is_added_to_packages() {
                "package-model"
            } else if is_rarer {
                "package-annual"
            } else if tiers > MOST_TIERS {
                "package-tiers"
            } else {
                continue;
            };
            let word = Word::new(id)
                .with("other", Arg::text(&other.id))
                .with("dimension", Arg::text(&dimension.id));
            return Err(Fault::new(Code::OutOfRange, word));
        }
    }
    Ok(())
}
