//! The drawing itself: lines across and along, and dots on them.

use super::drawing::Drawing;
use crate::money::Currency;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::{LENGTH, MoneyAxis};
use crate::widget::state::State;
use crate::word::Arg;

/// The class of something in the way an edition is drawn: by its place, or as the one that stands out.
pub(super) fn style(kind: &str, index: usize, lead: usize) -> String {
    match index == lead {
        true => format!("{kind} lead"),
        false => format!("{kind} series-{}", index.saturating_add(1)),
    }
}

/// A drawing that is stretched: strokes keep their width.
pub(super) fn drawing() -> Element {
    tag::svg()
        .part("drawing")
        .attr("viewBox", "0 0 10000 10000")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
}

/// The lines of the drawing, and the marks behind them.
pub(super) fn lines(drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.map(|(index, curve)| {
        let class = |kind: &str| style(kind, index, drawing.lead);
        (
            tag::path()
                .attr("class", class("line unfit"))
                .attr("d", drawing.path(index, curve, false)),
            tag::path()
                .attr("class", class("line"))
                .attr("data-edition", curve.edition.to_string())
                .attr("d", drawing.path(index, curve, true)),
        )
    });
    let editions = many(editions);
    let crossings = drawing.curves.crossings.iter().map(|crossing| {
        let x = drawing.demand.place(crossing.demand);
        let y = LENGTH.saturating_sub(drawing.cost.place(crossing.per_month));
        dot(String::from("dot"), (x, y))
    });
    let lead = drawing.curves.editions.get(drawing.lead);
    let under = lead.and_then(|curve| area(&drawing.path(drawing.lead, curve, false)));
    (under, grid(drawing.cost), editions, many(crossings)).into_node()
}

/// What is under a line, from the first to the last of its points.
pub(super) fn area(line: &str) -> Option<Element> {
    let first = line.split(['M', ',']).nth(1)?;
    let last = line.rsplit(['M', 'L']).next()?;
    let (last, _) = last.split_once(',')?;
    let path = format!("{line}L{last},{LENGTH}L{first},{LENGTH}z");
    Some(tag::path().class("area").attr("d", path))
}

/// A dot: a line without length and with round ends, as circles would be stretched.
fn dot(class: String, (x, y): (u64, u64)) -> Element {
    let dot = tag::path().attr("class", class);
    dot.attr("d", format!("M{x},{y}h0"))
}

/// Dots at places on the lines, by the places of their editions, each with the surface around it.
pub(super) fn dots(lead: usize, places: impl Iterator<Item = Option<(u64, u64)>>) -> Node {
    many(places.enumerate().filter_map(|(index, place)| {
        let place = place?;
        let around = dot(String::from("around"), place);
        Some((around, dot(style("at", index, lead), place)))
    }))
}

/// A line down, where something stands along the axis.
pub(super) fn upright(
    class: &'static str,
    x: impl Fn() -> Option<u64> + Send + Sync + 'static,
) -> Element {
    let line = tag::path().class(class);
    line.attr("d", move || x().map(|x| format!("M{x},0V{LENGTH}")))
}

/// Lines across at the round amounts.
pub(super) fn grid(cost: MoneyAxis) -> Node {
    many(cost.marks().map(|(place, _)| {
        let y = LENGTH.saturating_sub(place);
        tag::path()
            .class(if place == 0 { "base" } else { "grid" })
            .attr("d", format!("M0,{y}H{LENGTH}"))
    }))
}

/// The amounts at the lines across, from top to bottom.
pub(super) fn costs(state: State, cost: MoneyAxis, currency: Currency) -> Node {
    many(cost.marks().rev().map(|(_, amount)| {
        tag::span()
            .class("mark")
            .child(state.argument(Arg::Rate(amount, currency)))
    }))
}

/// Marks beside a drawing, for the eye alone.
pub(super) fn marks(class: &'static str) -> Element {
    let marks = tag::div().class(class).attr("aria-hidden", "true");
    marks.attr("translate", "no")
}
