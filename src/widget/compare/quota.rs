//! What an edition includes.

use std::sync::Arc;

use crate::card::Dimension;
use crate::engine::{Quota, QuotaStatus};
use crate::text::{Id, Unit};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::State;
use crate::widget::words::phrase::{argument, phrase, say};
use crate::word::{Arg, Word};

/// What an edition includes of a dimension, and what becomes of the demand.
pub(super) fn included(state: State, edition: Id, dimension: Dimension) -> Node {
    let Dimension { id, unit, .. } = dimension;
    let quota = state.memo_of_edition(edition, move |item| {
        let mut quotas = item.quotas.iter();
        quotas.find(|quota| quota.dimension == id).cloned()
    });

    (move || match quota.get() {
        Some(quota) => limit(state, &quota, &unit),
        None => tag::span()
            .class("quiet")
            .attr("data-kind", "none")
            .child(say(state, "ui-none-included")),
    })
    .into_node()
}

/// How much is included.
fn limit(state: State, quota: &Quota, unit: &Arc<Unit>) -> Element {
    let word = match quota.limit {
        Some(0) if quota.status == QuotaStatus::ContactSales => Word::new("ui-upon-request"),
        Some(limit) => argument(Arg::Quantity(limit, Arc::clone(unit))),
        None => Word::new("ui-includes-unlimited"),
    };
    tag::span()
        .part("quota-limit")
        .class("limit")
        .attr("data-status", quota.status.as_str())
        .attr("data-limit", quota.limit.map(|limit| limit.to_string()))
        .attr("data-demand", quota.demand.to_string())
        .child(tag::span().class("figure").child(phrase(state, word)))
        .child((quota.demand > 0).then(|| fate(state, quota)))
}

/// What becomes of the demand.
fn fate(state: State, quota: &Quota) -> Element {
    let id = match quota.status {
        QuotaStatus::Within => "ui-need-within",
        QuotaStatus::Overage => "ui-need-overage",
        QuotaStatus::AddOn => "ui-need-add-on",
        QuotaStatus::Exceeded => "ui-need-exceeded",
        QuotaStatus::ContactSales => "ui-need-contact-sales",
    };
    let word = Word::new(id).with("demand", Arg::Count(quota.demand));
    tag::span()
        .part("fate")
        .class("why")
        .child(phrase(state, word))
}
