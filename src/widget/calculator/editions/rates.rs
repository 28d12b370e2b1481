//! All the rates of a charge that has several, on demand, with the visitor's own marked.

use std::sync::Arc;

use crate::card::{Card, Charge, Edition, Tier};
use crate::engine::Entry;
use crate::money::{Amount, Currency};
use crate::text::{Id, Unit};
use crate::widget::dom::{Element, Node, many, tag};
use crate::widget::shared::figures::{column, figures_table, number, number_column, row_head};
use crate::widget::shared::pieces::fold;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{argument, phrase, say};
use crate::word::{Arg, Word};

/// A table for every charge of an edition that has more than one rate.
pub(super) fn all_rates(state: State, card: &Card, edition: &Edition) -> Node {
    let charges = card.charges.iter();
    let charges = charges.filter(|charge| edition.is_sold(charge));
    many(charges.filter_map(|charge| {
        let dimension = card.dimension(charge.model.dimension()?)?;
        let rates = rates(charge, &edition.id);
        let included = dimension.allowance.as_ref();
        let included = included.and_then(|included| included.get(&edition.id)?.number());
        let is_beyond = charge.pack_sizes().is_none() && included.is_some_and(|units| units > 0);
        (rates.len() > 1).then(|| {
            let of = Of {
                charge,
                edition: &edition.id,
                unit: &dimension.unit,
                currency: card.currency,
                is_beyond,
            };
            of.table(state, &rates)
        })
    }))
}

/// What a table is of.
struct Of<'a> {
    charge: &'a Charge,
    edition: &'a Id,
    unit: &'a Arc<Unit>,
    currency: Currency,
    /// Whether units are counted only from what is included on.
    is_beyond: bool,
}

impl Of<'_> {
    fn table(&self, state: State, rates: &[(u64, Amount)]) -> Element {
        let paid = paid(state, self.edition, self.charge, rates.to_vec());
        let count = u64::try_from(rates.len()).unwrap_or_default();
        let title = Word::new("ui-rates").with("count", Arg::Count(count)).with(
            "charge",
            Arg::Label(self.charge.id.clone(), Arc::clone(&self.charge.label)),
        );
        let from = match self.is_beyond {
            true => "ui-rates-beyond",
            false => "ui-rates-from",
        };
        let columns = vec![
            column(say(state, from)),
            number_column(say(state, "ui-rates-price")),
        ];
        let rows = rates
            .iter()
            .map(|(from, rate)| self.row(state, *from, *rate, paid));
        let around = tag::details().part("edition-rates");
        let key = format!("rates-{}-{}", self.edition, self.charge.id);
        fold(state, key, false, around)
            .child(tag::summary().child(phrase(state, title.clone())))
            .child(figures_table(
                Some(phrase(state, title)),
                columns,
                many(rows),
            ))
    }

    /// From which quantity on a unit costs how much.
    fn row(&self, state: State, from: u64, rate: Amount, paid: Memo<Option<Vec<u64>>>) -> Element {
        let is_paid = move || paid.get().is_some_and(|paid| paid.contains(&from));
        let mark = move || {
            let mark = || {
                tag::span()
                    .class("yours")
                    .child(say(state, "ui-your-numbers"))
            };
            is_paid().then(mark)
        };
        let per_unit = Word::new("ui-rate")
            .with("price", Arg::Rate(rate, self.currency))
            .with("unit", Arg::Unit(Arc::clone(self.unit)));
        let from = Arg::Quantity(from, Arc::clone(self.unit));
        tag::tr()
            .attr("data-paid", move || is_paid().then_some("true"))
            .child(
                row_head(phrase(state, argument(from)))
                    .child(" ")
                    .child(mark),
            )
            .child(number(phrase(state, per_unit)))
    }
}

/// From which quantity on a unit costs how much in an edition.
fn rates(charge: &Charge, edition: &str) -> Vec<(u64, Amount)> {
    let tiers = charge.model.tiers().iter();
    let rates = tiers.filter_map(|Tier { from, price, .. }| Some((*from, *price.get(edition)?)));
    rates.collect()
}

