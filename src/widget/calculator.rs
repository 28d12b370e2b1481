//! The calculator: what does it cost, and which edition fits?

use std::sync::Arc;

use leptos::prelude::*;

use super::announce::Announce;
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
use crate::card::Card;

/// Editions side by side, inputs, and the total in sight of both.
#[component]
pub fn Calculator(
    /// The widget.
    state: State,
) -> impl IntoView {
    // A question without an answer is mended in the same fields.
    let card = Memo::new(move |before: Option<&Option<Arc<Card>>>| {
        let card = state.picture().map(|picture| picture.card.clone());
        card.or_else(|| before.cloned().flatten())
    });
    let card = move || card.try_get().flatten();
    let name = move || card().map(|card| state.label(&card.label));
    let id = move || card().map(|card| card.id.to_string());
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
        <section
            part="calculator"
            class="calculator"
            lang=move || state.language()
            aria-labelledby="name"
            data-rate-card=id
        >
            <h2 part="name" id="name" class="name">
                {name}
            </h2>
            <div class="columns">
                <div class="ask">
                    {move || card().map(|card| view! { <Editions state card /> })}
                    {move || card().map(|card| view! { <Inputs state card /> })}
                </div>
                <div class="answer">
                    <Total state findings />
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
            <Announce state />
        </section>
    }
}
