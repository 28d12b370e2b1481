//! For which numbers the figures stand, while what is written in a field is not understood.

use std::sync::Arc;

use crate::card::{Card, Charge};
use crate::engine::Demand;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::state::{Input, Picture, Question, State, Unread};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// More of them would be more than a visitor reads.
const MOST: usize = 3;

/// For which numbers the price stands, beside it; nothing while it is the answer to all that is written.
pub(in crate::widget) fn stands_for(state: State) -> Node {
    (move || {
        let words = stale(state).into_iter().map(|(_, word)| word);
        many(words.map(|word| tag::p().part("stands-for").child(phrase(state, word))))
    })
    .into_node()
}

/// The same in a view in which the field may be out of sight: what is not understood is said, too.
pub(in crate::widget) fn stale_note(state: State) -> Node {
    (move || {
        let lines = stale(state).into_iter();
        let lines = lines.map(|(text, word)| {
            let text = text.map(|text| (phrase(state, text), " "));
            tag::p().child(text).child(phrase(state, word))
        });
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty()).then(|| tag::div().part("stale").child(lines))
    })
    .into_node()
}

/// Both in a sentence; `None` while nothing is written that is not understood.
pub(in crate::widget) fn said(state: State) -> Option<String> {
    let words = stale(state).into_iter();
    let words = words.flat_map(|(text, word)| text.into_iter().chain([word]));
    let said: Vec<_> = words.map(|word| state.say(&word)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// That something is not understood, and for what the figures stand instead.
fn stale(state: State) -> Vec<(Option<Word>, Word)> {
    let Some((picture, question)) = state.picture().zip(state.question()) else {
        return Vec::new();
    };
    let unread = state.unread().into_iter();
    let words = unread.filter_map(|Unread { input, text, .. }| {
        let text = (!text.is_empty())
            .then(|| Word::new("ui-not-understood").with("text", Arg::quoted(&text)));
        Some((text, word(state, &picture, &question, &input)?))
    });
    words.take(MOST).collect()
}

/// For what the figures stand instead of what is written in a field.
fn word(state: State, picture: &Picture, question: &Question, input: &Input) -> Option<Word> {
    let Picture { card, request, .. } = picture;
    Some(match input {
        Input::Demand(id) => {
            Word::new("ui-stands-for").with("quantity", demand(card, question, id, 0)?)
        }
        Input::DemandIn(id, month) => {
            let begins = card
                .months
                .start_of(request.start, u32::try_from(*month).ok()?)?;
            Word::new("ui-stands-for-month")
                .with("quantity", demand(card, question, id, *month)?)
                .with("month", Arg::Text(state.month(begins)))
        }
        Input::Growth(id) | Input::Target(id) => series(card, question, id)?,
        Input::CallCount(id, row) => {
            let calls = question.calls_for(id).get(*row);
            let count = calls.map_or(0, |calls| calls.count);
            Word::new("ui-stands-for-calls").with("calls", Arg::Count(count))
        }
        Input::CallSeconds(id, row) => {
            let calls = question.calls_for(id).get(*row);
            let seconds = calls.map_or(0, |calls| calls.seconds);
            Word::new("ui-stands-for-seconds").with("seconds", Arg::Count(seconds))
        }
        Input::Pack(charge, row) => {
            let pack = question.packs_for(charge)?.get(*row)?;
            let dimension = card.charge(charge).and_then(served)?;
            let unit = Arc::clone(&card.dimension(dimension)?.unit);
            Word::new("ui-stands-for-pack").with("quantity", Arg::Quantity(pack.quantity, unit))
        }
        Input::Months => {
            let months = Arg::Count(u64::from(request.months));
            Word::new("ui-stands-for-months").with("months", months)
        }
        Input::Start => Word::new("ui-stands-for-start").with("start", Arg::Date(request.start)),
    })
}

fn served(charge: &Charge) -> Option<&Id> {
    charge.model.dimension()
}

/// What is asked for of a dimension in a month, in its unit.
fn demand(card: &Card, question: &Question, id: &Id, month: usize) -> Option<Arg> {
    let dimension = card.dimension(id)?;
    let quantity = question.demand_in(id, month).unwrap_or(dimension.default);
    Some(Arg::Quantity(quantity, Arc::clone(&dimension.unit)))
}

/// What is asked for of a dimension in all its months.
fn series(card: &Card, question: &Question, id: &Id) -> Option<Word> {
    let dimension = card.dimension(id)?;
    let quantity = |quantity| Arg::Quantity(quantity, Arc::clone(&dimension.unit));
    let months = usize::try_from(question.months).ok()?;
    let all = (0..months).filter_map(|month| question.demand_in(id, month));
    let (least, most) = (all.clone().min()?, all.max()?);
    let is_monthly = matches!(question.demand_for(id), Some(Demand::Monthly(_)));
    Some(match is_monthly && least < most {
        true => Word::new("ui-stands-for-range")
            .with("least", Arg::Count(least))
            .with("most", quantity(most)),
        false => Word::new("ui-stands-for").with("quantity", quantity(most)),
    })
}
