//! `ratecard check`: what the build checks, for files that are still being written.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::cards::{self, Bad};
use super::coverage::{self, Coverage};
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

/// Checks every file and says what is wrong with each, as `file:line: place: what`.
pub(super) fn run(files: &[PathBuf], print: Print) -> ExitCode {
    let mut failed = false;
    let mut covered = Vec::new();
    for file in files {
        match check(file, print, &mut covered) {
            Ok(checked) => {
                for warning in &checked.warnings {
                    complain(&format!(
                        "{}: warning: {}: {}",
                        warning.file, warning.path, warning.said
                    ));
                }
                if print != Print::CoverageJson {
                    say(&summary(file, &checked.card));
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
        if print == Print::Coverage {
            for coverage in covered.drain(..) {
                failed |= coverage.lacks_a_source();
                say(&coverage.table());
            }
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
    card: Card,
    warnings: Vec<Bad>,
}

fn check(file: &Path, print: Print, covered: &mut Vec<Coverage>) -> Result<Checked, Bad> {
    let (text, document) = cards::read(file)?;
    if print != Print::Summary {
        covered.push(Coverage::new(file, &document));
    }
    let card = cards::card(file, &text, &document)?;
    let warnings = cards::warnings(file, &text, &document, &card);
    Ok(Checked { card, warnings })
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
