//! The price of an edition.

use super::sold::Sold;
use crate::card::Length;
use crate::money::{Amount, Currency};
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// What an edition costs: a month of it, or of a trial, which has no months, all.
pub(in crate::widget) fn cost(state: State, edition: Id) -> Memo<Option<(Amount, Currency)>> {
    Memo::new(move |_| {
        let picture = state.picture()?;
        let item = picture.edition(&edition)?;
        let is_trial = picture.card.edition(&edition)?.trial.is_some();
        let amount = if is_trial { item.total } else { item.per_month };
        Some((amount, picture.card.currency))
    })
}

/// The price of a month or of a trial, which may be nothing at all, or not there.
pub(in crate::widget) fn price(
    state: State,
    sold: Memo<Option<Sold>>,
    priced: Memo<Option<(Amount, Currency)>>,
) -> Node {
    let amount = move || priced.try_get().flatten();
    let free = Memo::new(move |_| amount().is_some_and(|(amount, _)| amount.is_zero()));
    let small = move |word: Word| {
        (
            " ",
            tag::span().class("per-month").child(phrase(state, word)),
        )
    };
    let said = move |id: &'static str, beside: Option<Word>, exact: Option<&'static str>| {
        (
            tag::span()
                .part("edition-amount")
                .class("edition-amount edition-said")
                .attr("data-value", exact)
                .child(say(state, id)),
            beside.map(small),
        )
            .into_node()
    };

    (move || {
        let sold = sold.try_get().flatten()?;
        let free = free.try_get().unwrap_or_default();
        Some(match sold {
            Sold::Trial(length) if free => {
                let word = match length {
                    Length::Days(days) => {
                        Word::new("ui-for-days").with("days", Arg::Count(u64::from(days)))
                    }
                    Length::Months(months) => {
                        Word::new("ui-trial-months").with("months", Arg::Count(u64::from(months)))
                    }
                };
                said("ui-free", Some(word), Some("0"))
            }
            Sold::Free if free => said("ui-free", None, Some("0")),
            Sold::NotSo => said("ui-not-sold-so", None, None),
            Sold::OnRequest => {
                let word = Word::new("ui-no-price");
                said("ui-contact-sales", Some(word), None)
            }
            _ => {
                let id = match sold {
                    Sold::Trial(_) => "ui-in-all",
                    _ => "ui-per-month",
                };
                let amount = money(state, amount);
                let amount = amount.part("edition-amount").class("edition-amount");
                (amount, small(Word::new(id))).into_node()
            }
        })
    })
    .into_node()
}
