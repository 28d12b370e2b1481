//! A field for a whole number.

use leptos::prelude::untrack;

use super::bounds::Bounds;
use super::entry::{Entry, OnNumber};
use super::pieces::{framed, label};
use super::read::UnitWords;
use super::series::to_months;
use super::slider::Slider;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::phrase;
use crate::word::Word;

/// What is read again whenever it changes.
pub(super) type Reader<T> = Box<dyn Fn() -> T + Send>;

/// How a field looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::widget) enum Look {
    /// The one that matters most: large.
    Main,
    /// A line of several: what it is called on one side, its number on the other.
    Line,
    /// The same, above what is compared: nothing of it is long.
    Short,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "field main-field",
            Self::Line | Self::Short => "field line-field",
        }
    }
}

/// A text field that takes a number however it is written, and says where it cannot.
pub(super) struct NumberField {
    /// How it looks.
    pub look: Look,
    /// Its id within the widget.
    pub id: String,
    /// The dimension whose demand it is; `None` where it is something else.
    pub dimension: Option<String>,
    /// What it is for.
    pub input: Input,
    /// What it takes.
    pub bounds: Bounds,
    /// Its label.
    pub label: Reader<Node>,
    /// What is counted.
    pub unit: Reader<Node>,
    /// What may stand behind the number.
    pub words: UnitWords,
    /// What it means.
    pub help: Reader<Option<Word>>,
    /// What is included, and how that compares with the number.
    pub hint: Memo<Option<(Word, &'static str)>>,
    /// The number.
    pub value: Memo<u64>,
    /// What stands there instead where the number is not written here.
    pub range: Memo<Option<String>>,
    /// What is done with a new number.
    pub on_number: OnNumber,
    /// What stands beside the field for the same number.
    pub slider: Option<Slider>,
    /// What stands under the field.
    pub below: Node,
}

impl NumberField {
    /// The field.
    pub fn view(self, state: State) -> Node {
        let id = self.id;
        let id_of = |what: &str| format!("{id}-{what}");
        let described = [id_of("error"), id_of("hint"), id_of("help")].join(" ");
        let (range, hint, help) = (self.range, self.hint, self.help);
        let for_what = self.input;
        let entry = Entry::new(
            state,
            Memo::new(move |_| for_what.clone()),
            self.bounds,
            self.words,
            self.value,
            self.on_number,
        );
        let input = entry
            .input(id.clone(), described)
            .holds("value", move || range.get().unwrap_or_else(|| entry.text()))
            .attr("readonly", move || range.get().is_some());
        let slider = self.slider.map(|slider| {
            let id = id_of("slider");
            move || {
                let is_steady = range.get().is_none();
                is_steady.then(|| untrack(|| slider.view(entry, id.clone())))
            }
        });
        let field = id.clone();
        let unit = tag::span()
            .class("unit")
            .attr("aria-hidden", "true")
            .attr("translate", "no")
            .child(self.unit);

        tag::div()
            .part("field")
            .class(self.look.class())
            .attr("data-dimension", self.dimension)
            .attr("data-value", move || entry.value().to_string())
            .child(label(id.clone(), self.label))
            .child(framed(input).child(unit))
            .child(move || {
                range
                    .get()
                    .is_some()
                    .then(|| untrack(|| to_months(state, &field)))
            })
            .child(entry.feedback(id_of("error"), id.clone()))
            .child(slider)
            .child(hint_text(state, id_of("hint"), hint))
            .child(
                tag::p()
                    .part("help")
                    .attr("id", id_of("help"))
                    .child(move || help().map(|word| phrase(state, word))),
            )
            .child(self.below)
            .into_node()
    }
}

/// What is included, and how that compares with the number.
fn hint_text(state: State, id: String, hint: Memo<Option<(Word, &'static str)>>) -> Element {
    tag::p()
        .part("hint")
        .attr("id", id)
        .attr("data-status", move || hint.get().map(|(_, status)| status))
        .child(move || hint.get().map(|(word, _)| phrase(state, word)))
}
