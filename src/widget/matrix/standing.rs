//! What stands under the heads of the columns: what an edition costs, and whether it has all that is needed.

use super::needs::{lacking, needed};
use crate::card::Edition;
use crate::text::Id;
use crate::widget::calculator::editions::{cost, price, sold};
use crate::widget::dom::{Element, IntoNode as _, many, tag};
use crate::widget::sheet::{cell, row};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// A row of it: the price, and beside it the verdict once something is needed.
pub(super) fn standings(state: State, editions: &[Edition]) -> Element {
    let needs = Memo::new(move |_| !needed(state).is_empty());
    let about = move || {
        let id = match needs.try_get().unwrap_or_default() {
            true => "ui-verdict",
            false => "ui-price-month",
        };
        say(state, id)
    };
    let cells = editions.iter();
    let cells = cells.map(|edition| standing(state, edition.id.clone()));
    row(about.into_node(), many(cells)).class("standing")
}

/// What an edition costs, and how much of what is needed it has.
fn standing(state: State, edition: Id) -> Element {
    let here = cell(&edition);
    let priced = cost(state, edition.clone());
    let sold = sold(state, edition.clone());
    let lacks = Memo::new(move |_| {
        let needed = u64::try_from(needed(state).len()).unwrap_or_default();
        let lacks = lacking(state.picture()?.edition(&edition)?);
        (needed > 0).then_some((lacks, needed))
    });
    let standing = move || {
        let (lacks, needed) = lacks.try_get().flatten()?;
        let id = if lacks > 0 { "ui-lacks" } else { "ui-has-all" };
        let mut word = Word::new(id)
            .with("lacking", Arg::Count(lacks))
            .with("needed", Arg::Count(needed));
        if needed > 1 {
            word = word.with("count", Arg::Count(needed));
        }
        Some(
            tag::span()
                .part("standing")
                .class("verdict")
                .attr("data-fits", (lacks == 0).to_string())
                .child(phrase(state, word)),
        )
    };

    here.child(
        tag::span()
            .class("standing-price")
            .child(price(state, sold, priced)),
    )
    .child(standing)
}
