//! Closures that run again when a signal changes that they have read.
//!
//! Leptos' own effects miss changes. To learn whether something has changed, an effect brings the memos up to date
//! that it has read, one after another, and Leptos makes it the observer meanwhile, whom a memo that changes does not
//! tell. So where one memo is made of another and is read before it, bringing the first up to date changes the second in
//! silence: the first one's value may still be the same, the second is up to date when its turn comes, and the closure
//! does not run. Here an effect that checks is nobody's observer, and so is told.

use core::future::{Future, poll_fn};
use core::mem::take;
use core::task::{Poll, Waker};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use leptos::prelude::Owner;
use leptos::reactive::graph::{
    AnySource, AnySubscriber, ReactiveNode, Source as _, Subscriber, WithObserver as _,
};
use leptos::task::spawn_local;

/// A closure that runs again when a signal changes that it has read, until this is dropped.
pub(super) struct Effect(Arc<Watcher>);

/// What of an effect the signals know.
#[derive(Default)]
struct Watcher(Mutex<Watch>);

#[derive(Default)]
struct Watch {
    /// What the closure has read.
    sources: Vec<AnySource>,
    /// Whether something of that has changed.
    is_dirty: bool,
    /// Whether something of that may have changed.
    is_told: bool,
    /// What the task waits with that runs the closure.
    waker: Option<Waker>,
}

impl Effect {
    /// Runs a closure at once, and again in a task of its own. It is told whether it is the first time.
    pub fn new(run: impl FnMut(bool) + 'static) -> Self {
        Self(watch(Box::new(run)))
    }
}

impl Drop for Effect {
    fn drop(&mut self) {
        // The task finds nobody then, and ends.
        self.0.tell(false);
    }
}

/// Compiled once, whatever the closure is.
fn watch(mut run: Box<dyn FnMut(bool)>) -> Arc<Watcher> {
    let watcher = Arc::new(Watcher::default());
    let subscriber = watcher.subscriber();
    let owner = Owner::new();
    owner.with(|| subscriber.with_observer(|| run(true)));
    let watched = Arc::downgrade(&watcher);
    spawn_local(async move {
        while told(&watched).await {
            if !owner.paused() && subscriber.update_if_necessary() {
                subscriber.clear_sources(&subscriber);
                owner.with_cleanup(|| subscriber.with_observer(|| run(false)));
            }
        }
    });
    watcher
}

/// Waits until something may have changed; `false` once the effect is gone.
fn told(watched: &Weak<Watcher>) -> impl Future<Output = bool> {
    poll_fn(|context| {
        let Some(watcher) = watched.upgrade() else {
            return Poll::Ready(false);
        };
        let mut watch = watcher.lock();
        if take(&mut watch.is_told) {
            return Poll::Ready(true);
        }
        watch.waker = Some(context.waker().clone());
        Poll::Pending
    })
}

impl Watcher {
    fn lock(&self) -> MutexGuard<'_, Watch> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As signals know it.
    fn subscriber(self: &Arc<Self>) -> AnySubscriber {
        let watcher = Arc::downgrade(self);
        AnySubscriber(Arc::as_ptr(self).addr(), watcher)
    }

    /// Has the task look whether something has changed; `is_dirty` where that is known.
    fn tell(&self, is_dirty: bool) {
        let mut watch = self.lock();
        watch.is_dirty |= is_dirty;
        watch.is_told = true;
        let waker = watch.waker.take();
        drop(watch);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl ReactiveNode for Watcher {
    fn mark_dirty(&self) {
        self.tell(true);
    }

    fn mark_check(&self) {
        self.tell(false);
    }

    /// Nobody reads an effect.
    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        let sources = self.lock().sources.clone();
        let is_dirty = || take(&mut self.lock().is_dirty);
        // Each may change others that are up to date when their turn comes, and those tell.
        is_dirty()
            || sources
                .into_iter()
                .any(|source| source.update_if_necessary() | is_dirty())
    }
}

impl Subscriber for Watcher {
    fn add_source(&self, source: AnySource) {
        let mut watch = self.lock();
        if !watch.sources.contains(&source) {
            watch.sources.push(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        let sources = take(&mut self.lock().sources);
        for source in sources {
            source.remove_subscriber(subscriber);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::signals::{Memo, RwSignal};

    /// Something that has read two memos, the second of which the first is made of.
    fn diamond(first_again: bool) -> (RwSignal<u32>, Memo<u32>, Arc<Watcher>) {
        let number = RwSignal::new(1_u32);
        let below = Memo::new(move |_| number.get());
        let above = Memo::new(move |_| below.get() / 10);
        let watcher = Arc::new(Watcher::default());
        watcher.subscriber().with_observer(|| {
            above.get();
            below.get();
            if first_again {
                above.get();
            }
        });
        (number, above, watcher)
    }

    #[test]
    fn what_changes_while_something_else_is_brought_up_to_date_is_heard() {
        Owner::new().with(|| {
            let (number, above, watcher) = diamond(false);
            assert!(!watcher.update_if_necessary());
            number.try_set(2);
            assert_eq!(above.get(), 0, "the same as before");
            assert!(watcher.update_if_necessary());
            assert!(!watcher.update_if_necessary());
            // Nothing is read meanwhile: the check alone brings both up to date.
            number.try_set(3);
            assert!(watcher.update_if_necessary());
            number.try_set(30);
            assert!(watcher.update_if_necessary());
            assert!(!watcher.update_if_necessary());
        });
    }

    #[test]
    fn what_stays_the_same_is_no_change() {
        Owner::new().with(|| {
            let number = RwSignal::new(1_u32);
            let tens = Memo::new(move |_| number.get() / 10);
            let watcher = Arc::new(Watcher::default());
            watcher.subscriber().with_observer(|| tens.get());
            number.try_set(9);
            assert!(watcher.lock().is_told);
            assert!(!watcher.update_if_necessary());
            number.try_set(10);
            assert!(watcher.update_if_necessary());
        });
    }

    #[test]
    fn what_is_read_twice_is_known_once_and_forgotten() {
        Owner::new().with(|| {
            let (number, _, watcher) = diamond(true);
            assert_eq!(watcher.lock().sources.len(), 2);
            watcher.clear_sources(&watcher.subscriber());
            number.try_set(40);
            assert!(!watcher.lock().is_told);
            assert!(!watcher.update_if_necessary());
        });
    }
}
