//! What an edition would be charged.

use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::figure::{fixed_money, money};
use crate::widget::words::phrase::{phrase, say};

/// How an edition is sold a charge.
#[derive(Clone, Copy)]
pub(super) enum Sold {
    /// At the card's price.
    Priced,
    /// Not at all.
    Not,
    /// As the whole edition: at a price that is agreed upon.
    OnRequest,
}

/// What a charge comes to, and how; or that nothing is charged, or that the edition is not sold it.
pub(super) fn charged(state: State, edition: Id, charge: Id, sold: Sold) -> Node {
    let line = state.memo_of_edition(edition, move |item| {
        let line = item.lines.iter().find(|line| line.charge == charge)?;
        Some((line.amount, line.why.clone(), item.card.currency))
    });

    (move || match (line.get(), sold) {
        (Some((amount, why, currency)), _) => (
            fixed_money(state, amount, currency).part("amount"),
            tag::span().part("why").child(phrase(state, why)),
        )
            .into_node(),
        (None, Sold::Priced) => {
            let nothing = move || Some((Amount::ZERO, state.card()?.currency));
            tag::span()
                .class("quiet")
                .attr("data-kind", "nothing")
                .child(money(state, nothing).part("amount"))
                .into_node()
        }
        (None, Sold::Not) => quiet(state, "not-sold", "ui-not-sold").into_node(),
        (None, Sold::OnRequest) => quiet(state, "on-request", "ui-upon-request").into_node(),
    })
    .into_node()
}

fn quiet(state: State, kind: &'static str, id: &'static str) -> Element {
    tag::span()
        .class("quiet")
        .attr("data-kind", kind)
        .child(say(state, id))
}
