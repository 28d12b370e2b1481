//! Every word that the program says has an English sentence, and every sentence is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::source::{self, Source};
use ratecard::ENGLISH;

/// Literals that look like words but are names of the card format or of a rule of its packs.
const NO_WORDS: &[&str] = &["contact-sales", "per-month", "per-unit", "tier-order"];

fn sentences() -> BTreeMap<&'static str, &'static str> {
    ENGLISH.words.iter().copied().collect()
}

/// What stands between the parenthesis that opens at `open` and the one that closes it.
fn within(code: &str, open: usize) -> std::ops::Range<usize> {
    let mut depth = 0_usize;
    for (index, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open..index;
        }
    }
    panic!("a parenthesis is not closed")
}

/// The ids that a file gives to `Word::new` as literals.
fn said_outright(source: &Source) -> BTreeSet<&str> {
    let calls = source.code.match_indices("Word::new(");
    let ranges: Vec<_> = calls
        .map(|(at, call)| within(&source.code, at + call.len() - 1))
        .collect();
    let literals = source.literals.iter();
    literals
        .filter(|literal| ranges.iter().any(|range| range.contains(&literal.at)))
        .map(|literal| literal.text.as_str())
        .collect()
}

#[test]
fn every_word_has_a_sentence() {
    let sentences = sentences();
    let sources = source::all();
    let mut said = 0;
    for source in &sources {
        for id in said_outright(source) {
            said += 1;
            assert!(
                sentences.contains_key(id),
                "{}: \"{id}\" has no sentence",
                source.path
            );
        }
    }
    assert!(said > 30, "only {said} words were found");
}

/// Where the id is chosen before it is said, its literal stands elsewhere in the file. Those are
/// known by how they begin: `want-…`, `unknown-…`, `tier-…`, as at least three sentences do.
#[test]
fn every_word_of_a_family_has_a_sentence() {
    let sentences = sentences();
    let family = |id: &str| match id.split_once('-') {
        Some((family, rest)) if !rest.is_empty() => Some(family.to_owned()),
        _ => None,
    };
    let mut families: BTreeMap<String, usize> = BTreeMap::new();
    for id in sentences.keys() {
        if let Some(family) = family(id) {
            *families.entry(family).or_default() += 1;
        }
    }
    let is_family = |id: &str| {
        let is_id = id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        is_id && family(id).is_some_and(|family| families.get(&family).is_some_and(|&n| n >= 3))
    };
    let mut said = 0;
    for source in source::all() {
        for literal in source
            .literals
            .iter()
            .filter(|literal| is_family(&literal.text))
        {
            said += 1;
            let id = literal.text.as_str();
            let known = sentences.contains_key(id) || NO_WORDS.contains(&id);
            assert!(known, "{}: \"{id}\" has no sentence", source.path);
        }
    }
    assert!(said > 50, "only {said} words were found");
}

#[test]
fn every_sentence_is_said() {
    let sources = source::all();
    let literals: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| &source.literals)
        .map(|literal| literal.text.as_str())
        .collect();
    let never: Vec<_> = sentences()
        .into_keys()
        .filter(|id| !literals.contains(id))
        .collect();
    assert!(never.is_empty(), "nothing says {never:?}");
}

/// `{name}`, `{name:one|other}`, `[ … ]` around what may be absent; nothing else.
#[test]
fn every_sentence_is_well_made() {
    let plurals = ENGLISH.plurals.len();
    assert!(plurals >= 2);
    for (id, sentence) in sentences() {
        assert!(
            !sentence.trim().is_empty() && sentence.trim() == sentence,
            "{id}"
        );
        let mut open: Option<char> = None;
        let mut optional = false;
        let mut place = String::new();
        for letter in sentence.chars() {
            match (letter, open) {
                ('{', None) => {
                    open = Some('{');
                    place.clear();
                }
                ('}', Some('{')) => {
                    open = None;
                    let (name, forms) = place.split_once(':').unwrap_or((&place, ""));
                    assert!(
                        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()),
                        "{id}: {{{place}}}"
                    );
                    let forms = forms.split('|').filter(|form| !form.is_empty()).count();
                    assert!([0, plurals].contains(&forms), "{id}: {{{place}}}");
                }
                (_, Some('{')) => {
                    assert!(!"{[]".contains(letter), "{id}: {{{place}");
                    place.push(letter);
                }
                ('[', None) => {
                    assert!(!optional, "{id}: optional parts do not nest");
                    optional = true;
                }
                (']', None) => {
                    assert!(optional, "{id}: ] without [");
                    optional = false;
                }
                ('}', None) => panic!("{id}: }} without {{"),
                _ => {}
            }
        }
        assert!(open.is_none() && !optional, "{id}: something is not closed");
    }
}

/// A sentence is found by halving: the list must be in order, each id once.
#[test]
fn sentences_are_in_order() {
    assert!(
        ENGLISH
            .words
            .is_sorted_by(|(one, _), (other, _)| one < other)
    );
    assert_eq!(ENGLISH.language, "en");
}
