//! Checks the rate cards and turns them, with the English sentences, into what the program holds.
//!
//! The cards are read by the very code that the program reads them with, included by path because a
//! build script cannot use its own crate. A mistake in a card stops the build with file and line.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a build script may stop, and uses only part of the modules"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/calendar.rs"]
mod calendar;
#[path = "src/card/mod.rs"]
mod card;
#[path = "src/locale/mod.rs"]
mod locale;
#[path = "src/money.rs"]
mod money;
#[path = "src/packs/mod.rs"]
mod packs;
#[path = "src/text.rs"]
mod text;
#[path = "src/toml.rs"]
mod toml;
#[path = "src/value/mod.rs"]
mod value;
#[path = "src/word.rs"]
mod word;

fn main() {
    println!("cargo::rerun-if-changed=cards");
    println!("cargo::rerun-if-changed=locales");
    for module in [
        "calendar.rs",
        "card",
        "locale",
        "money.rs",
        "text.rs",
        "toml.rs",
        "value",
        "word.rs",
    ] {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let english = Sentences::read(Path::new("locales/en.toml"));
    let cards: String = files("cards")
        .iter()
        .map(|path| card_literal(path, &english))
        .collect();
    let generated = format!(
        "/// The project's own rate cards, as files of `cards/`, checked when built.\n\
         pub static CARDS: &[crate::card::Embedded] = &[{cards}];\n\
         /// English, the file `locales/en.toml`.\n\
         pub static ENGLISH: crate::locale::Locale = {};\n",
        english.literal()
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("embedded.rs"), generated).expect("OUT_DIR can be written");
}

/// The TOML files of a folder, in the order of their names.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| stop(folder, 0, &error.to_string()));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| stop(&path.display().to_string(), 0, &error.to_string()))
}

/// A rate card as the source of a value, its JSON without a superfluous byte.
fn card_literal(path: &Path, english: &Sentences) -> String {
    let text = text_of(path);
    let read = toml::from_toml(&text).and_then(|document| card::Card::read(&document));
    let card = match read {
        Ok(card) => card,
        Err(fault) => {
            let (line, _) = value::line_and_column(&text, fault.at.unwrap_or_default());
            let said = locale::render(&fault.word, &english.locale(), &locale::PlainEnglish);
            stop(
                &path.display().to_string(),
                line,
                &format!("{}: {said}", fault.path),
            )
        }
    };
    let json = serde_json::to_string(&card).expect("a card is plain data");
    let effective = card.effective.map(|date| date.to_string());
    format!(
        "crate::card::Embedded {{ id: {:?}, product: {:?}, effective: {:?}, json: {json:?} }},",
        &*card.id,
        &*card.product,
        effective.unwrap_or_default(),
    )
}

/// The sentences of a language.
struct Sentences {
    language: String,
    plurals: Vec<String>,
    words: Vec<(String, String)>,
}

impl Sentences {
    fn read(path: &Path) -> Self {
        let file = path.display().to_string();
        let text = text_of(path);
        let document = toml::from_toml(&text).unwrap_or_else(|fault| {
            let (line, _) = value::line_and_column(&text, fault.at.unwrap_or_default());
            stop(&file, line, &format!("{:?}", fault.word))
        });
        let need = |key: &str| {
            let found = document.get(key);
            found.unwrap_or_else(|| stop(&file, 1, &format!("\"{key}\" is missing")))
        };
        let mut words: Vec<(String, String)> = need("words")
            .present_fields()
            .map(|(id, sentence)| {
                let Some(sentence) = sentence.text() else {
                    let (line, _) = value::line_and_column(&text, sentence.at);
                    stop(&file, line, &format!("{id}: expected a text"))
                };
                (id.to_owned(), sentence.to_owned())
            })
            .collect();
        words.sort();
        let plurals = need("plurals").entries().iter();
        Self {
            language: need("language").text().unwrap_or_default().to_owned(),
            plurals: plurals
                .filter_map(|p| p.text().map(str::to_owned))
                .collect(),
            words,
        }
    }

    /// The sentences as the modules want them; they live as long as the build does.
    fn locale(&self) -> locale::Locale {
        let leak = |text: &String| -> &'static str { Box::leak(text.clone().into_boxed_str()) };
        let words = self.words.iter().map(|(id, word)| (leak(id), leak(word)));
        locale::Locale {
            language: leak(&self.language),
            plurals: Box::leak(self.plurals.iter().map(leak).collect()),
            words: Box::leak(words.collect()),
        }
    }

    fn literal(&self) -> String {
        let mut words = String::new();
        for (id, sentence) in &self.words {
            write!(words, "({id:?}, {sentence:?}),").expect("a text can be written");
        }
        format!(
            "crate::locale::Locale {{ language: {:?}, plurals: &{:?}, words: &[{words}] }}",
            self.language, self.plurals,
        )
    }
}

/// Stops the build with the place of what is wrong.
fn stop(file: &str, line: u64, message: &str) -> ! {
    println!("cargo::error={file}:{line}: {message}");
    process::exit(1)
}
