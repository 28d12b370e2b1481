//! The two editions that are compared where there is no room for more: which they are is picked at the heads of
//! their columns.

use leptos::ev;
use leptos::prelude::event_target_value;

use crate::card::{Card, Edition};
use crate::text::Id;
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::edition::in_order;
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::{Picture, State};
use crate::widget::words::focus::hand_over_from;
use crate::widget::words::phrase::say_label;
use crate::word::Word;

/// Two editions, the first of which stays where there is room for one alone.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    picked: RwSignal<Vec<Id>>,
    shown: Memo<Option<Vec<Id>>>,
}

impl Pair {
    /// The one that is best for what is needed, the chosen one, then those that come first.
    pub fn new(state: State) -> Self {
        let picked = RwSignal::new(Vec::new());
        let proposed = state.memo(|picture| Some(proposed(picture)));
        let shown = Memo::new(move |_| {
            let all = proposed.get()?;
            let picked: Vec<Id> = picked.get();
            let is_there = !picked.is_empty() && picked.iter().all(|id| all.contains(id));
            let pair = if is_there { picked } else { all };
            Some(pair.into_iter().take(2).collect())
        });
        Self { picked, shown }
    }

    /// Their columns, by number from 1: the first one first.
    pub fn columns(self, card: &Card) -> Option<String> {
        let shown = self.shown.get()?;
        let column = |id: &Id| {
            let at = in_order(card).position(|edition| edition.id == *id)?;
            Some(at.saturating_add(1).to_string())
        };
        let columns: Vec<String> = shown.iter().filter_map(column).collect();
        Some(columns.join(" "))
    }

    /// Shows another edition in the place of one; where that is shown already, they change places.
    fn put(self, old: &Id, new: &Id) {
        let shown = self.shown.get().unwrap_or_default();
        let swapped = shown.into_iter().map(|id| match id {
            id if id == *old => new.clone(),
            id if id == *new => old.clone(),
            id => id,
        });
        self.picked.try_set(swapped.collect());
    }

    /// The field at the head of an edition's column that puts another edition in its place.
    pub fn picker(self, state: State, card: &Card, edition: &Edition) -> Element {
        let id = &edition.id;
        let options = in_order(card).map(|other| {
            let label = other.label.clone();
            tag::option()
                .attr("value", other.id.to_string())
                .attr("selected", other.id == *id)
                .child(move || say_label(state, &label))
        });
        let held = {
            let (id, shown) = (id.to_string(), self.shown);
            // Its column may come back: then it is about the same edition as before.
            move || {
                shown.get();
                Some(id.clone())
            }
        };
        let old = id.clone();
        let pick = move |event| {
            let new = Id::from(&*event_target_value(&event));
            self.put(&old, &new);
            hand_over_from(&event, format!("#pick-{new}"));
        };
        tag::select()
            .part("picker")
            .attr("id", format!("pick-{id}"))
            .attr("aria-label", move || {
                state.say(&Word::new("ui-choose-edition"))
            })
            .holds("value", held)
            .on(ev::change, pick)
            .child(many(options))
    }
}

/// All editions, those first that are most likely to be compared.
fn proposed(picture: &Picture) -> Vec<Id> {
    let best = picture.comparison.cheapest.iter();
    let chosen = picture.chosen().map(|item| &item.edition);
    let others = in_order(&picture.card).map(|edition| &edition.id);
    let mut all: Vec<Id> = Vec::new();
    for id in best.chain(chosen).chain(others) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}
