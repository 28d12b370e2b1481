//! What became of copying a link.

/// What became of copying a link to what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Copied {
    /// The visitor has it.
    Taken,
    /// The browser does not copy: the address, to be copied by hand.
    Shown(String),
}
