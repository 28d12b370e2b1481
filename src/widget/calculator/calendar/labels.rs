//! Which words of a picture stand in it, by how wide it is: never two over each other, and never fewer in a
//! wider one.
//!
//! A drawing cannot be asked how wide its words are before it is there, so that is reckoned from their letters,
//! generously. Lengths are hundredths of the page's `rem`.

use crate::widget::shared::axis::LENGTH;

/// The widths from which on further words stand, as in `calendar.css`.
const WIDTHS: [u64; 6] = [1_100, 1_700, 2_400, 3_400, 4_600, 6_000];

/// The room between two words.
const GAP: u64 = 45;

/// A word in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Where it is bound to, in parts of [`LENGTH`].
    pub place: u64,
    /// How far it reaches to the left of that and to the right of it.
    pub reach: (u64, u64),
    /// The least of [`WIDTHS`] at which it is of any use, by its number.
    pub from: usize,
}

impl Label {
    /// A word over its place.
    pub const fn over(place: u64, width: u64) -> Self {
        let half = width.div_ceil(2);
        Self {
            place,
            reach: (half, half),
            from: 0,
        }
    }

    /// Where it begins and ends in a picture of a width, from the end of the axis on.
    fn extent(self, width: u64) -> (i128, i128) {
        let place = u128::from(self.place).saturating_mul(width.into());
        let place = place.checked_div(LENGTH.into()).unwrap_or_default();
        let place = i128::try_from(place).unwrap_or(i128::MAX);
        let (before, after) = self.reach;
        (
            place.saturating_sub(before.into()),
            place.saturating_add(after.into()),
        )
    }
}

/// From which of [`WIDTHS`] on each word stands; `None` where it never does. Words come in the order of their
/// importance. The axis beside the drawing is as wide as it says.
pub(super) fn levels(labels: &[Label], axis: u64) -> Vec<Option<usize>> {
    let mut levels = vec![None; labels.len()];
    for (level, width) in WIDTHS.into_iter().enumerate() {
        let room = width.saturating_sub(axis);
        for (place, label) in labels.iter().enumerate() {
            let is_placed = levels.get(place).is_some_and(Option::is_some);
            if is_placed || label.from > level {
                continue;
            }
            let (left, right) = label.extent(room);
            let is_within = left.saturating_add(axis.into()) >= 0 && right <= i128::from(room);
            let mut placed = labels.iter().zip(&levels);
            let is_free = placed.all(|(other, level)| {
                let (begins, ends) = other.extent(room);
                let gap = i128::from(GAP);
                level.is_none()
                    || right.saturating_add(gap) <= begins
                    || ends.saturating_add(gap) <= left
            });
            if let Some(found) = levels.get_mut(place).filter(|_| is_within && is_free) {
                *found = Some(level);
            }
        }
    }
    levels
}

/// How wide a text is at most, in the size of an axis.
pub(super) fn width(text: &str) -> u64 {
    const NARROW: u64 = 49;
    const WIDE: u64 = 80;
    let widths = text.chars().map(|letter| match letter {
        '.' | ',' | ' ' => NARROW / 2,
        ..'\u{2e80}' => NARROW,
        _ => WIDE,
    });
    widths.fold(0, u64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_stand_over_each_other() {
        for count in [1, 2, 13, 37] {
            let places = (0..count).map(|column| (column * 2 + 1) * LENGTH / (count * 2));
            let labels: Vec<Label> = places.map(|place| Label::over(place, 300)).collect();
            let levels = levels(&labels, 350);
            for (level, width) in WIDTHS.into_iter().enumerate() {
                let shown = labels.iter().zip(&levels);
                let shown = shown.filter(|(_, from)| from.is_some_and(|from| from <= level));
                let extents: Vec<_> = shown.map(|(label, _)| label.extent(width - 350)).collect();
                for (place, one) in extents.iter().enumerate() {
                    assert!(one.0 >= -350 && one.1 <= i128::from(width));
                    for other in &extents[place + 1..] {
                        assert!(
                            one.1 < other.0 || other.1 < one.0,
                            "{count} {one:?} {other:?}"
                        );
                    }
                }
                assert!(!extents.is_empty(), "{count} {width}");
            }
        }
    }

    #[test]
    fn there_are_more_of_them_where_there_is_room() {
        let places = (0..13).map(|column| (column * 2 + 1) * LENGTH / 26);
        let labels: Vec<Label> = places.map(|place| Label::over(place, 300)).collect();
        let levels = levels(&labels, 350);
        let at = |level| levels.iter().filter(|from| **from == Some(level)).count();
        assert_eq!(levels.iter().filter(|from| from.is_some()).count(), 13);
        assert!(at(0) > 0 && at(0) < 6);
    }
}
