//! What an edition would be charged.

use super::table::of;
use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};

/// What a charge comes to, and how.
pub(super) fn charged(state: State, edition: Id, charge: Id, sold: bool) -> Node {
    let line = Memo::new(move |_| {
        of(state, &edition, |item| {
            let line = item.lines.iter().find(|line| line.charge == charge)?;
            Some((line.amount, line.why.clone(), item.card.currency))
        })
    });

    (move || match line.try_get().flatten() {
        Some((amount, why, currency)) => {
            let amount = move || Some((amount, currency));
            (
                money(state, amount).part("amount").class("amount"),
                tag::span()
                    .part("why")
                    .class("why")
                    .child(phrase(state, why)),
            )
                .into_node()
        }
        None if sold => {
            let nothing = move || Some((Amount::ZERO, state.card()?.currency));
            tag::span()
                .class("quiet")
                .attr("data-kind", "nothing")
                .child(money(state, nothing).part("amount").class("amount"))
                .into_node()
        }
        None => tag::span()
            .class("quiet")
            .attr("data-kind", "not-sold")
            .child(say(state, "ui-not-sold"))
            .into_node(),
    })
    .into_node()
}
