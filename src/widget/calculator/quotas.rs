//! What is included and what is needed, as bars.

use crate::engine::{Quota, QuotaStatus};
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::shared::icon::{MIND, PLUS, TICK, icon};
use crate::widget::shared::kind::Kind;
use crate::widget::shared::pieces::{fold, fold_summary, heading};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// The width of a bar.
const WIDTH: u64 = 1000;

/// A bar for every dimension that is needed; what is included beside them is folded into a sentence.
pub(super) fn quotas(state: State) -> Node {
    let of = move |is_needed: bool| {
        state.memo_of_chosen(move |item| {
            let quotas = item.quotas.iter();
            let quotas = quotas.filter(|quota| quota.demand > 0 || quota.limit != Some(0));
            let quotas = quotas.filter(|quota| (quota.demand > 0) == is_needed);
            Some(quotas.map(|q| q.dimension.clone()).collect::<Vec<Id>>())
        })
    };
    let (needed, others) = (of(true), of(false));
    let is_empty = move || none(needed) && none(others);

    let sold = state.memo_of_chosen(|item| item.is_on_request().then_some("on-request"));
    tag::div()
        .part("quotas")
        .attr("data-sold", move || sold.get())
        .attr("hidden", is_empty)
        .child(heading(state, "ui-quotas").class("heading visually-hidden"))
        .child(bars(state, needed))
        .child(further(state, others))
        .into_node()
}

fn none(ids: Memo<Option<Vec<Id>>>) -> bool {
    ids.get().is_none_or(|ids| ids.is_empty())
}

fn bars(state: State, ids: Memo<Option<Vec<Id>>>) -> Element {
    let shown = move || ids.get().unwrap_or_default();
    let bars = each(shown, ToString::to_string, move |id| bar(state, id));
    tag::ul()
        .class("bars")
        .attr("hidden", move || none(ids))
        .child(bars)
}

/// How many further limits there are, none of which anything is asked of; on demand, which.
fn further(state: State, ids: Memo<Option<Vec<Id>>>) -> Element {
    let count = Memo::new(move |_| ids.get().map_or(0, |ids| ids.len()));
    let title = move || {
        let count = u64::try_from(count.get()).unwrap_or_default();
        let word = Word::new("ui-further-limits").with("count", Arg::Count(count));
        phrase(state, word)
    };
    let around = tag::details().part("further-limits").class("fold is-met");
    fold(state, String::from("further-limits"), false, around)
        .attr("hidden", move || none(ids))
        .child(fold_summary(TICK, title))
        .child(bars(state, ids))
}

/// A dimension.
fn bar(state: State, id: Id) -> Element {
    let hook = id.to_string();
    let dimension = StoredValue::new(id.clone());
    let quota = state.memo_of_chosen(move |item| {
        let mut quotas = item.quotas.iter();
        quotas.find(|quota| quota.dimension == id).cloned()
    });
    let label = move || {
        let picture = state.picture()?;
        let dimension = picture.card.dimension(&dimension.try_get_value()?)?;
        Some(say_label(state, &dimension.label))
    };
    let figures = move || {
        Some(phrase(
            state,
            figures(state, &dimension.try_get_value()?, quota.get()?)?,
        ))
    };
    let beyond = state.memo(move |picture| kind_beyond(picture, &dimension.try_get_value()?));
    let status = move || quota.get().map(|quota| quota.status.as_str());
    let limit = move || match quota.get()?.limit {
        Some(limit) => Some(limit.to_string()),
        None => Some(String::from("unlimited")),
    };

    tag::li()
        .part("quota")
        .class("bar")
        .attr("data-quota", hook)
        .attr("data-status", status)
        .attr("data-kind", move || beyond.get().map(Kind::as_str))
        .attr("data-limit", limit)
        .attr("data-demand", move || Some(quota.get()?.demand.to_string()))
        .child(tag::span().class("bar-label").child(label))
        .child(tag::span().class("bar-figures").child(figures))
        .child(picture(quota))
        .child(
            tag::span()
                .class("bar-verdict")
                .child(move || Some(verdict(state, quota.get()?.status, beyond.get()))),
        )
}

