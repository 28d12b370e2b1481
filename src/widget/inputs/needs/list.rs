//! The list of the features, by heading.

use leptos::ev;
use leptos::prelude::*;

use crate::card::{Card, Feature};
use crate::text::Text;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::inputs::headings::{by_heading, heading};
use crate::widget::shared::not_found::{clear_search, not_found};
use crate::widget::shared::pieces::checkbox;
use crate::widget::shared::sheet::notes;
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say, say_label};
use crate::widget::words::searched::{folded, has_all};
use crate::word::{Arg, Word};

/// What the list is searched for.
#[derive(Clone, Copy)]
pub(super) struct Search {
    pub state: State,
    /// The text, folded.
    pub text: Memo<String>,
    /// The text as it stands in the field.
    pub written: RwSignal<String>,
}

/// By what a feature is found: its name, and what is to be known of it.
type Texts = Vec<Text>;

impl Search {
    /// How many of several features have the text in what is said of them.
    fn count(self, features: &[Texts]) -> usize {
        let wanted = self.text.get();
        if wanted.is_empty() {
            return features.len();
        }
        let is_found = |texts: &&Texts| {
            let texts: Vec<String> = texts.iter().map(|text| self.state.label(text)).collect();
            has_all(&folded(&texts.join("\n")), &wanted)
        };
        features.iter().filter(is_found).count()
    }

    /// How many features are found; where that is none, that, with a way back.
    pub fn found(self, card: &Card) -> Node {
        let texts = texts(card, &card.features.iter().collect::<Vec<_>>());
        let found = Memo::new(move |_| {
            let found = texts.try_with_value(|texts| self.count(texts))?;
            (!self.text.get().is_empty()).then_some(found)
        });
        let said = move || match found.get()? {
            0 => Some(not_found(self.state, &self.written.get())),
            found => {
                let found = Arg::Count(u64::try_from(found).unwrap_or_default());
                let word = Word::new("ui-features-found").with("found", found);
                Some(phrase(self.state, word))
            }
        };
        let clear = clear_search(
            self.state,
            "#feature-search",
            move || found.get() == Some(0),
            move || {
                self.written.try_set(String::new());
            },
        );
        let said = tag::p().class("help").attr("role", "status").child(said);
        (said, clear).into_node()
    }
}

fn texts(card: &Card, features: &[&Feature]) -> StoredValue<Vec<Texts>> {
    let texts = features.iter().map(|feature| {
        let label = core::iter::once(Text::clone(&feature.label));
        label.chain(notes(card, &feature.id)).collect()
    });
    StoredValue::new(texts.collect())
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
        .map(|(label, features)| group(search, card, label.cloned(), features))
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
fn group(search: Search, card: &Card, label: Option<Text>, features: Vec<&Feature>) -> Element {
    let all = texts(card, &features);
    let finds_none = move || {
        let found = all.try_with_value(|texts| search.count(texts));
        found == Some(0)
    };
    let rows = features.into_iter();
    let rows = rows.map(|feature| row(search, card, feature.clone()));

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
fn row(search: Search, card: &Card, feature: Feature) -> Element {
    let texts = texts(card, &[&feature]);
    let Feature { id, label, .. } = feature;
    let state = search.state;
    let value = id.to_string();
    let required = {
        let id = id.clone();
        state.memo_of_question(move |question| Some(question.item.requires.contains(&id)))
    };
    let hidden = move || texts.try_with_value(|texts| search.count(texts)) == Some(0);
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
