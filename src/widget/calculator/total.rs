//! The total: the number that everything else explains.

use leptos::html::Div;
use leptos::prelude::*;

use super::findings::{BestAdvice, Findings};
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The slot for the host's own buttons.
///
/// By name: what is written out whole, Leptos makes from a string, which a strict page forbids.
const ACTION: &str = "action";

/// Per month and for the whole time, with a place for the host's own buttons.
#[component]
pub(in crate::widget) fn Total(
    /// The widget.
    state: State,
    /// The findings, the best of which stands here.
    findings: Findings,
) -> impl IntoView {
    let here = NodeRef::<Div>::new();
    let per_month = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        Some((item.per_month, picture.card.currency))
    };
    let total = move || {
        let picture = state.picture()?;
        Some(picture.chosen()?.total)
    };
    let edition = move || {
        let picture = state.picture()?;
        let edition = picture.card.edition(&picture.chosen()?.edition)?;
        Some(state.label(&edition.label))
    };
    let whole = move || {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        let word = Word::new("ui-total-whole")
            .with("total", Arg::Money(item.total, picture.card.currency))
            .with("months", Arg::Count(u64::from(picture.request.months)))
            .with("start", Arg::Date(picture.request.start));
        Some(view! { <Phrase state word /> })
    };
    let exact = move |amount: Option<crate::money::Amount>| amount.map(|a| a.to_string());
    view! {
        <div part="total" class="total" node_ref=here tabindex="-1">
            <p class="total-edition" part="total-edition">
                {edition}
            </p>
            <p
                class="total-month"
                data-total="month"
                data-value=move || exact(per_month().map(|(amount, _)| amount))
            >
                <Money state amount=Signal::derive(per_month) part="total-amount" />
                " "
                <span class="per-month">
                    <Say state id="ui-per-month" />
                </span>
            </p>
            <p
                class="total-whole"
                part="total-whole"
                data-total="whole"
                data-value=move || exact(total())
            >
                {whole}
            </p>
            <slot name=ACTION></slot>
        </div>
        // Beside it, not in it: what stays in sight is to be small.
        <BestAdvice state findings total=here />
    }
}
