//! The views as components, for an application that is written with Leptos.

use std::rc::Rc;

use leptos::prelude::*;

use super::calculator::calculator;
use super::chart::chart;
use super::compare::compare;
use super::dom::IntoNode as _;
use super::frame::{framed, shell};
use super::matrix::matrix;
use super::part::Part;
use super::state::State;

/// The styles of the views, for a `<style>` element or a style sheet in the shadow root that they stand in.
/// A page changes colours and fonts by the custom properties that they begin with.
// The same files in the same order as in `pkg/element/element.css`; a test compares.
pub const STYLES: &str = concat!(
    include_str!("../../pkg/element/styles/tokens.css"),
    include_str!("../../pkg/element/styles/frame.css"),
    include_str!("../../pkg/element/styles/products.css"),
    include_str!("../../pkg/element/styles/editions.css"),
    include_str!("../../pkg/element/styles/fields.css"),
    include_str!("../../pkg/element/styles/answer.css"),
    include_str!("../../pkg/element/styles/chart.css"),
    include_str!("../../pkg/element/styles/controls.css"),
    include_str!("../../pkg/element/styles/months.css"),
    include_str!("../../pkg/element/styles/needs.css"),
    include_str!("../../pkg/element/styles/bars.css"),
    include_str!("../../pkg/element/styles/calendar.css"),
    include_str!("../../pkg/element/styles/tables.css"),
    include_str!("../../pkg/element/styles/layout.css"),
    include_str!("../../pkg/element/styles/tabs.css"),
    include_str!("../../pkg/element/styles/sheet.css"),
    include_str!("../../pkg/element/styles/matrix.css"),
    include_str!("../../pkg/element/styles/long.css"),
    include_str!("../../pkg/element/styles/magnified.css"),
);

/// All of `<rate-card>`: the product's name, and one view, or several behind tabs. Only the view that is
/// shown is on the page; what is asked stays when another one comes.
#[component]
pub fn Shell(
    /// What is shown.
    state: State,
) -> impl IntoView {
    shell(state, Part::new(Rc::new(|| {})))
}

/// Editions side by side, inputs, and the total in sight of both.
#[component]
pub fn Calculator(
    /// What is shown.
    state: State,
) -> impl IntoView {
    framed(calculator(state)).into_node()
}

/// A column for each edition, and the inputs.
#[component]
pub fn Compare(
    /// What is shown.
    state: State,
) -> impl IntoView {
    framed(compare(state)).into_node()
}

/// Every feature and every quantity of a card with a column for each edition.
#[component]
pub fn Matrix(
    /// What is shown.
    state: State,
) -> impl IntoView {
    framed(matrix(state)).into_node()
}

/// Cost against the demand of one dimension, for every edition.
#[component]
pub fn Chart(
    /// What is shown.
    state: State,
) -> impl IntoView {
    framed(chart(state)).into_node()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::calendar::Date;
    use crate::locale::PlainEnglish;
    use crate::value::{Value, from_json};
    use crate::widget::{Language, RateCardOptions, to_html};

    fn today() -> Date {
        Date::parse("2026-11-20").unwrap()
    }

    fn settings() -> Value {
        from_json(r#"{"product": "chat", "demand": "mau=25000", "view": "chart matrix"}"#).unwrap()
    }

    fn html<V: IntoView>(view: impl FnOnce(State) -> V) -> String {
        let open = || RateCardOptions::new(today()).open(&settings()).unwrap();
        Owner::new().with(|| view(open()).to_html())
    }

    #[test]
    fn the_shell_is_all_of_the_element() {
        let format = Rc::new(PlainEnglish);
        let element = to_html(&Language::english(), today(), &settings(), format).unwrap();
        assert_eq!(html(|state| view! { <Shell state/> }), element);
    }

    #[test]
    fn a_component_is_one_view() {
        let views = [
            ("calculator", html(|state| view! { <Calculator state/> })),
            ("compare", html(|state| view! { <Compare state/> })),
            ("matrix", html(|state| view! { <Matrix state/> })),
            ("chart", html(|state| view! { <Chart state/> })),
        ];
        for (name, html) in &views {
            assert!(
                html.starts_with("<div class=\"frame\"><div class=\"room\"><"),
                "{html}"
            );
            let view = format!("</svg><div part=\"{name}\"");
            assert_eq!(html.matches(&view).count(), 1, "{html}");
        }
    }

    #[test]
    fn components_show_the_same_state() {
        let html = html(|state| {
            state.change(|question| question.months = 12);
            view! { <h1>"Prices"</h1> <Calculator state/> <hr/> <Compare state/> }
        });
        let (calculator, compare) = html.split_once("<hr>").unwrap();
        assert!(calculator.starts_with("<h1>Prices</h1>"));
        for view in [calculator, compare] {
            assert!(view.contains(r#"data-value="7488""#), "{view}");
        }
    }
}
