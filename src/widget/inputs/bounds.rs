//! What a field takes.

/// What a field takes.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Bounds {
    /// The smallest number.
    pub min: u64,
    /// The largest number.
    pub max: u64,
    /// What an empty field means. `None` where it means nothing yet: the number stays, and is there again
    /// when the field is left.
    pub default: Option<u64>,
}
