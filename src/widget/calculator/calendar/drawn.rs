//! The picture: everything at its place.

use super::notes::notes;
use crate::calendar::Date;
use crate::engine::{PackPurchase, ProblemCode};
use crate::money::{Amount, Currency};
use crate::widget::Picture;
use crate::widget::chart::axis::{LENGTH, MoneyAxis};
use crate::word::Word;

/// The height of the names of the months, of a payment at most, and of a pack, in pixels.
const HEAD: u64 = 20;
const TALLEST: u64 = 56;
const LANE: u64 = 18;
/// The width of a payment at most, of the end of a trial, and of the gap after a pack, in parts of
/// [`LENGTH`].
const PAYMENT: u64 = 150;
const TRIAL_END: u64 = 30;
const GAP: u64 = 20;
/// The most months that are named.
const MOST_NAMED: u32 = 6;

/// Something drawn: a kind, which is its style, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub kind: &'static str,
    pub x: u64,
    pub y: u64,
    pub width: u64,
    pub height: u64,
    /// The day or the number that it stands for, exactly.
    pub exact: String,
    /// What is paid on the day.
    pub paid: Option<(Date, Amount)>,
}

/// The picture: everything at its place, across in parts of [`LENGTH`], which is the whole width
/// whatever that is, and down in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    pub height: u64,
    pub currency: Currency,
    /// The first days of the months that are named.
    pub months: Vec<(u64, Date)>,
    pub marks: Vec<Mark>,
    /// What is said beside it.
    pub notes: Vec<Word>,
}

impl Drawn {
    /// `None` where there is nothing to look at: a single month, or nothing that is paid, bought or ends.
    pub fn of(picture: &Picture) -> Option<Self> {
        let request = &picture.request;
        let item = picture.chosen()?;
        let payments = &picture.estimate.schedule;
        if request.months < 2 || payments.is_empty() {
            return None;
        }
        let named = usize::try_from(request.months.div_ceil(MOST_NAMED)).ok()?;
        let begins = |month| picture.card.months.start_of(request.start, month);
        let end = begins(request.months)?;
        // Pay as you go is paid after the last month.
        let last = payments.iter().map(|payment| payment.on).max()?.max(end);
        // The last payment has its width, too.
        let span = request.start.days_until(last);
        let last = last.plus_days(span.checked_div(50)?.saturating_add(1))?;
        let days = |until: Date| u64::try_from(request.start.days_until(until)).unwrap_or_default();
        let whole = days(last);
        let at = |date: Date| {
            let parts = days(date.min(last)).saturating_mul(LENGTH);
            parts.checked_div(whole).unwrap_or_default()
        };
        let months = (0..request.months).step_by(named).filter_map(|month| {
            let begins = begins(month)?;
            Some((at(begins), begins))
        });
        let months: Vec<_> = months.collect();
        let axis = MoneyAxis::reaching(payments.iter().map(|payment| payment.amount));
        let base = HEAD.saturating_add(TALLEST);
        // Two payments in a month stand apart.
        let fifth = LENGTH.checked_div(u64::from(request.months).saturating_mul(5));
        let width = fifth?.min(PAYMENT);
        let due = payments.iter().filter(|payment| !payment.amount.is_zero());
        let paid = due.map(|payment| {
            let share = axis.place(payment.amount).saturating_mul(TALLEST);
            let height = share.checked_div(LENGTH).unwrap_or_default().max(2);
            Mark {
                kind: "payment",
                x: at(payment.on),
                y: base.saturating_sub(height),
                width,
                height,
                exact: payment.on.to_string(),
                paid: Some((payment.on, payment.amount)),
            }
        });
        let mut marks: Vec<Mark> = paid.collect();
        // The last day of what lies in each lane: a pack takes the first lane that is free.
        let mut lanes: Vec<Date> = Vec::new();
        for plan in &item.packs {
            for pack in &plan.purchases {
                let until = pack.expires.map_or(last, |day| day.min(last));
                let lane = lanes.iter().position(|free| *free <= pack.on);
                let lane = lane.unwrap_or(lanes.len());
                match lanes.get_mut(lane) {
                    Some(free) => *free = until,
                    None => lanes.push(until),
                }
                let top = u64::try_from(lane).unwrap_or_default().saturating_mul(LANE);
                let top = top.saturating_add(base).saturating_add(LANE / 2);
                marks.extend(pack_marks(pack, at(pack.on), at(until), top));
            }
        }
        let lanes = u64::try_from(lanes.len()).unwrap_or_default();
        let height = lanes.saturating_mul(LANE).saturating_add(base);
        let height = height.saturating_add(LANE);
        let trial = item
            .problems
            .iter()
            .filter(|problem| problem.code == ProblemCode::TrialEnds);
        marks.extend(trial.filter_map(|problem| problem.on).map(|on| Mark {
            kind: "trial-end",
            x: at(on),
            y: HEAD,
            width: TRIAL_END,
            height: height.saturating_sub(HEAD),
            exact: on.to_string(),
            paid: None,
        }));
        (!marks.is_empty()).then(|| Self {
            height,
            currency: picture.card.currency,
            months,
            marks,
            notes: notes(picture, end),
        })
    }
}

