//! The slowest rate card and request that are accepted, and those that take the most memory, by search.
//!
//! Numbers that make a card and a request are changed as long as the answer takes longer or more memory: a
//! hill is climbed, and then another. Each candidate is asked in a process of its own, which is ended where
//! it takes too long, and whose memory is its own; time is that of the processor, so that it does not matter
//! what else the machine does. What was found is left in `target/slowest/`.
//!
//! ```sh
//! cargo bench --no-default-features --bench slowest -- 10       # minutes; a second number is the seed
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "a benchmark may fail"
)]

mod card;
mod genes;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use genes::{Dice, Genome};
use ratecard::api::{Command as Question, answer};
use ratecard::calendar::Date;
use ratecard::card::Catalog;
use ratecard::value::from_json;
use serde_json::Value;

/// How long a candidate may take by the clock.
const LONGEST: Duration = Duration::from_secs(60);

/// How many changes in a row bring nothing before another hill is climbed.
const PATIENCE: u32 = 60;

/// The argument with which the program asks one candidate.
const ASK: &str = "--ask";

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    match arguments.as_slice() {
        [ask, file] if ask == ASK => ask_one(Path::new(file)),
        _ => {
            let number = |at: usize| arguments.get(at).and_then(|number| number.parse().ok());
            search(number(0).unwrap_or(1), number(1).unwrap_or(1));
        }
    }
}

/// What an answer takes.
#[derive(Clone, Copy, Default)]
struct Taken {
    /// Processor time of reading the card and of the answer, in milliseconds.
    card: f64,
    answer: f64,
    /// Memory at its most above what the texts of card and request take, in kilobytes.
    memory: f64,
    /// The length of the reply in kilobytes.
    reply: f64,
    is_accepted: bool,
}

/// Asks a candidate, and prints what that takes.
fn ask_one(file: &Path) {
    let candidate: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let card = candidate["card"].to_string();
    let request = candidate["request"].to_string();
    let question = Question::from_name(candidate["command"].as_str().unwrap()).unwrap();
    drop(candidate);
    // From here on the most memory is counted anew, where the system can do that.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = status("VmRSS:");
    let began = processor();
    let mut catalog = Catalog::new(&[]);
    // A text that is too long is refused as a card is.
    let added = from_json(&card).and_then(|card| catalog.add(&card).map(|_| ()));
    let read = processor();
    let reply = match added {
        Ok(()) => answer(&catalog, question, &request, Date::FIRST),
        Err(fault) => Err(fault.to_string()),
    };
    let answered = processor();
    let memory = status("VmHWM:") - before;
    println!(
        "{} {} {memory} {} {}",
        read - began,
        answered - read,
        reply.as_ref().map_or(0, String::len) as f64 / 1024.0,
        u8::from(reply.is_ok()),
    );
    if let (Err(error), Some(_)) = (reply, std::env::var_os("SLOWEST_VERBOSE")) {
        println!("{error}");
    }
}

/// Milliseconds that this program has had the processor.
fn processor() -> f64 {
    let spent = fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = spent.and_then(|spent| spent.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e6
}

/// A line of what the system says of this program, in kilobytes.
fn status(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.trim().split(' ').next()?.parse().ok());
    number.unwrap_or_default()
}

/// What is looked for the most of.
struct Goal {
    name: &'static str,
    unit: &'static str,
    of: fn(&Taken) -> f64,
}

const GOALS: [Goal; 4] = [
    Goal {
        name: "answer",
        unit: "ms",
        of: |taken| taken.answer,
    },
    Goal {
        name: "memory",
        unit: "kB",
        of: |taken| taken.memory,
    },
    Goal {
        name: "card",
        unit: "ms",
        of: |taken| taken.card,
    },
    Goal {
        name: "refusal",
        unit: "ms",
        of: |taken| taken.card + taken.answer,
    },
];

impl Goal {
    /// What a candidate is worth: nothing, where another kind of answer is looked for.
    fn worth(&self, taken: &Taken) -> f64 {
        let wants_refusal = self.name == "refusal";
        if taken.is_accepted == wants_refusal {
            return 0.0;
        }
        (self.of)(taken)
    }
}

fn search(minutes: u64, seed: u64) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/slowest");
    fs::create_dir_all(&folder).unwrap();
    let mut dice = Dice(seed);
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let mut best: [Option<(f64, Genome, Taken)>; GOALS.len()] = Default::default();
    let (mut tried, mut accepted) = (0_u32, 0_u32);
    let mut hill = 0;
    while Instant::now() < end {
        let goal = &GOALS[hill % GOALS.len()];
        let best = &mut best[hill % GOALS.len()];
        hill += 1;
        let mut genome = Genome::random(&mut dice);
        let (mut worth, mut vain) = (0.0, 0);
        while vain < PATIENCE && Instant::now() < end {
            let candidate = genome.neighbour(&mut dice);
            let taken = ask(&folder, &candidate);
            tried += 1;
            accepted += u32::from(taken.is_accepted);
            let found = goal.worth(&taken);
            vain += 1;
            if found >= worth {
                // A flat stretch is walked on, too.
                vain = if found > worth * 1.02 { 0 } else { vain };
                (genome, worth) = (candidate, found);
            }
            if best.as_ref().is_none_or(|(most, ..)| found > *most) {
                *best = Some((found, genome.clone(), taken));
                let document = document(&genome).to_string();
                fs::write(folder.join(goal.name).with_extension("json"), document).unwrap();
            }
        }
    }
    println!("{tried} candidates, {accepted} accepted, {hill} hills");
    for (goal, best) in GOALS.iter().zip(best) {
        if let Some((most, genome, taken)) = best {
            println!(
                "{}: {most:.0} {} (card {:.0} ms, answer {:.0} ms, {:.0} kB, reply {:.0} kB)\n  {}",
                goal.name,
                goal.unit,
                taken.card,
                taken.answer,
                taken.memory,
                taken.reply,
                genome.by_name()
            );
        }
    }
}

/// The card and the request of a candidate.
fn document(genome: &Genome) -> Value {
    let (command, request) = card::request(genome);
    serde_json::json!({"card": card::card(genome), "command": command, "request": request})
}

/// What a candidate takes, asked in a process of its own; what takes too long has taken that long.
fn ask(folder: &Path, genome: &Genome) -> Taken {
    let file = folder.join("candidate.json");
    fs::write(&file, document(genome).to_string()).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg(ASK)
        .arg(&file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = child.stdout.take().unwrap();
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let mut said = String::new();
        let _ = output.read_to_string(&mut said);
        tell.send(said)
    });
    let Ok(said) = told.recv_timeout(LONGEST) else {
        child.kill().unwrap();
        child.wait().unwrap();
        return Taken {
            answer: LONGEST.as_secs_f64() * 1e3,
            is_accepted: true,
            ..Taken::default()
        };
    };
    child.wait().unwrap();
    let numbers: Vec<f64> = said
        .split_whitespace()
        .filter_map(|n| n.parse().ok())
        .collect();
    match numbers.as_slice() {
        [card, answer, memory, reply, accepted, ..] => Taken {
            card: *card,
            answer: *answer,
            memory: *memory,
            reply: *reply,
            is_accepted: *accepted == 1.0,
        },
        // It has fallen: that would be the worst of all.
        _ => panic!("{said}: {}", genome.by_name()),
    }
}
