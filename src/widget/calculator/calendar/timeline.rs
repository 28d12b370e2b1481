//! The picture: everything at its place.

use super::columns::{Column, KINDS, columns};
use super::finding::Paid;
use super::lanes::{Lane, lanes};
use super::notes::notes;
use super::scale::Scale;
use crate::calendar::Date;
use crate::money::{Amount, Currency};
use crate::widget::shared::axis::{LENGTH, MoneyAxis};
use crate::widget::shared::kind::Kind;
use crate::widget::state::Picture;
use crate::word::{Arg, Word};

/// Where the tallest column ends at most, and where all of them stand, in hundredths of a `rem`.
const TOP: u64 = 340;
pub(super) const BASE: u64 = 1_590;
/// The least height of what is paid.
const LEAST: u64 = 18;

/// An amount in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub kind: Kind,
    pub amount: Amount,
    pub y: u64,
    pub height: u64,
}

/// A month, with what is paid in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stack {
    pub month: Date,
    pub paid: Amount,
    pub parts: Vec<Part>,
    pub top: u64,
}

/// A kind, the charges of it, and what they come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub kind: Kind,
    pub charges: Word,
    pub amount: Amount,
}

/// The picture. Places across are parts of [`LENGTH`], which is the whole width of the columns; places down are
/// hundredths of a `rem`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Timeline {
    pub currency: Currency,
    pub scale: Scale,
    /// What it says.
    pub finding: Word,
    /// The first day, and whether it is today.
    pub start: Date,
    pub is_today: bool,
    pub marks: Vec<(u64, Amount)>,
    pub stacks: Vec<Stack>,
    pub lanes: Vec<Lane>,
    pub trial_end: Option<Date>,
    pub keys: Vec<Key>,
    /// What is said beside it.
    pub notes: Vec<Word>,
}

impl Timeline {
    /// `None` where there is nothing to look at: a single payment, or a trial that is not compared with months.
    pub fn new(picture: &Picture, today: Date) -> Option<Self> {
        let request = &picture.request;
        let item = picture.chosen()?;
        let payments = &picture.estimate.schedule;
        let trial_end = match picture.trial() {
            Some(trial) => Some(trial.end(request.start)?),
            None => None,
        };
        let end = match trial_end {
            Some(end) => end,
            None => {
                let months = picture.card.months;
                months.start_of(request.start, request.months)?
            }
        };
        // Pay as you go is paid after the last month.
        let last = payments.iter().map(|payment| payment.on).max()?.max(end);
        let scale = Scale::new(request.start, last);
        let columns = columns(picture, scale)?;
        let paid = columns
            .iter()
            .filter(|column| !column.paid.is_zero())
            .count();
        let is_trial = trial_end.is_some() && request.months > 1;
        if paid < 2 && item.packs.is_empty() && !is_trial {
            return None;
        }
        let is_today = request.start == today;
        let finding = match trial_end {
            Some(end) if paid == 0 => Word::new("ui-payments-trial").with("on", Arg::Date(end)),
            _ => {
                let paid = Paid {
                    currency: picture.card.currency,
                    start: request.start,
                    is_today,
                    payments,
                    columns: &columns,
                };
                paid.finding()?
            }
        };
        let axis = MoneyAxis::reaching(columns.iter().map(|column| column.paid));
        let mut said: Vec<Word> = packs_at_first(&columns, picture.card.currency)
            .into_iter()
            .collect();
        said.extend(notes(picture, end, paid > 0));
        Some(Self {
            currency: picture.card.currency,
            scale,
            finding,
            start: request.start,
            is_today,
            marks: match paid {
                0 => Vec::new(),
                _ => axis
                    .marks()
                    .map(|(place, amount)| (height_of(place), amount))
                    .collect(),
            },
            stacks: columns.iter().map(|column| stack(column, axis)).collect(),
            lanes: lanes(picture, item, scale),
            trial_end,
            keys: keys(picture)?,
            notes: said,
        })
    }
}

/// A place on the axis as a height.
fn height_of(place: u64) -> u64 {
    let height = place.saturating_mul(BASE.saturating_sub(TOP));
    height.checked_div(LENGTH).unwrap_or_default()
}

/// What is paid in a month, one kind upon the other.
fn stack(column: &Column, axis: MoneyAxis) -> Stack {
    let (mut sum, mut below) = (Amount::ZERO, 0_u64);
    let mut parts = Vec::new();
    for (kind, amount) in &column.parts {
        sum = sum.checked_add(*amount).unwrap_or(column.paid);
        let to = height_of(axis.place(sum)).max(below.saturating_add(LEAST));
        parts.push(Part {
            kind: *kind,
            amount: *amount,
            y: BASE.saturating_sub(to),
            height: to.saturating_sub(below),
        });
        below = to;
    }
    Stack {
        month: column.month,
        paid: column.paid,
        parts,
        top: BASE.saturating_sub(below),
    }
}

