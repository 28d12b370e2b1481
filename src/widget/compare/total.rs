//! What an edition would cost for all months.

use crate::card::Card;
use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::edition::{action_link, trial_ends};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::say;

/// What an edition costs for all months, or that nothing is charged, or no price published; of a trial, when
/// it ends.
pub(super) fn total(state: State, card: &Card, edition: Id) -> Node {
    let trial = card
        .edition(&edition)
        .and_then(|edition| edition.trial.as_ref());
    let ends = trial.map(|trial| tag::span().class("why").child(trial_ends(state, trial)));
    if card
        .edition(&edition)
        .is_some_and(|edition| card.is_on_request(edition))
    {
        let said = tag::span()
            .class("quiet")
            .attr("data-kind", "on-request")
            .child(say(state, "ui-upon-request"));
        let action = card
            .edition(&edition)
            .and_then(|edition| edition.action.as_ref());
        return (said, " ", action.map(|action| action_link(state, action))).into_node();
    }
    let total = state.memo_of_edition(edition, |item| item.total);
    let is_free = Memo::new(move |_| total.get().is_some_and(Amount::is_zero));

    let amount = move || {
        if is_free.get() {
            return tag::span()
                .part("amount")
                .attr("data-value", "0")
                .attr("translate", "no")
                .child(say(state, "ui-free"));
        }
        let total = move || Some((total.get()?, state.card()?.currency));
        money(state, total).part("amount")
    };
    (amount, ends).into_node()
}
