//! Sentences on the page, with their exact figures.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::word::{Arg, Word};

/// A sentence whose figures each have their exact value in a `data-value`.
pub(in crate::widget) fn phrase(state: State, word: Word) -> Node {
    let pieces = move || {
        let (text, marks) = state.say_marked(&word);
        let mut pieces = Vec::new();
        let mut end = 0;
        for mark in marks {
            let before = text.get(end..mark.range.start).unwrap_or_default();
            let shown = text.get(mark.range.clone()).unwrap_or_default();
            end = mark.range.end;
            let figure = tag::span()
                .attr("data-figure", mark.name)
                .attr("data-value", mark.exact)
                .attr("data-rounded", mark.rounded)
                .child(String::from(shown));
            pieces.push(String::from(before).into_node());
            pieces.push(figure.into_node());
        }
        let rest = text.get(end..).unwrap_or_default();
        pieces.push(String::from(rest).into_node());
        pieces
    };
    pieces.into_node()
}

/// A word that says an argument and nothing else.
pub(in crate::widget) fn argument(argument: Arg) -> Word {
    Word::new("ui-argument").with("is", argument)
}

/// A sentence without figures.
pub(in crate::widget) fn say(state: State, id: &'static str) -> Node {
    (move || state.say(&Word::new(id))).into_node()
}
