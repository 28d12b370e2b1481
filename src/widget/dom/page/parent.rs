//! What stands in an element, and how that is put in order again.
//!
//! The page is not ours alone. A translator puts elements of its own in the place of texts, wraps or splits
//! them; an extension adds nodes, a script joins neighbouring texts. What is written to a text that is no
//! longer there is not seen, and what stands there instead would stay. So before something in an element
//! changes, its children are brought back to what they should be.

use core::cell::RefCell;
use std::rc::Weak;

use leptos::tachys::renderer::Rndr;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::Built;

/// An element, and all that should stand in it.
pub(in crate::widget::dom) struct Parent {
    pub element: web_sys::Element,
    /// Empty only while they are being built or updated.
    pub children: RefCell<Vec<Built>>,
}

impl Parent {
    /// Has exactly its children stand in the element, each text as it was written. What stands where it
    /// should is not touched: it may have the focus.
    pub fn restore(&self) {
        let mut expected = Vec::new();
        for built in &*self.children.borrow() {
            built.list_nodes(&mut expected);
        }
        let mut next = self.element.first_child();
        for node in expected {
            // What stands before it is somebody else's, or comes later.
            while is_in(&node, &self.element)
                && let Some(other) = next.take_if(|next| *next != node)
            {
                next = other.next_sibling();
                remove(&self.element, &other);
            }
            match next.take_if(|next| *next == node) {
                Some(node) => next = node.next_sibling(),
                // What cannot be inserted is not on the page, as before: nothing more can be done.
                None => drop(self.element.insert_before(&node, next.as_ref())),
            }
        }
        while let Some(other) = next {
            next = other.next_sibling();
            remove(&self.element, &other);
        }
        for built in &*self.children.borrow() {
            built.rewrite_texts();
        }
    }
}

/// Restores the element that views stand in, where that is one of ours.
pub(super) fn restore(parent: &Weak<Parent>) {
    if let Some(parent) = parent.upgrade() {
        parent.restore();
    }
}

fn is_in(node: &web_sys::Node, element: &web_sys::Element) -> bool {
    let parent = node.parent_node();
    parent.is_some_and(|parent| parent == **element)
}

fn remove(element: &web_sys::Element, node: &web_sys::Node) {
    // It is in there, so that this cannot fail.
    drop(element.remove_child(node));
}

impl Built {
    /// Adds its nodes, in their order.
    fn list_nodes(&self, nodes: &mut Vec<web_sys::Node>) {
        match self {
            Self::Nothing(comment) => nodes.push(comment.clone().unchecked_into()),
            Self::Text(text, _) => nodes.push(text.clone().unchecked_into()),
            Self::Element(element) => nodes.push(element.parent.element.clone().unchecked_into()),
            Self::Many(all) => all.iter().for_each(|built| built.list_nodes(nodes)),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.list_nodes(nodes);
                }
            }
            Self::List(list) => {
                for keyed in &*list.rows.borrow() {
                    keyed.row.built.list_nodes(nodes);
                }
                nodes.push(list.end.clone().unchecked_into());
            }
        }
    }

    /// Writes its texts where they are others than they should be, without those in its elements.
    fn rewrite_texts(&self) {
        match self {
            Self::Nothing(_) | Self::Element(_) => {}
            Self::Text(text, known) => {
                if text.node_value().as_deref() != Some(&**known) {
                    Rndr::set_text(text, known);
                }
            }
            Self::Many(all) => all.iter().for_each(Self::rewrite_texts),
            Self::Live(live) => {
                if let Some(shown) = &*live.shown.borrow() {
                    shown.rewrite_texts();
                }
            }
            Self::List(list) => {
                for keyed in &*list.rows.borrow() {
                    keyed.row.built.rewrite_texts();
                }
            }
        }
    }
}
