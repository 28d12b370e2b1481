//! What findings and the search for a demand may take: they price again and again, and an answer must come soon.

use std::cell::Cell;

use super::work::FOR_ADVICE;

/// What is left to price again with: to prove findings about one item, or to find what a budget buys. Of findings it
/// is the same for every item of a request, whatever their order; a finding that would take more is not told.
pub(super) struct Purse(Cell<u64>);

impl Purse {
    /// The share of one of so many items.
    pub fn for_one_of(items: usize) -> Self {
        let items = u64::try_from(items).unwrap_or(u64::MAX);
        Self(Cell::new(FOR_ADVICE.checked_div(items).unwrap_or_default()))
    }

    /// So much for all that is asked.
    pub const fn holding(work: u64) -> Self {
        Self(Cell::new(work))
    }

    /// Takes what a proof costs; `None` where there is not so much left.
    pub fn spend(&self, work: u64) -> Option<()> {
        self.0.set(self.0.get().checked_sub(work)?);
        Some(())
    }
}
