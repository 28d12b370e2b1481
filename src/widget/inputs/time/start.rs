//! The first day.

use leptos::ev;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Event, HtmlInputElement};

use crate::calendar::Date;
use crate::widget::dom::{Element, Node, tag};
use crate::widget::inputs::pieces::{field_error, framed, label};
use crate::widget::signals::Memo;
use crate::widget::state::{Input, State, Unread};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The field for the first day, which shows the day that the answer begins on.
pub(super) fn start(state: State) -> Element {
    let is_wrong = Memo::new(move |_| state.unread_in(&Input::Start).is_some());
    let start = state.memo_of_question(|question| {
        let day = question.start.or(question.as_of);
        Some(day.unwrap_or(question.today))
    });
    let text = move || start.get().map(|day| day.to_string());
    let input = tag::input()
        .part("input")
        .attr("id", "start")
        .attr("type", "date")
        .attr("min", Date::FIRST.to_string())
        .attr("max", Date::LAST.to_string())
        // Half of a day stays as it is written: browsers do not tell it.
        .holds("value", move || text().filter(|_| !is_wrong.get()))
        .attr("aria-invalid", move || is_wrong.get().then_some("true"))
        .attr("aria-describedby", "start-error start-help")
        .on(ev::input, move |event| take(state, &event));
    let error = move || is_wrong.get().then(|| error(state));

    tag::div()
        .part("field")
        .class("field line-field")
        .attr("data-start", text)
        .child(label(String::from("start"), say(state, "ui-start")))
        .child(framed(input))
        .child(field_error(String::from("start-error"), error))
        .child(
            tag::p()
                .part("help")
                .attr("id", "start-help")
                .child(say(state, "ui-start-help")),
        )
}

/// Takes the day that the visitor chooses or writes.
fn take(state: State, event: &Event) {
    let Some(input) = event.target() else {
        return;
    };
    let input: HtmlInputElement = input.unchecked_into();
    let text = input.value();
    let day = Date::parse(&text);
    // An empty field leaves it to the card; half a date is empty, too.
    let bad = day.is_none() && (!text.is_empty() || input.validity().bad_input());
    if bad {
        state.not_understood(Unread {
            input: Input::Start,
            text,
            why: None,
        });
    } else {
        state.understood(&Input::Start);
        state.change(|question| question.start = day);
    }
}

fn error(state: State) -> Node {
    let word = Word::new("ui-bad-date")
        .with("first", Arg::Date(Date::FIRST))
        .with("last", Arg::Date(Date::LAST));
    phrase(state, word)
}
