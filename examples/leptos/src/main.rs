//! An application of Leptos with a rate card in it: is there money for it?
//!
//! ```sh
//! scripts/leptos-example.sh serve
//! ```
//!
//! The budget is a signal of the application. The total is read from the rate card in a closure, and
//! changes with what the visitor types into the calculator; the button changes the rate card from outside.
//! The calculator and the chart show the same state.

use leptos::html::Div;
use leptos::portal::Portal;
use leptos::prelude::*;
use ratecard::engine::Demand;
use ratecard::money::Amount;
use ratecard::text::Id;
use ratecard::value::{Fault, from_json};
use ratecard::widget::{Calculator, Chart, RateCardOptions, STYLES, State};

fn main() {
    mount_to_body(App);
}

/// Opens the rate card, and says why where that fails.
#[component]
fn App() -> impl IntoView {
    match open() {
        Ok(state) => view! { <Planner state/> }.into_any(),
        Err(fault) => view! { <p role="alert">{fault.to_string()}</p> }.into_any(),
    }
}

/// A rate card as the attributes of `<rate-card>` would name it, on a fixed day so that its prices stay.
fn open() -> Result<State, Fault> {
    let settings = from_json(r#"{"product": "chat", "as-of": "2026-11-20"}"#)?;
    RateCardOptions::in_browser("en").open(&settings)
}

/// The application: a budget of its own beside two views of the rate card.
#[component]
fn Planner(
    /// The rate card.
    state: State,
) -> impl IntoView {
    let budget = RwSignal::new(String::from("500"));
    view! {
        <h1>"Is there money for it?"</h1>
        <div class="budget">
            <label>"Budget for a month, USD " <input inputmode="decimal" bind:value=budget/></label>
            <output>{move || verdict(per_month(state), &budget.get())}</output>
            <button on:click=move |_| plan_for(state, 50_000)>"Plan for 50,000 users"</button>
        </div>
        <Styled><Calculator state/></Styled>
        <Styled><Chart state/></Styled>
    }
}

/// What the chosen edition costs in a month; `None` while the question has no answer, or the edition no price.
fn per_month(state: State) -> Option<Amount> {
    state.picture()?.chosen()?.per_month
}

/// Compares what it costs with a budget as somebody has written it.
fn verdict(cost: Option<Amount>, budget: &str) -> String {
    let (Some(cost), Ok(budget)) = (cost, budget.parse::<Amount>()) else {
        return String::from("That cannot be compared.");
    };
    match cost.checked_sub(budget) {
        Some(beyond) if cost > budget => format!("{cost} a month, {beyond} beyond the budget."),
        _ => format!("{cost} a month, within the budget."),
    }
}

/// Asks for a number of users; everything else stays as it is.
fn plan_for(state: State, users: u64) {
    let users = Demand::Steady(users);
    state.change(|question| question.set_demand(&Id::from("mau"), Some(users)));
}

/// A shadow root with the styles of the views, so that these and the page's stay apart.
#[component]
fn Styled(
    /// One of the views.
    children: ChildrenFn,
) -> impl IntoView {
    let host = NodeRef::<Div>::new();
    let inside = move || {
        let children = children.clone();
        host.get().map(|mount| {
            view! { <Portal mount use_shadow=true><style>{STYLES}</style>{children()}</Portal> }
        })
    };
    view! { <div node_ref=host></div> {inside} }
}
