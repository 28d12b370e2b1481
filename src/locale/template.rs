//! Sentences with places for arguments.

use super::{Format, Locale};
use crate::word::{Arg, Word};

/// What a word says in a language.
///
/// A sentence that the locale lacks is told by its id, so that nothing is ever silent.
///
/// ```
/// use ratecard::locale::{PlainEnglish, render};
/// use ratecard::word::{Arg, Word};
///
/// let word = Word::new("wrong-length")
///     .with("months", Arg::Count(3))
///     .with("got", Arg::Count(2));
/// let text = render(&word, &ratecard::ENGLISH, &PlainEnglish);
/// assert_eq!(text, "expected one number for each of the 3 months, got 2");
/// ```
#[must_use]
pub fn render(word: &Word, locale: &Locale, format: &dyn Format) -> String {
    let Some(sentence) = locale.sentence(word.id) else {
        return String::from(word.id);
    };
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        fill(before, word, locale, format, &mut text);
        let (optional, after) = after.split_once(']').unwrap_or((after, ""));
        let start = text.len();
        if !fill(optional, word, locale, format, &mut text) {
            text.truncate(start);
        }
        rest = after;
    }
    fill(rest, word, locale, format, &mut text);
    text
}

/// Adds a part of a sentence with its places filled; `false` where an argument is absent.
fn fill(part: &str, word: &Word, locale: &Locale, format: &dyn Format, text: &mut String) -> bool {
    let mut complete = true;
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, forms) = match place.split_once(':') {
            Some((name, forms)) => (name, Some(forms)),
            None => (place, None),
        };
        match (word.arg(name), forms) {
            (None, _) => complete = false,
            (Some(arg), None) => text.push_str(&write(arg, format)),
            (Some(arg), Some(forms)) => text.push_str(plural(arg, forms, locale, format)),
        }
        rest = after;
    }
    text.push_str(rest);
    complete
}

/// The plural form for a number.
fn plural<'a>(arg: &Arg, forms: &'a str, locale: &Locale, format: &dyn Format) -> &'a str {
    let number = match arg {
        Arg::Count(number) | Arg::Quantity(number, _) => *number,
        _ => 0,
    };
    let category = format.plural(number);
    let index = locale.plurals.iter().position(|known| *known == category);
    index
        .and_then(|index| forms.split('|').nth(index))
        .or_else(|| forms.split('|').next_back())
        .unwrap_or_default()
}

fn write(arg: &Arg, format: &dyn Format) -> String {
    match arg {
        Arg::Count(number) => format.number(*number),
        Arg::Quantity(number, unit) => {
            let unit = unit.get(format.language(), format.plural(*number));
            format!("{} {unit}", format.number(*number))
        }
        Arg::Money(amount, currency) => format.money(*amount, *currency),
        Arg::Date(date) => format.date(*date),
        Arg::Label(_, label) => String::from(label.get(format.language())),
        Arg::Labels(labels) => {
            let texts = labels.iter().map(|(_, label)| label.get(format.language()));
            format.list(&texts.map(String::from).collect::<Vec<_>>())
        }
        Arg::Text(text) => text.clone(),
        Arg::List(things) => format.list(things),
    }
}
