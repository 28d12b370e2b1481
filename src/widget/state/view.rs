//! What a view is called.

/// A way to look at a rate card, by its name. What it shows stands beside it in the list of views.
///
/// ```
/// use ratecard::widget::views;
///
/// // The first is shown where a host names none.
/// assert_eq!(views().first().map(|view| view.name), Some("calculator"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The name, as the attribute `view` has it.
    pub name: &'static str,
    /// The id of the sentence on its tab.
    pub title: &'static str,
}
