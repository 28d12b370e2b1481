//! The payments of an item in the order of their days, with a sum for each month.

use std::sync::Arc;

use crate::calendar::Date;
use crate::engine::{Entry, Line};
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::state::Picture;

/// What is paid on a day for a charge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paid {
    pub on: Date,
    pub charge: Id,
    pub label: Arc<Text>,
    pub quantity: u64,
    pub unit_price: Amount,
    pub amount: Amount,
    /// What has been paid to then, this with it.
    pub so_far: Amount,
    pub currency: Currency,
    /// Which of the payments it is.
    place: usize,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
    /// A payment.
    Paid(Paid),
    /// All of a month in which there are several.
    Month {
        /// The first day of the month.
        month: Date,
        /// What is paid in it.
        amount: Amount,
        /// What has been paid to its end.
        so_far: Amount,
        /// The currency of both.
        currency: Currency,
    },
}

impl Row {
    /// By what it is known again.
    pub fn key(&self) -> String {
        match self {
            Self::Paid(paid) => format!(
                "{} {} {} {} {} {} {}",
                paid.place,
                paid.on,
                paid.charge,
                paid.quantity,
                paid.unit_price,
                paid.amount,
                paid.so_far
            ),
            Self::Month {
                month,
                amount,
                so_far,
                ..
            } => format!("{month} {amount} {so_far}"),
        }
    }
}

/// The rows. `None` where a sum cannot be held.
pub(super) fn rows(picture: &Picture) -> Option<Vec<Row>> {
    let item = picture.chosen()?;
    let currency = picture.card.currency;
    let mut all: Vec<(&Line, &Entry)> = Vec::new();
    for line in &item.lines {
        let entries = line.entries.iter().filter(|entry| !entry.amount.is_zero());
        all.extend(entries.map(|entry| (line, entry)));
    }
    // In a day they stay in the order of the lines.
    all.sort_by_key(|(_, entry)| entry.on);

    let mut rows = Vec::new();
    let (mut so_far, mut of_month, mut in_month) = (Amount::ZERO, Amount::ZERO, 0_usize);
    for (place, (line, entry)) in all.iter().enumerate() {
        so_far = so_far.checked_add(entry.amount)?;
        of_month = of_month.checked_add(entry.amount)?;
        in_month = in_month.saturating_add(1);
        rows.push(Row::Paid(Paid {
            on: entry.on,
            charge: line.charge.clone(),
            label: Arc::clone(&line.label),
            quantity: entry.quantity,
            unit_price: entry.unit_price,
            amount: entry.amount,
            so_far,
            currency,
            place,
        }));
        let month = entry.on.first_of_month();
        let next = all.get(place.saturating_add(1));
        if next.is_some_and(|(_, next)| next.on.first_of_month() == month) {
            continue;
        }
        if in_month > 1 {
            rows.push(Row::Month {
                month,
                amount: of_month,
                so_far,
                currency,
            });
        }
        (of_month, in_month) = (Amount::ZERO, 0);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;

    #[test]
    fn rows_add_up_to_the_payments_of_each_day_and_to_the_total() {
        let catalog = crate::catalog();
        for listed in catalog.cards().unwrap() {
            for edition in listed.card.editions.iter().filter(|e| e.trial.is_none()) {
                let mut question = Question::new(Date::parse("2026-11-29").unwrap());
                question.months = 7;
                question.item = Item::new(&listed.card.product, &edition.id);
                question.item.rate_card = Some(listed.card.id.clone());
                for dimension in &listed.card.dimensions {
                    let demand = Demand::Steady(dimension.max.min(30_000));
                    question.item = question.item.with_demand(&dimension.id, demand);
                }
                let picture = Picture::of(&catalog, &question).unwrap();
                let rows = rows(&picture).unwrap();
                let add = |sum: Amount, amount: Amount| sum.checked_add(amount).unwrap();
                for payment in &picture.estimate.schedule {
                    let paid = rows.iter().filter_map(|row| match row {
                        Row::Paid(paid) if paid.on == payment.on => Some(paid.amount),
                        _ => None,
                    });
                    assert_eq!(
                        paid.fold(Amount::ZERO, add),
                        payment.amount,
                        "{}",
                        payment.on
                    );
                }
                let so_far = rows.iter().rev().find_map(|row| match row {
                    Row::Paid(paid) => Some(paid.so_far),
                    Row::Month { .. } => None,
                });
                let total = picture.chosen().unwrap().total.unwrap();
                assert_eq!(so_far.unwrap_or(Amount::ZERO), total, "{}", listed.card.id);
            }
        }
    }

    #[test]
    fn a_month_of_several_payments_has_a_sum() {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = 2;
        question.item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let rows = rows(&picture).unwrap();
        let sums = rows.iter().filter_map(|row| match row {
            Row::Month { month, amount, .. } => Some((month.to_string(), amount.to_string())),
            Row::Paid(_) => None,
        });
        // November has one payment, December two, January one.
        let sums: Vec<_> = sums.collect();
        assert_eq!(sums, [(String::from("2026-12-01"), String::from("624"))]);
    }
}
