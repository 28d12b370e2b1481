//! What an edition costs by itself, what it includes, and what more of that costs.

use std::sync::Arc;

use crate::card::{Card, Charge, Dimension, Edition, Limit, PerEdition};
use crate::engine::units_priced;
use crate::money::Amount;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::from_json;

    /// What is said of the two editions of a card with these dimensions and charges.
    fn said(dimensions: &str, charges: &str) -> [Vec<String>; 2] {
        let document = format!(
            r#"{{"id": "ours/undated", "product": "ours", "label": {{"en": "Ours"}}, "currency": "USD",
                "source": "s", "sources": {{"s": {{"document": "d", "section": "s"}}}},
                "editions": [{{"id": "pro", "label": {{"en": "Pro"}}, "source": "s"}},
                    {{"id": "enterprise", "label": {{"en": "E"}}, "price": "on-request", "source": "s"}}],
                "dimensions": [{dimensions}], "charges": [{charges}]}}"#
        );
        let card = Card::read(&from_json(&document).unwrap()).unwrap();
        ["pro", "enterprise"].map(|edition| {
            let words = included(&card, card.edition(edition).unwrap());
            words.iter().map(ToString::to_string).collect()
        })
    }

    fn dimension(id: &str, unit: &str, allowance: &str) -> String {
        format!(
            r#"{{"id": "{id}", "label": {{"en": "{id} label"}}, "allowance": {allowance},
                "unit": {{"en": {{"one": "{unit}", "other": "{unit}s"}}}}, "source": "s"}}"#
        )
    }

    fn charge(id: &str, dimension: &str, model: &str) -> String {
        format!(
            r#"{{"id": "{id}", "label": {{"en": "{id} label"}}, "kind": "payg", "dimension": "{dimension}",
                "source": "s", {model}}}"#
        )
    }

    const UNIT: &str = r#""model": "per-unit", "price": "0.5""#;

    #[test]
    fn an_edition_on_request_says_what_it_includes_and_no_rate() {
        let dimension = dimension("q", "message", r#"{"pro": 10, "enterprise": 500}"#);
        assert_eq!(
            said(&dimension, &charge("c", "q", UNIT)),
            [
                vec!["10 messages included, then 0.5 USD per message"],
                vec!["500 messages included"]
            ]
        );
    }

    #[test]
    fn several_charges_of_a_dimension_are_told_by_their_names() {
        let charges = [charge("fee", "q", UNIT), charge("price", "q", UNIT)];
        let [pro, enterprise] = said(&dimension("q", "message", "0"), &charges.join(","));
        assert_eq!(
            pro,
            [
                "fee label: 0.5 USD per message",
                "price label: 0.5 USD per message"
            ]
        );
        assert!(enterprise.is_empty());
    }

    #[test]
    fn what_is_counted_in_the_same_unit_is_told_apart() {
        let dimensions = [
            dimension("a", "operation", "5"),
            dimension("b", "operation", "0"),
        ];
        let charges = [charge("x", "a", UNIT), charge("y", "b", UNIT)];
        let [pro, enterprise] = said(&dimensions.join(","), &charges.join(","));
        assert_eq!(
            pro,
            [
                "a label: 5 operations included, then 0.5 USD per operation",
                "b label: 0.5 USD per operation"
            ]
        );
        assert_eq!(enterprise, ["a label: 5 operations included"]);
    }

    #[test]
    fn tiers_say_their_first_and_their_last_rate() {
        let tiers = r#""model": "graduated", "tiers":
            [{"from": 0, "to": 9, "price": "3"}, {"from": 9, "to": 20, "price": "2"}, {"from": 20, "price": "1"}]"#;
        let [pro, _] = said(&dimension("q", "message", "0"), &charge("c", "q", tiers));
        assert_eq!(pro, ["3 USD to 1 USD per message"]);
        let one = r#""model": "volume", "tiers": [{"from": 0, "price": "3"}]"#;
        let [pro, _] = said(&dimension("q", "message", "0"), &charge("c", "q", one));
        assert_eq!(pro, ["3 USD per message"]);
    }
}
