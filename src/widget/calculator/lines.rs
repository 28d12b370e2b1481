//! The lines: what is charged, with its arithmetic and its source.

use std::sync::Arc;

use crate::card::{ChargeKind, Source};
use crate::engine::Line;
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::State;
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::signals::Memo;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::widget::words::source::source_of;
use crate::word::Word;

/// A table with a row for each charge.
pub(in crate::widget) fn lines(state: State) -> Node {
    let charges = Memo::new(move |_| {
        let picture = state.picture()?;
        let lines = picture.chosen()?.lines.iter();
        Some(lines.map(|line| line.charge.clone()).collect::<Vec<Id>>())
    });
    let charges = move || charges.try_get().flatten().unwrap_or_default();

    tag::table()
        .part("lines")
        .class("lines")
        // Said outright, as some browsers forget what a table is where it is laid out otherwise.
        .attr("role", "table")
        .attr("hidden", move || charges().is_empty())
        .child(
            tag::caption()
                .part("caption")
                .class("caption")
                .child(say(state, "ui-lines")),
        )
        .child(
            tag::thead()
                .class("visually-hidden")
                .attr("role", "rowgroup")
                .child(
                    tag::tr()
                        .attr("role", "row")
                        .child(heading(state, "ui-charge"))
                        .child(heading(state, "ui-amount")),
                ),
        )
        .child(
            tag::tbody()
                .attr("role", "rowgroup")
                // A row stays while its figures change.
                .child(each(charges, ToString::to_string, move |charge| {
                    row(state, charge)
                })),
        )
        .into_node()
}

fn heading(state: State, id: &'static str) -> Element {
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .child(say(state, id))
}

/// A charge.
fn row(state: State, charge: Id) -> Node {
    let line = {
        let charge = charge.clone();
        Memo::new(move |_| {
            let picture = state.picture()?;
            let mut lines = picture.chosen()?.lines.iter();
            let line = lines.find(|line| line.charge == charge)?;
            Some(Shown::of(line, picture.card.currency))
        })
    };
    let line = move || line.try_get().flatten();
    let why = Memo::new(move |_| line().map(|line| line.why));
    let why = move || why.try_get().flatten();
    let paid = move || match line()?.kind {
        ChargeKind::Prepaid => Some(state.say(&Word::new("ui-prepaid"))),
        ChargeKind::Payg => Some(state.say(&Word::new("ui-payg"))),
    };
    let source = Memo::new(move |_| line().map(|line| line.source));
    let from = move || {
        let source = source.try_get().flatten()?;
        Some(phrase(state, source_of(&source)))
    };

    tag::tr()
        .part("line")
        .class("line")
        .attr("role", "row")
        .attr("data-charge", charge.to_string())
        .attr("data-kind", move || line().map(|line| line.kind.as_str()))
        .child(
            tag::th()
                .attr("scope", "row")
                .attr("role", "rowheader")
                .class("line-text")
                .child(
                    tag::span()
                        .part("line-label")
                        .class("line-label")
                        .child(move || line().map(|line| state.label(&line.label))),
                )
                .child(
                    tag::span()
                        .part("why")
                        .class("why")
                        .attr("data-why", move || why().map(|why| why.id))
                        .child(move || why().map(|word| phrase(state, word)))
                        .child(" · ")
                        .child(paid),
                )
                .child(
                    tag::details()
                        .part("source")
                        .class("source")
                        .child(tag::summary().child(say(state, "ui-source")))
                        .child(tag::p().child(from)),
                ),
        )
        .child(
            tag::td().class("line-amount").attr("role", "cell").child(
                money(state, move || line().map(|line| line.amount))
                    .part("amount")
                    .class("amount"),
            ),
        )
        .into_node()
}

/// What a row shows of a line.
#[derive(Clone, PartialEq)]
struct Shown {
    label: Arc<Text>,
    kind: ChargeKind,
    amount: (Amount, Currency),
    why: Word,
    source: Arc<Source>,
}

impl Shown {
    fn of(line: &Line, currency: Currency) -> Self {
        Self {
            label: Arc::clone(&line.label),
            kind: line.kind,
            amount: (line.amount, currency),
            why: line.why.clone(),
            source: Arc::clone(&line.source),
        }
    }
}
