//! How the cost of a charge rises.

/// How a cost rises with a quantity.
pub(in crate::engine) struct Rise {
    /// The quantities at which the rise may change, beside 0.
    pub kinks: Vec<u64>,
    /// Whether it rises evenly between them: each unit as much as the one before it.
    pub is_even: bool,
    /// Whether it may be less at a kink than before it. Between kinks it never falls.
    pub may_fall: bool,
}
