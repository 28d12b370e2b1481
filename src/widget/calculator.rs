//! The calculator: what does it cost, and which edition fits?

use leptos::prelude::*;

use super::announce::Announce;
use super::earlier::EarlierNote;
use super::editions::Editions;
use super::findings::{Advice, Problems};
use super::inputs::Inputs;
use super::lines::Lines;
use super::phrase::Phrase;
use super::sources::Sources;
use super::state::State;
use super::total::Total;

/// Editions side by side, inputs, and the total in sight of both.
#[component]
pub fn Calculator(
    /// The widget.
    state: State,
) -> impl IntoView {
    let card = Memo::new(move |_| state.picture().map(|picture| picture.card.clone()));
    let card = move || card.try_get().flatten();
    let name = move || card().map(|card| state.label(&card.label));
    let id = move || card().map(|card| card.id.to_string());
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
                    <Total state />
                    <EarlierNote state />
                    {fault}
                    <Problems state />
                    <Lines state />
                    <Advice state />
                    <Sources state />
                </div>
            </div>
            <Announce state />
        </section>
    }
}
