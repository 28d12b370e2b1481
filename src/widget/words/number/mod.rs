//! Whole numbers as visitors write them.
//!
//! Whatever a language writes for a number is read in that language, and what people write beside it: other
//! digits and separators, magnitudes (`60k`, `2.5万`, `1,5 jt`) and the unit of the field. A text that can be
//! two numbers is none: it is asked about, as a price that is a thousand times off would look like any other.
//! `docs/numbers.md` is the table of what is taken, `tests` has its rows.

mod cells;
mod magnitude;
mod plain;
mod separators;
#[cfg(test)]
mod tests;

pub(in crate::widget) use cells::cells;
pub(in crate::widget) use plain::plain;

use crate::locale::NumberSigns;
use magnitude::magnitude;
use separators::{Decimal, is_separator, meanings};

/// How a field reads.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Reader<'a> {
    /// What the language writes numbers with.
    pub signs: NumberSigns,
    /// The language, as a BCP 47 tag.
    pub language: &'a str,
    /// What the field counts, in whatever forms it may stand behind a number.
    pub unit: &'a dyn Fn() -> Vec<String>,
}

/// A text that is not read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Unread {
    /// What is wrong with it.
    pub why: Why,
    /// The numbers that it may mean.
    pub proposals: Vec<u64>,
}

/// What is wrong with a text that is to be a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Why {
    /// It is something else.
    NoNumber,
    /// It is larger than any number here, or not what the field takes.
    Outside(Option<u64>),
    /// It has a fraction.
    NotWhole,
    /// Its digits are not grouped as digits are.
    Groups,
    /// It can be one number or another.
    Ambiguous,
    /// It is so many cells of a table.
    Cells(u64),
}

impl From<Why> for Unread {
    fn from(why: Why) -> Self {
        let proposals = Vec::new();
        Self { why, proposals }
    }
}

/// Whether there is nothing to read.
pub(in crate::widget) fn is_blank(text: &str) -> bool {
    plain(text, &NumberSigns::ENGLISH).is_empty()
}

impl Reader<'_> {
    /// The whole number that a text means.
    ///
    /// # Errors
    ///
    /// What is wrong with the text, and which numbers it may mean.
    pub fn read(&self, text: &str) -> Result<u64, Unread> {
        let text = plain(text, &self.signs);
        if text.contains('\t') {
            let cells = text.split('\t').filter(|cell| !cell.is_empty());
            return Err(Why::Cells(u64::try_from(cells.count()).unwrap_or(u64::MAX)).into());
        }
        let (number, rest) = self.number(&text);
        let (why, decimals) = meanings(number, &self.signs);
        let (exponents, rest) =
            self.exponents(rest, number.len() < text.len().saturating_sub(rest.len()));
        let (more, rest) = smaller_parts(rest, &exponents)?;
        if !rest.is_empty() && !self.is_unit(rest) {
            return Err(Why::NoNumber.into());
        }
        let value = |decimal: &Decimal, exponent: u32| {
            let value = decimal.times_ten_to_the(exponent)?;
            value.checked_add(more).ok_or(Why::Outside(None))
        };
        if let (None, [decimal], [exponent]) = (why, &*decimals, &*exponents) {
            return value(decimal, *exponent).map_err(Unread::from);
        }
        let mut proposals = Vec::new();
        for decimal in &decimals {
            for exponent in &exponents {
                proposals.extend(value(decimal, *exponent).ok());
            }
        }
        let all = decimals.len().saturating_mul(exponents.len());
        let is_certain = proposals.len() == all;
        proposals.dedup();
        let why = match (why, &*proposals) {
            // However it is read.
            (_, [number]) if is_certain && all > 1 => return Ok(*number),
            (Some(why @ (Why::NoNumber | Why::Groups)), _) => why,
            (_, [_, _, ..]) => Why::Ambiguous,
            _ => Why::NotWhole,
        };
        Err(Unread { why, proposals })
    }

    /// The digits at the beginning with what stands between them, and what is behind.
    fn number<'a>(&self, text: &'a str) -> (&'a str, &'a str) {
        let is_other = |sign: char| !sign.is_ascii_digit() && !is_separator(sign, &self.signs);
        let (number, rest) = split(text, is_other);
        (number.trim_end(), rest)
    }

    /// By which powers of ten what stands behind a number may multiply it, and what is behind that.
    fn exponents<'a>(&self, rest: &'a str, is_apart: bool) -> (Vec<u32>, &'a str) {
        let Some((exponent, after)) = magnitude(rest) else {
            return (vec![0], rest);
        };
        let is_miliar = {
            let primary = self.language.split('-').next().unwrap_or_default();
            let (word, _) = split(rest, |sign| !sign.is_ascii_alphabetic());
            word.eq_ignore_ascii_case("m") && ["id", "in"].contains(&primary)
        };
        // `30m` are minutes, too, and `30 m` may become `30 messages`.
        let is_unit = || (is_apart || rest == "m" && self.is_unit("min")) && self.is_unit(rest);
        let exponents = if is_miliar {
            vec![exponent, 9]
        } else if rest.len() == 1 && is_unit() {
            vec![0, exponent]
        } else {
            vec![exponent]
        };
        (exponents, after)
    }

    /// Whether a text is the unit of the field, or the beginning of it: it is being written. A counter
    /// before a noun may be left out (`用户` of `位用户`).
    fn is_unit(&self, text: &str) -> bool {
        let text = text.trim_end_matches('.').to_ascii_lowercase();
        let forms = (self.unit)().into_iter();
        let mut forms = forms.map(|form| form.to_ascii_lowercase());
        !text.is_empty()
            && forms
                .any(|form| form.starts_with(&*text) || !text.is_ascii() && form.ends_with(&*text))
    }
}

/// What follows a magnitude and is smaller, as in `2万5000`, `1億2000万`, `2 juta 500 ribu`; and what is
/// behind.
fn smaller_parts<'a>(mut rest: &'a str, exponents: &[u32]) -> Result<(u64, &'a str), Unread> {
    let mut sum: u64 = 0;
    let mut room = match exponents {
        [exponent] => *exponent,
        _ => 0,
    };
    while room > 0 {
        let trimmed = rest.trim_start();
        let (digits, after) = split(trimmed, |sign| !sign.is_ascii_digit());
        if digits.is_empty() {
            break;
        }
        let next = magnitude(after.trim_start());
        let (exponent, after) = next.unwrap_or((0, after));
        let length = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        // Without a magnitude of its own it fills all places, and stands close: `2万5` may be 25,000 to
        // some, and `5k 300` two numbers.
        let fits = match exponent {
            0 => length == room && trimmed == rest,
            _ => length.saturating_add(exponent) <= room,
        };
        let part = Decimal::new(digits, "").filter(|_| fits);
        let part = part.and_then(|part| part.times_ten_to_the(exponent).ok());
        sum = sum.saturating_add(part.ok_or(Why::NoNumber)?);
        room = exponent;
        rest = after;
    }
    Ok((sum, rest.trim()))
}

/// A text before and from the first letter of a kind on.
fn split(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(is_end).unwrap_or(text.len()))
}
