//! Sentences with places for arguments.

use core::ops::Range;

use super::{Format, Locale};
use crate::money::{Amount, Currency};
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
    write_out(word, locale, format, None)
}

/// Where a figure stands in a text and what it is exactly, or where a label stands that is in another
/// language than the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark {
    /// The bytes of the text that show it.
    pub range: Range<usize>,
    /// The name of the argument.
    pub name: &'static str,
    /// As the JSON interface writes it; of a rounded amount, the one that it is a share of. `None` where it is
    /// no figure.
    pub exact: Option<String>,
    /// A rounded amount as it is shown, in the same notation.
    pub rounded: Option<String>,
    /// The language of the label or unit, as a BCP 47 tag, where it is not that of the sentence.
    pub language: Option<String>,
}

/// What a word says in a language, with the place of every figure, in their order.
///
/// ```
/// use ratecard::locale::{PlainEnglish, render_marked};
/// use ratecard::word::{Arg, Word};
///
/// let word = Word::new("want-at-least").with("min", Arg::Count(1_000)).with("got", Arg::Count(7));
/// let (text, marks) = render_marked(&word, &ratecard::ENGLISH, &PlainEnglish);
/// assert_eq!(text, "expected at least 1,000, got 7");
/// assert_eq!((&text[marks[0].range.clone()], marks[0].exact.as_deref()), ("1,000", Some("1000")));
/// ```
#[must_use]
pub fn render_marked(word: &Word, locale: &Locale, format: &dyn Format) -> (String, Vec<Mark>) {
    let mut marks = Vec::new();
    let text = write_out(word, locale, format, Some(&mut marks));
    (text, marks)
}

fn write_out(
    word: &Word,
    locale: &Locale,
    format: &dyn Format,
    mut marks: Option<&mut Vec<Mark>>,
) -> String {
    let Some(sentence) = locale.sentence(word.id) else {
        return String::from(word.id);
    };
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        fill(
            before,
            word,
            locale,
            format,
            &mut text,
            marks.as_deref_mut(),
        );
        let (optional, after) = after.split_once(']').unwrap_or((after, ""));
        let start = text.len();
        if !fill(
            optional,
            word,
            locale,
            format,
            &mut text,
            marks.as_deref_mut(),
        ) {
            text.truncate(start);
            if let Some(marks) = marks.as_deref_mut() {
                marks.retain(|mark| mark.range.end <= start);
            }
        }
        rest = after;
    }
    fill(rest, word, locale, format, &mut text, marks);
    text
}

/// Adds a part of a sentence with its places filled; `false` where an argument is absent.
fn fill(
    part: &str,
    word: &Word,
    locale: &Locale,
    format: &dyn Format,
    text: &mut String,
    mut marks: Option<&mut Vec<Mark>>,
) -> bool {
    let mut complete = true;
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, forms) = match place.split_once(':') {
            Some((name, forms)) => (name, Some(forms)),
            None => (place, None),
        };
        let known = word.args.iter().find(|(known, _)| *known == name);
        match (known, forms) {
            (None, _) => complete = false,
            (Some((name, arg)), None) => {
                let start = text.len();
                text.push_str(&write(arg, locale, format));
                if let Some(marks) = marks.as_deref_mut() {
                    let (exact, language) = (exact(arg), language(arg, locale, format));
                    if exact.is_some() || language.is_some() {
                        marks.push(Mark {
                            range: start..text.len(),
                            name,
                            exact,
                            rounded: rounded(arg, format).map(|(amount, _)| amount.to_string()),
                            language,
                        });
                    }
                }
            }
            (Some((_, arg)), Some(forms)) => text.push_str(plural(arg, forms, locale, format)),
        }
        rest = after;
    }
    text.push_str(rest);
    complete
}

/// A figure as the JSON interface writes it; `None` where the argument is no figure.
fn exact(arg: &Arg) -> Option<String> {
    match arg {
        Arg::Count(number) | Arg::Quantity(number, _) => Some(number.to_string()),
        Arg::Money(amount, _) | Arg::Rate(amount, _) | Arg::Rounded { of: amount, .. } => {
            Some(amount.to_string())
        }
        Arg::Date(date) => Some(date.to_string()),
        Arg::Label(..) | Arg::Labels(_) | Arg::Unit(_) | Arg::Text(_) | Arg::List(_) => None,
    }
}

/// An amount as it is shown, where that is rounded.
fn rounded(arg: &Arg, format: &dyn Format) -> Option<(Amount, Currency)> {
    match arg {
        Arg::Money(amount, currency) => Some((format.rounded(*amount, *currency)?, *currency)),
        Arg::Rounded {
            amount, currency, ..
        } => Some((*amount, *currency)),
        _ => None,
    }
}

/// The language of a label or unit, where it is not that of the sentence.
fn language(arg: &Arg, locale: &Locale, format: &dyn Format) -> Option<String> {
    let wanted = format.language();
    let language = match arg {
        Arg::Label(_, label) => label.language(wanted),
        Arg::Labels(labels) => labels.first()?.1.language(wanted),
        Arg::Quantity(_, unit) | Arg::Unit(unit) => unit.language(wanted),
        _ => return None,
    };
    (language != locale.language).then(|| String::from(language))
}

/// The plural form for a number.
fn plural<'a>(arg: &Arg, forms: &'a str, locale: &Locale, format: &dyn Format) -> &'a str {
    let number = match arg {
        Arg::Count(number) | Arg::Quantity(number, _) => *number,
        _ => 0,
    };
    let category = format.plural(locale.language, number);
    let index = locale.plurals.iter().position(|known| *known == category);
    index
        .and_then(|index| forms.split('|').nth(index))
        .or_else(|| forms.split('|').next_back())
        .unwrap_or_default()
}

fn write(arg: &Arg, locale: &Locale, format: &dyn Format) -> String {
    match arg {
        Arg::Count(number) => format.number(*number),
        Arg::Quantity(number, unit) => {
            let said = format.unit(unit, *number);
            // Two languages side by side are kept apart, whatever is usual in either.
            if unit.language(format.language()) != locale.language {
                return format!("{} {said}", format.number(*number));
            }
            let word = Word::new("quantity")
                .with("number", Arg::Count(*number))
                .with("unit", Arg::text(said));
            render(&word, locale, format)
        }
        Arg::Unit(unit) => String::from(format.unit(unit, 1)),
        Arg::Money(amount, currency)
        | Arg::Rounded {
            amount, currency, ..
        } => match rounded(arg, format) {
            Some((rounded, currency)) => {
                let word = Word::new("rounded").with("amount", Arg::Rate(rounded, currency));
                render(&word, locale, format)
            }
            None => format.money(*amount, *currency),
        },
        Arg::Rate(amount, currency) => format.money(*amount, *currency),
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
