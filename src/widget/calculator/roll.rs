//! How a figure comes in that takes the place of another: from below where it is more, from above where it is
//! less, and not at all where it is as much. The styles move it, not where a visitor wants no motion.

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
            (Some((Some(before), way)), Some(now)) => way_of(*before, now, way),
            (Some((_, way)), _) => way,
            (None, _) => "",
        };
        (now, way)
    })
}

fn way_of(before: Monthly, now: Monthly, way: &'static str) -> &'static str {
    match (now.is_above(before), before.is_above(now), way) {
        (true, _, " up") => " up-again",
        (true, ..) => " up",
        (_, true, " down") => " down-again",
        (_, true, _) => " down",
        // Twice the months cost twice as much in all, and as much a month.
        (false, false, way) => way,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};

    #[test]
    fn a_figure_rises_falls_or_stays() {
        let usd: Currency = "USD".parse().unwrap();
        let month = |amount: u32, months: u32| {
            let amount = Amount::whole(amount.into());
            let total = amount.checked_mul(months.into()).unwrap();
            Monthly::new(amount, total, months, usd, false)
        };
        assert_eq!(way_of(month(399, 1), month(624, 1), ""), " up");
        assert_eq!(way_of(month(399, 1), month(624, 1), " up"), " up-again");
        assert_eq!(way_of(month(624, 1), month(399, 1), " up"), " down");
        assert_eq!(way_of(month(624, 1), month(399, 1), " down"), " down-again");
        for way in ["", " up", " down-again"] {
            assert_eq!(way_of(month(399, 1), month(399, 12), way), way);
        }
    }
}
