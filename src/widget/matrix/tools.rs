//! What is above the matrix: searching it, and showing only what differs.

use std::sync::Arc;

use leptos::prelude::*;

use super::needs::Needs;
use super::rows::{Row, Section};
use crate::widget::state::State;
use crate::widget::words::phrase::{Phrase, Say};
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
            let text = text.try_get().unwrap_or_default().to_lowercase();
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
            text.to_lowercase()
        })
    });
    haystacks.collect()
}

/// A field to search with, a box for what differs, how much is shown, and who has all that is needed.
#[component]
pub(super) fn Tools(
    /// The widget.
    state: State,
    /// Which rows are shown.
    filter: Filter,
) -> impl IntoView {
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
        view! { <Phrase state word /> }
    };
    view! {
        <div part="tools" class="tools">
            <div class="field">
                <label part="label" class="label" for="find">
                    <Say state id="ui-find" />
                </label>
                <div class="box">
                    <input
                        part="input"
                        class="input"
                        id="find"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        aria-controls="features"
                        prop:value=move || text.try_get()
                        on:input=move |event| {
                            text.try_set(event_target_value(&event));
                        }
                    />
                </div>
            </div>
            <label class="pick">
                <input
                    type="checkbox"
                    class="tick"
                    id="differences"
                    prop:checked=move || differences.try_get()
                    on:change=move |event| {
                        differences.try_set(event_target_checked(&event));
                    }
                />
                <Say state id="ui-differences" />
            </label>
            <p part="count" class="help" role="status" id="count">
                {status}
            </p>
            <Needs state />
        </div>
    }
}
