//! An element on the page, with its attributes.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::node_ref::NodeRefContainer as _;
use leptos::tachys::renderer::types::Element as Tag;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::web_sys::wasm_bindgen::{JsCast as _, JsValue};

use super::{Built, update_all};
use crate::widget::dom::element::{Attribute, Element, Handler, Held, Parts};
use crate::widget::dom::{Live, Text};

/// An element on the page.
pub(in crate::widget::dom) struct BuiltElement {
    tag: &'static str,
    pub at: Tag,
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

impl BuiltElement {
    pub fn of(element: Element) -> Self {
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
    pub fn is_like(&self, other: &Parts) -> bool {
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
    pub fn update(mut self, element: Element) -> Self {
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
