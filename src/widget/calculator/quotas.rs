//! What is included and what is needed, as bars.

use leptos::prelude::*;

use crate::engine::{Quota, QuotaStatus};
use crate::text::Id;
use crate::widget::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The width of a bar.
const WIDTH: u64 = 1000;

/// By name: see `total.rs`.
const HIDDEN: &str = "true";

/// A bar for every dimension that is included or needed.
#[component]
pub(in crate::widget) fn Quotas(
    /// The widget.
    state: State,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let picture = state.picture()?;
        let quotas = picture.chosen()?.quotas.iter();
        let quotas = quotas.filter(|quota| quota.demand > 0 || quota.limit != Some(0));
        Some(quotas.map(|q| q.dimension.clone()).collect::<Vec<Id>>())
    });
    let shown = move || shown.try_get().flatten().unwrap_or_default();
    let none = move || shown().is_empty();
    view! {
        <div part="quotas" class="quotas" hidden=none>
            <h3 class="heading">
                <Say state id="ui-quotas" />
            </h3>
            <ul class="bars">
                <For each=shown key=|id| id.clone() let:id>
                    <Bar state id />
                </For>
            </ul>
        </div>
    }
}

/// A dimension.
#[component]
fn Bar(state: State, id: Id) -> impl IntoView {
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
        Some(view! { <Phrase state word /> })
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
        Some(view! {
            <span class="sign" aria-hidden=HIDDEN>
                {sign}
            </span>
            " "
            <Say state id=word />
        })
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
    view! {
        <li
            part="quota"
            class="bar"
            data-quota=id.to_string()
            data-status=move || status().map(QuotaStatus::as_str)
            data-limit=move || {
                let quota = quota()?;
                Some(quota.limit.map_or_else(|| String::from("unlimited"), |l| l.to_string()))
            }
            data-demand=move || Some(quota()?.demand.to_string())
        >
            <span class="bar-label">{label}</span>
            <span class="bar-figures">{figures}</span>
            <svg
                class="bar-picture"
                viewBox="0 0 1000 8"
                preserveAspectRatio="none"
                aria-hidden=HIDDEN
                focusable="false"
            >
                <rect
                    class="bar-room"
                    class:bar-open=unlimited
                    width=WIDTH.to_string()
                    height="8"
                />
                <rect class="bar-within" width=move || width(within()) height="8" />
                <rect
                    class="bar-beyond"
                    x=move || mark().to_string()
                    width=move || width(beyond())
                    height="8"
                />
            </svg>
            <span class="bar-verdict">{verdict}</span>
        </li>
    }
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
