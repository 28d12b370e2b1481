//! The list of views. Nothing else in the program knows them by name.

use super::calculator::calculator;
use super::dom::Node;
use super::part::{Make, Views, loaded};
use super::state::{State, View};

/// Where the function is that makes a view.
enum Source {
    /// In the module, from the start.
    Module(Make),
    /// In the part of it that is loaded when one of its views is first shown.
    Part(fn(Views) -> Make),
}

impl Source {
    /// The function; `None` while the part is not there.
    fn make(&self) -> Option<Make> {
        match self {
            Self::Module(make) => Some(*make),
            Self::Part(pick) => loaded().map(pick),
        }
    }
}

/// A view, and where it comes from.
struct Entry {
    view: View,
    /// Whether the fields are in it in which the question is asked.
    asks: bool,
    source: Source,
}

const fn entry(name: &'static str, title: &'static str, asks: bool, source: Source) -> Entry {
    Entry {
        view: View { name, title },
        asks,
        source,
    }
}

/// All views, in the order in which they are listed. The first is shown where a host names none.
static ENTRIES: [Entry; 4] = [
    // What does it cost, and how does that come about?
    entry(
        "calculator",
        "ui-view-calculator",
        true,
        Source::Module(calculator),
    ),
    // What would every edition cost, and does it do what is needed?
    entry(
        "compare",
        "ui-view-compare",
        true,
        Source::Part(|views| views.compare),
    ),
    // What can each edition do?
    entry(
        "matrix",
        "ui-view-matrix",
        false,
        Source::Part(|views| views.matrix),
    ),
    // What would every edition cost if the demand grew?
    entry(
        "chart",
        "ui-view-chart",
        false,
        Source::Part(|views| views.chart),
    ),
];

/// What is shown while the product is still to be chosen.
static PRODUCTS: Source = Source::Part(|views| views.products);

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

/// The view that is wanted; `None` while the product is still to be chosen.
pub(in crate::widget) fn wanted(state: State) -> Option<View> {
    state.view().filter(|_| !state.is_open())
}

/// The view in which the question is asked: the one that is shown, or the first of those that the host wants;
/// `None` where none of them has the fields.
pub(in crate::widget) fn asking(state: State) -> Option<View> {
    let asks = |view: &View| {
        ENTRIES
            .iter()
            .any(|entry| entry.view == *view && entry.asks)
    };
    let shown = state.view().filter(asks);
    shown.or_else(|| state.views().into_iter().find(asks))
}

/// Whether a view can be shown; all products, where it is `None`.
pub(in crate::widget) fn is_there(view: Option<View>) -> bool {
    source(view).is_none_or(|source| source.make().is_some())
}

/// A view on the page, all products where it is `None`; nothing while it is not there.
pub(in crate::widget) fn show(view: Option<View>, state: State) -> Node {
    let make = source(view).and_then(Source::make);
    make.map_or_else(Node::default, |make| make(state))
}

/// Where a view comes from; `None` where the list lacks it.
fn source(view: Option<View>) -> Option<&'static Source> {
    let Some(view) = view else {
        return Some(&PRODUCTS);
    };
    let entry = ENTRIES.iter().find(|entry| entry.view == view);
    entry.map(|entry| &entry.source)
}
