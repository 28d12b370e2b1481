//! Which rows of a list stand still when their order changes.

/// Whether each row of a list can stand still while the others move around it.
///
/// `places` has for each row, in the new order, where it stood before, and `None` for a new one. As many
/// rows as possible stand still: those of a longest sequence that was in this order before (found by
/// [patience sorting](https://en.wikipedia.org/wiki/Longest_increasing_subsequence)). The row `pinned`
/// always does if it was there before; the others move around it, even where moving it alone would be
/// less.
pub(super) fn standing(places: &[Option<usize>], pinned: Option<usize>) -> Vec<bool> {
    let pin = pinned.and_then(|row| Some((row, (*places.get(row)?)?)));
    // A row that changes sides with the pinned one has to move.
    let beside_pin = |row: usize, place: usize| {
        pin.is_none_or(|(pinned, its_place)| row.cmp(&pinned) == place.cmp(&its_place))
    };
    // For each length, the sequence that ends at the least place: that place, and the row.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    // For each row, the one before it in its sequence.
    let mut links: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (row, place) in places.iter().enumerate() {
        let Some(place) = place.filter(|place| beside_pin(row, *place)) else {
            links.push(None);
            continue;
        };
        let length = ends.partition_point(|(end, _)| *end < place);
        let shorter = length.checked_sub(1).and_then(|shorter| ends.get(shorter));
        links.push(shorter.map(|(_, row)| *row));
        match ends.get_mut(length) {
            Some(end) => *end = (place, row),
            None => ends.push((place, row)),
        }
    }
    let mut standing = vec![false; places.len()];
    let mut next = ends.last().map(|(_, row)| *row);
    while let Some(row) = next {
        if let Some(stands) = standing.get_mut(row) {
            *stands = true;
        }
        next = links.get(row).copied().flatten();
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::standing;

    fn rows(places: &[Option<usize>], pinned: Option<usize>) -> Vec<usize> {
        let standing = standing(places, pinned).into_iter().enumerate();
        standing
            .filter_map(|(row, stands)| stands.then_some(row))
            .collect()
    }

    #[test]
    fn one_row_moves_where_one_has_to() {
        // The last to the front, the first to the end, two that change places, one in between.
        for (places, standing) in [
            ([3, 0, 1, 2], [1, 2, 3].as_slice()),
            ([1, 2, 3, 0], &[0, 1, 2]),
            ([0, 2, 1, 3], &[0, 2, 3]),
            ([0, 1, 2, 3], &[0, 1, 2, 3]),
        ] {
            assert_eq!(rows(&places.map(Some), None), standing, "{places:?}");
        }
    }

    #[test]
    fn a_new_row_does_not_stand_anywhere_yet() {
        assert_eq!(rows(&[None, Some(1), None, Some(2)], None), [1, 3]);
        assert_eq!(rows(&[None, None], None), [0; 0]);
        assert_eq!(rows(&[], None), [0; 0]);
        assert_eq!(rows(&[None, Some(0)], Some(0)), [1]);
    }

    #[test]
    fn a_pinned_row_stands_still_at_any_price() {
        // The last goes to the front: the three others move instead.
        assert_eq!(rows(&[3, 0, 1, 2].map(Some), Some(0)), [0]);
        assert_eq!(rows(&[2, 1, 0].map(Some), Some(1)), [1]);
        assert_eq!(rows(&[1, 0, 2, 4, 3].map(Some), Some(3)), [1, 2, 3]);
    }

    /// All orders of some rows.
    fn orders(length: usize) -> Vec<Vec<usize>> {
        let Some(shorter) = length.checked_sub(1) else {
            return vec![Vec::new()];
        };
        let insert = |order: Vec<usize>| {
            (0..length).map(move |at| {
                let mut order = order.clone();
                order.insert(at, shorter);
                order
            })
        };
        orders(shorter).into_iter().flat_map(insert).collect()
    }

    /// The length of the longest increasing selection that has a row in it, by trying all of them.
    fn longest(order: &[usize], with: Option<usize>) -> usize {
        let selections = 0_usize..1 << order.len();
        let lengths = selections.filter_map(|chosen| {
            let rows = (0..order.len()).filter(|row| chosen >> row & 1 == 1);
            let rows: Vec<usize> = rows.collect();
            let has = with.is_none_or(|row| rows.contains(&row));
            let increasing = rows.iter().map(|row| order[*row]).is_sorted();
            (has && increasing).then_some(rows.len())
        });
        lengths.max().unwrap()
    }

    #[test]
    fn as_many_as_possible_stand_still_in_every_order_of_six() {
        for order in orders(6) {
            let places: Vec<_> = order.iter().copied().map(Some).collect();
            for pinned in [None, Some(0), Some(3), Some(5)] {
                let rows = rows(&places, pinned);
                assert_eq!(rows.len(), longest(&order, pinned), "{order:?} {pinned:?}");
                assert!(rows.iter().map(|row| order[*row]).is_sorted(), "{order:?}");
                assert!(pinned.is_none_or(|pinned| rows.contains(&pinned)));
            }
        }
    }
}
