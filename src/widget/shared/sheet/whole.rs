//! What an edition would cost for all months.

use crate::card::{Card, Edition};
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::edition::{Sold, sold, trial_ends};
use crate::widget::state::State;
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// What an edition costs for all months, where that is more than its price of a month says; of a trial, when it
/// ends.
pub(super) fn whole(state: State, card: &Card, edition: &Edition) -> Node {
    let text = tag::p().part("column-whole");
    if let Some(trial) = &edition.trial {
        return text.child(trial_ends(state, trial)).into_node();
    }
    let currency = card.currency;
    let sold = sold(state, edition.id.clone());
    let id = edition.id.clone();
    let total = state.memo(move |picture| {
        let months = picture.request.months;
        let total = picture.edition(&id)?.total?;
        (months > 1 && !total.is_zero()).then_some((total, months))
    });
    (move || {
        let is_priced = matches!(sold.get(), Some(Sold::Priced));
        let (total, months) = total.get().filter(|_| is_priced)?;
        let months = Arg::Count(u64::from(months));
        let time = phrase(state, Word::new("ui-whole-time").with("months", months));
        let amount = fixed_money(state, total, currency).part("amount");
        Some(tag::p().part("column-whole").child((amount, " ", time)))
    })
    .into_node()
}
