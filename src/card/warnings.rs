//! What a rate card may say and hardly means: told to whoever writes it, and priced as it stands.

use super::{Billing, Card, Charge, Dimension, Edition, Limit, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// The most months of an estimate, which the engine knows.
const LONGEST: u32 = 36;

/// What is strange about a card that has been checked, each with its place.
///
/// ```
/// use ratecard::card::warnings;
///
/// let catalog = ratecard::catalog();
/// let card = catalog.card("chat/2024-07-22")?;
/// assert!(warnings(&card).is_empty());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn warnings(card: &Card) -> Vec<Fault> {
    let mut found = Vec::new();
    found.extend(billing(card));
    for (index, edition) in card.editions.iter().enumerate() {
        if edition.price.is_none() && card.is_on_request(edition) {
            let word = Word::new("edition-without-charge").with("edition", Arg::text(&edition.id));
            found.push(warning(word).in_entry(index).in_field("editions"));
        }
    }
    for (index, dimension) in card.dimensions.iter().enumerate() {
        if !is_used(card, dimension) {
            let word = Word::new("dimension-unused").with("dimension", Arg::text(&dimension.id));
            found.push(warning(word).in_entry(index).in_field("dimensions"));
        }
    }
    for (index, charge) in card.charges.iter().enumerate() {
        let within = |fault: Fault| fault.in_entry(index).in_field("charges");
        found.extend(free_twice(card, charge).map(within));
        found.extend(dear_year(card, charge).map(within));
    }
    found.extend(never_long_enough(card));
    found
}

fn warning(word: Word) -> Fault {
    Fault::new(Code::BadRateCard, word)
}

/// A way of billing that changes nothing.
fn billing(card: &Card) -> Option<Fault> {
    let at = card
        .billing
        .iter()
        .position(|&way| way == Billing::Annual)?;
    let fault = warning(Word::new("annual-without-price"));
    (!card.has_annual_prices()).then(|| fault.in_entry(at).in_field("billing"))
}

/// Whether something depends on a dimension.
fn is_used(card: &Card, dimension: &Dimension) -> bool {
    let is_it = |id: &Option<Id>| id.as_ref() == Some(&dimension.id);
    let mut others = card.dimensions.iter();
    dimension.allowance.is_some()
        || dimension.limit.is_some()
        || dimension.needs.is_some()
        || card.is_charged(&dimension.id)
        || others.any(|other| is_it(&other.each) || is_it(&other.needs))
}

/// An allowance, and above it a first tier that costs nothing: the same units are free twice where
/// the tiers were meant to count from 0.
fn free_twice(card: &Card, charge: &Charge) -> Option<Fault> {
    let dimension = card.dimension(charge.model.dimension()?)?;
    let first = charge.model.tiers().first()?;
    first.to?;
    let is_free_twice = |edition: &&Edition| {
        let included = match dimension.quota(&edition.id) {
            Some(Limit::UpTo(included)) => included > 0,
            Some(Limit::Unlimited) | None => false,
        };
        included
            && first
                .price
                .get(&edition.id)
                .is_some_and(|price| price.is_zero())
    };
    let edition = card.editions.iter().find(is_free_twice)?;
    let word = Word::new("free-twice")
        .with("edition", Arg::text(&edition.id))
        .with("dimension", Arg::text(&dimension.id));
    let fault = warning(word).in_field("price").in_entry(0);
    Some(fault.in_field("tiers"))
}

/// A year that costs more than its months.
fn dear_year(card: &Card, charge: &Charge) -> Option<Fault> {
    const MONTHS: u64 = 12;
    let (month, year) = (charge.model.price()?, charge.model.annual_price()?);
    let is_dear = |edition: &&Edition| {
        let price = |prices: &PerEdition<Amount>| prices.get(&edition.id).copied();
        let months = price(month).and_then(|price| price.checked_mul(MONTHS));
        months
            .zip(price(year))
            .is_some_and(|(months, year)| year > months)
    };
    let edition = card.editions.iter().find(is_dear)?;
    let word = Word::new("annual-dearer").with("edition", Arg::text(&edition.id));
    Some(warning(word).in_field("annual_price"))
}

/// A shortest order that no estimate reaches.
fn never_long_enough(card: &Card) -> Option<Fault> {
    let purchase = card.policies.purchase.as_ref()?;
    let word = Word::new("min-months-beyond").with("most", Arg::Count(u64::from(LONGEST)));
    let fault = warning(word).in_field("min_months").in_field("purchase");
    (purchase.min_months > LONGEST).then(|| fault.in_field("policies"))
}
