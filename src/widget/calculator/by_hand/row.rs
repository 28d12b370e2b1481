//! A pack as a row of fields.

use std::sync::Arc;

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::{event_target_value, untrack};

use super::packs::Packs;
use crate::card::MAX_QUANTITY;
use crate::widget::dom::{Element, many, tag};
use crate::widget::inputs::bounds::Bounds;
use crate::widget::inputs::entry::Entry;
use crate::widget::inputs::pieces::small_field;
use crate::widget::shared::pieces::button;
use crate::widget::signals::Memo;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::say;
use crate::word::{Arg, Word};

/// A row of the packs, by its key.
#[derive(Clone, Copy)]
struct Row {
    packs: Packs,
    key: usize,
    /// The month of purchase, from 0.
    month: Memo<u32>,
    /// The size, as it is written.
    size: Entry,
}

/// A pack: when it is bought, how large it is, and a button that removes it.
pub(super) fn row(packs: Packs, id: &str, key: usize) -> Element {
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: None,
    };
    let set = move |quantity| packs.change(key, |pack| pack.quantity = quantity);
    let size = Memo::new(move |_| packs.pack(key).map_or(0, |pack| pack.quantity));
    let row = Row {
        packs,
        key,
        month: Memo::new(move |_| packs.pack(key).map_or(0, |pack| pack.month)),
        size: Entry::new(
            packs.state,
            Memo::new(move |_| packs.input(key)),
            bounds,
            packs.unit(),
            size,
            Arc::new(set),
        ),
    };
    let add = format!("#{id}-add");
    let remove = move |event: MouseEvent| {
        hand_over(&event, add.clone());
        packs.remove(key);
    };
    let id_of = |what: &str| format!("{id}-{key}-{what}");

    tag::div()
        .class("own-row")
        .attr("role", "group")
        .attr("aria-label", move || row.number())
        .attr("data-own-month", move || row.month.get().to_string())
        .attr("data-value", move || row.size.value().to_string())
        .child(row.labelled(
            id_of("month"),
            "ui-packs-on",
            row.month_field(id_of("month")),
        ))
        .child(row.labelled(
            id_of("size"),
            "ui-packs-size",
            row.size_field(id_of("size"), id_of("error")),
        ))
        .child(button(packs.state, "ui-own-remove").on(ev::click, remove))
        .child(row.size.feedback(id_of("error"), id_of("size")))
}

impl Row {
    /// Which pack it is, counted from 1, in words.
    fn number(self) -> Option<String> {
        let place = self.packs.place(self.key)?.saturating_add(1);
        let number = Arg::Count(u64::try_from(place).unwrap_or_default());
        let word = Word::new("ui-own-pack").with("number", number);
        Some(self.packs.state.say(&word))
    }

    /// A field with its label.
    fn labelled(self, id: String, label: &'static str, field: Element) -> Element {
        small_field(tag::div(), id, say(self.packs.state, label), field)
    }

    /// The month of purchase.
    fn month_field(self, id: String) -> Element {
        let state = self.packs.state;
        let choose = move |event| {
            if let Ok(month) = event_target_value(&event).parse() {
                self.packs.change(self.key, |pack| pack.month = month);
            }
        };
        let months = state.memo_of_question(|question| Some(question.months));
        let options = move || {
            let months = months.get().unwrap_or(1);
            untrack(|| many((0..months).map(|month| self.option(month))))
        };
        tag::select()
            .part("input")
            .attr("id", id)
            .holds("value", move || self.month.get().to_string())
            .on(ev::change, choose)
            .child(options)
    }

    /// A month to choose, by its first day.
    fn option(self, month: u32) -> Element {
        let state = self.packs.state;
        let begins = move || {
            let picture = state.picture()?;
            let start = picture.request.start;
            let begins = picture.card.months.start_of(start, month)?;
            Some(state.date(begins))
        };
        tag::option()
            .attr("translate", "no")
            .attr("value", month.to_string())
            // The field cannot hold it before it is there.
            .attr("selected", self.month.get() == month)
            .child(begins)
    }

    /// The size.
    fn size_field(self, id: String, error: String) -> Element {
        let input = self.size.input(id, error);
        input.holds("value", move || self.size.text())
    }
}
