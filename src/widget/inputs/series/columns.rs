//! The months of a series as columns: what is included in the colour of the plan, what is beyond hatched.

use super::Series;
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::axis::{LENGTH, percent};
use crate::widget::shared::kind::{Kind, filled};
use crate::widget::signals::Memo;
use crate::widget::state::State;

/// The height of the tallest column, and what is left above it for its number, in pixels.
const HEIGHT: u64 = 72;
const ABOVE: u64 = 18;

/// What of the width of a month its column takes, in hundredths.
const WIDTH: u64 = 70;

/// The columns, with the numbers of the first and the last month. The fields below say the same.
pub(super) fn columns(state: State, series: Series) -> Element {
    let limit = state.memo_of_chosen(move |item| {
        let id = series.dimension();
        let mut quotas = item.quotas.iter();
        quotas.find(|quota| quota.dimension == id)?.limit
    });
    let numbers = Memo::new(move |_| {
        let months = 0..series.months();
        months
            .map(|month| series.in_month(month))
            .collect::<Vec<_>>()
    });
    let drawn = move || {
        let (numbers, limit) = (numbers.get(), limit.get());
        let top = numbers.iter().copied().max().unwrap_or_default();
        let last = numbers.len().saturating_sub(1);
        let steps = u64::try_from(numbers.len()).unwrap_or(1).max(1);
        let step = LENGTH.checked_div(steps).unwrap_or_default();
        let columns = numbers.into_iter().enumerate().map(|(month, number)| {
            let at = u64::try_from(month)
                .unwrap_or_default()
                .saturating_mul(step);
            let label = (month == 0 || month == last).then(|| state.number(number));
            let place = Place {
                at,
                step,
                is_last: month == last && month > 0,
            };
            column(place, parts(number, limit, top), label)
        });
        many(columns)
    };
    tag::svg()
        .class("series-columns")
        .attr("height", ABOVE.saturating_add(HEIGHT).to_string())
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(drawn)
}

/// Where a column stands.
struct Place {
    at: u64,
    step: u64,
    is_last: bool,
}

/// A column, with its number above it where there is one.
fn column(place: Place, (within, beyond): (u64, u64), label: Option<String>) -> Element {
    let Place { at, step, is_last } = place;
    let bottom = ABOVE.saturating_add(HEIGHT);
    let width = percent(step.saturating_mul(WIDTH) / 100);
    let part = |kind, height: u64, below: u64| {
        let y = bottom.saturating_sub(below).saturating_sub(height);
        filled(kind)
            .attr("x", percent(at))
            .attr("width", width.clone())
            .attr("y", y.to_string())
            .attr("height", height.to_string())
            .attr("rx", "2")
    };
    let top = bottom.saturating_sub(within).saturating_sub(beyond);
    let (x, anchor) = match is_last {
        true => (at.saturating_add(step.saturating_mul(WIDTH) / 100), "end"),
        false => (at, "start"),
    };
    let label = label.map(|label| {
        tag::text()
            .attr("x", percent(x))
            .attr("y", top.saturating_sub(5).to_string())
            .attr("text-anchor", anchor)
            .attr("translate", "no")
            .child(label)
    });
    tag::g()
        .child(part(Kind::Plan, within, 0))
        .child(part(Kind::Used, beyond, within))
        .child(label)
}

/// How tall what is included and what is beyond are, where `top` is as tall as can be.
fn parts(number: u64, limit: Option<u64>, top: u64) -> (u64, u64) {
    let tall = |number: u64| {
        let scaled = u128::from(number).saturating_mul(u128::from(HEIGHT));
        let tall = scaled.checked_div(u128::from(top)).unwrap_or_default();
        u64::try_from(tall).unwrap_or(HEIGHT)
    };
    let within = tall(limit.map_or(number, |limit| number.min(limit)));
    (within, tall(number).saturating_sub(within))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tallest_column_is_as_tall_as_can_be() {
        assert_eq!(parts(60_000, Some(10_000), 60_000), (12, 60));
        assert_eq!(parts(5_000, Some(10_000), 60_000), (6, 0));
        assert_eq!(parts(60_000, None, 60_000), (HEIGHT, 0));
        assert_eq!(parts(0, Some(0), 0), (0, 0));
        assert_eq!(parts(u64::MAX, Some(0), u64::MAX), (0, HEIGHT));
    }
}
