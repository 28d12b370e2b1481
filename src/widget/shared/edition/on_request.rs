//! Editions that are sold on request, by their names.

use std::sync::Arc;

use crate::card::Edition;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A sentence about those for which something holds; nothing where there is none.
pub(in crate::widget) fn on_request(
    state: State,
    id: &'static str,
    holds: impl Fn(&Picture, &Edition) -> bool + Send + Sync + 'static,
) -> Node {
    let editions = state.memo(move |picture| {
        let card = &picture.card;
        let editions = card.editions.iter();
        let editions = editions.filter(|edition| card.is_on_request(edition));
        let editions = editions.filter(|edition| holds(picture, edition));
        let labels = editions.map(|edition| (edition.id.clone(), Arc::clone(&edition.label)));
        let labels: Vec<_> = labels.collect();
        (!labels.is_empty()).then_some(labels)
    });

    (move || {
        let word = Word::new(id).with("editions", Arg::Labels(editions.get()?));
        let text = tag::p().part("on-request").class("on-request help");
        Some(text.child(phrase(state, word)))
    })
    .into_node()
}
