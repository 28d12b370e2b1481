//! What is needed: a field for every dimension of the card, and the months.

mod calls;
pub(in crate::widget) mod entry;
mod field;
mod growth;
mod needs;
mod series;
mod time;

use std::sync::Arc;

use leptos::prelude::*;

use crate::card::{Card, Dimension};
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::State;
use crate::widget::words::phrase::Say;
use crate::word::{Arg, Word};
use calls::CallsFields;
use entry::Bounds;
use field::{Asked, NumberField};
use needs::Needs;
use series::{ByMonth, Series};
use time::Time;

/// The fields: what has a price first, the rest by the card's headings.
#[component]
pub(in crate::widget) fn Inputs(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let field = |dimension: &Dimension| {
        let charged = card.is_charged(&dimension.id);
        view! { <DimensionField state dimension=dimension.clone() charged /> }
    };
    let (charged, others): (Vec<_>, Vec<_>) =
        card.dimensions.iter().partition(|d| card.is_charged(&d.id));
    let charged = charged.into_iter().map(field).collect::<Vec<_>>();
    let groups = by_group(&card, others)
        .into_iter()
        .map(|(group, dimensions)| {
            let fields = dimensions.into_iter().map(field).collect_view();
            let heading = group.map(|label| Arc::new(label.clone()));
            let heading = move || match &heading {
                Some(label) => state.label(label),
                None => state.say(&Word::new("ui-other")),
            };
            view! {
                <fieldset part="group" class="group">
                    <legend class="legend">{heading}</legend>
                    <div class="fields">{fields}</div>
                </fieldset>
            }
        });
    let groups: Vec<_> = groups.collect();
    // What the host demands from the start is not to be hidden.
    let open = state.question().is_some_and(|question| {
        let mut demand = question.item.demand.iter();
        demand.any(|(id, _)| !card.is_charged(id))
    });
    let more = (!groups.is_empty()).then(|| {
        view! {
            <details part="more-inputs" class="more" open=open>
                <summary>
                    <Say state id="ui-other-needs" />
                </summary>
                <p class="help">
                    <Say state id="ui-other-needs-help" />
                </p>
                {groups}
            </details>
        }
    });
    let numbers = (!charged.is_empty()).then(|| {
        view! {
            <fieldset part="inputs" class="inputs">
                <legend part="legend" class="legend">
                    <Say state id="ui-your-numbers" />
                </legend>
                <div class="fields">{charged}</div>
            </fieldset>
        }
    });
    let time = Arc::clone(&card);
    let needs = Arc::clone(&card);
    view! {
        {numbers}
        <Time state card=time />
        <Needs state card=needs />
        {more}
    }
}

/// The field of a dimension.
#[component]
fn DimensionField(
    /// The widget.
    state: State,
    /// The dimension.
    dimension: Dimension,
    /// Whether it has a price.
    charged: bool,
) -> impl IntoView {
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
    let number = move || value.try_get().unwrap_or_default();
    let label = move || {
        let label = dimension.try_with_value(|d| state.label(&d.label));
        label.unwrap_or_default()
    };
    let unit = move || {
        let unit = dimension.try_with_value(|d| Arc::clone(&d.unit));
        let (Some(unit), Some(format)) = (unit, state.format()) else {
            return String::new();
        };
        String::from(format.unit(&unit, number()))
    };
    let help = move || {
        let help = dimension.try_with_value(|d| d.help.as_ref().map(|help| state.label(help)));
        let text = help.flatten()?;
        Some(Word::new("ui-argument").with("is", Arg::Text(text)))
    };
    let hint = move || id.try_get_value().and_then(|id| quota_hint(state, &id));
    let set = move |number: u64| {
        let Some(id) = id.try_get_value() else {
            return;
        };
        let demand = (number != default).then_some(Demand::Steady(number));
        state.change(|question| question.set_demand(&id, demand));
    };
    view! {
        <NumberField
            state
            asked
            label=Signal::derive(label)
            unit=Signal::derive(unit)
            help=Signal::derive(help)
            hint=Signal::derive(hint)
            value=Signal::derive(number)
            range=Signal::derive(move || series.range())
            set
        >
            <ByMonth state id=field series offered=charged label=Signal::derive(label) />
            {calls.map(|dimension| view! { <CallsFields state dimension /> })}
        </NumberField>
    }
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
