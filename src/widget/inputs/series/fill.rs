//! Growth that fills in the months.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::Series;
use super::growth::Growth;
use crate::locale::NumberSigns;
use crate::text::Id;
use crate::widget::dom::{Element, tag};
use crate::widget::inputs::bounds::Bounds;
use crate::widget::inputs::explain::explain;
use crate::widget::inputs::pieces::{field_error, framed};
use crate::widget::inputs::read::{read_number, words_of};
use crate::widget::shared::pieces::button;
use crate::widget::signals::Memo;
use crate::widget::state::{Draft, Input, State, Unread};
use crate::widget::words::number::Why;
use crate::widget::words::phrase::say;
use crate::word::Word;

/// The key that fills in from the field.
const ENTER: &str = "Enter";

/// A way to say the growth.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// From month to month.
    Rate,
    /// To a number in the last month.
    Target,
}

impl Way {
    /// The field for it.
    fn input(self, dimension: Id) -> Input {
        match self {
            Self::Rate => Input::Growth(dimension),
            Self::Target => Input::Target(dimension),
        }
    }
}

/// What is written in a field for the growth.
#[derive(Clone, Copy)]
struct Fill {
    state: State,
    series: Series,
    way: Way,
    text: Memo<String>,
    is_wrong: Memo<bool>,
}

/// A field for each way to say the growth, and a button that fills in.
pub(super) fn fill(state: State, id: &str, series: Series) -> Element {
    let field = |way: Way| {
        let input = move || way.input(series.dimension());
        let fill = Fill {
            state,
            series,
            way,
            text: Memo::new(move |_| {
                let draft = state.draft_in(&input());
                draft.map(|draft| draft.text).unwrap_or_default()
            }),
            is_wrong: Memo::new(move |_| state.unread_in(&input()).is_some()),
        };
        fill.view(id)
    };
    tag::div()
        .class("fills")
        .child(field(Way::Rate))
        .child(field(Way::Target))
}

impl Fill {
    fn view(self, id: &str) -> Element {
        let (what, label, fill, help) = match self.way {
            Way::Rate => ("growth", "ui-growth", "ui-fill", "ui-growth-help"),
            Way::Target => ("target", "ui-target", "ui-target-fill", "ui-target-help"),
        };
        let id_of = |part: &str| format!("{id}-{what}{part}");
        let described = [id_of("-error"), id_of("-help")].join(" ");
        let button = button(self.state, fill).on(ev::click, move |_| self.apply());

        tag::div()
            .class("fill")
            .child(
                tag::label()
                    .class("fill-label")
                    .attr("for", id_of(""))
                    .child(say(self.state, label)),
            )
            .child(
                tag::div()
                    .class("fill-row")
                    .child(framed(self.input(id_of(""), described)))
                    .child(button),
            )
            .child(field_error(id_of("-error"), move || self.error()))
            .child(
                tag::p()
                    .class("help")
                    .attr("id", id_of("-help"))
                    .child(say(self.state, help)),
            )
    }

    /// The field.
    fn input(self, id: String, described: String) -> Element {
        let write = move |event| {
            let input = self.input_of();
            self.state.understood(&input);
            self.state.write(Draft {
                input,
                text: event_target_value(&event),
                number: None,
            });
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
            .attr("placeholder", (self.way == Way::Rate).then_some("5%"))
            .holds("value", move || self.text.get())
            .attr("aria-describedby", described)
            .attr("aria-invalid", move || {
                self.is_wrong.get().then_some("true")
            })
            .on(ev::input, write)
            .on(ev::keydown, key)
    }

    fn input_of(self) -> Input {
        self.way.input(self.series.dimension())
    }

    /// What is wrong with the field.
    fn error(self) -> Option<String> {
        let text = self.is_wrong.get().then(|| self.text.get())?;
        let errors = self.growth(&text).err()?;
        let said: Vec<String> = errors.iter().map(|word| self.state.say(word)).collect();
        Some(said.join(" "))
    }

    /// The growth that is written, or what is wrong with it.
    fn growth(self, text: &str) -> Result<Growth, Vec<Word>> {
        let Self { state, series, .. } = self;
        let bounds = series.bounds;
        let unit = series.unit().map(|unit| words_of(state, unit));
        let unit = move || unit.as_ref().map_or_else(Vec::new, |unit| unit());
        match self.way {
            Way::Target => {
                let read = read_number(state, bounds, &unit, text).map(Growth::To);
                read.map_err(|unread| explain(&unread, text, bounds))
            }
            Way::Rate => {
                let bad = || vec![Word::new("ui-bad-growth")];
                let signs = state.format().map(|format| format.number_signs());
                let signs = signs.unwrap_or(NumberSigns::ENGLISH);
                // Less may be added than a month must have.
                let bounds = Bounds { min: 0, ..bounds };
                let read = |text: &str| {
                    let read = read_number(state, bounds, &unit, text);
                    read.map_err(|unread| match unread.why {
                        Why::NoNumber => bad(),
                        _ => explain(&unread, text, bounds),
                    })
                };
                Growth::read(text, &signs, read)?.ok_or_else(bad)
            }
        }
    }

    /// Fills in the months, each from the one before.
    fn apply(self) {
        let text = untrack(|| self.text.get());
        match untrack(|| self.growth(&text)) {
            Err(_) => self.state.not_understood(Unread {
                input: self.input_of(),
                text,
                why: None,
            }),
            Ok(growth) => {
                self.state.understood(&self.input_of());
                let series = self.series;
                let Bounds { min, max, .. } = series.bounds;
                let (first, months) = untrack(|| (series.in_month(0), series.months()));
                series.replace(0, &growth.series(first, months, min, max));
            }
        }
    }
}
