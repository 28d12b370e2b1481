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
pub(in crate::widget) struct Element(pub(super) Box<ElementData>);

/// What an element is made of.
pub(super) struct ElementData {
    pub tag: &'static str,
    pub namespace: Option<&'static str>,
    pub attributes: Vec<(&'static str, Attribute)>,
    pub children: Vec<Node>,
    pub node_ref: Option<NodeRef<Div>>,
}

/// What stands under a name on an element.
pub(super) enum Attribute {
    /// An attribute that stays; `None` where the element lacks it.
    Fixed(Option<Text>),
    /// An attribute that changes.
    Live(Live<Option<Text>>),
    /// A property of a field: an attribute at first, and a property from then on.
    Property(Live<Property>),
    /// A listener for the event of the name.
    On(Handler),
}

/// A property of a field, which the visitor changes.
#[derive(Clone)]
pub(in crate::widget) enum Property {
    /// The property `value`; `None` leaves it as it is.
    Value(Option<String>),
    /// The property `checked`.
    Checked(bool),
}

/// Handles an event.
pub(super) type Handler = Arc<dyn Fn(Event) + Send + Sync>;

impl Element {
    /// An element of HTML.
    pub(super) fn html(tag: &'static str) -> Self {
        Self::new(tag, None)
    }

    /// An element of SVG.
    pub(super) fn svg(tag: &'static str) -> Self {
        Self::new(tag, Some("http://www.w3.org/2000/svg"))
    }

    fn new(tag: &'static str, namespace: Option<&'static str>) -> Self {
        Self(Box::new(ElementData {
            tag,
            namespace,
            attributes: Vec::new(),
            children: Vec::new(),
            node_ref: None,
        }))
    }

    /// Adds an attribute: a text, an `Option` of one, a `bool`, or a closure that gives one of these. With
    /// `None` and `false` the element lacks it; with `true` it is empty.
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.with_attribute(name, value.into_attribute().0)
    }

    /// Adds the attribute `part`: the name by which the page around the widget styles the element. It is the
    /// element's class, too, where [`class`](Self::class) names no other.
    #[inline(never)]
    pub fn part(self, name: &'static str) -> Self {
        let has_class = self.0.attributes.iter().any(|(known, _)| *known == "class");
        let element = self.with_attribute("part", Attribute::Fixed(Some(Cow::Borrowed(name))));
        match has_class {
            true => element,
            false => element.class(name),
        }
    }

    /// Adds the attribute `class`, instead of the name of the part.
    #[inline(never)]
    pub fn class(mut self, names: &'static str) -> Self {
        self.0.attributes.retain(|(known, _)| *known != "class");
        self.with_attribute("class", Attribute::Fixed(Some(Cow::Borrowed(names))))
    }

    /// Adds the property `value` or `checked` of a field: set as an attribute at first, which is all that
    /// is rendered natively, and as a property whenever the closure runs.
    pub fn holds<T: Into<Property>>(
        self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.with_attribute(name, Attribute::Property(Box::new(move || value().into())))
    }

    /// Adds a listener for an event.
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
        self.with_attribute(name, Attribute::On(handler))
    }

    /// Has a `NodeRef` stand for the element in the browser.
    pub fn node_ref(mut self, node_ref: NodeRef<Div>) -> Self {
        self.0.node_ref = Some(node_ref);
        self
    }

    /// Adds something to the end of the element: text, an element, an `Option`, a `Vec`, a tuple, or a
    /// closure that gives one of these.
    pub fn child(self, child: impl IntoNode) -> Self {
        self.with_child(child.into_node())
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

/// Whatever [`Element::attr`] takes as a value.
pub(in crate::widget) trait IntoAttribute {
    /// As an attribute.
    fn into_attribute(self) -> AnyAttribute;
}

/// An attribute, whatever it was made of.
pub(in crate::widget) struct AnyAttribute(Attribute);

/// Whatever an attribute can have as its value at one time.
pub(in crate::widget) trait IntoText {
    /// The text; `None` where the element lacks the attribute.
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

impl From<String> for Property {
    fn from(value: String) -> Self {
        Self::Value(Some(value))
    }
}

impl From<Option<String>> for Property {
    fn from(value: Option<String>) -> Self {
        Self::Value(value)
    }
}

impl From<bool> for Property {
    fn from(checked: bool) -> Self {
        Self::Checked(checked)
    }
}

impl Property {
    /// As an attribute.
    pub(super) fn into_text(self) -> Option<Text> {
        match self {
            Self::Value(value) => value.into_text(),
            Self::Checked(checked) => checked.into_text(),
        }
    }
}
