//! The comparison: what would every edition cost, and does it do what is needed?

use std::sync::Arc;

use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use crate::card::{Card, Charge, Dimension};
use crate::engine::{ItemEstimate, Quota, QuotaStatus};
use crate::money::Amount;
use crate::text::Id;
use crate::widget::calculator::sources::Sources;
use crate::widget::columns::{ColumnHead, chosen_column, tab_stop};
use crate::widget::inputs::Inputs;
use crate::widget::state::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The id of the table's caption, by which the region around it is called.
const CAPTION: &str = "comparison";

/// The numbers, and below them a column for each edition.
#[component]
pub fn Compare(
    /// The widget.
    state: State,
) -> impl IntoView {
    let fault = move || {
        let word = state.fault()?;
        Some(view! {
            <p part="error" class="error" role="alert">
                <Phrase state word />
            </p>
        })
    };
    view! {
        <div part="compare" class="stack">
            {move || {
                state
                    .card()
                    .map(|card| {
                        view! {
                            <div class="stack">
                                <Inputs state card=Arc::clone(&card) />
                            </div>
                            {fault}
                            <Comparison state card />
                        }
                    })
            }} <Sources state />
        </div>
    }
}

/// A row for each thing by which the editions of a card differ: the rows are the card's, only what
/// stands in them changes.
#[component]
fn Comparison(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let editions: Vec<Id> = card.editions.iter().map(|e| e.id.clone()).collect();
    let heads = card.editions.iter();
    let heads = heads.map(|edition| view! { <ColumnHead state edition=edition.clone() /> });
    let heads = heads.collect_view();
    let tab_stop = tab_stop(editions.len());
    let width = editions.len().saturating_add(1).to_string();
    let cells = |cell: &dyn Fn(Id) -> AnyView| {
        let cells = editions.iter().map(|id| {
            let edition = id.to_string();
            view! {
                <td role="cell" data-edition=edition>
                    {cell(id.clone())}
                </td>
            }
        });
        cells.collect_view()
    };
    let months = cells(&|id| {
        let amount = move || of(state, &id, |item| Some(item.per_month));
        view! { <Price state amount=Signal::derive(amount) /> }.into_any()
    });
    let whole = cells(&|id| {
        let amount = move || of(state, &id, |item| Some(item.total));
        view! { <Price state amount=Signal::derive(amount) /> }.into_any()
    });
    let verdicts = cells(&|edition| view! { <Verdict state edition /> }.into_any());
    let charges = card.charges.iter().map(|charge| {
        let sold = |id: &Id| charge.model.is_sold_to(id);
        let row = cells(&|edition| {
            let sold = sold(&edition);
            view! { <Charged state edition charge=charge.id.clone() sold /> }.into_any()
        });
        let Charge { id, label, .. } = charge.clone();
        view! {
            <tr role="row" part="line" data-charge=id.to_string()>
                <th scope="row" role="rowheader">
                    {move || state.label(&label)}
                </th>
                {row}
            </tr>
        }
    });
    let charges = charges.collect_view();
    let quotas = card.dimensions.iter().map(|dimension| {
        let row = cells(&|edition| {
            view! { <Included state edition dimension=dimension.clone() /> }.into_any()
        });
        let Dimension { id, label, .. } = dimension.clone();
        view! {
            <tr role="row" part="quota" data-dimension=id.to_string()>
                <th scope="row" role="rowheader">
                    {move || state.label(&label)}
                </th>
                {row}
            </tr>
        }
    });
    let quotas = quotas.collect_view();
    let count = move || {
        let months = state.question().map_or(1, |question| question.months);
        let word = Word::new("ui-for-months").with("months", Arg::Count(u64::from(months)));
        view! { <Phrase state word /> }
    };
    view! {
        <div part="scroll" class="scroll" role="region" tabindex=tab_stop aria-labelledby=CAPTION>
            <table
                part="comparison"
                class="sheet"
                role="table"
                data-chosen=move || chosen_column(state)
            >
                <caption part="caption" class="caption">
                    <span class="held" id=CAPTION>
                        <Say state id="ui-compare" />
                    </span>
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">
                            <Say state id="ui-choose-edition" />
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <tr role="row" data-row="month">
                        <th scope="row" role="rowheader">
                            <Say state id="ui-price-month" />
                        </th>
                        {months}
                    </tr>
                    <tr role="row" data-row="whole">
                        <th scope="row" role="rowheader">
                            {count}
                        </th>
                        {whole}
                    </tr>
                    <tr role="row" data-row="fits">
                        <th scope="row" role="rowheader">
                            <Say state id="ui-verdict" />
                        </th>
                        {verdicts}
                    </tr>
                </tbody>
                <tbody role="rowgroup">
                    <tr role="row" class="heading-row">
                        <th scope="rowgroup" role="rowheader" colspan=width.clone()>
                            <span class="held">
                                <Say state id="ui-lines" />
                            </span>
                        </th>
                    </tr>
                    {charges}
                </tbody>
                <tbody role="rowgroup">
                    <tr role="row" class="heading-row">
                        <th scope="rowgroup" role="rowheader" colspan=width>
                            <span class="held">
                                <Say state id="ui-included" />
                            </span>
                        </th>
                    </tr>
                    {quotas}
                </tbody>
            </table>
        </div>
    }
}

