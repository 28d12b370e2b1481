//! A tree as a view of Leptos, so that it can be mounted, stand in a `view!` and be a component's.
//!
//! Leptos' traits ask for all of these methods. It calls those of [`Render`] and [`Mountable`] in the
//! browser, and natively [`to_html_with_buf`](RenderHtml::to_html_with_buf).

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::Node;
use super::html::write;
use super::page::Built;

/// What Leptos keeps of a view: `None` only while it is being updated.
pub(in crate::widget) struct Mounted(Option<Built>);

impl Render for Node {
    type State = Mounted;

    fn build(self) -> Mounted {
        Mounted(Some(Built::root(self)))
    }

    fn rebuild(self, state: &mut Mounted) {
        let before = state.0.take();
        state.0 = before.map(|before| before.update_root(self));
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        if let Some(built) = &self.0 {
            built.remove();
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        if let Some(built) = &self.0 {
            built.insert(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.0.as_ref().and_then(Built::first_node);
        let parent = first.as_ref().and_then(web_sys::Node::parent_node);
        let Some(parent) = parent else {
            return false;
        };
        child.mount(parent.unchecked_ref(), first.as_ref());
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.0.as_ref().map(Built::elements).unwrap_or_default()
    }
}

/// What a `view!` adds to a component's attributes is not taken: a tree may have many elements, or none.
impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        let mut after_text = matches!(position, Position::NextChildAfterText);
        write(self, buf, &mut after_text);
        *position = match after_text {
            true => Position::NextChildAfterText,
            false => Position::NextChild,
        };
    }

    /// Builds the tree anew: nothing is hydrated. What was rendered natively, the element replaces.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
