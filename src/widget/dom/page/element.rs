//! An element on the page.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::{GetUntracked as _, NodeRef};
use leptos::tachys::html::node_ref::NodeRefContainer as _;
use leptos::tachys::renderer::Rndr;
use leptos::web_sys;

use super::attribute::BuiltAttribute;
use super::parent::Parent;
use super::update_all;
use crate::widget::dom::Node;
use crate::widget::dom::element::{Element, ElementData};

/// An element on the page.
pub(in crate::widget::dom) struct BuiltElement {
    tag: &'static str,
    attributes: Vec<(&'static str, BuiltAttribute)>,
    /// The element itself, and what stands in it.
    pub parent: Rc<Parent>,
}

impl BuiltElement {
    pub fn new(element: Element) -> Self {
        let ElementData {
            tag,
            namespace,
            attributes,
            children,
            node_ref,
        } = *element.0;
        let element = Rndr::create_element(tag, namespace);
        let attributes = attributes
            .into_iter()
            .map(|(name, attribute)| (name, BuiltAttribute::new(&element, name, attribute)))
            .collect();
        load(node_ref, &element);
        let parent = Rc::new(Parent {
            element,
            children: RefCell::new(Vec::new()),
        });
        let built = Self {
            tag,
            attributes,
            parent,
        };
        built.renew(children);
        built
    }

    /// Whether another element has the same name, and attributes of the same names and kinds: then it
    /// differs in values and children alone, and this one can become it.
    pub fn is_like(&self, other: &ElementData) -> bool {
        let mut pairs = self.attributes.iter().zip(&other.attributes);
        self.tag == other.tag
            && self.attributes.len() == other.attributes.len()
            && pairs.all(|((name, before), (other, now))| name == other && before.is_like(now))
    }

    /// Takes the values and children of an element that [is like](Self::is_like) it.
    pub fn update(mut self, element: Element) -> Self {
        let ElementData {
            attributes,
            children,
            node_ref,
            ..
        } = *element.0;
        for ((name, before), (_, now)) in self.attributes.iter_mut().zip(attributes) {
            before.update(&self.parent.element, name, now);
        }
        self.parent.restore();
        self.renew(children);
        load(node_ref, &self.parent.element);
        self
    }

    /// Shows other children.
    fn renew(&self, children: Vec<Node>) {
        let Parent {
            element,
            children: shown,
        } = &*self.parent;
        let before = shown.take();
        let parent = Rc::downgrade(&self.parent);
        shown.replace(update_all(before, children, &parent, Some(element), None));
    }
}

/// Says to a `NodeRef` which element it stands for. One that knows it is left alone: effects that read
/// it would run again.
fn load(node_ref: Option<NodeRef<Div>>, element: &web_sys::Element) {
    let Some(node_ref) = node_ref else {
        return;
    };
    let known = node_ref.try_get_untracked().flatten();
    if known.is_none_or(|known| **known != *element) {
        node_ref.load(element);
    }
}