/// What of the first month is for packs, where fewer of them are bought in every later month.
fn packs_at_first(columns: &[Column], currency: Currency) -> Option<Word> {
    let packs = |column: &Column| {
        let mut parts = column.parts.iter();
        let packs = parts.find(|(kind, _)| *kind == Kind::Packs);
        packs.map_or(Amount::ZERO, |(_, amount)| *amount)
    };
    let (first, later) = columns.split_first()?;
    let amount = packs(first);
    let is_more = !amount.is_zero() && later.iter().all(|column| packs(column) < amount);
    let word = Word::new("ui-payments-packs").with("amount", Arg::Money(amount, currency));
    is_more.then_some(word)
}

/// The kinds that occur, with what they come to.
fn keys(picture: &Picture) -> Option<Vec<Key>> {
    let item = picture.chosen()?;
    let mut keys = Vec::new();
    for kind in KINDS {
        let (mut labels, mut amount) = (Vec::new(), Amount::ZERO);
        for line in item.lines.iter().filter(|line| !line.amount.is_zero()) {
            if Kind::of(&picture.card, &line.charge) == kind {
                labels.push((line.charge.clone(), line.label.clone()));
                amount = amount.checked_add(line.amount)?;
            }
        }
        if !labels.is_empty() {
            keys.push(Key {
                kind,
                charges: Word::new("ui-argument").with("is", Arg::Labels(labels)),
                amount,
            });
        }
    }
    Some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;

    fn timeline(months: u32, item: Item) -> Option<Timeline> {
        let today = Date::parse("2027-01-31").unwrap();
        let mut question = Question::new(today);
        question.as_of = Date::parse("2026-11-20");
        question.start = Some(today);
        question.months = months;
        question.item = item;
        Timeline::new(&Picture::of(&crate::catalog(), &question).unwrap(), today)
    }

    fn minutes(quantity: u64) -> Item {
        Item::new("contact-center-cn", "standard")
            .with_demand("landline_numbers", Demand::Steady(1))
            .with_demand("outbound_minutes", Demand::Steady(quantity))
    }

    #[test]
    fn a_single_payment_needs_no_picture() {
        assert_eq!(timeline(1, Item::new("chat", "standard")), None);
        let used = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
        assert_eq!(timeline(1, used).unwrap().stacks.len(), 2);
    }

    #[test]
    fn a_trial_has_its_end_and_no_column() {
        let trial = timeline(3, Item::new("chat", "trial")).unwrap();
        assert!(trial.trial_end.is_some());
        assert!(trial.stacks.iter().all(|stack| stack.parts.is_empty()));
        let standard = timeline(3, Item::new("chat", "standard")).unwrap();
        assert_eq!(standard.trial_end, None);
    }

    #[test]
    fn columns_are_all_that_is_paid_and_lie_within_the_picture() {
        for months in [1, 2, 7, 36] {
            let item = minutes(2_500);
            let timeline = timeline(months, item).unwrap();
            let add = |sum: Amount, amount: Amount| sum.checked_add(amount).unwrap();
            let sum = |amounts: &mut dyn Iterator<Item = Amount>| amounts.fold(Amount::ZERO, add);
            let paid = sum(&mut timeline.stacks.iter().map(|stack| stack.paid));
            let keys = sum(&mut timeline.keys.iter().map(|key| key.amount));
            assert_eq!(paid, keys);
            for stack in &timeline.stacks {
                let parts = sum(&mut stack.parts.iter().map(|part| part.amount));
                assert_eq!(parts, stack.paid);
                let heights: u64 = stack.parts.iter().map(|part| part.height).sum();
                assert_eq!(heights, BASE - stack.top);
                assert!(stack.top + LEAST * 4 >= TOP, "{stack:?}");
            }
            for lane in &timeline.lanes {
                for two in lane.pieces.windows(2) {
                    assert!(two[0].x + two[0].width <= two[1].x + 1, "{two:?}");
                }
                for piece in &lane.pieces {
                    assert!(piece.x + piece.width <= LENGTH && piece.height <= lane.height);
                }
            }
        }
    }

    #[test]
    fn what_is_left_in_packs_falls_until_others_are_bought() {
        let timeline = timeline(12, minutes(2_500)).unwrap();
        let lane = timeline
            .lanes
            .iter()
            .find(|lane| lane.mark == "left")
            .unwrap();
        let left: Vec<u64> = lane
            .pieces
            .iter()
            .map(|piece| piece.exact.parse().unwrap())
            .collect();
        assert_eq!(left.len(), 12);
        assert!(left.windows(2).any(|two| two[1] < two[0]));
        let tallest = lane.pieces.iter().map(|piece| piece.height).max();
        assert_eq!(tallest, Some(lane.height));
    }

    #[test]
    fn what_is_lost_is_said() {
        let rests = |quantity| {
            let timeline = timeline(12, minutes(quantity)).unwrap();
            let said = timeline.notes.iter();
            said.filter(|word| word.arg("rest").is_some()).count()
        };
        // Packs are of whole thousands.
        assert_eq!(rests(2_500), 0);
        assert!(rests(2_600) > 0);
    }
}
