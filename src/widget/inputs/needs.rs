//! The features that are needed.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::card::{Card, Feature};
use crate::engine::{ProblemCode, Subject};
use crate::text::{Id, Text};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::words::phrase::{phrase, say};
use crate::widget::words::small::small;
use crate::word::{Arg, Word};

/// Features under one heading.
struct Heading {
    label: Option<Text>,
    features: Vec<Feature>,
}

/// A list to search and to tick; nothing where the card knows no features.
pub(in crate::widget) fn needs(state: State, card: Arc<Card>) -> Node {
    if card.features.is_empty() {
        return Node::Nothing;
    }
    let search = RwSignal::new(String::new());
    let sought = Memo::new(move |_| {
        let search = search.try_get().unwrap_or_default();
        small(search.trim())
    });
    let labels: StoredValue<Vec<Arc<Text>>> =
        StoredValue::new(card.features.iter().map(|f| Arc::clone(&f.label)).collect());
    let found = move || {
        let sought = sought.try_get().unwrap_or_default();
        let found = labels.try_with_value(|labels| {
            let labels = labels.iter();
            labels
                .filter(|label| matches(state, label, &sought))
                .count()
        });
        let found = u64::try_from(found.unwrap_or_default()).unwrap_or_default();
        let word = Word::new("ui-features-found").with("found", Arg::Count(found));
        (!sought.is_empty()).then(|| phrase(state, word))
    };
    let (differ, alike): (Vec<_>, Vec<_>) = card.features.iter().partition(|f| differs(&card, f));
    let list = |title: &'static str, features: Vec<&Feature>| {
        let headings = by_heading(&card, features).into_iter();
        let headings: Vec<_> = headings
            .map(|heading| group(state, heading, sought))
            .collect();
        (!headings.is_empty()).then(|| {
            tag::div()
                .class("needs-part")
                .child(tag::h3().class("needs-title").child(say(state, title)))
                .child(tag::div().class("needs-groups").child(headings))
        })
    };
    let differ = list("ui-features-differ", differ);
    let alike = list("ui-features-alike", alike);
    let open = state
        .question()
        .is_some_and(|question| !question.item.requires.is_empty());
    let number = Memo::new(move |_| state.question().map_or(0, |q| q.item.requires.len()));
    let count = move || {
        let number = u64::try_from(number.try_get().unwrap_or_default()).unwrap_or_default();
        let word = Word::new("ui-features-needed").with("needed", Arg::Count(number));
        (number > 0).then(|| {
            tag::span()
                .class("badge")
                .attr("data-needed", number.to_string())
                .child(phrase(state, word))
        })
    };

    tag::div()
        .class("needs")
        .child(
            tag::details()
                .part("needs")
                .class("more")
                .attr("open", open)
                .child(
                    tag::summary()
                        .child(say(state, "ui-features"))
                        .child(" ")
                        .child(count),
                )
                .child(
                    tag::label()
                        .class("label")
                        .attr("for", "feature-search")
                        .child(say(state, "ui-features-search")),
                )
                .child(
                    tag::div().class("box search").child(
                        tag::input()
                            .part("input")
                            .class("input")
                            .attr("id", "feature-search")
                            .attr("type", "search")
                            .attr("autocomplete", "off")
                            .on(ev::input, move |event| {
                                search.try_set(event_target_value(&event));
                            }),
                    ),
                )
                .child(tag::p().class("help").attr("role", "status").child(found))
                .child(differ)
                .child(alike),
        )
        .child(needed(state))
        .into_node()
}

