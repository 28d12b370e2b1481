//! The drawing as a table.

use std::sync::Arc;

use super::drawing::Drawing;
use super::legend::unfit_note;
use crate::engine::Point;
use crate::text::{Text, Unit};
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::average::fixed_monthly;
use crate::widget::words::phrase::{say, say_label};
use crate::word::{Arg, Word};

/// The drawing as a table: a row for every mark of the demand, for what is needed, and for what is included.
pub(super) fn table(
    state: State,
    drawing: Memo<Option<Arc<Drawing>>>,
    unit: &Arc<Unit>,
) -> Element {
    let unit = Arc::clone(unit);
    let name = move || Some(state.say(&Word::new("ui-chart-table")));
    let table = move || {
        let drawing = drawing.get()?;
        let mut columns = vec![column(say(state, "ui-chart-demand"))];
        columns.extend(drawing.curves.editions.iter().filter_map(|curve| {
            let edition = drawing.card.edition(&curve.edition)?;
            Some(edition_column(state, Arc::clone(&edition.label)))
        }));
        let rows = drawing.rows().into_iter();
        let rows = rows.map(|demand| row(state, &drawing, demand, &unit));
        Some(scrolled(name, figures_table(None, columns, many(rows))))
    };
    tag::details()
        .part("chart-table")
        .class("more chart-table")
        .child(tag::summary().child(say(state, "ui-chart-table")))
        .child(table)
}

fn edition_column(state: State, label: Arc<Text>) -> Element {
    number_column(move || say_label(state, &label))
}

/// A demand, and what every edition costs at it.
fn row(state: State, drawing: &Drawing, demand: u64, unit: &Arc<Unit>) -> Element {
    let cells = drawing.curves.editions.iter().enumerate();
    let cells = cells.filter_map(|(index, curve)| {
        let point = drawing.point(index, curve, demand)?;
        Some(cell(state, drawing, &point))
    });
    let label = Arg::Quantity(demand, Arc::clone(unit));
    tag::tr()
        .attr("data-demand", demand.to_string())
        .child(row_head(move || state.argument(label.clone())).attr("translate", "no"))
        .child(many(cells))
}

/// What an edition costs at a demand.
fn cell(state: State, drawing: &Drawing, point: &Point) -> Element {
    let amount = fixed_monthly(state, drawing.monthly(point)).part("cell-amount");
    number(amount)
        .attr("data-fits", if point.fits { "true" } else { "false" })
        .child((!point.fits).then(|| unfit_note(state)))
}
