//! From when, for how long, and how it is billed.

mod billing;
mod start;

use std::sync::Arc;

use super::entry::Bounds;
use super::field::NumberField;
use crate::card::Card;
use crate::engine::MAX_MONTHS;
use crate::widget::dom::{Element, Node, tag};
use crate::widget::shared::pieces::legend;
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::word::{Arg, Word};
use billing::billing;
use start::start;

/// The months, the first day, and the ways of billing where there are several.
pub(super) fn time(state: State, card: &Card) -> Element {
    let several = card.ways_of_billing().nth(1).is_some();
    let billing = several.then(|| billing(state, card));
    let fields = tag::div()
        .class("fields")
        .child(months(state))
        .child(start(state));

    tag::fieldset()
        .part("time")
        .class("inputs")
        .child(legend(state, "ui-time"))
        .child(fields)
        .child(billing)
}

/// For how many months.
fn months(state: State) -> Node {
    let value = Memo::new(move |_| {
        state
            .question()
            .map_or(1, |question| question.months.into())
    });
    let help = move || {
        let most = Arg::Count(u64::from(MAX_MONTHS));
        Some(Word::new("ui-months-help").with("max", most))
    };
    let unit = move || {
        let months = Arg::Count(value.try_get().unwrap_or(1));
        state.say(&Word::new("ui-months-unit").with("months", months))
    };
    let set = move |number: u64| {
        let months = u32::try_from(number).unwrap_or(1);
        state.change(|question| question.months = months);
    };

    let field = NumberField {
        id: String::from("months"),
        dimension: None,
        bounds: Bounds {
            min: 1,
            max: u64::from(MAX_MONTHS),
            default: 1,
        },
        label: Box::new(move || state.say(&Word::new("ui-months"))),
        unit: Box::new(unit),
        help: Box::new(help),
        hint: Memo::new(|_| None),
        value,
        range: Memo::new(|_| None),
        on_number: Arc::new(set),
        below: Node::Nothing,
    };
    field.view(state)
}
