//! What stands in a cell: each kind looks different and says in words what it is.

use std::sync::Arc;

use crate::card::{FeatureValue, Limit};
use crate::engine::{ProblemCode, Quota, QuotaStatus, Subject};
use crate::text::{Id, Unit};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::pieces::visually_hidden;
use crate::widget::state::State;
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// What an edition has of a feature, and that it is needed where it is not there.
pub(super) fn feature_cell(state: State, edition: &Id, feature: &Id, value: &FeatureValue) -> Node {
    match value {
        FeatureValue::Yes => mark(state, "yes", "ui-yes"),
        FeatureValue::No => (
            mark(state, "no", "ui-no"),
            missing(state, edition.clone(), feature.clone()),
        )
            .into_node(),
        FeatureValue::Unlimited => quantity(state, None).into_node(),
        FeatureValue::Number(number) => quantity(state, Some(Arg::Count(*number))).into_node(),
        FeatureValue::Text(text) => {
            let text = text.clone();
            tag::span()
                .class("words")
                .attr("data-kind", "text")
                .child(move || say_label(state, &text))
                .into_node()
        }
    }
}

/// What is not there, in a word.
pub(super) fn quiet_cell(state: State, kind: &'static str, id: &'static str) -> Element {
    tag::span()
        .class("quiet")
        .attr("data-kind", kind)
        .child(say(state, id))
}

/// A sign with its meaning in a word.
fn mark(state: State, kind: &'static str, id: &'static str) -> Node {
    tag::span()
        .class("mark")
        .attr("data-kind", kind)
        .child(visually_hidden(say(state, id)))
        .into_node()
}

/// That what is not there is needed.
fn missing(state: State, edition: Id, feature: Id) -> Node {
    let missing = state.memo_of_edition(edition, move |item| {
        let is_missing = |code| code == ProblemCode::MissingFeature;
        let mut problems = item.problems.iter().filter(|p| is_missing(p.code));
        problems
            .any(|problem| problem.subject == Subject::Feature(feature.clone()))
            .then_some(())
    });
    (move || {
        missing.get()?;
        let why = tag::span().part("fate").class("why");
        Some(why.child(say(state, "ui-need-missing")))
    })
    .into_node()
}

/// A quantity, or that there is no limit.
fn quantity(state: State, amount: Option<Arg>) -> Element {
    let (kind, word) = match amount {
        Some(amount) => ("number", argument(amount)),
        None => ("unlimited", Word::new("ui-includes-unlimited")),
    };
    tag::span()
        .class("figure")
        .attr("data-kind", kind)
        .child(phrase(state, word))
}

/// What an edition includes, and what becomes of the demand; where nothing is demanded, whether more can be had.
pub(super) fn limit_cell(
    state: State,
    edition: &Id,
    dimension: &Id,
    limit: Limit,
    unit: Arc<Unit>,
    beyond: QuotaStatus,
) -> Node {
    let id = dimension.clone();
    let quota = state.memo_of_edition(edition.clone(), move |item| {
        let mut quotas = item.quotas.iter();
        quotas.find(|quota| quota.dimension == id).cloned()
    });
    let more = match beyond {
        _ if limit == Limit::Unlimited => None,
        QuotaStatus::Overage | QuotaStatus::AddOn => Some("ui-more-sold"),
        QuotaStatus::ContactSales => Some("ui-more-on-request"),
        QuotaStatus::Within | QuotaStatus::Exceeded => None,
    };
    (move || {
        let quota = quota.get();
        // Where there is no answer, it is what the card says.
        let included = quota.as_ref().map_or(limit.number(), |quota| quota.limit);
        let amount = included.map(|number| Arg::Quantity(number, Arc::clone(&unit)));
        let beside = match &quota {
            Some(quota) if quota.demand > 0 => Some(fate(state, quota)),
            _ => more.map(|id| {
                let why = tag::span().class("why").attr("data-more", id);
                why.child(say(state, id))
            }),
        };
        tag::span()
            .part("quota-limit")
            .class("limit")
            .attr("data-status", quota.as_ref().map(|q| q.status.as_str()))
            .attr("data-limit", included.map(|limit| limit.to_string()))
            .attr("data-demand", quota.map(|quota| quota.demand.to_string()))
            .child(quantity(state, amount))
            .child(beside)
    })
    .into_node()
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
