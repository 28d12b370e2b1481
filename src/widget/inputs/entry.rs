//! A whole number while it is written.

use std::sync::Arc;

use leptos::ev;
use leptos::ev::{FocusEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{ClipboardEvent, Event, HtmlInputElement};

use super::bounds::Bounds;
use super::explain::explain;
use super::pieces::field_error;
use super::read::{UnitWords, read_number};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::blank_button;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Draft, Input, State, Unread};
use crate::widget::words::focus::hand_over;
use crate::widget::words::number::{self, cells, is_blank};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// What is done with a new number; what comes back is why it cannot be had.
pub(in crate::widget) type OnNumber = Arc<dyn Fn(u64) -> Option<Word> + Send + Sync>;

/// What a number field shows: while the visitor writes, what was written; on leaving it, or where
/// the host sets another number, the number in the language's way. What is no number stays in it, and in
/// the [`State`], which says of the price what it stands for meanwhile.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Entry {
    state: State,
    bounds: Bounds,
    unit: StoredValue<UnitWords>,
    on_number: StoredValue<OnNumber>,
    value: Memo<u64>,
    /// What the field is for; a row that others leave is for another one from then on.
    input: Memo<Input>,
    /// What is being written there.
    draft: Memo<Option<Draft>>,
    /// What stands there and is not understood, or cannot be had.
    unread: Memo<Option<Unread>>,
    /// What is wrong with that as a number.
    misread: Memo<Option<number::Unread>>,
}

impl Entry {
    /// A field for a number of a unit.
    pub fn new(
        state: State,
        input: Memo<Input>,
        bounds: Bounds,
        unit: UnitWords,
        value: Memo<u64>,
        on_number: OnNumber,
    ) -> Self {
        let unit = StoredValue::new(unit);
        let draft = Memo::new(move |_| state.draft_in(&input.try_get()?));
        let unread = Memo::new(move |_| state.unread_in(&input.try_get()?));
        let misread = Memo::new(move |_| {
            let text = unread.get()?.text;
            read(state, bounds, unit, &text).err()
        });
        Self {
            state,
            bounds,
            unit,
            on_number: StoredValue::new(on_number),
            value,
            input,
            draft,
            unread,
            misread,
        }
    }

    /// What the field shows.
    pub fn text(self) -> String {
        let unread = self.unread.get().map(|unread| unread.text);
        let text = unread.or_else(|| self.current().map(|draft| draft.text));
        text.unwrap_or_else(|| self.state.number(self.value()))
    }

    /// What is being written, unless another number holds than when that was written.
    fn current(self) -> Option<Draft> {
        let number = self.value.try_get();
        self.draft.get().filter(|draft| draft.number == number)
    }

    /// Whether what stands there is no number that the field takes, or one that cannot be had. Nothing is
    /// not wrong yet.
    pub fn is_wrong(self) -> bool {
        self.misread.get().is_some() || self.refusal().is_some()
    }

    fn refusal(self) -> Option<Word> {
        self.unread.get()?.why
    }

    /// The number.
    pub fn value(self) -> u64 {
        self.value.get()
    }

    /// What is wrong with it, and what the field takes.
    fn errors(self) -> Vec<Word> {
        if let Some(why) = self.refusal() {
            return vec![why];
        }
        let Some(misread) = self.misread.get() else {
            return Vec::new();
        };
        let text = self.unread.get().map(|unread| unread.text);
        explain(&misread, &text.unwrap_or_default(), self.bounds)
    }

    /// What is wrong with it, by the id of the element in which it stands, and a button for each number that
    /// may be meant; `field` is the id of the field.
    pub fn feedback(self, id: String, field: String) -> Node {
        let errors = move || {
            let words = self.errors().into_iter();
            many(words.map(|word| tag::span().child(phrase(self.state, word)).child(" ")))
        };
        let proposals = move || {
            let misread = self.misread.get();
            let misread = misread.filter(|misread| !misread.proposals.is_empty())?;
            let numbers = misread.proposals.into_iter();
            let buttons = numbers.map(|number| self.proposal(number, field.clone()));
            Some(tag::div().class("proposals").child(many(buttons)))
        };
        (field_error(id, errors), proposals).into_node()
    }

    /// A button that takes a number instead of what was written.
    fn proposal(self, number: u64, field: String) -> Element {
        let take = move |event: MouseEvent| {
            hand_over(&event, format!("#{field}"));
            self.set(number);
        };
        let word = Word::new("ui-take-number").with("number", Arg::Count(number));
        blank_button()
            .attr("data-proposal", number.to_string())
            .on(ev::click, take)
            .child(phrase(self.state, word))
    }

