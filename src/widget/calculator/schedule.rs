//! What is paid when.

use crate::engine::Payment;
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::shared::figures::{column, figures_table, number, number_column, row_head};
use crate::widget::shared::pieces::disclosure;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::figure::{fixed_money, money};
use crate::widget::words::phrase::say;

/// The payments by date, on demand.
pub(super) fn schedule(state: State) -> Node {
    let open = RwSignal::new(false);
    let payments = Memo::new(move |_| {
        // What is not looked at is not made.
        let picture = open.get().then(|| state.picture()).flatten();
        picture.map_or_else(Vec::new, |picture| picture.estimate.schedule.clone())
    });
    let some = state.memo(|picture| (!picture.estimate.schedule.is_empty()).then_some(()));
    let columns = vec![
        column(say(state, "ui-on")),
        number_column(say(state, "ui-amount")),
    ];
    let rows = each(
        move || payments.get(),
        |payment: &Payment| format!("{} {}", payment.on, payment.amount),
        move |payment| row(state, payment),
    );
    let table = figures_table(Some(say(state, "ui-schedule")), columns, rows)
        .child(tag::tfoot().child(total(state)));

    let around = tag::details()
        .part("schedule")
        .class("on-demand")
        .attr("hidden", move || some.get().is_none());
    disclosure(state, around, "ui-schedule", open)
        .child(table)
        .into_node()
}

/// A payment.
fn row(state: State, payment: Payment) -> Element {
    let amount = fixed_money(state, payment.amount, payment.currency).part("amount");
    tag::tr()
        .attr("data-on", payment.on.to_string())
        .child(row_head(move || state.date(payment.on)).attr("translate", "no"))
        .child(number(amount))
}

/// The sum of all payments.
fn total(state: State) -> Element {
    let total = move || {
        let picture = state.picture()?;
        Some((picture.chosen()?.total?, picture.card.currency))
    };
    tag::tr()
        .child(row_head(say(state, "ui-total")))
        .child(number(money(state, total).part("amount")))
}
