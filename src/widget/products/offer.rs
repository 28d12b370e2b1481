//! What a product costs at least: a line of the list of all.

use std::sync::Arc;

use crate::card::{Billing, Card, Catalog, Edition, Length};
use crate::engine::{Demand, EstimateRequest, Item, MAX_MONTHS, estimate_without_advice};
use crate::money::Amount;
use crate::text::{Id, Text};
use crate::widget::shared::edition::Sold;
use crate::widget::state::Question;
use crate::widget::words::average::Monthly;
use crate::word::{Arg, Word};

/// The months of a year.
const YEAR: u32 = 12;

/// A product as the list of all shows it.
pub(super) struct Offer {
    /// Its id.
    pub product: Id,
    /// Its name, where a card of it can be read.
    pub label: Option<Arc<Text>>,
    /// What is said of it: the price, how many editions there are, a trial, the currency and the rate card.
    pub facts: Vec<Word>,
    /// What the edition is for that costs least, where its card says so.
    pub tagline: Option<Arc<Text>>,
    /// Whether there is a rate card in force, so that it can be chosen.
    pub is_there: bool,
}

impl Offer {
    /// Every product of the rate cards, in their order.
    pub fn all(catalog: &Catalog, question: &Question) -> Vec<Self> {
        let request = question.open_request();
        let products = catalog.products().into_iter();
        products
            .map(|product| Self::new(catalog, &request, product))
            .collect()
    }

    fn new(catalog: &Catalog, request: &EstimateRequest, product: &str) -> Self {
        let found = catalog.in_force(product, request.as_of);
        let (facts, tagline) = match &found {
            Ok(card) => facts(catalog, request, card),
            Err(fault) => (vec![fault.word().clone()], None),
        };
        let is_there = found.is_ok();
        // Its name is that of another of its cards, where none is in force.
        let card = found.ok().or_else(|| {
            let listed = catalog.cards().ok()?.into_iter();
            let mut cards = listed.map(|listed| listed.card);
            cards.find(|card| &*card.product == product)
        });
        Self {
            product: Id::from(product),
            label: card.map(|card| Arc::clone(&card.label)),
            facts,
            tagline,
            is_there,
        }
    }
}

fn facts(
    catalog: &Catalog,
    request: &EstimateRequest,
    card: &Arc<Card>,
) -> (Vec<Word>, Option<Arc<Text>>) {
    let (price, cheapest) = price(catalog, request, card);
    let mut facts = vec![price];
    // A trial is said for itself.
    let bought = card.editions.iter().filter(|e| e.trial.is_none()).count();
    if let Ok(bought @ 1..) = u32::try_from(bought) {
        facts.push(Word::new("ui-editions-count").with("count", count(bought)));
    }
    let mut trials = card.editions.iter().filter_map(|e| e.trial.as_ref());
    if let Some(trial) = trials.next() {
        facts.push(match trial.length {
            Length::Days(days) => Word::new("ui-free-for-days").with("days", count(days)),
            Length::Months(months) => Word::new("ui-free-for-months").with("months", count(months)),
        });
    }
    let currency = Arg::Text(card.currency.to_string());
    facts.push(match card.effective {
        Some(date) => Word::new("ui-card-of")
            .with("currency", currency)
            .with("date", Arg::Date(date)),
        None => Word::new("ui-card-undated").with("currency", currency),
    });
    let tagline = cheapest.and_then(|edition| edition.tagline.as_ref());
    (facts, tagline.map(|tagline| Arc::clone(&tagline.text)))
}

fn count(number: u32) -> Arg {
    Arg::Count(u64::from(number))
}

