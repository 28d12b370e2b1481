//! What a calculation proves beside the price.
//!
//! Every finding is made by pricing again: the same item with one unit more, the same demand under
//! another edition, other packs. So it holds for whatever a rate card says. What is priced here is
//! priced without findings of its own. The codes are described in `docs/advice.md`.

mod break_even_edition;
mod break_even_packs;
mod cheaper_edition;
mod larger_pack;
mod more_packages;
mod next_unit;
mod packs_never_pay;
mod prover;
mod ruled_out;
mod vary;

use prover::Prover;

use super::editions::Alternative;
use super::order::Order;
use super::purse::Purse;
use super::reply::{Advice, ItemEstimate};

/// The findings about an order that has been priced, beside the editions that it could be for
/// instead: in the order of their documentation; within a code in the card's order. None about an
/// edition that is sold on request, nor any that speaks of one.
pub(super) fn advice(
    order: &Order,
    priced: &ItemEstimate,
    alternatives: &[Alternative],
    purse: &Purse,
) -> Vec<Advice> {
    let Some(prover) = Prover::new(order, priced, purse) else {
        return Vec::new();
    };
    let charges = || order.card.charges.iter();
    let dimensions = || order.card.dimensions.iter();
    let mut words = Vec::new();
    words.extend(charges().filter_map(|charge| larger_pack::find(&prover, charge)));
    words.extend(charges().filter_map(|charge| more_packages::find(&prover, charge)));
    words.extend(cheaper_edition::find(&prover, alternatives));
    words.extend(
        alternatives
            .iter()
            .filter_map(|a| ruled_out::find(&prover, a)),
    );
    words.extend(charges().filter_map(|charge| packs_never_pay::find(&prover, charge)));
    words.extend(charges().filter_map(|charge| break_even_packs::find(&prover, charge)));
    words.extend(dimensions().filter_map(|dimension| next_unit::find(&prover, dimension)));
    for other in alternatives {
        words.extend(dimensions().filter_map(|d| break_even_edition::find(&prover, d, other)));
    }
    words.into_iter().map(|word| Advice { word }).collect()
}
