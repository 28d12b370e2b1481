//! Rate cards in files: TOML, or JSON by the ending of the name. A document in JSON may be a list of cards.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::api::{ErrorBody, ErrorReply};
use crate::card::{Card, Catalog};
use crate::locale::{PlainEnglish, render};
use crate::toml;
use crate::value::{Code, Fault, Kind, Value, from_json, line_and_column};
use crate::word::{Arg, Word};

/// What is wrong with a file.
pub(super) struct Bad {
    /// The code of the error.
    pub(super) code: &'static str,
    /// The file.
    pub(super) file: String,
    /// The line and the column, where it has a place in a text.
    pub(super) at: Option<(u64, u64)>,
    /// The place in the document.
    pub(super) path: String,
    /// What was expected.
    pub(super) said: String,
}

impl Bad {
    pub(super) fn new(file: &Path, text: &str, fault: &Fault) -> Self {
        Self {
            code: Code::BadRateCard.as_str(),
            file: file.display().to_string(),
            at: Some(line_and_column(text, fault.offset().unwrap_or_default())),
            path: fault.path().to_owned(),
            said: render(fault.word(), &crate::ENGLISH, &PlainEnglish),
        }
    }

    /// What is wrong with a field of a card that can be read.
    pub(super) fn at(file: &Path, text: &str, card: &Value, field: &str, said: String) -> Self {
        let at = card.get(field).map(|value| value.at);
        Self {
            code: Code::BadRateCard.as_str(),
            file: file.display().to_string(),
            at: Some(line_and_column(text, at.unwrap_or_default())),
            path: String::from(field),
            said,
        }
    }

    fn unreadable(file: &Path, error: &io::Error) -> Self {
        let is_text = error.kind() != io::ErrorKind::InvalidData;
        Self {
            code: if is_text {
                super::failure::IO
            } else {
                Code::BadRateCard.as_str()
            },
            file: file.display().to_string(),
            at: None,
            path: String::new(),
            said: error.to_string(),
        }
    }

    /// There is no rate card in a folder, or in a list.
    pub(super) fn empty(place: &Path) -> Self {
        Self {
            code: Code::BadRateCard.as_str(),
            file: place.display().to_string(),
            at: None,
            path: String::new(),
            said: String::from("there is no rate card; expected one in TOML or JSON"),
        }
    }

    /// The file, with the line and the column where there are any, as editors and terminals lead to it.
    pub(super) fn location(&self) -> String {
        match self.at {
            Some((line, column)) => format!("{}:{line}:{column}", self.file),
            None => self.file.clone(),
        }
    }

    /// The error of the JSON interface.
    pub(super) fn to_json(&self) -> String {
        let error = ErrorBody {
            code: self.code,
            path: &self.path,
            message: format!("{}: {}", self.location(), self.said),
        };
        ErrorReply { error }.to_json()
    }
}

/// Adds the cards of files and of folders, in their order; a card of a later place replaces one of its id.
/// Within one place an id stands once: which of two would hold is a matter of names of files.
pub(super) fn add(catalog: &mut Catalog, places: &[PathBuf]) -> Result<(), Bad> {
    for place in places {
        let mut known = Known::default();
        for file in files(place)? {
            let (text, document) = read(&file)?;
            let cards = cards(&document);
            if cards.is_empty() {
                return Err(Bad::empty(&file));
            }
            for (index, card) in cards {
                let added = catalog.add(card);
                let added =
                    added.map_err(|fault| Bad::new(&file, &text, &in_list(fault, index)))?;
                known.add(&file, &text, (index, card), &added)?;
            }
        }
    }
    Ok(())
}

/// The ids of the cards of a place, each with the file in which it stands.
#[derive(Default)]
pub(super) struct Known(BTreeMap<String, PathBuf>);

impl Known {
    /// Takes a card that has been read from a document.
    ///
    /// # Errors
    ///
    /// That there has been one of its id.
    pub(super) fn add(
        &mut self,
        file: &Path,
        text: &str,
        (index, document): (Option<usize>, &Value),
        card: &Card,
    ) -> Result<(), Bad> {
        let first = self.0.insert(card.id.to_string(), file.to_owned());
        let Some(first) = first else { return Ok(()) };
        let word = Word::new("card-twice")
            .with("id", Arg::text(&card.id))
            .with("file", Arg::Text(first.display().to_string()));
        let fault = Fault::new(Code::BadRateCard, word).in_field("id");
        let fault = fault.at(document.place("id"));
        Err(Bad::new(file, text, &in_list(fault, index)))
    }
}

/// The cards of a document, each with its place where the document is a list of them.
pub(super) fn cards(document: &Value) -> Vec<(Option<usize>, &Value)> {
    match &document.kind {
        Kind::List(cards) => cards
            .iter()
            .enumerate()
            .map(|(i, card)| (Some(i), card))
            .collect(),
        _ => vec![(None, document)],
    }
}

/// A fault of a card, seen from the list in which it stands.
pub(super) fn in_list(fault: Fault, index: Option<usize>) -> Fault {
    match index {
        Some(index) => fault.in_entry(index),
        None => fault,
    }
}

/// A file, or the rate cards of a folder in the order of their names.
pub(super) fn files(place: &Path) -> Result<Vec<PathBuf>, Bad> {
    if !place.is_dir() {
        return Ok(vec![place.to_owned()]);
    }
    let unreadable = |error: io::Error| Bad::unreadable(place, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(place).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        // A Mac puts files of its own beside those of a folder: `._card.toml`.
        let is_hidden = file
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let ending = file.extension();
        if !is_hidden && ending.is_some_and(|ending| ending == "toml" || ending == "json") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// The text of a file, and the document that it is; `-` is standard input.
fn read(file: &Path) -> Result<(String, Value), Bad> {
    let (text, document) = read_all(file)?;
    match document {
        Ok(document) => Ok((text, document)),
        Err((fault, _)) => Err(Bad::new(file, &text, &fault)),
    }
}

/// A document, or the first place where a text is none, and the further ones that are known.
pub(super) type Document = Result<Value, (Fault, Vec<Fault>)>;

/// The same, with every place where the text is none.
pub(super) fn read_all(file: &Path) -> Result<(String, Document), Bad> {
    let unreadable = |error: io::Error| Bad::unreadable(file, &error);
    let is_input = file == Path::new("-");
    let text = match is_input {
        true => io::read_to_string(io::stdin().lock()),
        false => fs::read_to_string(file),
    };
    let text = text.map_err(unreadable)?;
    let is_json = match is_input {
        true => looks_like_json(&text),
        false => file.extension().is_some_and(|ending| ending == "json"),
    };
    let document = if is_json {
        from_json(&text).map_err(|fault| (fault, Vec::new()))
    } else {
        toml::read(&text)
    };
    Ok((text, document))
}

/// Whether a text without a name is JSON: an object, or a list of objects. In TOML a bracket begins a table.
fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.strip_prefix('[') {
        Some(list) => list.trim_start().starts_with(['{', ']']),
        None => text.starts_with('{'),
    }
}
