//! The list of the features, by heading.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::card::{Card, Feature};
use crate::text::Text;
use crate::widget::dom::{Element, tag};
use crate::widget::inputs::headings::{by_heading, heading};
use crate::widget::shared::pieces::checkbox;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::State;
use crate::widget::words::lowercase::lowercase;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::word::{Arg, Word};

/// What the list is searched for.
#[derive(Clone, Copy)]
pub(super) struct Search {
    pub state: State,
    /// The text, in lower case.
    pub text: Memo<String>,
}

impl Search {
    /// How many of several labels have the text in them.
    fn count(self, labels: &[Arc<Text>]) -> usize {
        let text = self.text.get();
        if text.is_empty() {
            return labels.len();
        }
        let has_text = |label: &Text| lowercase(&self.state.label(label)).contains(&text);
        labels.iter().filter(|label| has_text(label)).count()
    }

    /// How many features are found.
    pub fn found(self, card: &Card) -> Element {
        let labels = labels(&card.features.iter().collect::<Vec<_>>());
        let found = move || {
            let found = labels.try_with_value(|labels| self.count(labels))?;
            let found = Arg::Count(u64::try_from(found).unwrap_or_default());
            let word = Word::new("ui-features-found").with("found", found);
            (!self.text.get().is_empty()).then(|| phrase(self.state, word))
        };
        tag::p().class("help").attr("role", "status").child(found)
    }
}

fn labels(features: &[&Feature]) -> StoredValue<Vec<Arc<Text>>> {
    StoredValue::new(features.iter().map(|f| Arc::clone(&f.label)).collect())
}

/// Features under a title, grouped by their headings; nothing where there are none.
pub(super) fn list(
    search: Search,
    card: &Card,
    title: &'static str,
    features: Vec<&Feature>,
) -> Option<Element> {
    let groups = by_heading(card, features, |feature| feature.group.as_ref());
    let groups = groups.into_iter();
    let groups: Vec<_> = groups
        .map(|(label, features)| group(search, label.cloned(), features))
        .collect();
    (!groups.is_empty()).then(|| {
        tag::div()
            .class("needs-part")
            .child(
                tag::h3()
                    .class("needs-title")
                    .child(say(search.state, title)),
            )
            .child(tag::div().class("needs-groups").child(groups))
    })
}

/// The features of a heading.
fn group(search: Search, label: Option<Text>, features: Vec<&Feature>) -> Element {
    let labels = labels(&features);
    let finds_none = move || {
        let found = labels.try_with_value(|labels| search.count(labels));
        found == Some(0)
    };
    let rows = features.into_iter();
    let rows = rows.map(|feature| row(search, feature.clone()));

    tag::fieldset()
        .class("needs-group")
        .attr("hidden", finds_none)
        .child(
            tag::legend()
                .class("help")
                .child(heading(search.state, label)),
        )
        .child(rows.collect::<Vec<_>>())
}

/// A feature to tick.
fn row(search: Search, feature: Feature) -> Element {
    let Feature { id, label, .. } = feature;
    let state = search.state;
    let value = id.to_string();
    let required = {
        let id = id.clone();
        state.memo_of_question(move |question| Some(question.item.requires.contains(&id)))
    };
    let hidden = {
        let label = Arc::clone(&label);
        move || search.count(std::slice::from_ref(&label)) == 0
    };
    let choose = move |event| {
        let needed = event_target_checked(&event);
        state.change(|question| question.set_required(&id, needed));
    };

    tag::label()
        .part("feature")
        .class("toggle")
        .attr("hidden", hidden)
        .child(
            checkbox("check")
                .attr("value", value)
                .holds("checked", move || required.get().unwrap_or_default())
                .on(ev::change, choose),
        )
        .child(tag::span().child(move || say_label(state, &label)))
}

/// Whether some edition lacks it, or has it in another way.
pub(super) fn differs(card: &Card, feature: &Feature) -> bool {
    let mut values = card.editions.iter().map(|e| feature.value(&e.id));
    let first = values.next();
    values.any(|value| Some(value) != first)
}
