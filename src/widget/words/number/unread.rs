//! Why a text is not read as a number.

/// A text that is not read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Unread {
    /// What is wrong with it.
    pub why: Why,
    /// The numbers that it may mean.
    pub proposals: Vec<u64>,
}

/// What is wrong with a text that is to be a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Why {
    /// It is something else.
    NoNumber,
    /// It is larger than any number here, or not what the field takes.
    Outside(Option<u64>),
    /// It has a fraction.
    NotWhole,
    /// Its digits are not grouped as digits are.
    Groups,
    /// It can be one number or another.
    Ambiguous,
    /// It is so many cells of a table.
    Cells(u64),
}

impl From<Why> for Unread {
    fn from(why: Why) -> Self {
        let proposals = Vec::new();
        Self { why, proposals }
    }
}
