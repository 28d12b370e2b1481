//! What an edition costs by itself, what it includes, and what more of that costs.

use std::sync::Arc;

use crate::card::{Card, Charge, Dimension, Edition, Limit};
use crate::engine::units_priced;
use crate::text::Unit;
use crate::widget::dom::{Node, many, tag};
use crate::widget::shared::kind::Kind;
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A line for every charge that is the edition itself, and for every dimension that has a price.
pub(super) fn facts(state: State, card: &Card, edition: &Edition) -> Node {
    let facts = [basic(card, edition), included(card, edition)].concat();
    let facts = facts.into_iter();
    many(facts.map(|word| tag::li().child(phrase(state, word))))
}

/// What an edition costs whatever is needed, or by the package: by the month, or where that is not sold, by the
/// year.
fn basic(card: &Card, edition: &Edition) -> Vec<Word> {
    let charges = card.charges.iter();
    let charges = charges.filter(|charge| Kind::of(card, &charge.id) == Kind::Plan);
    let words = charges.filter_map(|charge| {
        let by_month = charge
            .model
            .price()
            .and_then(|price| price.get(&edition.id));
        let by_year = || charge.model.annual_price()?.get(&edition.id);
        let (id, price) = match by_month {
            // What is counted is said with its dimension.
            Some(_) if units_priced(charge).is_some() => return None,
            Some(price) => ("ui-basic-month", price),
            None => ("ui-basic-year", by_year()?),
        };
        let label = Arg::Label(charge.id.clone(), Arc::clone(&charge.label));
        Some(
            Word::new(id)
                .with("charge", label)
                .with("price", Arg::Rate(*price, card.currency)),
        )
    });
    words.collect()
}

/// What an edition includes of every dimension that has a price, and what one more costs.
fn included(card: &Card, edition: &Edition) -> Vec<Word> {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    charged
        .filter_map(|dimension| {
            let quota = dimension.quota(&edition.id).and_then(Limit::number);
            let quota = quota.filter(|number| *number > 0);
            let limit = quota.map(|number| Arg::Quantity(number, Arc::clone(&dimension.unit)));
            let of_dimension = |charge: &&Charge| charge.model.dimension() == Some(&dimension.id);
            let mut charges = card.charges.iter().filter(of_dimension);
            let rate = charges.find_map(|charge| rate(card, charge, dimension, edition));
            Some(match (limit, rate) {
                (None, None) => return None,
                (Some(limit), None) => Word::new("ui-includes").with("limit", limit),
                (None, Some(rate)) => rate.fact(Word::new("ui-rate")),
                (Some(limit), Some(rate)) => {
                    rate.fact(Word::new("ui-includes-then").with("limit", limit))
                }
            })
        })
        .collect()
}

/// What a unit or a block costs.
struct Rate {
    price: Arg,
    /// The units of a block; `None` where they are counted one by one.
    size: Option<u64>,
    unit: Arc<Unit>,
}

impl Rate {
    /// A sentence with the rate in it.
    fn fact(self, word: Word) -> Word {
        let Self { price, size, unit } = self;
        let word = word.with("price", price);
        match size {
            None => word.with("unit", Arg::Unit(unit)),
            Some(size) => word.with("block", Arg::Quantity(size, unit)),
        }
    }
}

/// What a charge takes of an edition for a unit or a block, where that is one price.
fn rate(card: &Card, charge: &Charge, dimension: &Dimension, edition: &Edition) -> Option<Rate> {
    let size = units_priced(charge)?;
    let price = charge.model.price()?.get(&edition.id)?;
    Some(Rate {
        price: Arg::Rate(*price, card.currency),
        size: (size > 1).then_some(size),
        unit: Arc::clone(&dimension.unit),
    })
}
