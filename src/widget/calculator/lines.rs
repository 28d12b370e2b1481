//! The lines: what is charged, with its arithmetic and its source.

use std::sync::Arc;

use crate::card::{ChargeKind, Source};
use crate::engine::Line;
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::widget::words::source::source_of;
use crate::word::Word;

/// A table with a row for each charge.
pub(super) fn lines(state: State) -> Node {
    let charges = state.memo_of_chosen(|item| {
        let charges = item.lines.iter().map(|line| line.charge.clone());
        Some(charges.collect::<Vec<Id>>())
    });
    let charges = move || charges.get().unwrap_or_default();
    let head = tag::tr()
        .attr("role", "row")
        .child(column(state, "ui-charge"))
        .child(column(state, "ui-amount"));
    // A row stays while its figures change.
    let rows = each(charges, ToString::to_string, move |charge| {
        row(state, charge)
    });

    tag::table()
        .part("lines")
        // Said outright, as some browsers forget what a table is where it is laid out otherwise.
        .attr("role", "table")
        .attr("hidden", move || charges().is_empty())
        .child(tag::caption().part("caption").child(say(state, "ui-lines")))
        .child(
            tag::thead()
                .class("visually-hidden")
                .attr("role", "rowgroup")
                .child(head),
        )
        .child(tag::tbody().attr("role", "rowgroup").child(rows))
        .into_node()
}

/// The head of a column.
fn column(state: State, id: &'static str) -> Element {
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .child(say(state, id))
}

/// A charge.
fn row(state: State, charge: Id) -> Element {
    let hook = charge.to_string();
    let line = state.memo_of_chosen(move |item| {
        let line = item.lines.iter().find(|line| line.charge == charge)?;
        Some(Row::new(line, item.card.currency))
    });
    let amount = money(state, move || line.get().map(|line| line.amount)).part("amount");

    tag::tr()
        .part("line")
        .attr("role", "row")
        .attr("data-charge", hook)
        .attr("data-kind", move || {
            line.get().map(|line| line.kind.as_str())
        })
        .child(
            tag::th()
                .attr("scope", "row")
                .attr("role", "rowheader")
                .class("line-text")
                .child(
                    tag::span()
                        .part("line-label")
                        .child(move || line.get().map(|line| say_label(state, &line.label))),
                )
                .child(arithmetic(state, line))
                .child(source(state, line)),
        )
        .child(
            tag::td()
                .class("line-amount")
                .attr("role", "cell")
                .child(amount),
        )
}

/// How the amount of a line comes about, and when it is paid.
fn arithmetic(state: State, line: Memo<Option<Row>>) -> Element {
    let why = Memo::new(move |_| line.get().map(|line| line.why));
    let paid = move || match line.get()?.kind {
        ChargeKind::Prepaid => Some(state.say(&Word::new("ui-prepaid"))),
        ChargeKind::Payg => Some(state.say(&Word::new("ui-payg"))),
    };
    tag::span()
        .part("why")
        .attr("data-why", move || why.get().map(|why| why.id))
        .child(move || why.get().map(|word| phrase(state, word)))
        .child(" · ")
        .child(paid)
}

/// Where a line comes from, on demand.
fn source(state: State, line: Memo<Option<Row>>) -> Element {
    let source = Memo::new(move |_| line.get().map(|line| line.source));
    let place = move || Some(phrase(state, source_of(&*source.get()?)));
    tag::details()
        .part("source")
        .child(tag::summary().child(say(state, "ui-source")))
        .child(tag::p().child(place))
}

/// What a row shows of a line.
#[derive(Clone, PartialEq)]
struct Row {
    label: Arc<Text>,
    kind: ChargeKind,
    amount: (Amount, Currency),
    why: Word,
    source: Arc<Source>,
}

impl Row {
    fn new(line: &Line, currency: Currency) -> Self {
        Self {
            label: Arc::clone(&line.label),
            kind: line.kind,
            amount: (line.amount, currency),
            why: line.why.clone(),
            source: Arc::clone(&line.source),
        }
    }
}
