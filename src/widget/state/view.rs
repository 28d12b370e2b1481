//! What a view is called.

/// A way to look at a rate card, by its name. What it shows stands beside it in the list of views.
///
/// ```
/// use ratecard::widget::views;
///
/// let names: Vec<_> = views().iter().map(|view| view.name).collect();
/// assert_eq!(names, ["calculator", "compare", "matrix", "chart"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The name, as the attribute `view` has it.
    pub name: &'static str,
    /// The id of the sentence on its tab.
    pub title: &'static str,
}
