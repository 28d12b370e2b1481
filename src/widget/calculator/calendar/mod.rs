//! What is paid by month, for what, and how long that lasts, as a picture; the tables below it say the same.

mod columns;
mod drawing;
mod finding;
mod lanes;
mod notes;
mod scale;
mod timeline;

use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::percent;
use crate::widget::shared::kind::filled;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::{phrase, say};
use drawing::{drawing, rem};
use lanes::{Lane, Piece};
use timeline::{Key, Timeline};

/// From so many columns on they have room enough in all of the width.
const FEW: usize = 5;

/// The picture, where there is more than one payment.
pub(super) fn calendar(state: State) -> Node {
    let timeline = Memo::new(move |_| {
        let today = state.question()?.today;
        Timeline::new(&*state.picture()?, today)
    });
    let finding = move || {
        timeline
            .get()
            .map(|timeline| phrase(state, timeline.finding))
    };
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
    let key = move || Some(say(state, key(&timeline.get()?)?));

    tag::div()
        .part("calendar")
        .attr("hidden", move || timeline.get().is_none())
        .child(
            tag::h3()
                .class("heading")
                .attr("id", "calendar")
                .child(finding),
        )
        .child(tag::ul().class("cal-notes").child(notes))
        .child(
            tag::div()
                .class("cal-frame")
                // A translator would put elements into the picture that are not drawn.
                .attr("translate", "no")
                .child(move || timeline.get().map(|timeline| picture(state, timeline))),
        )
        .child(move || timeline.get().map(|timeline| keys(state, timeline)))
        .child(tag::p().class("help").attr("id", "calendar-key").child(key))
        .into_node()
}

/// The id of the sentence that says what the picture shows.
fn key(timeline: &Timeline) -> Option<&'static str> {
    let has = |mark| timeline.lanes.iter().any(|lane| lane.mark == mark);
    match (has("left"), timeline.keys.is_empty()) {
        (true, _) => Some("ui-calendar-packs"),
        (false, false) => Some("ui-calendar-key"),
        (false, true) => None,
    }
}

fn picture(state: State, timeline: Timeline) -> Element {
    let class = match timeline.stacks.len() < FEW {
        true => "cal-grid few",
        false => "cal-grid",
    };
    let columns = (!timeline.keys.is_empty() || timeline.trial_end.is_some())
        .then(|| Vec::from(drawing(state, &timeline)));
    let start = timeline.scale.place(timeline.start);
    let lanes = timeline.lanes.into_iter();
    tag::div().class(class).child(columns).child(
        tag::ul()
            .class("cal-lanes")
            .child(many(lanes.map(|one| lane(state, one, start)))),
    )
}

/// A charge through all months.
fn lane(state: State, lane: Lane, start: u64) -> Element {
    let Lane {
        charge,
        kind,
        name,
        note,
        height,
        mark,
        pieces,
    } = lane;
    let end = pieces
        .iter()
        .map(|piece| piece.x.saturating_add(piece.width));
    let end = end.max().unwrap_or(start);
    let back = tag::rect()
        .class("lane-back")
        .attr("x", percent(start))
        .attr("width", percent(end.saturating_sub(start)))
        .attr("height", "100%")
        .attr("rx", "3");
    let pieces = pieces.into_iter().map(|piece| {
        let Piece {
            x,
            width,
            height: tall,
            exact,
        } = piece;
        filled(kind)
            .attr("data-mark", mark)
            .attr("data-value", exact)
            .attr("x", percent(x))
            .attr("width", percent(width))
            .attr("y", rem(height.saturating_sub(tall)))
            .attr("height", rem(tall))
            .attr("rx", "2.5")
    });
    tag::li()
        .class("cal-lane")
        .attr("data-lane", charge.to_string())
        .child(
            tag::p()
                .child(tag::span().class("lane-name").child(phrase(state, name)))
                .child(" ")
                .child(tag::span().class("aside").child(phrase(state, note))),
        )
        .child(
            tag::svg()
                .class("lane-picture")
                .attr("aria-hidden", "true")
                .attr("height", rem(height))
                .child(back)
                .child(many(pieces)),
        )
}

/// What each colour stands for, and what it comes to.
fn keys(state: State, timeline: Timeline) -> Element {
    let currency = timeline.currency;
    let keys = timeline.keys.into_iter().map(|key| {
        let Key {
            kind,
            charges,
            amount,
        } = key;
        let mark = filled(kind)
            .attr("width", "12")
            .attr("height", "12")
            .attr("rx", "3");
        tag::li()
            .child(
                tag::svg()
                    .class("key")
                    .attr("viewBox", "0 0 12 12")
                    .attr("aria-hidden", "true")
                    .attr("focusable", "false")
                    .child(mark),
            )
            .child(tag::span().child(phrase(state, charges)))
            .child(" ")
            .child(fixed_money(state, amount, currency).class("aside"))
    });
    tag::ul().class("cal-keys").child(many(keys))
}
