//! Every language has its own word for a term of the trade, and says that term with no other.
//!
//! `glossary/TAG.toml` has the terms of a language:
//!
//! ```toml
//! [[term]]
//! en = "pack"              # as it stands in English: a whole word, plural too
//! use = ["资源包"]          # at least one of these stands where the English word does
//! never = ["套餐"]          # what would be another term, and does not stand for this one
//! except = ["ui-own-back", "chat.notes.renewing.text"]   # where the English word means something else
//! ```
//!
//! An exception is the id of a sentence, or product and path of a label.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::languages::{all, translated};
use crate::support::source::root;
use ratecard::toml::from_toml;
use ratecard::value::Value;
use ratecard::{CARDS, ENGLISH, LANGUAGES};

/// The terms that every glossary has.
const TERMS: &[&str] = &[
    "allowance",
    "charge",
    "demand",
    "edition",
    "estimate",
    "expire",
    "license",
    "limit",
    "pack",
    "package",
    "pay as you go",
    "plan",
    "prepaid",
    "quota",
    "rate card",
    "refund",
    "renewal",
    "seat",
    "trial",
];

/// A term in English and in a language.
struct Term {
    en: String,
    uses: Vec<String>,
    never: Vec<String>,
    except: Vec<String>,
}

/// What is said in English and in a language, and where.
struct Said {
    at: String,
    english: String,
    translation: String,
}

/// The terms of a document, which has nothing else.
fn terms(document: &Value) -> Vec<Term> {
    let keys = |value: &Value, known: &[&str]| {
        for (key, _) in value.fields() {
            assert!(known.contains(&key.as_str()), "a glossary has no {key}");
        }
    };
    keys(document, &["term"]);
    let list = |term: &Value, key: &str| -> Vec<String> {
        let entries = term.get(key).map_or(&[][..], Value::entries);
        let texts = entries.iter().map(|entry| entry.text().expect(key));
        texts.map(str::to_owned).collect()
    };
    let read = |term: &Value| {
        keys(term, &["en", "use", "never", "except"]);
        Term {
            en: term.get("en").and_then(Value::text).unwrap().to_owned(),
            uses: list(term, "use"),
            never: list(term, "never"),
            except: list(term, "except"),
        }
    };
    let terms = document.get("term").map_or(&[][..], Value::entries);
    terms.iter().map(read).collect()
}

/// The glossary of every language that has one, by its tag.
fn glossaries() -> BTreeMap<String, Vec<Term>> {
    let read = |path: std::path::PathBuf| {
        let tag = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let document = from_toml(&fs::read_to_string(&path).unwrap());
        let document = document.unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        (tag, terms(&document))
    };
    let files = fs::read_dir(root().join("tests/it/glossary")).unwrap();
    files.map(|file| read(file.unwrap().path())).collect()
}

/// All that a language says: the sentences, then the labels of every card.
fn all_said(tag: &str) -> Vec<Said> {
    let languages = all();
    let &(locale, labels) = languages.iter().find(|(l, _)| l.language == tag).unwrap();
    let sentences = ENGLISH.words.iter().filter_map(|(id, english)| {
        Some(Said {
            at: (*id).to_owned(),
            english: (*english).to_owned(),
            translation: locale.sentence(id)?.to_owned(),
        })
    });
    let labels = CARDS.iter().flat_map(|card| {
        let texts = translated(card.json, locale, labels).into_iter();
        texts.filter_map(move |(path, english, translation)| {
            Some(Said {
                at: format!("{}.{path}", card.product),
                english,
                translation: translation?,
            })
        })
    });
    sentences.chain(labels).collect()
}

/// A sentence as it is read: without the names of its places, with every plural form, in small
/// letters.
fn as_read(sentence: &str) -> String {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').unwrap();
        text.push_str(before);
        if let Some((_, forms)) = place.split_once(':') {
            text.push_str(&forms.replace('|', " "));
        }
        rest = after;
    }
    text.push_str(rest);
    text.to_lowercase()
}

/// Whether an English sentence has a term, as whole words, of which the last may be in the plural.
fn has(english: &str, term: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| c != '_' && !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let plural = |word: &str, of: &str| {
        let ending = word.strip_prefix(of);
        let ies = of.strip_suffix('y').map(|stem| format!("{stem}ies"));
        matches!(ending, Some("s" | "es")) || ies.is_some_and(|ies| word == ies)
    };
    let term = words(&term.to_lowercase());
    let (last, before) = term.split_last().unwrap();
    words(&as_read(english)).windows(term.len()).any(|window| {
        let (word, first) = window.split_last().unwrap();
        first == before && (word == last || plural(word, last))
    })
}

/// Which of some words stand in a text. Where one is the beginning of another, the longer one does.
fn found<'a>(text: &str, words: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let here = words
            .iter()
            .filter(|word| rest.starts_with(&word.to_lowercase()));
        let longest = here.max_by_key(|word| word.len()).copied();
        rest = &rest[longest.map_or(letter.len_utf8(), |word| word.to_lowercase().len())..];
        found.extend(longest);
    }
    found
}

