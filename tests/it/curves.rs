//! Cost against demand: the points are prices, the break-even points are proven.

use std::sync::Arc;

use ratecard::calendar::Date;
use ratecard::card::Card;
use ratecard::engine::{
    CompareRequest, Curves, Demand, EstimateRequest, Item, MAX_STEPS, curves, estimate,
};
use ratecard::money::Amount;
use ratecard::value::from_json;

fn cards() -> Vec<Arc<Card>> {
    let catalog = ratecard::catalog();
    let listed = catalog.cards().unwrap();
    listed
        .iter()
        .map(|listed| Arc::clone(&listed.card))
        .collect()
}

fn request(card: &Card, months: u32) -> CompareRequest {
    let day = Date::parse("2026-11-20").unwrap();
    let mut item = Item::new(&card.product, "");
    item.rate_card = Some(card.id.clone());
    CompareRequest {
        as_of: day,
        start: day,
        months,
        item,
    }
}

/// Every dimension of every card, with its curves over a range that goes beyond what is included.
fn each(months: u32, check: impl Fn(&Card, &str, &CompareRequest, &Curves)) {
    let catalog = ratecard::catalog();
    for card in cards() {
        for dimension in &card.dimensions {
            let request = request(&card, months);
            let quota = |e: &ratecard::card::Edition| dimension.quota(&e.id)?.number();
            let largest = card.editions.iter().filter_map(quota).max();
            let up_to = largest.unwrap_or(10).max(10) * 3;
            let found = curves(&catalog, &request, &dimension.id, up_to, 24).unwrap();
            check(&card, &dimension.id, &request, &found);
        }
    }
}

fn total(request: &CompareRequest, edition: &str, dimension: &str, demand: u64) -> (Amount, bool) {
    let mut item = request.item.clone();
    item.edition = edition.into();
    let item = item.with_demand(dimension, Demand::Steady(demand));
    let request = EstimateRequest {
        as_of: request.as_of,
        start: request.start,
        months: request.months,
        items: vec![item],
    };
    let estimate = estimate(&ratecard::catalog(), &request).unwrap();
    (estimate.items[0].total.unwrap(), estimate.items[0].fits())
}

#[test]
fn a_point_is_what_an_estimate_says() {
    each(2, |card, dimension, request, found| {
        assert!(!found.editions.is_empty(), "{}", card.id);
        for curve in &found.editions {
            let ascending = curve.points.windows(2).all(|w| w[0].demand < w[1].demand);
            assert!(ascending, "{} {dimension}", card.id);
            for point in curve.points.iter().step_by(5) {
                let says = total(request, &curve.edition, dimension, point.demand);
                assert_eq!((point.total, point.fits), says, "{} {dimension}", card.id);
            }
        }
    });
}

/// The cards as they are, and one whose editions take over from each other.
#[test]
fn at_a_break_even_point_the_order_turns_round() {
    // No edition of the embedded cards overtakes another by price alone: the dearer one does here.
    let mut catalog = ratecard::catalog();
    let mut document = serde_json::to_value(&*catalog.card("chat/2024-07-22").unwrap()).unwrap();
    let charges = document["charges"].as_array_mut().unwrap();
    let overage = charges
        .iter_mut()
        .find(|c| c["id"] == "mau_overage")
        .unwrap();
    overage["price"]["premium"] = "0.005".into();
    let text = document.to_string();
    catalog.add(&from_json(&text).unwrap()).unwrap();
    let card = catalog.card("chat/2024-07-22").unwrap();
    let request = request(&card, 3);
    let found = curves(&catalog, &request, "mau", 100_000, 24).unwrap();
    let [crossing] = &*found.crossings else {
        panic!("{:?}", found.crossings);
    };
    // 399 + 0.015 × n and 699 + 0.005 × n meet at n = 30,000 users above 10,000.
    assert_eq!(crossing.demand, 40_000);
    assert_eq!(
        (&*crossing.below, &*crossing.above),
        ("standard", "premium")
    );
    assert_eq!(crossing.per_month.to_string(), "849");
    for curve in &found.editions {
        let mut at = curve.points.iter();
        let at = at.find(|point| point.demand == crossing.demand).unwrap();
        assert_eq!(at.total, crossing.total, "{}", curve.edition);
        assert!(curve.points.is_sorted_by_key(|point| point.demand));
    }
    let total = |edition: &str, demand| {
        let mut item = request.item.clone();
        item.edition = edition.into();
        let item = item.with_demand("mau", Demand::Steady(demand));
        let one = EstimateRequest {
            as_of: request.as_of,
            start: request.start,
            months: request.months,
            items: vec![item],
        };
        estimate(&catalog, &one).unwrap().items[0].total
    };
    assert!(total("standard", 39_999) < total("premium", 39_999));
    assert_eq!(total("standard", 40_000), total("premium", 40_000));
}

#[test]
fn trials_are_left_out_where_there_is_something_to_buy() {
    each(1, |card, _, _, found| {
        let bought = card.editions.iter().filter(|e| e.trial.is_none()).count();
        let expected = if bought == 0 {
            card.editions.len()
        } else {
            bought
        };
        assert_eq!(found.editions.len(), expected, "{}", card.id);
    });
}

#[test]
fn what_cannot_be_drawn_is_a_fault_or_bounded() {
    let catalog = ratecard::catalog();
    let card = cards().remove(0);
    let request = request(&card, 1);
    let unknown = curves(&catalog, &request, "nothing", 10, 10).unwrap_err();
    assert_eq!(unknown.code(), ratecard::value::Code::UnknownDimension);
    for card in cards() {
        let Some(dimension) = card.dimensions.first() else {
            continue;
        };
        let request = self::request(&card, 1);
        let found = curves(&catalog, &request, &dimension.id, u64::MAX, u32::MAX).unwrap();
        let points = &found.editions[0].points;
        assert!(points.len() <= MAX_STEPS as usize + 1 + 2 * card.editions.len());
        assert_eq!(points.last().unwrap().demand, dimension.max);
        let one = curves(&catalog, &request, &dimension.id, 0, 0).unwrap();
        assert_eq!(one.editions[0].points[0].demand, dimension.min);
    }
}
