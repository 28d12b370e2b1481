//! Axes: round numbers to read a picture by, and where a value stands between them.
//!
//! Places are whole parts of the axis: fine enough for any screen, and exact all the same.

use crate::money::Amount;

/// The length of every axis.
pub(in crate::widget) const LENGTH: u64 = 10_000;

/// The most intervals between the marks.
const MOST: u64 = 5;

/// An axis from 0 to a round number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Axis {
    step: u64,
    count: u64,
}

impl Axis {
    /// The shortest axis that reaches a value: up to five intervals of 1, 2 or 5 times a power of 10.
    pub fn reaching(value: u64) -> Self {
        let value = value.max(1);
        let mut power: u64 = 1;
        let step = loop {
            let fitting = [1, 2, 5].into_iter().find_map(|factor| {
                let step = power.checked_mul(factor)?;
                (value.div_ceil(step) <= MOST).then_some(step)
            });
            match (fitting, power.checked_mul(10)) {
                (Some(step), _) => break step,
                (None, Some(next)) => power = next,
                (None, None) => break value.div_ceil(MOST),
            }
        };
        let count = value.div_ceil(step.max(1));
        Self { step, count }
    }

    /// Its end.
    pub const fn top(self) -> u64 {
        self.step.saturating_mul(self.count)
    }

    /// The number of intervals between its marks.
    pub const fn intervals(self) -> u64 {
        self.count
    }

    /// A round part of the way from mark to mark, at least 1: for a slider along the axis.
    pub fn notch(self) -> u64 {
        self.step.checked_div(100).unwrap_or_default().max(1)
    }

    /// The round numbers from 0 to its end.
    pub fn marks(self) -> impl DoubleEndedIterator<Item = u64> {
        (0..=self.count).map(move |mark| self.step.saturating_mul(mark))
    }

    /// Where a value stands, from 0 to [`LENGTH`].
    pub fn place(self, value: u64) -> u64 {
        let share = u128::from(value).saturating_mul(LENGTH.into());
        let place = share.checked_div(self.top().into()).unwrap_or_default();
        u64::try_from(place).unwrap_or(LENGTH).min(LENGTH)
    }
}

/// An axis of amounts: whole numbers of the smallest decimal that occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) struct MoneyAxis {
    axis: Axis,
    scale: u32,
}

impl MoneyAxis {
    /// The shortest axis that reaches all amounts; whole units of the currency where the largest has
    /// any.
    pub fn reaching(amounts: impl Iterator<Item = Amount>) -> Self {
        let largest = amounts.max().unwrap_or_else(|| Amount::whole(0));
        let (coefficient, scale) = largest.coefficient_and_scale();
        let one = 10_i128.checked_pow(scale).unwrap_or(i128::MAX);
        if coefficient >= one {
            let whole = coefficient.checked_div(one).unwrap_or_default();
            let above = coefficient.checked_rem(one).is_some_and(|rest| rest > 0);
            let reach = whole.saturating_add(i128::from(above));
            let reach = u64::try_from(reach).unwrap_or(u64::MAX);
            let axis = Axis::reaching(reach);
            return Self { axis, scale: 0 };
        }
        let axis = Axis::reaching(u64::try_from(coefficient).unwrap_or_default());
        Self { axis, scale }
    }

    /// The round amounts from 0 to its end.
    pub fn marks(self) -> impl DoubleEndedIterator<Item = (u64, Amount)> {
        self.axis.marks().filter_map(move |mark| {
            let amount = Amount::from_parts(mark.into(), self.scale)?;
            Some((self.axis.place(mark), amount))
        })
    }

