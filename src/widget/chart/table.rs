//! The drawing as a table.

use std::sync::Arc;

use super::drawing::Drawing;
use super::legend::unfit_note;
use crate::engine::Point;
use crate::money::Currency;
use crate::text::{Text, Unit};
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::state::State;
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::{say, say_label};
use crate::word::{Arg, Word};

/// The drawing as a table: a row for every mark of the demand.
pub(super) fn table(state: State, drawing: &Drawing, unit: &Arc<Unit>) -> Element {
    let mut columns = vec![column(say(state, "ui-chart-demand"))];
    columns.extend(drawing.curves.editions.iter().filter_map(|curve| {
        let edition = drawing.card.edition(&curve.edition)?;
        Some(edition_column(state, Arc::clone(&edition.label)))
    }));
    let points = drawing.curves.editions.first();
    let points = points.into_iter().flat_map(|curve| &curve.points);
    let is_mark = |point: &Point| drawing.demand.marks().any(|mark| mark == point.demand);
    let rows = points.enumerate().filter(|(_, point)| is_mark(point));
    let rows = rows.map(|(index, point)| row(state, drawing, index, point.demand, unit));
    let name = move || Some(state.say(&Word::new("ui-chart-table")));
    tag::details()
        .part("chart-table")
        .class("more chart-table")
        .child(tag::summary().child(say(state, "ui-chart-table")))
        .child(scrolled(name, figures_table(None, columns, many(rows))))
}

fn edition_column(state: State, label: Arc<Text>) -> Element {
    number_column(move || say_label(state, &label))
}

/// A demand, and what every edition costs at it.
fn row(state: State, drawing: &Drawing, index: usize, demand: u64, unit: &Arc<Unit>) -> Element {
    let currency = drawing.card.currency;
    let cells = drawing.curves.editions.iter();
    let cells = cells.filter_map(|curve| Some(cell(state, curve.points.get(index)?, currency)));
    let label = Arg::Quantity(demand, Arc::clone(unit));
    tag::tr()
        .attr("data-demand", demand.to_string())
        .child(row_head(move || state.argument(label.clone())).attr("translate", "no"))
        .child(many(cells))
}

/// What an edition costs at a demand.
fn cell(state: State, point: &Point, currency: Currency) -> Element {
    let amount = fixed_money(state, point.per_month, currency).part("cell-amount");
    number(amount)
        .attr("data-fits", if point.fits { "true" } else { "false" })
        .child((!point.fits).then(|| unfit_note(state)))
}
