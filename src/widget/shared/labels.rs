//! Which words of a picture stand in it, by how wide it is: never two over each other, and never fewer in a
//! wider one.
//!
//! A drawing cannot be asked how wide its words are before it is there, so that is reckoned from their letters,
//! generously. Lengths are hundredths of the page's `rem`.

use crate::widget::shared::axis::LENGTH;

/// The widths from which on further words stand, as in `calendar.css`.
const WIDTHS: [u64; 7] = [1_100, 1_700, 2_400, 3_400, 4_600, 6_000, 7_600];

/// The room between two words.
const GAP: u64 = 45;

/// The height of a line of words.
const LINE: u64 = 105;

/// A word in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Label {
    /// Where it is bound to, in parts of [`LENGTH`].
    pub place: u64,
    /// How far it reaches to the left of that and to the right of it.
    pub reach: (u64, u64),
    /// The least of [`WIDTHS`] at which it is of any use, by its number.
    pub from: usize,
    /// How far down it stands; `None` where all stand in one line.
    pub down: Option<u64>,
    /// What it must not reach beyond, in parts of [`LENGTH`]: what is drawn beside it.
    pub between: (u64, u64),
}

impl Label {
    /// A word over its place.
    pub const fn over(place: u64, width: u64) -> Self {
        let half = width.div_ceil(2);
        Self {
            place,
            reach: (half, half),
            from: 0,
            down: None,
            between: (0, LENGTH),
        }
    }

    /// A word under its place, within both ends of what is drawn.
    pub const fn within(place: u64, width: u64) -> Self {
        let over = Self::over(place, width);
        let reach = match place {
            0 => (0, width),
            LENGTH => (width, 0),
            _ => over.reach,
        };
        Self { reach, ..over }
    }

    /// Where it begins and ends in a picture of a width, from the end of the axis on.
    fn extent(self, width: u64) -> (i128, i128) {
        let place = at(self.place, width);
        let (before, after) = self.reach;
        (
            place.saturating_sub(before.into()),
            place.saturating_add(after.into()),
        )
    }

    /// Whether it reaches over nothing that is drawn beside it in a picture of a width; to the ends of the picture
    /// it may.
    fn keeps_clear(self, width: u64) -> bool {
        let (left, right) = self.extent(width);
        let (from, to) = self.between;
        (from == 0 || at(from, width) <= left) && (to == LENGTH || right <= at(to, width))
    }

    /// Whether two words stand in lines apart from each other.
    fn is_apart(self, other: Self) -> bool {
        let lines = self.down.zip(other.down);
        lines.is_some_and(|(one, other)| one.abs_diff(other) >= LINE)
    }
}

/// A place in a picture of a width.
fn at(place: u64, width: u64) -> i128 {
    let place = u128::from(place).saturating_mul(width.into());
    let place = place.checked_div(LENGTH.into()).unwrap_or_default();
    i128::try_from(place).unwrap_or(i128::MAX)
}

/// From which of [`WIDTHS`] on each word stands; `None` where it never does. Words come in the order of their
/// importance. The axis beside the drawing is as wide as it says.
pub(in crate::widget) fn levels(labels: &[Label], axis: u64) -> Vec<Option<usize>> {
    let mut levels = vec![None; labels.len()];
    for (level, width) in WIDTHS.into_iter().enumerate() {
        let room = width.saturating_sub(axis);
        for (place, label) in labels.iter().enumerate() {
            let is_placed = levels.get(place).is_some_and(Option::is_some);
            if is_placed || label.from > level {
                continue;
            }
            let (left, right) = label.extent(room);
            let is_within = left.saturating_add(axis.into()) >= 0
                && right <= i128::from(room)
                && label.keeps_clear(room);
            let mut placed = labels.iter().zip(&levels);
            let is_free = placed.all(|(other, level)| {
                let (begins, ends) = other.extent(room);
                let gap = i128::from(GAP);
                level.is_none()
                    || label.is_apart(*other)
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

/// The same of names that stand at equal steps: each, or every so many, all as soon as there is room for all of these.
/// Where there is no room for any of the steps, the first stands alone.
pub(in crate::widget) fn step_levels(
    labels: &[Label],
    axis: u64,
    steps: &[usize],
) -> Vec<Option<usize>> {
    let mut by_place = vec![None; labels.len()];
    let alone = labels.len().max(1);
    for step in steps.iter().copied().chain([alone]) {
        let every: Vec<Label> = labels.iter().copied().step_by(step).collect();
        let all: Option<Vec<usize>> = levels(&every, axis).into_iter().collect();
        let level = all.and_then(|levels| levels.into_iter().max());
        for found in by_place.iter_mut().step_by(step) {
            *found = level;
        }
    }
    by_place
}

/// How wide a text is at most, in the size of an axis.
pub(in crate::widget) fn width(text: &str) -> u64 {
    const NARROW: u64 = 49;
    const WIDE: u64 = 80;
    let widths = text.chars().map(|letter| match letter {
        '.' | ',' | ' ' | '\u{a0}' => NARROW / 2,
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
    fn words_reach_over_nothing_that_is_drawn_and_over_each_other_in_lines_of_their_own() {
        let middle = Label::over(LENGTH / 2, 400);
        assert_eq!(levels(&[middle, middle], 0), [Some(0), None]);
        let below = Label {
            down: Some(900),
            ..middle
        };
        let above = Label {
            down: Some(500),
            ..middle
        };
        assert_eq!(levels(&[above, below], 0), [Some(0), Some(0)]);
        // A tenth of the width at each side.
        let pressed = Label {
            between: (LENGTH / 10 * 4, LENGTH / 10 * 6),
            ..middle
        };
        let level = levels(&[pressed], 0)[0];
        assert_eq!(level, WIDTHS.iter().position(|width| width / 5 >= 400));
    }

    #[test]
    fn names_at_steps_stand_all_as_soon_as_there_is_room() {
        let places = (0..36).map(|month| month * LENGTH / 35);
        let long: Vec<Label> = places.map(|place| Label::within(place, 590)).collect();
        let levels = step_levels(&long, 0, &[6, 12]);
        let shown = |level| {
            let shown = levels.iter().enumerate();
            let shown = shown.filter(|(_, from)| from.is_some_and(|from| from <= level));
            shown.map(|(place, _)| place).collect::<Vec<_>>()
        };
        assert_eq!(shown(1), [0]);
        assert_eq!(shown(WIDTHS.len() - 1), [0, 6, 12, 18, 24, 30]);
        for (level, width) in WIDTHS.into_iter().enumerate() {
            for two in shown(level).windows(2) {
                let extent = |place: usize| long[place].extent(width);
                assert!(extent(two[0]).1 < extent(two[1]).0, "{width} {two:?}");
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
