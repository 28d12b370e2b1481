//! Rate cards in files: TOML, or JSON by the ending of the name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::api::{ErrorBody, ErrorReply};
use crate::card::{self, Card, Catalog};
use crate::locale::{PlainEnglish, render};
use crate::toml::from_toml;
use crate::value::{Code, Fault, Value, from_json, line_and_column};

/// What is wrong with a file.
pub(super) struct Bad {
    /// The file with the line, where there is one.
    pub(super) file: String,
    /// The place in the card.
    pub(super) path: String,
    /// What was expected.
    pub(super) said: String,
}

impl Bad {
    fn new(file: &Path, text: &str, fault: &Fault) -> Self {
        let (line, _) = line_and_column(text, fault.offset().unwrap_or_default());
        Self {
            file: format!("{}:{line}", file.display()),
            path: fault.path().to_owned(),
            said: render(fault.word(), &crate::ENGLISH, &PlainEnglish),
        }
    }

    fn unreadable(file: &Path, error: &std::io::Error) -> Self {
        Self {
            file: file.display().to_string(),
            path: String::new(),
            said: error.to_string(),
        }
    }

    /// The error of the JSON interface.
    pub(super) fn to_json(&self) -> String {
        let error = ErrorBody {
            code: Code::BadRateCard.as_str(),
            path: &self.path,
            message: format!("{}: {}", self.file, self.said),
        };
        ErrorReply { error }.to_json()
    }
}

/// Adds the cards of files and of folders, in their order; a later card replaces one of its id.
pub(super) fn add(catalog: &mut Catalog, places: &[PathBuf]) -> Result<(), Bad> {
    for place in places {
        for file in files(place)? {
            let (text, document) = read(&file)?;
            let added = catalog.add(&document);
            added.map_err(|fault| Bad::new(&file, &text, &fault))?;
        }
    }
    Ok(())
}

/// A file, or the rate cards of a folder in the order of their names.
fn files(place: &Path) -> Result<Vec<PathBuf>, Bad> {
    if !place.is_dir() {
        return Ok(vec![place.to_owned()]);
    }
    let unreadable = |error: std::io::Error| Bad::unreadable(place, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(place).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let ending = file.extension();
        if ending.is_some_and(|ending| ending == "toml" || ending == "json") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// The text of a file, and the document that it is.
pub(super) fn read(file: &Path) -> Result<(String, Value), Bad> {
    let text = fs::read_to_string(file).map_err(|error| Bad::unreadable(file, &error))?;
    let is_json = file.extension().is_some_and(|ending| ending == "json");
    let document = if is_json {
        from_json(&text)
    } else {
        from_toml(&text)
    };
    match document {
        Ok(document) => Ok((text, document)),
        Err(fault) => Err(Bad::new(file, &text, &fault)),
    }
}

/// The card that a document is.
pub(super) fn card(file: &Path, text: &str, document: &Value) -> Result<Card, Bad> {
    Card::read(document).map_err(|fault| Bad::new(file, text, &fault))
}

/// What is strange about the card that a document is.
pub(super) fn warnings(file: &Path, text: &str, document: &Value, card: &Card) -> Vec<Bad> {
    let warnings = card::warnings(card).into_iter();
    let placed = warnings.map(|fault| {
        let at = document.place(fault.path());
        fault.at(at)
    });
    placed.map(|fault| Bad::new(file, text, &fault)).collect()
}
