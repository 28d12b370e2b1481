//! What is needed: a field for every dimension of the card, and the months.

mod calls;
pub(in crate::widget) mod edition;
pub(in crate::widget) mod entry;
mod field;
mod needs;
mod series;
mod time;

use std::sync::Arc;

use crate::card::{Card, Dimension};
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};
use calls::calls_fields;
use entry::Bounds;
use field::{Asked, NumberField};
use needs::needs;
use series::{Series, by_month};
use time::time;

/// The fields: what has a price first, the rest by the card's headings.
pub(in crate::widget) fn inputs(state: State, card: Arc<Card>) -> Node {
    let field = |dimension: &Dimension| {
        let charged = card.is_charged(&dimension.id);
        dimension_field(state, dimension.clone(), charged)
    };
    let (charged, others): (Vec<_>, Vec<_>) =
        card.dimensions.iter().partition(|d| card.is_charged(&d.id));
    let charged = charged.into_iter().map(field).collect::<Vec<_>>();
    let groups = by_group(&card, others)
        .into_iter()
        .map(|(group, dimensions)| {
            let fields = many(dimensions.into_iter().map(field));
            let heading = group.map(|label| Arc::new(label.clone()));
            let heading = move || match &heading {
                Some(label) => state.label(label),
                None => state.say(&Word::new("ui-other")),
            };
            tag::fieldset()
                .part("group")
                .class("group")
                .child(tag::legend().class("legend").child(heading))
                .child(tag::div().class("fields").child(fields))
        });
    let groups: Vec<_> = groups.collect();
    // What the host demands from the start is not to be hidden.
    let open = state.question().is_some_and(|question| {
        let mut demand = question.item.demand.iter();
        demand.any(|(id, _)| !card.is_charged(id))
    });
    let more = (!groups.is_empty()).then(|| {
        tag::details()
            .part("more-inputs")
            .class("more")
            .attr("open", open)
            .child(tag::summary().child(say(state, "ui-other-needs")))
            .child(
                tag::p()
                    .class("help")
                    .child(say(state, "ui-other-needs-help")),
            )
            .child(groups)
    });
    let numbers = (!charged.is_empty()).then(|| {
        tag::fieldset()
            .part("inputs")
            .class("inputs")
            .child(
                tag::legend()
                    .part("legend")
                    .class("legend")
                    .child(say(state, "ui-your-numbers")),
            )
            .child(tag::div().class("fields").child(charged))
    });
    let time = time(state, Arc::clone(&card));
    (numbers, time, needs(state, card), more).into_node()
}

/// The field of a dimension.
fn dimension_field(state: State, dimension: Dimension, charged: bool) -> Node {
    let bounds = Bounds {
        min: dimension.min,
        max: dimension.max,
        default: dimension.default,
    };
    let field = format!("dimension-{}", dimension.id);
    let asked = Asked {
        id: field.clone(),
        dimension: Some(dimension.id.to_string()),
        bounds,
    };
    let series = Series::new(state, &dimension.id, bounds);
    let calls = dimension.calls.then(|| dimension.clone());
    let id = StoredValue::new(dimension.id.clone());
    let dimension = StoredValue::new(dimension);
    let default = bounds.default;
    let value = Memo::new(move |_| {
        let question = state.question();
        let given = question.and_then(|q| id.try_with_value(|id| q.demand_in(id, 0)).flatten());
        given.unwrap_or(default)
    });
    let label = move || {
        let label = dimension.try_with_value(|d| state.label(&d.label));
        label.unwrap_or_default()
    };
    let unit = move || {
        let unit = dimension.try_with_value(|d| Arc::clone(&d.unit));
        let (Some(unit), Some(format)) = (unit, state.format()) else {
            return String::new();
        };
        String::from(format.unit(&unit, value.try_get().unwrap_or_default()))
    };
    let help = move || {
        let help = dimension.try_with_value(|d| d.help.as_ref().map(|help| state.label(help)));
        let text = help.flatten()?;
        Some(Word::new("ui-argument").with("is", Arg::Text(text)))
    };
    let hint = Memo::new(move |_| quota_hint(state, &id.try_get_value()?));
    let set = move |number: u64| {
        let Some(id) = id.try_get_value() else {
            return;
        };
        let demand = (number != default).then_some(Demand::Steady(number));
        state.change(|question| question.set_demand(&id, demand));
    };

    let months = by_month(state, field, series, charged, Arc::new(label));
    let calls = calls.map(|dimension| calls_fields(state, dimension));
    let field = NumberField {
        asked,
        label: Box::new(label),
        unit: Box::new(unit),
        help: Box::new(help),
        hint,
        value,
        range: Memo::new(move |_| series.range()),
        set: Arc::new(set),
        below: (months, calls).into_node(),
    };
    field.view(state)
}

/// What the chosen edition includes of a dimension, and how that compares with the demand.
fn quota_hint(state: State, dimension: &Id) -> Option<(Word, &'static str)> {
    let picture = state.picture()?;
    let item = picture.chosen()?;
    let quota = item
        .quotas
        .iter()
        .find(|quota| quota.dimension == *dimension)?;
    let known = picture.card.dimension(dimension)?;
    let word = match quota.limit {
        None => Word::new("ui-includes-unlimited"),
        Some(0) if known.limit.is_none() => Word::new("ui-includes-none"),
        Some(limit) => {
            let more = picture.card.is_charged(dimension) || known.limit.is_none();
            let id = if more { "ui-includes" } else { "ui-up-to" };
            Word::new(id).with("limit", Arg::Quantity(limit, Arc::clone(&known.unit)))
        }
    };
    Some((word, quota.status.as_str()))
}

/// Dimensions by their heading, in the order in which the headings first appear.
fn by_group<'a>(
    card: &'a Card,
    dimensions: Vec<&'a Dimension>,
) -> Vec<(Option<&'a crate::text::Text>, Vec<&'a Dimension>)> {
    let mut groups: Vec<(Option<&Id>, Vec<&Dimension>)> = Vec::new();
    for dimension in dimensions {
        let group = dimension.group.as_ref();
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, members)) => members.push(dimension),
            None => groups.push((group, vec![dimension])),
        }
    }
    let label = |id: Option<&Id>| {
        let group = card.groups.iter().find(|group| Some(&group.id) == id);
        group.map(|group| &group.label)
    };
    let groups = groups.into_iter();
    groups
        .map(|(group, members)| (label(group), members))
        .collect()
}
