//! Growth from month to month, in whole numbers.

use super::toward::toward;
use crate::locale::NumberSigns;
use crate::widget::words::number::plain;

/// How a quantity changes each month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Growth {
    /// By hundredths of a percent of the month before.
    Percent(i64),
    /// By units.
    Units(i64),
    /// At one rate to a quantity in the last month.
    To(u64),
}

/// A hundred percent, in hundredths of one.
const WHOLE: i128 = 10_000;

/// What may stand before the quantity of the last month.
const TO: [&str; 7] = ["to ", "ke ", "sampai ", "hingga ", "到", "至", "→"];

/// What may stand behind it.
const UP_TO: &str = "まで";

impl Growth {
    /// The growth that a visitor means: `5%`, `-2.5 %`, `500`, `-1,000`, `to 60k`; `None` where none is
    /// meant. `read` reads what is a number of units. A percentage has at most two digits behind its decimal
    /// sign.
    ///
    /// # Errors
    ///
    /// Those of `read`.
    pub fn read<E>(
        text: &str,
        signs: &NumberSigns,
        read: impl Fn(&str) -> Result<u64, E>,
    ) -> Result<Option<Self>, E> {
        let text = plain(text, signs).to_ascii_lowercase();
        let to = TO.into_iter().find_map(|word| text.strip_prefix(word));
        if let Some(target) = to.or_else(|| text.strip_suffix(UP_TO)) {
            return read(target).map(|target| Some(Self::To(target)));
        }
        let (less, text) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let percent = text
            .strip_suffix(['%', '٪'])
            .or_else(|| text.strip_prefix(['%', '٪']));
        let size = match percent {
            None => Some(read(text)?),
            Some(percent) => hundredths(percent),
        };
        let size = size.and_then(|size| i64::try_from(size).ok());
        let size = size.and_then(|size| match less {
            true => size.checked_neg(),
            false => Some(size),
        });
        Ok(size.map(|size| match percent {
            None => Self::Units(size),
            Some(_) => Self::Percent(size),
        }))
    }

    /// One number for each month: each grows from the one before, which has been rounded half up,
    /// and stays within the bounds.
    pub fn series(self, first: u64, months: usize, min: u64, max: u64) -> Vec<u64> {
        if let Self::To(target) = self {
            let series = toward(first, target, months).into_iter();
            return series.map(|quantity| quantity.clamp(min, max)).collect();
        }
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
            Self::To(target) => i128::from(target),
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
fn hundredths(text: &str) -> Option<u64> {
    // No percentage has groups of thousands: any sign begins a fraction.
    let (whole, fraction) = text
        .trim()
        .split_once(['.', ',', '٫'])
        .unwrap_or((text.trim(), ""));
    let places = match fraction.len() {
        0 => 0,
        1 => digits(fraction)?.checked_mul(10)?,
        2 => digits(fraction)?,
        _ => return None,
    };
    digits(whole)?.checked_mul(100)?.checked_add(places)
}

fn digits(text: &str) -> Option<u64> {
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::Growth::{self, Percent, To, Units};
    use crate::locale::NumberSigns;
    use crate::widget::words::number::{Reader, Unread};

    fn read(text: &str) -> Result<Option<Growth>, Unread> {
        let signs = NumberSigns::ENGLISH;
        let reader = Reader {
            signs,
            language: "en",
            unit: &Vec::new,
        };
        Growth::read(text, &signs, |text| reader.read(text))
    }

    #[test]
    fn what_visitors_write() {
        for (text, growth) in [
            ("5%", Percent(500)),
            (" 5 % ", Percent(500)),
            ("2.5%", Percent(250)),
            ("2,25 %", Percent(225)),
            ("٢٫٥٪", Percent(250)),
            ("-10%", Percent(-1_000)),
            ("−10％", Percent(-1_000)),
            ("－１０％", Percent(-1_000)),
            ("\u{200e}5%\u{200f}", Percent(500)),
            ("%5", Percent(500)),
            ("500", Units(500)),
            ("+1,000", Units(1_000)),
            ("-1,000", Units(-1_000)),
            ("-1.5k", Units(-1_500)),
            ("0", Units(0)),
            ("to 60000", To(60_000)),
            ("To 60k", To(60_000)),
            ("到6万", To(60_000)),
            ("6万まで", To(60_000)),
            ("ke 60 rb", To(60_000)),
        ] {
            assert_eq!(read(text), Ok(Some(growth)), "{text}");
        }
        for text in ["%", "5%%", "2.555%", "5 % 5", "-%", "1,000.5%"] {
            assert!(!matches!(read(text), Ok(Some(_))), "{text}");
        }
        for text in ["", "five", "1.5", "--5", "1.000", "to", "to five"] {
            assert!(read(text).is_err(), "{text}");
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
        assert_eq!(To(60_000).series(8_000, 2, 0, 50_000), [8_000, 50_000]);
        assert_eq!(Percent(i64::MAX).series(u64::MAX, 2, 0, 7), [u64::MAX, 7]);
    }
}
