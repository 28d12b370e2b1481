//! The drawing as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::drawing::Drawing;
use crate::engine::Point;
use crate::money::{Amount, Currency};
use crate::text::Unit;
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::Say;
use crate::word::{Arg, Word};

/// The drawing as a table: a row for every mark and every break-even point.
pub(super) fn table(state: State, drawing: &Drawing, unit: &Arc<Unit>) -> impl IntoView + use<> {
    let editions = drawing.curves.editions.iter();
    let heads = editions.filter_map(|curve| {
        let label = Arc::clone(&drawing.card.edition(&curve.edition)?.label);
        Some(view! { <th scope="col" class="number">{move || state.label(&label)}</th> })
    });
    let heads = heads.collect_view();
    let first = drawing.curves.editions.first();
    let rows = first
        .into_iter()
        .flat_map(|curve| curve.points.iter().enumerate());
    let rows = rows.filter(|(_, point)| drawing.demand.marks().any(|mark| mark == point.demand));
    let rows = rows.map(|(index, point)| row(state, drawing, index, point.demand, unit));
    let rows = rows.collect_view();
    view! {
        <details part="chart-table" class="more chart-table">
            <summary>
                <Say state id="ui-chart-table" />
            </summary>
            <div class="strip" tabindex="0" role="group" aria-label=move || {
                state.say(&Word::new("ui-chart-table"))
            }>
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">
                                <Say state id="ui-chart-demand" />
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(
    state: State,
    drawing: &Drawing,
    index: usize,
    demand: u64,
    unit: &Arc<Unit>,
) -> impl IntoView + use<> {
    let currency = drawing.card.currency;
    let cells = drawing.curves.editions.iter().filter_map(|curve| {
        let Point {
            per_month, fits, ..
        } = *curve.points.get(index)?;
        Some(view! { <Cell state amount=per_month currency fits /> })
    });
    let cells = cells.collect_view();
    let label = Arg::Quantity(demand, Arc::clone(unit));
    view! {
        <tr data-demand=demand.to_string()>
            <th scope="row">{move || state.argument(label.clone())}</th>
            {cells}
        </tr>
    }
}

/// What an edition costs at a demand.
#[component]
fn Cell(
    /// The widget.
    state: State,
    /// The cost of a month.
    amount: Amount,
    /// Its currency.
    currency: Currency,
    /// Whether the edition does all that is needed then.
    fits: bool,
) -> impl IntoView {
    let unfit = (!fits)
        .then(|| view! { <span class="unfit-note"><Say state id="ui-does-not-fit" /></span> });
    view! {
        <td class="number" data-fits=if fits { "true" } else { "false" }>
            <Money state amount=Signal::derive(move || Some((amount, currency))) part="cell-amount" />
            {unfit}
        </td>
    }
}
