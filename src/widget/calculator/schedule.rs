//! What is paid when, and what is bought when.

use leptos::prelude::*;

use super::by_hand::ByHand;
use crate::engine::{PackPlan, Payment};
use crate::text::Id;
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// By name: see `total.rs`.
const TABINDEX: &str = "0";

/// The payments by date, on demand.
#[component]
pub(in crate::widget) fn Schedule(
    /// The widget.
    state: State,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let payments = Memo::new(move |_| {
        // What is not looked at is not made.
        if !open.try_get().unwrap_or_default() {
            return Vec::new();
        }
        let picture = state.picture();
        picture.map_or_else(Vec::new, |picture| picture.estimate.schedule.clone())
    });
    let payments = move || payments.try_get().unwrap_or_default();
    let none = Memo::new(move |_| {
        let picture = state.picture();
        picture.is_none_or(|picture| picture.estimate.schedule.is_empty())
    });
    let total = move || {
        let picture = state.picture()?;
        Some((picture.chosen()?.total, picture.card.currency))
    };
    view! {
        <details
            part="schedule"
            class="on-demand"
            hidden=move || none.try_get().unwrap_or_default()
            on:toggle=move |event| {
                open.try_set(is_open(&event));
            }
        >
            <summary>
                <Say state id="ui-schedule" />
            </summary>
            <table class="figures">
                <caption class="visually-hidden">
                    <Say state id="ui-schedule" />
                </caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <Say state id="ui-on" />
                        </th>
                        <th scope="col" class="number">
                            <Say state id="ui-amount" />
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=payments key=|p: &Payment| (p.on, p.amount) let:payment>
                        <tr data-on=payment.on.to_string()>
                            <th scope="row">{move || state.date(payment.on)}</th>
                            <td class="number">
                                <Money
                                    state
                                    amount=Signal::derive(move || Some((
                                        payment.amount,
                                        payment.currency,
                                    )))
                                    part="amount"
                                />
                            </td>
                        </tr>
                    </For>
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">
                            <Say state id="ui-total" />
                        </th>
                        <td class="number">
                            <Money state amount=Signal::derive(total) part="amount" />
                        </td>
                    </tr>
                </tfoot>
            </table>
        </details>
    }
}

/// The packs of every charge.
#[component]
pub(in crate::widget) fn Packs(
    /// The widget.
    state: State,
) -> impl IntoView {
    let charges = Memo::new(move |_| {
        let (picture, question) = state.picture().zip(state.question())?;
        let item = picture.chosen()?;
        // Those chosen by hand stay to be changed, also where there are none.
        let listed = picture.card.charges.iter().filter(|charge| {
            let by_hand = question.packs_for(&charge.id).is_some();
            item.packs.iter().any(|plan| plan.charge == charge.id)
                || by_hand && charge.model.is_sold_to(&item.edition)
        });
        Some(listed.map(|charge| charge.id.clone()).collect::<Vec<Id>>())
    });
    let charges = move || charges.try_get().flatten().unwrap_or_default();
    view! {
        <For each=charges key=|id| id.clone() let:charge>
            <Plan state charge />
        </For>
    }
}

/// The packs of a charge: how many, what they save, and on demand each.
#[component]
fn Plan(state: State, charge: Id) -> impl IntoView {
    let hook = charge.to_string();
    let charge = StoredValue::new(charge);
    let plan = Memo::new(move |_| {
        let picture = state.picture()?;
        let charge = charge.try_get_value()?;
        let mut packs = picture.chosen()?.packs.iter();
        packs.find(|plan| plan.charge == charge).cloned()
    });
    let plan = move || plan.try_get().flatten();
    let open = RwSignal::new(false);
    let card = move || Some(state.picture()?.card.clone());
    let label = move || {
        let charge = charge.try_get_value()?;
        Some(state.label(&card()?.charge(&charge)?.label))
    };
    let sum = move || {
        let (purchases, saves) = match plan() {
            Some(PackPlan {
                purchases, saves, ..
            }) => (purchases, saves),
            None => (Vec::new(), crate::money::Amount::ZERO),
        };
        let packs = u64::try_from(purchases.len()).unwrap_or_default();
        let mut word = Word::new("ui-packs-sum").with("packs", Arg::Count(packs));
        if saves > crate::money::Amount::ZERO {
            word = word.with("saves", Arg::Money(saves, untrack(card)?.currency));
        }
        Some(view! { <Phrase state word /> })
    };
    let rows = move || {
        let shown = open.try_get().unwrap_or_default();
        let plan = shown.then(plan).flatten()?;
        let card = untrack(card)?;
        let dimension = card.charge(&plan.charge)?.model.dimension()?;
        let unit = card.dimension(dimension)?.unit.clone();
        let currency = card.currency;
        let rows = plan.purchases.into_iter().map(|pack| {
            let size =
                Word::new("ui-argument").with("is", Arg::Quantity(pack.quantity, unit.clone()));
            let until = move || match pack.expires {
                Some(day) => state.date(day),
                None => state.say(&Word::new("ui-never")),
            };
            view! {
                <tr data-pack=pack.quantity.to_string() data-month=pack.month.to_string()>
                    <th scope="row">{move || state.date(pack.on)}</th>
                    <td class="number">
                        <Phrase state word=size />
                    </td>
                    <td class="number">
                        <Money
                            state
                            amount=Signal::derive(move || Some((pack.amount, currency)))
                            part="amount"
                        />
                    </td>
                    <td>{until}</td>
                    <td class="number" data-value=pack.used.to_string()>
                        {move || state.number(pack.used)}
                    </td>
                    <td class="number" data-value=pack.unused.to_string()>
                        {move || state.number(pack.unused)}
                    </td>
                </tr>
            }
        });
        Some(rows.collect::<Vec<_>>())
    };
    let column = |id: &'static str, class: &'static str| {
        view! {
            <th scope="col" class=class>
                <Say state id />
            </th>
        }
    };
    view! {
        <div part="packs" class="packs" data-packs=hook>
            <h3 class="heading">{label}</h3>
            <p class="packs-sum">{sum}</p>
            <ByHand state charge />
            <details
                class="on-demand"
                hidden=move || plan().is_none()
                on:toggle=move |event| {
                    open.try_set(is_open(&event));
                }
            >
                <summary>
                    <Say state id="ui-packs" />
                </summary>
                // Six columns are more than a narrow page holds: the table scrolls, not the page.
                <div class="strip" role="group" tabindex=TABINDEX aria-label=label>
                    <table class="figures">
                        <caption class="visually-hidden">{label}</caption>
                        <thead>
                            <tr>
                                {column("ui-packs-on", "")} {column("ui-packs-size", "number")}
                                {column("ui-amount", "number")} {column("ui-packs-until", "")}
                                {column("ui-packs-used", "number")}
                                {column("ui-packs-unused", "number")}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </div>
    }
}

/// Whether a disclosure has been opened or closed.
fn is_open(event: &leptos::web_sys::Event) -> bool {
    let target = event.current_target();
    let element =
        target.map(leptos::wasm_bindgen::JsCast::unchecked_into::<leptos::web_sys::Element>);
    element.is_some_and(|element| element.has_attribute("open"))
}
