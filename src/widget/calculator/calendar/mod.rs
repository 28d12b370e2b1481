//! What is paid, bought and lost when, as a picture; the tables below it say the same.

mod drawn;
mod notes;

use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::{phrase, say};
use crate::word::Word;
use drawn::Drawn;

/// The picture, where the estimate covers more than a month.
pub(in crate::widget) fn calendar(state: State) -> Node {
    let drawn = Memo::new(move |_| Drawn::of(&*state.picture()?));
    let drawn = move || drawn.try_get().flatten();
    let notes = move || {
        let notes = drawn().map_or_else(Vec::new, |drawn| drawn.notes);
        many(
            notes
                .into_iter()
                .map(|word| tag::li().child(phrase(state, word))),
        )
    };
    let key = move || {
        let drawn = drawn()?;
        let has = |kind| drawn.marks.iter().any(|mark| mark.kind == kind);
        let id = match (has("used"), has("payment")) {
            (true, _) => "ui-calendar-packs",
            (false, true) => "ui-calendar-key",
            (false, false) => return None,
        };
        Some(state.say(&Word::new(id)))
    };

    tag::div()
        .part("calendar")
        .class("calendar")
        .attr("hidden", move || drawn().is_none())
        .child(
            tag::h3()
                .class("heading")
                .attr("id", "calendar")
                .child(say(state, "ui-calendar")),
        )
        .child(
            tag::div()
                .class("strip")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-labelledby", "calendar")
                .child(move || drawn().map(|drawn| picture(state, drawn))),
        )
        .child(tag::p().class("help").attr("id", "calendar-key").child(key))
        .child(tag::ul().class("cal-notes").child(notes))
        .into_node()
}

fn picture(state: State, drawn: Drawn) -> Node {
    let months = drawn.months.into_iter().map(|(x, begins)| {
        tag::text()
            .class("cal-month")
            .attr("x", x.to_string())
            .attr("y", "14")
            .child(state.month(begins))
    });
    let marks = drawn.marks.into_iter().map(|mark| {
        tag::rect()
            .attr("class", format!("cal-{}", mark.kind))
            .attr("data-mark", mark.kind)
            .attr("data-value", mark.exact)
            .attr("x", mark.x.to_string())
            .attr("y", mark.y.to_string())
            .attr("width", mark.width.to_string())
            .attr("height", mark.height.to_string())
    });

    tag::svg()
        .class("cal-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "calendar")
        .attr("aria-describedby", "calendar-key")
        .attr("width", drawn.width.to_string())
        .attr("height", drawn.height.to_string())
        .child(many(months))
        .child(many(marks))
        .into_node()
}
