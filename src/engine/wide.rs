//! Whole numbers of 512 bits, for fractions whose terms outgrow 128.

use core::cmp::Ordering;

/// So many bits.
const BITS: u32 = 512;

/// Limbs of 32 bits, the lowest first.
const LIMBS: usize = 16;

/// A whole number that is not negative. What does not fit is `None`, never cut off.
///
/// A prorated refund by way of payment is a fraction of three amounts of 96 bits, each with up to 28
/// digits after the point. Multiplied out that takes some 400 bits, which no type of the language
/// holds; a library for it would cost the download more than these few functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wide([u32; LIMBS]);

impl From<u128> for Wide {
    fn from(value: u128) -> Self {
        let mut limbs = [0; LIMBS];
        let bytes = value.to_le_bytes();
        let (fours, _) = bytes.as_chunks();
        for (limb, four) in limbs.iter_mut().zip(fours) {
            *limb = u32::from_le_bytes(*four);
        }
        Self(limbs)
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

impl Wide {
    pub const ZERO: Self = Self([0; LIMBS]);

    /// The sum.
    pub fn plus(mut self, other: Self) -> Option<Self> {
        let mut carry = false;
        for (limb, more) in self.0.iter_mut().zip(other.0) {
            (*limb, carry) = limb.carrying_add(more, carry);
        }
        (!carry).then_some(self)
    }

    /// The difference; `None` where it is negative.
    pub fn minus(mut self, other: Self) -> Option<Self> {
        let mut borrow = false;
        for (limb, less) in self.0.iter_mut().zip(other.0) {
            (*limb, borrow) = limb.borrowing_sub(less, borrow);
        }
        (!borrow).then_some(self)
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let mut product = Self::ZERO;
        for (place, &by) in other.0.iter().enumerate() {
            if by == 0 {
                continue;
            }
            let mut own = self.0.iter();
            let mut carry = 0;
            for (slot, limb) in product.0.iter_mut().skip(place).zip(&mut own) {
                (*slot, carry) = limb.carrying_mul_add(by, *slot, carry);
            }
            // The limbs that found no place, and what was carried out of the last one.
            if carry != 0 || self.0.iter().rev().take(place).any(|&limb| limb != 0) {
                return None;
            }
        }
        Some(product)
    }

    /// The quotient, rounded half up; `None` by zero, or where it takes more than 128 bits.
    pub fn divided_by(self, divisor: Self) -> Option<u128> {
        if divisor == Self::ZERO {
            return None;
        }
        // a ÷ b rounded half up is (2a + b) ÷ 2b rounded down.
        let mut dividend = self.plus(self)?.plus(divisor)?;
        let divisor = divisor.plus(divisor)?;
        let mut quotient: u128 = 0;
        let mut rest = Self::ZERO;
        // By hand, from the highest digit down, in base 2.
        for _ in 0..BITS {
            let digit = dividend.double(false);
            if rest.double(digit) {
                return None;
            }
            quotient = quotient.checked_mul(2)?;
            if let Some(less) = rest.minus(divisor) {
                rest = less;
                quotient |= 1;
            }
        }
        Some(quotient)
    }

    /// Doubles it, adds `one`, and returns the bit that falls out at the top.
    fn double(&mut self, one: bool) -> bool {
        let mut carry = one;
        for limb in &mut self.0 {
            (*limb, carry) = limb.carrying_add(*limb, carry);
        }
        carry
    }
}

// Natively only: what they are held against is not built for WebAssembly.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]

    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    /// Numbers of every length, with runs of zeros and ones: where carries go wrong.
    fn wide() -> impl Strategy<Value = Wide> {
        let limb = prop_oneof![
            2 => Just(0_u32),
            2 => Just(u32::MAX),
            1 => Just(1),
            1 => Just(1 << 31),
            4 => any::<u32>(),
        ];
        (prop::collection::vec(limb, LIMBS), 0..=LIMBS).prop_map(|(limbs, length)| {
            let mut wide = Wide::ZERO;
            for (to, from) in wide.0.iter_mut().zip(limbs).take(length) {
                *to = from;
            }
            wide
        })
    }

    fn big(wide: Wide) -> BigUint {
        BigUint::from_slice(&wide.0)
    }

    /// What a result must be: the number, if it fits.
    fn fitting(number: &BigUint) -> Option<Wide> {
        let mut wide = Wide::ZERO;
        let limbs = number.to_u32_digits();
        for (to, from) in wide.0.iter_mut().zip(&limbs) {
            *to = *from;
        }
        (limbs.len() <= LIMBS).then_some(wide)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_big_integers(a in wide(), b in wide()) {
            prop_assert_eq!(a.cmp(&b), big(a).cmp(&big(b)));
            prop_assert_eq!(a.plus(b), fitting(&(big(a) + big(b))));
            prop_assert_eq!(a.times(b), fitting(&(big(a) * big(b))));
            let difference = (a >= b).then(|| fitting(&(big(a) - big(b))).unwrap());
            prop_assert_eq!(a.minus(b), difference);
        }

        #[test]
        fn divides_like_big_integers(a in wide(), b in wide()) {
            let rounded = |a: BigUint, b: BigUint| (a * 2_u32 + &b) / (b * 2_u32);
            if b != Wide::ZERO && big(a).bits() < 510 && big(b).bits() < 509 {
                let quotient = u128::try_from(rounded(big(a), big(b))).ok();
                prop_assert_eq!(a.divided_by(b), quotient);
            }
        }

        #[test]
        fn a_product_is_divided_exactly(a in any::<u128>(), b in any::<u128>(), less in any::<u128>()) {
            let (wide, by) = (Wide::from(a), Wide::from(b.max(1)));
            let product = wide.times(by).unwrap();
            prop_assert_eq!(product.divided_by(by), Some(a));
            // Less than half of the divisor does not change it; the half does.
            let less = less % b.max(1).div_ceil(2);
            prop_assert_eq!(product.plus(Wide::from(less)).unwrap().divided_by(by), Some(a));
        }
    }

    #[test]
    fn rounds_half_up() {
        let divided = |a: u128, b: u128| Wide::from(a).divided_by(Wide::from(b));
        for (a, b, quotient) in [
            (0, 1, 0),
            (1, 2, 1),
            (1, 3, 0),
            (2, 3, 1),
            (5, 2, 3),
            (7, 5, 1),
        ] {
            assert_eq!(divided(a, b), Some(quotient), "{a} ÷ {b}");
        }
        assert_eq!(divided(u128::MAX, 1), Some(u128::MAX));
        assert_eq!(divided(1, 0), None);
    }
}