fn set(words: &[String]) -> BTreeSet<&str> {
    words.iter().map(String::as_str).collect()
}

/// What is wrong with how a term is said, where it is.
///
/// Other terms of the sentence are said with their own words, whatever those would mean for this one.
fn fault(said: &Said, term: &Term, glossary: &[Term]) -> Option<String> {
    let others = glossary
        .iter()
        .filter(|other| other.en != term.en && has(&said.english, &other.en));
    let others: BTreeSet<&str> = others.flat_map(|other| set(&other.uses)).collect();
    let (uses, never) = (set(&term.uses), set(&term.never));
    let known = &(&uses | &never) | &others;
    let found = found(&as_read(&said.translation), &known);
    let wrong = &(&found & &never) - &others;
    if !wrong.is_empty() {
        return Some(format!("is not {wrong:?}"));
    }
    found
        .is_disjoint(&uses)
        .then(|| format!("is one of {uses:?}"))
}

/// What is wrong with what a language says, and with its glossary.
fn faults(glossary: &[Term], all_said: &[Said]) -> Vec<String> {
    let mut wrong = Vec::new();
    for term in glossary {
        let en = &term.en;
        if term.uses.is_empty() || term.uses.iter().any(|word| term.never.contains(word)) {
            wrong.push(format!("{en} has no word, or one that it never is"));
        }
        let with_term = || all_said.iter().filter(|said| has(&said.english, en));
        if with_term().next().is_none() {
            wrong.push(format!("{en} stands nowhere in English"));
        }
        let mut excused = BTreeSet::new();
        for said in with_term() {
            let Some(fault) = fault(said, term, glossary) else {
                continue;
            };
            if term.except.contains(&said.at) {
                excused.insert(said.at.clone());
            } else {
                let Said {
                    at,
                    english,
                    translation,
                } = said;
                wrong.push(format!("{at}: {en} {fault}: {translation} ({english})"));
            }
        }
        let needless = term.except.iter().filter(|at| !excused.contains(*at));
        wrong.extend(needless.map(|at| format!("{en}: {at} needs no exception")));
    }
    wrong
}

#[test]
fn every_language_has_a_glossary_of_all_terms() {
    let glossaries = glossaries();
    let tags: BTreeSet<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let with_one: BTreeSet<&str> = glossaries.keys().map(String::as_str).collect();
    assert_eq!(with_one, tags, "the languages with a glossary, and all");
    for (tag, glossary) in &glossaries {
        let mut terms: Vec<&str> = glossary.iter().map(|term| &*term.en).collect();
        let missing: Vec<_> = TERMS.iter().filter(|term| !terms.contains(term)).collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
        terms.sort_unstable();
        terms.dedup();
        assert_eq!(terms.len(), glossary.len(), "{tag}: a term stands twice");
    }
}

#[test]
fn every_term_is_said_with_its_own_word() {
    let mut wrong = Vec::new();
    for (tag, glossary) in glossaries() {
        let faults = faults(&glossary, &all_said(&tag));
        wrong.extend(faults.iter().map(|fault| format!("{tag}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_term_is_known_by_whole_words() {
    assert!(has("{packs} {packs:pack|packs}", "pack"));
    assert!(!has("{packs} of {size}", "pack") && !has("A package", "pack"));
    assert!(has("Pay-as-you-go bills", "pay as you go"));
    assert!(has("How many copies", "copy") && !has("one annual_price", "price"));
}

#[test]
fn what_is_said_with_another_word_is_found() {
    let glossary = "
        [[term]]
        en = \"pack\"
        use = [\"套餐包\", \"资源包\"]
        never = [\"套餐\"]
        except = [\"excused\"]
        [[term]]
        en = \"plan\"
        use = [\"套餐\"]
        never = [\"套餐包\"]
    ";
    let glossary = terms(&from_toml(glossary).unwrap());
    let said = |at: &str, english: &str, translation: &str| Said {
        at: at.into(),
        english: english.into(),
        translation: translation.into(),
    };
    let excused = || said("excused", "Packs", "一包");
    let plan = || said("plan", "A plan", "一个套餐");
    let good = [
        excused(),
        plan(),
        said("longer", "A pack", "一个套餐包"),
        said("both", "A plan and packs", "一个套餐和资源包"),
    ];
    assert_eq!(faults(&glossary, &good), [""; 0]);
    for (wrong, expected) in [
        (said("none", "A pack", "一包"), "none: pack is one of"),
        (
            said("other", "{n} {n:pack|packs}", "{n} 个套餐，资源包"),
            "other: pack is not",
        ),
        (
            said("longer", "A plan", "一个套餐包"),
            "longer: plan is not",
        ),
    ] {
        let faults = faults(&glossary, &[excused(), plan(), wrong]);
        assert!(
            faults.len() == 1 && faults[0].starts_with(expected),
            "{faults:?}"
        );
    }
    assert_eq!(
        faults(&glossary, &[excused()]),
        ["plan stands nowhere in English"]
    );
    let needless = [plan(), said("excused", "Packs", "资源包")];
    assert_eq!(
        faults(&glossary, &needless),
        ["pack: excused needs no exception"]
    );
}
