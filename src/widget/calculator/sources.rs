//! Where the prices come from, and what that means.

use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// How the documents were read, their date, and what a price here is not.
pub(in crate::widget) fn sources(state: State) -> Node {
    let assumptions = Memo::new(move |_| Some(state.picture()?.chosen()?.assumptions.clone()));
    let readings = move || {
        let assumptions = assumptions.try_get().flatten()?;
        let items = assumptions.into_iter().map(|assumption| {
            let text = assumption.text;
            tag::li()
                .attr("data-assumption", assumption.id.to_string())
                .child(move || state.label(&text))
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            tag::details()
                .part("assumptions")
                .class("assumptions")
                .child(tag::summary().child(say(state, "ui-assumptions")))
                .child(tag::ul().child(items))
        })
    };
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
        readings,
        tag::p()
            .part("disclaimer")
            .class("disclaimer")
            .child(disclaimer),
    )
        .into_node()
}
