//! Figures beside the answer: what is due, what follows, what it is in all.

use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::Word;

/// A figure with what it is, and when or for how long it is so.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    /// What it is.
    pub label: Word,
    /// The figure.
    pub figure: Word,
    /// What is said of it.
    pub note: Option<Word>,
}

impl Fact {
    /// A figure of which nothing more is said.
    pub fn new(label: &'static str, figure: Word) -> Self {
        Self {
            label: Word::new(label),
            figure,
            note: None,
        }
    }

    /// The same with a note.
    pub fn noted(self, note: Word) -> Self {
        Self {
            note: Some(note),
            ..self
        }
    }

    /// The fact, in an element around it.
    pub fn view(self, state: State) -> Node {
        let Self {
            label,
            figure,
            note,
        } = self;
        let note = note.map(|note| {
            let note = tag::span().class("aside").child(phrase(state, note));
            (" ", note).into_node()
        });
        let figure = tag::dd().child(phrase(state, figure)).child(note);
        (tag::dt().child(phrase(state, label)), figure).into_node()
    }
}

/// What stands around a fact.
pub(super) fn around() -> Element {
    tag::div().class("fact")
}
