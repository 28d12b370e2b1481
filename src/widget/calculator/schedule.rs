//! What is paid when, and what is bought when.

use leptos::ev;
use leptos::prelude::*;

use super::by_hand::by_hand;
use crate::engine::{PackPlan, Payment};
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, each, tag};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// The payments by date, on demand.
pub(in crate::widget) fn schedule(state: State) -> Node {
    let open = RwSignal::new(false);
    let payments = Memo::new(move |_| {
        // What is not looked at is not made.
        if !open.try_get().unwrap_or_default() {
            return Vec::new();
        }
        let picture = state.picture();
        picture.map_or_else(Vec::new, |picture| picture.estimate.schedule.clone())
    });
    let payments = move || payments.try_get().unwrap_or_default();
    let none = Memo::new(move |_| {
        let picture = state.picture();
        picture.is_none_or(|picture| picture.estimate.schedule.is_empty())
    });
    let total = move || {
        let picture = state.picture()?;
        Some((picture.chosen()?.total, picture.card.currency))
    };

    tag::details()
        .part("schedule")
        .class("on-demand")
        .attr("hidden", move || none.try_get().unwrap_or_default())
        .on(ev::toggle, move |event| {
            open.try_set(is_open(&event));
        })
        .child(tag::summary().child(say(state, "ui-schedule")))
        .child(
            tag::table()
                .class("figures")
                .child(
                    tag::caption()
                        .class("visually-hidden")
                        .child(say(state, "ui-schedule")),
                )
                .child(
                    tag::thead().child(
                        tag::tr()
                            .child(tag::th().attr("scope", "col").child(say(state, "ui-on")))
                            .child(
                                tag::th()
                                    .attr("scope", "col")
                                    .class("number")
                                    .child(say(state, "ui-amount")),
                            ),
                    ),
                )
                .child(tag::tbody().child(each(
                    payments,
                    |p: &Payment| format!("{} {}", p.on, p.amount),
                    move |payment| {
                        tag::tr()
                            .attr("data-on", payment.on.to_string())
                            .child(
                                tag::th()
                                    .attr("scope", "row")
                                    .child(move || state.date(payment.on)),
                            )
                            .child(
                                tag::td().class("number").child(
                                    money(state, move || Some((payment.amount, payment.currency)))
                                        .part("amount")
                                        .class("amount"),
                                ),
                            )
                    },
                )))
                .child(
                    tag::tfoot().child(
                        tag::tr()
                            .child(tag::th().attr("scope", "row").child(say(state, "ui-total")))
                            .child(
                                tag::td()
                                    .class("number")
                                    .child(money(state, total).part("amount").class("amount")),
                            ),
                    ),
                ),
        )
        .into_node()
}

