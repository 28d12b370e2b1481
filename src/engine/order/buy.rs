//! The packs of an order that are given instead of planned.

use std::sync::Arc;

use super::demand::bad_quantity;
use crate::card::{Card, Charge, Edition, MAX_QUANTITY, PackSizes};
use crate::engine::answer::Answer;
use crate::engine::request::Buy;
use crate::packs::MAX_NEED;
use crate::text::Id;
use crate::value::read::not_between;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Checks the packs that are to be bought. Of a charge that the edition is not sold there may be a
/// list without any.
pub(super) fn check(
    card: &Card,
    edition: &Edition,
    given: &[(Id, Vec<Buy>)],
    demand: &[Arc<[u64]>],
    months: usize,
) -> Answer<()> {
    for (id, packs) in given {
        let sold_to = (!packs.is_empty()).then_some(edition);
        let charge = pack_of(card, sold_to, id)?;
        let Some(sizes) = charge.pack_sizes() else {
            continue;
        };
        let most = largest(card, demand, charge);
        for (index, pack) in packs.iter().enumerate() {
            check_pack(*pack, sizes, most, months).map_err(|f| f.in_entry(index).in_field(id))?;
        }
    }
    Ok(())
}

/// Checks the month and the size of a pack.
fn check_pack(pack: Buy, sizes: PackSizes, most: u64, months: usize) -> Answer<()> {
    let PackSizes { min, step, .. } = sizes;
    if usize::try_from(pack.month).map_or(true, |month| month >= months) {
        let last = u64::try_from(months).unwrap_or(u64::MAX).saturating_sub(1);
        let got = Arg::Count(u64::from(pack.month));
        return Err(not_between(Code::OutOfRange, 0, last, got).in_field("month"));
    }
    if pack.quantity > most {
        return Err(bad_quantity(most, pack.quantity).in_field("quantity"));
    }
    let beyond = pack.quantity.checked_sub(min);
    if beyond.and_then(|beyond| beyond.checked_rem(step)) != Some(0) {
        let word = Word::new("pack-not-sold")
            .with("min", Arg::Count(min))
            .with("step", Arg::Count(step))
            .with("got", Arg::Count(pack.quantity));
        return Err(Fault::new(Code::OutOfRange, word).in_field("quantity"));
    }
    Ok(())
}

/// The charge of an id, which must be one of packs, and of those that the edition is sold, where one
/// is given.
pub(in crate::engine) fn pack_of<'a>(
    card: &'a Card,
    edition: Option<&Edition>,
    id: &str,
) -> Answer<&'a Charge> {
    let is_pack = |charge: &&Charge| {
        charge.pack_sizes().is_some() && edition.is_none_or(|edition| edition.is_sold(charge))
    };
    card.charge(id).filter(is_pack).ok_or_else(|| {
        let packs = card.charges.iter().filter(is_pack);
        let known: Vec<String> = packs.map(|c| c.id.to_string()).collect();
        let mut word = Word::new("unknown-pack").with("got", Arg::quoted(id));
        if let Some(edition) = edition {
            word = word.with("edition", Arg::text(&edition.id));
        }
        if !known.is_empty() {
            word = word.with("known", Arg::List(known));
        }
        Fault::new(Code::UnknownCharge, word).in_field(id)
    })
}

/// The largest pack of a charge that may be asked for, in units.
///
/// That is the largest quantity of every request or, where the months demand more together, as much
/// as they do, in whole steps: the planner may join months in one pack, and what it plans may be
/// asked for.
fn largest(card: &Card, demand: &[Arc<[u64]>], charge: &Charge) -> u64 {
    let together = || -> Option<u64> {
        let step = charge.pack_sizes()?.step;
        let dimension = card.dimension(charge.model.dimension()?)?;
        let of = |id: &Id| {
            let position = card.dimensions.iter().position(|d| d.id == *id);
            position.and_then(|index| demand.get(index))
        };
        let each = dimension.each.as_ref().and_then(of);
        let mut sum: u64 = 0;
        for (month, quantity) in of(&dimension.id)?.iter().enumerate() {
            let units = each.and_then(|each| each.get(month)).copied().unwrap_or(1);
            sum = sum.saturating_add(quantity.saturating_mul(units));
        }
        sum.min(MAX_NEED).checked_next_multiple_of(step)
    };
    together().map_or(MAX_QUANTITY, |together| together.max(MAX_QUANTITY))
}
