//! What is included and what is needed, as bars.

use leptos::prelude::*;

use crate::engine::{Quota, QuotaStatus};
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The width of a bar.
const WIDTH: u64 = 1000;

/// A bar for every dimension that is included or needed.
pub(in crate::widget) fn quotas(state: State) -> Node {
    let shown = Memo::new(move |_| {
        let picture = state.picture()?;
        let quotas = picture.chosen()?.quotas.iter();
        let quotas = quotas.filter(|quota| quota.demand > 0 || quota.limit != Some(0));
        Some(quotas.map(|q| q.dimension.clone()).collect::<Vec<Id>>())
    });
    let shown = move || shown.try_get().flatten().unwrap_or_default();
    let none = move || shown().is_empty();

    tag::div()
        .part("quotas")
        .class("quotas")
        .attr("hidden", none)
        .child(tag::h3().class("heading").child(say(state, "ui-quotas")))
        .child(
            tag::ul()
                .class("bars")
                .child(each(shown, ToString::to_string, move |id| bar(state, id))),
        )
        .into_node()
}

/// A dimension.
fn bar(state: State, id: Id) -> Node {
    let dimension = {
        let id = id.clone();
        StoredValue::new(id)
    };
    let quota = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture()?;
            let mut quotas = picture.chosen()?.quotas.iter();
            quotas.find(|quota| quota.dimension == id).cloned()
        })
    };
    let quota = move || quota.try_get().flatten();
    let label = move || {
        let picture = state.picture()?;
        let dimension = picture.card.dimension(&dimension.try_get_value()?)?;
        Some(state.label(&dimension.label))
    };
    let figures = move || {
        let Quota { limit, demand, .. } = quota()?;
        let picture = untrack(|| state.picture())?;
        let unit = &picture.card.dimension(&dimension.try_get_value()?)?.unit;
        let word = match limit {
            Some(0) => Word::new("ui-argument").with("is", Arg::Quantity(demand, unit.clone())),
            Some(limit) => Word::new("ui-quota")
                .with("demand", Arg::Count(demand))
                .with("limit", Arg::Quantity(limit, unit.clone())),
            None => {
                Word::new("ui-quota-unlimited").with("demand", Arg::Quantity(demand, unit.clone()))
            }
        };
        Some(phrase(state, word))
    };
    let status = move || quota().map(|quota| quota.status);
    let verdict = move || {
        let status = status()?;
        let (sign, word) = match status {
            QuotaStatus::Within => ("✓", "ui-status-within"),
            QuotaStatus::Overage => ("+", "ui-status-overage"),
            QuotaStatus::AddOn => ("+", "ui-status-add-on"),
            QuotaStatus::Exceeded => ("✕", "ui-status-exceeded"),
            QuotaStatus::ContactSales => ("?", "ui-status-contact"),
        };
        Some((
            tag::span()
                .class("sign")
                .attr("aria-hidden", "true")
                .child(sign),
            " ",
            say(state, word),
        ))
    };
    // The longer of the two is the whole bar.
    let within = move || {
        let Quota { limit, demand, .. } = quota()?;
        let limit = limit?;
        Some(share(demand.min(limit), demand.max(limit)))
    };
    let beyond = move || {
        let Quota { limit, demand, .. } = quota()?;
        let limit = limit?;
        (demand > limit).then(|| WIDTH.saturating_sub(share(limit, demand)))
    };
    let mark = move || WIDTH.saturating_sub(beyond().unwrap_or_default());
    let width = |width: Option<u64>| width.unwrap_or_default().to_string();
    let unlimited = move || quota().is_some_and(|quota| quota.limit.is_none());

    tag::li()
        .part("quota")
        .class("bar")
        .attr("data-quota", id.to_string())
        .attr("data-status", move || status().map(QuotaStatus::as_str))
        .attr("data-limit", move || {
            let quota = quota()?;
            Some(
                quota
                    .limit
                    .map_or_else(|| String::from("unlimited"), |l| l.to_string()),
            )
        })
        .attr("data-demand", move || Some(quota()?.demand.to_string()))
        .child(tag::span().class("bar-label").child(label))
        .child(tag::span().class("bar-figures").child(figures))
        .child(
            tag::svg()
                .class("bar-picture")
                .attr("viewBox", "0 0 1000 8")
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(
                    tag::rect()
                        .attr("class", move || match unlimited() {
                            true => "bar-room bar-open",
                            false => "bar-room",
                        })
                        .attr("width", WIDTH.to_string())
                        .attr("height", "8"),
                )
                .child(
                    tag::rect()
                        .class("bar-within")
                        .attr("width", move || width(within()))
                        .attr("height", "8"),
                )
                .child(
                    tag::rect()
                        .class("bar-beyond")
                        .attr("x", move || mark().to_string())
                        .attr("width", move || width(beyond()))
                        .attr("height", "8"),
                ),
        )
        .child(tag::span().class("bar-verdict").child(verdict))
        .into_node()
}

/// A part of a whole, as a part of the bar's width.
fn share(part: u64, whole: u64) -> u64 {
    let scaled = u128::from(part).saturating_mul(u128::from(WIDTH));
    let share = scaled.checked_div(u128::from(whole)).unwrap_or_default();
    u64::try_from(share).unwrap_or(WIDTH)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_of_the_bar() {
        assert_eq!(share(0, 0), 0);
        assert_eq!(share(1, 4), 250);
        assert_eq!(share(u64::MAX, u64::MAX), 1000);
    }
}
