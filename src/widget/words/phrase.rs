//! Sentences on the page, with their exact figures.

use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::word::Word;

/// A sentence in which every figure stands exactly in a `data-value`.
pub(in crate::widget) fn phrase(state: State, word: Word) -> Node {
    let said = move || {
        let (text, marks) = state.say_marked(&word);
        let mut pieces = Vec::new();
        let mut done = 0;
        for mark in marks {
            let before = text.get(done..mark.range.start).unwrap_or_default();
            let shown = text.get(mark.range.clone()).unwrap_or_default();
            done = mark.range.end;
            let figure = tag::span()
                .attr("data-figure", mark.name)
                .attr("data-value", mark.exact)
                .child(String::from(shown));
            pieces.push(String::from(before).into_node());
            pieces.push(figure.into_node());
        }
        let rest = text.get(done..).unwrap_or_default();
        pieces.push(String::from(rest).into_node());
        pieces
    };
    said.into_node()
}

/// A sentence without figures.
pub(in crate::widget) fn say(state: State, id: &'static str) -> Node {
    (move || state.say(&Word::new(id))).into_node()
}
