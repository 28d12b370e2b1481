//! A tree on the page: built, updated, removed.
//!
//! Whatever is on the page has at least one node there, so that it is known where it stands: where there is
//! nothing, a comment.

mod element;
mod list;
mod live;

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{
    Element as Tag, Node as Place, Placeholder, Text as Letters,
};
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::{Node, Text};
use element::BuiltElement;
use list::BuiltEach;
use live::BuiltLive;

/// A view on the page.
pub(super) enum Built {
    Nothing(Placeholder),
    Text(Letters, Text),
    Element(BuiltElement),
    /// At least one.
    Many(Vec<Built>),
    Live(BuiltLive),
    Each(BuiltEach),
}

impl Built {
    /// Builds a view; it is not on the page yet.
    pub fn of(node: Node) -> Self {
        match node {
            Node::Many(nodes) if nodes.is_empty() => Self::of(Node::Nothing),
            Node::Nothing => Self::Nothing(Rndr::create_placeholder()),
            Node::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Node::Element(element) => Self::Element(BuiltElement::of(element)),
            Node::Many(nodes) => Self::Many(nodes.into_iter().map(Self::of).collect()),
            Node::Live(read) => Self::Live(BuiltLive::of(read, None)),
            Node::Each(each) => Self::Each(BuiltEach::of(each)),
        }
    }

    /// Fits another view into the place of this one, and keeps what can stay.
    pub fn update(self, node: Node) -> Self {
        match (self, node) {
            (Self::Text(at, before), Node::Text(now)) => {
                if before != now {
                    Rndr::set_text(&at, &now);
                }
                Self::Text(at, now)
            }
            (Self::Nothing(at), Node::Nothing) => Self::Nothing(at),
            (Self::Element(before), Node::Element(now)) if before.is_like(&now.0) => {
                Self::Element(before.update(now))
            }
            (Self::Many(before), Node::Many(now)) if !now.is_empty() => {
                let last = before.last().and_then(Self::last);
                let parent = last.as_ref().and_then(Place::parent_node);
                let end = last.and_then(|last| last.next_sibling());
                Self::Many(update_all(before, now, parent.as_ref(), end.as_ref()))
            }
            (Self::Live(before), Node::Live(read)) => {
                let shown = before.shown.take();
                drop(before);
                Self::Live(BuiltLive::of(read, shown))
            }
            (before, now) => {
                let now = Self::of(now);
                if let Some(first) = before.first()
                    && let Some(parent) = first.parent_node()
                {
                    now.put(&parent, Some(&first));
                }
                before.remove();
                now
            }
        }
    }

    /// Puts it into a parent, at the end or before something.
    pub fn put(&self, parent: &Place, before: Option<&Place>) {
        match self {
            Self::Nothing(at) => put(parent, at, before),
            Self::Text(at, _) => put(parent, at, before),
            Self::Element(element) => put(parent, &element.at, before),
            Self::Many(all) => all.iter().for_each(|built| built.put(parent, before)),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.put(parent, before);
                }
            }
            Self::Each(each) => {
                for keyed in &*each.rows.borrow() {
                    keyed.row.built.put(parent, before);
                }
                put(parent, &each.end, before);
            }
        }
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        match self {
            Self::Nothing(at) => Rndr::remove(at),
            Self::Text(at, _) => Rndr::remove(at),
            Self::Element(element) => Rndr::remove(&element.at),
            Self::Many(all) => all.iter().for_each(Self::remove),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.remove();
                }
            }
            Self::Each(each) => {
                for keyed in &*each.rows.borrow() {
                    keyed.row.built.remove();
                }
                Rndr::remove(&each.end);
            }
        }
    }

    /// Its first node on the page.
    pub fn first(&self) -> Option<Place> {
        match self {
            Self::Many(all) => all.first()?.first(),
            Self::Live(live) => live.shown.borrow().as_ref()?.first(),
            Self::Each(each) => match each.rows.borrow().first() {
                Some(keyed) => keyed.row.built.first(),
                None => self.last(),
            },
            _ => self.last(),
        }
    }

    /// Its last node on the page.
    fn last(&self) -> Option<Place> {
        match self {
            Self::Nothing(at) => Some(at.clone().unchecked_into()),
            Self::Text(at, _) => Some(at.clone().unchecked_into()),
            Self::Element(element) => Some(element.at.clone().unchecked_into()),
            Self::Many(all) => all.last()?.last(),
            Self::Live(live) => live.shown.borrow().as_ref()?.last(),
            Self::Each(each) => Some(each.end.clone().unchecked_into()),
        }
    }

    /// The elements that stand in its parent.
    pub fn elements(&self) -> Vec<Tag> {
        match self {
            Self::Element(element) => vec![element.at.clone()],
            Self::Many(all) => all.iter().flat_map(Self::elements).collect(),
            Self::Live(live) => live
                .shown
                .borrow()
                .iter()
                .flat_map(Self::elements)
                .collect(),
            Self::Each(each) => {
                let rows = each.rows.borrow();
                rows.iter()
                    .flat_map(|keyed| keyed.row.built.elements())
                    .collect()
            }
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
        }
    }
}

fn put(parent: &Place, node: &Place, before: Option<&Place>) {
    Rndr::insert_node(parent.unchecked_ref(), node, before);
}

/// Fits views into the place of others, one by one.
fn update_all(
    before: Vec<Built>,
    now: Vec<Node>,
    parent: Option<&Place>,
    end: Option<&Place>,
) -> Vec<Built> {
    let mut before = before.into_iter();
    let now = now.into_iter().map(|node| match before.next() {
        Some(known) => known.update(node),
        None => {
            let built = Built::of(node);
            if let Some(parent) = parent {
                built.put(parent, end);
            }
            built
        }
    });
    let now = now.collect();
    before.for_each(|gone| gone.remove());
    now
}
