//! The pack planner over the table of large instances.
//!
//! `cargo bench --bench packs` prints the distribution by offer; the last
//! lines name the slowest instances.

#[path = "../tests/packs/table.rs"]
mod table;

use divan::{Bencher, black_box};
use ratecard::engine::packs::cheapest;
use std::time::{Duration, Instant};
use table::Instance;

fn main() {
    divan::main();
    slowest();
}

/// One offer's instances of 36 months, one after the other in turn.
fn in_turn(bencher: Bencher, offer: &str) {
    let all: Vec<Instance> = table::instances()
        .into_iter()
        .filter(|i| i.name.starts_with(offer) && i.needs.len() == 36)
        .collect();
    let mut turn = all.iter().cycle();
    bencher
        .with_inputs(|| turn.next().unwrap())
        .bench_local_refs(|i| cheapest(black_box(&i.needs), black_box(&i.offer)).unwrap());
}

#[divan::bench]
fn outbound(bencher: Bencher) {
    in_turn(bencher, "outbound");
}

#[divan::bench]
fn tollfree(bencher: Bencher) {
    in_turn(bencher, "tollfree");
}

#[divan::bench]
fn messages(bencher: Bencher) {
    in_turn(bencher, "messages");
}

#[divan::bench]
fn minutes(bencher: Bencher) {
    in_turn(bencher, "minutes");
}

/// The median of every instance, worst first, and the median over the table.
fn slowest() {
    let mut times: Vec<(Duration, String)> = table::instances()
        .iter()
        .map(|i| {
            let mut times: Vec<Duration> = (0..11)
                .map(|_| {
                    let began = Instant::now();
                    black_box(cheapest(black_box(&i.needs), black_box(&i.offer)).unwrap());
                    began.elapsed()
                })
                .collect();
            times.sort_unstable();
            (times[times.len() / 2], i.name.clone())
        })
        .collect();
    times.sort_unstable();
    println!(
        "{} instances, median {:?}",
        times.len(),
        times[times.len() / 2].0
    );
    for (time, name) in times.iter().rev().take(8) {
        println!("{time:?} {name}");
    }
}
