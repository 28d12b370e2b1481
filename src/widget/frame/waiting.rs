//! What is said in prices that a page came with while the widget is not there, or cannot be had.

use std::sync::Arc;

use crate::card::Card;
use crate::engine::Demand;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::state::{Picture, Question, State};
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// For which numbers the prices stand, and that they are being calculated: not seen before a visitor changes
/// something (`pkg/element/on-demand/adopt.js`).
pub(super) fn waiting(state: State) -> Node {
    let picture = state.picture().zip(state.question());
    let stands_for = picture.map(|(picture, question)| {
        let word = stands_for(state, &picture, &question);
        tag::p().part("stands-for").child(phrase(state, word))
    });
    tag::template()
        .child(stands_for)
        .child(
            tag::p()
                .part("calculating")
                .child(say(state, "ui-calculating")),
        )
        .into_node()
}

/// The numbers that have a price, and the time.
fn stands_for(state: State, picture: &Picture, question: &Question) -> Word {
    let Picture { card, request, .. } = picture;
    let numbers = numbers(state, card, question);
    let word = Word::new("ui-stands-for-all");
    let word = match numbers.is_empty() {
        true => word,
        false => word.with("quantities", Arg::List(numbers)),
    };
    word.with("months", Arg::Count(u64::from(request.months)))
        .with("start", Arg::Date(request.start))
}

fn numbers(state: State, card: &Card, question: &Question) -> Vec<String> {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    let numbers = charged.filter_map(|dimension| {
        let quantity = |number| Arg::Quantity(number, Arc::clone(&dimension.unit));
        let (least, most) = match question.demand_for(&dimension.id) {
            None => (dimension.default, dimension.default),
            Some(Demand::Steady(number)) => (*number, *number),
            Some(Demand::Monthly(_)) => {
                let months = usize::try_from(question.months).ok()?;
                let all = (0..months).filter_map(|m| question.demand_in(&dimension.id, m));
                (all.clone().min()?, all.max()?)
            }
        };
        if most == 0 {
            return None;
        }
        let word = match least < most {
            true => Word::new("ui-from-to")
                .with("least", Arg::Count(least))
                .with("most", quantity(most)),
            false => Word::new("ui-argument").with("is", quantity(most)),
        };
        Some(state.say(&word))
    });
    numbers.collect()
}
