//! The attributes, properties and listeners of an element on the page.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::{JsCast as _, JsValue};

use super::effect::Effect;
use crate::widget::dom::element::{Attribute, Handler, Property};
use crate::widget::dom::{Live, Text};

/// What stands under a name on an element of the page.
pub(super) enum BuiltAttribute {
    Fixed(Option<Text>),
    Live {
        _effect: Effect,
    },
    Property {
        _effect: Effect,
    },
    /// The listener stays while its handlers come and go.
    On {
        handler: Rc<RefCell<Handler>>,
        _listener: RemoveEventHandler<web_sys::Element>,
    },
}

impl BuiltAttribute {
    /// Sets it on an element that has none of this name yet.
    pub fn new(element: &web_sys::Element, name: &'static str, attribute: Attribute) -> Self {
        match attribute {
            Attribute::Fixed(text) => {
                if let Some(text) = &text {
                    Rndr::set_attribute(element, name, text);
                }
                Self::Fixed(text)
            }
            Attribute::Live(read) => Self::Live {
                _effect: live(element, name, read, Some(None)),
            },
            Attribute::Property(read) => Self::Property {
                _effect: property(element, name, read),
            },
            Attribute::On(handler) => listener(element, name, handler),
        }
    }

    /// Whether another one is of the same kind, so that it can take the place of this one.
    pub fn is_like(&self, other: &Attribute) -> bool {
        matches!(
            (self, other),
            (Self::Fixed(_), Attribute::Fixed(_))
                | (Self::Live { .. }, Attribute::Live(_))
                | (Self::Property { .. }, Attribute::Property(_))
                | (Self::On { .. }, Attribute::On(_))
        )
    }

    /// Sets another one of the same kind in its place.
    pub fn update(&mut self, element: &web_sys::Element, name: &'static str, attribute: Attribute) {
        match (self, attribute) {
            (Self::Fixed(before), Attribute::Fixed(text)) => {
                if *before != text {
                    set(element, name, text.as_deref());
                }
                *before = text;
            }
            (Self::Live { _effect: effect }, Attribute::Live(read)) => {
                *effect = live(element, name, read, None);
            }
            (Self::On { handler, .. }, Attribute::On(now)) => {
                handler.replace(now);
            }
            (before, attribute) => *before = Self::new(element, name, attribute),
        }
    }
}

fn set(element: &web_sys::Element, name: &str, text: Option<&str>) {
    match text {
        Some(text) => Rndr::set_attribute(element, name, text),
        None => Rndr::remove_attribute(element, name),
    }
}

/// Sets an attribute whenever it changes. `before` is what is set already, where that is known.
fn live(
    element: &web_sys::Element,
    name: &'static str,
    read: Live<Option<Text>>,
    mut before: Option<Option<Text>>,
) -> Effect {
    let element = element.clone();
    Effect::new(move |_| {
        let now = read();
        if before.as_ref() != Some(&now) {
            set(&element, name, now.as_deref());
            before = Some(now);
        }
    })
}

/// Sets a property whenever its closure runs, even to what it was: the visitor may have changed it in
/// between. The attribute of its name is what the field had at first.
fn property(element: &web_sys::Element, name: &'static str, read: Live<Property>) -> Effect {
    let element = element.clone();
    let mut first = true;
    Effect::new(move |_| {
        let now = read();
        if core::mem::take(&mut first)
            && let Some(text) = now.clone().into_text()
        {
            Rndr::set_attribute(&element, name, &text);
        }
        let value = match now {
            Property::Value(None) => return,
            Property::Value(Some(value)) => JsValue::from(value),
            Property::Checked(checked) => JsValue::from(checked),
        };
        Rndr::set_property_or_value(&element, name, &value);
    })
}

fn listener(element: &web_sys::Element, name: &'static str, handler: Handler) -> BuiltAttribute {
    let handler = Rc::new(RefCell::new(handler));
    let newest = Rc::clone(&handler);
    let listen = Box::new(move |event: JsValue| {
        // Not borrowed while it runs: what it changes may replace it.
        let handle = Handler::clone(&newest.borrow());
        // A handler reads signals as they are now; Leptos warns of that in a development build otherwise.
        #[cfg(debug_assertions)]
        let _zone = leptos::reactive::diagnostics::SpecialNonReactiveZone::enter();
        handle(event.unchecked_into());
    });
    BuiltAttribute::On {
        handler,
        _listener: Rndr::add_event_listener(element, name, listen),
    }
}
