//! Growth from month to month, in whole numbers.

use crate::widget::words::number::read_whole;

/// How a quantity changes each month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Growth {
    /// By hundredths of a percent of the month before.
    Percent(i64),
    /// By units.
    Units(i64),
}

/// A hundred percent, in hundredths of one.
const WHOLE: i128 = 10_000;

impl Growth {
    /// The growth that a visitor means: `5%`, `-2.5 %`, `500`, `-1,000`; `None` where none is meant.
    ///
    /// `decimal` is the language's sign before a fraction, as for whole numbers. A percentage has at
    /// most two digits after it.
    pub fn read(text: &str, decimal: char) -> Option<Self> {
        let text = text.trim();
        let (less, text) = match text.strip_prefix(['-', '−', '－']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix(['+', '＋']).unwrap_or(text)),
        };
        let percent = text
            .strip_suffix(['%', '％', '٪'])
            .or_else(|| text.strip_prefix(['%', '％', '٪']));
        let size = match percent {
            None => read_whole(text, decimal)?,
            Some(percent) => hundredths(percent, decimal)?,
        };
        let size = i64::try_from(size).ok()?;
        let size = if less { size.checked_neg()? } else { size };
        Some(match percent {
            None => Self::Units(size),
            Some(_) => Self::Percent(size),
        })
    }

    /// One number for each month: each grows from the one before, which has been rounded half up,
    /// and stays within the bounds.
    pub fn series(self, first: u64, months: usize, min: u64, max: u64) -> Vec<u64> {
        let mut next = first;
        (0..months)
            .map(|_| {
                let now = next;
                next = self.after(now).clamp(min, max);
                now
            })
            .collect()
    }

    fn after(self, quantity: u64) -> u64 {
        let now = i128::from(quantity);
        let grown = match self {
            Self::Units(units) => now.saturating_add(i128::from(units)),
            Self::Percent(hundredths) => {
                const HALF: i128 = 5_000;
                let factor = WHOLE.saturating_add(i128::from(hundredths));
                now.saturating_mul(factor)
                    .saturating_add(HALF)
                    .div_euclid(WHOLE)
            }
        };
        u64::try_from(grown.max(0)).unwrap_or(u64::MAX)
    }
}

/// A number with up to two digits after its decimal sign, in hundredths.
fn hundredths(text: &str, decimal: char) -> Option<u64> {
    let text = text.trim();
    // No percentage has groups of thousands: either sign begins a fraction.
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let places = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u64>().ok()?.checked_mul(10)?,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    read_whole(whole, decimal)?
        .checked_mul(100)?
        .checked_add(places)
}

#[cfg(test)]
mod tests {
    use super::Growth::{self, Percent, Units};

    #[test]
    fn what_visitors_write() {
        for (text, growth) in [
            ("5%", Percent(500)),
            (" 5 % ", Percent(500)),
            ("2.5%", Percent(250)),
            ("2,25 %", Percent(225)),
            ("-10%", Percent(-1_000)),
            ("−10％", Percent(-1_000)),
            ("%5", Percent(500)),
            ("500", Units(500)),
            ("+1,000", Units(1_000)),
            ("-1,000", Units(-1_000)),
            ("0", Units(0)),
        ] {
            assert_eq!(Growth::read(text, '.'), Some(growth), "{text}");
        }
        for text in ["", "%", "five", "5%%", "2.555%", "1.5", "--5", "5 % 5"] {
            assert_eq!(Growth::read(text, '.'), None, "{text}");
        }
    }

    #[test]
    fn a_series_is_exact_and_stays_within_its_bounds() {
        assert_eq!(
            Percent(500).series(25_000, 4, 0, 1_000_000),
            [25_000, 26_250, 27_563, 28_941]
        );
        assert_eq!(Units(500).series(1_000, 3, 0, 1_800), [1_000, 1_500, 1_800]);
        assert_eq!(Units(-600).series(1_000, 3, 1, 1_800), [1_000, 400, 1]);
        assert_eq!(Percent(-20_000).series(10, 3, 0, 99), [10, 0, 0]);
        assert_eq!(Percent(i64::MAX).series(u64::MAX, 2, 0, 7), [u64::MAX, 7]);
    }
}
