//! What views keep while another one is shown.

use crate::text::Id;

/// What views keep while another one is shown, so that coming back shows the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::widget) struct Kept {
    /// The dimension that is drawn, where one was chosen.
    pub dimension: Option<Id>,
    /// The axis along which the demand was moved last.
    pub axis: Option<KeptAxis>,
    /// The month that was looked at last, from 0, of a dimension whose demand changes by month.
    pub month: Option<(Id, usize)>,
    /// What the rows of tables are searched for.
    pub search: Option<KeptSearch>,
    /// Whether the table stands in the place of the drawing.
    pub table: bool,
    /// The folds that were opened or closed, by their keys.
    pub folds: Vec<(String, bool)>,
}

impl Kept {
    /// Whether a fold was opened or closed; `None` where it was neither.
    pub fn fold(&self, key: &str) -> Option<bool> {
        let mut folds = self.folds.iter();
        folds
            .find(|(known, _)| known == key)
            .map(|(_, is_open)| *is_open)
    }

    /// Keeps that a fold was opened or closed.
    pub fn set_fold(&mut self, key: &str, is_open: bool) {
        match self.folds.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = is_open,
            None => self.folds.push((key.to_owned(), is_open)),
        }
    }
}

/// What the rows of tables are searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct KeptSearch {
    /// The rate card whose rows they are.
    pub card: Id,
    /// The text.
    pub text: String,
    /// Whether those are wanted, too, in which editions are alike.
    pub all: bool,
}

impl Default for KeptSearch {
    fn default() -> Self {
        Self {
            card: Id::from(""),
            text: String::new(),
            all: false,
        }
    }
}

/// An axis that stays as long as the demand is the one to which it was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct KeptAxis {
    /// The product and the dimension that are drawn.
    pub of: (Id, Id),
    /// The end of the axis as it was at first, from which the ranges to choose from are counted.
    pub base: u64,
    /// The end of the axis.
    pub top: u64,
    /// The demand to which the slider was moved.
    pub demand: u64,
}
