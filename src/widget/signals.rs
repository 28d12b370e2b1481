//! Leptos' signals, stored values and memos, compiled once for whatever they hold.
//!
//! Leptos compiles each of them for every type that stands in one. These are handles to Leptos' own, which
//! hold a pointer to a value of any type; what differs by type is no more than a cast. They have the
//! methods of Leptos' that the views use, each in the form that does not panic: once the owner is gone, it
//! gives `None`.

use core::any::Any;
use core::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as signals;
use leptos::prelude::{Get as _, GetUntracked as _, GetValue as _, Set as _, SetValue as _};

/// A value of any type.
type AnyValue = Arc<dyn Any + Send + Sync>;

fn erased<T: Send + Sync + 'static>(value: T) -> AnyValue {
    Arc::new(value)
}

fn cloned<T: Clone + 'static>(value: &AnyValue) -> Option<T> {
    value.downcast_ref::<T>().cloned()
}

/// A value that changes.
pub(in crate::widget) struct RwSignal<T>(signals::RwSignal<AnyValue>, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A signal that belongs to the current owner.
    pub fn new(value: T) -> Self {
        Self(new_signal(erased(value)), PhantomData)
    }

    /// The value, to be read again when it changes; `None` once the owner is gone.
    pub fn try_get(self) -> Option<T> {
        cloned(&self.0.try_get()?)
    }

    /// The value, to be read again when it changes; the default once the owner is gone.
    pub fn get(self) -> T
    where
        T: Default,
    {
        self.try_get().unwrap_or_default()
    }

    /// What `read` gives of the value, to be read again when it changes; `None` once the owner is gone.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_get()?.downcast_ref::<T>().map(read)
    }

    /// The value as it is now; `None` once the owner is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        cloned(&self.0.try_get_untracked()?)
    }

    /// Sets the value; gives it back if the owner is gone.
    pub fn try_set(self, value: T) -> Option<T> {
        cloned(&self.0.try_set(erased(value))?)
    }
}

#[inline(never)]
fn new_signal(value: AnyValue) -> signals::RwSignal<AnyValue> {
    signals::RwSignal::new(value)
}

/// A value that tells nobody when it changes; the handle can be copied into every closure.
pub(in crate::widget) struct StoredValue<T>(signals::StoredValue<AnyValue>, PhantomData<fn() -> T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    /// A value that belongs to the current owner.
    pub fn new(value: T) -> Self {
        Self(new_stored(erased(value)), PhantomData)
    }

    /// The value; `None` once the owner is gone.
    pub fn try_get_value(self) -> Option<T> {
        cloned(&self.0.try_get_value()?)
    }

    /// What `read` gives of the value; `None` once the owner is gone.
    pub fn try_with_value<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_value()?.downcast_ref().map(read)
    }

    /// Replaces the value, if the owner is still there.
    pub fn try_set_value(self, value: T) {
        self.0.try_set_value(erased(value));
    }
}

#[inline(never)]
fn new_stored(value: AnyValue) -> signals::StoredValue<AnyValue> {
    signals::StoredValue::new(value)
}

/// A value computed from signals: again only when one of them has changed, and whoever has read it runs
/// again only if the value is another one then.
pub(in crate::widget) struct Memo<T>(signals::Memo<Computed>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo that belongs to the current owner. `compute` is given the value before, if there was one.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |before: Option<&Computed>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Computed {
                value: erased(compute(before)),
                equal: equal::<T>,
            }
        };
        Self(new_memo(Box::new(compute)), PhantomData)
    }

    /// The value, to be read again when it changes; `None` once the owner is gone.
    pub fn try_get(self) -> Option<T> {
        cloned(&self.0.try_get()?.value)
    }

    /// The value, to be read again when it changes; the default once the owner is gone.
    pub fn get(self) -> T
    where
        T: Default,
    {
        self.try_get().unwrap_or_default()
    }

    /// What `read` gives of the value, to be read again when it changes; `None` once the owner is gone.
    pub fn try_with<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get()?.value.downcast_ref().map(read)
    }
}

/// Computes the value of a memo, given the one before.
type Compute = Box<dyn Fn(Option<&Computed>) -> Computed + Send + Sync>;

#[inline(never)]
fn new_memo(compute: Compute) -> signals::Memo<Computed> {
    signals::Memo::new(compute)
}

/// The value of a memo, and how it is compared with the one before.
#[derive(Clone)]
struct Computed {
    value: AnyValue,
    equal: fn(&AnyValue, &AnyValue) -> bool,
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        (self.equal)(&self.value, &other.value)
    }
}

fn equal<T: PartialEq + 'static>(one: &AnyValue, other: &AnyValue) -> bool {
    match (one.downcast_ref::<T>(), other.downcast_ref::<T>()) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Memo, RwSignal, StoredValue};
    use leptos::prelude::Owner;

    #[test]
    fn they_hold_what_was_put_in() {
        let owner = Owner::default();
        let (signal, doubled, stored) = owner.with(|| {
            let signal = RwSignal::new(2_u32);
            let doubled = Memo::new(move |before: Option<&u32>| {
                assert!(before.is_none_or(|before| *before == 4));
                signal.try_get().unwrap_or_default() * 2
            });
            (signal, doubled, StoredValue::new(String::from("a")))
        });
        assert_eq!(doubled.try_get(), Some(4));
        assert_eq!(signal.try_set(5), None);
        assert_eq!(doubled.try_with(|doubled| doubled + 1), Some(11));
        assert_eq!(stored.try_with_value(String::len), Some(1));
        stored.try_set_value(String::from("bc"));
        assert_eq!(stored.try_get_value().as_deref(), Some("bc"));
        owner.cleanup();
        assert_eq!(doubled.try_get(), None);
        assert_eq!(signal.try_set(7), Some(7));
        assert_eq!(stored.try_get_value(), None);
    }

    #[test]
    fn a_memo_that_stays_the_same_makes_nothing_anew() {
        let owner = Owner::default();
        let (signal, runs, last) = owner.with(|| {
            let signal = RwSignal::new(1_u32);
            let odd = Memo::new(move |_| signal.try_get().unwrap_or_default() % 2 == 1);
            let runs = StoredValue::new(0_u32);
            let last = Memo::new(move |_| {
                runs.try_set_value(runs.try_get_value().unwrap_or_default() + 1);
                odd.try_get().unwrap_or_default()
            });
            (signal, runs, last)
        });
        for number in [1, 3, 5] {
            signal.try_set(number);
            assert_eq!(last.try_get(), Some(true));
        }
        assert_eq!(runs.try_get_value(), Some(1));
        signal.try_set(6);
        assert_eq!(
            (last.try_get(), runs.try_get_value()),
            (Some(false), Some(2))
        );
    }
}
