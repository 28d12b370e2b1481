//! The list of views. Nothing else in the program knows them by name.

use super::calculator::calculator;
use super::chart::chart;
use super::compare::compare;
use super::dom::Node;
use super::matrix::matrix;
use super::state::{State, View};

/// A view, and the function that makes it.
struct Entry {
    view: View,
    show: fn(State) -> Node,
}

const fn entry(name: &'static str, title: &'static str, show: fn(State) -> Node) -> Entry {
    Entry {
        view: View { name, title },
        show,
    }
}

/// All views, in the order in which they are listed. The first is shown where a host names none.
static ENTRIES: [Entry; 4] = [
    // What does it cost, and how does that come about?
    entry("calculator", "ui-view-calculator", calculator),
    // What would every edition cost, and does it do what is needed?
    entry("compare", "ui-view-compare", compare),
    // What can each edition do?
    entry("matrix", "ui-view-matrix", matrix),
    // What would every edition cost if the demand grew?
    entry("chart", "ui-view-chart", chart),
];

/// All views, in the order in which they are listed.
///
/// ```
/// let views = ratecard::widget::views();
/// assert_eq!(views.first().map(|view| view.name), Some("calculator"));
/// ```
#[must_use]
pub fn views() -> Vec<View> {
    ENTRIES.iter().map(|entry| entry.view).collect()
}

/// A view on the page; nothing where the list lacks it.
pub(in crate::widget) fn show(view: View, state: State) -> Node {
    let entry = ENTRIES.iter().find(|entry| entry.view == view);
    entry.map_or_else(Node::default, |entry| (entry.show)(state))
}
