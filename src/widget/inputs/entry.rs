//! A whole number while it is written.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::pieces::field_error;
use crate::widget::dom::{Element, tag};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::state::{Input, State, Unread};
use crate::widget::words::number::read_whole;
use crate::widget::words::phrase::phrase;
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

/// What is done with a new number.
pub(in crate::widget) type OnNumber = Arc<dyn Fn(u64) + Send + Sync>;

/// What stands in a field while the visitor writes.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    /// The number that held then.
    number: u64,
}

/// What a number field shows: while the visitor writes, what was written; on leaving it, or where
/// the host sets another number, the number in the language's way. What is not understood is kept by the
/// [`State`], which says of all that is shown that it is not the answer to it.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Entry {
    state: State,
    bounds: Bounds,
    value: Memo<u64>,
    draft: RwSignal<Option<Draft>>,
    input: StoredValue<Input>,
    unread: Memo<Option<Unread>>,
}

impl Entry {
    /// A field for a number.
    pub fn new(state: State, input: Input, bounds: Bounds, value: Memo<u64>) -> Self {
        let draft = RwSignal::new(None::<Draft>);
        let input = StoredValue::new(input);
        let unread = Memo::new(move |_| state.unread_in(&input.try_get_value()?));
        Self {
            state,
            bounds,
            value,
            draft,
            input,
            unread,
        }
    }

    /// What the field shows.
    pub fn text(self) -> String {
        let unread = self.unread.get().map(|unread| unread.text);
        let text = unread.or_else(|| Some(current(self.draft, self.value)?.text));
        text.unwrap_or_else(|| self.state.number(self.value()))
    }

    /// Whether what stands there is no number that the field takes.
    pub fn is_wrong(self) -> bool {
        self.unread.try_with(Option::is_some).unwrap_or_default()
    }

    /// What is wrong with it.
    pub fn error(self) -> Option<Word> {
        let Bounds { min, max, .. } = self.bounds;
        let Unread { why, .. } = self.unread.get()?;
        Some(why.unwrap_or_else(|| {
            Word::new("ui-bad-number")
                .with("min", Arg::Count(min))
                .with("max", Arg::Count(max))
        }))
    }

    /// The same on the page, by the id of the element in which it stands.
    pub fn error_text(self, id: String) -> Element {
        let error = move || self.error().map(|word| phrase(self.state, word));
        field_error(id, error)
    }

    /// The number.
    pub fn value(self) -> u64 {
        self.value.get()
    }

    /// Takes what is written; the number that it means, where it means one.
    pub fn write(self, text: String) -> Option<u64> {
        let written = self.read(&text);
        match written {
            Some(number) => {
                if let Some(input) = self.input.try_get_value() {
                    self.state.understood(&input);
                }
                self.draft.try_set(Some(Draft { text, number }));
            }
            None => self.hold(text, None),
        }
        written
    }

    /// Keeps what is written to be seen, while the number stays: what is written is not understood, or
    /// cannot be had, for a reason.
    pub fn hold(self, text: String, why: Option<Word>) {
        if let Some(input) = self.input.try_get_value() {
            self.state.not_understood(Unread { input, text, why });
        }
        self.draft.try_set(None);
    }

    /// The number that a text means, where the field takes it.
    pub fn read(self, text: &str) -> Option<u64> {
        read(self.state, self.bounds, text)
    }

    /// The field itself, by its id and the ids of what describes it.
    pub fn input(self, id: String, described: String, on_number: OnNumber) -> Element {
        let write = move |event| {
            if let Some(number) = self.write(event_target_value(&event)) {
                on_number(number);
            }
        };
        number_input(tag::input().part("input").attr("id", id))
            .attr("aria-invalid", move || self.is_wrong().then_some("true"))
            .attr("aria-describedby", described)
            .on(ev::input, write)
            .on(ev::change, move |_| self.leave())
    }

    /// The field is left: what was wrong stays to be seen.
    pub fn leave(self) {
        if !self.is_wrong() {
            self.draft.try_set(None);
        }
    }
}

/// A field for a whole number, however the visitor writes it.
pub(in crate::widget) fn number_input(input: Element) -> Element {
    input
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
}

/// The draft, unless another number holds than when it was written.
fn current(draft: RwSignal<Option<Draft>>, value: Memo<u64>) -> Option<Draft> {
    let number = value.try_get();
    draft.get().filter(|draft| Some(draft.number) == number)
}

fn read(state: State, bounds: Bounds, text: &str) -> Option<u64> {
    let Bounds { min, max, default } = bounds;
    if text.trim().is_empty() {
        return Some(default);
    }
    let decimal = state.format().map_or('.', |format| format.decimal_sign());
    read_whole(text, decimal).filter(|number| (min..=max).contains(number))
}
