//! `ratecard check`: what the build checks, for files that are still being written, and all of it at once.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::cards::{self, Bad};
use super::coverage::Coverage;
use super::currencies;
use super::{FAILURE, complain};
use crate::card::Card;
use crate::diagnostics::{Severity, by_id, diagnose};
use crate::value::Value;

/// What to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Print {
    /// The figures of each card with their sources, too.
    pub coverage: bool,
    /// JSON instead of lines for people.
    pub json: bool,
}

/// What is said of a card, or of a file that holds none.
#[derive(Serialize)]
struct Report {
    file: String,
    rate_card: Option<String>,
    /// What a good card has, for people.
    #[serde(skip)]
    summary: Option<String>,
    faults: Vec<Told>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<Coverage>,
}

/// A fault or a warning.
#[derive(Serialize)]
struct Told {
    #[serde(skip)]
    location: String,
    line: Option<u64>,
    column: Option<u64>,
    severity: &'static str,
    code: &'static str,
    /// The place as all errors name it.
    path: String,
    /// The place by the ids of what it lies in.
    place: String,
    message: String,
}

/// The severity of what makes a card useless.
const ERROR: &str = "error";

/// The severity of what a card hardly means.
const WARNING: &str = "warning";

/// Checks the cards of every file and folder, and says all that is wrong with each, as
/// `file:line:column: place: what`, in the order of the file.
pub(super) fn run(places: &[PathBuf], print: Print) -> ExitCode {
    let reports = places.iter().flat_map(|place| of_place(place, print));
    let reports: Vec<Report> = reports.collect();
    if print.json {
        // Plain data serialises without fail.
        say(&serde_json::to_string(&reports).unwrap_or_default());
    } else {
        for report in &reports {
            report.tell();
        }
        let figures = reports.iter().filter_map(|report| report.figures.as_ref());
        figures.for_each(|figures| say(&figures.table()));
    }
    if reports.iter().any(Report::is_bad) {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    }
}

impl Report {
    /// Of what holds no card: a file that cannot be read, or is empty.
    fn without_card(file: &Path, faults: Vec<Bad>) -> Self {
        let faults = faults.into_iter();
        Self {
            file: file.display().to_string(),
            rate_card: None,
            summary: None,
            faults: faults
                .map(|bad| Told::new(bad.path.clone(), ERROR, bad))
                .collect(),
            figures: None,
        }
    }

    fn tell(&self) {
        for told in &self.faults {
            let warning = if told.severity == WARNING {
                "warning: "
            } else {
                ""
            };
            let place = match told.place.as_str() {
                "" => String::new(),
                place => format!("{place}: "),
            };
            complain(&format!(
                "{}: {warning}{place}{}",
                told.location, told.message
            ));
        }
        if let Some(summary) = &self.summary {
            say(summary);
        }
    }

    fn is_bad(&self) -> bool {
        let mut faults = self.faults.iter();
        faults.any(|told| told.severity == ERROR)
            || self.figures.as_ref().is_some_and(Coverage::lacks_a_source)
    }
}

impl Told {
    fn new(place: String, severity: &'static str, bad: Bad) -> Self {
        Self {
            location: bad.location(),
            line: bad.at.map(|(line, _)| line),
            column: bad.at.map(|(_, column)| column),
            severity,
            code: bad.code,
            path: bad.path,
            place,
            message: bad.said,
        }
    }
}

/// What is said of the cards of a file or a folder.
fn of_place(place: &Path, print: Print) -> Vec<Report> {
    match cards::files(place) {
        Ok(files) if files.is_empty() => {
            vec![Report::without_card(place, vec![Bad::empty(place)])]
        }
        Ok(files) => {
            let files = files.iter();
            let mut known = cards::Known::default();
            files
                .flat_map(|file| of_file(file, print, &mut known))
                .collect()
        }
        Err(bad) => vec![Report::without_card(place, vec![bad])],
    }
}

fn of_file(file: &Path, print: Print, known: &mut cards::Known) -> Vec<Report> {
    let (text, document) = match cards::read_all(file) {
        Ok((text, Ok(document))) => (text, document),
        Ok((text, Err((first, others)))) => {
            let faults = std::iter::once(first).chain(others);
            let faults = faults.map(|fault| Bad::new(file, &text, &fault)).collect();
            return vec![Report::without_card(file, faults)];
        }
        Err(bad) => return vec![Report::without_card(file, vec![bad])],
    };
    let cards = cards::cards(&document);
    if cards.is_empty() {
        return vec![Report::without_card(file, vec![Bad::empty(file)])];
    }
    let cards = cards.into_iter();
    cards
        .map(|(index, card)| {
            let mut faults = of_card(file, &text, &document, index, card);
            let is_good = faults.iter().all(|told| told.severity != ERROR);
            let read = is_good.then(|| Card::read(card).ok()).flatten();
            let known = read
                .as_ref()
                .map(|read| known.add(file, &text, (index, card), read));
            if let Some(Err(twice)) = known {
                faults.push(Told::new(by_id(&document, &twice.path), ERROR, twice));
            }
            Report {
                file: file.display().to_string(),
                rate_card: card.get("id").and_then(Value::text).map(String::from),
                summary: read.map(|card| summary(file, &card)),
                faults,
                figures: print.coverage.then(|| Coverage::new(card)),
            }
        })
        .collect()
}

/// All that is said of a card of a document.
fn of_card(
    file: &Path,
    text: &str,
    document: &Value,
    index: Option<usize>,
    card: &Value,
) -> Vec<Told> {
    let found = diagnose(card).into_iter().map(|found| {
        let bad = Bad::new(file, text, &cards::in_list(found.fault, index));
        let severity = match found.severity {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
        };
        Told::new(by_id(document, &bad.path), severity, bad)
    });
    let mut faults: Vec<Told> = found.collect();
    let code = card.get("currency").and_then(Value::text);
    let is_told = faults.iter().any(|told| told.path.ends_with("currency"));
    if let Some(code) = code.filter(|code| !currencies::is_known(code) && !is_told) {
        let said = format!("no currency of ISO 4217 has the code {code}");
        let mut bad = Bad::at(file, text, card, "currency", said);
        if let Some(index) = index {
            bad.path = format!("[{index}].{}", bad.path);
        }
        faults.push(Told::new(by_id(document, &bad.path), ERROR, bad));
        faults.sort_by_key(|told| (told.line, told.column));
    }
    faults
}

fn summary(file: &Path, card: &Card) -> String {
    format!(
        "{}: {} is a rate card: {} editions, {} dimensions, {} charges, {} features",
        file.display(),
        card.id,
        card.editions.len(),
        card.dimensions.len(),
        card.charges.len(),
        card.features.len(),
    )
}

/// Says something on standard output; where nobody listens, the exit status still tells.
fn say(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{text}");
}
