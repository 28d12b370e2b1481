//! What the chart keeps while another view is shown.

use crate::text::Id;

/// What the chart keeps while another view is shown, so that coming back shows the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::widget) struct Kept {
    /// The dimension that is drawn, where one was chosen.
    pub dimension: Option<Id>,
    /// The axis along which the demand was moved last.
    pub axis: Option<KeptAxis>,
    /// The month that was looked at last, from 0, of a dimension whose demand changes by month.
    pub month: Option<(Id, usize)>,
}

/// An axis that stays as long as the demand is the one to which it was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct KeptAxis {
    /// The product and the dimension that are drawn.
    pub of: (Id, Id),
    /// The end of the axis.
    pub top: u64,
    /// The demand to which the slider was moved.
    pub demand: u64,
}
