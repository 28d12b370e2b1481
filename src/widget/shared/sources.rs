//! Where the prices come from, and what that means.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::pieces::fold;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// How the documents were read, their date, and what a price here is not.
pub(in crate::widget) fn sources(state: State) -> Node {
    let disclaimer = move || {
        let card = state.picture()?.card.clone();
        let updated = card.source(&card.source).and_then(|source| source.updated);
        let mut word = Word::new("ui-disclaimer");
        if let Some(date) = updated.or(card.effective) {
            word = word.with("date", Arg::Date(date));
        }
        Some(phrase(state, word))
    };

    (
        readings(state),
        tag::p().part("disclaimer").child(disclaimer),
    )
        .into_node()
}

/// What was chosen where a document is silent, on demand.
fn readings(state: State) -> Node {
    let assumptions = state.memo_of_chosen(|item| Some(item.assumptions.clone()));

    (move || {
        let assumptions = assumptions.get()?;
        let items = assumptions.into_iter().map(|assumption| {
            let text = assumption.text;
            tag::li()
                .attr("data-assumption", assumption.id.to_string())
                .child(move || say_label(state, &text))
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            let around = tag::details().part("assumptions");
            fold(state, String::from("assumptions"), false, around)
                .child(tag::summary().child(say(state, "ui-assumptions")))
                .child(tag::ul().child(items))
        })
    })
    .into_node()
}
