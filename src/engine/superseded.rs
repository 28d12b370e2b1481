//! An estimate that runs past the day of the next rate card.

use super::period::trial_end;
use super::reply::{Assumption, ItemEstimate};
use crate::calendar::Date;
use crate::card::{Catalog, Part};

/// Adds to what an item costs the readings of its card about a later one that is in force before the
/// estimate ends.
///
/// Where the request pins a card, no day has picked it, and none is added.
pub(crate) fn tell_superseded(
    catalog: &Catalog,
    pinned: Option<&str>,
    (start, months): (Date, u32),
    item: &mut ItemEstimate,
) {
    if pinned.is_some() || later_card(catalog, (start, months), item).is_none() {
        return;
    }
    let told = item
        .card
        .touched_readings(&item.edition, |part| part == Part::Superseded);
    let told: Vec<_> = told.map(Assumption::of).collect();
    item.assumptions.extend(told);
}

/// The day on which a later card is in force, where that is before an estimate ends.
pub(crate) fn later_card(
    catalog: &Catalog,
    (start, months): (Date, u32),
    item: &ItemEstimate,
) -> Option<Date> {
    let next = catalog.superseded_on(&item.card)?;
    let trial = item.card.edition(&item.edition);
    let trial = trial.and_then(|edition| edition.trial.as_ref());
    let last = item.card.months.start_of(start, months);
    // Of a trial nothing is priced beyond its end.
    let end = match trial.and_then(|trial| trial_end(trial, start).ok()) {
        Some(ends) => last.map(|last| last.min(ends)),
        None => last,
    };
    (next < end?).then_some(next)
}
