//! What the lines of the drawing stand for, and what they come to.

use std::sync::Arc;

use super::drawing::Drawing;
use super::lines::style;
use crate::card::Edition;
use crate::text::Text;
use crate::widget::dom::{Element, IntoNode, Node, many, tag};
use crate::widget::state::State;
use crate::widget::words::average::{Monthly, monthly};
use crate::widget::words::phrase::{say, say_label};

/// The id of the list, by which the slider is described.
pub(super) const COSTS: &str = "chart-costs";

/// What the lines come to at what is needed, under a heading that says what that is.
pub(super) fn costs_at(heading: impl IntoNode, entries: impl IntoNode) -> Element {
    tag::div()
        .class("legend-of-lines")
        .child(tag::h3().class("heading").child(heading))
        .child(tag::ul().attr("id", COSTS).child(entries))
}

/// Every edition with its line and what it costs at the demand.
pub(super) fn legend(state: State, drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    many(editions.filter_map(|(index, curve)| {
        let edition = drawing.card.edition(&curve.edition)?;
        Some(entry(state, edition, index, drawing.lead))
    }))
}

fn entry(state: State, edition: &Edition, index: usize, lead: usize) -> Element {
    let id = edition.id.clone();
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
    named(state, style("line", index, lead), &edition.label)
        .attr("data-edition", hook)
        .child(monthly(state, amount).part("legend-amount"))
        .child(unfit)
}

/// An edition with a piece of its line.
pub(super) fn named(state: State, class: String, label: &Arc<Text>) -> Element {
    let label = Arc::clone(label);
    tag::li()
        .class("legend-entry")
        .child(
            tag::svg()
                .class("swatch")
                .attr("viewBox", "0 0 20 10")
                .attr("aria-hidden", "true")
                .child(tag::path().attr("class", class).attr("d", "M0,5H20")),
        )
        .child(
            tag::span()
                .class("legend-name")
                .child(move || say_label(state, &label)),
        )
}

/// That an edition does not do what is needed.
pub(super) fn unfit_note(state: State) -> Element {
    tag::span()
        .class("unfit-note")
        .child(say(state, "ui-does-not-fit"))
}