/// What a month costs at least, with the edition that it is the price of, and whether there is something for
/// nothing. Trials are none of it, nor what has no published price.
fn price<'card>(
    catalog: &Catalog,
    request: &EstimateRequest,
    card: &'card Card,
) -> (Word, Option<&'card Edition>) {
    let Some(billing) = card.ways_of_billing().next() else {
        return (Word::new("ui-no-price"), None);
    };
    let sold = |edition: &&Edition| {
        let sold = Sold::new(card, edition, billing);
        matches!(sold, Sold::Priced | Sold::Free)
    };
    // A year that is paid at once is priced as one.
    let months = match billing {
        Billing::Monthly => request.months,
        Billing::Annual => request.months.next_multiple_of(YEAR).min(MAX_MONTHS),
    };
    let editions = card.editions.iter().filter(sold);
    let costs = editions.filter_map(|edition| {
        least(catalog, request, card, edition, months).map(|cost| (cost, edition))
    });
    let costs: Vec<((Amount, Amount), &Edition)> = costs.collect();
    let is_free = |((total, _), _): &((Amount, Amount), &Edition)| total.is_zero();
    let priced = costs.iter().filter(|cost| !is_free(cost));
    let least = priced.min_by_key(|(cost, _)| *cost);
    let is_there_for_nothing = costs.iter().any(is_free);
    match least {
        Some(((total, month), edition)) => {
            let monthly = Monthly::new(*month, *total, months, card.currency, false);
            let id = match is_there_for_nothing {
                true => "ui-free-or-from",
                false => "ui-price-from",
            };
            let price = Word::new(id).with("price", monthly.argument());
            (price, Some(*edition))
        }
        None if is_there_for_nothing => (Word::new("ui-free"), None),
        None => (Word::new("ui-no-price"), None),
    }
}