    /// Takes what is written, where it is a number.
    pub fn write(self, text: String) {
        match self.read(&text) {
            Ok(Some(number)) => self.take(text, number),
            Ok(None) | Err(_) => self.hold(text, None),
        }
    }

    /// Takes a number that was not written, as if it had been and the field been left.
    pub fn set(self, number: u64) {
        self.take(self.state.number(number), number);
        self.leave();
    }

    /// Takes a number. Where it cannot be had, what is written stays to be seen, beside the number that
    /// still holds.
    fn take(self, text: String, number: u64) {
        self.understood();
        let on_number = self.on_number.try_get_value();
        match on_number.and_then(|on_number| on_number(number)) {
            Some(why) => self.hold(text, Some(why)),
            None => {
                if let Some(input) = untrack(|| self.input.try_get()) {
                    let number = Some(number);
                    self.state.write(Draft {
                        input,
                        text,
                        number,
                    });
                }
            }
        }
    }

    /// Keeps what is written to be seen, while the number stays: it is not understood, or cannot be had,
    /// for a reason.
    fn hold(self, text: String, why: Option<Word>) {
        if let Some(input) = untrack(|| self.input.try_get()) {
            self.state.written(&input);
            self.state.not_understood(Unread { input, text, why });
        }
    }

    fn understood(self) {
        if let Some(input) = untrack(|| self.input.try_get()) {
            self.state.understood(&input);
        }
    }

    /// The number that a text means, where the field takes it; `None` while there is nothing yet.
    pub fn read(self, text: &str) -> Result<Option<u64>, number::Unread> {
        untrack(|| read(self.state, self.bounds, self.unit, text))
    }

    /// The field itself, by its id and the ids of what describes it.
    pub fn input(self, id: String, described: String) -> Element {
        self.input_for_cells(id, described, move |event| self.paste(&event))
    }

    /// The field, where something else is done with what is pasted.
    pub fn input_for_cells(
        self,
        id: String,
        described: String,
        paste: impl Fn(ClipboardEvent) + Send + Sync + 'static,
    ) -> Element {
        number_input(tag::input().part("input").attr("id", id))
            .attr("aria-invalid", move || self.is_wrong().then_some("true"))
            .attr("aria-describedby", described)
            .on(ev::input, move |event| {
                self.write(event_target_value(&event))
            })
            .on(ev::change, move |_| self.leave())
            .on(ev::paste, paste)
    }

    /// Several cells of a table stay apart, where the browser would make one number of them.
    fn paste(self, event: &ClipboardEvent) {
        let texts = cells(&pasted(event)).texts;
        let is_several = texts.iter().filter(|cell| !is_blank(cell)).count() > 1;
        let target = event.target().filter(|_| is_several);
        let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        event.prevent_default();
        if !input.read_only() && input.set_range_text(&texts.join("\t")).is_ok() {
            self.write(input.value());
        }
    }

    /// The field is left: what was wrong stays to be seen.
    pub fn leave(self) {
        if !untrack(|| self.is_wrong()) {
            self.understood();
            if let Some(input) = untrack(|| self.input.try_get()) {
                self.state.written(&input);
            }
        }
    }
}

/// Chooses the whole text of a field, unless a part of it is chosen.
fn choose_all(event: &Event) {
    let target = event.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        let [start, end] = [input.selection_start(), input.selection_end()];
        if start.ok() == end.ok() {
            input.select();
        }
    }
}

/// The text that is pasted.
pub(super) fn pasted(event: &ClipboardEvent) -> String {
    let text = event.clipboard_data().and_then(|d| d.get_data("text").ok());
    text.unwrap_or_default()
}

/// A field for a whole number, however the visitor writes it. Who comes to it means all of the number: it is
/// chosen, and what is typed takes its place. A second press sets the caret.
fn number_input(input: Element) -> Element {
    let has_come = StoredValue::new(false);
    let come = move |event: FocusEvent| {
        has_come.try_set_value(true);
        choose_all(&event);
    };
    // A press has set the caret after the focus has come.
    let pressed = move |event: MouseEvent| {
        if has_come.try_get_value().unwrap_or_default() {
            choose_all(&event);
        }
        has_come.try_set_value(false);
    };
    input
        .on(ev::focus, come)
        .on(ev::click, pressed)
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
}

fn read(
    state: State,
    bounds: Bounds,
    unit: StoredValue<UnitWords>,
    text: &str,
) -> Result<Option<u64>, number::Unread> {
    if is_blank(text) {
        return Ok(bounds.default);
    }
    let unit = move || unit.try_get_value().map_or_else(Vec::new, |unit| unit());
    read_number(state, bounds, &unit, text).map(Some)
}
