//! What stands under which heading of a card.

use crate::card::Card;
use crate::text::{Id, Text};
use crate::widget::dom::{IntoNode as _, Node};
use crate::widget::state::State;
use crate::widget::words::phrase::{say, say_label};

/// Things of a card by their headings, in the order in which these first appear. `None` is the heading of
/// what the card puts under none.
pub(super) fn by_heading<'a, T>(
    card: &'a Card,
    things: Vec<&'a T>,
    heading: impl Fn(&'a T) -> Option<&'a Id>,
) -> Vec<(Option<&'a Text>, Vec<&'a T>)> {
    let mut groups: Vec<(Option<&Id>, Vec<&T>)> = Vec::new();
    for thing in things {
        let id = heading(thing);
        match groups.iter_mut().find(|(known, _)| *known == id) {
            Some((_, members)) => members.push(thing),
            None => groups.push((id, vec![thing])),
        }
    }
    let groups = groups.into_iter();
    groups
        .map(|(id, members)| (label(card, id), members))
        .collect()
}

fn label<'a>(card: &'a Card, id: Option<&Id>) -> Option<&'a Text> {
    let heading = card.groups.iter().find(|known| Some(&known.id) == id);
    heading.map(|heading| &heading.label)
}

/// A heading of the card; where it has none, that these are the others.
pub(super) fn heading(state: State, label: Option<Text>) -> Node {
    let heading = move || match &label {
        Some(label) => say_label(state, label),
        None => say(state, "ui-other"),
    };
    heading.into_node()
}
