//! Exact amounts of money and rates.
//!
//! [`rust_decimal`] rounds silently where a result needs more than its 96 bits:
//! `7922816251426433759354395033.5 + 0.05` gives `…4034`. An [`Amount`] refuses instead: every
//! operation returns `None` where the exact result cannot be held, and the engine turns that into
//! the error `too_large`. Nothing is rounded but where a rule asks for it, in
//! [`Amount::divide_to_minor_units`]: to the currency's smallest unit.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

/// The largest coefficient that [`Decimal`] holds: 96 bits.
const MAX_COEFFICIENT: u128 = (1 << 96) - 1;

/// The most digits after the point that [`Decimal`] holds.
const MAX_SCALE: u32 = 28;

/// An exact decimal number: a price, a rate or a sum, in some currency.
///
/// Kept without trailing zeros, so equal amounts print alike.
///
/// ```
/// use ratecard::money::Amount;
///
/// let rate: Amount = "0.015".parse()?;
/// assert_eq!(rate.checked_mul(15_000), Some(Amount::whole(225)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Why a text is no [`Amount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AmountError {
    /// It is not digits with at most one point between them: a sign, an exponent, a separator.
    NotPlain,
    /// It has more digits than can be held exactly.
    TooLarge,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotPlain => "not a plain decimal number",
            Self::TooLarge => "more digits than can be held exactly",
        })
    }
}

impl core::error::Error for AmountError {}

impl Amount {
    /// Nothing to pay.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The whole number `value` as an amount.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// assert_eq!(Amount::whole(399).to_string(), "399");
    /// ```
    #[must_use]
    pub fn whole(value: u64) -> Self {
        Self(Decimal::from(value))
    }

    /// Whether this is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The digits without the point, and how many of them stand after it.
    #[must_use]
    pub fn coefficient_and_scale(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
    }