/// What an edition costs at least, in all and by the month: without any demand, or where that costs nothing,
/// with the least that costs something. It is for nothing where one of whatever is counted costs nothing, too.
fn least(
    catalog: &Catalog,
    request: &EstimateRequest,
    card: &Card,
    edition: &Edition,
    months: u32,
) -> Option<(Amount, Amount)> {
    let cost = |dimension: Option<&Id>| {
        let mut item = Item::new(&card.product, &edition.id);
        item.rate_card = Some(Id::clone(&card.id));
        item.demand
            .extend(dimension.map(|id| (id.clone(), Demand::Steady(1))));
        let request = EstimateRequest {
            items: vec![item],
            months,
            ..request.clone()
        };
        let estimate = estimate_without_advice(catalog, &request).ok()?;
        let item = estimate.items.into_iter().next()?;
        item.total.zip(item.per_month)
    };
    let without = cost(None)?;
    if !without.0.is_zero() {
        return Some(without);
    }
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    let costs = charged.filter_map(|dimension| cost(Some(&dimension.id)));
    let costs = costs.filter(|(total, _)| !total.is_zero());
    Some(costs.min().unwrap_or(without))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn offers(as_of: &str) -> Vec<Offer> {
        let question = Question::new(Date::parse(as_of).unwrap());
        Offer::all(&crate::catalog(), &question)
    }

    #[test]
    fn every_product_is_listed_with_what_the_engine_says_it_costs_at_least() {
        let catalog = crate::catalog();
        let offers = offers("2026-11-20");
        assert_eq!(offers.len(), catalog.products().len());
        for Offer {
            product,
            facts,
            is_there,
            ..
        } in offers
        {
            assert!(is_there);
            let least = match facts.first().and_then(|word| word.arg("price")) {
                Some(Arg::Money(least, _)) => *least,
                _ => Amount::ZERO,
            };
            assert!(!least.is_zero(), "{product}");
            let item = Item::new(&product, "");
            let request = crate::engine::CompareRequest {
                as_of: Date::parse("2026-11-20").unwrap(),
                start: Date::parse("2026-11-20").unwrap(),
                months: 1,
                item,
            };
            let compared = crate::engine::compare(&catalog, &request).unwrap();
            let priced = compared
                .editions
                .iter()
                .filter_map(|edition| edition.per_month);
            let nonzero: Vec<Amount> = priced.filter(|amount| !amount.is_zero()).collect();
            if let Some(cheapest) = nonzero.iter().min() {
                assert_eq!(least, *cheapest, "{product}");
            }
        }
    }

    /// What is said of the price of a product with these editions, dimensions and charges.
    fn price_of(editions: &[&str], dimensions: &str, charges: &str) -> String {
        let editions: Vec<String> = editions
            .iter()
            .map(|fields| format!(r#"{{{fields}, "label": {{"en": "E"}}, "source": "s"}}"#))
            .collect();
        let document = format!(
            r#"{{"id": "ours/undated", "product": "ours", "label": {{"en": "Ours"}}, "currency": "USD",
                "source": "s", "sources": {{"s": {{"document": "d", "section": "s"}}}},
                "editions": [{}], "dimensions": [{dimensions}], "charges": [{charges}]}}"#,
            editions.join(",")
        );
        let mut catalog = Catalog::default();
        catalog
            .add(&crate::value::from_json(&document).unwrap())
            .unwrap();
        let question = Question::new(Date::parse("2026-11-20").unwrap());
        let offer = Offer::all(&catalog, &question).into_iter().next().unwrap();
        offer.facts.first().unwrap().to_string()
    }

    fn flat(prices: &str) -> String {
        format!(
            r#"{{"id": "plan", "label": {{"en": "Plan"}}, "kind": "prepaid", "model": "flat",
                "price": {{{prices}}}, "source": "s"}}"#
        )
    }

    fn usage(free: u64) -> (String, String) {
        (
            format!(
                r#"{{"id": "events", "label": {{"en": "Events"}}, "allowance": {free},
                    "unit": {{"en": {{"one": "event", "other": "events"}}}}, "source": "s"}}"#
            ),
            String::from(
                r#"{"id": "events", "label": {"en": "Events"}, "kind": "payg", "model": "per-unit",
                    "dimension": "events", "price": {"a": "0.5"}, "source": "s"}"#,
            ),
        )
    }

    const ON_REQUEST: &str = r#""id": "e", "price": "on-request""#;

    #[test]
    fn only_published_prices_count() {
        let flat_of_a = flat(r#""a": "10""#);
        assert_eq!(
            price_of(&[r#""id": "a""#, ON_REQUEST], "", &flat_of_a),
            "From 10 USD per month"
        );
        assert_eq!(price_of(&[ON_REQUEST], "", ""), "No published price");
    }

    #[test]
    fn what_costs_nothing_is_said_beside_the_least_that_does() {
        let editions = [r#""id": "a""#, r#""id": "b""#, ON_REQUEST];
        let both = flat(r#""a": "0", "b": "4""#);
        assert_eq!(
            price_of(&editions, "", &both),
            "Free, or from 4 USD per month"
        );
        let free = flat(r#""a": "0", "b": "0""#);
        assert_eq!(price_of(&editions, "", &free), "Free");
        // Paid as it is used: from the first unit, or free as far as some is included.
        for (included, said) in [
            (0, "From 0.5 USD per month"),
            (1_000_000, "Free, or from 250 USD per month"),
        ] {
            let (dimension, charge) = usage(included);
            let charges = [charge, flat(r#""b": "250""#)].join(",");
            assert_eq!(price_of(&editions[..2], &dimension, &charges), said);
        }
    }

    #[test]
    fn what_it_is_for_is_said_of_the_edition_that_costs_least() {
        let catalog = crate::catalog();
        for offer in offers("2026-11-20") {
            let card = catalog.in_force(&offer.product, Date::parse("2026-11-20").unwrap());
            let card = card.unwrap();
            let taglines: Vec<_> = card.editions.iter().map(|e| e.tagline.as_ref()).collect();
            assert_eq!(
                offer.tagline.is_some(),
                taglines.iter().any(Option::is_some)
            );
            let counted = offer
                .facts
                .iter()
                .find(|word| word.id == "ui-editions-count");
            let bought = card.editions.iter().filter(|e| e.trial.is_none()).count();
            let Some(Arg::Count(count)) = counted.and_then(|word| word.arg("count")) else {
                panic!("{} has no count of its editions", offer.product);
            };
            assert_eq!(usize::try_from(*count).unwrap(), bought);
        }
        let chat = offers("2026-11-20");
        let chat = chat.iter().find(|offer| &*offer.product == "chat").unwrap();
        let card = catalog.card("chat/2024-07-22").unwrap();
        let standard = card.edition("standard").unwrap();
        let tagline = standard.tagline.as_ref().map(|tagline| &tagline.text);
        assert_eq!(chat.tagline.as_ref(), tagline);
    }

    #[test]
    fn a_product_without_a_card_in_force_is_listed_but_not_to_be_chosen() {
        let (there, not): (Vec<Offer>, Vec<Offer>) = offers("2024-06-01")
            .into_iter()
            .partition(|offer| offer.is_there);
        assert!(!there.is_empty() && !not.is_empty());
        for offer in not {
            assert_eq!(
                offer.facts.first().map(|word| word.id),
                Some("no-rate-card")
            );
            assert!(offer.label.is_some());
        }
    }
}
