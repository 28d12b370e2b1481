//! The drawing as a table.

use std::sync::Arc;

use super::drawing::Drawing;
use super::legend::unfit_note;
use crate::engine::Point;
use crate::text::{Text, Unit};
use crate::widget::dom::{Element, Node, many, tag};
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::average::fixed_monthly;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// The drawing as a table: a row for every mark of the demand, for what is needed, for what is included, and for
/// where one edition takes over from another, with what it is that happens there.
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
        columns.push(column(say(state, "ui-note")));
        let rows = drawing.rows().into_iter();
        let rows = rows.map(|demand| row(state, &drawing, demand, &unit));
        Some(scrolled(name, figures_table(None, columns, many(rows))))
    };
    shell().child(table)
}

/// What holds the table.
pub(super) fn shell() -> Element {
    tag::div().part("chart-table")
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
        .child(
            tag::td()
                .class("why")
                .child(notes(state, drawing, demand, unit)),
        )
}

/// What is to be said of a demand.
fn notes(state: State, drawing: &Drawing, demand: u64, unit: &Arc<Unit>) -> Node {
    let quantity = || Arg::Quantity(demand, Arc::clone(unit));
    let is_now = demand == drawing.now;
    let now = is_now.then(|| Word::new("ui-your-numbers"));
    let ending = drawing.ending_at(demand);
    let is_same = ending.len() == drawing.curves.editions.len();
    let ending = ending
        .into_iter()
        .take(if is_same { 1 } else { usize::MAX });
    let included = ending.filter_map(|curve| {
        let word = Word::new("ui-includes").with("limit", quantity());
        let name = drawing.name(&curve.edition)?;
        Some(if is_same {
            word
        } else {
            word.with("name", name)
        })
    });
    let turns = drawing.turns().into_iter();
    let turns = turns.filter(|crossing| crossing.demand == demand);
    let turns = turns.filter_map(|crossing| {
        let word = Word::new("ui-chart-turn").with("demand", quantity());
        Some(word.with("above", drawing.name(&crossing.above)?))
    });
    let notes = now.into_iter().chain(included).chain(turns);
    many(notes.map(|word| tag::p().child(phrase(state, word))))
}

/// What an edition costs at a demand.
fn cell(state: State, drawing: &Drawing, point: &Point) -> Element {
    let amount = fixed_monthly(state, drawing.monthly(point)).part("cell-amount");
    number(amount)
        .attr("data-fits", if point.fits { "true" } else { "false" })
        .child((!point.fits).then(|| unfit_note(state)))
}
