//! The comparison: what would every edition cost, and does it do what is needed?

use std::sync::Arc;

use leptos::prelude::*;

use crate::card::{Card, Charge, Dimension};
use crate::engine::{ItemEstimate, Quota, QuotaStatus};
use crate::money::Amount;
use crate::text::Id;
use crate::widget::calculator::sources::sources;
use crate::widget::columns::{chosen_column, column_head, tab_stop};
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::fault::fault;
use crate::widget::inputs::inputs;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The id of the table's caption, by which the region around it is called.
const CAPTION: &str = "comparison";

/// The numbers, and below them a column for each edition.
pub(in crate::widget) fn compare(state: State) -> Node {
    tag::div()
        .part("compare")
        .class("stack")
        .child(move || {
            let card = state.card()?;
            Some(untrack(|| {
                (
                    tag::div()
                        .class("stack")
                        .child(inputs(state, Arc::clone(&card))),
                    fault(state),
                    comparison(state, card),
                )
            }))
        })
        .child(sources(state))
        .into_node()
}

/// A row for each thing by which the editions of a card differ: the rows are the card's, only what
/// stands in them changes.
fn comparison(state: State, card: Arc<Card>) -> Node {
    let editions: Vec<Id> = card.editions.iter().map(|e| e.id.clone()).collect();
    let heads = card.editions.iter();
    let heads = heads.map(|edition| column_head(state, edition.clone()));
    let heads = many(heads);
    let tab_stop = tab_stop(editions.len());
    let width = editions.len().saturating_add(1).to_string();
    let cells = |cell: &dyn Fn(Id) -> Node| {
        let cells = editions.iter().map(|id| {
            let edition = id.to_string();
            tag::td()
                .attr("role", "cell")
                .attr("data-edition", edition)
                .child(cell(id.clone()))
        });
        many(cells)
    };
    let months = cells(&|id| {
        let amount = move |_: Option<&_>| of(state, &id, |item| Some(item.per_month));
        price(state, Memo::new(amount))
    });
    let whole = cells(&|id| {
        let amount = move |_: Option<&_>| of(state, &id, |item| Some(item.total));
        price(state, Memo::new(amount))
    });
    let verdicts = cells(&|edition| verdict(state, edition));
    let charges = card.charges.iter().map(|charge| {
        let sold = |id: &Id| charge.model.is_sold_to(id);
        let row = cells(&|edition| {
            let sold = sold(&edition);
            charged(state, edition, charge.id.clone(), sold)
        });
        let Charge { id, label, .. } = charge.clone();
        tag::tr()
            .attr("role", "row")
            .part("line")
            .attr("data-charge", id.to_string())
            .child(
                tag::th()
                    .attr("scope", "row")
                    .attr("role", "rowheader")
                    .child(move || state.label(&label)),
            )
            .child(row)
    });
    let charges = many(charges);
    let quotas = card.dimensions.iter().map(|dimension| {
        let row = cells(&|edition| included(state, edition, dimension.clone()));
        let Dimension { id, label, .. } = dimension.clone();
        tag::tr()
            .attr("role", "row")
            .part("quota")
            .attr("data-dimension", id.to_string())
            .child(
                tag::th()
                    .attr("scope", "row")
                    .attr("role", "rowheader")
                    .child(move || state.label(&label)),
            )
            .child(row)
    });
    let quotas = many(quotas);
    // A card may count nothing.
    let included = (!card.dimensions.is_empty()).then(|| {
        tag::tbody()
            .attr("role", "rowgroup")
            .child(
                tag::tr().attr("role", "row").class("heading-row").child(
                    tag::th()
                        .attr("scope", "rowgroup")
                        .attr("role", "rowheader")
                        .attr("colspan", width.clone())
                        .child(tag::span().class("held").child(say(state, "ui-included"))),
                ),
            )
            .child(quotas)
    });
    let count = move || {
        let months = state.question().map_or(1, |question| question.months);
        let word = Word::new("ui-for-months").with("months", Arg::Count(u64::from(months)));
        phrase(state, word)
    };

    tag::div()
        .part("scroll")
        .class("scroll")
        .attr("role", "region")
        .attr("tabindex", tab_stop)
        .attr("aria-labelledby", CAPTION)
        .child(
            tag::table()
                .part("comparison")
                .class("sheet")
                .attr("role", "table")
                .attr("data-chosen", move || chosen_column(state))
                .child(
                    tag::caption().part("caption").class("caption").child(
                        tag::span()
                            .class("held")
                            .attr("id", CAPTION)
                            .child(say(state, "ui-compare")),
                    ),
                )
                .child(
                    tag::thead().attr("role", "rowgroup").child(
                        tag::tr()
                            .attr("role", "row")
                            .child(
                                tag::th()
                                    .attr("scope", "col")
                                    .attr("role", "columnheader")
                                    .child(say(state, "ui-choose-edition")),
                            )
                            .child(heads),
                    ),
                )
                .child(
                    tag::tbody()
                        .attr("role", "rowgroup")
                        .child(
                            tag::tr()
                                .attr("role", "row")
                                .attr("data-row", "month")
                                .child(
                                    tag::th()
                                        .attr("scope", "row")
                                        .attr("role", "rowheader")
                                        .child(say(state, "ui-price-month")),
                                )
                                .child(months),
                        )
                        .child(
                            tag::tr()
                                .attr("role", "row")
                                .attr("data-row", "whole")
                                .child(
                                    tag::th()
                                        .attr("scope", "row")
                                        .attr("role", "rowheader")
                                        .child(count),
                                )
                                .child(whole),
                        )
                        .child(
                            tag::tr()
                                .attr("role", "row")
                                .attr("data-row", "fits")
                                .child(
                                    tag::th()
                                        .attr("scope", "row")
                                        .attr("role", "rowheader")
                                        .child(say(state, "ui-verdict")),
                                )
                                .child(verdicts),
                        ),
                )
                .child(
                    tag::tbody()
                        .attr("role", "rowgroup")
                        .child(
                            tag::tr().attr("role", "row").class("heading-row").child(
                                tag::th()
                                    .attr("scope", "rowgroup")
                                    .attr("role", "rowheader")
                                    .attr("colspan", width.clone())
                                    .child(tag::span().class("held").child(say(state, "ui-lines"))),
                            ),
                        )
                        .child(charges),
                )
                .child(included),
        )
        .into_node()
}

