//! A number for each month, whatever the number of months.

/// A month of a series: where the series is too short, its last month goes on.
pub(super) fn fitted(series: &[u64], month: usize) -> u64 {
    let known = series.get(month).or(series.last());
    known.copied().unwrap_or_default()
}
