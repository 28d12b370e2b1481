//! The drawing as a table.

use std::sync::Arc;

use super::drawing::Drawing;
use crate::engine::Point;
use crate::money::{Amount, Currency};
use crate::text::Unit;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::words::figure::money;
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};

/// The drawing as a table: a row for every mark and every break-even point.
pub(super) fn table(state: State, drawing: &Drawing, unit: &Arc<Unit>) -> Node {
    let editions = drawing.curves.editions.iter();
    let heads = editions.filter_map(|curve| {
        let label = Arc::clone(&drawing.card.edition(&curve.edition)?.label);
        Some(
            tag::th()
                .attr("scope", "col")
                .class("number")
                .child(move || state.label(&label)),
        )
    });
    let heads = many(heads);
    let first = drawing.curves.editions.first();
    let rows = first
        .into_iter()
        .flat_map(|curve| curve.points.iter().enumerate());
    let rows = rows.filter(|(_, point)| drawing.demand.marks().any(|mark| mark == point.demand));
    let rows = rows.map(|(index, point)| row(state, drawing, index, point.demand, unit));
    let rows = many(rows);
    tag::details()
        .part("chart-table")
        .class("more chart-table")
        .child(tag::summary().child(say(state, "ui-chart-table")))
        .child(
            tag::div()
                .class("strip")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", move || {
                    state.say(&Word::new("ui-chart-table"))
                })
                .child(
                    tag::table()
                        .class("figures")
                        .child(
                            tag::thead().child(
                                tag::tr()
                                    .child(
                                        tag::th()
                                            .attr("scope", "col")
                                            .child(say(state, "ui-chart-demand")),
                                    )
                                    .child(heads),
                            ),
                        )
                        .child(tag::tbody().child(rows)),
                ),
        )
        .into_node()
}

fn row(state: State, drawing: &Drawing, index: usize, demand: u64, unit: &Arc<Unit>) -> Node {
    let currency = drawing.card.currency;
    let cells = drawing.curves.editions.iter().filter_map(|curve| {
        let Point {
            per_month, fits, ..
        } = *curve.points.get(index)?;
        Some(cell(state, per_month, currency, fits))
    });
    let cells = many(cells);
    let label = Arg::Quantity(demand, Arc::clone(unit));
    tag::tr()
        .attr("data-demand", demand.to_string())
        .child(
            tag::th()
                .attr("scope", "row")
                .child(move || state.argument(label.clone())),
        )
        .child(cells)
        .into_node()
}

/// What an edition costs at a demand.
fn cell(state: State, amount: Amount, currency: Currency, fits: bool) -> Node {
    let unfit = (!fits).then(|| {
        tag::span()
            .class("unfit-note")
            .child(say(state, "ui-does-not-fit"))
    });

    tag::td()
        .class("number")
        .attr("data-fits", if fits { "true" } else { "false" })
        .child(
            money(state, move || Some((amount, currency)))
                .part("cell-amount")
                .class("cell-amount"),
        )
        .child(unfit)
        .into_node()
}