/// What is needed, in sight while the list is closed, too.
fn needed(state: State) -> Node {
    let needed = Memo::new(move |_| {
        let picture = state.picture()?;
        let item = picture.chosen()?;
        let missing = |id: &Id| {
            item.problems.iter().any(|problem| {
                problem.code == ProblemCode::MissingFeature
                    && problem.subject == Subject::Feature(id.clone())
            })
        };
        let requires = &picture.request.items.first()?.requires;
        let features = requires.iter().filter_map(|id| picture.card.feature(id));
        let features = features.map(|f| (f.id.clone(), Arc::clone(&f.label), missing(&f.id)));
        Some(features.collect::<Vec<_>>())
    });

    (move || {
        let needed = needed.try_get().flatten()?;
        let chips = needed.into_iter().map(|(id, label, missing)| {
            let sign = if missing { "✕ " } else { "✓ " };
            let verdict = if missing { "ui-not-there" } else { "ui-there" };
            tag::li()
                .part("needed")
                .class("chip")
                .attr("data-feature", id.to_string())
                .attr("data-missing", missing.to_string())
                .child(tag::span().attr("aria-hidden", "true").child(sign))
                .child(move || state.label(&label))
                .child(
                    tag::span()
                        .class("visually-hidden")
                        .child(": ")
                        .child(say(state, verdict)),
                )
        });
        let chips: Vec<_> = chips.collect();
        (!chips.is_empty()).then(|| tag::ul().class("chips").child(chips))
    })
    .into_node()
}

/// The features of a heading.
fn group(state: State, heading: Heading, sought: Memo<String>) -> Node {
    let Heading { label, features } = heading;
    let labels: StoredValue<Vec<Arc<Text>>> =
        StoredValue::new(features.iter().map(|f| Arc::clone(&f.label)).collect());
    let none = move || {
        let sought = sought.try_get().unwrap_or_default();
        let found = labels
            .try_with_value(|labels| labels.iter().any(|label| matches(state, label, &sought)));
        found == Some(false)
    };
    let features: Vec<_> = features
        .into_iter()
        .map(|feature| row(state, feature, sought))
        .collect();
    let label = move || match &label {
        Some(label) => state.label(label),
        None => state.say(&Word::new("ui-other")),
    };

    tag::fieldset()
        .class("needs-group")
        .attr("hidden", none)
        .child(tag::legend().class("help").child(label))
        .child(features)
        .into_node()
}

fn row(state: State, feature: Feature, sought: Memo<String>) -> Node {
    let Feature { id, label, .. } = feature;
    let required = {
        let id = id.clone();
        Memo::new(move |_| {
            let question = state.question();
            question.is_some_and(|question| question.item.requires.contains(&id))
        })
    };
    let required = move || required.try_get().unwrap_or_default();
    let hidden = {
        let label = Arc::clone(&label);
        move || !matches(state, &label, &sought.try_get().unwrap_or_default())
    };
    let value = id.to_string();
    let choose = move |event| {
        let needed = event_target_checked(&event);
        state.change(|question| question.set_required(&id, needed));
    };

    tag::label()
        .part("feature")
        .class("toggle")
        .attr("hidden", hidden)
        .child(
            tag::input()
                .attr("type", "checkbox")
                .class("check")
                .attr("value", value)
                .holds("checked", required)
                .on(ev::change, choose),
        )
        .child(tag::span().child(move || state.label(&label)))
        .into_node()
}

fn matches(state: State, label: &Text, sought: &str) -> bool {
    sought.is_empty() || small(&state.label(label)).contains(sought)
}

/// Whether some edition lacks it, or has it in another way.
fn differs(card: &Card, feature: &Feature) -> bool {
    let mut values = card.editions.iter().map(|e| feature.value(&e.id));
    let first = values.next();
    values.any(|value| Some(value) != first)
}

/// By heading, in the order in which the headings first appear.
fn by_heading(card: &Card, features: Vec<&Feature>) -> Vec<Heading> {
    let mut groups: Vec<(Option<&Id>, Heading)> = Vec::new();
    for feature in features {
        let group = feature.group.as_ref();
        if let Some((_, heading)) = groups.iter_mut().find(|(known, _)| *known == group) {
            heading.features.push(feature.clone());
            continue;
        }
        let label = card.groups.iter().find(|known| Some(&known.id) == group);
        let heading = Heading {
            label: label.map(|group| group.label.clone()),
            features: vec![feature.clone()],
        };
        groups.push((group, heading));
    }
    groups.into_iter().map(|(_, heading)| heading).collect()
}
