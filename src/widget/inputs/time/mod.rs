//! From when, for how long, and how it is billed.

mod billing;
mod start;

use std::sync::Arc;

use super::bounds::Bounds;
use super::field::{Look, NumberField};
use crate::card::Card;
use crate::engine::MAX_MONTHS;
use crate::locale::{PlainEnglish, render};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::pieces::legend;
use crate::widget::signals::Memo;
use crate::widget::state::{Input, State};
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};
use billing::billing;
use start::start;

/// The months, the first day, and the ways of billing where there are several.
pub(super) fn time(state: State, card: &Card) -> Element {
    let fields = tag::div()
        .class("fields")
        .child(months(state))
        .child(start(state));

    tag::fieldset()
        .part("time")
        .class("inputs time")
        .child(legend(state, "ui-time").class("visually-hidden"))
        .child(fields)
        .child(ways_of_billing(state, card))
}

/// The first day, and the ways of billing where there are several.
pub(super) fn besides_months(state: State, card: &Card) -> Element {
    tag::fieldset()
        .part("group")
        .class("group time")
        .child(legend(state, "ui-time").class("visually-hidden"))
        .child(tag::div().class("fields").child(start(state)))
        .child(ways_of_billing(state, card))
}

fn ways_of_billing(state: State, card: &Card) -> Option<Element> {
    let several = card.ways_of_billing().nth(1).is_some();
    several.then(|| billing(state, card))
}

/// For how many months.
pub(super) fn months(state: State) -> Node {
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
        state
            .say(&Word::new("ui-months-unit").with("months", months))
            .into_node()
    };
    let set = move |number: u64| {
        let months = u32::try_from(number).unwrap_or(1);
        state.change(|question| question.months = months);
        None
    };
    let words = move || {
        let word = |months| Word::new("ui-months-unit").with("months", Arg::Count(months));
        let english = |word: Word| render(&word, &crate::ENGLISH, &PlainEnglish);
        let words = [state.say(&word(1)), state.say(&word(2))];
        words
            .into_iter()
            .chain([english(word(1)), english(word(2))])
            .collect()
    };

    let field = NumberField {
        look: Look::Line,
        id: String::from("months"),
        dimension: None,
        input: Input::Months,
        bounds: Bounds {
            min: 1,
            max: u64::from(MAX_MONTHS),
            // `1` would be in the way of who empties the field to write `24`.
            default: None,
        },
        label: Box::new(move || say(state, "ui-months")),
        unit: Box::new(unit),
        words: Arc::new(words),
        help: Box::new(help),
        hint: Memo::new(|_| None),
        value,
        range: Memo::new(|_| None),
        on_number: Arc::new(set),
        slider: None,
        below: Node::Nothing,
    };
    field.view(state)
}
