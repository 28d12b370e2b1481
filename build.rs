//! Checks the rate cards and turns them, with the languages, into what the program holds.
//!
//! The widget in the browser holds English alone: what the cards and the program say in another
//! language is a file of its own, `OUT_DIR/locales/TAG.json`, which the page loads when it needs it.
//!
//! The cards are read by the very code that the program reads them with, included by path because a
//! build script cannot use its own crate. A mistake in a card stops the build with file and line.

#![allow(
    dead_code,
    unreachable_pub,
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

use serde_json::{Map, Value as Json};

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
#[path = "src/sort.rs"]
mod sort;
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
    // The modules above are part of this program: where one has changed, it is compiled and run anew.
    let english = Sentences::read(Path::new("locales/en.toml"));
    let mut cards = files("cards")
        .iter()
        .map(|path| card(path, &english))
        .collect::<Vec<_>>();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let locales = out.join("locales");
    // What an earlier build has left of a language that is no more.
    let _ = fs::remove_dir_all(&locales);
    fs::create_dir_all(&locales).expect("OUT_DIR can be written");
    let mut languages = String::new();
    for path in files("locales") {
        let language = Sentences::read(&path);
        if language.language == english.language {
            continue;
        }
        let file = locales.join(&language.language).with_extension("json");
        fs::write(&file, language.file(&cards)).expect("OUT_DIR can be written");
        let tag = &language.language;
        // Beside the file that names it: a build folder may be moved.
        write!(
            languages,
            "({tag:?}, include_str!(\"locales/{tag}.json\")),"
        )
        .expect("a text can be written");
    }
    let target = env::var("CARGO_CFG_TARGET_ARCH").expect("cargo sets the target");
    if env::var_os("CARGO_FEATURE_CSR").is_some() && target == "wasm32" {
        cards
            .iter_mut()
            .for_each(|card| english_only(&mut card.json));
    }
    let cards: String = cards.iter().map(Embedded::literal).collect();
    let generated = format!(
        "/// The project's own rate cards, as files of `cards/`, checked when built.\n\
         pub static CARDS: &[crate::card::Embedded] = &[{cards}];\n\
         /// English, the file `locales/en.toml`.\n\
         pub static ENGLISH: crate::locale::Locale = {};\n\
         /// The other languages by BCP 47 tag, each as the file that the widget loads in the browser.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static LANGUAGES: &[(&str, &str)] = &[{languages}];\n",
        english.literal()
    );
    fs::write(out.join("embedded.rs"), generated).expect("OUT_DIR can be written");
}

/// The TOML files of a folder, in the order of their names; none where there is no such folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
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

/// A rate card, and its document without a superfluous byte.
struct Embedded {
    card: card::Card,
    json: Json,
}

fn card(path: &Path, english: &Sentences) -> Embedded {
    let text = text_of(path);
    let read = toml::from_toml(&text).and_then(|document| card::Card::read(&document));
    let card = match read {
        Ok(card) => card,
        Err(fault) => {
            let (line, _) = value::line_and_column(&text, fault.offset().unwrap_or_default());
            let said = locale::render(fault.word(), &english.locale(), &locale::PlainEnglish);
            stop(
                &path.display().to_string(),
                line,
                &format!("{}: {said}", fault.path()),
            )
        }
    };
    let json = serde_json::to_string(&card).expect("a card is plain data");
    let json = serde_json::from_str(&json).expect("what was just written is JSON");
    Embedded { card, json }
}

impl Embedded {
    fn literal(&self) -> String {
        let effective = self.card.effective.map(|date| date.to_string());
        let json = self.json.to_string();
        format!(
            "crate::card::Embedded {{ id: {:?}, product: {:?}, effective: {:?}, json: {json:?} }},",
            &*self.card.id,
            &*self.card.product,
            effective.unwrap_or_default(),
        )
    }
}
/// Leaves every text of a document in English alone.
fn english_only(node: &mut Json) {
    match node {
        Json::Object(texts) if is_text(texts) => texts.retain(|tag, _| tag == text::ENGLISH),
        Json::Object(fields) => fields.values_mut().for_each(english_only),
        Json::Array(entries) => entries.iter_mut().for_each(english_only),
        _ => {}
    }
}

