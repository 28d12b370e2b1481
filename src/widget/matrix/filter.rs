//! Which rows of the matrix are shown.

use std::sync::Arc;

use super::rows::{Row, Section};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::lowercase::lowercase;

/// What the rows are searched for. It belongs to the view, not to what is asked.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// The text.
    pub text: RwSignal<String>,
    /// Whether only rows are shown in which editions differ.
    pub differences: RwSignal<bool>,
}

impl Search {
    /// A search that all rows are found by.
    pub fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            differences: RwSignal::new(false),
        }
    }
}

/// Which rows are shown.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    /// What they are searched for.
    pub search: Search,
    /// For each row, in the order of the sections, whether it is shown.
    shown: Memo<Vec<bool>>,
}

impl Filter {
    /// A filter that shows what is found in the sections of a card.
    pub fn new(state: State, sections: Arc<Vec<Section>>, search: Search) -> Self {
        let Search { text, differences } = search;
        let searched = {
            let sections = Arc::clone(&sections);
            Memo::new(move |_| searched(state, &sections))
        };
        let differs: Vec<bool> = rows(&sections).map(Row::differs).collect();
        let shown = Memo::new(move |_| {
            let text = lowercase(&text.get());
            let wanted: Vec<&str> = text.split_whitespace().collect();
            let only = differences.get();
            let matches = |text: &String| wanted.iter().all(|word| text.contains(word));
            let found = searched.try_with(|all| all.iter().map(matches).collect::<Vec<_>>());
            let rows = found.unwrap_or_default().into_iter().zip(&differs);
            rows.map(|(found, differs)| found && (*differs || !only))
                .collect()
        });
        Self { search, shown }
    }

    /// Whether a row is shown, by its number.
    pub fn shows(self, row: usize) -> bool {
        let shown = self.shown.try_with(|shown| shown.get(row).copied());
        shown.flatten().unwrap_or(true)
    }

    /// How many rows are shown, and how many there are.
    pub fn counts(self) -> (u64, u64) {
        let count = |some: usize| u64::try_from(some).unwrap_or_default();
        let counts = self.shown.try_with(|rows| {
            let shown = rows.iter().filter(|shown| **shown).count();
            (count(shown), count(rows.len()))
        });
        counts.unwrap_or_default()
    }

    /// Whether one of several rows is shown.
    pub fn shows_any(self, rows: core::ops::Range<usize>) -> bool {
        let any = |shown: &Vec<bool>| shown.get(rows).is_some_and(|shown| shown.contains(&true));
        self.shown.try_with(any).unwrap_or(true)
    }
}

/// The rows of all sections.
pub(super) fn rows(sections: &[Section]) -> impl Iterator<Item = &Row> {
    sections.iter().flat_map(|section| &section.rows)
}

/// For each row the text that is searched, in lower case: its heading, its name, its notes, its id.
fn searched(state: State, sections: &[Section]) -> Vec<String> {
    let texts = sections.iter().flat_map(|section| {
        let heading = section.heading.as_ref();
        let heading = heading.map_or_else(String::new, |heading| state.label(&heading.label));
        section.rows.iter().map(move |row| {
            let notes = row.notes.iter().map(|note| state.label(note));
            let notes: Vec<String> = notes.collect();
            let label = state.label(&row.label);
            let text = [&label, &heading, &*row.id, &notes.join("\n")].join("\n");
            lowercase(&text)
        })
    });
    texts.collect()
}
