//! The editions side by side, one of which is chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::State;
use super::figure::Money;
use super::phrase::{Phrase, Say};
use crate::card::{Card, Edition};
use crate::engine::ItemEstimate;
use crate::word::{Arg, Word};

/// One card for each edition of a rate card, as a group of radio buttons.
#[component]
pub(super) fn Editions(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let editions = card.editions.iter().map(|edition| {
        let included = included(&card, edition);
        view! { <EditionCard state edition=edition.clone() included /> }
    });
    let editions = editions.collect_view();
    view! {
        <fieldset part="editions" class="editions">
            <legend part="legend" class="legend">
                <Say state id="ui-choose-edition" />
            </legend>
            <div class="edition-grid">{editions}</div>
        </fieldset>
    }
}

/// An edition: its price for what is needed, and whether it does all of it.
#[component]
fn EditionCard(
    /// The widget.
    state: State,
    /// The edition.
    edition: Edition,
    /// What it includes of what is charged for.
    included: Vec<Word>,
) -> impl IntoView {
    let Edition { id, label, .. } = edition;
    let priced = {
        let id = id.clone();
        Memo::new(move |_| state.picture()?.edition(&id).cloned())
    };
    let priced = move || priced.try_get().flatten();
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture();
            picture.is_some_and(|picture| picture.chosen().is_some_and(|item| item.edition == id))
        })
    };
    let is_chosen = move || chosen.try_get().unwrap_or_default();
    let cheapest = {
        let id = id.clone();
        move || {
            state
                .picture()
                .is_some_and(|p| p.comparison.cheapest.as_ref() == Some(&id))
        }
    };
    let choose = {
        let id = id.clone();
        move |_| state.change(|question| question.item.edition = id.clone())
    };
    let fits = move || priced().map(|item| if item.fits() { "true" } else { "false" });
    let included = included.into_iter().map(|word| {
        view! {
            <li>
                <Phrase state word />
            </li>
        }
    });
    let included = included.collect_view();
    let at = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", at("price"), at("fits"));
    view! {
        <label part="edition" class="edition" data-edition=id.to_string() data-fits=fits>
            <input
                type="radio"
                name="edition"
                class="choice"
                value=id.to_string()
                checked=is_chosen()
                prop:checked=is_chosen
                on:change=choose
                aria-labelledby=at("name")
                aria-describedby=described
            />
            <span part="edition-name" class="edition-name" id=at("name")>
                {move || state.label(&label)}
            </span>
            <span class="edition-price" id=at("price")>
                <PerMonth state priced=Signal::derive(priced) />
            </span>
            <ul class="included">{included}</ul>
            <span class="verdict" id=at("fits")>
                {move || priced().map(|item| view! { <Verdict state item cheapest=cheapest() /> })}
            </span>
        </label>
    }
}

/// The price of a month, which may be nothing at all.
#[component]
pub(super) fn PerMonth(
    /// The widget.
    state: State,
    /// The edition with its price.
    #[prop(into)]
    priced: Signal<Option<ItemEstimate>>,
) -> impl IntoView {
    let price = move || {
        let item = priced.try_get().flatten()?;
        Some((item.per_month, item.card.currency))
    };
    let free = Memo::new(move |_| price().is_some_and(|(amount, _)| amount.is_zero()));
    move || {
        if free.try_get().unwrap_or_default() {
            let word = view! { <Say state id="ui-free" /> };
            return leptos::either::Either::Left(view! {
                <span part="edition-amount" class="edition-amount" data-value="0">
                    {word}
                </span>
            });
        }
        leptos::either::Either::Right(view! {
            <Money state amount=Signal::derive(price) part="edition-amount" />
            " "
            <span class="per-month">
                <Say state id="ui-per-month" />
            </span>
        })
    }
}

/// Whether an edition does all that is needed, and if not, why not.
#[component]
fn Verdict(
    /// The widget.
    state: State,
    /// The edition with its price.
    item: ItemEstimate,
    /// Whether no other that fits costs less.
    cheapest: bool,
) -> impl IntoView {
    let first = item.problems.first().map(|problem| problem.word.clone());
    let more = item.problems.len().saturating_sub(1);
    let more = u64::try_from(more).unwrap_or_default();
    let more = (more > 0).then(|| Word::new("ui-more-problems").with("more", Arg::Count(more)));
    let good = match (item.fits(), cheapest) {
        (true, true) => Some("ui-cheapest"),
        (true, false) => Some("ui-fits"),
        (false, _) => None,
    };
    view! {
        {good.map(|id| view! { <Say state id /> })}
        {first.map(|word| view! { <Phrase state word /> })}
        {more
            .map(|word| {
                view! {
                    <span class="more-problems">
                        <Phrase state word />
                    </span>
                }
            })}
    }
}

/// What an edition includes of every dimension that has a price.
fn included(card: &Card, edition: &Edition) -> Vec<Word> {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    charged
        .filter_map(|dimension| match dimension.quota(&edition.id)?.number()? {
            0 => None,
            number => {
                let limit = Arg::Quantity(number, Arc::clone(&dimension.unit));
                Some(Word::new("ui-includes").with("limit", limit))
            }
        })
        .collect()
}
