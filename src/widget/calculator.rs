//! The calculator: what does it cost, and which edition fits?

use leptos::prelude::*;

use super::earlier::EarlierNote;
use super::editions::Editions;
use super::findings::{Advice, Findings, Problems};
use super::inputs::Inputs;
use super::lines::Lines;
use super::phrase::Phrase;
use super::quotas::Quotas;
use super::schedule::{Packs, Schedule};
use super::sources::Sources;
use super::state::State;
use super::total::Total;

/// Editions side by side, inputs, and the total in sight of both.
#[component]
pub fn Calculator(
    /// The widget.
    state: State,
) -> impl IntoView {
    let card = move || state.card();
    let findings = Findings::new(state);
    let fault = move || {
        let word = state.fault()?;
        Some(view! {
            <p part="error" class="error" role="alert">
                <Phrase state word />
            </p>
        })
    };
    view! {
        <div part="calculator" class="columns">
            <div class="ask">
                {move || card().map(|card| view! { <Editions state card /> })}
                {move || card().map(|card| view! { <Inputs state card /> })}
            </div>
            <div class="answer">
                <Total state findings />
                <EarlierNote state />
                {fault}
                <Problems state />
                <Lines state />
                <Schedule state />
                <Packs state />
                <Quotas state />
                <Advice state findings />
                <Sources state />
            </div>
        </div>
    }
}
