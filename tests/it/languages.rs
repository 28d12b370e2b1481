//! Every language says all that English says, of the program and of every rate card.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use crate::support::languages::{all, read, translated};
use crate::support::source::root;
use ratecard::calendar::Date;
use ratecard::locale::{Format, Locale, PlainEnglish, render, render_marked};
use ratecard::money::{Amount, Currency};
use ratecard::text::{Text, Unit};
use ratecard::value::Value;
use ratecard::word::{Arg, Word};
use ratecard::{CARDS, ENGLISH, LANGUAGES};

/// Sentences that are the same in English and in another language, because they hold no word.
const WITHOUT_WORDS: &[&str] = &["quantity", "rounded", "ui-argument", "ui-quantity-by-price"];

/// Sentences that are the same in a language as in English.
const THE_SAME: &[(&str, &str)] = &[("id", "ui-rate"), ("id", "ui-total")];
/// Labels that are the same, because the language has the word from English: names of products
/// and editions, and terms of the trade.
const SAME_IN: &[(&str, &[&str])] = &[(
    "id",
    &["Chat", "Premium", "Push", "Softphone", "Chatbot", "Desk"],
)];

/// What stands in the places of a sentence: the names outside of optional parts, then those of each
/// optional part, and how many forms each plural has.
#[derive(Debug, Default, PartialEq, Eq)]
struct Places {
    needed: Vec<String>,
    optional: Vec<Vec<String>>,
    forms: Vec<(String, usize)>,
}

fn places(sentence: &str) -> Places {
    let mut places = Places::default();
    let mut rest = sentence;
    let mut within: Option<Vec<String>> = None;
    while let Some(at) = rest.find(['[', ']', '{', '}']) {
        let sign = &rest[at..=at];
        rest = &rest[at + 1..];
        match (sign, &mut within) {
            ("[", None) => within = Some(Vec::new()),
            ("]", Some(names)) => {
                names.sort();
                places.optional.push(std::mem::take(names));
                within = None;
            }
            ("{", names) => {
                let (place, after) = rest.split_once('}').expect("{ is closed");
                rest = after;
                match place.split_once(':') {
                    // Which form a place takes is the language's own affair.
                    Some((name, forms)) => {
                        places.forms.push((name.into(), forms.split('|').count()));
                    }
                    None => match names {
                        Some(names) => names.push(place.into()),
                        None => places.needed.push(place.into()),
                    },
                }
            }
            _ => panic!("{sign} has no counterpart: {sentence}"),
        }
    }
    assert!(within.is_none(), "[ is not closed: {sentence}");
    places.needed.sort();
    places.optional.sort();
    places
}

/// What stands between the braces that `start` opens.
fn object<'a>(script: &'a str, start: &str) -> &'a str {
    let (_, rest) = script.split_once(start).expect(start);
    rest.split_once("};").unwrap().0
}

#[test]
fn the_element_knows_every_language() {
    let tags: BTreeSet<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    assert!(tags.len() > 1 && !tags.contains("en"), "{tags:?}");
    for (tag, json) in LANGUAGES {
        let (locale, _) = read(json);
        assert_eq!(locale.language, *tag);
    }
    let script = fs::read_to_string(root().join("pkg/element/locales.js")).unwrap();

    // By the primary language: `zh: 'zh-CN'`.
    let files = object(&script, "const LANGUAGES = {").split(',');
    let files = files.filter_map(|entry| entry.split_once(':'));
    let files: BTreeSet<&str> = files
        .map(|(primary, tag)| {
            let tag = tag.trim().trim_matches('\'');
            assert_eq!(tag.split('-').next(), Some(primary.trim()));
            tag
        })
        .collect();
    assert_eq!(files, tags);

    let said = object(&script, "const UNAVAILABLE = {").lines();
    let said = said.filter_map(|line| line.split_once(": "));
    let said: BTreeSet<&str> = said.map(|(tag, _)| tag.trim().trim_matches('\'')).collect();
    let all: BTreeSet<&str> = tags.into_iter().chain(["en"]).collect();
    assert_eq!(said, all);
}

