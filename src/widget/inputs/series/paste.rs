//! A column or a row of a table, pasted into a month.

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::web_sys::ClipboardEvent;

use super::Series;
use crate::engine::MAX_MONTHS;
use crate::widget::dom::{Element, tag};
use crate::widget::inputs::entry::{Entry, pasted};
use crate::widget::inputs::explain::explain;
use crate::widget::shared::pieces::blank_button;
use crate::widget::signals::RwSignal;
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::number::{Unread, cells, is_blank};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// What is said of what was pasted.
#[derive(Clone, PartialEq)]
enum Note {
    /// Columns and rows, of which nobody knows which are the months.
    Table,
    /// A cell, counted from 1, is no number: nothing was taken.
    Cell(usize, String, Unread),
    /// There are more numbers than months from one on.
    TooMany(usize, Vec<u64>),
}

/// What was pasted into the months of a series.
#[derive(Clone, Copy)]
pub(super) struct Paste {
    state: State,
    series: Series,
    note: RwSignal<Option<Note>>,
}

fn count(number: usize) -> Arg {
    Arg::Count(u64::try_from(number).unwrap_or(u64::MAX))
}

impl Paste {
    /// Nothing yet.
    pub fn new(state: State, series: Series) -> Self {
        Self {
            state,
            series,
            note: RwSignal::new(None),
        }
    }

    /// Takes what is pasted into the field of a month. Cells keep their places: an empty one is what an
    /// empty field is. Where one is no number, none is taken.
    pub fn take(self, month: usize, entry: Entry, event: &ClipboardEvent) {
        let cells = cells(&pasted(event));
        self.note.try_set(None);
        if cells.texts.len() < 2 {
            return;
        }
        event.prevent_default();
        if cells.is_table {
            self.note.try_set(Some(Note::Table));
            return;
        }
        let room = untrack(|| self.series.months()).saturating_sub(month);
        let mut numbers = Vec::new();
        // Of the empty ones at the end, those that have no month are none.
        let filled = cells.texts.iter().rposition(|cell| !is_blank(cell));
        let last = filled.map_or(0, |last| last.saturating_add(1)).max(room);
        for cell in cells.texts.into_iter().take(last) {
            match entry.read(&cell) {
                Ok(number) => numbers.extend(number),
                Err(unread) => {
                    let place = numbers.len().saturating_add(1);
                    self.note.try_set(Some(Note::Cell(place, cell, unread)));
                    return;
                }
            }
        }
        entry.leave();
        self.series.replace(month, &numbers);
        if numbers.len() > room {
            self.note.try_set(Some(Note::TooMany(month, numbers)));
        }
    }

    /// Something else is written: what was said is past.
    pub fn forget(self) {
        if self.note.try_get_untracked().flatten().is_some() {
            self.note.try_set(None);
        }
    }

    /// What is said of it, and a button that makes room; `month` is the id of the field of the first month.
    pub fn note(self, month: String) -> Element {
        tag::div()
            .class("series-note")
            .attr("role", "status")
            .attr("aria-live", "polite")
            .child(move || {
                let note = self.note.get()?;
                Some((
                    tag::p().child(phrase(self.state, self.word(&note)?)),
                    self.button(&note, &month),
                ))
            })
    }

    fn word(self, note: &Note) -> Option<Word> {
        Some(match note {
            Note::Table => Word::new("ui-paste-table"),
            Note::Cell(place, text, unread) => {
                let why = explain(unread, text, self.series.bounds);
                let why: Vec<String> = why.iter().map(|word| self.state.say(word)).collect();
                Word::new("ui-paste-cell")
                    .with("place", count(*place))
                    .with("why", Arg::Text(why.join(" ")))
            }
            Note::TooMany(from, numbers) => {
                let room = self.series.months().saturating_sub(*from);
                let left = numbers.len().checked_sub(room).filter(|left| *left > 0)?;
                Word::new("ui-paste-too-many")
                    .with("cells", count(numbers.len()))
                    .with("months", count(room))
                    .with("left", count(left))
            }
        })
    }

    /// A button that asks for as many months as there are numbers, where so many can be had.
    fn button(self, note: &Note, month: &str) -> Option<Element> {
        let Note::TooMany(from, numbers) = note else {
            return None;
        };
        let from = *from;
        let months = from.saturating_add(numbers.len());
        if u32::try_from(months).ok()? > MAX_MONTHS {
            return None;
        }
        let (numbers, month) = (numbers.clone(), format!("#{month}"));
        let lengthen = move |event: MouseEvent| {
            hand_over(&event, month.clone());
            self.series.lengthen(from, &numbers);
            self.note.try_set(None);
        };
        let word = Word::new("ui-paste-lengthen").with("months", count(months));
        Some(
            blank_button()
                .on(ev::click, lengthen)
                .child(phrase(self.state, word)),
        )
    }
}
