//! What an edition would be charged.

use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::figure::{fixed_money, money};
use crate::widget::words::phrase::{phrase, say};

/// What a charge comes to, and how; or that nothing is charged, or that the edition is not sold it.
pub(super) fn charged(state: State, edition: Id, charge: Id, is_sold: bool) -> Node {
    let line = state.memo_of_edition(edition, move |item| {
        let line = item.lines.iter().find(|line| line.charge == charge)?;
        Some((line.amount, line.why.clone(), item.card.currency))
    });

    (move || match line.get() {
        Some((amount, why, currency)) => (
            fixed_money(state, amount, currency).part("amount"),
            tag::span().part("why").child(phrase(state, why)),
        )
            .into_node(),
        None if is_sold => {
            let nothing = move || Some((Amount::ZERO, state.card()?.currency));
            tag::span()
                .class("quiet")
                .attr("data-kind", "nothing")
                .child(money(state, nothing).part("amount"))
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
