//! What is paid, bought and lost when, as a picture; the tables below it say the same.

use crate::calendar::Date;
use crate::engine::{PackPurchase, ProblemCode};
use crate::money::{Amount, Currency};
use crate::widget::chart::axis::{LENGTH, MoneyAxis};
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::{phrase, say};
use crate::widget::{Picture, State};
use crate::word::{Arg, Word};

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
struct Mark {
    kind: &'static str,
    x: u64,
    y: u64,
    width: u64,
    height: u64,
    /// The day or the number that it stands for, exactly.
    exact: String,
    /// What is paid on the day.
    paid: Option<(Date, Amount)>,
}

/// The picture: everything at its place, across in parts of [`LENGTH`], which is the whole width
/// whatever that is, and down in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Drawn {
    height: u64,
    currency: Currency,
    /// The first days of the months that are named.
    months: Vec<(u64, Date)>,
    marks: Vec<Mark>,
    /// What is said beside it.
    notes: Vec<Word>,
}

impl Drawn {
    /// `None` where there is nothing to look at: a single month, or nothing to pay.
    fn of(picture: &Picture) -> Option<Self> {
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
        Some(Self {
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

/// What is lost and what is left over, and when a trial ends.
fn notes(picture: &Picture, end: Date) -> Vec<Word> {
    let Some(item) = picture.chosen() else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    for plan in &item.packs {
        let charge = picture.card.charge(&plan.charge);
        let unit = charge.and_then(|charge| picture.card.dimension(charge.model.dimension()?));
        let Some((charge, unit)) = charge.zip(unit.map(|dimension| &dimension.unit)) else {
            continue;
        };
        let is_lost = |pack: &&PackPurchase| pack.expires.is_some_and(|day| day <= end);
        let sum = |lost: bool| {
            let packs = plan.purchases.iter().filter(|pack| is_lost(pack) == lost);
            packs.fold(0_u64, |sum, pack| sum.saturating_add(pack.unused))
        };
        for (id, rest) in [
            ("ui-calendar-lost", sum(true)),
            ("ui-calendar-left", sum(false)),
        ] {
            if rest > 0 {
                let charge = Arg::Label(charge.id.clone(), charge.label.clone());
                let rest = Arg::Quantity(rest, unit.clone());
                notes.push(Word::new(id).with("charge", charge).with("rest", rest));
            }
        }
    }
    let ends = item
        .problems
        .iter()
        .filter(|p| p.code == ProblemCode::TrialEnds);
    let ends = ends.filter_map(|problem| problem.on);
    notes.extend(ends.map(|on| Word::new("ui-calendar-trial").with("on", Arg::Date(on))));
    notes
}

/// The picture, where the estimate covers more than a month.
pub(in crate::widget) fn calendar(state: State) -> Node {
    let drawn = Memo::new(move |_| Drawn::of(&*state.picture()?));
    let drawn = move || drawn.try_get().flatten();
    let notes = move || {
        let notes = drawn().map_or_else(Vec::new, |drawn| drawn.notes);
        many(
            notes
                .into_iter()
                .map(|word| tag::li().child(phrase(state, word))),
        )
    };
    let key = move || {
        let has_packs = drawn()?.marks.iter().any(|mark| mark.kind == "used");
        let id = if has_packs {
            "ui-calendar-packs"
        } else {
            "ui-calendar-key"
        };
        Some(state.say(&Word::new(id)))
    };

    tag::div()
        .part("calendar")
        .class("calendar")
        .attr("hidden", move || drawn().is_none())
        .child(
            tag::h3()
                .class("heading")
                .attr("id", "calendar")
                .child(say(state, "ui-calendar")),
        )
        .child(
            tag::div()
                .class("cal-frame")
                .child(move || drawn().map(|drawn| picture(state, drawn))),
        )
        .child(tag::p().class("help").attr("id", "calendar-key").child(key))
        .child(tag::ul().class("cal-notes").child(notes))
        .into_node()
}

fn picture(state: State, drawn: Drawn) -> Node {
    let Drawn {
        height,
        currency,
        months,
        marks,
        ..
    } = drawn;
    let months = months.into_iter().map(|(x, begins)| {
        tag::text()
            .class("cal-month")
            .attr("x", percent(x))
            .attr("y", "14")
            .child(state.month(begins))
    });
    let marks = marks.into_iter().map(|mark| {
        let paid = mark.paid.map(|(on, amount)| {
            let (on, amount) = (Arg::Date(on), Arg::Money(amount, currency));
            let said = [state.argument(on), state.argument(amount)];
            tag::title().child(said.join(" · "))
        });
        tag::rect()
            .attr("class", format!("cal-{}", mark.kind))
            .attr("data-mark", mark.kind)
            .attr("data-value", mark.exact)
            .attr("x", percent(mark.x))
            .attr("y", mark.y.to_string())
            .attr("width", percent(mark.width))
            .attr("height", mark.height.to_string())
            .child(paid)
    });

    tag::svg()
        .class("cal-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "calendar")
        .attr("aria-describedby", "calendar-key")
        .attr("height", height.to_string())
        .child(tag::g().class("cal-months").child(many(months)))
        .child(many(marks))
        .into_node()
}

/// A place or a width as attributes of SVG have it, so that the picture is as wide as there is room.
fn percent(parts: u64) -> String {
    let hundredths = parts.saturating_mul(10_000);
    let hundredths = hundredths.checked_div(LENGTH).unwrap_or_default();
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::Question;

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
