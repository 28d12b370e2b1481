//! A whole number while it is written.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::widget::State;
use crate::widget::dom::{Element, tag};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::words::number::read_whole;
use crate::word::{Arg, Word};

/// What a field takes.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Bounds {
    /// The smallest number.
    pub min: u64,
    /// The largest number.
    pub max: u64,
    /// What an empty field means.
    pub default: u64,
}

/// What takes a new number.
pub(in crate::widget) type Take = Arc<dyn Fn(u64) + Send + Sync>;

/// What stands in a field while it is written, and the number that was valid then.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    beside: u64,
}

/// What a number field shows: while the visitor writes, what was written; on leaving it, or where
/// the host sets another number, the number in the language's way.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Entry {
    state: State,
    bounds: Bounds,
    value: Memo<u64>,
    draft: RwSignal<Option<Draft>>,
    wrong: Memo<bool>,
}

impl Entry {
    /// A field beside a number.
    pub fn new(state: State, bounds: Bounds, value: Memo<u64>) -> Self {
        let draft = RwSignal::new(None::<Draft>);
        let wrong = Memo::new(move |_| {
            let written = written(draft, value);
            written.is_some_and(|draft| read(state, bounds, &draft.text).is_none())
        });
        Self {
            state,
            bounds,
            value,
            draft,
            wrong,
        }
    }

    /// What the field shows.
    pub fn text(self) -> String {
        let written = written(self.draft, self.value).map(|draft| draft.text);
        written.unwrap_or_else(|| self.state.number(self.value()))
    }

    /// Whether what stands there is no number that the field takes.
    pub fn wrong(self) -> bool {
        self.wrong.try_get().unwrap_or_default()
    }

    /// What is wrong with it.
    pub fn error(self) -> Option<Word> {
        let Bounds { min, max, .. } = self.bounds;
        self.wrong().then(|| {
            Word::new("ui-bad-number")
                .with("min", Arg::Count(min))
                .with("max", Arg::Count(max))
        })
    }

    /// The number.
    pub fn value(self) -> u64 {
        self.value.try_get().unwrap_or_default()
    }

    /// Takes what is written; the number that it means, where it means one.
    pub fn write(self, text: String) -> Option<u64> {
        let number = self.read(&text);
        let beside = number.unwrap_or_else(|| self.value());
        self.draft.try_set(Some(Draft { text, beside }));
        number
    }

    /// Shows what is written beside the number that still holds: what was written cannot be had.
    pub fn hold(self, text: String) {
        let beside = self.value();
        self.draft.try_set(Some(Draft { text, beside }));
    }

    /// The number that a text means, where the field takes it.
    pub fn read(self, text: &str) -> Option<u64> {
        read(self.state, self.bounds, text)
    }

    /// The field itself, by its id and what it is described by; `set` takes a new number.
    pub fn input(self, id: String, described: String, set: Take) -> Element {
        let write = move |event| {
            if let Some(number) = self.write(event_target_value(&event)) {
                set(number);
            }
        };
        tag::input()
            .part("input")
            .class("input")
            .attr("id", id)
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-invalid", move || self.wrong().then_some("true"))
            .attr("aria-describedby", described)
            .on(ev::input, write)
            .on(ev::change, move |_| self.leave())
    }

    /// The field is left: what was wrong stays to be seen.
    pub fn leave(self) {
        if !self.wrong() {
            self.draft.try_set(None);
        }
    }
}

/// A draft is outdated as soon as the number beside it is another one.
fn written(draft: RwSignal<Option<Draft>>, value: Memo<u64>) -> Option<Draft> {
    let beside = value.try_get();
    let draft = draft.try_get().flatten();
    draft.filter(|draft| Some(draft.beside) == beside)
}

fn read(state: State, bounds: Bounds, text: &str) -> Option<u64> {
    let Bounds { min, max, default } = bounds;
    if text.trim().is_empty() {
        return Some(default);
    }
    let decimal = state.format().map_or('.', |format| format.decimal_sign());
    read_whole(text, decimal).filter(|number| (min..=max).contains(number))
}
