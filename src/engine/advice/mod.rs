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

use super::affected::Affected;
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
    let dimensions = order.card.dimensions.iter();
    let dimensions = dimensions.map(|dimension| (dimension, Affected::by(order.card, dimension)));
    let dimensions: Vec<_> = dimensions.collect();
    words.extend(
        dimensions
            .iter()
            .filter_map(|(d, affected)| next_unit::find(&prover, d, affected)),
    );
    for other in alternatives {
        if !break_even_edition::is_sought(&prover, other) {
            continue;
        }
        let item = prover.in_edition(other.edition);
        let Ok(other_order) = order.with_item(&item) else {
            continue;
        };
        let break_even = |(dimension, affected)| {
            break_even_edition::find(&prover, (dimension, affected), (other, &other_order))
        };
        let dimensions = dimensions
            .iter()
            .map(|(dimension, affected)| (*dimension, affected));
        words.extend(dimensions.filter_map(break_even));
    }
    words.into_iter().map(|word| Advice { word }).collect()
}
