//! A tree on the page: built, updated, removed.
//!
//! Whatever is on the page has at least one node there, so that it is known where it stands: where there is
//! nothing, a comment.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, untrack};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::node_ref::NodeRefContainer as _;
use leptos::tachys::renderer::types::{
    Element as Tag, Node as Place, Placeholder, Text as Letters,
};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::web_sys::wasm_bindgen::{JsCast as _, JsValue};

use super::each::{Each, Row};
use super::element::{Attribute, Element, Handler, Held, Parts};
use super::{Live, Node, Text};

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

/// What is run again, and what it has given.
pub(super) struct BuiltLive {
    shown: Rc<RefCell<Option<Built>>>,
    _effect: RenderEffect<()>,
}

/// A list, and the comment at its end.
pub(super) struct BuiltEach {
    rows: Rc<RefCell<Vec<BuiltRow>>>,
    end: Placeholder,
    _effect: RenderEffect<()>,
}

struct BuiltRow {
    key: String,
    built: Built,
    /// Last: what belongs to the row goes after it.
    _owner: Owner,
}

/// An element on the page.
pub(super) struct BuiltElement {
    tag: &'static str,
    at: Tag,
    attributes: Vec<(&'static str, BuiltAttribute)>,
    children: Vec<Built>,
}

enum BuiltAttribute {
    Fixed(Option<Text>),
    Live {
        _effect: RenderEffect<()>,
    },
    Held {
        _effect: RenderEffect<()>,
    },
    On {
        handler: Rc<RefCell<Handler>>,
        _listener: RemoveEventHandler<Tag>,
    },
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
                for row in &*each.rows.borrow() {
                    row.built.put(parent, before);
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
                for row in &*each.rows.borrow() {
                    row.built.remove();
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
                Some(row) => row.built.first(),
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
                rows.iter().flat_map(|row| row.built.elements()).collect()
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

impl BuiltLive {
    fn of(read: Live<Node>, before: Option<Built>) -> Self {
        let shown = Rc::new(RefCell::new(before));
        let place = Rc::clone(&shown);
        let effect = RenderEffect::new(move |_| {
            let node = read();
            let before = place.take();
            let now = match before {
                Some(before) => before.update(node),
                None => Built::of(node),
            };
            place.replace(Some(now));
        });
        Self {
            shown,
            _effect: effect,
        }
    }
}

impl BuiltEach {
    fn of(each: Each) -> Self {
        let Each(read) = each;
        let rows = Rc::new(RefCell::new(Vec::new()));
        let end = Rndr::create_placeholder();
        // Not the effect's own owner, which forgets everything whenever it runs again.
        let owner = Owner::current().unwrap_or_default();
        let effect = {
            let (rows, end) = (Rc::clone(&rows), end.clone());
            RenderEffect::new(move |_| {
                let wanted = read();
                let before = rows.take();
                rows.replace(renewed(before, wanted, &owner, &end));
            })
        };
        Self {
            rows,
            end,
            _effect: effect,
        }
    }
}

/// The rows that there are now: known ones stay, new ones are made, and all stand in their order.
fn renewed(
    mut before: Vec<BuiltRow>,
    wanted: Vec<Row>,
    owner: &Owner,
    end: &Placeholder,
) -> Vec<BuiltRow> {
    let mut now = Vec::with_capacity(wanted.len());
    for Row { key, make } in wanted {
        let known = before.iter().position(|row| row.key == key);
        now.push(match known {
            Some(place) => before.remove(place),
            None => {
                let owner = owner.with(Owner::new);
                let built = owner.with(|| untrack(|| Built::of(make())));
                BuiltRow {
                    key,
                    built,
                    _owner: owner,
                }
            }
        });
    }
    before.iter().for_each(|gone| gone.built.remove());
    if let Some(parent) = end.parent_node() {
        let mut next: Place = end.clone().unchecked_into();
        for row in now.iter().rev() {
            let (first, last) = (row.built.first(), row.built.last());
            if last.and_then(|last| last.next_sibling()).as_ref() != Some(&next) {
                row.built.put(&parent, Some(&next));
            }
            next = first.unwrap_or(next);
        }
    }
    now
}

impl BuiltElement {
    fn of(element: Element) -> Self {
        let Parts {
            tag,
            namespace,
            attributes,
            children,
            here,
        } = *element.0;
        let at = Rndr::create_element(tag, namespace);
        let attributes = attributes
            .into_iter()
            .map(|(name, attribute)| (name, built(&at, name, attribute)))
            .collect();
        let children = update_all(Vec::new(), children, Some(&at), None);
        if let Some(here) = here {
            here.load(&at);
        }
        Self {
            tag,
            at,
            attributes,
            children,
        }
    }

    /// Whether another element differs in what stands in it at most, and in the values of its attributes.
    fn is_like(&self, other: &Parts) -> bool {
        let same =
            |((known, before), (name, now)): (&(&str, BuiltAttribute), &(&str, Attribute))| {
                let kind = matches!(
                    (before, now),
                    (BuiltAttribute::Fixed(_), Attribute::Fixed(_))
                        | (BuiltAttribute::Live { .. }, Attribute::Live(_))
                        | (BuiltAttribute::Held { .. }, Attribute::Held(_))
                        | (BuiltAttribute::On { .. }, Attribute::On(_))
                );
                kind && known == name
            };
        self.tag == other.tag
            && self.attributes.len() == other.attributes.len()
            && self.attributes.iter().zip(&other.attributes).all(same)
    }

    /// Takes what another element has that is like it.
    fn update(mut self, element: Element) -> Self {
        let Parts {
            attributes,
            children,
            ..
        } = *element.0;
        for ((name, known), (_, attribute)) in self.attributes.iter_mut().zip(attributes) {
            match (known, attribute) {
                (BuiltAttribute::Fixed(before), Attribute::Fixed(now)) => {
                    if *before != now {
                        set(&self.at, name, now.as_deref());
                    }
                    *before = now;
                }
                (BuiltAttribute::On { handler, .. }, Attribute::On(now)) => {
                    handler.replace(now);
                }
                (BuiltAttribute::Live { _effect: effect }, Attribute::Live(read)) => {
                    *effect = live(&self.at, name, read, false);
                }
                (known, attribute) => *known = built(&self.at, name, attribute),
            }
        }
        self.children = update_all(self.children, children, Some(&self.at), None);
        self
    }
}

fn built(at: &Tag, name: &'static str, attribute: Attribute) -> BuiltAttribute {
    match attribute {
        Attribute::Fixed(text) => {
            if let Some(text) = &text {
                Rndr::set_attribute(at, name, text);
            }
            BuiltAttribute::Fixed(text)
        }
        Attribute::Live(read) => BuiltAttribute::Live {
            _effect: live(at, name, read, true),
        },
        Attribute::Held(read) => BuiltAttribute::Held {
            _effect: held(at, name, read),
        },
        Attribute::On(handler) => {
            let handler = Rc::new(RefCell::new(handler));
            let now = Rc::clone(&handler);
            let listen = Box::new(move |event: JsValue| {
                // Let go of first: the handler may be replaced while it runs.
                let handle = Handler::clone(&now.borrow());
                handle(event.unchecked_into());
            });
            BuiltAttribute::On {
                handler,
                _listener: Rndr::add_event_listener(at, name, listen),
            }
        }
    }
}

fn set(at: &Tag, name: &str, text: Option<&str>) {
    match text {
        Some(text) => Rndr::set_attribute(at, name, text),
        None => Rndr::remove_attribute(at, name),
    }
}

/// Sets an attribute whenever it changes. A `fresh` element has it not yet.
fn live(at: &Tag, name: &'static str, read: Live<Option<Text>>, fresh: bool) -> RenderEffect<()> {
    let at = at.clone();
    let mut before = fresh.then_some(None);
    RenderEffect::new(move |_| {
        let now = read();
        if before.as_ref() != Some(&now) {
            set(&at, name, now.as_deref());
            before = Some(now);
        }
    })
}

/// Sets a property whenever it is read anew: the visitor may have changed it in between.
fn held(at: &Tag, name: &'static str, read: Live<Held>) -> RenderEffect<()> {
    let at = at.clone();
    let mut fresh = true;
    RenderEffect::new(move |_| {
        let now = read();
        if core::mem::take(&mut fresh)
            && let Some(text) = now.clone().into_text()
        {
            Rndr::set_attribute(&at, name, &text);
        }
        let value = match now {
            Held::Text(None) => return,
            Held::Text(Some(text)) => JsValue::from(text),
            Held::Tick(tick) => JsValue::from(tick),
        };
        Rndr::set_property_or_value(&at, name, &value);
    })
}
