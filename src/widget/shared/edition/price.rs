//! The price of an edition.

use super::sold::{Sold, sold};
use crate::card::Length;
use crate::money::{Amount, Currency};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::average::{Monthly, fixed_monthly};
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// What an edition costs.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::widget) enum Cost {
    /// By the month.
    Month(Monthly),
    /// In all, of a trial, which has no months: as long as it lasts.
    Trial(Amount, Currency),
}

/// What an edition costs; `None` where the question has no answer, or the edition no published price.
pub(in crate::widget) fn cost(state: State, edition: Id) -> Memo<Option<Cost>> {
    state.memo(move |picture| {
        let item = picture.edition(&edition)?;
        Some(match picture.card.edition(&edition)?.trial {
            Some(_) => Cost::Trial(item.total?, picture.card.currency),
            None => Cost::Month(Monthly::of(item, picture.request.months)?),
        })
    })
}

/// The price of a month or of a trial, which may be nothing at all, or not there.
pub(in crate::widget) fn price_of(state: State, edition: &Id) -> Node {
    let cost = cost(state, edition.clone());
    price(state, sold(state, edition.clone()), cost)
}

/// The same of an edition of which it is known how it is sold and what it costs.
pub(in crate::widget) fn price(
    state: State,
    sold: Memo<Option<Sold>>,
    cost: Memo<Option<Cost>>,
) -> Node {
    (move || {
        Some(match (sold.get()?, cost.get()) {
            (Sold::OnRequest, _) => in_words(state, Word::new("ui-on-request"), None).into_node(),
            (_, None) => return None,
            // What a trial costs beyond what it includes is said beside it.
            (Sold::Trial(length), Some(_)) => {
                in_words(state, free_for(length), Some("0")).into_node()
            }
            (Sold::NotSo, Some(_)) => {
                in_words(state, Word::new("ui-not-sold-so"), None).into_node()
            }
            (Sold::Free, Some(Cost::Month(monthly))) if monthly.is_zero() => {
                in_words(state, Word::new("ui-free"), Some("0")).into_node()
            }
            (Sold::Free | Sold::Priced, Some(Cost::Month(monthly))) => {
                let amount = fixed_monthly(state, monthly).part("edition-amount");
                (amount, beside(state, monthly.covers())).into_node()
            }
            (Sold::Free | Sold::Priced, Some(Cost::Trial(total, currency))) => {
                let amount = fixed_money(state, total, currency).part("edition-amount");
                (amount, beside(state, Word::new("ui-in-all"))).into_node()
            }
        })
    })
    .into_node()
}

/// A price that is said in words.
fn in_words(state: State, word: Word, exact: Option<&'static str>) -> Element {
    tag::span()
        .part("edition-amount")
        .class("edition-amount edition-said")
        .attr("data-value", exact)
        .attr("translate", exact.map(|_| "no"))
        .child(phrase(state, word))
}

/// What stands beside a price in smaller letters.
fn beside(state: State, word: Word) -> Node {
    let text = tag::span().class("per-month").child(phrase(state, word));
    (" ", text).into_node()
}

/// For how long a trial is free: by itself, "free" beside what it costs beyond would be no answer.
pub(in crate::widget) fn free_for(length: Length) -> Word {
    let count = |number| Arg::Count(u64::from(number));
    match length {
        Length::Days(days) => Word::new("ui-free-days").with("days", count(days)),
        Length::Months(months) => Word::new("ui-free-months").with("months", count(months)),
    }
}

/// How long a trial lasts.
pub(in crate::widget) fn lasts(length: Length) -> Word {
    let count = |number| Arg::Count(u64::from(number));
    match length {
        Length::Days(days) => Word::new("ui-for-days").with("days", count(days)),
        Length::Months(months) => Word::new("ui-trial-months").with("months", count(months)),
    }
}