/// Something of an edition's answer; `None` where there is none.
fn of<T>(state: State, edition: &str, read: impl FnOnce(&ItemEstimate) -> Option<T>) -> Option<T> {
    read(state.picture()?.edition(edition)?)
}

/// An amount, or that nothing is charged.
#[component]
fn Price(
    /// The widget.
    state: State,
    /// The amount.
    #[prop(into)]
    amount: Signal<Option<Amount>>,
) -> impl IntoView {
    let amount = move || amount.try_get().flatten();
    let free = Memo::new(move |_| amount().is_some_and(Amount::is_zero));
    let currency = move || Some(state.card()?.currency);
    move || {
        if free.try_get().unwrap_or_default() {
            return Either::Left(view! {
                <span part="amount" class="amount" data-value="0">
                    <Say state id="ui-free" />
                </span>
            });
        }
        let amount = Signal::derive(move || Some((amount()?, currency()?)));
        Either::Right(view! { <Money state amount part="amount" /> })
    }
}

/// Whether an edition does all that is needed, and everything that it does not do.
#[component]
fn Verdict(
    /// The widget.
    state: State,
    /// The edition.
    edition: Id,
) -> impl IntoView {
    let verdict = Memo::new(move |_| {
        let picture = state.picture()?;
        let cheapest = picture.comparison.cheapest.as_deref() == Some(&*edition);
        let problems = picture.edition(&edition)?.problems.iter();
        let problems = problems.map(|problem| (problem.code.as_str(), problem.word.clone()));
        Some((cheapest, problems.collect::<Vec<_>>()))
    });
    move || {
        let (cheapest, problems) = verdict.try_get().flatten()?;
        if problems.is_empty() {
            let (id, kind) = match cheapest {
                true => ("ui-cheapest", "cheapest"),
                false => ("ui-fits", "fits"),
            };
            return Some(Either::Left(view! {
                <span part="verdict" class="verdict" data-fits="true" data-verdict=kind>
                    <Say state id />
                </span>
            }));
        }
        let problems = problems.into_iter().map(|(code, word)| {
            view! {
                <li part="problem" data-problem=code>
                    <Phrase state word />
                </li>
            }
        });
        Some(Either::Right(view! {
            <ul part="verdict" class="verdict" data-fits="false">
                {problems.collect_view()}
            </ul>
        }))
    }
}

/// What a charge comes to, and how.
#[component]
fn Charged(
    /// The widget.
    state: State,
    /// The edition.
    edition: Id,
    /// The charge.
    charge: Id,
    /// Whether the edition can be charged it.
    sold: bool,
) -> impl IntoView {
    let line = Memo::new(move |_| {
        of(state, &edition, |item| {
            let line = item.lines.iter().find(|line| line.charge == charge)?;
            Some((line.amount, line.why.clone(), item.card.currency))
        })
    });
    move || match line.try_get().flatten() {
        Some((amount, why, currency)) => {
            let amount = Signal::derive(move || Some((amount, currency)));
            EitherOf3::A(view! {
                <Money state amount part="amount" />
                <span part="why" class="why">
                    <Phrase state word=why />
                </span>
            })
        }
        None if sold => {
            let nothing = move || Some((Amount::ZERO, state.card()?.currency));
            EitherOf3::B(view! {
                <span class="quiet" data-kind="nothing">
                    <Money state amount=Signal::derive(nothing) part="amount" />
                </span>
            })
        }
        None => EitherOf3::C(view! {
            <span class="quiet" data-kind="not-sold">
                <Say state id="ui-not-sold" />
            </span>
        }),
    }
}

/// What an edition includes of a dimension, and what becomes of the demand.
#[component]
fn Included(
    /// The widget.
    state: State,
    /// The edition.
    edition: Id,
    /// The dimension.
    dimension: Dimension,
) -> impl IntoView {
    let Dimension { id, unit, .. } = dimension;
    let quota = Memo::new(move |_| {
        of(state, &edition, |item| {
            item.quotas
                .iter()
                .find(|quota| quota.dimension == id)
                .cloned()
        })
    });
    move || {
        let Some(Quota {
            limit,
            demand,
            status,
            ..
        }) = quota.try_get().flatten()
        else {
            return Either::Left(view! {
                <span class="quiet" data-kind="none">
                    <Say state id="ui-none-included" />
                </span>
            });
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
            view! {
                <span part="fate" class="why">
                    <Phrase state word />
                </span>
            }
        });
        Either::Right(view! {
            <span
                part="quota-limit"
                class="limit"
                data-status=status.as_str()
                data-limit=limit.map(|limit| limit.to_string())
                data-demand=demand.to_string()
            >
                <span class="figure">
                    <Phrase state word />
                </span>
                {fate}
            </span>
        })
    }
}
