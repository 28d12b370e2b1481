//! The picture: everything at its place.

use super::notes::notes;
use crate::calendar::Date;
use crate::engine::{PackPurchase, Payment};
use crate::money::{Amount, Currency};
use crate::widget::shared::axis::{LENGTH, MoneyAxis};
use crate::widget::state::Picture;
use crate::word::Word;

/// The height of the names of the months, of a payment at most, and of a pack, in pixels.
const HEAD: u64 = 20;
const TALLEST: u64 = 56;
const LANE: u64 = 18;
/// Where the payments stand and the packs begin, in pixels.
const BASE: u64 = HEAD + TALLEST;
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

/// The picture: everything at its place. Places across are parts of [`LENGTH`], which is the whole width
/// of the picture; places down are pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Timeline {
    pub height: u64,
    pub currency: Currency,
    /// The first days of the months that are named.
    pub months: Vec<(u64, Date)>,
    pub marks: Vec<Mark>,
    /// What is said beside it.
    pub notes: Vec<Word>,
}

impl Timeline {
    /// `None` where there is nothing to look at: a single month, or nothing that is paid, bought or ends.
    pub fn new(picture: &Picture) -> Option<Self> {
        let request = &picture.request;
        let item = picture.chosen()?;
        let payments = &picture.estimate.schedule;
        if request.months < 2 || payments.is_empty() {
            return None;
        }
        let trial_end = picture.trial().map(|trial| trial.end(request.start));
        let trial_end = match trial_end {
            Some(end) => Some(end?),
            None => None,
        };
        let end = match trial_end {
            Some(end) => end,
            None => picture
                .card
                .months
                .start_of(request.start, request.months)?,
        };
        // Pay as you go is paid after the last month.
        let last = payments.iter().map(|payment| payment.on).max()?.max(end);
        let scale = Scale::new(request.start, last)?;
        let mut marks = payment_marks(scale, payments, picture.estimate.months);
        let purchases = item.packs.iter().flat_map(|plan| &plan.purchases);
        let lanes = pack_marks(scale, purchases, &mut marks);
        let height = lanes.saturating_mul(LANE).saturating_add(BASE);
        let height = height.saturating_add(LANE);
        marks.extend(trial_end.map(|on| trial_mark(scale, on, height)));
        (!marks.is_empty()).then(|| Self {
            height,
            currency: picture.card.currency,
            months: named_months(scale, picture),
            marks,
            notes: notes(picture, end),
        })
    }
}

/// Where a day stands, between the first day and the last.
#[derive(Clone, Copy)]
struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    /// From a day to somewhat after another: a payment on that day has its width, too.
    fn new(first: Date, last: Date) -> Option<Self> {
        let more = first.days_until(last).checked_div(50)?.saturating_add(1);
        let last = last.plus_days(more)?;
        Some(Self { first, last })
    }

    /// The place of a day in parts of [`LENGTH`].
    fn place(self, day: Date) -> u64 {
        let days = |until| u64::try_from(self.first.days_until(until)).unwrap_or_default();
        let parts = days(day.min(self.last)).saturating_mul(LENGTH);
        parts.checked_div(days(self.last)).unwrap_or_default()
    }
}

/// The first days of the months that are named: every one, or as many as there is room for.
fn named_months(scale: Scale, picture: &Picture) -> Vec<(u64, Date)> {
    let request = &picture.request;
    let months = picture.estimate.months;
    let step = months.div_ceil(MOST_NAMED).max(1);
    let months = (0..months).step_by(usize::try_from(step).unwrap_or(1));
    let months = months.filter_map(|month| {
        let begins = picture.card.months.start_of(request.start, month)?;
        Some((scale.place(begins), begins))
    });
    months.collect()
}

/// What is paid on each day. Two payments in a month stand apart.
fn payment_marks(scale: Scale, payments: &[Payment], months: u32) -> Vec<Mark> {
    let axis = MoneyAxis::reaching(payments.iter().map(|payment| payment.amount));
    let fifth = LENGTH.checked_div(u64::from(months).saturating_mul(5));
    let width = fifth.unwrap_or(PAYMENT).min(PAYMENT);
    let due = payments.iter().filter(|payment| !payment.amount.is_zero());
    let marks = due.map(|payment| {
        let share = axis.place(payment.amount).saturating_mul(TALLEST);
        let height = share.checked_div(LENGTH).unwrap_or_default().max(2);
        Mark {
            kind: "payment",
            x: scale.place(payment.on),
            y: BASE.saturating_sub(height),
            width,
            height,
            exact: payment.on.to_string(),
            paid: Some((payment.on, payment.amount)),
        }
    });
    marks.collect()
}