#[test]
fn every_language_has_every_sentence() {
    let mut wrong = Vec::new();
    for (locale, _) in all() {
        let language = locale.language;
        for (id, english) in ENGLISH.words {
            let Some(sentence) = locale.sentence(id) else {
                wrong.push(format!("{language}: {id} is missing: {english}"));
                continue;
            };
            let (said, expected) = (places(sentence), places(english));
            if said.needed != expected.needed || said.optional != expected.optional {
                wrong.push(format!("{language}: {id} has other places: {sentence}"));
            }
            let forms = locale.plurals.len();
            if let Some((name, _)) = said.forms.iter().find(|(_, count)| *count != forms) {
                wrong.push(format!(
                    "{language}: {id}: {name} does not have {forms} forms"
                ));
            }
            if sentence.trim() != sentence || sentence.is_empty() {
                wrong.push(format!("{language}: {id} is empty or has blanks around it"));
            }
            // What is nothing but figures and signs has no word to translate.
            let words = sentence.contains(char::is_alphabetic)
                && !WITHOUT_WORDS.contains(id)
                && !THE_SAME.contains(&(language, id));
            if words && sentence == *english {
                wrong.push(format!("{language}: {id} is still English: {english}"));
            }
        }
        for (id, _) in locale.words {
            if ENGLISH.sentence(id).is_none() {
                wrong.push(format!("{language}: {id} is a sentence that English lacks"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_categories_of_plurals_are_those_of_the_language() {
    for (locale, _) in all() {
        // None of them tells one from many; a language that does needs its rule checked here.
        assert_eq!(locale.plurals, ["other"], "{}", locale.language);
    }
}

#[test]
fn every_language_has_every_label_of_every_card() {
    let mut wrong = Vec::new();
    for (locale, labels) in all() {
        let language = locale.language;
        let same = SAME_IN.iter().find(|(tag, _)| *tag == language);
        let same = same.map_or(&[][..], |(_, same)| *same);
        let mut count = 0;
        for card in CARDS {
            for (path, english, said) in translated(card.json, locale, labels) {
                count += 1;
                let at = format!("{language}: {}: {path}", card.id);
                match said {
                    None => wrong.push(format!("{at} is missing: {english}")),
                    Some(said) if said.trim() != said || said.is_empty() => {
                        wrong.push(format!("{at} is empty or has blanks around it"));
                    }
                    Some(said) if said == english && !same.contains(&&*said) => {
                        wrong.push(format!("{at} is still English: {english}"));
                    }
                    Some(_) => {}
                }
            }
        }
        assert!(count > 300, "only {count} labels were found");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The labels of a language that stand in its files, with their paths; `common`, a product or the
/// id of a card first.
fn leaves(node: &Value, path: &[String], found: &mut Vec<(Vec<String>, String)>) {
    if let Some(text) = node.text() {
        found.push((path.to_vec(), text.to_owned()));
    }
    for (key, inner) in node.fields() {
        leaves(inner, &[path, std::slice::from_ref(key)].concat(), found);
    }
}

/// A label at an id that no card has any more would silently never be shown.
#[test]
fn every_label_is_that_of_a_card() {
    let mut wrong = Vec::new();
    for (locale, labels) in all() {
        let mut found = Vec::new();
        leaves(labels, &[], &mut found);
        for (path, text) in found {
            let (of, path) = (&path[0], path[1..].join("."));
            let shown = CARDS.iter().any(|card| {
                let concerned = of == "common" || of == card.product || of == card.id;
                concerned
                    && translated(card.json, locale, labels)
                        .iter()
                        .any(|(known, _, said)| *known == path && said.as_ref() == Some(&text))
            });
            if !shown {
                let language = locale.language;
                wrong.push(format!("{language}: {of}: {path} is shown nowhere: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Chinese and Japanese have signs of their own width; a half-width one beside an ideograph is a
/// slip.
#[test]
fn signs_beside_ideographs_are_of_full_width() {
    let mut wrong = Vec::new();
    for (locale, labels) in all() {
        let mut sentences: Vec<_> = locale.words.iter().map(|(_, s)| (*s).to_owned()).collect();
        let mut found = Vec::new();
        leaves(labels, &[], &mut found);
        sentences.extend(found.into_iter().map(|(_, text)| text));
        for sentence in sentences {
            let letters: Vec<char> = sentence.chars().collect();
            for pair in letters.windows(2) {
                let half = |sign: char| ",;:?!()".contains(sign);
                if (is_ideograph(pair[0]) && half(pair[1]))
                    || (half(pair[0]) && is_ideograph(pair[1]))
                {
                    wrong.push(format!("{}: {sentence}", locale.language));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Numbers as in English, words in another language.
struct In(&'static str);

impl Format for In {
    fn language(&self) -> &str {
        self.0
    }
    fn number(&self, number: u64) -> String {
        PlainEnglish.number(number)
    }
    fn money(&self, amount: Amount, currency: Currency) -> String {
        PlainEnglish.money(amount, currency)
    }
    fn date(&self, date: Date) -> String {
        PlainEnglish.date(date)
    }
    fn plural(&self, language: &str, number: u64) -> &str {
        match (language, number) {
            ("en", 1) => "one",
            _ => "other",
        }
    }
    fn list(&self, things: &[String]) -> String {
        things.join("、")
    }
}

fn months(locale: &Locale, format: &dyn Format, count: u64) -> String {
    let word = Word::new("wrong-length")
        .with("months", Arg::Count(count))
        .with("got", Arg::Count(2));
    render(&word, locale, format)
}

#[test]
fn a_plural_follows_the_language_of_its_sentence() {
    // English sentences with Chinese numbers, as where a sentence is not translated yet.
    assert!(months(&ENGLISH, &In("zh-CN"), 1).contains("the 1 month,"));
    assert!(months(&ENGLISH, &In("zh-CN"), 3).contains("the 3 months,"));
    let chinese = all()
        .into_iter()
        .find(|(locale, _)| locale.language == "zh-CN")
        .unwrap()
        .0;
    assert!(months(&chinese, &In("zh-CN"), 1).contains("1 个月"));
}

#[test]
fn a_unit_follows_its_own_language() {
    let forms = |forms: &[(&str, &str)]| {
        forms
            .iter()
            .map(|(name, form)| ((*name).into(), (*form).into()))
            .collect::<Vec<_>>()
    };
    let english = (
        "en".to_owned(),
        forms(&[("one", "pack"), ("other", "packs")]),
    );
    let unit = Unit::new(vec![english.clone()]);
    assert_eq!(In("zh-CN").unit(&unit, 1), "pack");
    assert_eq!(In("zh-CN").unit(&unit, 2), "packs");
    let japanese = ("ja".to_owned(), forms(&[("other", "個")]));
    let unit = Unit::new(vec![english, japanese]);
    assert_eq!(In("ja-JP").unit(&unit, 1), "個");

    let locales: BTreeMap<_, _> = all()
        .into_iter()
        .map(|(locale, _)| (locale.language, locale))
        .collect();
    let word = Word::new("ui-up-to").with("limit", Arg::Quantity(1_000, unit.into()));
    assert_eq!(render(&word, &locales["ja"], &In("ja")), "最大1,000個");
    // Two languages side by side are kept apart.
    assert_eq!(render(&word, &locales["ja"], &In("en")), "最大1,000 packs");
    let (text, marks) = render_marked(&word, &locales["ja"], &In("en"));
    assert_eq!(&text[marks[0].range.clone()], "1,000 packs");
    assert_eq!(marks[0].language.as_deref(), Some("en"));
    let (_, marks) = render_marked(&word, &locales["ja"], &In("ja-JP"));
    assert_eq!(marks[0].language, None);
}

#[test]
fn a_label_in_another_language_than_its_sentence_is_marked() {
    let text = |german: &str| vec![("en".into(), "Seats".into()), ("de".into(), german.into())];
    let label = Arc::new(Text::new(text("Plätze")));
    let word = Word::new("next-unit-free")
        .with("dimension", Arg::Label("seats".into(), label))
        .with("units", Arg::Count(5));
    let marked = |language: &'static str| {
        let (text, marks) = render_marked(&word, &ENGLISH, &In(language));
        let label = marks.into_iter().find(|mark| mark.exact.is_none())?;
        Some((text.get(label.range)?.to_owned(), label.language?))
    };
    assert_eq!(marked("de-AT"), Some(("Plätze".into(), "de".into())));
    assert_eq!(marked("en"), None);
    assert_eq!(marked("fr"), None);
}
