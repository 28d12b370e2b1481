//! The price of an edition.

use super::sold::{Sold, sold};
use crate::card::Length;
use crate::money::{Amount, Currency};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// What an edition costs: a month of it, or of a trial, which has no months, all.
pub(in crate::widget) fn cost(state: State, edition: Id) -> Memo<Option<(Amount, Currency)>> {
    state.memo(move |picture| {
        let item = picture.edition(&edition)?;
        let is_trial = picture.card.edition(&edition)?.trial.is_some();
        let amount = if is_trial { item.total } else { item.per_month };
        Some((amount, picture.card.currency))
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
    cost: Memo<Option<(Amount, Currency)>>,
) -> Node {
    let is_free = Memo::new(move |_| cost.get().is_some_and(|(amount, _)| amount.is_zero()));

    (move || {
        Some(match sold.get()? {
            Sold::Trial(length) if is_free.get() => (
                in_words(state, "ui-free", Some("0")),
                beside(state, lasts(length)),
            )
                .into_node(),
            Sold::Free if is_free.get() => in_words(state, "ui-free", Some("0")).into_node(),
            Sold::NotSo => in_words(state, "ui-not-sold-so", None).into_node(),
            Sold::OnRequest => {
                let price = in_words(state, "ui-contact-sales", None);
                (price, beside(state, Word::new("ui-no-price"))).into_node()
            }
            Sold::Trial(_) => in_figures(state, cost, "ui-in-all"),
            Sold::Free | Sold::Priced => in_figures(state, cost, "ui-per-month"),
        })
    })
    .into_node()
}

/// A price that is said in words, by the id of these.
fn in_words(state: State, id: &'static str, exact: Option<&'static str>) -> Element {
    tag::span()
        .part("edition-amount")
        .class("edition-amount edition-said")
        .attr("data-value", exact)
        .attr("translate", exact.map(|_| "no"))
        .child(say(state, id))
}

/// An amount, and the id of what it is for.
fn in_figures(state: State, cost: Memo<Option<(Amount, Currency)>>, id: &'static str) -> Node {
    let amount = money(state, move || cost.get()).part("edition-amount");
    (amount, beside(state, Word::new(id))).into_node()
}

/// What stands beside a price in smaller letters.
fn beside(state: State, word: Word) -> Node {
    let text = tag::span().class("per-month").child(phrase(state, word));
    (" ", text).into_node()
}

/// How long a trial lasts.
fn lasts(length: Length) -> Word {
    let count = |number| Arg::Count(u64::from(number));
    match length {
        Length::Days(days) => Word::new("ui-for-days").with("days", count(days)),
        Length::Months(months) => Word::new("ui-trial-months").with("months", count(months)),
    }
}