/// Whether this is a text by language.
fn is_text(fields: &Map<String, Json>) -> bool {
    fields.contains_key(text::ENGLISH)
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
            let (line, _) = value::line_and_column(&text, fault.offset().unwrap_or_default());
            stop(&file, line, &format!("{:?}", fault.word()))
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

    /// The file of the language: its sentences, and the labels of the rate cards. Those that a
    /// card has itself are in it, too, unless `locales/` has others.
    fn file(&self, cards: &[Embedded]) -> String {
        let mut labels = Map::new();
        let folder = Path::new("locales").join(&self.language);
        for path in files(&folder.to_string_lossy()) {
            let text = text_of(&path);
            let product = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let document = toml::from_toml(&text).unwrap_or_else(|fault| {
                let (line, _) = value::line_and_column(&text, fault.offset().unwrap_or_default());
                stop(
                    &path.display().to_string(),
                    line,
                    &format!("{:?}", fault.word()),
                )
            });
            let (of_cards, of_product): (Vec<_>, Vec<_>) = document
                .fields()
                .iter()
                .partition(|(key, _)| key.contains('/'));
            for (id, own) in of_cards {
                labels.insert(id.clone(), json(own));
            }
            let of_product = of_product
                .into_iter()
                .map(|(key, own)| (key.clone(), json(own)));
            labels.insert(product, Json::Object(of_product.collect()));
        }
        for card in cards {
            let (id, product) = (&*card.card.id, &*card.card.product);
            for (path, text) in texts(&card.json, &self.language) {
                // What cards of a product have in common is said once.
                let of_product = place(&mut labels, product, &path);
                if of_product.is_null() {
                    *of_product = text;
                } else if *of_product != text {
                    let of_card = place(&mut labels, id, &path);
                    if of_card.is_null() {
                        *of_card = text;
                    }
                }
            }
        }
        let words = self
            .words
            .iter()
            .cloned()
            .map(|(id, word)| (id, Json::String(word)));
        let file = [
            ("language", Json::from(self.language.as_str())),
            ("plurals", Json::from(self.plurals.clone())),
            ("words", Json::Object(words.collect())),
            ("labels", Json::Object(labels)),
        ];
        Json::Object(
            file.map(|(key, value)| (key.to_owned(), value))
                .into_iter()
                .collect(),
        )
        .to_string()
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

/// The texts of a document in a language, each with the ids of what it belongs to. A unit that has
/// one form is that form.
fn texts(node: &Json, language: &str) -> Vec<(Vec<String>, Json)> {
    let under = |key: String, inner: &Json| {
        let found = texts(inner, language).into_iter();
        found.map(move |(mut path, text)| {
            path.insert(0, key.clone());
            (path, text)
        })
    };
    match node {
        Json::Object(fields) if is_text(fields) => {
            let text = fields.get(language).map(|text| match text {
                Json::Object(forms) if forms.len() == 1 => {
                    forms.get("other").unwrap_or(text).clone()
                }
                _ => text.clone(),
            });
            text.into_iter().map(|text| (Vec::new(), text)).collect()
        }
        Json::Object(fields) => {
            let fields = fields.iter();
            fields
                .flat_map(|(key, inner)| under(key.clone(), inner))
                .collect()
        }
        Json::Array(entries) => {
            let entries = entries.iter().enumerate();
            let keyed = entries.map(|(index, entry)| {
                // A text by language may have `id` as well: Indonesian.
                let id = entry
                    .get("id")
                    .filter(|_| entry.get(text::ENGLISH).is_none());
                let id = id.and_then(Json::as_str);
                (id.map_or_else(|| index.to_string(), str::to_owned), entry)
            });
            keyed.flat_map(|(key, entry)| under(key, entry)).collect()
        }
        _ => Vec::new(),
    }
}

/// The place of a label among all; null where there is none yet.
fn place<'a>(labels: &'a mut Map<String, Json>, root: &str, path: &[String]) -> &'a mut Json {
    let mut node = labels
        .entry(root.to_owned())
        .or_insert(Json::Object(Map::new()));
    for step in path {
        if node.is_null() {
            *node = Json::Object(Map::new());
        }
        let fields = node
            .as_object_mut()
            .expect("ids lead to labels, labels nowhere");
        node = fields.entry(step.clone()).or_insert(Json::Null);
    }
    node
}

/// A document of labels as JSON.
fn json(value: &value::Value) -> Json {
    match &value.kind {
        value::Kind::String(text) => Json::String(text.clone()),
        value::Kind::Object(fields) => {
            let fields = fields.iter();
            Json::Object(
                fields
                    .map(|(key, inner)| (key.clone(), json(inner)))
                    .collect(),
            )
        }
        _ => panic!("labels are texts by id"),
    }
}

/// Stops the build with the place of what is wrong.
fn stop(file: &str, line: u64, message: &str) -> ! {
    println!("cargo::error={file}:{line}: {message}");
    process::exit(1)
}
