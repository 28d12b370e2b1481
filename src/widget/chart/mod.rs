//! The chart: what every edition costs as the demand grows.
//!
//! Drawn by attributes of SVG alone, and stretched: strokes keep their width, and what is to be read
//! stands beside the drawing as text, so that it keeps its size on a narrow page.

pub(in crate::widget) mod axis;
mod drawing;
mod legend;
mod lines;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use crate::card::Dimension;
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};
use axis::LENGTH;
use drawing::{Drawing, priced, steady};
use legend::{crossings, legend};
use lines::{cost_marks, demand_marks, here_marks, lines};
use table::table;

/// Cost against the demand of one dimension, for every edition.
#[component]
pub(in crate::widget) fn Chart(
    /// The widget.
    state: State,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Id>);
    let card = Memo::new(move |_| state.picture().map(|picture| picture.card.clone()));
    let dimensions = move || {
        let card = card.try_get().flatten()?;
        Some(priced(&card))
    };
    let dimension = Memo::new(move |_| {
        let known = dimensions()?;
        let wanted = chosen.try_get().flatten();
        let wanted = known.iter().find(|d| Some(&d.id) == wanted.as_ref());
        wanted.or_else(|| known.first()).cloned()
    });
    let drawing = Memo::new(move |before: Option<&Option<Arc<Drawing>>>| {
        let dimension = dimension.try_get().flatten()?;
        let before = before.and_then(Option::as_ref);
        Drawing::of(state, &dimension, before).map(Arc::new)
    });
    let several = move || dimensions().filter(|known| known.len() > 1);
    view! {
        <div part="chart" class="chart" data-dimension=move || {
            dimension.try_get().flatten().map(|d| d.id.to_string())
        }>
            {move || several().map(|known| view! { <Choice state known chosen /> })}
            {move || {
                let dimension = dimension.try_get().flatten();
                match dimension {
                    Some(dimension) => view! { <Plot state dimension drawing /> }.into_any(),
                    None => view! { <Nothing state /> }.into_any(),
                }
            }}
        </div>
    }
}

/// Where the price depends on nothing, there is nothing to draw.
#[component]
fn Nothing(
    /// The widget.
    state: State,
) -> impl IntoView {
    const CLASS: &str = "help";
    view! {
        <p class=CLASS>
            <Say state id="ui-chart-nothing" />
        </p>
    }
}

/// Which dimension is drawn.
#[component]
fn Choice(
    /// The widget.
    state: State,
    /// What may be chosen.
    known: Vec<Dimension>,
    /// What is.
    chosen: RwSignal<Option<Id>>,
) -> impl IntoView {
    let options = known.into_iter().map(|Dimension { id, label, .. }| {
        let value = id.to_string();
        view! { <option value=value>{move || state.label(&label)}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        chosen.try_set(Some(Id::from(event_target_value(&event))));
    };
    const ID: &str = "chart-dimension";
    view! {
        <div class="field chart-choice">
            <label class="label" for=ID>
                <Say state id="ui-chart-by" />
            </label>
            <div class="box">
                <select part="input" class="input" id=ID on:change=choose>
                    {options}
                </select>
            </div>
        </div>
    }
}

/// The drawing with its axes, a slider for the demand, and all of it in words.
#[component]
fn Plot(
    /// The widget.
    state: State,
    /// What lies along the bottom.
    dimension: Dimension,
    /// What is drawn.
    #[prop(into)]
    drawing: Signal<Option<Arc<Drawing>>>,
) -> impl IntoView {
    let Dimension {
        id, label, unit, ..
    } = dimension;
    let demand = {
        let (id, default) = (id.clone(), dimension.default);
        Memo::new(move |_| {
            let question = state.question();
            question.map_or(default, |question| steady(&question, &id, default))
        })
    };
    let demand = move || demand.try_get().unwrap_or_default();
    let drawing = move || drawing.try_get().flatten();
    let title = {
        let (id, label) = (id.clone(), Arc::clone(&label));
        move || {
            let of = Arg::Label(id.clone(), Arc::clone(&label));
            state.say(&Word::new("ui-chart").with("dimension", of))
        }
    };
    let place = move || drawing().map_or(0, |drawing| drawing.demand.place(demand()));
    let here = {
        let unit = Arc::clone(&unit);
        move || {
            let at = Arg::Quantity(demand(), Arc::clone(&unit));
            view! { <Phrase state word=Word::new("ui-chart-at").with("demand", at) /> }
        }
    };
    let slide = move |event| {
        let Ok(number) = event_target_value(&event).parse::<u64>() else {
            return;
        };
        let id = id.clone();
        state.change(|question| question.set_demand(&id, Some(Demand::Steady(number))));
    };
    let top = move || drawing().map(|drawing| drawing.demand.top());
    let step = move || drawing().map(|drawing| drawing.demand.notch().to_string());
    // A slider does not go beyond its end, which may have moved.
    let value = move || top().map(|_| demand().to_string());
    let slider_label = Arc::clone(&label);
    let spoken = {
        let unit = Arc::clone(&unit);
        move || state.argument(Arg::Quantity(demand(), Arc::clone(&unit)))
    };
    let tables_unit = Arc::clone(&unit);
    const LABEL: &str = "chart-title";
    view! {
        <figure class="plot" aria-labelledby=LABEL>
            <figcaption class="heading" id=LABEL>
                {title}
            </figcaption>
            <div class="plot-area">
                <div class="marks marks-cost" aria-hidden="true">
                    {move || drawing().map(|drawing| cost_marks(state, &drawing))}
                </div>
                <svg
                    part="drawing"
                    class="drawing"
                    viewBox="0 0 10000 10000"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    {move || drawing().map(|drawing| lines(&drawing))}
                    <path class="here" d=move || format!("M{},0V{LENGTH}", place()) />
                    {move || drawing().map(|drawing| here_marks(state, &drawing, place()))}
                </svg>
                <div class="marks marks-demand" aria-hidden="true">
                    {move || drawing().map(|drawing| demand_marks(state, &drawing))}
                </div>
                <input
                    type="range"
                    part="slider"
                    class="slider"
                    min="0"
                    max=move || top().map(|top| top.to_string())
                    step=step
                    prop:value=value
                    aria-label=move || state.label(&slider_label)
                    aria-valuetext=spoken
                    on:input=slide
                />
            </div>
        </figure>
        <div class="legend-of-lines">
            <h3 class="heading">{here}</h3>
            <ul>{move || drawing().map(|drawing| legend(state, &drawing))}</ul>
        </div>
        {move || drawing().map(|drawing| crossings(state, &drawing, &unit))}
        {move || drawing().map(|drawing| table(state, &drawing, &tables_unit))}
    }
}
