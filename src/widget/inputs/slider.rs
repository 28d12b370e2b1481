//! A slider beside a number field: it reaches round numbers at once, and bounds nothing.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::{event_target_value, untrack};

use super::bounds::Bounds;
use super::entry::Entry;
use super::scale::Scale;
use crate::card::{Card, Dimension, Limit};
use crate::engine::{Quota, QuotaStatus};
use crate::text::Id;
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::axis::{LENGTH, percent};
use crate::widget::shared::kind::{Kind, filled};
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::State;
use crate::word::{Arg, Word};

/// What of the scale two labels take that stand beside each other without touching.
const LABEL: u64 = 1_500;

/// The height of the track, in pixels.
const HEIGHT: u64 = 10;

/// The slider of a dimension.
#[derive(Clone, Copy)]
pub(super) struct Slider {
    state: State,
    scale: StoredValue<Scale>,
    dimension: StoredValue<Id>,
    /// What the chosen edition includes and what is needed.
    quota: Memo<Option<Quota>>,
    /// What is paid for beyond that.
    beyond: Kind,
}

impl Slider {
    /// A slider on which what editions include, and the number that is asked for, have their places.
    pub fn new(
        state: State,
        card: &Card,
        dimension: &Dimension,
        bounds: Bounds,
        value: Memo<u64>,
    ) -> Self {
        let included = card
            .editions
            .iter()
            .filter(|edition| edition.trial.is_none());
        let included = included.filter_map(|edition| dimension.quota(&edition.id));
        let included = included.filter_map(Limit::number).max().unwrap_or_default();
        let proposed = card.examples.iter().flat_map(|example| &example.demand);
        let proposed = proposed.filter(|(known, _)| *known == dimension.id);
        let proposed = proposed.map(|(_, number)| *number).max();
        let asked = untrack(|| value.try_get())
            .max(proposed)
            .unwrap_or_default();
        let id = dimension.id.clone();
        Self {
            state,
            scale: StoredValue::new(Scale::new(bounds, included.max(dimension.default), asked)),
            dimension: StoredValue::new(id.clone()),
            beyond: beyond(card, &id),
            quota: state.memo_of_chosen(move |item| {
                let mut quotas = item.quotas.iter();
                quotas.find(|quota| quota.dimension == id).cloned()
            }),
        }
    }

    /// The slider for the field of an entry, which is called by a label.
    pub fn view(self, entry: Entry, id: String) -> Element {
        let state = self.state;
        let last = self.scale.try_with_value(Scale::last).unwrap_or_default();
        let place = move || {
            let place = self
                .scale
                .try_with_value(|scale| scale.place(entry.value()));
            place.unwrap_or_default().to_string()
        };
        let name = move || {
            let card = state.card()?;
            let label = self
                .dimension
                .try_with_value(|id| Some(Arc::clone(&card.dimension(id)?.label)));
            let label = Arg::Text(state.label(&*label??));
            Some(state.say(&Word::new("ui-slider").with("dimension", label)))
        };
        let quantity =
            move || Some(state.say(&self.quantity(entry.value(), "ui-argument", "is")?));
        let slide = move |event| {
            let place = event_target_value(&event).parse().unwrap_or_default();
            if let Some(number) = self
                .scale
                .try_with_value(|scale| scale.number(place))
                .flatten()
            {
                entry.set(number);
            }
        };
        let input = tag::input()
            .part("slide")
            .attr("id", id)
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("aria-label", name)
            .attr("aria-valuetext", quantity)
            .holds("value", place)
            .on(ev::input, slide);

        tag::div()
            .class("slide-box")
            .child(self.track(entry))
            .child(input)
            .child(self.marks())
    }

    fn along(self, number: u64) -> u64 {
        let along = self.scale.try_with_value(|scale| scale.along(number));
        along.unwrap_or_default()
    }

