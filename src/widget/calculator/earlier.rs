//! What has changed since a link was made.

use crate::money::Amount;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A note beside the total, until the visitor or the host asks something else.
pub(super) fn earlier_note(state: State) -> Node {
    // What has no published price has none to compare.
    let price = move |total: Option<Amount>, currency| match total {
        Some(total) => Arg::Money(total, currency),
        None => Arg::Text(state.say(&Word::new("ui-link-on-request"))),
    };
    let changed = Memo::new(move |_| {
        let earlier = state.saved_answer()?;
        // What was shown of a trial may be for months after its end.
        let picture = state
            .picture()
            .filter(|picture| picture.trial().is_none())?;
        let (card, total) = (&picture.card, picture.chosen()?.total);
        let is_same = earlier.total == total && earlier.currency == card.currency;
        if is_same && earlier.rate_card == *card.id {
            return None;
        }
        let (id, hook) = match is_same {
            true => ("ui-link-same", "same"),
            false => ("ui-link-changed", "changed"),
        };
        let word = Word::new(id)
            .with("was", price(earlier.total, earlier.currency))
            .with("before", Arg::Text(earlier.rate_card))
            .with("card", Arg::text(&card.id))
            .with("total", price(total, card.currency));
        Some((word, hook))
    });

    (move || {
        let (word, hook) = changed.get()?;
        Some(
            tag::p()
                .part("link-note")
                .attr("data-link", hook)
                .child(phrase(state, word)),
        )
    })
    .into_node()
}
