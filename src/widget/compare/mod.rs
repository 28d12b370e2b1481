//! The comparison: what would every edition cost, and does it do what is needed?

mod charge;
mod charges;

use crate::card::Card;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::inputs_in_a_row;
use crate::widget::shared::date_note::date_note;
use crate::widget::shared::fault::fault;
use crate::widget::shared::sheet::{
    Group, Heading, Names, Row, Section, group_title, lines, of_card, sections, table,
};
use crate::widget::shared::sources::sources;
use crate::widget::shared::stands_for::stale_note;
use crate::widget::state::{Question, State};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};
use charges::charges;
use leptos::prelude::untrack;

const NAMES: Names = Names {
    part: "comparison",
    title: "ui-compare",
};

/// The numbers that it is for in a row, so that the answer is in sight, and a column for each edition.
pub(in crate::widget) fn compare(state: State) -> Node {
    tag::div()
        .part("compare")
        .class("stack sheeted")
        .child((fault(state), inputs_in_a_row(state)))
        .child((stale_note(state), date_note(state)))
        .child(of_card(state, move |card| {
            table(state, &card, NAMES, groups(state, &card))
        }))
        .child(sources(state))
        .into_node()
}

/// The prices, the limits, and the features by the headings of the card.
fn groups(state: State, card: &Card) -> Vec<Group> {
    let (mut limits, mut features) = (Vec::new(), Vec::new());
    for Section { heading, rows } in sections(card) {
        let (mine, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|r| r.is_feature);
        limits.extend(others);
        if !mine.is_empty() {
            features.push((heading, mine));
        }
    }
    let limits = (!limits.is_empty()).then(|| Group {
        id: None,
        title: say(state, "ui-included"),
        heading: None,
        aside: None,
        is_open: true,
        lines: lines(state, limits),
    });
    let features = features.into_iter();
    let features = features.map(|(heading, rows)| group_of_features(state, heading, rows));
    let prices = Group {
        id: None,
        title: say(state, "ui-lines"),
        heading: None,
        aside: Some(months(state)),
        is_open: true,
        lines: charges(state, card),
    };
    core::iter::once(prices)
        .chain(limits)
        .chain(features)
        .collect()
}

/// Features, folded unless one of them is needed.
fn group_of_features(state: State, heading: Option<Heading>, rows: Vec<Row>) -> Group {
    let is_needed = |question: Question| {
        let requires = question.item.requires;
        rows.iter().any(|row| requires.contains(&row.id))
    };
    let is_open = untrack(|| state.question()).is_some_and(is_needed);
    let title = match &heading {
        Some(heading) => group_title(state, heading),
        None => say(state, "ui-view-matrix"),
    };
    Group {
        id: heading.as_ref().map(|heading| heading.id.to_string()),
        title,
        heading: heading.map(|heading| heading.label),
        aside: None,
        is_open,
        lines: lines(state, rows),
    }
}

/// For how many months the prices are.
fn months(state: State) -> Node {
    let months = state.memo_of_question(|question| Some(question.months));
    (move || {
        let months = Arg::Count(u64::from(months.get()?));
        let word = Word::new("ui-whole-time").with("months", months);
        Some(phrase(state, word))
    })
    .into_node()
}
