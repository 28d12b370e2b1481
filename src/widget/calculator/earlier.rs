//! What has changed since a link was made.

use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A note beside the total, until the visitor or the host asks something else.
pub(in crate::widget) fn earlier_note(state: State) -> Node {
    let changed = Memo::new(move |_| {
        let earlier = state.saved_answer()?;
        let picture = state.picture()?;
        let (card, total) = (&picture.card, picture.chosen()?.total);
        let same = earlier.total == total && earlier.currency == card.currency;
        if same && earlier.rate_card == *card.id {
            return None;
        }
        let word = Word::new(if same {
            "ui-link-same"
        } else {
            "ui-link-changed"
        })
        .with("was", Arg::Money(earlier.total, earlier.currency))
        .with("before", Arg::Text(earlier.rate_card))
        .with("card", Arg::text(&card.id))
        .with("total", Arg::Money(total, card.currency));
        Some((word, if same { "same" } else { "changed" }))
    });

    (move || {
        let (word, how) = changed.try_get().flatten()?;
        Some(
            tag::p()
                .part("link-note")
                .class("link-note")
                .attr("data-link", how)
                .child(phrase(state, word)),
        )
    })
    .into_node()
}
