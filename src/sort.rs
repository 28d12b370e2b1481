//! Sorting in few bytes.
//!
//! The standard library's sorts are made for speed on long lists and compiled anew for every kind of list:
//! 3 kB each, 15 kB in the engine for scripts. The lists here are short, or sorted once in a long while.

use core::cmp::Ordering;

/// Sorts a short list by a key; what is equal stays as it was.
///
/// Insertion sort: a list that is nearly in order, as most are, costs a step for each thing. A list that
/// somebody else may have made long is for [`heapsort`].
pub(crate) fn insertion_sort<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some(before) = at.checked_sub(1)
            && let (Some(one), Some(other)) = (list.get(before), list.get(at))
            && key(one) > key(other)
        {
            list.swap(before, at);
            at = before;
        }
    }
}

/// Sorts a list of any length, in `n log n` steps at most; what is equal may change places.
pub(crate) fn heapsort<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    // The largest comes to the front of the heap, and from there behind it.
    for start in (0..list.len().div_ceil(2)).rev() {
        sift_down(list, start, compare);
    }
    for end in (1..list.len()).rev() {
        list.swap(0, end);
        if let Some(heap) = list.get_mut(..end) {
            sift_down(heap, 0, compare);
        }
    }
}

/// Moves an element down until it is no smaller than both below it.
fn sift_down<T>(heap: &mut [T], start: usize, compare: &dyn Fn(&T, &T) -> Ordering) {
    let is_less = |heap: &[T], one: usize, other: usize| match (heap.get(one), heap.get(other)) {
        (Some(one), Some(other)) => compare(one, other) == Ordering::Less,
        // Where there is nothing, there is nothing to move.
        (None, _) | (_, None) => false,
    };
    let mut at = start;
    loop {
        let left = at.saturating_mul(2).saturating_add(1);
        let right = left.saturating_add(1);
        let largest = if is_less(heap, left, right) {
            right
        } else {
            left
        };
        if !is_less(heap, at, largest) {
            return;
        }
        heap.swap(at, largest);
        at = largest;
    }
}

/// Sorts numbers, and leaves each of them in the list once.
pub(crate) fn sort_and_dedup(numbers: &mut Vec<u64>) {
    heapsort(numbers, &u64::cmp);
    numbers.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists of every length up to 40, with few different keys, and the place of each thing.
    fn lists() -> impl Iterator<Item = Vec<(u32, u32)>> {
        let mut state = 1_u32;
        (0..40).map(move |length| {
            let thing = |place| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 29, place)
            };
            (0..length).map(thing).collect()
        })
    }

    #[test]
    fn insertion_sort_keeps_the_order_of_equals() {
        for mut list in lists() {
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            insertion_sort(&mut list, |(key, _)| *key);
            assert_eq!(list, sorted);
        }
    }

    #[test]
    fn heapsort_sorts_as_the_standard_library_does() {
        for mut list in lists() {
            let mut sorted = list.clone();
            sorted.sort_unstable();
            heapsort(&mut list, &Ord::cmp);
            assert_eq!(list, sorted);
        }
    }

    #[test]
    fn heapsort_sorts_every_order_of_six() {
        for code in 0..6_usize.pow(6) {
            let digit = |place| code / 6_usize.pow(place) % 6;
            let mut list: Vec<usize> = (0..6).map(digit).collect();
            let mut sorted = list.clone();
            sorted.sort_unstable();
            heapsort(&mut list, &Ord::cmp);
            assert_eq!(list, sorted);
        }
    }

    #[test]
    fn numbers_are_there_once() {
        let mut numbers = vec![7, 3, 7, 0, 3];
        sort_and_dedup(&mut numbers);
        assert_eq!(numbers, [0, 3, 7]);
    }
}
