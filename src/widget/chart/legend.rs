//! What the lines of the drawing stand for, and where they cross.

use std::sync::Arc;

use super::drawing::Drawing;
use crate::text::Unit;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// Every edition with its line and what it costs at the demand.
pub(super) fn legend(state: State, drawing: &Drawing) -> Node {
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.filter_map(|(index, curve)| {
        let edition = drawing.card.edition(&curve.edition)?;
        let (id, label) = (edition.id.clone(), Arc::clone(&edition.label));
        let series = format!("line series-{}", index.saturating_add(1));
        let priced = {
            let id = id.clone();
            move || {
                let picture = state.picture()?;
                let item = picture.edition(&id)?.clone();
                Some((item.per_month, item.card.currency, item.fits()))
            }
        };
        let priced = Memo::new(move |_| priced());
        let priced = move || priced.try_get().flatten();
        let amount = move || priced().map(|(amount, currency, _)| (amount, currency));
        let unfit = move || {
            let unfit = priced().is_some_and(|(_, _, fits)| !fits);
            unfit.then(|| {
                tag::span()
                    .class("unfit-note")
                    .child(say(state, "ui-does-not-fit"))
            })
        };
        Some(
            tag::li()
                .class("legend-entry")
                .attr("data-edition", id.to_string())
                .child(
                    tag::svg()
                        .class("swatch")
                        .attr("viewBox", "0 0 40 10")
                        .attr("aria-hidden", "true")
                        .child(tag::path().attr("class", series).attr("d", "M0,5H40")),
                )
                .child(
                    tag::span()
                        .class("legend-name")
                        .child(move || state.label(&label)),
                )
                .child(
                    money(state, amount)
                        .part("legend-amount")
                        .class("legend-amount"),
                )
                .child(unfit),
        )
    });
    many(editions)
}

/// Where one edition takes over from another.
pub(super) fn crossings(state: State, drawing: &Drawing, unit: &Arc<Unit>) -> Node {
    let currency = drawing.card.currency;
    let items = drawing.curves.crossings.iter().filter_map(|crossing| {
        let word = Word::new("ui-break-even")
            .with("demand", Arg::Quantity(crossing.demand, Arc::clone(unit)))
            .with("above", drawing.name(&crossing.above)?)
            .with("below", drawing.name(&crossing.below)?)
            .with("cost", Arg::Money(crossing.per_month, currency));
        let demand = crossing.demand.to_string();
        Some(
            tag::li()
                .part("break-even")
                .attr("data-break-even", demand)
                .child(phrase(state, word)),
        )
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return Node::Nothing;
    }
    tag::div()
        .class("findings")
        .child(
            tag::h3()
                .class("heading")
                .child(say(state, "ui-break-evens")),
        )
        .child(tag::ul().child(items))
        .into_node()
}
