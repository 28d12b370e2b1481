//! Editions without a published price: nothing else on the card may give them one.

use super::check::Check;
use super::{Card, Charge, Edition, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Checks that an edition on request is no trial, which costs nothing.
///
/// # Errors
///
/// The fault, with its place in the edition.
pub(super) fn edition(edition: &Edition) -> Check {
    if edition.price.is_some() && edition.trial.is_some() {
        let fault = Fault::new(Code::OutOfRange, Word::new("on-request-trial"));
        return Err(fault.in_field("price"));
    }
    Ok(())
}

/// Checks that a charge names no edition on request among its prices.
///
/// # Errors
///
/// The first fault, with its place in the charge.
pub(super) fn charge(card: &Card, charge: &Charge) -> Check {
    let single = [
        ("price", charge.model.price()),
        ("annual_price", charge.model.annual_price()),
    ];
    for (key, prices) in single {
        if let Some(prices) = prices {
            unnamed(card, prices).map_err(|fault| fault.in_field(key))?;
        }
    }
    for (index, tier) in charge.model.tiers().iter().enumerate() {
        unnamed(card, &tier.price).map_err(|fault| {
            let fault = fault.in_field("price").in_entry(index);
            fault.in_field("tiers")
        })?;
    }
    Ok(())
}

/// No edition on request has a price of its own.
fn unnamed(card: &Card, prices: &PerEdition<Amount>) -> Check {
    let named = prices.entries().filter_map(|(id, _)| id);
    let is_on_request = |id: &&Id| {
        let edition = card.edition(id);
        edition.is_some_and(|edition| edition.price.is_some())
    };
    match named.into_iter().find(is_on_request) {
        None => Ok(()),
        Some(id) => {
            let word = Word::new("on-request-priced").with("edition", Arg::text(id));
            Err(Fault::new(Code::OutOfRange, word).in_field(id))
        }
    }
}
