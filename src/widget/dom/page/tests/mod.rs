//! Each way in which a page is updated, in a browser: `scripts/test-dom.sh` runs these tests.
//!
//! | place | what is tried |
//! | --- | --- |
//! | `text` | text, nothing, and one in the place of the other |
//! | `element` | an element kept or replaced; its attributes, listeners and children |
//! | `property` | what the visitor changes |
//! | `many` | several views that become more or fewer |
//! | `live` | closures, and closures within closures |
//! | `list` | rows kept, inserted, moved and removed; lists within rows |
//! | `meddling` | texts that a translator or a script has replaced, wrapped, split, joined or removed |
//! | `focus` | focus and selection while rows move |
//! | `ownership` | what ends with an element, and what runs after its owner is gone |
//! | `within_leptos` | a tree within an application of Leptos |

mod element;
mod focus;
mod list;
mod live;
mod many;
mod meddling;
mod ownership;
mod property;
mod text;
mod within_leptos;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::Owner;
use leptos::task::tick;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;

use super::Built;
use crate::widget::dom::IntoNode;

wasm_bindgen_test_configure!(run_in_browser);

/// A view in an element of its own at the end of the page; both go with it.
struct Page {
    root: web_sys::Element,
    built: Option<Built>,
    owner: Owner,
}

impl Page {
    /// Makes a view with an owner of its own.
    fn new<N: IntoNode>(view: impl FnOnce() -> N) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        // Leptos has effects run from the first time on that it mounts something.
        drop(mount_to(root.clone().unchecked_into(), || ()));
        Self::in_root(root, view)
    }

    /// Makes a view in an element or a shadow root.
    fn in_root<N: IntoNode>(root: web_sys::Element, view: impl FnOnce() -> N) -> Self {
        let owner = Owner::new();
        let built = owner.with(|| Built::root(view().into_node()));
        built.insert(&root, None);
        Self {
            root,
            built: Some(built),
            owner,
        }
    }

    /// Shows another view in the place of this one.
    fn update(&mut self, view: impl IntoNode) {
        let (built, node) = (self.built.take().unwrap(), view.into_node());
        self.built = Some(self.owner.with(|| built.update_root(node)));
    }

    /// Removes the view and drops it, as Leptos does when it unmounts one.
    fn unmount(&mut self) {
        let built = self.built.take().unwrap();
        built.remove();
    }

    fn html(&self) -> String {
        self.root.inner_html()
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).unwrap();
        found.expect(selector).unchecked_into()
    }

    fn find_all(&self, tag: &str) -> Vec<web_sys::Node> {
        let found = self.root.get_elements_by_tag_name(tag);
        let found = (0..found.length()).filter_map(|at| found.item(at));
        found.map(JsCast::unchecked_into).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Waits until all effects have run that a change causes, and all that they cause.
async fn settled() {
    for _ in 0..4 {
        tick().await;
    }
}

/// Watches which children an element gets, wherever in it: `watch(root)()` gives the texts of those that
/// came or moved since, in the order in which they did.
fn watch(root: &web_sys::Element) -> impl Fn() -> Vec<String> + use<> {
    let script = "
        const seen = [];
        const observer = new MutationObserver((records) => seen.push(...records));
        observer.observe(root, { childList: true, subtree: true });
        return () => [...seen.splice(0), ...observer.takeRecords()]
            .flatMap(({ addedNodes }) => [...addedNodes])
            .map((node) => node.textContent);";
    let start = Function::new_with_args("root", script);
    let taken: Function = start.call1(&JsValue::NULL, root).unwrap().unchecked_into();
    move || {
        let added = taken.call0(&JsValue::NULL).unwrap();
        let added = js_sys::Array::from(&added);
        added.iter().map(|text| text.as_string().unwrap()).collect()
    }
}
