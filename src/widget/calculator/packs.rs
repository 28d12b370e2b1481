//! What is bought beforehand, and when.

use std::sync::Arc;

use leptos::prelude::untrack;

use super::by_hand::by_hand;
use crate::engine::{PackPlan, PackPurchase};
use crate::money::{Amount, Currency};
use crate::text::{Id, Unit};
use crate::widget::dom::{Element, IntoNode as _, Node, each, tag};
use crate::widget::shared::figures::{
    column, figures_table, number, number_column, row_head, scrolled,
};
use crate::widget::shared::icon::LIST;
use crate::widget::shared::pieces::{disclosure, fold_summary};
use crate::widget::signals::{RwSignal, StoredValue};
use crate::widget::state::State;
use crate::widget::words::figure::fixed_money;
use crate::widget::words::phrase::{argument, phrase, say, say_label};
use crate::word::{Arg, Word};

/// The packs of every charge.
pub(super) fn packs(state: State) -> Node {
    let charges = state.memo(|picture| {
        let item = picture.chosen()?;
        let asked = picture.request.items.first()?;
        // Those chosen by hand stay to be changed, also where there are none.
        let listed = picture.card.charges.iter().filter(|charge| {
            let mut plans = item.packs.iter().map(|plan| &plan.charge);
            let mut by_hand = asked.buy.iter().map(|(id, _)| id);
            plans.any(|id| *id == charge.id) || by_hand.any(|id| *id == charge.id)
        });
        Some(listed.map(|charge| charge.id.clone()).collect::<Vec<Id>>())
    });
    let charges = move || charges.get().unwrap_or_default();

    each(charges, ToString::to_string, move |charge| {
        packs_of_charge(state, charge)
    })
}

/// The packs of a charge: how many, what they save, and on demand each.
fn packs_of_charge(state: State, charge: Id) -> Element {
    let hook = charge.to_string();
    let charge = StoredValue::new(charge);
    let plan = state.memo_of_chosen(move |item| {
        let charge = charge.try_get_value()?;
        let mut plans = item.packs.iter();
        plans.find(|plan| plan.charge == charge).cloned()
    });
    let text = move || {
        let charge = charge.try_get_value()?;
        Some(Arc::clone(&state.card()?.charge(&charge)?.label))
    };
    let name = move || text().map(|label| state.label(&label));
    let label = move || text().map(|label| say_label(state, &label));
    let sum = move || {
        Some(phrase(
            state,
            sum(state, &charge.try_get_value()?, plan.get())?,
        ))
    };
    let open = RwSignal::new(false);
    let key = format!("packs-{hook}");
    let rows = move || {
        let plan = open.get().then(|| plan.get()).flatten()?;
        rows(state, plan)
    };
    let table = figures_table(Some(label.into_node()), columns(state), rows.into_node());
    let around = tag::details()
        .class("on-demand fold")
        .attr("hidden", move || plan.get().is_none());

    tag::div()
        .part("packs")
        .attr("data-packs", hook)
        .child(tag::h3().class("heading").child(label))
        .child(tag::p().class("packs-sum").child(sum))
        .child(by_hand(state, charge))
        .child(
            disclosure(
                state,
                key,
                around,
                fold_summary(LIST, say(state, "ui-packs")),
                open,
            )
            .child(scrolled(name, table)),
        )
}

/// How many packs, and what they save.
fn sum(state: State, charge: &str, plan: Option<PackPlan>) -> Option<Word> {
    let card = untrack(|| state.picture())?.card.clone();
    let sizes = card.charge(charge)?.pack_sizes()?;
    let purchases = plan.iter().flat_map(|plan| &plan.purchases);
    let packs = purchases.map(|pack| sizes.packs_in(pack.quantity));
    let packs = packs.fold(0, u64::saturating_add);
    let word = Word::new("ui-packs-sum").with("packs", Arg::Count(packs));
    let saves = plan.map(|plan| plan.saves);
    Some(match saves.filter(|saves| *saves > Amount::ZERO) {
        Some(saves) => word.with("saves", Arg::Money(saves, card.currency)),
        None => word,
    })
}

fn columns(state: State) -> Vec<Element> {
    let text = |id| column(say(state, id));
    let number = |id| number_column(say(state, id));
    vec![
        text("ui-packs-on"),
        number("ui-packs-size"),
        number("ui-amount"),
        text("ui-packs-until"),
        number("ui-packs-used"),
        number("ui-packs-unused"),
    ]
}

/// A row for each pack.
fn rows(state: State, plan: PackPlan) -> Option<Vec<Element>> {
    // Its labels may come in another language later.
    let card = state.card()?;
    let dimension = card.charge(&plan.charge)?.model.dimension()?;
    let unit = &card.dimension(dimension)?.unit;
    let packs = plan.purchases.into_iter();
    let rows = packs.map(|pack| row(state, pack, unit, card.currency));
    Some(rows.collect())
}

/// A pack.
fn row(state: State, pack: PackPurchase, unit: &Arc<Unit>, currency: Currency) -> Element {
    let size = argument(Arg::Quantity(pack.quantity, Arc::clone(unit)));
    let until = move || match pack.expires {
        Some(day) => state.date(day),
        None => state.say(&Word::new("ui-never")),
    };
    let count = |count: u64| {
        let exact = count.to_string();
        let cell = number(move || state.number(count)).attr("data-value", exact);
        cell.attr("translate", "no")
    };
    tag::tr()
        .attr("data-pack", pack.quantity.to_string())
        .attr("data-month", pack.month.to_string())
        .child(row_head(move || state.date(pack.on)).attr("translate", "no"))
        .child(number(phrase(state, size)))
        .child(number(
            fixed_money(state, pack.amount, currency).part("amount"),
        ))
        .child(tag::td().child(until))
        .child(count(pack.used))
        .child(count(pack.unused))
}
