//! What the lines of the drawing stand for, and where they cross.

use std::sync::Arc;

use super::drawing::Drawing;
use crate::card::Edition;
use crate::engine::Point;
use crate::text::Unit;
use crate::widget::dom::{Element, Node, many, tag};
use crate::widget::shared::pieces::titled_list;
use crate::widget::state::State;
use crate::widget::words::average::{Monthly, monthly};
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// Every edition with its line and what it costs at the demand.
pub(super) fn legend(state: State, drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    many(editions.filter_map(|(index, curve)| {
        let edition = drawing.card.edition(&curve.edition)?;
        Some(entry(state, edition, index))
    }))
}

fn entry(state: State, edition: &Edition, index: usize) -> Element {
    let (id, label) = (edition.id.clone(), Arc::clone(&edition.label));
    let hook = id.to_string();
    let cost = state.memo(move |picture| {
        let item = picture.edition(&id)?;
        Some((Monthly::of(item, picture.request.months)?, item.fits()))
    });
    let amount = move || cost.get().map(|(amount, _)| amount);
    let unfit = move || {
        let is_unfit = cost.get().is_some_and(|(_, fits)| !fits);
        is_unfit.then(|| unfit_note(state))
    };

    tag::li()
        .class("legend-entry")
        .attr("data-edition", hook)
        .child(swatch(index))
        .child(
            tag::span()
                .class("legend-name")
                .child(move || say_label(state, &label)),
        )
        .child(monthly(state, amount).part("legend-amount"))
        .child(unfit)
}

/// A piece of the line of an edition, by its place.
pub(super) fn swatch(index: usize) -> Element {
    let series = format!("line series-{}", index.saturating_add(1));
    tag::svg()
        .class("swatch")
        .attr("viewBox", "0 0 40 10")
        .attr("aria-hidden", "true")
        .child(tag::path().attr("class", series).attr("d", "M0,5H40"))
}

/// That an edition does not do what is needed.
pub(super) fn unfit_note(state: State) -> Element {
    tag::span()
        .class("unfit-note")
        .child(say(state, "ui-does-not-fit"))
}

/// Where one edition takes over from another.
pub(super) fn crossings(state: State, drawing: &Drawing, unit: &Arc<Unit>) -> Option<Element> {
    let items = drawing.curves.crossings.iter().filter_map(|crossing| {
        let id = match crossing.is_average {
            true => "ui-break-even-average",
            false => "ui-break-even",
        };
        let cost = drawing.monthly(&Point {
            demand: crossing.demand,
            total: crossing.total,
            per_month: crossing.per_month,
            is_average: crossing.is_average,
            fits: true,
        });
        let word = Word::new(id)
            .with("demand", Arg::Quantity(crossing.demand, Arc::clone(unit)))
            .with("above", drawing.name(&crossing.above)?)
            .with("below", drawing.name(&crossing.below)?)
            .with("cost", cost.argument());
        let demand = crossing.demand.to_string();
        Some(
            tag::li()
                .attr("part", "break-even")
                .attr("data-break-even", demand)
                .child(phrase(state, word)),
        )
    });
    let around = tag::div().class("findings");
    titled_list(state, around, "ui-break-evens", items.collect())
}