/// Adds the packs, each in the first lane that is free on its day; gives the number of lanes.
fn pack_marks<'a>(
    scale: Scale,
    packs: impl Iterator<Item = &'a PackPurchase>,
    marks: &mut Vec<Mark>,
) -> u64 {
    // The last day of what lies in each lane.
    let mut lanes: Vec<Date> = Vec::new();
    let count = |lanes: usize| u64::try_from(lanes).unwrap_or_default();
    for pack in packs {
        let until = pack.expires.map_or(scale.last, |day| day.min(scale.last));
        let lane = lanes.iter().position(|free| *free <= pack.on);
        let lane = lane.unwrap_or(lanes.len());
        match lanes.get_mut(lane) {
            Some(free) => *free = until,
            None => lanes.push(until),
        }
        let top = count(lane).saturating_mul(LANE);
        let top = top.saturating_add(BASE).saturating_add(LANE / 2);
        marks.extend(pack_parts(
            pack,
            scale.place(pack.on),
            scale.place(until),
            top,
        ));
    }
    count(lanes.len())
}

/// A pack from its purchase to its end: used as far as it is filled.
fn pack_parts(pack: &PackPurchase, from: u64, to: u64, y: u64) -> [Mark; 2] {
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
    let rest = width.saturating_sub(used);
    [
        mark("used", from, used, pack.used),
        mark("unused", from.saturating_add(used), rest, pack.unused),
    ]
}

/// The day on which a trial ends, from the top of the picture to its bottom.
fn trial_mark(scale: Scale, on: Date, height: u64) -> Mark {
    Mark {
        kind: "trial-end",
        x: scale.place(on),
        y: HEAD,
        width: TRIAL_END,
        height: height.saturating_sub(HEAD),
        exact: on.to_string(),
        paid: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;
    use crate::word::Arg;

    fn timeline(months: u32, item: Item) -> Option<Timeline> {
        let mut question = Question::new(Date::parse("2026-01-31").unwrap());
        question.as_of = Date::parse("2026-11-20");
        question.start = Date::parse("2027-01-31");
        question.months = months;
        question.item = item;
        Timeline::new(&Picture::of(&crate::catalog(), &question).unwrap())
    }

    fn minutes(quantity: u64) -> Item {
        Item::new("contact-center-cn", "standard")
            .with_demand("landline_numbers", Demand::Steady(1))
            .with_demand("outbound_minutes", Demand::Steady(quantity))
    }

    #[test]
    fn a_month_needs_no_calendar() {
        assert_eq!(timeline(1, minutes(2500)), None);
    }

    #[test]
    fn a_payment_of_nothing_is_not_drawn() {
        let kinds = |edition| {
            let timeline = timeline(3, Item::new("chat", edition)).unwrap();
            timeline
                .marks
                .iter()
                .map(|mark| mark.kind)
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds("trial"), ["trial-end"]);
        assert_eq!(kinds("standard"), ["payment"; 3]);
    }

    #[test]
    fn everything_lies_within_the_picture_and_packs_beside_each_other() {
        for months in [2, 7, 36] {
            let timeline = timeline(months, minutes(2500)).unwrap();
            assert!(timeline.months.len() <= 6, "{:?}", timeline.months);
            for two in timeline.months.windows(2) {
                assert!(two[0].0 + LENGTH / 8 <= two[1].0, "{two:?}");
            }
            for mark in &timeline.marks {
                assert!(mark.x + mark.width <= LENGTH, "{mark:?}");
                assert!(mark.y + mark.height <= timeline.height, "{mark:?}");
            }
            let is_pack = |mark: &&Mark| matches!(mark.kind, "used" | "unused");
            let packs: Vec<&Mark> = timeline.marks.iter().filter(is_pack).collect();
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
        let timeline = timeline(12, minutes(2500)).unwrap();
        let unused: u64 = timeline
            .marks
            .iter()
            .filter(|mark| mark.kind == "unused")
            .map(|mark| mark.exact.parse::<u64>().unwrap())
            .sum();
        let noted: u64 = timeline
            .notes
            .iter()
            .filter_map(|word| match word.arg("rest") {
                Some(Arg::Quantity(rest, _)) => Some(*rest),
                _ => None,
            })
            .sum();
        assert_eq!(noted, unused);
    }
}
