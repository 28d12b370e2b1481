//! What is needed month by month.

mod columns;
mod demand;
mod fill;
mod growth;
mod months;
mod paste;
mod toward;

use std::sync::Arc;

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::icon::{GROWTH, icon};
use crate::widget::shared::pieces::{button, checkbox, fold, visually_hidden};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};
use columns::columns;
pub(super) use demand::Series;
use fill::fill;
use months::{month_id, months};
use paste::Paste;

/// The name of a dimension, in the language of the visitor.
type Name = Arc<dyn Fn() -> String + Send + Sync>;

/// How months are offered.
#[derive(Clone, Copy)]
pub(super) struct Offer {
    /// Whether they are where all are the same.
    pub is_offered: bool,
    /// Whether their fields are folded until somebody wants them.
    pub is_folded: bool,
}

/// A switch to a number for each month, and these as fields; nothing where neither is of use.
pub(super) fn by_month(state: State, id: String, series: Series, offer: Offer, name: Name) -> Node {
    let is_useful =
        Memo::new(move |_| series.is_monthly() || offer.is_offered && series.months() > 1);
    let id = StoredValue::new(id);

    (move || {
        let id = is_useful.get().then(|| id.try_get_value()).flatten()?;
        let panel = {
            let name = Arc::clone(&name);
            move || {
                let panel = || panel(state, &id, series, offer, Arc::clone(&name));
                series.is_monthly().then(|| untrack(panel))
            }
        };
        Some((switch(state, series, Arc::clone(&name)), panel))
    })
    .into_node()
}

/// The switch.
fn switch(state: State, series: Series, name: Name) -> Element {
    let toggle = move |event| series.toggle(event_target_checked(&event));
    let text = tag::span()
        .child(icon(GROWTH))
        .child(say(state, "ui-by-month"))
        .child(visually_hidden(": ").child(move || name()));
    tag::label()
        .part("by-month")
        .class("toggle by-month")
        .child(
            checkbox("check")
                .holds("checked", move || series.is_monthly())
                .on(ev::change, toggle),
        )
        .child(text)
}

/// Growth that fills in the months, and a field for each.
fn panel(state: State, id: &str, series: Series, offer: Offer, name: Name) -> Element {
    let label = move || state.say(&Word::new("ui-series").with("dimension", Arg::Text(name())));
    let paste = Paste::new(state, series);
    let first = format!("#{}", month_id(id, 0));
    let months = months(state, String::from(id), series, paste);
    let months = match offer.is_folded {
        false => months,
        true => fold(state, format!("months-{id}"), false, tag::details())
            .class("months-fold")
            .child(tag::summary().child(say(state, "ui-to-months")))
            .child(months),
    };
    tag::div()
        .part("series")
        .attr("id", format!("{id}-months"))
        .attr("role", "group")
        .attr("aria-label", label)
        .child(columns(state, series))
        .child(fill(state, id, series))
        .child(move || {
            series
                .has_former()
                .then(|| untrack(|| back(state, series, &first)))
        })
        .child(paste.note(month_id(id, 0)))
        .child(months)
}

/// A button that brings back the months as they were; `first` finds the first of them.
fn back(state: State, series: Series, first: &str) -> Element {
    let first = String::from(first);
    let back = move |event: MouseEvent| {
        hand_over(&event, first.clone());
        series.bring_back();
    };
    tag::div().child(button(state, "ui-bring-back").on(ev::click, back))
}

/// Leads from the field of a dimension to its months, where these have the numbers.
pub(super) fn to_months(state: State, id: &str) -> Element {
    let first = format!("#{}", month_id(id, 0));
    let lead = move |event: MouseEvent| hand_over(&event, first.clone());
    tag::p()
        .class("help")
        .child(button(state, "ui-to-months").on(ev::click, lead))
}