/// A pack from its purchase to its end: used as far as it is filled.
fn pack_marks(pack: &PackPurchase, from: u64, to: u64, y: u64) -> [Mark; 2] {
    let width = to.saturating_sub(from).saturating_sub(GAP).max(1);
    let share = u128::from(pack.used).saturating_mul(u128::from(width));
    let share = share.checked_div(u128::from(pack.quantity));
    let used = share.and_then(|share| u64::try_from(share).ok());
    let used = used.unwrap_or_default().min(width);
    let mark = |kind, x, width, exact: u64| Mark {
        kind,
        x,
        y,
        width,
        height: LANE.saturating_sub(6),
        exact: exact.to_string(),
        paid: None,
    };
    [
        mark("used", from, used, pack.used),
        mark(
            "unused",
            from.saturating_add(used),
            width.saturating_sub(used),
            pack.unused,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::Question;
    use crate::word::Arg;

    fn drawn(months: u32, item: Item) -> Option<Drawn> {
        let mut question = Question::new(Date::parse("2026-01-31").unwrap());
        question.as_of = Date::parse("2026-11-20");
        question.start = Date::parse("2027-01-31");
        question.months = months;
        question.item = item;
        Drawn::of(&Picture::of(&crate::catalog(), &question).unwrap())
    }

    fn minutes(quantity: u64) -> Item {
        Item::new("contact-center-cn", "standard")
            .with_demand("landline_numbers", Demand::Steady(1))
            .with_demand("outbound_minutes", Demand::Steady(quantity))
    }

    #[test]
    fn a_month_needs_no_calendar() {
        assert_eq!(drawn(1, minutes(2500)), None);
    }

    #[test]
    fn a_payment_of_nothing_is_not_drawn() {
        let kinds = |edition| {
            let drawn = drawn(3, Item::new("chat", edition)).unwrap();
            drawn.marks.iter().map(|mark| mark.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds("trial"), ["trial-end"]);
        assert_eq!(kinds("standard"), ["payment"; 3]);
    }

    #[test]
    fn everything_lies_within_the_picture_and_packs_beside_each_other() {
        for months in [2, 7, 36] {
            let drawn = drawn(months, minutes(2500)).unwrap();
            assert!(drawn.months.len() <= 6, "{:?}", drawn.months);
            for two in drawn.months.windows(2) {
                assert!(two[0].0 + LENGTH / 8 <= two[1].0, "{two:?}");
            }
            for mark in &drawn.marks {
                assert!(mark.x + mark.width <= LENGTH, "{mark:?}");
                assert!(mark.y + mark.height <= drawn.height, "{mark:?}");
            }
            let is_pack = |mark: &&Mark| matches!(mark.kind, "used" | "unused");
            let packs: Vec<&Mark> = drawn.marks.iter().filter(is_pack).collect();
            assert!(!packs.is_empty());
            for (index, one) in packs.iter().enumerate() {
                for other in &packs[index + 1..] {
                    let apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
                    assert!(one.y != other.y || apart, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_lost_is_said() {
        let question = drawn(12, minutes(2500)).unwrap();
        let unused: u64 = question
            .marks
            .iter()
            .filter(|mark| mark.kind == "unused")
            .map(|mark| mark.exact.parse::<u64>().unwrap())
            .sum();
        let said: u64 = question
            .notes
            .iter()
            .filter_map(|word| match word.arg("rest") {
                Some(Arg::Quantity(rest, _)) => Some(*rest),
                _ => None,
            })
            .sum();
        assert_eq!(said, unused);
    }
}
