//! Growth at one rate from a quantity to another, in whole numbers.

use core::cmp::Ordering;

/// One quantity for each month, from the first to the last one given.
///
/// Between them each grows at the same rate, and is rounded from the exact number, which is a root:
/// `first^(1 - m/k) × last^(m/k)` in month `m` of `k`. It is compared with by its `k`-th power, so that there
/// is neither a float nor an error that adds up. There is no rate from nothing or to nothing: those go by
/// even steps.
pub(super) fn toward(first: u64, last: u64, months: usize) -> Vec<u64> {
    let steps = u32::try_from(months.saturating_sub(1)).unwrap_or(u32::MAX);
    if steps == 0 {
        return vec![last; months];
    }
    let at: fn(u64, u64, u32, u32) -> u64 = match first == 0 || last == 0 {
        true => by_even_steps,
        false => at_one_rate,
    };
    (0..=steps)
        .map(|step| at(first, last, step, steps))
        .collect()
}

fn by_even_steps(first: u64, last: u64, step: u32, steps: u32) -> u64 {
    let [first, last] = [first, last].map(i128::from);
    let [step, steps] = [step, steps].map(i128::from);
    let gone = last.saturating_sub(first).saturating_mul(step);
    let exact = first.saturating_mul(steps).saturating_add(gone);
    let half_more = exact.saturating_mul(2).saturating_add(steps);
    let rounded = half_more.checked_div_euclid(steps.saturating_mul(2));
    u64::try_from(rounded.unwrap_or_default()).unwrap_or_default()
}

fn at_one_rate(first: u64, last: u64, step: u32, steps: u32) -> u64 {
    let mut exact = Large::one();
    for number in 0..steps {
        exact.multiply(2);
        exact.multiply(if number < step { last } else { first });
    }
    // The largest whole number that is not above the exact one by more than a half.
    let is_above = |quantity: u64| {
        let double_less_one = quantity.saturating_mul(2).saturating_sub(1);
        let mut power = Large::one();
        for _ in 0..steps {
            power.multiply(double_less_one);
        }
        power.compare(&exact) == Ordering::Greater
    };
    let (mut low, mut high) = (first.min(last), first.max(last));
    while low < high {
        let middle = low.saturating_add(high.saturating_sub(low).div_ceil(2));
        match is_above(middle) {
            true => high = middle.saturating_sub(1),
            false => low = middle,
        }
    }
    low
}

/// A whole number of any size, the least significant part first.
struct Large(Vec<u64>);

impl Large {
    fn one() -> Self {
        Self(vec![1])
    }

    fn multiply(&mut self, by: u64) {
        let mut carry = 0_u128;
        for part in &mut self.0 {
            let product = u128::from(*part).saturating_mul(u128::from(by));
            let sum = product.saturating_add(carry);
            carry = sum >> 64;
            *part = u64::try_from(sum & u128::from(u64::MAX)).unwrap_or_default();
        }
        if let Ok(carry) = u64::try_from(carry)
            && carry > 0
        {
            self.0.push(carry);
        }
    }

    /// Neither has empty parts at its end, as none is ever multiplied by nothing.
    fn compare(&self, other: &Self) -> Ordering {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::toward;

    #[test]
    fn the_last_month_is_what_was_asked_for() {
        let year = [
            8_000, 9_608, 11_540, 13_859, 16_645, 19_991, 24_010, 28_837, 34_634, 41_596, 49_957,
            60_000,
        ];
        let mut series = toward(8_000, 60_000, 12);
        assert_eq!((series[0], series[11]), (8_000, 60_000));
        assert!(series.windows(2).all(|pair| pair[0] < pair[1]));
        // Python: round(8000 * (60000 / 8000) ** (m / 11)), none of them near a half.
        assert_eq!(series, year);
        series.reverse();
        assert_eq!(toward(60_000, 8_000, 12), series);
        assert_eq!(toward(1, 4, 3), [1, 2, 4]);
        assert_eq!(toward(1, 9, 3), [1, 3, 9]);
        assert_eq!(toward(5, 5, 4), [5; 4]);
        assert_eq!(toward(5, 9, 1), [9]);
        assert!(toward(5, 9, 0).is_empty());
        assert_eq!(toward(0, 10, 5), [0, 3, 5, 8, 10]);
        assert_eq!(toward(10, 0, 3), [10, 5, 0]);
        let most = 1_000_000_000_000;
        let long = toward(1, most, 36);
        assert_eq!((long[0], long[35]), (1, most));
        assert_eq!(toward(1, most, 13)[6], 1_000_000);
    }
}
