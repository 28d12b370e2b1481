//! The widget as a whole: the product's name, the tabs, and the view that is shown.

mod announce;
mod tabs;

use leptos::prelude::*;

use crate::widget::View;
use crate::widget::calculator::Calculator;
use crate::widget::chart::Chart;
use crate::widget::compare::Compare;
use crate::widget::matrix::Matrix;
use crate::widget::products::{BackToProducts, Products};
use crate::widget::state::State;
use crate::word::Word;
use announce::Announce;
use tabs::{PANEL, Tabs, tab_id};

/// One view, or several behind tabs; only the one that is shown is on the page.
///
/// What is asked lives in the [`State`], so that it stays when another view comes.
#[component]
pub fn Shell(
    /// The widget.
    state: State,
) -> impl IntoView {
    let name = move || match state.is_open() {
        true => Some(state.say(&Word::new("ui-products"))),
        false => state.card().map(|card| state.label(&card.label)),
    };
    let id = move || state.card().map(|card| card.id.to_string());
    let views = Memo::new(move |_| state.views());
    // Nothing while the product is still to be chosen.
    let shown = Memo::new(move |_| (!state.is_open()).then(|| state.view()));
    let shown = move || shown.try_get().flatten();
    let several = move || views.try_with(|views| views.len() > 1).unwrap_or_default();
    let has_tabs = move || several() && shown().is_some();
    let panel = move || match shown() {
        None => view! { <Products state /> }.into_any(),
        Some(View::Calculator) => view! { <Calculator state /> }.into_any(),
        Some(View::Compare) => view! { <Compare state /> }.into_any(),
        Some(View::Matrix) => view! { <Matrix state /> }.into_any(),
        Some(View::Chart) => view! { <Chart state /> }.into_any(),
    };
    let labelled = move || has_tabs().then(|| tab_id(shown().unwrap_or_default()));
    view! {
        <section
            part="widget"
            class="widget"
            lang=move || state.language()
            aria-labelledby="name"
            data-rate-card=id
            data-view=move || shown().map(View::as_str)
        >
            <BackToProducts state />
            <h2 part="name" id="name" class="name" tabindex="-1">
                {name}
            </h2>
            {move || {
                has_tabs()
                    .then(|| {
                        view! { <Tabs state views=views.try_get().unwrap_or_default() /> }
                    })
            }}
            <div
                part="panel"
                class="panel"
                id=PANEL
                role=move || has_tabs().then_some("tabpanel")
                aria-labelledby=labelled
            >
                {panel}
            </div>
            <Announce state />
        </section>
    }
}
