//! Short lists in order.

/// Puts a short list in order; what is equal stays as it was.
///
/// The standard library's sorting, made for long lists, is compiled for every kind of list anew and
/// weighs 3 kB each time. Here a list that is nearly in order, as most are, costs a step for each thing.
pub(crate) fn sort_short<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
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

#[cfg(test)]
mod tests {
    use super::sort_short;

    #[test]
    fn as_the_standard_library_sorts() {
        let mut state = 1_u32;
        for length in 0..40 {
            let mut list: Vec<(u32, u32)> = (0..length)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 29, place)
                })
                .collect();
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            sort_short(&mut list, |(key, _)| *key);
            assert_eq!(list, sorted);
        }
    }
}
