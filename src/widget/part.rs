//! The views that few pages begin with: a part of the module that is loaded when one of them is first
//! shown, in the browser a file of its own.
//!
//! Where the module is not split, natively and in an application that compiles the views itself, they are
//! there from the start.

use std::rc::Rc;

use leptos::prelude::{LocalStorage, StoredValue, WithValue as _};

use super::chart::chart;
use super::compare::compare;
use super::dom::Node;
use super::matrix::matrix;
use super::products::products;
use super::signals::RwSignal;
use super::state::State;

/// A function that makes a view.
pub(in crate::widget) type Make = fn(State) -> Node;

/// What is in the part. Nothing else may name these functions, or they are in the module, too.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Views {
    pub products: Make,
    pub compare: Make,
    pub matrix: Make,
    pub chart: Make,
}

const fn all() -> Views {
    Views {
        products,
        compare,
        matrix,
        chart,
    }
}

/// The views of the part; `None` while it is not there.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
pub(in crate::widget) fn loaded() -> Option<Views> {
    Some(all())
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub(in crate::widget) use split::loaded;

#[cfg(all(feature = "split", target_arch = "wasm32"))]
mod split {
    use core::pin::pin;
    use core::task::{Context, Poll, Waker};

    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Views, all};

    /// What is in the part begins here: what only this function needs is in no other file.
    #[wasm_split(views, wasm_split_path = leptos::wasm_split, fallible)]
    fn part() -> Result<Views, SplitLoaderError> {
        Ok(all())
    }

    /// The views of the part; `None` while it is not there.
    pub(in crate::widget) fn loaded() -> Option<Views> {
        // The glue says at once whether it has the part (`scripts/glue.js`) and loads nothing by itself:
        // it is asked at the first poll, and its answer is there at the second.
        let mut views = pin!(part());
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..2 {
            if let Poll::Ready(views) = views.as_mut().poll(&mut context) {
                return views.ok();
            }
        }
        None
    }
}

/// The part as one widget sees it. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Part {
    has_failed: RwSignal<bool>,
    fetch: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl core::fmt::Debug for Part {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Part")
    }
}

impl Part {
    /// The part, in the current reactive owner. `fetch` has it fetched, and how that went is then told
    /// by [`Part::fetched`].
    pub fn new(fetch: Rc<dyn Fn()>) -> Self {
        Self {
            has_failed: RwSignal::new(false),
            fetch: StoredValue::new_local(fetch),
        }
    }

    /// Whether the last attempt to fetch it has failed; to be read again after each.
    pub fn has_failed(self) -> bool {
        self.has_failed.try_get().unwrap_or_default()
    }

    /// Has it fetched.
    pub fn fetch(self) {
        // Not from within the value: whoever fetches may well come back at once.
        if let Some(fetch) = self.fetch.try_with_value(Rc::clone) {
            fetch();
        }
    }

    /// Tells how that went.
    #[cfg(all(feature = "csr", target_arch = "wasm32"))]
    pub fn fetched(self, is_there: bool) {
        self.has_failed.try_set(!is_there);
    }

    /// Has it fetched once more where that failed.
    pub fn retry(self) {
        if self.has_failed.try_get_untracked() == Some(true) {
            self.has_failed.try_set(false);
        }
    }
}
