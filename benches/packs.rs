//! The pack planner over the table of large instances.
//!
//! `cargo bench --bench packs` prints the distribution by offer; the last
//! lines name the slowest instances. With `PACKS_SEARCH=1000` in the
//! environment it then looks for demands that take longer, in so many changes
//! to each offer's slowest one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "a test may fail"
)]

#[path = "../tests/packs/table.rs"]
mod table;

use divan::{Bencher, black_box};
use ratecard::packs::{Offer, Tier, cheapest};
use std::time::{Duration, Instant};
use table::Instance;

fn main() {
    divan::main();
    slowest();
    if let Some(rounds) = std::env::var("PACKS_SEARCH")
        .ok()
        .and_then(|n| n.parse().ok())
    {
        search(rounds);
    }
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

/// As fine as the rules allow, every month in a class of its own: no card is
/// like this.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn finest_allowed(bencher: Bencher) {
    let step = 37;
    let tier = |steps, rate| Tier {
        from: steps * step,
        rate,
    };
    let offer = Offer {
        min: 100 * step,
        step,
        tiers: vec![tier(100, 9), tier(2_000, 8), tier(10_000, 7)],
        max: None,
        life: Some(12),
        pay_as_you_go: None,
    };
    let needs: Vec<u64> = (0..36).map(|m| 37 * 20_000 + 1 + m * 37 * 99).collect();
    bencher.bench_local(|| cheapest(black_box(&needs), black_box(&offer)).unwrap());
}

/// The median of every instance, worst first, and the median over the table.
fn slowest() {
    let mut times: Vec<(Duration, String, u64)> = table::instances()
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
            (times[times.len() / 2], i.name.clone(), i.solver_ms)
        })
        .collect();
    times.sort_unstable();
    println!(
        "{} instances, median {:?}",
        times.len(),
        times[times.len() / 2].0
    );
    for (time, name, solver) in times.iter().rev().take(8) {
        println!("{time:?} {name} (solver {solver} ms)");
    }
}

fn time(needs: &[u64], offer: &Offer) -> Duration {
    let once = || {
        let began = Instant::now();
        black_box(cheapest(black_box(needs), black_box(offer)).unwrap());
        began.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap()
}

/// Changes demands at random and keeps what takes longer.
fn search(rounds: u64) {
    let mut seed = 1_u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    for name in ["outbound", "tollfree", "messages", "minutes"] {
        let all = table::instances().into_iter();
        let all = all.filter(|i| i.name.starts_with(name) && i.needs.len() == 36);
        let worst = all.max_by_key(|i| time(&i.needs, &i.offer)).unwrap();
        let (mut needs, mut most) = (worst.needs.clone(), time(&worst.needs, &worst.offer));
        for _ in 0..rounds {
            let mut changed = needs.clone();
            for _ in 0..=random() % 6 {
                let month = random() as usize % changed.len();
                let magnitude = 10_u64.pow((random() % 13) as u32);
                changed[month] = match random() % 4 {
                    0 => 0,
                    1 => changed[(month + 1) % changed.len()],
                    _ => random() % magnitude,
                };
            }
            let taken = time(&changed, &worst.offer);
            if taken > most {
                (needs, most) = (changed, taken);
            }
        }
        println!("{name}: {most:?} for {needs:?}");
    }
}
