//! Sentences on the page, with their exact figures.

use std::sync::Arc;

use crate::text::{Text, Unit};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::figure::length;
use crate::word::{Arg, Word};

/// What is made of a figure of a sentence, by the name of its place, and of the signs that follow it and are never
/// to begin a line.
type Around = dyn Fn(&'static str, Element, String) -> Node + Send + Sync;

/// A sentence whose figures each have their exact value in a `data-value`.
pub(in crate::widget) fn phrase(state: State, word: Word) -> Node {
    pieces(state, word, None)
}

/// The same, where something stands around figures, such as a button.
pub(in crate::widget) fn phrase_around(state: State, word: Word, around: Arc<Around>) -> Node {
    pieces(state, word, Some(around))
}

fn pieces(state: State, word: Word, around: Option<Arc<Around>>) -> Node {
    let pieces = move || {
        let (text, marks) = state.say_marked(&word);
        let mut pieces = Vec::new();
        let mut end = 0;
        for mark in marks {
            let before = text.get(end..mark.range.start).unwrap_or_default();
            let shown = text.get(mark.range.clone()).unwrap_or_default();
            end = mark.range.end;
            let figure = tag::span()
                .attr("translate", "no")
                .attr("data-figure", mark.exact.is_some().then_some(mark.name))
                .attr("data-value", mark.exact)
                .attr("data-rounded", mark.rounded)
                .attr("data-length", length(shown).filter(|_| is_long(shown)))
                .attr("dir", mark.language.is_some().then_some("auto"))
                .attr("lang", mark.language)
                .child(String::from(shown));
            pieces.push(String::from(before).into_node());
            pieces.push(match &around {
                None => figure.into_node(),
                Some(around) => {
                    let signs = signs(text.get(end..).unwrap_or_default());
                    end = end.saturating_add(signs.len());
                    around(mark.name, figure, signs)
                }
            });
        }
        let rest = text.get(end..).unwrap_or_default();
        pieces.push(String::from(rest).into_node());
        pieces
    };
    pieces.into_node()
}

/// The signs at the beginning of a text.
fn signs(text: &str) -> String {
    let is_sign = |sign: &char| !sign.is_alphanumeric() && !sign.is_whitespace();
    text.chars().take_while(is_sign).collect()
}

/// Whether a figure has more digits than a day.
fn is_long(shown: &str) -> bool {
    shown.chars().filter(|sign| sign.is_numeric()).count() > 8
}

/// A word that says an argument and nothing else.
pub(in crate::widget) fn argument(argument: Arg) -> Word {
    Word::new("ui-argument").with("is", argument)
}

/// A sentence without figures.
pub(in crate::widget) fn say(state: State, id: &'static str) -> Node {
    (move || state.say(&Word::new(id))).into_node()
}

/// A label of the rate card, which may be in another language than the sentences around it.
pub(in crate::widget) fn say_label(state: State, label: &Text) -> Node {
    in_language(state.label(label), state.foreign(label))
}

/// What a unit counts, in the form for a number; in another language likewise.
pub(in crate::widget) fn say_unit(state: State, unit: &Unit, number: u64) -> Node {
    in_language(state.unit(unit, number), state.foreign_unit(unit))
}

/// A text, in a language of its own where it has one.
fn in_language(text: String, language: Option<String>) -> Node {
    match language {
        None => text.into_node(),
        language => tag::span()
            .attr("lang", language)
            .attr("dir", "auto")
            .child(text)
            .into_node(),
    }
}
