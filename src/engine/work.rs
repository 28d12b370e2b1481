//! How much there is to calculate: told before anything is priced, so that every answer comes soon.

use super::answer::Answer;
use super::order::Order;
use crate::card::Charge;
use crate::text::{ENGLISH, Text, Unit};
use crate::value::limits::{MAX_ANSWER_TEXT, MAX_PLANNING, MAX_PRICED};
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// What a request may take, in entries of lines; planning packs is counted in entries that take as
/// long.
pub(super) const FOR_ADVICE: u64 = 2_000_000;

/// What it may take to find what a budget buys, in all editions that are asked for.
pub(super) const FOR_BUDGET: u64 = 2_000_000;

/// The id of the word of [`too_much_to_try`].
pub(super) const TOO_MUCH_TO_TRY: &str = "too-much-to-try";

/// The ids among which one is found in the time of an entry.
const LOOKUPS: u64 = 64;

/// The states of a plan of packs that take as long as an entry.
const STATES: u64 = 32;

/// Checks that orders are not too many for one answer.
///
/// # Errors
///
/// `out_of_range`, where they have too many entries, too many packs to plan, or too long texts.
pub(super) fn check(orders: &[Order]) -> Answer<()> {
    let (mut entries, mut planning, mut texts) = (0_u64, 0_u64, 0_usize);
    for order in orders {
        texts = texts.saturating_add(of_texts(order));
        for charge in sold(order) {
            entries = entries.saturating_add(of_entries(order, charge));
            planning = planning.saturating_add(of_plan(order, charge));
        }
    }
    let limits = [
        ("too-many-entries", entries, MAX_PRICED),
        ("too-much-planning", planning, MAX_PLANNING),
        (
            "too-much-text",
            u64::try_from(texts).unwrap_or(u64::MAX),
            MAX_ANSWER_TEXT,
        ),
    ];
    for (id, got, most) in limits {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        if got > most {
            let word = Word::new(id)
                .with("most", Arg::Count(most))
                .with("got", Arg::Count(got));
            return Err(Fault::new(Code::OutOfRange, word));
        }
    }
    Ok(())
}

/// The fault of a question that more prices must be tried for than there is time for.
pub(super) fn too_much_to_try() -> Fault {
    Fault::new(Code::OutOfRange, Word::new(TOO_MUCH_TO_TRY))
}

/// What it takes to price these charges of an order once.
pub(super) fn of_charges<'o>(order: &Order, charges: impl Iterator<Item = &'o Charge>) -> u64 {
    let size = order
        .card
        .dimensions
        .len()
        .saturating_add(order.card.charges.len());
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    // A demand by month is looked up by its id.
    let lookups = size
        .checked_div(LOOKUPS)
        .unwrap_or_default()
        .saturating_add(1);
    let mut work = lookups;
    for charge in charges.filter(|charge| order.edition.is_sold(charge)) {
        let entries = of_entries(order, charge).saturating_mul(lookups);
        work = work.saturating_add(entries.saturating_add(of_plan(order, charge)));
    }
    work
}

/// What it takes to price an order once.
pub(super) fn of_order(order: &Order) -> u64 {
    of_charges(order, order.card.charges.iter())
}

fn sold<'o>(order: &'o Order) -> impl Iterator<Item = &'o Charge> {
    let charges = order.card.charges.iter();
    charges.filter(|charge| order.edition.is_sold(charge))
}

/// What the texts of the card come to that an order repeats: each line has its source and its unit, each
/// quota its name and its unit, and all readings may be touched.
fn of_texts(order: &Order) -> usize {
    let card = order.card;
    let text = |text: &Text| text.get(ENGLISH).len();
    let unit = |unit: &Unit| {
        unit.get(ENGLISH, "one")
            .len()
            .max(unit.get(ENGLISH, "other").len())
    };
    let sources = sold(order).filter_map(|charge| card.source(&charge.source));
    let sources = sources.map(|source| source.document.len().saturating_add(source.section.len()));
    let units = sold(order).filter_map(|charge| card.dimension(charge.model.dimension()?));
    let units = units.map(|dimension| unit(&dimension.unit).saturating_mul(2));
    let dimensions = card.dimensions.iter();
    let quotas = dimensions.map(|d| text(&d.label).saturating_add(unit(&d.unit).saturating_mul(2)));
    let readings = card.readings.iter().map(|reading| text(&reading.text));
    let all = sources.chain(units).chain(quotas).chain(readings);
    all.fold(0, usize::saturating_add)
}

/// The most entries that a line can have.
fn of_entries(order: &Order, charge: &Charge) -> u64 {
    let parts = u64::try_from(charge.model.parts_of_a_quantity()).unwrap_or(u64::MAX);
    u64::from(order.month_count()).saturating_mul(parts.max(1))
}

/// What a plan of packs takes at most: the states of each class of its months, for each tier.
fn of_plan(order: &Order, charge: &Charge) -> u64 {
    let Some(sizes) = charge.pack_sizes().filter(|sizes| !sizes.alike) else {
        return 0;
    };
    let tiers = charge.model.tiers();
    let top = tiers.last().map_or(sizes.min, |tier| tier.from);
    let steps = top
        .saturating_mul(2)
        .checked_div(sizes.step)
        .unwrap_or_default();
    let months = u64::from(order.month_count());
    // With one tier, each month is reached by as many packs of the smallest size as there are months.
    let is_few = top == sizes.min && months.saturating_mul(sizes.step) < sizes.min;
    let steps = if is_few { steps.min(months) } else { steps };
    let tiers = u64::try_from(tiers.len())
        .unwrap_or(u64::MAX)
        .saturating_add(2);
    let class = months.saturating_mul(steps).saturating_mul(tiers);
    let classes = months.min(sizes.step).div_ceil(2);
    class.saturating_mul(classes).div_ceil(STATES)
}
