//! What a closure gives, on the page.

use core::cell::RefCell;
use std::rc::{Rc, Weak};

use super::Built;
use super::effect::Effect;
use super::parent::{Parent, restore};
use crate::widget::dom::{Live, Node};

/// A closure that runs again when a signal changes that it has read, and what it has given.
pub(in crate::widget::dom) struct BuiltLive {
    /// `None` only while it is being updated.
    pub shown: Rc<RefCell<Option<Built>>>,
    _effect: Effect,
}

impl BuiltLive {
    /// Runs the closure, and shows what it gives in the place of what was shown before in an element.
    pub fn new(read: Live<Node>, before: Option<Built>, parent: &Weak<Parent>) -> Self {
        let shown = Rc::new(RefCell::new(before));
        let effect = {
            let (shown, parent) = (Rc::clone(&shown), Weak::clone(parent));
            Effect::new(move |is_first| {
                let node = read();
                // The first time, whoever builds or updates the element has seen to that.
                if !is_first {
                    restore(&parent);
                }
                // Not borrowed meanwhile: a listener that runs during the update may ask for it.
                let before = shown.take();
                let built = match before {
                    Some(before) => before.update(node, &parent),
                    None => Built::new(node, &parent),
                };
                shown.replace(Some(built));
            })
        };
        Self {
            shown,
            _effect: effect,
        }
    }
}
