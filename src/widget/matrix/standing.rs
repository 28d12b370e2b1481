//! What stands under the heads of the columns: what an edition costs, and whether it has all that is needed.

use super::needs::{lacking, needed};
use crate::card::Card;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, many, tag};
use crate::widget::shared::edition::{in_order, price_of};
use crate::widget::shared::sheet::{cell, row};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The row of the prices, with a verdict beside each once something is needed.
pub(super) fn standings(state: State, card: &Card) -> Element {
    let has_needs = Memo::new(move |_| !needed(state).is_empty());
    let about = move || match has_needs.get() {
        true => say(state, "ui-verdict"),
        false => say(state, "ui-price-month"),
    };
    let cells = in_order(card);
    let cells = cells.map(|edition| standing(state, &edition.id));
    row(about.into_node(), many(cells)).class("standing")
}

/// What an edition costs, and how much of what is needed it has.
fn standing(state: State, edition: &Id) -> Element {
    let price = tag::span()
        .class("standing-price")
        .child(price_of(state, edition));
    let lacks = {
        let edition = edition.clone();
        Memo::new(move |_| {
            let needed = u64::try_from(needed(state).len()).unwrap_or_default();
            let lacks = lacking(state.picture()?.edition(&edition)?);
            (needed > 0).then_some((lacks, needed))
        })
    };
    let verdict = move || {
        let (lacks, needed) = lacks.get()?;
        Some(verdict(state, lacks, needed))
    };
    cell(edition).child(price).child(verdict)
}

/// How many of the features that are needed an edition lacks, or that it has all.
fn verdict(state: State, lacks: u64, needed: u64) -> Element {
    let id = if lacks > 0 { "ui-lacks" } else { "ui-has-all" };
    let mut word = Word::new(id)
        .with("lacking", Arg::Count(lacks))
        .with("needed", Arg::Count(needed));
    if needed > 1 {
        word = word.with("count", Arg::Count(needed));
    }
    tag::span()
        .part("standing")
        .class("verdict")
        .attr("data-fits", (lacks == 0).to_string())
        .child(phrase(state, word))
}
