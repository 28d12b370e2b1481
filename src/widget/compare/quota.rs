//! What an edition includes.

use std::sync::Arc;

use super::table::of;
use crate::card::Dimension;
use crate::engine::{Quota, QuotaStatus};
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// What an edition includes of a dimension, and what becomes of the demand.
pub(super) fn included(state: State, edition: Id, dimension: Dimension) -> Node {
    let Dimension { id, unit, .. } = dimension;
    let quota = Memo::new(move |_| {
        of(state, &edition, |item| {
            item.quotas
                .iter()
                .find(|quota| quota.dimension == id)
                .cloned()
        })
    });

    (move || {
        let Some(Quota {
            limit,
            demand,
            status,
            ..
        }) = quota.try_get().flatten()
        else {
            return tag::span()
                .class("quiet")
                .attr("data-kind", "none")
                .child(say(state, "ui-none-included"))
                .into_node();
        };
        let word = match limit {
            Some(limit) => {
                let limit = Arg::Quantity(limit, Arc::clone(&unit));
                Word::new("ui-argument").with("is", limit)
            }
            None => Word::new("ui-includes-unlimited"),
        };
        let fate = (demand > 0).then(|| {
            let id = match status {
                QuotaStatus::Within => "ui-need-within",
                QuotaStatus::Overage => "ui-need-overage",
                QuotaStatus::AddOn => "ui-need-add-on",
                QuotaStatus::Exceeded => "ui-need-exceeded",
                QuotaStatus::ContactSales => "ui-need-contact-sales",
            };
            let word = Word::new(id).with("demand", Arg::Count(demand));
            tag::span()
                .part("fate")
                .class("why")
                .child(phrase(state, word))
        });
        tag::span()
            .part("quota-limit")
            .class("limit")
            .attr("data-status", status.as_str())
            .attr("data-limit", limit.map(|limit| limit.to_string()))
            .attr("data-demand", demand.to_string())
            .child(tag::span().class("figure").child(phrase(state, word)))
            .child(fate)
            .into_node()
    })
    .into_node()
}
