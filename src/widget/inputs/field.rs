//! A field for a whole number.

use super::entry::{Bounds, Entry, Take};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::phrase;
use crate::word::Word;

/// What a number field is for.
pub(in crate::widget) struct Asked {
    /// Its id within the widget.
    pub id: String,
    /// The dimension that it asks for; `None` where it asks for something else.
    pub dimension: Option<String>,
    /// What it takes.
    pub bounds: Bounds,
}

/// What is read whenever it changes.
pub(in crate::widget) type Read<T> = Box<dyn Fn() -> T + Send>;

/// A text field that takes a number however it is written, and says where it cannot.
pub(in crate::widget) struct NumberField {
    /// What it is for.
    pub asked: Asked,
    /// Its label.
    pub label: Read<String>,
    /// What is counted.
    pub unit: Read<String>,
    /// What it means.
    pub help: Read<Option<Word>>,
    /// What is included, and how that compares with the number.
    pub hint: Memo<Option<(Word, &'static str)>>,
    /// The number.
    pub value: Memo<u64>,
    /// What stands there instead where the number is not written here.
    pub range: Memo<Option<String>>,
    /// Takes a new number.
    pub set: Take,
    /// What stands under the field.
    pub below: Node,
}

impl NumberField {
    /// The field.
    pub fn view(self, state: State) -> Node {
        let Self {
            asked,
            label,
            unit,
            help,
            hint,
            value,
            range,
            set,
            below,
        } = self;
        let Asked {
            id,
            dimension,
            bounds,
        } = asked;
        let entry = Entry::new(state, bounds, value);
        let in_all = move || range.try_get().flatten();
        let text = move || in_all().unwrap_or_else(|| entry.text());
        let at = |what: &str| format!("{id}-{what}");
        let described = format!("{} {} {}", at("error"), at("hint"), at("help"));
        let error = move || entry.error().map(|word| phrase(state, word));
        let hint = move || hint.try_get().flatten();

        tag::div()
            .part("field")
            .class("field")
            .attr("data-dimension", dimension)
            .attr("data-value", move || entry.value().to_string())
            .child(
                tag::label()
                    .part("label")
                    .class("label")
                    .attr("for", id.clone())
                    .child(label),
            )
            .child(
                tag::div()
                    .class("box")
                    .child(
                        entry
                            .input(id.clone(), described, set)
                            .holds("value", text)
                            .attr("readonly", move || in_all().is_some()),
                    )
                    .child(
                        tag::span()
                            .class("unit")
                            .attr("aria-hidden", "true")
                            .child(unit),
                    ),
            )
            .child(
                tag::p()
                    .part("field-error")
                    .class("field-error")
                    .attr("id", at("error"))
                    .attr("aria-live", "polite")
                    .child(error),
            )
            .child(
                tag::p()
                    .part("hint")
                    .class("hint")
                    .attr("id", at("hint"))
                    .attr("data-status", move || hint().map(|(_, status)| status))
                    .child(move || hint().map(|(word, _)| phrase(state, word))),
            )
            .child(
                tag::p()
                    .part("help")
                    .class("help")
                    .attr("id", at("help"))
                    .child(move || help().map(|word| phrase(state, word))),
            )
            .child(below)
            .into_node()
    }
}
