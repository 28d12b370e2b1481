//! Growth that fills in the months.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::Series;
use super::growth::Growth;
use crate::engine::Demand;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::inputs::entry::Bounds;
use crate::widget::signals::RwSignal;
use crate::widget::words::phrase::say;
use crate::word::Word;

/// The key that fills in from the field.
const ENTER: &str = "Enter";

/// A field for the growth, and a button that fills in.
pub(super) fn fill(state: State, id: String, series: Series) -> Node {
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let fill = move || {
        let text = text.try_get_untracked().unwrap_or_default();
        let decimal = state.format().map_or('.', |format| format.decimal_sign());
        let growth = Growth::read(&text, decimal);
        wrong.try_set(growth.is_none());
        if let Some(growth) = growth {
            let Bounds { min, max, .. } = series.bounds;
            let (first, months) = untrack(|| (series.in_month(0), series.months()));
            series.set(Some(Demand::Monthly(
                growth.series(first, months, min, max),
            )));
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == ENTER {
            fill();
        }
    };
    let at = |what: &str| format!("{id}-growth{what}");
    let error = move || {
        let wrong = wrong.try_get().unwrap_or_default();
        wrong.then(|| state.say(&Word::new("ui-bad-growth")))
    };

    tag::div()
        .class("fill")
        .child(
            tag::label()
                .class("fill-label")
                .attr("for", at(""))
                .child(say(state, "ui-growth")),
        )
        .child(
            tag::div()
                .class("fill-row")
                .child(
                    tag::div().class("box").child(
                        tag::input()
                            .part("input")
                            .class("input")
                            .attr("id", at(""))
                            .attr("type", "text")
                            .attr("autocomplete", "off")
                            .attr("placeholder", "5%")
                            .attr(
                                "aria-describedby",
                                format!("{} {}", at("-error"), at("-help")),
                            )
                            .attr("aria-invalid", move || {
                                wrong.try_get().unwrap_or_default().then_some("true")
                            })
                            .on(ev::input, move |event| {
                                text.try_set(event_target_value(&event));
                                wrong.try_set(false);
                            })
                            .on(ev::keydown, key),
                    ),
                )
                .child(
                    tag::button()
                        .part("button")
                        .class("button")
                        .attr("type", "button")
                        .on(ev::click, move |_| fill())
                        .child(say(state, "ui-fill")),
                ),
        )
        .child(
            tag::p()
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(error),
        )
        .child(
            tag::p()
                .class("help")
                .attr("id", at("-help"))
                .child(say(state, "ui-growth-help")),
        )
        .into_node()
}
