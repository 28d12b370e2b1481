//! Amounts of money on the page. Who translates the page leaves them alone.

use std::sync::Arc;

use crate::money::{Amount, Currency};
use crate::widget::dom::{Element, tag};
use crate::widget::state::State;
use crate::word::Arg;

/// Whether a figure is so long that large letters or a narrow column have no room for it, as the hook `data-length` says
/// it: no figure is torn within its digits.
pub(in crate::widget) fn length(shown: &str) -> Option<&'static str> {
    match shown.chars().count() {
        0..=11 => None,
        12..=16 => Some("long"),
        17..=24 => Some("longer"),
        _ => Some("longest"),
    }
}

/// An amount, exactly in its `data-value`; nothing where there is none.
pub(in crate::widget) fn money(
    state: State,
    amount: impl Fn() -> Option<(Amount, Currency)> + Send + Sync + 'static,
) -> Element {
    span(state, Arc::new(amount))
}

/// An amount that stays.
pub(in crate::widget) fn fixed_money(state: State, amount: Amount, currency: Currency) -> Element {
    money(state, move || Some((amount, currency)))
}

/// Compiled once, for whatever the amount is.
fn span(
    state: State,
    amount: Arc<dyn Fn() -> Option<(Amount, Currency)> + Send + Sync>,
) -> Element {
    let exact = Arc::clone(&amount);
    let currency = Arc::clone(&amount);
    let rounded = Arc::clone(&amount);
    let text = move || {
        let (amount, currency) = amount()?;
        Some(state.argument(Arg::Money(amount, currency)))
    };
    let shown = text.clone();
    tag::span()
        .attr("translate", "no")
        .attr("data-value", move || {
            exact().map(|(amount, _)| amount.to_string())
        })
        .attr("data-currency", move || {
            currency().map(|(_, currency)| currency.to_string())
        })
        .attr("data-rounded", move || {
            let (amount, currency) = rounded()?;
            let rounded = state.rounded(amount, currency)?;
            Some(rounded.to_string())
        })
        .attr("data-length", move || length(&shown()?))
        .child(text)
}
