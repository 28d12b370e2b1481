//! What is paid when and for what, day by day, to look at and to take along.

mod csv;
mod download;
mod rows;

use crate::money::Currency;
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::shared::icon::icon;
use crate::widget::shared::pieces::{blank_button, disclosure, fold_summary};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::figure::{fixed_money, money};
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};
use download::{print, save};
use leptos::ev;
use rows::{Paid, Row, rows};

/// A leaf of a calendar: what happens on which day.
const CALENDAR: &str = "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5";
/// An arrow onto a line: take it along.
const DOWN: &str = "M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10";
/// A sheet out of a machine.
const PRINTER: &str = "M4.5 6V2.5h7V6M4.5 11.5h-2v-5.5h11v5.5h-2M4.5 9.5h7v4h-7z";

/// The payments by date, on demand.
pub(super) fn schedule(state: State) -> Node {
    let open = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        // What is not looked at is not made.
        let picture = open.get().then(|| state.picture()).flatten();
        picture.map_or_else(Vec::new, |picture| rows(&picture).unwrap_or_default())
    });
    let payments = state.memo(|picture| {
        let payments = picture.estimate.schedule.iter();
        let payments = payments.filter(|payment| !payment.amount.is_zero());
        Some(u64::try_from(payments.count()).unwrap_or(u64::MAX)).filter(|count| *count > 0)
    });
    let columns = vec![
        column(say(state, "ui-on")),
        column(say(state, "ui-paid-for")),
        column(say(state, "ui-arithmetic")),
        number_column(say(state, "ui-amount")),
        number_column(say(state, "ui-so-far")),
    ];
    let name = move || Some(state.say(&Word::new("ui-schedule")));
    let table = each(
        move || shown.get(),
        Row::key,
        move |shown| row(state, shown),
    );
    let table = figures_table(Some(say(state, "ui-schedule")), columns, table)
        .child(tag::tfoot().child(total(state)));
    let count = move || {
        let count = Arg::Count(payments.get()?);
        let word = Word::new("ui-payments").with("payments", count);
        Some(phrase(state, word))
    };

    let around = tag::details()
        .part("schedule")
        .class("on-demand fold")
        .attr("hidden", move || payments.get().is_none());
    let count = tag::span().class("aside").child(count);
    let title = (
        say(state, "ui-schedule"),
        " ".into_node(),
        count.into_node(),
    );
    let key = String::from("schedule");
    disclosure(state, key, around, fold_summary(CALENDAR, title), open)
        .child(scrolled(name, table))
        .child(
            tag::div()
                .class("take-along")
                .child(
                    blank_button()
                        .child(icon(DOWN))
                        .child(say(state, "ui-csv"))
                        .on(ev::click, move |_| save(state)),
                )
                .child(
                    blank_button()
                        .child(icon(PRINTER))
                        .child(say(state, "ui-print"))
                        .on(ev::click, move |_| print()),
                ),
        )
        .into_node()
}

/// A payment, or all of a month.
fn row(state: State, row: Row) -> Element {
    match row {
        Row::Paid(paid) => payment(state, paid),
        Row::Month {
            month,
            amount,
            so_far,
            currency,
        } => {
            let name = Word::new("ui-month-sum");
            let name = move || {
                let month = Arg::Text(state.month(month));
                Some(phrase(state, name.clone().with("month", month)))
            };
            tag::tr()
                .class("month-sum")
                .attr("data-sum", month.to_string().get(..7).map(String::from))
                .child(row_head(name).attr("colspan", "3"))
                .child(number(fixed_money(state, amount, currency).part("amount")))
                .child(number(fixed_money(state, so_far, currency)))
        }
    }
}

/// A payment.
fn payment(state: State, paid: Paid) -> Element {
    let Paid {
        on,
        charge,
        amount,
        so_far,
        currency,
        ..
    } = &paid;
    let (on, currency) = (*on, *currency);
    // Of the card as it is in the language of now: the row stays where that changes.
    let of = charge.clone();
    let label = move || Some(say_label(state, &state.card()?.charge(&of)?.label));
    let arithmetic = phrase(state, arithmetic(&paid, currency));
    tag::tr()
        .attr("data-on", on.to_string())
        .attr("data-for", charge.to_string())
        .child(row_head(move || state.date(on)).attr("translate", "no"))
        .child(tag::td().child(label))
        .child(tag::td().class("arithmetic").child(arithmetic))
        .child(number(fixed_money(state, *amount, currency).part("amount")))
        .child(number(fixed_money(state, *so_far, currency)))
}

/// How many, and what each costs.
fn arithmetic(paid: &Paid, currency: Currency) -> Word {
    Word::new("ui-quantity-by-price")
        .with("quantity", Arg::Count(paid.quantity))
        .with("price", Arg::Rate(paid.unit_price, currency))
}

/// The sum of all payments.
fn total(state: State) -> Element {
    let total = move || {
        let picture = state.picture()?;
        Some((picture.chosen()?.total?, picture.card.currency))
    };
    tag::tr()
        .child(row_head(say(state, "ui-total")).attr("colspan", "3"))
        .child(number(money(state, total).part("amount")))
        .child(tag::td())
}
