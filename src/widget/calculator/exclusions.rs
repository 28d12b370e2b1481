//! What the price leaves out.

use std::sync::Arc;

use leptos::prelude::untrack;

use crate::card::{Card, Note};
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::pieces::titled_list;
use crate::widget::signals::Memo;
use crate::widget::state::State;

/// What the rate card says is not in its prices, beside the total.
pub(super) fn exclusions(state: State) -> Node {
    (move || {
        state
            .card()
            .map(|card| untrack(|| exclusions_of(state, card)))
    })
    .into_node()
}

fn exclusions_of(state: State, card: Arc<Card>) -> Node {
    let chosen = Memo::new(move |_| {
        let picture = state.picture()?;
        Some(picture.chosen()?.edition.clone())
    });

    (move || {
        let edition = chosen.get()?;
        let notes = card.notes.iter();
        let notes = notes.filter(|note| note.excluded && concerns(&card, note, &edition));
        let items = notes.map(|note| {
            let text = note.text.clone();
            tag::li()
                .attr("data-excluded", note.id.to_string())
                .child(move || state.label(&text))
        });
        let around = tag::div().part("exclusions");
        titled_list(state, around, "ui-not-in-price", items.collect())
    })
    .into_node()
}

/// Whether a note is about an edition: about it, or not about other editions alone.
fn concerns(card: &Card, note: &Note, edition: &str) -> bool {
    note.about
        .iter()
        .any(|about| **about == *edition || card.edition(about).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn what_is_said_of_other_editions_alone_does_not_concern_one() {
        let catalog = crate::catalog();
        let card = catalog.in_force("call", Date::LAST).unwrap();
        let note = |about: &[&str]| {
            let mut note = card.notes.first().unwrap().clone();
            note.about = about.iter().map(|id| (*id).into()).collect();
            note
        };
        for (about, concerned) in [
            (&["card"][..], true),
            (&["plan"], true),
            (&["group"], true),
            (&["free", "group"], true),
            (&["free"], false),
            (&["free", "one-to-one"], false),
            (&["free", "plan"], true),
        ] {
            assert_eq!(
                concerns(&card, &note(about), "group"),
                concerned,
                "{about:?}"
            );
        }
    }
}