/// From which quantities on the rates are that the visitor's numbers are charged at.
fn paid(
    state: State,
    edition: &Id,
    charge: &Charge,
    rates: Vec<(u64, Amount)>,
) -> Memo<Option<Vec<u64>>> {
    let id = charge.id.clone();
    let is_packs = charge.pack_sizes().is_some();
    state.memo_of_edition(edition.clone(), move |item| {
        let lines = item.lines.iter().filter(|line| line.charge == id);
        Some(
            lines
                .flat_map(|line| tiers_of(&line.entries, &rates, is_packs))
                .collect(),
        )
    })
}

/// From which quantities on the rates are that entries are charged at: what is charged on a day in parts is counted
/// on, but each pack for itself.
fn tiers_of(entries: &[Entry], rates: &[(u64, Amount)], is_packs: bool) -> Vec<u64> {
    let mut tiers = Vec::new();
    let (mut month, mut counted) = (None, 0_u64);
    for entry in entries.iter().filter(|entry| entry.quantity > 0) {
        if is_packs || month != Some(entry.month) {
            (month, counted) = (Some(entry.month), 0);
        }
        counted = counted.saturating_add(entry.quantity);
        // Several tiers may have the same price: it is the one that the quantity reaches.
        let of_price = rates.iter().filter(|(_, rate)| *rate == entry.unit_price);
        let reached = of_price.clone().rfind(|(from, _)| *from <= counted);
        tiers.extend(reached.or(of_price.clone().next()).map(|(from, _)| *from));
    }
    tiers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rates_of_a_pack_follow_its_size() {
        let catalog = crate::catalog();
        let card = catalog.card("contact-center-cn/undated").unwrap();
        let packs = card.charge("outbound_packs").unwrap();
        let edition = card.editions.iter().find(|edition| edition.is_sold(packs));
        let rates = rates(packs, &edition.unwrap().id);
        let mut sorted = rates.clone();
        sorted.sort_by(|(from, rate), (other, lower)| from.cmp(other).then(lower.cmp(rate)));
        assert!(rates.len() > 2);
        assert_eq!(rates, sorted);
        assert!(rates.is_sorted_by(|(_, rate), (_, next)| next < rate));
    }

    #[test]
    fn of_equal_rates_the_one_that_is_reached_is_paid() {
        let rate = |text: &str| text.parse::<Amount>().unwrap();
        let day = crate::calendar::Date::parse("2026-11-29").unwrap();
        let entry = |month, quantity, price: &str| Entry {
            month,
            on: day,
            quantity,
            unit_price: rate(price),
            amount: rate(price).checked_mul(quantity).unwrap(),
            covers: crate::calendar::Interval {
                from: day,
                to: None,
            },
        };
        let rates = [(1, rate("0.2")), (101, rate("0.1")), (201, rate("0.2"))];
        let tiers = |entries: &[Entry]| tiers_of(entries, &rates, false);
        // All at the rate of the tier.
        assert_eq!(tiers(&[entry(0, 50, "0.2")]), [1]);
        assert_eq!(tiers(&[entry(0, 250, "0.2")]), [201]);
        // Each part at the rate of its tier.
        let parts = [
            entry(0, 100, "0.2"),
            entry(0, 100, "0.1"),
            entry(0, 50, "0.2"),
        ];
        assert_eq!(tiers(&parts[..1]), [1]);
        assert_eq!(tiers(&parts), [1, 101, 201]);
        assert_eq!(tiers(&[entry(0, 50, "0.2"), entry(1, 60, "0.2")]), [1, 1]);
        // Packs of a size each.
        let packs = [entry(0, 100, "0.2"), entry(0, 150, "0.2")];
        assert_eq!(tiers_of(&packs, &rates, true), [1, 1]);
    }

    #[test]
    fn a_single_rate_needs_no_table() {
        let catalog = crate::catalog();
        let card = catalog.card("chat/2024-07-22").unwrap();
        let longest = card
            .charges
            .iter()
            .map(|charge| rates(charge, "standard").len());
        assert!(longest.max().unwrap() < 2);
    }
}
