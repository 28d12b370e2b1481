//! What is paid in each month of the calendar, by kind.

use super::scale::Scale;
use crate::calendar::Date;
use crate::money::Amount;
use crate::widget::shared::kind::Kind;
use crate::widget::state::Picture;

/// The kinds, from the bottom of a column to its top.
pub(super) const KINDS: [Kind; 4] = [Kind::Plan, Kind::Added, Kind::Packs, Kind::Used];

/// What is paid in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// The first day of the month.
    pub month: Date,
    /// All that is paid in it.
    pub paid: Amount,
    /// What that is paid for, in the order of [`KINDS`]; kinds that nothing is paid for are left out.
    pub parts: Vec<(Kind, Amount)>,
}

/// The months of a picture, each with what is paid in it. `None` where a sum cannot be held.
pub(super) fn columns(picture: &Picture, scale: Scale) -> Option<Vec<Column>> {
    let item = picture.chosen()?;
    let mut month = picture.request.start.first_of_month();
    let mut columns = Vec::new();
    for _ in 0..scale.months() {
        columns.push(Column {
            month,
            paid: Amount::ZERO,
            parts: Vec::new(),
        });
        month = month.first_of_next_month()?;
    }
    for kind in KINDS {
        let lines = item.lines.iter();
        let lines = lines.filter(|line| Kind::of(&picture.card, &line.charge) == kind);
        for entry in lines.flat_map(|line| &line.entries) {
            let column = columns.iter_mut().rfind(|one| one.month <= entry.on)?;
            column.add(kind, entry.amount)?;
        }
    }
    Some(columns)
}

impl Column {
    /// Adds a payment; kinds are added one after another.
    fn add(&mut self, kind: Kind, amount: Amount) -> Option<()> {
        if amount.is_zero() {
            return Some(());
        }
        self.paid = self.paid.checked_add(amount)?;
        match self.parts.last_mut() {
            Some((last, sum)) if *last == kind => *sum = sum.checked_add(amount)?,
            _ => self.parts.push((kind, amount)),
        }
        Some(())
    }
}
