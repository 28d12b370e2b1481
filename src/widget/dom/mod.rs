//! The view library: elements, texts and lists as values, and closures for what changes.
//!
//! Leptos gives every view a type of its own, as deep as the view, and compiles for each type how it is
//! built, updated and removed. Here every view has one type, [`Node`], a tree of values: that is compiled
//! once, and a view costs what it says.
//!
//! ```ignore
//! tag::p()
//!     .part("total")
//!     .attr("data-value", move || exact())
//!     .child(tag::span().class("label").child(say(state, "ui-total")))
//!     .child(move || shown())
//! ```
//!
//! Leptos' are the reactive graph (signals, memos, owners), the names of events, `NodeRef`,
//! `mount_to`, and a thin layer over the calls of the DOM. Ours are how a tree is built, updated and
//! removed on the page, the effects that do so, lists with keys, and HTML with its escaping. A [`Node`] is a view of Leptos, so it
//! can be mounted by Leptos and stand in a `view!`.
//!
//! # What stays on the page
//!
//! A closure runs again when a signal changes that it has read, and the page is brought to what it gives
//! then, node by node:
//!
//! - Text stays the same text node.
//! - An element stays where the name, and the names and kinds of its attributes, are the same. Its children
//!   are compared in the same way, one by one. Its handlers are replaced.
//! - A list stays, with the rows whose keys are still there: where [`each`] was called again, each of them is
//!   brought to what it gives now.
//! - All else is replaced.
//!
//! Before anything in an element changes, its children are what they should be: what somebody else has put
//! there, as a translator puts its own elements in the place of texts, goes, and each text stands as it was
//! written. What does not change is left as the translator wants it. Only at the root of a tree, where nodes
//! of others may stand beside it, that is not so.
//!
//! So a closure should be as small as what changes. It also runs again for what is read while the views in
//! it are made; where that is not wanted, they are made within [`untrack`](leptos::prelude::untrack).
//!
//! | place | what is there |
//! | --- | --- |
//! | `element` | [`Element`] with its attributes |
//! | `tag` | a function for each element |
//! | `each` | [`each`], a list whose rows stay while their keys do |
//! | `page` | a tree on the page: built, updated, removed |
//! | `html` | a tree as HTML |
//! | `view` | a tree as a view of Leptos |

mod each;
mod element;
mod html;
mod page;
pub(in crate::widget) mod tag;
mod view;

use std::borrow::Cow;

use each::List;
pub(in crate::widget) use each::each;
pub(in crate::widget) use element::Element;

/// A text: of the program, or made.
type Text = Cow<'static, str>;

/// A view.
#[derive(Default)]
pub(in crate::widget) enum Node {
    /// Nothing.
    #[default]
    Nothing,
    /// Text.
    Text(Text),
    /// An element.
    Element(Element),
    /// Several views, one after another.
    Many(Vec<Node>),
    /// What a closure gives.
    Live(Live<Node>),
    /// A list with keys.
    List(List),
}

/// A closure that runs again when a signal changes that it has read.
type Live<T> = Box<dyn Fn() -> T + Send>;

/// Whatever can stand in an element.
pub(in crate::widget) trait IntoNode {
    /// As a view.
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for Element {
    fn into_node(self) -> Node {
        Node::Element(self)
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::Text(Cow::Borrowed(self))
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or(Node::Nothing, T::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(T::into_node).collect())
    }
}

impl<F: Fn() -> T + Send + 'static, T: IntoNode> IntoNode for F {
    fn into_node(self) -> Node {
        Node::Live(Box::new(move || self().into_node()))
    }
}

impl<A: IntoNode, B: IntoNode> IntoNode for (A, B) {
    fn into_node(self) -> Node {
        Node::Many(vec![self.0.into_node(), self.1.into_node()])
    }
}

impl<A: IntoNode, B: IntoNode, C: IntoNode> IntoNode for (A, B, C) {
    fn into_node(self) -> Node {
        let (a, b, c) = self;
        Node::Many(vec![a.into_node(), b.into_node(), c.into_node()])
    }
}

impl<A: IntoNode, B: IntoNode, C: IntoNode, D: IntoNode> IntoNode for (A, B, C, D) {
    fn into_node(self) -> Node {
        let (a, b, c, d) = self;
        Node::Many(vec![
            a.into_node(),
            b.into_node(),
            c.into_node(),
            d.into_node(),
        ])
    }
}

/// Several views, one after another.
pub(in crate::widget) fn many<T: IntoNode>(views: impl Iterator<Item = T>) -> Node {
    Node::Many(views.map(T::into_node).collect())
}
