//! Exact decimals of any length, made of big integers: what the engine's amounts are held against.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

use num_bigint::BigInt;

/// An exact decimal, kept without trailing zeros after the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The digits without the point.
    pub digits: BigInt,
    /// How many of them stand after it.
    pub scale: u32,
}

impl Decimal {
    /// `digits` × 10⁻`scale`.
    pub fn new(digits: impl Into<BigInt>, scale: u32) -> Self {
        let (mut digits, mut scale) = (digits.into(), scale);
        let ten = BigInt::from(10);
        while scale > 0 && &digits % &ten == BigInt::ZERO {
            digits /= &ten;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// The number that plain digits with at most one point say.
    pub fn parse(text: &str) -> Self {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{fraction}");
        let number = digits
            .parse::<BigInt>()
            .unwrap_or_else(|_| panic!("{text}"));
        Self::new(number, u32::try_from(fraction.len()).unwrap())
    }

    /// Whether it fits 96 bits and 28 digits after the point.
    pub fn fits(&self) -> bool {
        self.scale <= 28 && self.digits.magnitude().bits() <= 96
    }

    /// Divided by `parts` and rounded half up to the smallest unit of a currency; for numbers that are not
    /// negative.
    pub fn divided_for(&self, currency: &str, parts: u64) -> Self {
        let digits = minor_unit(currency);
        let numerator = &self.digits * power_of_ten(digits) * 2;
        let denominator = power_of_ten(self.scale) * parts;
        Self::new((numerator + &denominator) / (denominator * 2), digits)
    }

    fn aligned(&self, other: &Self) -> (BigInt, BigInt, u32) {
        let scale = self.scale.max(other.scale);
        let lift = |n: &Self| &n.digits * power_of_ten(scale - n.scale);
        (lift(self), lift(other), scale)
    }
}

/// The exponent of a currency's minor unit in ISO 4217, of those in the tests.
pub fn minor_unit(currency: &str) -> u32 {
    match currency {
        "USD" | "CNY" | "EUR" => 2,
        "JPY" => 0,
        "KWD" => 3,
        "CLF" => 4,
        other => panic!("{other}"),
    }
}

fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

impl Add for &Decimal {
    type Output = Decimal;
    fn add(self, other: Self) -> Decimal {
        let (a, b, scale) = self.aligned(other);
        Decimal::new(a + b, scale)
    }
}

impl Sub for &Decimal {
    type Output = Decimal;
    fn sub(self, other: Self) -> Decimal {
        let (a, b, scale) = self.aligned(other);
        Decimal::new(a - b, scale)
    }
}

impl Mul for &Decimal {
    type Output = Decimal;
    fn mul(self, other: Self) -> Decimal {
        Decimal::new(&self.digits * &other.digits, self.scale + other.scale)
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::new(0, 0), |sum, number| &sum + &number)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let (a, b, _) = self.aligned(other);
        a.partial_cmp(&b)
    }
}

/// As the interface writes amounts: no exponent, no separator, no trailing zeros.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale as usize;
        let digits = self.digits.magnitude().to_string();
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        if self.digits < BigInt::ZERO {
            f.write_str("-")?;
        }
        f.write_str(whole)?;
        if !fraction.is_empty() {
            write!(f, ".{fraction}")?;
        }
        Ok(())
    }
}
