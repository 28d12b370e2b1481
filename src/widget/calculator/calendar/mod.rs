//! What is paid, bought and lost when, as a picture; the tables below it say the same.

mod drawn;
mod notes;

use crate::widget::State;
use crate::widget::chart::axis::LENGTH;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};
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
                .class("cal-frame")
                .child(move || drawn().map(|drawn| picture(state, drawn))),
        )
        .child(tag::p().class("help").attr("id", "calendar-key").child(key))
        .child(tag::ul().class("cal-notes").child(notes))
        .into_node()
}

fn picture(state: State, drawn: Drawn) -> Node {
    let Drawn {
        height,
        currency,
        months,
        marks,
        ..
    } = drawn;
    let months = months.into_iter().map(|(x, begins)| {
        tag::text()
            .class("cal-month")
            .attr("x", percent(x))
            .attr("y", "14")
            .child(state.month(begins))
    });
    let marks = marks.into_iter().map(|mark| {
        let paid = mark.paid.map(|(on, amount)| {
            let (on, amount) = (Arg::Date(on), Arg::Money(amount, currency));
            let said = [state.argument(on), state.argument(amount)];
            tag::title().child(said.join(" · "))
        });
        tag::rect()
            .attr("class", format!("cal-{}", mark.kind))
            .attr("data-mark", mark.kind)
            .attr("data-value", mark.exact)
            .attr("x", percent(mark.x))
            .attr("y", mark.y.to_string())
            .attr("width", percent(mark.width))
            .attr("height", mark.height.to_string())
            .child(paid)
    });

    tag::svg()
        .class("cal-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "calendar")
        .attr("aria-describedby", "calendar-key")
        .attr("height", height.to_string())
        .child(tag::g().class("cal-months").child(many(months)))
        .child(many(marks))
        .into_node()
}

/// A place or a width as attributes of SVG have it, so that the picture is as wide as there is room.
fn percent(parts: u64) -> String {
    let hundredths = parts.saturating_mul(10_000);
    let hundredths = hundredths.checked_div(LENGTH).unwrap_or_default();
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
