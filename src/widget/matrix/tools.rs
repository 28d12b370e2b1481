//! What is above the matrix: searching it, and showing only what differs.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::needs::needs;
use super::rows::{Row, Section};
use crate::card::Card;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::widget::words::small::small;
use crate::word::{Arg, Word};

/// Which rows are shown. It belongs to the view, not to what is asked.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    /// What is searched for.
    text: RwSignal<String>,
    /// Whether only rows are shown in which editions differ.
    differences: RwSignal<bool>,
    /// For each row, in the order of the sections, whether it is shown.
    shown: Memo<Vec<bool>>,
}

impl Filter {
    /// A filter that shows all rows.
    pub fn new(state: State, sections: Arc<Vec<Section>>) -> Self {
        let text = RwSignal::new(String::new());
        let differences = RwSignal::new(false);
        let haystacks = {
            let sections = Arc::clone(&sections);
            Memo::new(move |_| haystacks(state, &sections))
        };
        let differs: Vec<bool> = rows(&sections).map(Row::differs).collect();
        let shown = Memo::new(move |_| {
            let text = small(&text.try_get().unwrap_or_default());
            let wanted: Vec<&str> = text.split_whitespace().collect();
            let only = differences.try_get().unwrap_or_default();
            let matches = |haystack: &String| wanted.iter().all(|word| haystack.contains(word));
            let found = haystacks.try_with(|all| all.iter().map(matches).collect::<Vec<_>>());
            let rows = found.unwrap_or_default().into_iter().zip(&differs);
            rows.map(|(found, differs)| found && (*differs || !only))
                .collect()
        });
        Self {
            text,
            differences,
            shown,
        }
    }

    /// Whether a row is shown, by its number.
    pub fn shows(self, row: usize) -> bool {
        let shown = self.shown.try_with(|shown| shown.get(row).copied());
        shown.flatten().unwrap_or(true)
    }

    /// Whether one of several rows is shown.
    pub fn shows_any(self, rows: core::ops::Range<usize>) -> bool {
        let any = |shown: &Vec<bool>| shown.get(rows).is_some_and(|shown| shown.contains(&true));
        self.shown.try_with(any).unwrap_or(true)
    }
}

fn rows(sections: &[Section]) -> impl Iterator<Item = &Row> {
    sections.iter().flat_map(|section| &section.rows)
}

/// For each row what is searched, in small letters: its heading, its name, its notes, its id.
fn haystacks(state: State, sections: &[Section]) -> Vec<String> {
    let haystacks = sections.iter().flat_map(|section| {
        let heading = section.heading.as_ref();
        let heading = heading.map_or_else(String::new, |heading| state.label(&heading.label));
        section.rows.iter().map(move |row| {
            let notes = row.notes.iter().map(|note| state.label(note));
            let notes: Vec<String> = notes.collect();
            let label = state.label(&row.label);
            let text = [&label, &heading, &*row.id, &notes.join("\n")].join("\n");
            small(&text)
        })
    });
    haystacks.collect()
}

/// So many rows are seen at a glance.
const GLANCE: usize = 7;

/// Each tool where it helps: a field to search with, a box for what differs and how much is shown, where
/// there are many rows; and who has all that is needed, where there are features.
pub(super) fn tools(state: State, card: &Card, sections: &[Section], filter: Filter) -> Node {
    let finder =
        (rows(sections).count() > GLANCE).then(|| finder(state, filter, card.editions.len() > 1));
    let needs = (!card.features.is_empty()).then(|| needs(state));
    if finder.is_none() && needs.is_none() {
        return Node::Nothing;
    }

    tag::div()
        .part("tools")
        .class("tools")
        .child(finder)
        .child(needs)
        .into_node()
}

/// A field to search with, a box for what differs, and how much is shown.
fn finder(state: State, filter: Filter, several: bool) -> Node {
    let Filter {
        text,
        differences,
        shown,
    } = filter;
    let count = Memo::new(move |_| {
        let count = |some: usize| u64::try_from(some).unwrap_or_default();
        let counts = shown.try_with(|rows| {
            let shown = rows.iter().filter(|shown| **shown).count();
            (count(shown), count(rows.len()))
        });
        counts.unwrap_or_default()
    });
    let status = move || {
        let (shown, all) = count.try_get().unwrap_or_default();
        let word = Word::new("ui-rows-shown")
            .with("shown", Arg::Count(shown))
            .with("all", Arg::Count(all));
        phrase(state, word)
    };

    let field = tag::div()
        .class("field")
        .child(
            tag::label()
                .part("label")
                .class("label")
                .attr("for", "find")
                .child(say(state, "ui-find")),
        )
        .child(
            tag::div().class("box").child(
                tag::input()
                    .part("input")
                    .class("input")
                    .attr("id", "find")
                    .attr("type", "search")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("aria-controls", "features")
                    .holds("value", move || text.try_get())
                    .on(ev::input, move |event| {
                        text.try_set(event_target_value(&event));
                    }),
            ),
        );
    let only = several.then(|| {
        tag::label()
            .class("pick")
            .child(
                tag::input()
                    .attr("type", "checkbox")
                    .class("tick")
                    .attr("id", "differences")
                    .holds("checked", move || differences.try_get().unwrap_or_default())
                    .on(ev::change, move |event| {
                        differences.try_set(event_target_checked(&event));
                    }),
            )
            .child(say(state, "ui-differences"))
    });
    let count = tag::p()
        .part("count")
        .class("help")
        .attr("role", "status")
        .attr("id", "count")
        .child(status);
    (field, only, count).into_node()
}
