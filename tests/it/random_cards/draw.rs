//! Choices drawn from a list of numbers: where it ends, the first of what there is. So a shorter list,
//! or one of smaller numbers, is a simpler card, and `proptest` finds the simplest one that fails.

/// What is still to be drawn from.
pub struct Draw<'a>(std::slice::Iter<'a, u32>);

impl<'a> Draw<'a> {
    /// Draws from these.
    pub fn new(choices: &'a [u32]) -> Self {
        Self(choices.iter())
    }

    /// A number from 0 to `last`.
    pub fn upto(&mut self, last: u64) -> u64 {
        u64::from(self.0.next().copied().unwrap_or(0)) % (last + 1)
    }

    /// A number from `first` to `last`.
    pub fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.upto(last - first)
    }

    /// One of several.
    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.upto(list.len() as u64 - 1) as usize]
    }

    /// An index of a list that is not empty.
    pub fn index(&mut self, length: usize) -> usize {
        self.upto(length as u64 - 1) as usize
    }

    /// Yes in so many of a hundred cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.upto(99) >= 100 - percent
    }
}
