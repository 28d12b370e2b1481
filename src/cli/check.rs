//! `ratecard check`: what the build checks, for files that are still being written.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::cards::{self, Bad};
use super::coverage::{self, Coverage};
use super::currencies;
use super::{FAILURE, complain};
use crate::card::Card;

/// What to print beside the faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// A line for each card.
    Summary,
    /// A table of its figures with their sources.
    Coverage,
    /// The same as JSON.
    CoverageJson,
}

/// Checks the cards of every file and folder, and says what is wrong with each, as `file:line: place: what`.
pub(super) fn run(places: &[PathBuf], print: Print) -> ExitCode {
    let mut failed = false;
    let mut covered = Vec::new();
    for checked in places
        .iter()
        .flat_map(|place| check_place(place, print, &mut covered))
    {
        match checked {
            Ok(checked) => {
                for warning in &checked.warnings {
                    complain(&format!(
                        "{}: warning: {}: {}",
                        warning.file, warning.path, warning.said
                    ));
                }
                if print != Print::CoverageJson {
                    say(&checked.summary);
                }
            }
            Err(bad) => {
                failed = true;
                let place = if bad.path.is_empty() {
                    String::new()
                } else {
                    format!("{}: ", bad.path)
                };
                complain(&format!("{}: {place}{}", bad.file, bad.said));
            }
        }
    }
    if print == Print::Coverage {
        for coverage in &covered {
            failed |= coverage.lacks_a_source();
            say(&coverage.table());
        }
    }
    if print == Print::CoverageJson {
        failed |= covered.iter().any(Coverage::lacks_a_source);
        say(&coverage::json(&covered));
    }
    if failed {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    }
}

/// A card without faults, and what is strange about it all the same.
struct Checked {
    summary: String,
    warnings: Vec<Bad>,
}

/// The cards of a file or a folder, or what is wrong with each.
fn check_place(
    place: &Path,
    print: Print,
    covered: &mut Vec<Coverage>,
) -> Vec<Result<Checked, Bad>> {
    match cards::files(place) {
        Ok(files) if files.is_empty() => vec![Err(Bad::empty(place))],
        Ok(files) => {
            let mut known = cards::Known::default();
            let checked = files.iter();
            checked
                .flat_map(|file| check_file(file, print, covered, &mut known))
                .collect()
        }
        Err(bad) => vec![Err(bad)],
    }
}

fn check_file(
    file: &Path,
    print: Print,
    covered: &mut Vec<Coverage>,
    known: &mut cards::Known,
) -> Vec<Result<Checked, Bad>> {
    let (text, document) = match cards::read(file) {
        Ok(read) => read,
        Err(bad) => return vec![Err(bad)],
    };
    let cards = cards::cards(&document);
    if cards.is_empty() {
        return vec![Err(Bad::empty(file))];
    }
    let mut checked = Vec::new();
    for (index, document) in cards {
        if print != Print::Summary {
            covered.push(Coverage::new(file, document));
        }
        let card = cards::card(file, &text, index, document);
        let card = card.and_then(|card| match currencies::is_known(card.currency.code()) {
            true => Ok(card),
            false => {
                let said = format!("no currency of ISO 4217 has the code {}", card.currency);
                Err(Bad::at(file, &text, document, "currency", said))
            }
        });
        let card = card.and_then(|card| {
            known.add(file, &text, (index, document), &card)?;
            Ok(card)
        });
        checked.push(card.map(|card| Checked {
            summary: summary(file, &card),
            warnings: cards::warnings(file, &text, document, &card),
        }));
    }
    checked
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
