//! What is said in prices that a page came with while the widget is not there, or cannot be had.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::asked::Asked;
use crate::widget::state::{Picture, Question, State};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// For which numbers the prices stand, and that they are being calculated: not seen before a visitor changes
/// something (`pkg/element/on-demand/adopt.js`).
pub(super) fn waiting(state: State) -> Node {
    let picture = state.picture().zip(state.question());
    let stands_for = picture.map(|(picture, question)| {
        let word = stands_for(state, &picture, &question);
        tag::p().part("stands-for").child(phrase(state, word))
    });
    tag::template()
        .child(stands_for)
        .child(
            tag::p()
                .part("calculating")
                .child(say(state, "ui-calculating")),
        )
        .into_node()
}

/// The numbers that have a price, and the time.
fn stands_for(state: State, picture: &Picture, question: &Question) -> Word {
    let Picture { card, request, .. } = picture;
    let asked = Asked::all(card, question).into_iter();
    let numbers: Vec<_> = asked.map(|asked| state.say(&asked.word())).collect();
    let word = Word::new("ui-stands-for-all");
    let word = match numbers.is_empty() {
        true => word,
        false => word.with("quantities", Arg::List(numbers)),
    };
    word.with("months", Arg::Count(u64::from(request.months)))
        .with("start", Arg::Date(request.start))
}
