//! What is due on the first day, and what follows.
//!
//! An average of months says neither: a pack for half a year is paid at once, and what is used is paid
//! afterwards.

use crate::calendar::{Date, MonthKind};
use crate::card::Billing;
use crate::engine::MonthCost;
use crate::money::{Amount, Currency};
use crate::widget::dom::{Element, many, tag};
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The first payment, those that follow beforehand, and what is paid as it is used.
pub(super) fn due(state: State) -> Element {
    let due = state.memo(Due::new);
    let first = move || Some(due.get()?.first.to_string());
    let text = move || {
        let words = due.get().map(|due| due.words).unwrap_or_default();
        let words = words.into_iter().enumerate();
        Some(many(words.map(|(place, word)| {
            ((place > 0).then_some(" · "), phrase(state, word))
        })))
    };

    tag::p()
        .part("total-due")
        .attr("data-total", "first")
        .attr("hidden", move || due.get().is_none())
        .attr("data-value", first)
        .child(text)
}

/// What is due.
#[derive(Clone, Debug, PartialEq)]
struct Due {
    first: Amount,
    words: Vec<Word>,
}

impl Due {
    /// `None` of a trial, which says what it costs in all, of what costs nothing or has no published price, and where all is paid on the
    /// first day of a single month, which the total says.
    fn new(picture: &Picture) -> Option<Self> {
        let item = picture.chosen().filter(|_| picture.trial().is_none())?;
        let costs = item.by_month(picture.request.months).ok()?;
        let first = costs.first()?.prepaid;
        let is_annual = billing(picture) == Some(Billing::Annual);
        let total = item.total?;
        let is_all = first == total && costs.len() == 1 && !is_annual;
        if total.is_zero() || is_all {
            return None;
        }
        let payments = Payments {
            months: picture.card.months,
            start: picture.request.start,
            currency: picture.card.currency,
            costs: &costs,
        };
        let words = [
            Some(payments.first(first, is_annual)),
            payments.then(is_annual),
            payments.used(),
        ];
        Some(Self {
            first,
            words: words.into_iter().flatten().collect(),
        })
    }
}

/// How it is billed.
fn billing(picture: &Picture) -> Option<Billing> {
    let asked = picture.request.items.first()?.billing;
    asked.or(picture.card.billing.first().copied())
}

/// What is paid, month by month.
struct Payments<'a> {
    months: MonthKind,
    start: Date,
    currency: Currency,
    costs: &'a [MonthCost],
}

impl Payments<'_> {
    /// What is paid on the first day.
    fn first(&self, amount: Amount, is_annual: bool) -> Word {
        let word = Word::new(match (amount.is_zero(), is_annual) {
            (true, _) => "ui-first-none",
            (false, true) => "ui-first-year",
            (false, false) => "ui-first",
        });
        word.with("amount", self.money(amount))
            .with("on", Arg::Date(self.start))
    }

    /// What is paid beforehand for the months after the first.
    fn then(&self, is_annual: bool) -> Option<Word> {
        let later: Vec<Amount> = self.costs.iter().skip(1).map(|cost| cost.prepaid).collect();
        let ids = Ids {
            once: "ui-then-once",
            month: "ui-then-month",
            months: "ui-then-months",
        };
        let years = || is_annual.then(|| self.yearly(&later)).flatten();
        years().or_else(|| {
            self.of_months(&later, &ids, |place| {
                let month = u32::try_from(place.saturating_add(1)).ok()?;
                self.months.start_of(self.start, month)
            })
        })
    }

    /// The payment of every further year, where there is more than one and none beside them.
    fn yearly(&self, later: &[Amount]) -> Option<Word> {
        const MONTHS: usize = 12;
        let is_year = |place: usize| place.saturating_add(1).checked_rem(MONTHS) == Some(0);
        let mut years = (0..later.len()).filter(|place| is_year(*place));
        let amount = later.get(years.next()?)?;
        years.next()?;
        let mut all = later.iter().enumerate();
        let is_even = all.all(|(place, paid)| match is_year(place) {
            true => paid == amount,
            false => paid.is_zero(),
        });
        is_even.then(|| Word::new("ui-then-year").with("amount", self.money(*amount)))
    }

    /// What is paid afterwards, as it is used.
    fn used(&self) -> Option<Word> {
        let used: Vec<Amount> = self.costs.iter().map(|cost| cost.payg).collect();
        let ids = Ids {
            once: "ui-used-once",
            month: "ui-used-month",
            months: "ui-used-months",
        };
        self.of_months(&used, &ids, |place| {
            let month = u32::try_from(place).ok()?;
            let begins = self.months.start_of(self.start, month)?;
            begins.first_of_next_month()
        })
    }

    /// Payments of months: a single one by its day, equal ones by the month, others from the least to the most.
    fn of_months(
        &self,
        amounts: &[Amount],
        ids: &Ids,
        day: impl Fn(usize) -> Option<Date>,
    ) -> Option<Word> {
        let (least, most) = (amounts.iter().min()?, amounts.iter().max()?);
        let mut paid = amounts.iter().enumerate().filter(|(_, it)| !it.is_zero());
        let (place, _) = paid.next()?;
        if paid.next().is_none() {
            let word = Word::new(ids.once).with("amount", self.money(*most));
            return Some(word.with("on", Arg::Date(day(place)?)));
        }
        Some(match least == most {
            true => Word::new(ids.month).with("amount", self.money(*most)),
            false => Word::new(ids.months)
                .with("least", self.money(*least))
                .with("most", self.money(*most)),
        })
    }

    const fn money(&self, amount: Amount) -> Arg {
        Arg::Money(amount, self.currency)
    }
}

