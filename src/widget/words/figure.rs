//! Amounts of money on the page.

use leptos::prelude::*;

use crate::money::{Amount, Currency};
use crate::widget::State;
use crate::word::Arg;

/// An amount, exactly in its `data-value`.
#[component]
pub(in crate::widget) fn Money(
    /// The widget.
    state: State,
    /// What it shows; nothing where there is none.
    #[prop(into)]
    amount: Signal<Option<(Amount, Currency)>>,
    /// Its part name.
    part: &'static str,
) -> impl IntoView {
    let known = move || amount.try_get().flatten();
    let exact = move || known().map(|(amount, _)| amount.to_string());
    let currency = move || known().map(|(_, currency)| currency.to_string());
    let shown =
        move || known().map(|(amount, currency)| state.argument(Arg::Money(amount, currency)));
    view! {
        <span part=part class=part data-value=exact data-currency=currency>
            {shown}
        </span>
    }
}
