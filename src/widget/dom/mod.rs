//! What a view is made of: elements, texts, lists, and closures for what changes.
//!
//! Leptos gives every view a type of its own, as deep as the view, and compiles for each type how it is
//! built, updated and removed. Here every view is one type, [`Node`], a tree of values: that is compiled
//! once, and a view costs what it says. Signals, memos and owners are Leptos', and a [`Node`] is a Leptos
//! view: it can be mounted, and stand in a `view!`.
//!
//! ```ignore
//! tag::p()
//!     .part("total")
//!     .attr("data-value", move || exact())
//!     .child(tag::span().class("label").child(say(state, "ui-total")))
//!     .child(move || shown())
//! ```
//!
//! A closure is run again when a signal changes that it has read, and what it gives is fitted into the
//! page: an element stays where its name and its attributes are the same. It should be as small as what
//! changes. What a view reads while it is being made belongs to the closure around it, too; where that
//! is to be made anew for fewer reasons, it is made within [`untrack`](leptos::prelude::untrack).
//!
//! | place | what is there |
//! | --- | --- |
//! | `element` | [`Element`] and its attributes |
//! | `tag` | a function for each name of an element |
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

use each::Each;
pub(in crate::widget) use each::each;
pub(in crate::widget) use element::Element;

/// A text that is known beforehand or made.
type Text = Cow<'static, str>;

/// A view.
#[derive(Default)]
pub(in crate::widget) enum Node {
    /// Nothing, for now.
    #[default]
    Nothing,
    /// A text.
    Text(Text),
    /// An element.
    Element(Element),
    /// Several, one after another.
    Many(Vec<Node>),
    /// What changes.
    Live(Live<Node>),
    /// A list.
    Each(Each),
}

/// What is read again when something changes that it depends on.
type Live<T> = Box<dyn Fn() -> T + Send>;

/// What can stand in an element.
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
