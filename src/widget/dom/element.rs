//! An element with its attributes, as a value.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::ev::EventDescriptor;
use leptos::html::Div;
use leptos::prelude::NodeRef;
use leptos::web_sys::Event;
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::{IntoNode, Live, Node, Text};

/// An element.
pub(in crate::widget) struct Element(pub(super) Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
    pub tag: &'static str,
    pub namespace: Option<&'static str>,
    pub attributes: Vec<(&'static str, Attribute)>,
    pub children: Vec<Node>,
    pub here: Option<NodeRef<Div>>,
}

/// What stands under a name on an element.
pub(super) enum Attribute {
    /// An attribute that stays; `None` where it is not there.
    Fixed(Option<Text>),
    /// An attribute that changes.
    Live(Live<Option<Text>>),
    /// What a field holds: beforehand an attribute, and a property from then on.
    Held(Live<Held>),
    /// What happens on an event.
    On(Handler),
}

/// What a field holds.
#[derive(Clone)]
pub(in crate::widget) enum Held {
    /// A text; `None` leaves it to the browser.
    Text(Option<String>),
    /// A tick.
    Tick(bool),
}

/// What happens on an event.
pub(super) type Handler = Arc<dyn Fn(Event) + Send + Sync>;

impl Element {
    /// An element of HTML.
    pub(super) fn html(tag: &'static str) -> Self {
        Self::new(tag, None)
    }

    /// An element of a drawing.
    pub(super) fn svg(tag: &'static str) -> Self {
        Self::new(tag, Some("http://www.w3.org/2000/svg"))
    }

    fn new(tag: &'static str, namespace: Option<&'static str>) -> Self {
        Self(Box::new(Parts {
            tag,
            namespace,
            attributes: Vec::new(),
            children: Vec::new(),
            here: None,
        }))
    }

    /// An attribute: a text, a text that may be missing, a truth, or a closure that gives one of these.
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.with(name, value.into_attribute().0)
    }

    /// The name of the element's part, by which a page styles it from outside. It is the element's class,
    /// too, where [`class`](Self::class) names no other.
    #[inline(never)]
    pub fn part(self, name: &'static str) -> Self {
        let has_class = self.0.attributes.iter().any(|(known, _)| *known == "class");
        let element = self.with("part", Attribute::Fixed(Some(Cow::Borrowed(name))));
        match has_class {
            true => element,
            false => element.class(name),
        }
    }

    /// The element's classes, instead of the name of its part.
    #[inline(never)]
    pub fn class(mut self, names: &'static str) -> Self {
        self.0.attributes.retain(|(known, _)| *known != "class");
        self.with("class", Attribute::Fixed(Some(Cow::Borrowed(names))))
    }

    /// What a field holds, `value` or `checked`: set as often as it changes, and there as an attribute
    /// from the beginning, which is all that is rendered natively.
    pub fn holds<T: Into<Held>>(
        self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.with(name, Attribute::Held(Box::new(move || value().into())))
    }

    /// What happens on an event.
    pub fn on<E: EventDescriptor>(
        self,
        event: E,
        handler: impl Fn(E::EventType) + Send + Sync + 'static,
    ) -> Self
    where
        E::EventType: leptos::wasm_bindgen::JsCast,
    {
        let name = match event.name() {
            Cow::Borrowed(name) => name,
            Cow::Owned(_) => return self,
        };
        let handler = Arc::new(move |event: Event| handler(event.unchecked_into()));
        self.with(name, Attribute::On(handler))
    }

    /// Where to remember the element once it is on the page.
    pub fn here(mut self, here: NodeRef<Div>) -> Self {
        self.0.here = Some(here);
        self
    }

    /// What stands in the element, after what is there already.
    pub fn child(self, child: impl IntoNode) -> Self {
        self.and(child.into_node())
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    #[inline(never)]
    fn and(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

/// What can be the value of an attribute.
pub(in crate::widget) trait IntoAttribute {
    /// As an attribute.
    fn into_attribute(self) -> AnyAttribute;
}

/// An attribute, whatever it was made of.
pub(in crate::widget) struct AnyAttribute(Attribute);

/// What an attribute can be at a time.
pub(in crate::widget) trait IntoText {
    /// The text; `None` where the attribute is not there.
    fn into_text(self) -> Option<Text>;
}

impl IntoText for &'static str {
    fn into_text(self) -> Option<Text> {
        Some(Cow::Borrowed(self))
    }
}

impl IntoText for String {
    fn into_text(self) -> Option<Text> {
        Some(Cow::Owned(self))
    }
}

impl IntoText for bool {
    fn into_text(self) -> Option<Text> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Option<Text> {
        self.and_then(T::into_text)
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoAttribute for $kind {
            fn into_attribute(self) -> AnyAttribute {
                AnyAttribute(Attribute::Fixed(self.into_text()))
            }
        }
    )*};
}
fixed!(
    &'static str,
    String,
    bool,
    Option<&'static str>,
    Option<String>
);

impl<F: Fn() -> T + Send + 'static, T: IntoText> IntoAttribute for F {
    fn into_attribute(self) -> AnyAttribute {
        AnyAttribute(Attribute::Live(Box::new(move || self().into_text())))
    }
}

impl From<String> for Held {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Held {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Held {
    fn from(tick: bool) -> Self {
        Self::Tick(tick)
    }
}

impl Held {
    /// As an attribute.
    pub(super) fn into_text(self) -> Option<Text> {
        match self {
            Self::Text(text) => text.into_text(),
            Self::Tick(tick) => tick.into_text(),
        }
    }
}
