//! The field of a dimension.

use std::sync::Arc;

use super::bounds::Bounds;
use super::calls::calls_fields;
use super::examples::examples;
use super::field::{Look, NumberField};
use super::read::words_of;
use super::series::{Offer, Series, by_month};
use super::slider::Slider;
use crate::card::{Card, Dimension};
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{Input, Picture, State};
use crate::widget::words::phrase::{argument, say_label, say_unit};
use crate::word::{Arg, Word};

/// The field of a dimension, with what is under it: a number for each month, and calls. The one that matters
/// most has a slider.
pub(super) fn dimension_field(state: State, card: &Card, dimension: Dimension, look: Look) -> Node {
    let is_charged = card.is_charged(&dimension.id);
    let bounds = Bounds {
        min: dimension.min,
        max: dimension.max,
        default: Some(dimension.default),
    };
    let field_id = format!("dimension-{}", dimension.id);
    let hook = dimension.id.to_string();
    let series = Series::new(state, &dimension, bounds);
    let calls = dimension
        .calls
        .then(|| calls_fields(state, dimension.clone()));
    let (id, input) = (dimension.id.clone(), dimension.id.clone());
    let words = words_of(state, Arc::clone(&dimension.unit));
    let default = dimension.default;
    let value = Memo::new(move |_| series.in_month(0));
    let slider = (look == Look::Main).then(|| Slider::new(state, card, &dimension, bounds, value));
    let examples = (look == Look::Main).then(|| examples(state, card, &dimension.id));
    let dimension = StoredValue::new(dimension);
    let label = move || {
        let label = dimension.try_with_value(|d| state.label(&d.label));
        label.unwrap_or_default()
    };
    let shown_label = move || {
        let label = dimension.try_with_value(|d| say_label(state, &d.label));
        label.into_node()
    };
    let unit = move || {
        let unit = dimension.try_with_value(|d| Arc::clone(&d.unit));
        unit.map(|unit| say_unit(state, &unit, value.get()))
            .into_node()
    };
    let help = move || {
        let help = dimension.try_with_value(|d| Some((d.id.clone(), d.help.clone()?)));
        let (id, help) = help.flatten()?;
        Some(argument(Arg::Label(id, Arc::new(help))))
    };
    let set = move |number: u64| {
        series.set((number != default).then_some(Demand::Steady(number)));
        None
    };

    let offer = Offer {
        is_offered: is_charged,
        is_folded: look == Look::Short,
    };
    let months = by_month(state, field_id.clone(), series, offer, Arc::new(label));
    let field = NumberField {
        look,
        id: field_id,
        dimension: Some(hook),
        input: Input::Demand(input),
        bounds,
        label: Box::new(shown_label),
        unit: Box::new(unit),
        words,
        help: Box::new(help),
        hint: state.memo(move |picture| quota_hint(picture, &id)),
        value,
        range: Memo::new(move |_| series.range()),
        on_number: Arc::new(set),
        slider,
        below: (examples, months, calls).into_node(),
    };
    field.view(state)
}

/// What the chosen edition includes of a dimension, and how that compares with the demand.
fn quota_hint(picture: &Picture, dimension: &Id) -> Option<(Word, &'static str)> {
    let mut quotas = picture.chosen()?.quotas.iter();
    let quota = quotas.find(|quota| quota.dimension == *dimension)?;
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
