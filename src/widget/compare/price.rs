//! What an edition would cost for all months.

use super::table::of;
use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::say;

/// What an edition costs for all months, or that nothing is charged.
pub(super) fn price(state: State, edition: Id) -> Node {
    let amount = Memo::new(move |_| of(state, &edition, |item| Some(item.total)));
    let amount = move || amount.try_get().flatten();
    let free = Memo::new(move |_| amount().is_some_and(Amount::is_zero));
    let currency = move || Some(state.card()?.currency);

    (move || {
        if free.try_get().unwrap_or_default() {
            return tag::span()
                .part("amount")
                .class("amount")
                .attr("data-value", "0")
                .child(say(state, "ui-free"))
                .into_node();
        }
        let amount = move || Some((amount()?, currency()?));
        money(state, amount)
            .part("amount")
            .class("amount")
            .into_node()
    })
    .into_node()
}
