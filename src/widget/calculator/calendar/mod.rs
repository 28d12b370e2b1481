//! What is paid, bought and lost when, as a picture; the tables below it say the same.

mod notes;
mod timeline;

use crate::calendar::Date;
use crate::money::Currency;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::percent;
use crate::widget::shared::pieces::heading;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::Arg;
use timeline::{Mark, Timeline};

/// The picture, where the estimate covers more than a month.
pub(super) fn calendar(state: State) -> Node {
    let timeline = state.memo(Timeline::new);
    let notes = move || {
        let notes = timeline
            .get()
            .map_or_else(Vec::new, |timeline| timeline.notes);
        many(
            notes
                .into_iter()
                .map(|word| tag::li().child(phrase(state, word))),
        )
    };
    let key = move || Some(say(state, key(&timeline.get()?.marks)?));

    tag::div()
        .part("calendar")
        .attr("hidden", move || timeline.get().is_none())
        .child(heading(state, "ui-calendar").attr("id", "calendar"))
        .child(
            tag::div()
                .class("cal-frame")
                // A translator would put elements into the picture that are not drawn.
                .attr("translate", "no")
                .child(move || timeline.get().map(|timeline| picture(state, timeline))),
        )
        .child(tag::p().class("help").attr("id", "calendar-key").child(key))
        .child(tag::ul().class("cal-notes").child(notes))
        .into_node()
}

/// The id of the sentence that says what the marks mean.
fn key(marks: &[Mark]) -> Option<&'static str> {
    let has = |kind| marks.iter().any(|mark| mark.kind == kind);
    match (has("used"), has("payment")) {
        (true, _) => Some("ui-calendar-packs"),
        (false, true) => Some("ui-calendar-key"),
        (false, false) => None,
    }
}

fn picture(state: State, timeline: Timeline) -> Element {
    let Timeline {
        height,
        currency,
        months,
        marks,
        ..
    } = timeline;
    let months = months.into_iter();
    let marks = marks.into_iter();

    tag::svg()
        .class("cal-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "calendar")
        .attr("aria-describedby", "calendar-key")
        .attr("height", height.to_string())
        .child(
            tag::g()
                .class("cal-months")
                .child(many(months.map(|(x, begins)| month(state, x, begins)))),
        )
        .child(many(marks.map(|mark| rect(state, mark, currency))))
}

/// The name of a month.
fn month(state: State, x: u64, begins: Date) -> Element {
    tag::text()
        .class("cal-month")
        .attr("x", percent(x))
        .attr("y", "14")
        .child(state.month(begins))
}

/// A mark. A payment has a title, which the browser shows when it is pointed at.
fn rect(state: State, mark: Mark, currency: Currency) -> Element {
    let paid = mark.paid.map(|(on, amount)| {
        let (on, amount) = (Arg::Date(on), Arg::Money(amount, currency));
        let texts = [state.argument(on), state.argument(amount)];
        tag::title().child(texts.join(" · "))
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
}
