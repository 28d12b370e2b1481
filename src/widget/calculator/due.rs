//! What is due on the first day, and what follows.
//!
//! An average of months says neither: a pack for half a year is paid at once, and what is used is paid
//! afterwards.

use super::fact::{Fact, around};
use crate::calendar::{Date, MonthKind};
use crate::card::Billing;
use crate::engine::MonthCost;
use crate::money::{Amount, Currency};
use crate::widget::dom::{IntoNode as _, Node, many};
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, State};
use crate::widget::words::average::Monthly;
use crate::widget::words::phrase::argument;
use crate::word::{Arg, Word};

/// The first payment, those that follow beforehand, and what is paid as it is used.
pub(super) fn due(state: State) -> Node {
    let due = Memo::new(move |_| {
        let today = state.question()?.today;
        Due::new(&*state.picture()?, today)
    });
    let first = move || Some(due.get()?.first.to_string());
    let text = move || due.get().map(|due| due.due.view(state));
    let later = move || {
        let later = due.get().map(|due| due.later).unwrap_or_default();
        many(
            later
                .into_iter()
                .map(|fact| around().child(fact.view(state))),
        )
    };

    let due = around()
        .part("total-due")
        .attr("data-total", "first")
        .attr("hidden", move || due.get().is_none())
        .attr("data-value", first)
        .child(text);
    (due, later).into_node()
}

/// What is due.
#[derive(Clone, Debug, PartialEq)]
struct Due {
    first: Amount,
    due: Fact,
    later: Vec<Fact>,
}

impl Due {
    /// `None` of a trial, which says what it costs in all, and of what costs nothing or has no published price.
    fn new(picture: &Picture, today: Date) -> Option<Self> {
        let item = picture.chosen().filter(|_| picture.trial().is_none())?;
        let costs = item.by_month(picture.request.months).ok()?;
        let first = costs.first()?.prepaid;
        if item.total?.is_zero() {
            return None;
        }
        let is_annual = billing(picture) == Some(Billing::Annual);
        let payments = Payments {
            months: picture.card.months,
            start: picture.request.start,
            currency: picture.card.currency,
            costs: &costs,
        };
        // Where every month costs the same and begins like the first, the price of a month has said so.
        let is_even = !Monthly::of(item, picture.request.months)?.is_average;
        let mut later = costs.iter().skip(1);
        let goes_on = is_even && later.all(|cost| cost.prepaid == first);
        let then = (!goes_on).then(|| payments.then(is_annual)).flatten();
        Some(Self {
            first,
            due: payments.first(first, is_annual, today),
            later: then.into_iter().chain(payments.used()).collect(),
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
    fn first(&self, amount: Amount, is_annual: bool, today: Date) -> Fact {
        let fact = Fact::new("ui-due-today", self.money(amount));
        let fact = match self.start == today {
            true => fact,
            false => Fact {
                label: Word::new("ui-due-on").with("on", Arg::Date(self.start)),
                ..fact
            },
        };
        match is_annual && !amount.is_zero() {
            true => fact.noted(Word::new("ui-due-year")),
            false => fact,
        }
    }

    /// What is paid beforehand for the months after the first.
    fn then(&self, is_annual: bool) -> Option<Fact> {
        let later: Vec<Amount> = self.costs.iter().skip(1).map(|cost| cost.prepaid).collect();
        let years = || is_annual.then(|| self.yearly(&later)).flatten();
        years().or_else(|| {
            self.of_months("ui-then", &later, |place| {
                let month = u32::try_from(place.saturating_add(1)).ok()?;
                self.months.start_of(self.start, month)
            })
        })
    }

    /// The payment of every further year, where there is more than one and none beside them.
    fn yearly(&self, later: &[Amount]) -> Option<Fact> {
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
        is_even.then(|| Fact::new("ui-then", self.money(*amount)).noted(Word::new("ui-each-year")))
    }

    /// What is paid afterwards, as it is used.
    fn used(&self) -> Option<Fact> {
        let used: Vec<Amount> = self.costs.iter().map(|cost| cost.payg).collect();
        self.of_months("ui-used", &used, |place| {
            let month = u32::try_from(place).ok()?;
            let begins = self.months.start_of(self.start, month)?;
            begins.first_of_next_month()
        })
    }

    /// Payments of months: a single one by its day, equal ones by the month, others from the least to the most.
    fn of_months(
        &self,
        label: &'static str,
        amounts: &[Amount],
        day: impl Fn(usize) -> Option<Date>,
    ) -> Option<Fact> {
        let (least, most) = (amounts.iter().min()?, amounts.iter().max()?);
        let mut paid = amounts.iter().enumerate().filter(|(_, it)| !it.is_zero());
        let (place, _) = paid.next()?;
        if paid.next().is_none() {
            let on = Word::new("ui-once-on").with("on", Arg::Date(day(place)?));
            return Some(Fact::new(label, self.money(*most)).noted(on));
        }
        let figure = match least == most {
            true => self.money(*most),
            false => Word::new("ui-from-to")
                .with("least", Arg::Money(*least, self.currency))
                .with("most", Arg::Money(*most, self.currency)),
        };
        Some(Fact::new(label, figure).noted(Word::new("ui-each-month")))
    }

    fn money(&self, amount: Amount) -> Word {
        argument(Arg::Money(amount, self.currency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;

    /// The facts, for who asks on a day.
    fn said_on(today: &str, months: u32, item: Item) -> Vec<String> {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = months;
        question.item = item;
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let due = Due::new(&picture, Date::parse(today).unwrap());
        let facts = due
            .into_iter()
            .flat_map(|due| [vec![due.due], due.later].concat());
        let facts = facts.map(
            |Fact {
                 label,
                 figure,
                 note,
             }| match note {
                Some(note) => format!("{label}: {figure} {note}"),
                None => format!("{label}: {figure}"),
            },
        );
        facts.collect()
    }

    fn said(months: u32, item: Item) -> Vec<String> {
        said_on("2026-11-29", months, item)
    }

    fn chat(mau: Demand) -> Item {
        Item::new("chat", "standard").with_demand("mau", mau)
    }

    #[test]
    fn what_is_due_and_what_follows() {
        let none: [&str; 0] = [];
        assert_eq!(said(1, chat(Demand::Steady(0))), ["Due today: 399 USD"]);
        assert_eq!(said(12, Item::new("chat", "trial")), none);
        assert_eq!(
            said(1, chat(Demand::Steady(25_000))),
            ["Due today: 399 USD", "As used: 225 USD on 2026-12-01"]
        );
        assert_eq!(
            said(12, chat(Demand::Steady(25_000))),
            ["Due today: 399 USD", "As used: 225 USD a month"]
        );
        assert_eq!(
            said(3, chat(Demand::Monthly(vec![0, 11_000, 12_000]))),
            [
                "Due today: 399 USD",
                "Then: 399 USD a month",
                "As used: 0 USD to 30 USD a month"
            ]
        );
        assert_eq!(
            said_on("2026-11-28", 1, chat(Demand::Steady(0))),
            ["Due on 2026-11-29: 399 USD"]
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
        let first = "Due today: 2,520 USD for a year";
        assert_eq!(by_year(1), [first]);
        assert_eq!(by_year(12), [first]);
        assert_eq!(by_year(24), [first, "Then: 2,520 USD on 2027-11-29"]);
        assert_eq!(by_year(36), [first, "Then: 2,520 USD a year"]);
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
