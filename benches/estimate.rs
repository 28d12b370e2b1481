//! What an answer takes, beside the same sums in floating point.
//!
//! The peer does what a page would do by hand: it knows the prices, multiplies and adds, and rounds
//! what comes out. It explains nothing, checks nothing and reads no rate card; it is the floor
//! below which no calculator gets.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a benchmark may fail"
)]

use divan::{Bencher, black_box};
use ratecard::api::{Command, answer};
use ratecard::calendar::Date;
use ratecard::engine::{CompareRequest, Demand, EstimateRequest, Item, compare, estimate};

fn main() {
    divan::main();
}

const USERS: u64 = 25_000;

fn today() -> Date {
    Date::parse("2026-11-20").unwrap()
}

fn item() -> Item {
    Item::new("chat", "standard").with_demand("mau", Demand::Steady(USERS))
}

fn request(months: u32) -> EstimateRequest {
    EstimateRequest {
        months,
        ..EstimateRequest::new(today(), item())
    }
}

fn json(months: u32) -> String {
    format!(
        r#"{{"as_of": "2026-11-20", "start": "2026-12-01", "months": {months}, "items": [{{"product": "chat", "edition": "standard", "demand": {{"mau": {USERS}}}}}]}}"#
    )
}

/// An estimate through the Rust interface: the price with its explanations, quotas and advice.
#[divan::bench(args = [1, 12, 36])]
fn typed_estimate(bencher: Bencher, months: u32) {
    let catalog = ratecard::catalog();
    let request = request(months);
    estimate(&catalog, &request).unwrap();
    bencher.bench(|| estimate(black_box(&catalog), black_box(&request)).unwrap());
}

/// Every edition under the same demand.
#[divan::bench(args = [1, 12])]
fn typed_compare(bencher: Bencher, months: u32) {
    let catalog = ratecard::catalog();
    let request = CompareRequest {
        as_of: today(),
        start: today(),
        months,
        item: item(),
    };
    bencher.bench(|| compare(black_box(&catalog), black_box(&request)).unwrap());
}

/// From JSON text to JSON text, as every other door does.
#[divan::bench(args = [1, 12, 36])]
fn json_answer(bencher: Bencher, months: u32) {
    let catalog = ratecard::catalog();
    let request = json(months);
    let day = today();
    bencher.bench(|| {
        answer(
            black_box(&catalog),
            Command::Estimate,
            black_box(&request),
            day,
        )
        .unwrap()
    });
}

/// The first estimate of a program: the card is read and checked before it is asked.
#[divan::bench]
fn cold_catalog_and_first_estimate(bencher: Bencher) {
    let request = request(1);
    bencher.bench(|| estimate(&ratecard::catalog(), black_box(&request)).unwrap());
}

/// The first answer of a program, from JSON text to JSON text.
#[divan::bench]
fn cold_catalog_and_first_json_answer(bencher: Bencher) {
    let request = json(1);
    let day = today();
    bencher.bench(|| {
        answer(
            &ratecard::catalog(),
            Command::Estimate,
            black_box(&request),
            day,
        )
        .unwrap()
    });
}

/// The peer: the same sum in floating point, with the prices written into the program.
#[divan::bench(args = [1, 12, 36])]
fn peer_floating_point(bencher: Bencher, months: u32) {
    bencher.bench(|| floating_point(black_box(USERS), black_box(months)));
}

/// The peer with its sum as JSON text.
#[divan::bench(args = [1, 12, 36])]
fn peer_floating_point_as_json(bencher: Bencher, months: u32) {
    bencher.bench(|| {
        let total = floating_point(black_box(USERS), black_box(months));
        format!(r#"{{"totals":{{"USD":"{total:.2}"}}}}"#)
    });
}

#[allow(clippy::cast_precision_loss, reason = "that is what the peer does")]
fn floating_point(users: u64, months: u32) -> f64 {
    let (plan, included, rate) = (399.0, 10_000, 0.015);
    let mut total = 0.0;
    for _ in 0..months {
        total += plan + users.saturating_sub(included) as f64 * rate;
    }
    (total * 100.0_f64).round() / 100.0
}
