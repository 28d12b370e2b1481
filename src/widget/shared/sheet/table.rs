//! The table of editions as a whole.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::untrack;

use super::column::{best_column, chosen_column, head};
use super::content::Group;
use super::pair::Pair;
use super::row::{cell_across, rows};
use super::search::Filter;
use super::tools::tools;
use crate::card::Card;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::figure::length;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// What a table is called.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Names {
    /// The part that it is, and its id: what searches it is about it.
    pub part: &'static str,
    /// The sentence in its caption, by which the region around it is called, too.
    pub title: &'static str,
}

/// The id of the caption.
const CAPTION: &str = "table-caption";

/// What is made of a card, and again for another one; in another language as well.
pub(in crate::widget) fn of_card(
    state: State,
    make: impl Fn(Arc<Card>) -> Node + Copy + Send + Sync + 'static,
) -> Node {
    (move || state.card().map(|card| untrack(|| make(card)))).into_node()
}

/// What rows are searched with, and the table.
///
/// The rows are made once: searching hides some, and what is asked changes what stands in them.
pub(in crate::widget) fn table(
    state: State,
    card: &Card,
    names: Names,
    groups: Vec<Group>,
) -> Node {
    let editions = card.editions.len();
    let filter = Filter::new(state, card, &groups);
    let tools = tools(state, card, names.part, filter);
    let mut first = 0_usize;
    let bodies = groups.into_iter().map(|group| {
        let number = first;
        first = first.saturating_add(group.lines.len());
        group.view(state, names.part, editions, filter, number)
    });
    let bodies: Vec<Element> = bodies.collect();
    let pair = Pair::new(state);
    let pairs = {
        let id = card.id.clone();
        move || {
            let card = state.card().filter(|card| card.id == id)?;
            pair.columns(&card)
        }
    };
    let caption = tag::caption().class("visually-hidden").child(
        tag::span()
            .attr("id", CAPTION)
            .child(say(state, names.title)),
    );
    let table = tag::table()
        .attr("part", names.part)
        .class("sheet")
        .attr("role", "table")
        .attr("id", names.part)
        .attr("data-chosen", move || chosen_column(state))
        .attr("data-best", move || best_column(state))
        .attr("data-pair", pairs)
        .attr("data-differing", move || {
            filter.search.leaves_out().then_some("")
        })
        .child(caption)
        .child(head(state, card, pair))
        .child(many(bodies.into_iter()))
        .child(left_out(state, filter, editions));
    (tools, scrolled(state, editions, table)).into_node()
}

/// How many rows are left out in which editions are alike, as a button that shows them.
fn left_out(state: State, filter: Filter, editions: usize) -> Node {
    let alike = Memo::new(move |_| {
        let (shown, all) = filter.counts();
        let alike = all.saturating_sub(shown);
        (filter.search.leaves_out() && alike > 0).then_some(alike)
    });
    let show = move |event| {
        // The button goes away.
        hand_over(&event, String::from("#differences"));
        filter.search.change(|search| search.all = true);
    };
    (move || {
        let word = Word::new("ui-alike").with("alike", Arg::Count(alike.get()?));
        let button = tag::button()
            .attr("type", "button")
            .part("group-title")
            .attr("aria-expanded", "false")
            .on(ev::click, show)
            .child(super::fold_mark())
            .child(tag::span().child(phrase(state, word)));
        Some(
            rows()
                .class("left-out")
                .child(cell_across(button, editions)),
        )
    })
    .into_node()
}

/// The region in which a table with a number of editions scrolls. Up to three need not be scrolled, unless their
/// figures are long: then the Tab key passes it by.
fn scrolled(state: State, editions: usize, sheet: Element) -> Element {
    let has_long = Memo::new(move |_| {
        let picture = state.picture()?;
        let mut totals = picture.card.editions.iter().filter_map(|edition| {
            let total = picture.edition(&edition.id)?.total?;
            Some(state.argument(Arg::Money(total, picture.card.currency)))
        });
        Some(totals.any(|total| length(&total).is_some_and(|length| length != "long")))
    });
    let is_long = move || has_long.get() == Some(true);
    tag::div()
        .attr("part", "scroll")
        .attr(
            "class",
            move || if is_long() { "scroll long" } else { "scroll" },
        )
        .attr("role", "region")
        .attr("tabindex", move || {
            (editions > 3 || is_long()).then_some("0")
        })
        .attr("aria-labelledby", CAPTION)
        .child(sheet)
}
