//! What a calculation proves beside the price.
//!
//! Every finding is made by pricing again: the same item with one unit more, the same demand under
//! another edition, other packs. So it holds for whatever a rate card says. What is priced here is
//! priced without findings of its own. The codes are described in `docs/advice.md`.

mod break_even_edition;
mod break_even_packs;
mod case;
mod cheaper_edition;
mod larger_pack;
mod more_packages;
mod next_unit;
mod packs_never_pay;
mod ruled_out;

use std::sync::Arc;

use case::Case;

use super::reply::{Advice, ItemEstimate};
use super::request::Item;
use crate::calendar::Date;
use crate::card::Card;

/// The findings about an item that has been priced, in the order of their documentation; within a
/// code in the card's order.
pub(super) fn advice(
    card: &Arc<Card>,
    item: &Item,
    start: Date,
    months: u32,
    priced: &ItemEstimate,
) -> Vec<Advice> {
    let case = Case::new(card, item, start, months, priced);
    let others = case.other_editions();
    let charges = || card.charges.iter();
    let dimensions = || card.dimensions.iter();
    let mut words = Vec::new();
    words.extend(charges().filter_map(|charge| larger_pack::find(&case, charge)));
    words.extend(more_packages::find(&case));
    words.extend(cheaper_edition::find(&case, &others));
    words.extend(others.iter().filter_map(|o| ruled_out::find(&case, o)));
    words.extend(charges().filter_map(|charge| packs_never_pay::find(&case, charge)));
    words.extend(charges().filter_map(|charge| break_even_packs::find(&case, charge)));
    words.extend(dimensions().filter_map(|dimension| next_unit::find(&case, dimension)));
    for other in &others {
        words.extend(dimensions().filter_map(|d| break_even_edition::find(&case, d, other)));
    }
    words.into_iter().map(|word| Advice { word }).collect()
}
