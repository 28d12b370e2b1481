//! The views by their names.

/// A way to look at a rate card.
///
/// ```
/// use ratecard::widget::View;
///
/// assert_eq!(View::from_name("matrix"), Some(View::Matrix));
/// assert_eq!(View::default().as_str(), "calculator");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What does it cost, and how does that come about?
    #[default]
    Calculator,
    /// What would every edition cost, and does it do what is needed?
    Compare,
    /// What can each edition do?
    Matrix,
    /// What would every edition cost if the demand grew?
    Chart,
}

impl View {
    /// All views, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Calculator, Self::Compare, Self::Matrix, Self::Chart];

    /// The view of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == name)
    }

    /// The name, as the attribute `view` has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Calculator => "calculator",
            Self::Compare => "compare",
            Self::Matrix => "matrix",
            Self::Chart => "chart",
        }
    }

    /// The id of the sentence on its tab.
    #[must_use]
    pub(in crate::widget) const fn title(self) -> &'static str {
        match self {
            Self::Calculator => "ui-view-calculator",
            Self::Compare => "ui-view-compare",
            Self::Matrix => "ui-view-matrix",
            Self::Chart => "ui-view-chart",
        }
    }
}
