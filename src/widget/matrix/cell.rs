//! What stands in a cell: each kind looks different and says in words what it is.

use std::sync::Arc;

use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;

use super::rows::Cell;
use crate::card::{FeatureValue, Limit};
use crate::engine::QuotaStatus;
use crate::widget::state::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// What an edition has of something.
#[component]
pub(super) fn CellView(
    /// The widget.
    state: State,
    /// What it has.
    cell: Cell,
) -> impl IntoView {
    match cell {
        Cell::Feature(FeatureValue::Yes) => {
            EitherOf5::A(view! { <Mark state kind="yes" id="ui-yes" /> })
        }
        Cell::Feature(FeatureValue::No) => {
            EitherOf5::A(view! { <Mark state kind="no" id="ui-no" /> })
        }
        Cell::Nothing => EitherOf5::B(view! {
            <span class="quiet" data-kind="none">
                <Say state id="ui-none-included" />
            </span>
        }),
        Cell::Feature(FeatureValue::Unlimited) => {
            EitherOf5::C(view! { <Included state limit=Limit::Unlimited amount=None more=None /> })
        }
        Cell::Feature(FeatureValue::Number(number)) => {
            let amount = Some(Arg::Count(number));
            EitherOf5::C(view! { <Included state limit=Limit::UpTo(number) amount more=None /> })
        }
        Cell::Feature(FeatureValue::Text(text)) => EitherOf5::D(view! {
            <span class="words" data-kind="text">
                {move || state.label(&text)}
            </span>
        }),
        Cell::Included(limit, unit, status) => {
            let amount = limit.number();
            let amount = amount.map(|number| Arg::Quantity(number, Arc::clone(&unit)));
            let more = match status {
                QuotaStatus::Overage | QuotaStatus::AddOn => Some("ui-more-sold"),
                QuotaStatus::ContactSales => Some("ui-more-on-request"),
                QuotaStatus::Within | QuotaStatus::Exceeded => None,
            };
            EitherOf5::E(view! { <Included state limit amount more /> })
        }
    }
}

/// A sign with its meaning in a word.
#[component]
fn Mark(
    /// The widget.
    state: State,
    /// What it is.
    kind: &'static str,
    /// The id of the word.
    id: &'static str,
) -> impl IntoView {
    view! {
        <span class="mark" data-kind=kind>
            <span class="visually-hidden">
                <Say state id />
            </span>
        </span>
    }
}

/// So much, or as much as one likes.
#[component]
fn Included(
    /// The widget.
    state: State,
    /// How much.
    limit: Limit,
    /// How to say it; `None` where unlimited.
    amount: Option<Arg>,
    /// The id of the word on what happens to more, where more can be had.
    more: Option<&'static str>,
) -> impl IntoView {
    let (kind, word) = match (limit, amount) {
        (Limit::UpTo(_), Some(amount)) => ("number", Word::new("ui-argument").with("is", amount)),
        _ => ("unlimited", Word::new("ui-includes-unlimited")),
    };
    let more = more.filter(|_| limit != Limit::Unlimited);
    let more = match more {
        Some(id) => Either::Left(view! {
            <span class="why" data-more=id>
                <Say state id />
            </span>
        }),
        None => Either::Right(()),
    };
    view! {
        <span class="figure" data-kind=kind>
            <Phrase state word />
        </span>
        {more}
    }
}
