//! What a picture of payments says, in a sentence: how it begins, and how it goes on.

use super::columns::Column;
use crate::calendar::Date;
use crate::engine::Payment;
use crate::money::{Amount, Currency};
use crate::word::{Arg, Word};

/// What is paid.
pub(super) struct Paid<'a> {
    pub currency: Currency,
    /// The first day, and whether that is today.
    pub start: Date,
    pub is_today: bool,
    pub payments: &'a [Payment],
    pub columns: &'a [Column],
}

impl Paid<'_> {
    /// The sentence. `None` where a sum cannot be held.
    pub fn finding(&self) -> Option<Word> {
        let on_first_day = self.payments.iter().find(|paid| paid.on == self.start);
        let first = on_first_day.map_or(Amount::ZERO, |paid| paid.amount);
        let later = self.later(first)?;
        if later.iter().all(|amount| amount.is_zero()) {
            return Some(self.beginning("ui-payments-all-today", "ui-payments-all-on", first));
        }
        let word = self.beginning("ui-payments-today", "ui-payments-on", first);
        self.going_on(word, &later)
    }

    fn beginning(&self, today: &'static str, on: &'static str, first: Amount) -> Word {
        let word = match self.is_today {
            true => Word::new(today),
            false => Word::new(on).with("on", Arg::Date(self.start)),
        };
        word.with("first", self.money(first))
    }

    /// What follows the first day, month by month, to the last payment.
    fn later(&self, first: Amount) -> Option<Vec<Amount>> {
        let (begins, months) = self.columns.split_first()?;
        let rest = begins.paid.checked_sub(first)?;
        let mut later: Vec<Amount> = (!rest.is_zero()).then_some(rest).into_iter().collect();
        later.extend(months.iter().map(|column| column.paid));
        while later.last().is_some_and(|amount| amount.is_zero()) {
            later.pop();
        }
        Some(later)
    }

    fn going_on(&self, word: Word, later: &[Amount]) -> Option<Word> {
        let mut paid = later.iter().filter(|amount| !amount.is_zero());
        let only = paid.next()?;
        if paid.next().is_none() {
            let mut days = self.payments.iter().filter(|paid| !paid.amount.is_zero());
            let day = days.find(|paid| paid.on != self.start)?;
            let word = word.with("once", self.money(*only));
            return Some(word.with("day", Arg::Date(day.on)));
        }
        if let Some(year) = yearly(later) {
            return Some(word.with("year", self.money(year)));
        }
        if later.iter().any(|amount| amount.is_zero()) {
            return self.in_parts(word, later);
        }
        let (last, before) = later.split_last()?;
        let is_even =
            |amounts: &[Amount]| amounts.iter().all(|amount| Some(amount) == later.first());
        Some(
            match (is_even(later), before.len() > 1 && is_even(before)) {
                (true, _) => word.with("then", self.money(*last)),
                (false, true) => {
                    let word = word.with("then", self.money(*before.first()?));
                    word.with("end", self.money(*last))
                }
                (false, false) => {
                    let word = word.with("least", self.money(*later.iter().min()?));
                    word.with("most", self.money(*later.iter().max()?))
                }
            },
        )
    }

    /// Payments with months between them, which no month stands for.
    fn in_parts(&self, word: Word, later: &[Amount]) -> Option<Word> {
        let add = |sum: Amount, amount: &Amount| sum.checked_add(*amount);
        let sum = later.iter().try_fold(Amount::ZERO, add)?;
        let days = self.payments.iter().filter(|paid| !paid.amount.is_zero());
        let days = days.filter(|paid| paid.on != self.start).count();
        let word = word.with("sum", self.money(sum));
        Some(word.with("parts", Arg::Count(u64::try_from(days).ok()?)))
    }

    fn money(&self, amount: Amount) -> Arg {
        Arg::Money(amount, self.currency)
    }
}

/// What is paid every year after the first, where it is always as much and nothing is paid in between.
fn yearly(later: &[Amount]) -> Option<Amount> {
    const MONTHS: usize = 12;
    let year = *later.get(MONTHS.saturating_sub(1))?;
    let mut months = later.iter().zip(1_usize..);
    let is_yearly = months.all(|(amount, month)| match month.checked_rem(MONTHS) {
        Some(0) => *amount == year,
        _ => amount.is_zero(),
    });
    (is_yearly && !year.is_zero()).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::super::columns::columns;
    use super::super::scale::Scale;
    use super::*;
    use crate::card::Billing;
    use crate::engine::{Demand, Item};
    use crate::widget::state::{Picture, Question};

    fn said(months: u32, item: Item) -> String {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = months;
        question.item = item;
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let payments = &picture.estimate.schedule;
        let scale = Scale::new(picture.request.start, payments.last().unwrap().on);
        let paid = Paid {
            currency: picture.card.currency,
            start: picture.request.start,
            is_today: true,
            payments,
            columns: &columns(&picture, scale).unwrap(),
        };
        paid.finding().unwrap().to_string()
    }

    fn chat(users: u64) -> Item {
        Item::new("chat", "standard").with_demand("mau", Demand::Steady(users))
    }

    #[test]
    fn how_it_begins_and_how_it_goes_on() {
        assert_eq!(said(1, chat(0)), "399 USD today, and nothing after that");
        assert_eq!(
            said(1, chat(25_000)),
            "399 USD today, then 225 USD on 2026-12-01"
        );
        assert_eq!(said(12, chat(0)), "399 USD today, then 399 USD a month");
        assert_eq!(
            said(12, chat(25_000)),
            "399 USD today, then 624 USD a month, 225 USD at the end"
        );
        let growing = Demand::Monthly(vec![8_000, 20_000, 60_000]);
        assert_eq!(
            said(3, Item::new("chat", "standard").with_demand("mau", growing)),
            "399 USD today, then 399 USD to 750 USD a month"
        );
    }

    #[test]
    fn what_is_paid_by_the_year_says_so() {
        let by_year = |months| {
            let mut item = Item::new("contact-center", "premium");
            item.rate_card = Some("contact-center/2024-05-07".into());
            item.billing = Some(Billing::Annual);
            said(months, item)
        };
        assert_eq!(by_year(12), "2,520 USD today, and nothing after that");
        assert_eq!(by_year(24), "2,520 USD today, then 2,520 USD on 2027-11-29");
        assert_eq!(by_year(36), "2,520 USD today, then 2,520 USD a year");
    }
}
