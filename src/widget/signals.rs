//! Leptos' signals and memos, compiled once for whatever they hold.
//!
//! Leptos compiles a signal and a memo for each type that stands in one. These hold a pointer to a value of
//! any type instead, and look like Leptos' own in all that is used of them.

use core::any::Any;
use core::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as signals;
use leptos::prelude::{Get as _, GetUntracked as _, GetValue as _, Set as _, SetValue as _};

/// Whatever stands in a signal.
type Held = Arc<dyn Any + Send + Sync>;

fn held<T: Send + Sync + 'static>(value: T) -> Held {
    Arc::new(value)
}

fn cloned<T: Clone + 'static>(held: &Held) -> Option<T> {
    held.downcast_ref::<T>().cloned()
}

/// A value that changes.
pub(in crate::widget) struct RwSignal<T>(signals::RwSignal<Held>, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A signal that belongs to the current owner.
    pub fn new(value: T) -> Self {
        Self(new_signal(held(value)), PhantomData)
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

    /// Something of the value, to be read again when it changes; `None` once the owner is gone.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_get()?.downcast_ref::<T>().map(read)
    }

    /// The value as it is now.
    pub fn try_get_untracked(self) -> Option<T> {
        cloned(&self.0.try_get_untracked()?)
    }

    /// Sets the value; gives it back once the owner is gone.
    pub fn try_set(self, value: T) -> Option<T> {
        cloned(&self.0.try_set(held(value))?)
    }
}

#[inline(never)]
fn new_signal(value: Held) -> signals::RwSignal<Held> {
    signals::RwSignal::new(value)
}

/// A value that stays, and can be copied into every closure.
pub(in crate::widget) struct StoredValue<T>(signals::StoredValue<Held>, PhantomData<fn() -> T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    /// A value that belongs to the current owner.
    pub fn new(value: T) -> Self {
        Self(new_stored(held(value)), PhantomData)
    }

    /// The value; `None` once the owner is gone.
    pub fn try_get_value(self) -> Option<T> {
        cloned(&self.0.try_get_value()?)
    }

    /// Something of the value.
    pub fn try_with_value<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_value()?.downcast_ref().map(read)
    }

    /// Puts another value in its place.
    pub fn try_set_value(self, value: T) {
        self.0.try_set_value(held(value));
    }
}

#[inline(never)]
fn new_stored(value: Held) -> signals::StoredValue<Held> {
    signals::StoredValue::new(value)
}

/// What is made of other signals, again only where they have changed; whoever reads it hears of it only
/// where it is another one then.
pub(in crate::widget) struct Memo<T>(signals::Memo<Made>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo that belongs to the current owner. It is told what it was before.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |before: Option<&Made>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Made {
                value: held(make(before)),
                same: same::<T>,
            }
        };
        Self(new_memo(Box::new(make)), PhantomData)
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

    /// Something of the value, to be read again when the value changes.
    pub fn try_with<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get()?.value.downcast_ref().map(read)
    }
}

/// What makes the value of a memo, given the one before.
type Make = Box<dyn Fn(Option<&Made>) -> Made + Send + Sync>;

#[inline(never)]
fn new_memo(make: Make) -> signals::Memo<Made> {
    signals::Memo::new(make)
}

/// What a memo holds, and how it is compared.
#[derive(Clone)]
struct Made {
    value: Held,
    same: fn(&Held, &Held) -> bool,
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.value, &other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &Held, other: &Held) -> bool {
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
