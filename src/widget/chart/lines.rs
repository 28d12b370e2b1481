//! The drawing itself, and the marks beside it.

use super::drawing::Drawing;
use crate::money::Currency;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::shared::axis::{LENGTH, MoneyAxis};
use crate::widget::state::State;
use crate::word::Arg;

/// The lines of the drawing, and the marks behind them.
pub(super) fn lines(drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.map(|(index, curve)| {
        let class = |kind: &str| format!("{kind} series-{}", index.saturating_add(1));
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
    // A dot is a line without length and with round ends: circles would be stretched.
    let crossings = drawing.curves.crossings.iter().map(|crossing| {
        let x = drawing.demand.place(crossing.demand);
        let y = LENGTH.saturating_sub(drawing.cost.place(crossing.per_month));
        tag::path().class("dot").attr("d", format!("M{x},{y}h0"))
    });
    (grid(drawing.cost), editions, many(crossings)).into_node()
}

/// Lines across at the round amounts.
pub(super) fn grid(cost: MoneyAxis) -> Node {
    many(cost.marks().map(|(place, _)| {
        let y = LENGTH.saturating_sub(place);
        tag::path()
            .class("grid")
            .attr("d", format!("M0,{y}H{LENGTH}"))
    }))
}

/// A dot on every line, where the demand stands.
pub(super) fn dots(drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    many(editions.filter_map(|(index, _)| {
        let (x, y) = drawing.place(&drawing.here(index)?);
        let class = format!("at series-{}", index.saturating_add(1));
        Some(
            tag::path()
                .attr("class", class)
                .attr("d", format!("M{x},{y}h0")),
        )
    }))
}

/// The amounts beside a drawing, from top to bottom.
pub(super) fn costs(state: State, cost: MoneyAxis, currency: Currency) -> Node {
    many(cost.marks().rev().map(|(_, amount)| {
        tag::span()
            .class("mark")
            .child(state.argument(Arg::Rate(amount, currency)))
    }))
}

/// The quantities under the drawing, from left to right.
pub(super) fn demand_marks(state: State, drawing: &Drawing) -> Node {
    let marks = drawing.demand.marks();
    let marks = marks.map(|mark| tag::span().class("mark").child(state.number(mark)));
    many(marks)
}