/// The packs of every charge.
pub(in crate::widget) fn packs(state: State) -> Node {
    let charges = Memo::new(move |_| {
        let picture = state.picture()?;
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
    let charges = move || charges.try_get().flatten().unwrap_or_default();

    each(charges, ToString::to_string, move |charge| {
        plan(state, charge)
    })
    .into_node()
}

/// The packs of a charge: how many, what they save, and on demand each.
fn plan(state: State, charge: Id) -> Node {
    let hook = charge.to_string();
    let charge = StoredValue::new(charge);
    let plan = Memo::new(move |_| {
        let picture = state.picture()?;
        let charge = charge.try_get_value()?;
        let mut packs = picture.chosen()?.packs.iter();
        packs.find(|plan| plan.charge == charge).cloned()
    });
    let plan = move || plan.try_get().flatten();
    let open = RwSignal::new(false);
    let card = move || Some(state.picture()?.card.clone());
    let label = move || {
        let charge = charge.try_get_value()?;
        Some(state.label(&card()?.charge(&charge)?.label))
    };
    let sum = move || {
        let (purchases, saves) = match plan() {
            Some(PackPlan {
                purchases, saves, ..
            }) => (purchases, saves),
            None => (Vec::new(), crate::money::Amount::ZERO),
        };
        let card = untrack(card)?;
        let sizes = card.charge(&charge.try_get_value()?)?.pack_sizes()?;
        let packs = purchases.iter().map(|pack| sizes.packs_in(pack.quantity));
        let packs = packs.fold(0, u64::saturating_add);
        let mut word = Word::new("ui-packs-sum").with("packs", Arg::Count(packs));
        if saves > crate::money::Amount::ZERO {
            word = word.with("saves", Arg::Money(saves, card.currency));
        }
        Some(phrase(state, word))
    };
    let rows = move || {
        let shown = open.try_get().unwrap_or_default();
        let plan = shown.then(plan).flatten()?;
        let card = untrack(card)?;
        let dimension = card.charge(&plan.charge)?.model.dimension()?;
        let unit = card.dimension(dimension)?.unit.clone();
        let currency = card.currency;
        let rows = plan.purchases.into_iter().map(|pack| {
            let size =
                Word::new("ui-argument").with("is", Arg::Quantity(pack.quantity, unit.clone()));
            let until = move || match pack.expires {
                Some(day) => state.date(day),
                None => state.say(&Word::new("ui-never")),
            };
            tag::tr()
                .attr("data-pack", pack.quantity.to_string())
                .attr("data-month", pack.month.to_string())
                .child(
                    tag::th()
                        .attr("scope", "row")
                        .child(move || state.date(pack.on)),
                )
                .child(tag::td().class("number").child(phrase(state, size)))
                .child(
                    tag::td().class("number").child(
                        money(state, move || Some((pack.amount, currency)))
                            .part("amount")
                            .class("amount"),
                    ),
                )
                .child(tag::td().child(until))
                .child(
                    tag::td()
                        .class("number")
                        .attr("data-value", pack.used.to_string())
                        .child(move || state.number(pack.used)),
                )
                .child(
                    tag::td()
                        .class("number")
                        .attr("data-value", pack.unused.to_string())
                        .child(move || state.number(pack.unused)),
                )
        });
        Some(rows.collect::<Vec<_>>())
    };
    let column = |id: &'static str, class: &'static str| {
        tag::th()
            .attr("scope", "col")
            .attr("class", class)
            .child(say(state, id))
    };

    tag::div()
        .part("packs")
        .class("packs")
        .attr("data-packs", hook)
        .child(tag::h3().class("heading").child(label))
        .child(tag::p().class("packs-sum").child(sum))
        .child(by_hand(state, charge))
        .child(
            tag::details()
                .class("on-demand")
                .attr("hidden", move || plan().is_none())
                .on(ev::toggle, move |event| {
                    open.try_set(is_open(&event));
                })
                .child(tag::summary().child(say(state, "ui-packs")))
                // Six columns are more than a narrow page holds: the table scrolls, not the page.
                .child(
                    tag::div()
                        .class("strip")
                        .attr("role", "group")
                        .attr("tabindex", "0")
                        .attr("aria-label", label)
                        .child(
                            tag::table()
                                .class("figures")
                                .child(tag::caption().class("visually-hidden").child(label))
                                .child(
                                    tag::thead().child(
                                        tag::tr()
                                            .child(column("ui-packs-on", ""))
                                            .child(column("ui-packs-size", "number"))
                                            .child(column("ui-amount", "number"))
                                            .child(column("ui-packs-until", ""))
                                            .child(column("ui-packs-used", "number"))
                                            .child(column("ui-packs-unused", "number")),
                                    ),
                                )
                                .child(tag::tbody().child(rows)),
                        ),
                ),
        )
        .into_node()
}

/// Whether a disclosure has been opened or closed.
fn is_open(event: &leptos::web_sys::Event) -> bool {
    let target = event.current_target();
    let element =
        target.map(leptos::wasm_bindgen::JsCast::unchecked_into::<leptos::web_sys::Element>);
    element.is_some_and(|element| element.has_attribute("open"))
}
