//! How a figure comes in that takes the place of another: from below where it is more, from above where it is
//! less. The styles move it, not where a visitor wants no motion.

use crate::widget::signals::Memo;
use crate::widget::words::average::Monthly;

/// A figure, and the class of the way in which it came.
type Rolled = (Option<Monthly>, &'static str);

/// The class of a figure that has taken the place of another; of the first one, none. It is another one each
/// time, or the same way would not be gone again.
pub(super) fn roll(month: Memo<Option<Monthly>>) -> Memo<Rolled> {
    Memo::new(move |before: Option<&Rolled>| {
        let now = month.get();
        let way = match (before, now) {
            (Some((Some(before), way)), Some(now)) if *before != now => way_of(*before, now, way),
            (Some((_, way)), _) => way,
            (None, _) => "",
        };
        (now, way)
    })
}

fn way_of(before: Monthly, now: Monthly, way: &str) -> &'static str {
    match (now.is_above(before), way) {
        (true, " up") => " up-again",
        (true, _) => " up",
        (false, " down") => " down-again",
        (false, _) => " down",
    }
}
