//! Where the money goes: what is charged, as a bar and as lines with their arithmetic, and where that comes from.

use std::sync::Arc;

use super::line_sources::line_sources;
use crate::card::ChargeKind;
use crate::engine::Line;
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, each, many, tag};
use crate::widget::shared::axis::{percent, share};
use crate::widget::shared::kind::{Kind, filled};
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, State};
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::Word;

/// A bar, a table with a row for each charge, and the documents that these come from.
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
    let total = move || {
        let picture = state.picture()?;
        Some((picture.chosen()?.total?, picture.card.currency))
    };
    let caption = tag::caption()
        .part("caption")
        .child(
            tag::div()
                .class("caption-line")
                .child(tag::span().child(say(state, "ui-lines")))
                .child(money(state, total).class("caption-total")),
        )
        .child(bar(state));

    let table = tag::table()
        .part("lines")
        // Said outright, as some browsers forget what a table is where it is laid out otherwise.
        .attr("role", "table")
        .child(caption)
        .child(
            tag::thead()
                .class("visually-hidden")
                .attr("role", "rowgroup")
                .child(head),
        )
        .child(tag::tbody().attr("role", "rowgroup").child(rows));
    tag::div()
        .part("breakdown")
        .attr("hidden", move || charges().is_empty())
        .child(table)
        .child(line_sources(state))
        .into_node()
}

/// The head of a column.
fn column(state: State, id: &'static str) -> Element {
    tag::th()
        .attr("scope", "col")
        .attr("role", "columnheader")
        .child(say(state, id))
}

/// The shares of the lines in the total, each in the colour of its kind.
fn bar(state: State) -> Element {
    let parts = state.memo(|picture| Some(parts(picture)));
    let segments = move || {
        let parts = parts.get().unwrap_or_default().into_iter();
        many(parts.map(|Part { kind, from, width }| {
            let segment = filled(kind).attr("width", "100%").attr("height", "20");
            tag::svg()
                .attr("x", percent(from))
                .attr("width", percent(width))
                .attr("height", "20")
                .child(segment.attr("rx", "3"))
        }))
    };
    tag::svg()
        .class("money-bar")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(segments)
}

/// A part of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    kind: Kind,
    from: u64,
    width: u64,
}

/// The parts of the bar, from its beginning to its end.
fn parts(picture: &Picture) -> Vec<Part> {
    let Some(item) = picture.chosen() else {
        return Vec::new();
    };
    let mut sum = Amount::ZERO;
    let lines = item.lines.iter().filter(|line| !line.amount.is_zero());
    let parts = lines.filter_map(|line| {
        let before = sum;
        sum = sum.checked_add(line.amount)?;
        let (from, to) = (share(before, item.total?), share(sum, item.total?));
        Some(Part {
            kind: Kind::of(&picture.card, &line.charge),
            from,
            width: to.saturating_sub(from),
        })
    });
    parts.collect()
}

/// A charge.
fn row(state: State, charge: Id) -> Element {
    let hook = charge.to_string();
    let line = state.memo(move |picture| {
        let mut lines = picture.chosen()?.lines.iter();
        let line = lines.find(|line| line.charge == charge)?;
        Some(Row::new(line, picture))
    });
    let amount = money(state, move || line.get().map(|line| line.amount)).part("amount");
    let kind = Memo::new(move |_| line.get().map(|line| line.money));
    let key = move || {
        let kind = kind.get()?;
        Some(
            tag::svg()
                .class("key")
                .attr("viewBox", "0 0 12 12")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(
                    filled(kind)
                        .attr("width", "12")
                        .attr("height", "12")
                        .attr("rx", "3"),
                ),
        )
    };

    tag::tr()
        .part("line")
        .attr("role", "row")
        .attr("data-charge", hook)
        .attr("data-kind", move || {
            line.get().map(|line| line.kind.as_str())
        })
        .attr("data-money", move || kind.get().map(Kind::as_str))
        .child(
            tag::th()
                .attr("scope", "row")
                .attr("role", "rowheader")
                .class("line-text")
                .child(key)
                .child(
                    tag::span()
                        .class("line-what")
                        .child(
                            tag::span().part("line-label").child(move || {
                                line.get().map(|line| say_label(state, &line.label))
                            }),
                        )
                        .child(" ")
                        .child(tag::span().class("line-paid").child(paid(state, line))),
                )
                .child(arithmetic(state, line)),
        )
        .child(
            tag::td()
                .class("line-amount")
                .attr("role", "cell")
                .child(amount),
        )
}

/// When a line is paid.
fn paid(state: State, line: Memo<Option<Row>>) -> Node {
    (move || {
        Some(say(
            state,
            match line.get()?.kind {
                ChargeKind::Prepaid => "ui-prepaid",
                ChargeKind::Payg => "ui-payg",
            },
        ))
    })
    .into_node()
}

/// How the amount of a line comes about.
fn arithmetic(state: State, line: Memo<Option<Row>>) -> Element {
    let why = Memo::new(move |_| line.get().map(|line| line.why));
    tag::span()
        .part("why")
        .attr("data-why", move || why.get().map(|why| why.id))
        .child(move || why.get().map(|word| phrase(state, word)))
}

/// What a row shows of a line.
#[derive(Clone, PartialEq)]
struct Row {
    label: Arc<Text>,
    kind: ChargeKind,
    money: Kind,
    amount: (Amount, Currency),
    why: Word,
}

impl Row {
    fn new(line: &Line, picture: &Picture) -> Self {
        Self {
            label: Arc::clone(&line.label),
            kind: line.kind,
            money: Kind::of(&picture.card, &line.charge),
            amount: (line.amount, picture.card.currency),
            why: line.why.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::engine::{Demand, Item};
    use crate::widget::shared::axis::LENGTH;
    use crate::widget::state::Question;

    #[test]
    fn the_bar_is_whole() {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = 12;
        question.item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let parts = parts(&picture);
        let kinds: Vec<Kind> = parts.iter().map(|part| part.kind).collect();
        assert_eq!(kinds, [Kind::Plan, Kind::Used]);
        // 4,788 of 7,488, and the rest.
        assert_eq!((parts[0].from, parts[0].width), (0, 6_394));
        assert_eq!((parts[1].from, parts[1].width), (6_394, LENGTH - 6_394));
    }
}
