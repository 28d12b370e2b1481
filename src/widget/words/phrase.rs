//! Sentences on the page, with their exact figures.

use leptos::prelude::*;

use crate::widget::State;
use crate::word::Word;

/// A sentence in which every figure stands exactly in a `data-value`.
#[component]
pub(in crate::widget) fn Phrase(
    /// The widget.
    state: State,
    /// What to say.
    word: Word,
) -> impl IntoView {
    move || {
        let (text, marks) = state.say_marked(&word);
        let mut pieces = Vec::new();
        let mut done = 0;
        for mark in marks {
            let before = text.get(done..mark.range.start).unwrap_or_default();
            let shown = text.get(mark.range.clone()).unwrap_or_default();
            done = mark.range.end;
            pieces.push(view! {
                {text_of(before)}
                <span data-figure=mark.name data-value=mark.exact>
                    {String::from(shown)}
                </span>
            });
        }
        let rest = text_of(text.get(done..).unwrap_or_default());
        view! {
            {pieces}
            {rest}
        }
    }
}

/// A text, where there is any: rendered natively, an empty one becomes a blank.
fn text_of(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| String::from(text))
}

/// A sentence without figures.
#[component]
pub(in crate::widget) fn Say(
    /// The widget.
    state: State,
    /// The id of the sentence.
    id: &'static str,
) -> impl IntoView {
    move || state.say(&Word::new(id))
}