    /// Where an amount stands, from 0 to [`LENGTH`].
    pub fn place(self, amount: Amount) -> u64 {
        let (coefficient, scale) = amount.coefficient_and_scale();
        let ten = |power: u32| 10_u128.checked_pow(power);
        let coefficient = u128::try_from(coefficient).unwrap_or_default();
        let place = || {
            let value = coefficient
                .checked_mul(LENGTH.into())?
                .checked_mul(ten(self.scale.saturating_sub(scale))?)?;
            let top = ten(scale.saturating_sub(self.scale))?.checked_mul(self.axis.top().into())?;
            u64::try_from(value.checked_div(top)?).ok()
        };
        place().unwrap_or(LENGTH).min(LENGTH)
    }
}

/// How much of an amount another one is, from 0 to [`LENGTH`].
pub(in crate::widget) fn share(part: Amount, whole: Amount) -> u64 {
    let [(part, part_scale), (whole, whole_scale)] =
        [part, whole].map(|amount| amount.coefficient_and_scale());
    let ten = |power: u32| 10_i128.checked_pow(power);
    let share = || {
        let part = part
            .checked_mul(LENGTH.into())?
            .checked_mul(ten(whole_scale.saturating_sub(part_scale))?)?;
        let whole = whole.checked_mul(ten(part_scale.saturating_sub(whole_scale))?)?;
        u64::try_from(part.checked_div(whole)?).ok()
    };
    share().unwrap_or_default().min(LENGTH)
}

/// A place or a width as attributes of SVG have it, so that the picture is as wide as there is room.
pub(in crate::widget) fn percent(parts: u64) -> String {
    let hundredths = parts.saturating_mul(10_000);
    let hundredths = hundredths.checked_div(LENGTH).unwrap_or_default();
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_an_amount_whatever_their_decimals() {
        let of = |part: &str, whole: &str| share(part.parse().unwrap(), whole.parse().unwrap());
        assert_eq!(of("1", "4"), 2_500);
        assert_eq!(of("0.25", "1"), 2_500);
        assert_eq!(of("25", "0.5"), LENGTH);
        assert_eq!(of("4788", "7488.00"), 6_394);
        assert_eq!(of("1", "0"), 0);
    }

    #[test]
    fn an_axis_reaches_its_value_in_a_few_round_steps() {
        for value in (0..5_000).chain([999_999_999_999, u64::MAX - 1, u64::MAX]) {
            let axis = Axis::reaching(value);
            let marks: Vec<u64> = axis.marks().collect();
            assert!(marks.len() <= 6, "{value}: {marks:?}");
            assert!(axis.top() >= value, "{value}: {marks:?}");
            assert!(value == 0 || axis.top() - axis.step < value, "{value}");
        }
        let marks: Vec<u64> = Axis::reaching(45_000).marks().collect();
        assert_eq!(marks, [0, 10_000, 20_000, 30_000, 40_000, 50_000]);
    }

    #[test]
    fn places_lie_in_order_from_end_to_end() {
        let axis = Axis::reaching(7_300);
        let places: Vec<u64> = (0..=axis.top()).map(|value| axis.place(value)).collect();
        assert!(places.is_sorted());
        assert_eq!((places[0], *places.last().unwrap()), (0, LENGTH));
    }

    #[test]
    fn amounts_have_round_marks_too() {
        let reaching = |texts: &[&str]| {
            MoneyAxis::reaching(texts.iter().map(|text| text.parse::<Amount>().unwrap()))
        };
        let marks = |axis: MoneyAxis| axis.marks().map(|(_, a)| a.to_string()).collect::<Vec<_>>();
        assert_eq!(
            marks(reaching(&["399.02", "12"])),
            ["0", "100", "200", "300", "400"]
        );
        assert_eq!(
            marks(reaching(&["0.045"])),
            ["0", "0.01", "0.02", "0.03", "0.04", "0.05"]
        );
        assert_eq!(marks(reaching(&[])), ["0", "1"]);
        let axis = reaching(&["400"]);
        assert_eq!(axis.place("100".parse().unwrap()), 2_500);
        assert_eq!(axis.place("100.5".parse().unwrap()), 2_512);
        assert_eq!(reaching(&["0.04"]).place("0.01".parse().unwrap()), 2_500);
    }
}
