//! What is needed, in sight while the list is closed, too.

use std::sync::Arc;

use crate::engine::{ProblemCode, Subject};
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::pieces::{sign, visually_hidden};
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::{say, say_label};

/// A feature that is needed.
#[derive(Clone, PartialEq)]
struct Needed {
    id: Id,
    label: Arc<Text>,
    /// Whether the chosen edition lacks it.
    is_missing: bool,
}

/// A chip for each feature that is needed; nothing where none is.
pub(super) fn chips(state: State) -> Node {
    let needed = state.memo(needed);

    (move || {
        let chips = needed.get().unwrap_or_default().into_iter();
        let chips: Vec<_> = chips.map(|needed| chip(state, needed)).collect();
        (!chips.is_empty()).then(|| tag::ul().class("chips").child(chips))
    })
    .into_node()
}

fn needed(picture: &Picture) -> Option<Vec<Needed>> {
    let item = picture.chosen()?;
    let is_missing = |id: &Id| {
        item.problems.iter().any(|problem| {
            problem.code == ProblemCode::MissingFeature
                && problem.subject == Subject::Feature(id.clone())
        })
    };
    let requires = &picture.request.items.first()?.requires;
    let features = requires.iter().filter_map(|id| picture.card.feature(id));
    let needed = features.map(|feature| Needed {
        id: feature.id.clone(),
        label: Arc::clone(&feature.label),
        is_missing: is_missing(&feature.id),
    });
    Some(needed.collect())
}

fn chip(state: State, needed: Needed) -> Element {
    let Needed {
        id,
        label,
        is_missing,
    } = needed;
    let (mark, verdict) = match is_missing {
        true => ("✕ ", "ui-not-there"),
        false => ("✓ ", "ui-there"),
    };
    tag::li()
        .part("needed")
        .class("chip")
        .attr("data-feature", id.to_string())
        .attr("data-missing", is_missing.to_string())
        .child(sign(mark))
        .child(move || say_label(state, &label))
        .child(visually_hidden(": ").child(say(state, verdict)))
}
