//! What the lines of the drawing stand for, and where they cross.

use std::sync::Arc;

use leptos::prelude::*;

use super::drawing::Drawing;
use crate::text::Unit;
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// Every edition with its line and what it costs at the demand.
pub(super) fn legend(state: State, drawing: &Drawing) -> impl IntoView + use<> {
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
            unfit.then(
                || view! { <span class="unfit-note"><Say state id="ui-does-not-fit" /></span> },
            )
        };
        Some(view! {
            <li class="legend-entry" data-edition=id.to_string()>
                <svg class="swatch" viewBox="0 0 40 10" aria-hidden="true">
                    <path class=series d="M0,5H40" />
                </svg>
                <span class="legend-name">{move || state.label(&label)}</span>
                <Money state amount=Signal::derive(amount) part="legend-amount" />
                {unfit}
            </li>
        })
    });
    editions.collect_view()
}

/// Where one edition takes over from another.
pub(super) fn crossings(
    state: State,
    drawing: &Drawing,
    unit: &Arc<Unit>,
) -> Option<impl IntoView + use<>> {
    let currency = drawing.card.currency;
    let items = drawing.curves.crossings.iter().filter_map(|crossing| {
        let word = Word::new("ui-break-even")
            .with("demand", Arg::Quantity(crossing.demand, Arc::clone(unit)))
            .with("above", drawing.name(&crossing.above)?)
            .with("below", drawing.name(&crossing.below)?)
            .with("cost", Arg::Money(crossing.per_month, currency));
        let demand = crossing.demand.to_string();
        Some(view! {
            <li part="break-even" data-break-even=demand>
                <Phrase state word />
            </li>
        })
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="findings">
                <h3 class="heading">
                    <Say state id="ui-break-evens" />
                </h3>
                <ul>{items}</ul>
            </div>
        }
    })
}
