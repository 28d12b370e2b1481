//! A tree on the page: built, updated, removed.
//!
//! A view on the page has at least one node there, so that it is known where it stands: where it shows
//! nothing, a comment stands in for it.
//!
//! | place | what is there |
//! | --- | --- |
//! | `element` | an element, which stays where another one is like it |
//! | `parent` | what stands in an element, put in order again after somebody else has changed it |
//! | `attribute` | its attributes, properties and listeners |
//! | `live` | what a closure gives |
//! | `effect` | a closure that runs again |
//! | `list` | a list whose rows stay while their keys do |
//! | `order` | which rows stand still when the order changes |
//! | `tests` | each of them in a browser |

mod attribute;
mod effect;
mod element;
mod list;
mod live;
mod order;
mod parent;
#[cfg(all(test, feature = "csr", target_arch = "wasm32"))]
mod tests;

use std::rc::Weak;

use leptos::tachys::renderer::Rndr;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::{Node, Text};
use element::BuiltElement;
use list::BuiltList;
use live::BuiltLive;
use parent::Parent;

/// A view on the page.
pub(super) enum Built {
    Nothing(web_sys::Comment),
    Text(web_sys::Text, Text),
    Element(BuiltElement),
    /// At least one.
    Many(Vec<Built>),
    Live(BuiltLive),
    List(BuiltList),
}

impl Built {
    /// Builds the view that is at the root of a tree, beside which others may stand.
    pub fn root(node: Node) -> Self {
        Self::new(node, &Weak::new())
    }

    /// Shows another view in the place of one that is at the root of a tree.
    pub fn update_root(self, node: Node) -> Self {
        self.update(node, &Weak::new())
    }

    /// Builds a view that is to stand in an element. It is not on the page before it is
    /// [inserted](Self::insert) there.
    pub fn new(node: Node, parent: &Weak<Parent>) -> Self {
        match node {
            Node::Many(nodes) if nodes.is_empty() => Self::new(Node::Nothing, parent),
            Node::Nothing => Self::Nothing(Rndr::create_placeholder()),
            Node::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Node::Element(element) => Self::Element(BuiltElement::new(element)),
            Node::Many(nodes) => {
                let built = nodes.into_iter().map(|node| Self::new(node, parent));
                Self::Many(built.collect())
            }
            Node::Live(read) => Self::Live(BuiltLive::new(read, None, parent)),
            Node::List(list) => Self::List(BuiltList::new(list, parent)),
        }
    }

    /// Shows another view in the place of this one. Whatever is of the same kind stays; all else is
    /// replaced.
    pub fn update(self, node: Node, parent: &Weak<Parent>) -> Self {
        match (self, node) {
            (Self::Text(shown, before), Node::Text(text)) => {
                if before != text {
                    Rndr::set_text(&shown, &text);
                }
                Self::Text(shown, text)
            }
            (Self::Nothing(comment), Node::Nothing) => Self::Nothing(comment),
            (Self::Element(before), Node::Element(element)) if before.is_like(&element.0) => {
                Self::Element(before.update(element))
            }
            (Self::Many(before), Node::Many(nodes)) if !nodes.is_empty() => {
                let last = before.last().and_then(Self::last_node);
                let element = last.as_ref().and_then(web_sys::Node::parent_node);
                let end = last.and_then(|last| last.next_sibling());
                let element = element.as_ref();
                Self::Many(update_all(before, nodes, parent, element, end.as_ref()))
            }
            (Self::Live(before), Node::Live(read)) => {
                let shown = before.shown.take();
                // The effect of before ends here, so that only one of the two writes to the page.
                drop(before);
                Self::Live(BuiltLive::new(read, shown, parent))
            }
            (Self::List(before), Node::List(list)) => Self::List(before.update(list, parent)),
            (before, node) => before.replace(node, parent),
        }
    }

    fn replace(self, node: Node, parent: &Weak<Parent>) -> Self {
        let built = Self::new(node, parent);
        if let Some(first) = self.first_node()
            && let Some(element) = first.parent_node()
        {
            built.insert(&element, Some(&first));
        }
        self.remove();
        built
    }

    /// Inserts it into a parent, before a node there or at the end.
    pub fn insert(&self, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
        match self {
            Self::Nothing(comment) => insert(parent, comment, before),
            Self::Text(text, _) => insert(parent, text, before),
            Self::Element(element) => insert(parent, &element.parent.element, before),
            Self::Many(all) => all.iter().for_each(|built| built.insert(parent, before)),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.insert(parent, before);
                }
            }
            Self::List(list) => {
                for keyed in &*list.rows.borrow() {
                    keyed.row.built.insert(parent, before);
                }
                insert(parent, &list.end, before);
            }
        }
    }

    /// Removes it from the page.
    pub fn remove(&self) {
        match self {
            Self::Nothing(comment) => Rndr::remove(comment),
            Self::Text(text, _) => Rndr::remove(text),
            Self::Element(element) => Rndr::remove(&element.parent.element),
            Self::Many(all) => all.iter().for_each(Self::remove),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.remove();
                }
            }
            Self::List(list) => {
                for keyed in &*list.rows.borrow() {
                    keyed.row.built.remove();
                }
                Rndr::remove(&list.end);
            }
        }
    }

    /// The first of its nodes.
    pub fn first_node(&self) -> Option<web_sys::Node> {
        match self {
            Self::Many(all) => all.first()?.first_node(),
            Self::Live(live) => live.shown.borrow().as_ref()?.first_node(),
            Self::List(list) => match list.rows.borrow().first() {
                Some(keyed) => keyed.row.built.first_node(),
                None => self.last_node(),
            },
            _ => self.last_node(),
        }
    }

    /// The last of its nodes.
    fn last_node(&self) -> Option<web_sys::Node> {
        match self {
            Self::Nothing(comment) => Some(comment.clone().unchecked_into()),
            Self::Text(text, _) => Some(text.clone().unchecked_into()),
            Self::Element(element) => Some(element.parent.element.clone().unchecked_into()),
            Self::Many(all) => all.last()?.last_node(),
            Self::Live(live) => live.shown.borrow().as_ref()?.last_node(),
            Self::List(list) => Some(list.end.clone().unchecked_into()),
        }
    }

    /// Its elements, without those that stand in them.
    pub fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
            Self::Element(element) => vec![element.parent.element.clone()],
            Self::Many(all) => all.iter().flat_map(Self::elements).collect(),
            Self::Live(live) => {
                let shown = live.shown.borrow();
                shown.iter().flat_map(Self::elements).collect()
            }
            Self::List(list) => {
                let rows = list.rows.borrow();
                rows.iter()
                    .flat_map(|keyed| keyed.row.built.elements())
                    .collect()
            }
        }
    }
}

fn insert(parent: &web_sys::Node, node: &web_sys::Node, before: Option<&web_sys::Node>) {
    Rndr::insert_node(parent.unchecked_ref(), node, before);
}

/// Shows views in the places of others, one by one: those without a counterpart are inserted into
/// `element`, before `end`, or removed.
fn update_all(
    before: Vec<Built>,
    nodes: Vec<Node>,
    parent: &Weak<Parent>,
    element: Option<&web_sys::Node>,
    end: Option<&web_sys::Node>,
) -> Vec<Built> {
    let mut before = before.into_iter();
    let updated = nodes.into_iter().map(|node| match before.next() {
        Some(built) => built.update(node, parent),
        None => {
            let built = Built::new(node, parent);
            if let Some(element) = element {
                built.insert(element, end);
            }
            built
        }
    });
    let updated = updated.collect();
    before.for_each(|built| built.remove());
    updated
}
