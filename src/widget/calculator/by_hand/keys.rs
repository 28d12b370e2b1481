//! Which row is which while others come and go, so that each keeps what is being written in it.

/// The keys of the rows, by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keys {
    /// The rows that have been there since one was taken away.
    known: Vec<usize>,
    /// The key of the row after these.
    next: usize,
}

impl Keys {
    /// The keys of so many rows: new ones come at the end.
    pub fn of(&self, rows: usize) -> Vec<usize> {
        let known = self.known.iter().copied();
        known.chain(self.next..).take(rows).collect()
    }

    /// The keys once the row at a place is gone; its own is not given again.
    pub fn without(&self, place: usize, rows: usize) -> Self {
        let mut known = self.of(rows);
        let next = rows.saturating_sub(self.known.len());
        if place < known.len() {
            known.remove(place);
        }
        Self {
            known,
            next: self.next.saturating_add(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn the_others_keep_their_keys() {
        let keys = Keys::default();
        assert_eq!(keys.of(3), [0, 1, 2]);
        let keys = keys.without(1, 3);
        assert_eq!(keys.of(2), [0, 2]);
        assert_eq!(keys.of(4), [0, 2, 3, 4]);
        let keys = keys.without(0, 4);
        assert_eq!(keys.of(3), [2, 3, 4]);
        // What the page asks for may have fewer rows, and more again.
        assert_eq!(keys.of(1), [2]);
        assert_eq!(keys.without(0, 1).of(2), [5, 6]);
        assert!(keys.of(0).is_empty());
    }
}
