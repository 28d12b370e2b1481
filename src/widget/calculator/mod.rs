//! The calculator: what does it cost, and which edition fits?

mod by_hand;
mod calendar;
mod earlier;
pub(in crate::widget) mod editions;
mod findings;
mod lines;
mod quotas;
mod schedule;
pub(in crate::widget) mod sources;
mod total;

use leptos::prelude::*;

use crate::widget::inputs::Inputs;
use crate::widget::state::State;
use crate::widget::words::phrase::Phrase;
use calendar::Calendar;
use earlier::EarlierNote;
use editions::Editions;
use findings::{Advice, Findings, Problems};
use lines::Lines;
use quotas::Quotas;
use schedule::{Packs, Schedule};
use sources::Sources;
use total::Total;

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
                <Calendar state />
                <Schedule state />
                <Packs state />
                <Quotas state />
                <Advice state findings />
                <Sources state />
            </div>
        </div>
    }
}
