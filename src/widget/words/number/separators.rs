//! What the signs between digits say.

use super::plain::one;
use super::unread::Why;
use crate::locale::NumberSigns;

/// Separates whole and fraction, and nothing else.
const ARABIC_DECIMAL: char = '٫';
/// Groups digits, and nothing else.
const ARABIC_GROUP: char = '٬';

/// An exact number, which need not be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: Option<u64>,
    /// How many of the digits are behind the decimal sign.
    places: u32,
}

impl Decimal {
    /// A number of these digits; `None` where there are none.
    pub fn new(whole: &str, fraction: &str) -> Option<Self> {
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("0{whole}{fraction}").parse().ok();
        let places = u32::try_from(fraction.len()).ok()?;
        Some(Self { digits, places })
    }

    /// The whole number that is so many times as large.
    pub fn times_ten_to_the(self, exponent: u32) -> Result<u64, Why> {
        let digits = self.digits.ok_or(Why::Outside(None))?;
        if digits == 0 {
            return Ok(0);
        }
        match exponent.checked_sub(self.places) {
            Some(zeros) => {
                let times = 10_u64.checked_pow(zeros);
                let value = times.and_then(|times| digits.checked_mul(times));
                value.ok_or(Why::Outside(None))
            }
            // The last digit behind the sign is none that could be left out.
            None => Err(Why::NotWhole),
        }
    }
}

/// Whether a sign may stand between digits.
pub(super) fn is_separator(sign: char, signs: &NumberSigns) -> bool {
    matches!(sign, ',' | '.' | ' ' | '\'' | ARABIC_DECIMAL | ARABIC_GROUP)
        || sign == signs.group
        || sign == signs.decimal
}

/// What digits with signs between them mean: one number, where nothing is wrong with them; else what is,
/// and the numbers that they may mean.
///
/// What the language itself writes is what it says. So is what can be one thing only, in whatever convention:
/// one sign again and again groups, and the last of two kinds begins a fraction. What is left is a sign
/// that is not the language's for groups, before three digits: it may group all the same.
pub(super) fn meanings(text: &str, signs: &NumberSigns) -> (Option<Why>, Vec<Decimal>) {
    let parts: Vec<&str> = text.split(|sign: char| !sign.is_ascii_digit()).collect();
    let between: Vec<char> = text.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let Some((tail, head)) = parts.split_last() else {
        return (Some(Why::NoNumber), Vec::new());
    };
    let joined = Decimal::new(&parts.concat(), "");
    let certain = |number: Option<Decimal>| (None, Vec::from_iter(number));
    let wrong = |numbers: &[Option<Decimal>]| {
        let numbers = numbers.iter().copied().flatten();
        (Some(Why::Groups), numbers.collect())
    };
    let either = |one, other| {
        let numbers = [one, other].into_iter().flatten();
        (Some(Why::Ambiguous), numbers.collect())
    };
    if joined.is_none() {
        return (Some(Why::NoNumber), Vec::new());
    }
    let Some((last, before)) = between.split_last() else {
        return certain(joined);
    };
    let (last, own) = (*last, Own::new(signs));
    let fraction = Decimal::new(&head.concat(), tail);
    let begins_fraction = !own.only_groups(last) && !before.contains(&last);
    let is_own_decimal = last == own.decimal || last == ARABIC_DECIMAL;
    match before.first() {
        // One kind.
        None if own.is_grouped(&parts, last) => {
            if own.only_groups(last) || last == own.group {
                certain(joined)
            } else {
                either(fraction, joined)
            }
        }
        None if !begins_fraction => wrong(&[]),
        None if last == own.group => {
            let is_written = !tail.is_empty() && head.iter().any(|part| !part.is_empty());
            match is_written {
                false => wrong(&[]),
                true if tail.bytes().all(|digit| digit == b'0') => wrong(&[joined, fraction]),
                true => wrong(&[fraction]),
            }
        }
        None if is_own_decimal || head.iter().any(|part| !part.is_empty()) => certain(fraction),
        None => wrong(&[]),
        Some(group) if before.iter().any(|sign| sign != group) => wrong(&[]),
        Some(_) if before.contains(&last) => match own.is_grouped(&parts, last) {
            true => certain(joined),
            false => wrong(&[]),
        },
        // Two kinds.
        Some(group) if begins_fraction && own.is_grouped(head, *group) => {
            match is_own_decimal || tail.len() != 3 {
                true => certain(fraction),
                false => either(fraction, joined),
            }
        }
        Some(_) => wrong(&[]),
    }
}

/// A language's own signs, as plain ones.
struct Own {
    group: char,
    decimal: char,
    groups: (usize, usize),
}

impl Own {
    fn new(signs: &NumberSigns) -> Self {
        let plain = |sign: char| {
            let plain = one(sign, signs);
            plain.unwrap_or(sign)
        };
        Self {
            group: plain(signs.group),
            decimal: plain(signs.decimal),
            groups: signs.groups,
        }
    }

    /// Whether a sign never begins a fraction.
    fn only_groups(&self, sign: char) -> bool {
        matches!(sign, ' ' | '\'' | ARABIC_GROUP)
            || !matches!(sign, ',' | '.' | ARABIC_DECIMAL) && sign != self.decimal
    }

    /// Whether parts are groups of digits: of three; behind a comma also as in India, hundreds of thousands by
    /// two; or as the language has them.
    fn is_grouped(&self, parts: &[&str], sign: char) -> bool {
        let Some(([first, middle @ ..], last)) = parts.split_last().map(|(l, p)| (p, l)) else {
            return false;
        };
        let by = |(in_last, in_others): (usize, usize)| {
            (1..=in_others).contains(&first.len())
                && middle.iter().all(|part| part.len() == in_others)
                && last.len() == in_last
        };
        sign != ARABIC_DECIMAL
            && !first.starts_with('0')
            && (by((3, 3))
                || matches!(sign, ',' | ARABIC_GROUP) && by((3, 2))
                || sign == self.group && by(self.groups))
    }
}
