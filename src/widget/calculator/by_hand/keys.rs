//! Which row is which while others come and go, so that each keeps what is being written in it.

/// The keys of a number of rows, in their order: first the known ones, then new ones.
pub(super) fn keys(known: &[usize], rows: usize) -> Vec<usize> {
    let next = known.iter().max().map_or(0, |last| last.saturating_add(1));
    let mut keys = known.to_vec();
    keys.truncate(rows);
    keys.extend((next..).take(rows.saturating_sub(keys.len())));
    keys
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn the_others_keep_their_keys() {
        let mut known = keys(&[], 3);
        assert_eq!(known, [0, 1, 2]);
        known.remove(1);
        assert_eq!(keys(&known, 2), [0, 2]);
        assert_eq!(keys(&known, 4), [0, 2, 3, 4]);
        // What the page asks for may have fewer rows.
        assert_eq!(keys(&known, 1), [0]);
        assert!(keys(&known, 0).is_empty());
    }
}
