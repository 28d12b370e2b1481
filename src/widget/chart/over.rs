//! Words over a drawing, each at its place: pushed there by empty drawings, whose size is a share as an attribute.
//! So they are as large as text is, never run beyond the drawing, and need no style of their own.

use crate::widget::dom::{Element, IntoNode, Node, many, tag};
use crate::widget::shared::axis::{LENGTH, percent};

/// The least distance between the names at the ends of two lines.
const APART: u64 = 1_400;

/// Room from the left, which gives way where there is too little of it.
pub(super) fn across(x: u64) -> Element {
    let room = tag::svg().class("space").attr("height", "1");
    room.attr("width", percent(x))
}

/// Room from the top.
fn down(y: u64) -> Element {
    let room = tag::svg().class("space").attr("width", "1");
    room.attr("height", percent(y))
}

/// What covers a drawing, for the eye alone.
pub(super) fn over(children: impl IntoNode) -> Element {
    tag::div()
        .class("over")
        .attr("aria-hidden", "true")
        .child(children)
}

/// The pill with the visitor's own number, on the axis.
pub(super) fn pill(x: u64, text: String) -> Element {
    let pill = tag::span().class("pill").attr("translate", "no");
    tag::div()
        .class("pill-row")
        .child(across(x))
        .child(pill.child(text))
        .child(across(LENGTH.saturating_sub(x)))
}

/// A line down from what is beside it, on the side where there is more room.
fn beside(class: &'static str, back: &'static str, x: u64, child: impl IntoNode) -> Element {
    let is_left = x.saturating_mul(2) <= LENGTH;
    let (class, room) = match is_left {
        true => (class, x),
        false => (back, LENGTH.saturating_sub(x)),
    };
    tag::div().class(class).child(across(room)).child(child)
}

/// What stands beside the line that follows the pointer.
pub(super) fn tip(x: u64, child: impl IntoNode) -> Element {
    let tip = tag::div().class("tip").child(child);
    over(beside("at-line", "at-line leftward", x, tip))
}

/// A note at a point of a line: below it, or above it where there is no room below.
pub(super) fn note((x, y): (u64, u64), child: impl IntoNode) -> Element {
    /// From here on a note would stand on the pill.
    const LOW: u64 = 8_100;
    let is_low = y > LOW;
    let (class, room) = match is_low {
        true => ("over up", LENGTH.saturating_sub(y)),
        false => ("over", y),
    };
    let note = tag::span().class("note").child(child);
    tag::div()
        .class(class)
        .attr("aria-hidden", "true")
        .child(down(room))
        .child(beside("at-line", "at-line leftward", x, note))
}

/// What stands at the ends of lines, each at its height from the top.
pub(super) fn ends(ends: Vec<(u64, Element)>) -> Element {
    let places: Vec<u64> = ends.iter().map(|(y, _)| *y).collect();
    let mut ends: Vec<(u64, Element)> = spread(&places)
        .into_iter()
        .zip(ends.into_iter().map(|(_, end)| end))
        .collect();
    ends.sort_by_key(|(y, _)| *y);
    let mut above = 0;
    let ends = ends.into_iter().map(|(y, end)| -> Node {
        let room = down(y.saturating_sub(above));
        above = y;
        (room, end).into_node()
    });
    tag::div()
        .class("ends")
        .attr("aria-hidden", "true")
        .child(many(ends))
}

/// Places in their order from the top, moved as far apart as names need.
fn spread(places: &[u64]) -> Vec<u64> {
    let mut order: Vec<(usize, u64)> = places.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, place)| *place);
    let mut least = 0;
    for (_, place) in &mut order {
        *place = least.max(*place);
        least = place.saturating_add(APART);
    }
    let mut most = LENGTH;
    for (_, place) in order.iter_mut().rev() {
        *place = most.min(*place);
        most = place.saturating_sub(APART);
    }
    order.sort_by_key(|(index, _)| *index);
    order.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_apart_and_in_order() {
        assert_eq!(spread(&[2_000, 8_000]), [2_000, 8_000]);
        for places in [
            &[5_000, 5_000, 5_000][..],
            &[9_990, 100, 9_980, 120],
            &[0, 10, 20, 10_000],
        ] {
            let mut found: Vec<(u64, u64)> = places.iter().copied().zip(spread(places)).collect();
            found.sort_unstable();
            for pair in found.windows(2) {
                assert!(pair[1].1 >= pair[0].1 + APART, "{places:?}: {found:?}");
            }
            assert!(found.last().unwrap().1 <= LENGTH, "{found:?}");
        }
    }
}