/// Something of an edition's answer; `None` where there is none.
fn of<T>(state: State, edition: &str, read: impl FnOnce(&ItemEstimate) -> Option<T>) -> Option<T> {
    read(state.picture()?.edition(edition)?)
}

/// An amount, or that nothing is charged.
fn price(state: State, amount: Memo<Option<Amount>>) -> Node {
    let amount = move || amount.try_get().flatten();
    let free = Memo::new(move |_| amount().is_some_and(Amount::is_zero));
    let currency = move || Some(state.card()?.currency);

    (move || {
        if free.try_get().unwrap_or_default() {
            return tag::span()
                .part("amount")
                .class("amount")
                .attr("data-value", "0")
                .child(say(state, "ui-free"))
                .into_node();
        }
        let amount = move || Some((amount()?, currency()?));
        money(state, amount)
            .part("amount")
            .class("amount")
            .into_node()
    })
    .into_node()
}

/// Whether an edition does all that is needed, and everything that it does not do.
fn verdict(state: State, edition: Id) -> Node {
    let verdict = Memo::new(move |_| {
        let picture = state.picture()?;
        let cheapest = picture.comparison.cheapest.as_deref() == Some(&*edition);
        let problems = picture.edition(&edition)?.problems.iter();
        let problems = problems.map(|problem| (problem.code.as_str(), problem.word.clone()));
        Some((cheapest, problems.collect::<Vec<_>>()))
    });

    (move || {
        let (cheapest, problems) = verdict.try_get().flatten()?;
        if problems.is_empty() {
            let (id, kind) = match cheapest {
                true => ("ui-cheapest", "cheapest"),
                false => ("ui-fits", "fits"),
            };
            return Some(
                tag::span()
                    .part("verdict")
                    .class("verdict")
                    .attr("data-fits", "true")
                    .attr("data-verdict", kind)
                    .child(say(state, id))
                    .into_node(),
            );
        }
        let problems = problems.into_iter().map(|(code, word)| {
            tag::li()
                .part("problem")
                .attr("data-problem", code)
                .child(phrase(state, word))
        });
        Some(
            tag::ul()
                .part("verdict")
                .class("verdict")
                .attr("data-fits", "false")
                .child(many(problems))
                .into_node(),
        )
    })
    .into_node()
}

