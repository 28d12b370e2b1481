//! What a month costs: a share of the total, which says when it is an average and when it is rounded.

use std::sync::Arc;

use crate::card::ChargeKind;
use crate::engine::ItemEstimate;
use crate::money::{Amount, Currency};
use crate::widget::dom::{Element, tag};
use crate::widget::state::State;
use crate::widget::words::figure::length;
use crate::word::{Arg, Word};

/// A total by the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Monthly {
    /// What a month costs, rounded to the currency where that is not exact.
    amount: Amount,
    total: Amount,
    currency: Currency,
    is_exact: bool,
    /// Whether months differ, so that it is their average.
    pub is_average: bool,
}

impl Monthly {
    /// What an item costs by the month; `None` where it has no published price.
    pub fn of(item: &ItemEstimate, months: u32) -> Option<Self> {
        let (amount, total) = item.per_month.zip(item.total)?;
        let is_average = !item.is_even(months).unwrap_or_default() || reaches_beyond(item);
        let currency = item.card.currency;
        Some(Self::new(amount, total, months, currency, is_average))
    }

    /// A total, and what it comes to by the month.
    pub fn new(
        amount: Amount,
        total: Amount,
        months: u32,
        currency: Currency,
        is_average: bool,
    ) -> Self {
        Self {
            amount,
            total,
            currency,
            is_exact: amount.checked_mul(months.into()) == Some(total),
            is_average,
        }
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.total.is_zero()
    }

    /// Whether it is more than another one.
    pub fn is_above(self, other: Self) -> bool {
        self.amount > other.amount
    }

    /// As it stands in a sentence.
    pub fn argument(self) -> Arg {
        match self.is_exact {
            true => Arg::Money(self.amount, self.currency),
            false => Arg::Rounded {
                amount: self.amount,
                of: self.total,
                currency: self.currency,
            },
        }
    }

    /// The exact amount: its own, or where it is rounded, the total's.
    pub fn exact(self) -> String {
        match self.is_exact {
            true => self.amount.to_string(),
            false => self.total.to_string(),
        }
    }

    /// The amount as it is shown, where that is rounded.
    pub fn rounded(self) -> Option<String> {
        (!self.is_exact).then(|| self.amount.to_string())
    }

    /// What it is for: a month, or a month on average.
    pub fn covers(self) -> Word {
        Word::new(match self.is_average {
            true => "ui-per-month-average",
            false => "ui-per-month",
        })
    }
}

/// Whether something is paid for a year, which may be longer than what is asked.
fn reaches_beyond(item: &ItemEstimate) -> bool {
    const LONGEST_MONTH: i64 = 31;
    let is_pack = |charge: &str| item.packs.iter().any(|plan| *plan.charge == *charge);
    let lines = item.lines.iter();
    let lines = lines.filter(|line| line.kind == ChargeKind::Prepaid && !is_pack(&line.charge));
    let mut entries = lines.flat_map(|line| &line.entries);
    entries.any(|entry| {
        let covers = entry.covers;
        let to = covers.to.unwrap_or(covers.from);
        covers.from.days_until(to) > LONGEST_MONTH
    })
}

/// An amount by the month, with its hooks; nothing where there is none.
pub(in crate::widget) fn monthly(
    state: State,
    monthly: impl Fn() -> Option<Monthly> + Send + Sync + 'static,
) -> Element {
    span(state, Arc::new(monthly))
}

/// An amount that stays.
pub(in crate::widget) fn fixed_monthly(state: State, amount: Monthly) -> Element {
    monthly(state, move || Some(amount))
}

/// Compiled once, for whatever the amount is.
fn span(state: State, monthly: Arc<dyn Fn() -> Option<Monthly> + Send + Sync>) -> Element {
    let (exact, rounded) = (Arc::clone(&monthly), Arc::clone(&monthly));
    let currency = Arc::clone(&monthly);
    let text = move || Some(state.argument(monthly()?.argument()));
    let shown = text.clone();
    tag::span()
        .attr("translate", "no")
        .attr("data-value", move || exact().map(Monthly::exact))
        .attr("data-rounded", move || rounded()?.rounded())
        .attr("data-currency", move || {
            currency().map(|monthly| monthly.currency.to_string())
        })
        .attr("data-length", move || length(&shown()?))
        .child(text)
}