/// The ids of sentences about payments.
struct Ids {
    once: &'static str,
    month: &'static str,
    months: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;

    fn said(months: u32, item: Item) -> Vec<String> {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = months;
        question.item = item;
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let due = Due::new(&picture);
        let words = due.map(|due| due.words).unwrap_or_default();
        words.iter().map(ToString::to_string).collect()
    }

    fn chat(mau: Demand) -> Item {
        Item::new("chat", "standard").with_demand("mau", mau)
    }

    #[test]
    fn what_is_due_and_what_follows() {
        let none: [&str; 0] = [];
        assert_eq!(said(1, chat(Demand::Steady(0))), none);
        assert_eq!(said(12, Item::new("chat", "trial")), none);
        assert_eq!(
            said(1, chat(Demand::Steady(25_000))),
            [
                "First payment 399 USD on 2026-11-29",
                "225 USD on 2026-12-01 for what is used"
            ]
        );
        assert_eq!(
            said(12, chat(Demand::Steady(25_000))),
            [
                "First payment 399 USD on 2026-11-29",
                "then 399 USD a month",
                "225 USD a month for what is used"
            ]
        );
        assert_eq!(
            said(3, chat(Demand::Monthly(vec![0, 11_000, 12_000]))),
            [
                "First payment 399 USD on 2026-11-29",
                "then 399 USD a month",
                "0 USD to 30 USD a month for what is used"
            ]
        );
    }

    #[test]
    fn a_year_that_is_paid_at_once_says_so() {
        let by_year = |months| {
            let mut item = Item::new("contact-center", "premium");
            item.rate_card = Some("contact-center/2024-05-07".into());
            item.billing = Some(Billing::Annual);
            said(months, item)
        };
        let first = "First payment 2,520 USD on 2026-11-29, for a year";
        assert_eq!(by_year(1), [first]);
        assert_eq!(by_year(12), [first]);
        assert_eq!(by_year(24), [first, "then 2,520 USD on 2027-11-29"]);
        assert_eq!(by_year(36), [first, "then 2,520 USD a year"]);
    }

    #[test]
    fn payments_and_what_follows_add_up_for_every_card() {
        let catalog = crate::catalog();
        for listed in catalog.cards().unwrap() {
            for edition in listed.card.editions.iter().filter(|e| e.trial.is_none()) {
                for months in [1, 7, 12, 36] {
                    let mut question = Question::new(Date::parse("2026-11-29").unwrap());
                    question.months = months;
                    question.item = Item::new(&listed.card.product, &edition.id);
                    question.item.rate_card = Some(listed.card.id.clone());
                    for dimension in &listed.card.dimensions {
                        let demand = Demand::Steady(dimension.max.min(30_000));
                        question.item = question.item.with_demand(&dimension.id, demand);
                    }
                    let picture = Picture::of(&catalog, &question).unwrap();
                    let item = picture.chosen().unwrap();
                    let costs = item.by_month(months).unwrap();
                    let add = |sum: Amount, part: Amount| sum.checked_add(part).unwrap();
                    let total = costs.iter().map(|c| c.total).fold(Amount::ZERO, add);
                    assert_eq!(Some(total), item.total, "{} {}", listed.card.id, edition.id);
                    let first = picture.estimate.schedule.first();
                    let on = first.filter(|payment| payment.on == picture.request.start);
                    let due = on.map_or(Amount::ZERO, |payment| payment.amount);
                    assert_eq!(costs[0].prepaid, due, "{} {}", listed.card.id, edition.id);
                }
            }
        }
    }
}
