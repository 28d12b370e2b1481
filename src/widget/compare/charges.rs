//! A row for each charge.

use std::sync::Arc;

use super::charge::{Sold, charged};
use crate::card::{Card, Charge};
use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{IntoNode as _, many};
use crate::widget::shared::edition::in_order;
use crate::widget::shared::sheet::{Differs, Line, cell, row};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::say_label;

/// What every edition would be charged.
pub(super) fn charges(state: State, card: &Card) -> Vec<Line> {
    let charges = card.charges.iter();
    charges.map(|charge| line(state, card, charge)).collect()
}

fn line(state: State, card: &Card, charge: &Charge) -> Line {
    let cells = in_order(card).map(|edition| {
        let sold = match charge.model.is_sold_to(&edition.id) {
            _ if card.is_on_request(edition) => Sold::OnRequest,
            true => Sold::Priced,
            false => Sold::Not,
        };
        let id = edition.id.clone();
        cell(&edition.id).child(charged(state, id, charge.id.clone(), sold))
    });
    let cells = many(cells);
    let label = Arc::clone(&charge.label);
    let name = {
        let label = Arc::clone(&label);
        move || say_label(state, &label)
    };
    let element = row(name.into_node(), cells)
        .attr("part", "line")
        .attr("data-charge", charge.id.to_string());
    Line {
        id: charge.id.clone(),
        label,
        notes: Vec::new(),
        differs: Differs::Live(differs(state, charge.id.clone())),
        row: element,
    }
}

/// Whether editions are charged different amounts, where one is charged nothing as well.
fn differs(state: State, charge: Id) -> Memo<bool> {
    Memo::new(move |_| {
        let Some(picture) = state.picture() else {
            return true;
        };
        let amounts = picture.comparison.editions.iter().map(|item| {
            let line = item.lines.iter().find(|line| line.charge == charge);
            line.map_or(Amount::ZERO, |line| line.amount)
        });
        let amounts: Vec<Amount> = amounts.collect();
        amounts.iter().any(|amount| Some(amount) != amounts.first())
    })
}
