//! What an edition includes, and what more of it costs.

use std::sync::Arc;

use crate::card::{Card, Charge, Dimension, Edition, Limit, PerEdition};
use crate::engine::units_priced;
use crate::money::Amount;
use crate::text::Unit;
use crate::widget::dom::{Node, many, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A line for every dimension that has a price.
pub(super) fn facts(state: State, card: &Card, edition: &Edition) -> Node {
    let facts = included(card, edition).into_iter();
    many(facts.map(|word| tag::li().child(phrase(state, word))))
}

/// What an edition includes of every dimension that has a price, and what one more costs.
fn included(card: &Card, edition: &Edition) -> Vec<Word> {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    charged
        .flat_map(|dimension| of_dimension(card, edition, dimension))
        .collect()
}

/// The same of a dimension: in one line, or where several charges count it, in one for each of them.
fn of_dimension(card: &Card, edition: &Edition, dimension: &Dimension) -> Vec<Word> {
    let quota = dimension.quota(&edition.id).and_then(Limit::number);
    let quota = quota.filter(|number| *number > 0);
    let limit = quota.map(|number| Arg::Quantity(number, Arc::clone(&dimension.unit)));
    let sold = card.charges.iter().filter(|charge| {
        charge.model.dimension() == Some(&dimension.id) && edition.is_sold(charge)
    });
    let rates = sold.filter_map(|charge| Some((charge, rate(card, charge, dimension, edition)?)));
    let mut rates: Vec<_> = rates.collect();
    let name = is_mistakable(card, dimension)
        .then(|| Arg::Label(dimension.id.clone(), Arc::clone(&dimension.label)));
    let named = |word: Word| match &name {
        Some(name) => word.with("name", name.clone()),
        None => word,
    };
    let includes = |limit: Arg| named(Word::new("ui-includes").with("limit", limit));
    match (limit, rates.len()) {
        (limit, 0) => limit.map(includes).into_iter().collect(),
        (limit, 1) => {
            let word = match limit {
                None => Word::new("ui-rate"),
                Some(limit) => Word::new("ui-includes-then").with("limit", limit),
            };
            let rates = rates.drain(..);
            rates
                .map(|(_, rate)| rate.fact(named(word.clone())))
                .collect()
        }
        (limit, _) => {
            let of_charge = |(charge, rate): (&Charge, Rate)| {
                let label = Arg::Label(charge.id.clone(), Arc::clone(&charge.label));
                rate.fact(Word::new("ui-rate").with("name", label))
            };
            let rates = rates.drain(..).map(of_charge);
            limit.map(includes).into_iter().chain(rates).collect()
        }
    }
}

/// Whether something else that has a price is counted in the same unit.
fn is_mistakable(card: &Card, dimension: &Dimension) -> bool {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    charged.filter(|other| other.unit == dimension.unit).count() > 1
}

/// What a unit or a block costs.
struct Rate {
    price: Arg,
    /// What it costs in the last tier, where that is another price.
    last: Option<Arg>,
    /// The units of a block; `None` where they are counted one by one.
    size: Option<u64>,
    unit: Arc<Unit>,
}

impl Rate {
    /// A sentence with the rate in it.
    fn fact(self, word: Word) -> Word {
        let Self {
            price,
            last,
            size,
            unit,
        } = self;
        let word = word.with("price", price);
        let word = match last {
            None => word,
            Some(last) => word.with("last", last),
        };
        match size {
            None => word.with("unit", Arg::Unit(unit)),
            Some(size) => word.with("block", Arg::Quantity(size, unit)),
        }
    }
}

/// What a charge takes of an edition for a unit or a block: a price, or those of its first and its last tier.
/// Packs are no rate: what they cost is planned.
fn rate(card: &Card, charge: &Charge, dimension: &Dimension, edition: &Edition) -> Option<Rate> {
    let price = |price: &PerEdition<Amount>| price.get(&edition.id).copied();
    let (first, last, size) = match charge.model.tiers() {
        [] => (price(charge.model.price()?)?, None, units_priced(charge)?),
        _ if charge.pack_sizes().is_some() => return None,
        [first, .., last] => {
            let (first, last) = (price(&first.price)?, price(&last.price)?);
            (first, Some(last).filter(|last| *last != first), 1)
        }
        [only] => (price(&only.price)?, None, 1),
    };
    Some(Rate {
        price: Arg::Rate(first, card.currency),
        last: last.map(|last| Arg::Rate(last, card.currency)),
        size: (size > 1).then_some(size),
        unit: Arc::clone(&dimension.unit),
    })
}