    /// `coefficient` × 10⁻`scale`, or `None` where that cannot be held exactly.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// assert_eq!(Amount::from_parts(1500, 3), Some("1.5".parse()?));
    /// assert_eq!(Amount::from_parts(i128::MAX, 0), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn from_parts(mut coefficient: i128, mut scale: u32) -> Option<Self> {
        if coefficient == 0 {
            return Some(Self::ZERO);
        }
        while scale > 0 && coefficient.checked_rem(10)? == 0 {
            coefficient = coefficient.checked_div(10)?;
            scale = scale.checked_sub(1)?;
        }
        if scale > MAX_SCALE || coefficient.unsigned_abs() > MAX_COEFFICIENT {
            return None;
        }
        Decimal::try_from_i128_with_scale(coefficient, scale)
            .ok()
            .map(Self)
    }

    /// The exact sum, or `None` where it cannot be held.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// let big: Amount = "7922816251426433759354395033.5".parse()?;
    /// assert_eq!(big.checked_add("0.05".parse()?), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Self::from_parts(a.checked_add(b)?, scale)
    }

    /// The exact difference, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Self::from_parts(a.checked_sub(b)?, scale)
    }

    /// The exact product with a whole number, or `None` where it cannot be held.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// // The factors of ten are taken out first: the product is short although its way there is long.
    /// let rate: Amount = "0.0000000000000000000000000009".parse()?;
    /// assert_eq!(rate.checked_mul(1_000_000_000_000), Some("0.0000000000000009".parse()?));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn checked_mul(self, factor: u64) -> Option<Self> {
        let (mut a, mut scale) = self.coefficient_and_scale();
        let mut b = i128::from(factor);
        if a == 0 || b == 0 {
            return Some(Self::ZERO);
        }
        // Taking every factor of ten out of `a × b` before multiplying leaves exactly the
        // coefficient of the result, so that the product overflows only where the result would.
        while scale > 0 {
            let divides = |n: i128, by: i128| n.checked_rem(by) == Some(0);
            let (by_a, by_b) = if divides(a, 10) {
                (10, 1)
            } else if divides(b, 10) {
                (1, 10)
            } else if divides(a, 5) && divides(b, 2) {
                (5, 2)
            } else if divides(a, 2) && divides(b, 5) {
                (2, 5)
            } else {
                break;
            };
            a = a.checked_div(by_a)?;
            b = b.checked_div(by_b)?;
            scale = scale.checked_sub(1)?;
        }
        Self::from_parts(a.checked_mul(b)?, scale)
    }

    /// The amount divided by `parts`, rounded half up to the smallest unit of `currency`: the one
    /// rounding for display.
    ///
    /// `None` where `parts` is 0, the amount is negative or the result cannot be held.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// let total = Amount::whole(100);
    /// assert_eq!(total.divide_to_minor_units(8, "USD".parse()?), Some("12.5".parse()?));
    /// assert_eq!(total.divide_to_minor_units(8, "JPY".parse()?), Some(Amount::whole(13)));
    /// assert_eq!(total.divide_to_minor_units(7, "KWD".parse()?), Some("14.286".parse()?));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn divide_to_minor_units(self, parts: u64, currency: Currency) -> Option<Self> {
        let digits = currency.minor_unit();
        let (coefficient, scale) = self.coefficient_and_scale();
        let twice = 10_u128.checked_pow(digits)?.checked_mul(2)?;
        let numerator = u128::try_from(coefficient).ok()?.checked_mul(twice)?;
        if parts == 0 {
            return None;
        }
        let denominator = 10_u128.checked_pow(scale)?.checked_mul(u128::from(parts));
        let Some(doubled) = denominator.and_then(|whole| whole.checked_mul(2)) else {
            // Some 111 bits divided by 128 bits or more: far below half of the smallest unit.
            return Some(Self::ZERO);
        };
        let half = doubled.checked_div(2)?;
        let units = numerator.checked_add(half)?.checked_div(doubled)?;
        Self::from_parts(i128::try_from(units).ok()?, digits)
    }

    /// The amount as it is paid: rounded half up to the smallest unit of `currency`.
    ///
    /// `None` where the amount is negative or the result cannot be held.
    ///
    /// ```
    /// # use ratecard::money::Amount;
    /// let total: Amount = "159.691356".parse()?;
    /// assert_eq!(total.to_minor_units("USD".parse()?), Some("159.69".parse()?));
    /// assert_eq!(total.to_minor_units("JPY".parse()?), Some(Amount::whole(160)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_minor_units(self, currency: Currency) -> Option<Self> {
        self.divide_to_minor_units(1, currency)
    }

    /// Both coefficients at the larger of the two scales.
    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let (a, a_scale) = self.coefficient_and_scale();
        let (b, b_scale) = other.coefficient_and_scale();
        let scale = a_scale.max(b_scale);
        let lift =
            |n: i128, from: u32| n.checked_mul(10_i128.checked_pow(scale.checked_sub(from)?)?);
        Some((lift(a, a_scale)?, lift(b, b_scale)?, scale))
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Reads digits with at most one point between them.
    ///
    /// # Errors
    ///
    /// [`AmountError::NotPlain`] for a sign, an exponent, a separator, a missing digit on either
    /// side of the point; [`AmountError::TooLarge`] where the number cannot be held exactly.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) if digits(fraction) => (whole, fraction.trim_end_matches('0')),
            Some(_) => return Err(AmountError::NotPlain),
            None => (text, ""),
        };
        if !digits(whole) {
            return Err(AmountError::NotPlain);
        }
        let too_large = AmountError::TooLarge;
        let mut coefficient: i128 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            coefficient = coefficient
                .checked_mul(10)
                .and_then(|c| c.checked_add(i128::from(digit.wrapping_sub(b'0'))))
                .ok_or(too_large)?;
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| too_large)?;
        Self::from_parts(coefficient, scale).ok_or(too_large)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl serde::Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A currency, by its three-letter code of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code of three capital letters, or `None`.
    ///
    /// ```
    /// # use ratecard::money::Currency;
    /// assert_eq!(Currency::new("USD").as_ref().map(Currency::code), Some("USD"));
    /// assert_eq!(Currency::new("usd"), None);
    /// ```
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(bytes))
    }

    /// How many digits after the point its smallest unit takes: the exponent of the minor unit in ISO
    /// 4217. 2 for codes that the standard does not have, and for those that have no minor unit.
    ///
    /// ```
    /// # use ratecard::money::Currency;
    /// let digits = |code| Currency::new(code).map(|currency| currency.minor_unit());
    /// assert_eq!(digits("USD"), Some(2));
    /// assert_eq!(digits("JPY"), Some(0));
    /// assert_eq!(digits("KWD"), Some(3));
    /// ```
    #[must_use]
    pub fn minor_unit(self) -> u32 {
        // Every currency that has another exponent than 2.
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        // Never empty: `new` lets only capital letters in.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Why a text is no [`Currency`]: it is not three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CurrencyError;

impl fmt::Display for CurrencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a currency code of three capital letters")
    }
}

impl core::error::Error for CurrencyError {}

impl FromStr for Currency {
    type Err = CurrencyError;

    /// Reads as [`Currency::new`].
    ///
    /// # Errors
    ///
    /// [`CurrencyError`] where that gives `None`.
    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        Self::new(text).ok_or(CurrencyError)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