/// What is needed and what is included, in a sentence.
fn figures(state: State, dimension: &str, quota: Quota) -> Option<Word> {
    let Quota { limit, demand, .. } = quota;
    // Not the one of the quota: the labels may have come in another language since.
    let card = state.card()?;
    let unit = &card.dimension(dimension)?.unit;
    let quantity = |number| Arg::Quantity(number, unit.clone());
    Some(match limit {
        Some(0) => argument(quantity(demand)),
        Some(limit) if demand > limit => Word::new("ui-quota-beyond")
            .with("demand", Arg::Count(demand))
            .with("limit", quantity(limit)),
        Some(limit) => Word::new("ui-quota")
            .with("demand", Arg::Count(demand))
            .with("limit", quantity(limit)),
        None => Word::new("ui-quota-unlimited").with("demand", quantity(demand)),
    })
}

/// What is paid for more of a dimension than is included; packs where there are any, whatever is left beside
/// them.
fn kind_beyond(picture: &Picture, dimension: &Id) -> Option<Kind> {
    let card = &picture.card;
    let paid = picture.chosen()?.lines.iter();
    let paid = paid.filter(|line| !line.amount.is_zero());
    let counts = |charge: &Id| {
        card.charge(charge)
            .is_some_and(|c| c.model.counts(dimension))
    };
    let kinds = paid.filter(|line| counts(&line.charge));
    let kinds = kinds.map(|line| Kind::of(card, &line.charge));
    kinds.min_by_key(|kind| *kind != Kind::Packs)
}

/// What becomes of the demand.
fn verdict(state: State, status: QuotaStatus, beyond: Option<Kind>) -> Node {
    let (mark, word) = match status {
        QuotaStatus::Within => (TICK, "ui-status-within"),
        QuotaStatus::Overage if beyond == Some(Kind::Packs) => (PLUS, "ui-status-packs"),
        QuotaStatus::Overage => (PLUS, "ui-status-overage"),
        QuotaStatus::AddOn => (PLUS, "ui-status-add-on"),
        QuotaStatus::Exceeded => (MIND, "ui-status-exceeded"),
        QuotaStatus::ContactSales => (MIND, "ui-status-contact"),
    };
    (icon(mark), " ", say(state, word)).into_node()
}

/// The bar itself: what is included, how much of that is needed, and what is needed beyond.
fn picture(quota: Memo<Option<Quota>>) -> Element {
    let room = move || match quota.get().is_some_and(|quota| quota.limit.is_none()) {
        true => "bar-room bar-open",
        false => "bar-room",
    };
    let within = move || quota.get().map_or(0, within);
    let beyond = move || quota.get().map_or(0, beyond);

    tag::svg()
        .class("bar-picture")
        .attr("viewBox", "0 0 1000 8")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            tag::rect()
                .attr("class", room)
                .attr("width", WIDTH.to_string())
                .attr("height", "8"),
        )
        .child(
            tag::rect()
                .class("bar-within")
                .attr("width", move || within().to_string())
                .attr("height", "8"),
        )
        .child(
            tag::rect()
                .class("bar-beyond")
                .attr("x", move || WIDTH.saturating_sub(beyond()).to_string())
                .attr("width", move || beyond().to_string())
                .attr("height", "8"),
        )
}

/// The width of what is needed and included. The longer of the two is the whole bar.
fn within(Quota { limit, demand, .. }: Quota) -> u64 {
    limit.map_or(0, |limit| share(demand.min(limit), demand.max(limit)))
}

/// The width of what is needed and not included.
fn beyond(Quota { limit, demand, .. }: Quota) -> u64 {
    let limit = limit.filter(|limit| demand > *limit);
    limit.map_or(0, |limit| WIDTH.saturating_sub(share(limit, demand)))
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
