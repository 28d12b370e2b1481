//! The lines: what is charged, with its arithmetic and its source.

use std::sync::Arc;

use crate::card::{ChargeKind, Source};
use crate::engine::Line;
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
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
        .attr("hidden", move || charges().is_empty())
        .child(
            tag::caption()
                .part("caption")
                .class("caption")
                .child(say(state, "ui-lines")),
        )
        .child(
            tag::thead().class("visually-hidden").child(
                tag::tr()
                    .child(
                        tag::th()
                            .attr("scope", "col")
                            .child(say(state, "ui-charge")),
                    )
                    .child(
                        tag::th()
                            .attr("scope", "col")
                            .child(say(state, "ui-amount")),
                    ),
            ),
        )
        .child(
            tag::tbody()
                // A row stays while its figures change.
                .child(each(charges, ToString::to_string, move |charge| {
                    row(state, charge)
                })),
        )
        .into_node()
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
        .attr("data-charge", charge.to_string())
        .attr("data-kind", move || line().map(|line| line.kind.as_str()))
        .child(
            tag::th()
                .attr("scope", "row")
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
            tag::td().class("line-amount").child(
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
