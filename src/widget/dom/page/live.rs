//! What is run again when something changes, on the page.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::reactive::effect::RenderEffect;

use super::Built;
use crate::widget::dom::{Live, Node};

/// What is run again, and what it has given.
pub(in crate::widget::dom) struct BuiltLive {
    pub shown: Rc<RefCell<Option<Built>>>,
    _effect: RenderEffect<()>,
}

impl BuiltLive {
    /// Fits what is given first into the place of what was there before.
    pub fn of(read: Live<Node>, before: Option<Built>) -> Self {
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
