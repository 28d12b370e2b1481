//! The views as components of Leptos, for an application that is written in it.

use std::rc::Rc;

use leptos::prelude::*;

use super::calculator::calculator;
use super::chart::chart;
use super::compare::compare;
use super::frame::shell;
use super::matrix::matrix;
use super::part::Part;
use super::state::State;

/// One view, or several behind tabs; only the one that is shown is on the page.
///
/// What is asked lives in the [`State`], so that it stays when another view comes.
#[component]
pub fn Shell(
    /// The widget.
    state: State,
) -> impl IntoView {
    shell(state, Part::new(Rc::new(|| {})))
}

/// Editions side by side, inputs, and the total in sight of both.
#[component]
pub fn Calculator(
    /// The widget.
    state: State,
) -> impl IntoView {
    calculator(state)
}

/// The numbers, and below them a column for each edition.
#[component]
pub fn Compare(
    /// The widget.
    state: State,
) -> impl IntoView {
    compare(state)
}

/// Every feature and every quantity of a card with a column for each edition.
#[component]
pub fn Matrix(
    /// The widget.
    state: State,
) -> impl IntoView {
    matrix(state)
}

/// Cost against the demand of one dimension, for every edition.
#[component]
pub fn Chart(
    /// The widget.
    state: State,
) -> impl IntoView {
    chart(state)
}
