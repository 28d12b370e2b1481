//! What can be wrong with a charge, as the models put it together.

use super::{Charge, Tier};
use crate::card::check::{Check, Tell, known_editions, nothing};
use crate::card::{Billing, Card, Edition, PackOffer, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// What is counted is a dimension that may be billed.
pub(super) fn counted(card: &Card, id: &Id) -> Check {
    let Some(dimension) = card.dimension(id) else {
        let known = card.dimensions.iter().map(|d| &d.id);
        return Err(nothing("dimension", id, known).in_field("dimension"));
    };
    if dimension.limit.is_some() {
        let word = Word::new("charge-on-limit").with("dimension", Arg::text(id));
        return Err(Fault::new(Code::OutOfRange, word).in_field("dimension"));
    }
    Ok(())
}

/// A price whatever the quantity, and that of a year beside it.
pub(super) fn single_price(
    card: &Card,
    price: &PerEdition<Amount>,
    annual: Option<&PerEdition<Amount>>,
    tell: &mut Tell,
) -> Check {
    known_editions(card, price, &mut |fault| tell(fault.in_field("price")))?;
    let Some(annual) = annual else {
        return Ok(());
    };
    annual_price(card, price, annual, &mut |fault| {
        tell(fault.in_field("annual_price"))
    })
}

/// What an edition is sold by the month, it is sold by the year, too, where years are priced.
fn annual_price(
    card: &Card,
    monthly: &PerEdition<Amount>,
    annual: &PerEdition<Amount>,
    tell: &mut Tell,
) -> Check {
    known_editions(card, annual, tell)?;
    if !card.billing.contains(&Billing::Annual) {
        let prices = u64::try_from(annual.entries().count()).unwrap_or(u64::MAX);
        let word = Word::new("annual-not-billed").with("prices", Arg::Count(prices));
        tell(Fault::new(Code::OutOfRange, word))?;
    }
    let differs = |edition: &&Edition| {
        monthly.get(&edition.id).is_some() != annual.get(&edition.id).is_some()
    };
    card.editions
        .iter()
        .filter(differs)
        .try_for_each(|edition| {
            let word = Word::new("annual-editions").with("edition", Arg::text(&edition.id));
            tell(Fault::new(Code::OutOfRange, word))
        })
}

/// Packs keep the rules under which the planner is exact; `priced_in` is the field of their prices. What
/// is wrong for one edition is hardly ever right for the next: the first is told.
pub(super) fn packs(card: &Card, charge: &Charge, priced_in: &str) -> Check {
    if charge.pack_sizes().is_none() {
        return Ok(());
    }
    let editions = card.editions.iter();
    for edition in editions.filter(|edition| charge.model.is_sold_to(&edition.id)) {
        let Some(PackOffer { offer, .. }) = card.pack_offer(charge, &edition.id) else {
            let fault = Fault::new(Code::OutOfRange, Word::new("too-large"));
            return Err(fault.in_field(priced_in));
        };
        if let Err(rule) = offer.check() {
            let word = Word::new("pack-rule")
                .with("rule", Arg::text(rule.id()))
                .with("reason", Arg::Text(rule.to_string()));
            return Err(Fault::new(Code::OutOfRange, word));
        }
    }
    Ok(())
}

/// Tiers begin at the smallest quantity, follow each other without gap or overlap, and end open.
pub(super) fn tiers(card: &Card, tiers: &[Tier], first: u64, tell: &mut Tell) -> Check {
    ranges(card, tiers, first, &mut |fault| {
        tell(fault.in_field("tiers"))
    })
}

fn ranges(card: &Card, tiers: &[Tier], first: u64, tell: &mut Tell) -> Check {
    let mut expected = Some(first);
    for (index, tier) in tiers.iter().enumerate() {
        let mut tell = |fault: Fault| tell(fault.in_entry(index));
        range(tier, expected).or_else(&mut tell)?;
        known_editions(card, &tier.price, &mut |f| tell(f.in_field("price")))?;
        same_editions(tiers, tier).or_else(&mut tell)?;
        expected = tier.to;
    }
    match (tiers.is_empty(), expected) {
        (true, _) => tell(Fault::new(Code::MissingField, Word::new("tier-none"))),
        (false, None) => Ok(()),
        (false, Some(to)) => {
            let word = Word::new("tier-last-closed").with("to", Arg::Count(to));
            let last = tiers.len().saturating_sub(1);
            let fault = Fault::new(Code::OutOfRange, word).in_field("to");
            tell(fault.in_entry(last))
        }
    }
}

/// A tier begins where the one before it ends, which must not be open, and holds something.
fn range(tier: &Tier, expected: Option<u64>) -> Check {
    let Some(from) = expected else {
        return Err(Fault::new(Code::OutOfRange, Word::new("tier-after-open")));
    };
    if tier.from != from {
        let is_gap = tier.from > from;
        let word = Word::new(if is_gap { "tier-gap" } else { "tier-overlap" })
            .with("expected", Arg::Count(from))
            .with("got", Arg::Count(tier.from));
        return Err(Fault::new(Code::OutOfRange, word).in_field("from"));
    }
    if tier.to.is_some_and(|to| to <= tier.from) {
        let word = Word::new("tier-empty").with("from", Arg::Count(tier.from));
        return Err(Fault::new(Code::OutOfRange, word).in_field("to"));
    }
    Ok(())
}

/// An edition that has one tier has all of them.
fn same_editions(tiers: &[Tier], tier: &Tier) -> Check {
    let sold = |tier: &Tier, id: Option<&Id>| tier.price.entries().any(|(known, _)| known == id);
    let within = |a: &Tier, b: &Tier| a.price.entries().all(|(id, _)| sold(b, id));
    match tiers.first() {
        Some(first) if !within(first, tier) || !within(tier, first) => {
            let fault = Fault::new(Code::OutOfRange, Word::new("tier-editions"));
            Err(fault.in_field("price"))
        }
        Some(_) | None => Ok(()),
    }
}
