//! `ratecard check`: what the build checks, for files that are still being written.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{FAILURE, complain};
use crate::card::Card;
use crate::locale::{PlainEnglish, render};
use crate::toml::from_toml;
use crate::value::{Fault, from_json, line_and_column};

/// Checks every file and says what is wrong with each, as `file:line: place: what`.
pub(super) fn run(files: &[PathBuf]) -> ExitCode {
    let mut failed = false;
    for path in files {
        match check(path) {
            Ok(card) => {
                let said = format!(
                    "{}: {} is a rate card: {} editions, {} dimensions, {} charges, {} features",
                    path.display(),
                    card.id,
                    card.editions.len(),
                    card.dimensions.len(),
                    card.charges.len(),
                    card.features.len(),
                );
                // Where nobody listens, the exit status still tells.
                let _ = writeln!(io::stdout().lock(), "{said}");
            }
            Err(message) => {
                failed = true;
                complain(&message);
            }
        }
    }
    if failed {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    }
}

fn check(path: &Path) -> Result<Card, String> {
    let file = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let document = if is_json {
        from_json(&text)
    } else {
        from_toml(&text)
    };
    document
        .and_then(|document| Card::read(&document))
        .map_err(|fault| describe(path, &text, &fault))
}

fn describe(path: &Path, text: &str, fault: &Fault) -> String {
    let (line, _) = line_and_column(text, fault.at.unwrap_or_default());
    let said = render(&fault.word, &crate::ENGLISH, &PlainEnglish);
    let place = if fault.path.is_empty() {
        String::new()
    } else {
        format!("{}: ", fault.path)
    };
    format!("{}:{line}: {place}{said}", path.display())
}
