//! The widget as a whole: the product's name, the tabs, and the view that is shown.

mod announce;
mod tabs;

use leptos::either::EitherOf4;
use leptos::prelude::*;

use crate::widget::View;
use crate::widget::calculator::Calculator;
use crate::widget::chart::Chart;
use crate::widget::compare::Compare;
use crate::widget::matrix::Matrix;
use crate::widget::state::State;
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
    let name = move || state.card().map(|card| state.label(&card.label));
    let id = move || state.card().map(|card| card.id.to_string());
    let views = Memo::new(move |_| state.views());
    let has_tabs = move || views.try_with(|views| views.len() > 1).unwrap_or_default();
    let shown = Memo::new(move |_| state.view());
    let panel = move || match shown.try_get().unwrap_or_default() {
        View::Calculator => EitherOf4::A(view! { <Calculator state /> }),
        View::Compare => EitherOf4::B(view! { <Compare state /> }),
        View::Matrix => EitherOf4::C(view! { <Matrix state /> }),
        View::Chart => EitherOf4::D(view! { <Chart state /> }),
    };
    let labelled = move || has_tabs().then(|| tab_id(shown.try_get().unwrap_or_default()));
    view! {
        <section
            part="widget"
            class="widget"
            lang=move || state.language()
            aria-labelledby="name"
            data-rate-card=id
            data-view=move || shown.try_get().map(View::as_str)
        >
            <h2 part="name" id="name" class="name">
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