/// What a charge comes to, and how.
fn charged(state: State, edition: Id, charge: Id, sold: bool) -> Node {
    let line = Memo::new(move |_| {
        of(state, &edition, |item| {
            let line = item.lines.iter().find(|line| line.charge == charge)?;
            Some((line.amount, line.why.clone(), item.card.currency))
        })
    });

    (move || match line.try_get().flatten() {
        Some((amount, why, currency)) => {
            let amount = move || Some((amount, currency));
            (
                money(state, amount).part("amount").class("amount"),
                tag::span()
                    .part("why")
                    .class("why")
                    .child(phrase(state, why)),
            )
                .into_node()
        }
        None if sold => {
            let nothing = move || Some((Amount::ZERO, state.card()?.currency));
            tag::span()
                .class("quiet")
                .attr("data-kind", "nothing")
                .child(money(state, nothing).part("amount").class("amount"))
                .into_node()
        }
        None => tag::span()
            .class("quiet")
            .attr("data-kind", "not-sold")
            .child(say(state, "ui-not-sold"))
            .into_node(),
    })
    .into_node()
}

/// What an edition includes of a dimension, and what becomes of the demand.
fn included(state: State, edition: Id, dimension: Dimension) -> Node {
    let Dimension { id, unit, .. } = dimension;
    let quota = Memo::new(move |_| {
        of(state, &edition, |item| {
            item.quotas
                .iter()
                .find(|quota| quota.dimension == id)
                .cloned()
        })
    });

    (move || {
        let Some(Quota {
            limit,
            demand,
            status,
            ..
        }) = quota.try_get().flatten()
        else {
            return tag::span()
                .class("quiet")
                .attr("data-kind", "none")
                .child(say(state, "ui-none-included"))
                .into_node();
        };
        let word = match limit {
            Some(limit) => {
                let limit = Arg::Quantity(limit, Arc::clone(&unit));
                Word::new("ui-argument").with("is", limit)
            }
            None => Word::new("ui-includes-unlimited"),
        };
        let fate = (demand > 0).then(|| {
            let id = match status {
                QuotaStatus::Within => "ui-need-within",
                QuotaStatus::Overage => "ui-need-overage",
                QuotaStatus::AddOn => "ui-need-add-on",
                QuotaStatus::Exceeded => "ui-need-exceeded",
                QuotaStatus::ContactSales => "ui-need-contact-sales",
            };
            let word = Word::new(id).with("demand", Arg::Count(demand));
            tag::span()
                .part("fate")
                .class("why")
                .child(phrase(state, word))
        });
        tag::span()
            .part("quota-limit")
            .class("limit")
            .attr("data-status", status.as_str())
            .attr("data-limit", limit.map(|limit| limit.to_string()))
            .attr("data-demand", demand.to_string())
            .child(tag::span().class("figure").child(phrase(state, word)))
            .child(fate)
            .into_node()
    })
    .into_node()
}
