//! What is needed, in a row above what answers it.

use super::dimension::dimension_field;
use super::field::Look;
use super::time::{besides_months, months};
use super::{charged, fields, main, of_card, others_by_heading};
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::icon::PLUS;
use crate::widget::shared::pieces::{fold, fold_summary, legend};
use crate::widget::state::State;
use crate::widget::words::phrase::say;

/// The field that matters most and the months; the other fields on demand. Features are ticked where they are
/// compared.
pub(in crate::widget) fn inputs_in_a_row(state: State) -> Node {
    of_card(state, move |card, _| {
        let first = main(&card);
        let first = first.map(|first| dimension_field(state, &card, first.clone(), Look::Short));
        let row = tag::fieldset()
            .part("inputs")
            .child(legend(state, "ui-your-numbers").class("visually-hidden"))
            .child(
                tag::div()
                    .class("fields time")
                    .child(first)
                    .child(months(state)),
            );
        let others = card.dimensions.iter().filter(|d| !card.is_charged(&d.id));
        // What of these is demanded stands in the table, too.
        let others = others_by_heading(state, &card, others.collect(), false);
        tag::div()
            .class("abreast")
            .child((row, further(state, &card), others))
            .into_node()
    })
}

/// The other numbers that have a price, the first day and the ways of billing.
fn further(state: State, card: &Card) -> Element {
    let first = main(card).map(|dimension| &dimension.id);
    let others = charged(card).filter(|dimension| Some(&dimension.id) != first);
    let others: Vec<_> = others.collect();
    let numbers = (!others.is_empty()).then(|| {
        tag::fieldset()
            .part("group")
            .child(legend(state, "ui-further-numbers").class("visually-hidden"))
            .child(fields(state, card, others, Look::Short))
    });
    let around = tag::details().part("further-inputs").class("fold");
    fold(state, String::from("further-inputs"), false, around)
        .child(fold_summary(PLUS, say(state, "ui-further-numbers")))
        .child((numbers, besides_months(state, card)))
}