    /// What is included of what is needed, in the colour of the plan; and what is needed beyond, as it is paid.
    fn track(self, entry: Entry) -> Element {
        let to = move || self.along(entry.value());
        let within = move || match self.quota.get().and_then(|quota| quota.limit) {
            Some(limit) => self.along(limit).min(to()),
            None => to(),
        };
        let beyond = move || to().saturating_sub(within());
        let is_too_much = move || {
            let status = self.quota.get().map(|quota| quota.status);
            matches!(
                status,
                Some(QuotaStatus::Exceeded | QuotaStatus::ContactSales)
            )
        };
        let part = |rect: Element| rect.attr("height", HEIGHT.to_string()).attr("rx", "5");

        tag::svg()
            .attr("class", move || match is_too_much() {
                true => "slide-track exceeds",
                false => "slide-track",
            })
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .child(part(tag::rect().class("slide-rest").attr("width", "100%")))
            .child(
                part(filled(self.beyond))
                    .attr("x", move || percent(within()))
                    .attr("width", move || percent(beyond())),
            )
            .child(part(filled(Kind::Plan)).attr("width", move || percent(within())))
    }

    /// Numbers under the track: its ends, what is included, and between them what there is room for.
    fn marks(self) -> Element {
        let limit = Memo::new(move |_| self.quota.get()?.limit.filter(|limit| *limit > 0));
        let marks = move || {
            let limit = limit.get();
            let place = limit.map(|limit| self.along(limit));
            let is_free = move |at: u64| place.is_none_or(|place| place.abs_diff(at) >= LABEL);
            let marks = self
                .scale
                .try_with_value(|scale| scale.marks().collect::<Vec<_>>());
            let marks = marks.unwrap_or_default().into_iter();
            let marks = marks.map(|number| (self.along(number), number));
            let marks = marks.filter(|(at, _)| is_free(*at));
            let state = self.state;
            let numbers = marks.map(|(at, number)| self.mark(at, move || state.number(number)));
            let included = limit.zip(place).map(|(limit, place)| {
                let word = self.quantity(limit, "ui-includes", "limit");
                let said = move || {
                    word.as_ref()
                        .map(|word| state.say(word))
                        .unwrap_or_default()
                };
                self.mark(place, said).class("slide-included")
            });
            untrack(|| many(numbers.chain(included)))
        };
        tag::svg()
            .class("slide-marks")
            .attr("aria-hidden", "true")
            .child(marks)
    }

    /// A label at a place; at the ends it stays within them.
    fn mark(self, at: u64, said: impl Fn() -> String + Send + 'static) -> Element {
        const FAR: u64 = LENGTH - LABEL;
        let class = match at {
            0 | LENGTH => "slide-end",
            _ => "slide-mark",
        };
        let anchor = match at {
            0..LABEL => "start",
            FAR.. => "end",
            _ => "middle",
        };
        tag::text()
            .class(class)
            .attr("x", percent(at))
            .attr("y", "12")
            .attr("text-anchor", anchor)
            .attr("translate", "no")
            .child(said)
    }

    /// A quantity of the dimension in a sentence.
    fn quantity(self, number: u64, id: &'static str, place: &'static str) -> Option<Word> {
        let card = self.state.card()?;
        let unit = self.dimension.try_with_value(|id| {
            let dimension = card.dimension(id)?;
            Some(Arc::clone(&dimension.unit))
        });
        Some(Word::new(id).with(place, Arg::Quantity(number, unit??)))
    }
}

/// As what is paid what goes beyond what is included: as it is used, where that is sold.
fn beyond(card: &Card, dimension: &Id) -> Kind {
    let charges = card.charges.iter();
    let charges = charges.filter(|charge| charge.model.counts(dimension));
    let kinds: Vec<Kind> = charges.map(|charge| Kind::of(card, &charge.id)).collect();
    match kinds.first() {
        Some(first) if !kinds.contains(&Kind::Used) => *first,
        _ => Kind::Used,
    }
}
