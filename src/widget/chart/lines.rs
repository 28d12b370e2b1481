//! The drawing itself, and the marks beside it.

use leptos::prelude::*;

use super::axis::LENGTH;
use super::drawing::Drawing;
use crate::widget::State;
use crate::word::Arg;

/// The lines of the drawing, and the marks behind them.
pub(super) fn lines(drawing: &Drawing) -> impl IntoView + use<> {
    let across = drawing.cost.marks().map(|(place, _)| {
        let y = LENGTH.saturating_sub(place);
        view! { <path class="grid" d=format!("M0,{y}H{LENGTH}") /> }
    });
    let across = across.collect_view();
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.map(|(index, curve)| {
        let class = |kind: &str| format!("{kind} series-{}", index.saturating_add(1));
        view! {
            <path class=class("line unfit") d=drawing.path(curve, false) />
            <path
                class=class("line")
                data-edition=curve.edition.to_string()
                d=drawing.path(curve, true)
            />
        }
    });
    let editions = editions.collect_view();
    // A dot is a line without length and with round ends: circles would be stretched.
    let dots = drawing.curves.crossings.iter().map(|crossing| {
        let x = drawing.demand.place(crossing.demand);
        let y = LENGTH.saturating_sub(drawing.cost.place(crossing.per_month));
        view! { <path class="dot" d=format!("M{x},{y}h0") /> }
    });
    let dots = dots.collect_view();
    view! {
        {across}
        {editions}
        {dots}
    }
}

/// A dot on every line, where the demand stands.
pub(super) fn here_marks(state: State, drawing: &Drawing, x: u64) -> Option<impl IntoView + use<>> {
    let picture = state.picture()?;
    let editions = drawing.curves.editions.iter().enumerate();
    let dots = editions.filter_map(|(index, curve)| {
        let price = picture.edition(&curve.edition)?.per_month;
        let y = LENGTH.saturating_sub(drawing.cost.place(price));
        let class = format!("at series-{}", index.saturating_add(1));
        Some(view! { <path class=class d=format!("M{x},{y}h0") /> })
    });
    Some(dots.collect_view())
}

/// The amounts beside the drawing, from top to bottom.
pub(super) fn cost_marks(state: State, drawing: &Drawing) -> impl IntoView + use<> {
    let currency = drawing.card.currency;
    let marks = drawing.cost.marks().rev();
    let marks = marks.map(|(_, amount)| {
        view! { <span class="mark">{state.argument(Arg::Money(amount, currency))}</span> }
    });
    marks.collect_view()
}

/// The quantities under the drawing, from left to right.
pub(super) fn demand_marks(state: State, drawing: &Drawing) -> impl IntoView + use<> {
    let marks = drawing.demand.marks();
    let marks = marks.map(|mark| view! { <span class="mark">{state.number(mark)}</span> });
    marks.collect_view()
}
