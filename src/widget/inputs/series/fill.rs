//! Growth that fills in the months.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::Series;
use super::growth::Growth;
use crate::engine::Demand;
use crate::widget::dom::{Element, tag};
use crate::widget::inputs::entry::Bounds;
use crate::widget::inputs::pieces::{field_error, framed};
use crate::widget::shared::pieces::button;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::{Input, State, Unread};
use crate::widget::words::phrase::say;
use crate::word::Word;

/// The key that fills in from the field.
const ENTER: &str = "Enter";

/// What is written in the field for the growth.
#[derive(Clone, Copy)]
struct Fill {
    state: State,
    series: Series,
    text: RwSignal<String>,
    is_wrong: Memo<bool>,
}

/// A field for the growth, and a button that fills in.
pub(super) fn fill(state: State, id: &str, series: Series) -> Element {
    let unread = move || state.unread_in(&Input::Growth(series.dimension()));
    // What was written before another view was shown.
    let text = untrack(unread).map(|unread| unread.text);
    let fill = Fill {
        state,
        series,
        text: RwSignal::new(text.unwrap_or_default()),
        is_wrong: Memo::new(move |_| unread().is_some()),
    };
    let id_of = |what: &str| format!("{id}-growth{what}");
    let described = [id_of("-error"), id_of("-help")].join(" ");
    let button = button(state, "ui-fill").on(ev::click, move |_| fill.apply());

    tag::div()
        .class("fill")
        .child(
            tag::label()
                .class("fill-label")
                .attr("for", id_of(""))
                .child(say(state, "ui-growth")),
        )
        .child(
            tag::div()
                .class("fill-row")
                .child(framed(fill.input(id_of(""), described)))
                .child(button),
        )
        .child(field_error(id_of("-error"), move || fill.error()))
        .child(
            tag::p()
                .class("help")
                .attr("id", id_of("-help"))
                .child(say(state, "ui-growth-help")),
        )
}

impl Fill {
    /// The field.
    fn input(self, id: String, described: String) -> Element {
        let write = move |event| {
            self.text.try_set(event_target_value(&event));
            self.state.understood(&self.input_of());
        };
        let key = move |event: KeyboardEvent| {
            if event.key() == ENTER {
                self.apply();
            }
        };
        tag::input()
            .part("input")
            .attr("id", id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("placeholder", "5%")
            .holds("value", move || self.text.get())
            .attr("aria-describedby", described)
            .attr("aria-invalid", move || {
                self.is_wrong.get().then_some("true")
            })
            .on(ev::input, write)
            .on(ev::keydown, key)
    }

    fn input_of(self) -> Input {
        Input::Growth(self.series.dimension())
    }

    /// What is wrong with the field.
    fn error(self) -> Option<String> {
        let word = Word::new("ui-bad-growth");
        self.is_wrong.get().then(|| self.state.say(&word))
    }

    /// Fills in the months, each from the one before.
    fn apply(self) {
        let text = self.text.try_get_untracked().unwrap_or_default();
        let decimal = self.state.format();
        let decimal = decimal.map_or('.', |format| format.decimal_sign());
        let growth = Growth::read(&text, decimal);
        if let Some(growth) = growth {
            self.state.understood(&self.input_of());
            let series = self.series;
            let Bounds { min, max, .. } = series.bounds;
            let (first, months) = untrack(|| (series.in_month(0), series.months()));
            let numbers = growth.series(first, months, min, max);
            series.understood(0, months);
            series.set(Some(Demand::Monthly(numbers)));
        } else {
            self.state.not_understood(Unread {
                input: self.input_of(),
                text,
                why: None,
            });
        }
    }
}
