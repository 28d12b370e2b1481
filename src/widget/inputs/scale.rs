//! The scale of a slider: round numbers, each about as much larger than the one before.

use super::bounds::Bounds;
use crate::widget::shared::axis::LENGTH;

/// What a number that is included is to be multiplied by to be well within the scale.
const ROOM: u64 = 30;

/// How many times as much as its beginning the end of a scale is.
const SPAN: u64 = 10_000;

/// The round numbers of a decade, in tenths of it: every step is about as long as the next.
const ROUND: [u64; 20] = [
    10, 11, 12, 14, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90,
];

/// Round numbers from the first to the last that a slider stops at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    stops: Vec<u64>,
}

impl Scale {
    /// A scale for a field, on which what is included is well within, and which reaches a number that matters.
    pub fn new(bounds: Bounds, included: u64, reaches: u64) -> Self {
        let wanted = included.max(1).saturating_mul(ROOM).max(reaches);
        let top = power_of_ten(wanted).min(bounds.max);
        let bottom = (top / SPAN).max(bounds.min);
        let mut stops = Vec::new();
        if bounds.min == 0 && bottom == 0 {
            stops.push(0);
        }
        let mut decade = 1_u64;
        while decade <= top {
            let numbers = ROUND.iter().filter_map(|tenths| {
                let number = decade.checked_mul(*tenths)?;
                (number % 10 == 0).then_some(number / 10)
            });
            stops.extend(numbers.filter(|number| (bottom.max(1)..=top).contains(number)));
            let Some(next) = decade.checked_mul(10) else {
                break;
            };
            decade = next;
        }
        if stops.last() != Some(&top) {
            stops.push(top);
        }
        Self { stops }
    }

    /// Its last place, where the first is 0.
    pub fn last(&self) -> usize {
        self.stops.len().saturating_sub(1)
    }

    /// The number at a place.
    pub fn number(&self, place: usize) -> Option<u64> {
        self.stops.get(place).copied()
    }

    /// The place that is nearest to a number from below.
    pub fn place(&self, number: u64) -> usize {
        let above = self.stops.partition_point(|stop| *stop <= number);
        above.saturating_sub(1)
    }

    /// How far along the scale a number stands, from 0 to [`LENGTH`]; beyond its ends at the ends.
    pub fn along(&self, number: u64) -> u64 {
        let place = self.place(number);
        let steps = to_u64(self.last()).max(1);
        let before = self.number(place).unwrap_or_default();
        let of_step = match self.number(place.saturating_add(1)) {
            Some(after) => {
                let gone = number.saturating_sub(before).saturating_mul(LENGTH);
                let step = after.saturating_sub(before);
                gone.checked_div(step).unwrap_or_default()
            }
            None => 0,
        };
        let gone = to_u64(place).saturating_mul(LENGTH).saturating_add(of_step);
        gone.checked_div(steps).unwrap_or_default().min(LENGTH)
    }

    /// The powers of ten on it, and its ends.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        let ends = [self.stops.first().copied(), self.stops.last().copied()];
        let is_mark = move |number: &u64| {
            ends.contains(&Some(*number)) || (*number > 0 && power_of_ten(*number) == *number)
        };
        self.stops.iter().copied().filter(is_mark)
    }
}

/// The least power of ten that is not below a number.
fn power_of_ten(number: u64) -> u64 {
    let mut power = 1_u64;
    while power < number {
        match power.checked_mul(10) {
            Some(next) => power = next,
            None => return u64::MAX,
        }
    }
    power
}

fn to_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(min: u64, max: u64, included: u64, reaches: u64) -> Scale {
        let bounds = Bounds {
            min,
            max,
            default: None,
        };
        Scale::new(bounds, included, reaches)
    }

    #[test]
    fn four_decades_around_what_is_included() {
        let users = scale(0, 1_000_000_000_000, 10_000, 0);
        assert_eq!(
            users.marks().collect::<Vec<_>>(),
            [100, 1_000, 10_000, 100_000, 1_000_000]
        );
        assert_eq!((users.last(), users.along(10_000)), (80, LENGTH / 2));
        let seats = scale(0, 1_000_000, 3, 0);
        assert_eq!(seats.marks().collect::<Vec<_>>(), [0, 1, 10, 100]);
        // It reaches what is asked for, and no further than the field.
        assert_eq!(scale(0, 1_000_000, 3, 4_000).number(0), Some(1));
        let few = scale(1, 20, 1, 0);
        assert_eq!((few.number(0), few.number(few.last())), (Some(1), Some(20)));
    }

    #[test]
    fn every_stop_is_larger_than_the_one_before_and_is_found_again() {
        for (min, max, included, reaches) in [
            (0, 1_000_000_000_000, 10_000, 0),
            (0, 1_000_000_000_000, 0, 1_000_000_000_000),
            (1, 1_000_000, 1, 0),
            (0, u64::MAX, u64::MAX, u64::MAX),
            (5, 5, 0, 0),
            (0, 0, 0, 0),
            (7, 3_333, 100, 12),
        ] {
            let scale = scale(min, max, included, reaches);
            assert!(
                scale.stops.windows(2).all(|pair| pair[0] < pair[1]),
                "{scale:?}"
            );
            assert!(
                scale.stops.iter().all(|stop| (min..=max).contains(stop)),
                "{scale:?}"
            );
            for place in 0..=scale.last() {
                let number = scale.number(place).unwrap();
                assert_eq!(scale.place(number), place);
            }
            assert!(scale.along(0) == 0 || scale.number(0) == Some(0));
            assert!(scale.along(u64::MAX) <= LENGTH);
        }
    }

    #[test]
    fn a_number_between_two_stops_stands_between_them() {
        let users = scale(0, 1_000_000_000_000, 10_000, 0);
        let (at, between, after) = (
            users.along(25_000),
            users.along(26_500),
            users.along(28_000),
        );
        assert!(at < between && between < after);
        assert_eq!(users.along(1), 0);
        assert_eq!(users.along(5_000_000), LENGTH);
    }
}
