//! A list on the page: rows whose keys are still there stay as they are.

use core::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, untrack};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Node as Place, Placeholder};
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::Built;
use crate::widget::dom::Node;
use crate::widget::dom::each::{Each, Row};

/// A list, and the comment at its end.
pub(in crate::widget::dom) struct BuiltEach {
    pub rows: Rc<RefCell<Vec<Keyed<BuiltRow>>>>,
    pub end: Placeholder,
    _effect: RenderEffect<()>,
}

/// A row with what it is known by.
pub(in crate::widget::dom) struct Keyed<R> {
    key: String,
    pub row: R,
}

/// A row on the page.
pub(in crate::widget::dom) struct BuiltRow {
    pub built: Built,
    /// Last: what belongs to the row goes after it.
    _owner: Owner,
}

impl BuiltEach {
    pub fn of(each: Each) -> Self {
        let Each(read) = each;
        let rows = Rc::new(RefCell::new(Vec::new()));
        let end = Rndr::create_placeholder();
        // Not the effect's own owner, which forgets everything whenever it runs again.
        let owner = Owner::current().unwrap_or_default();
        let effect = {
            let (rows, end) = (Rc::clone(&rows), end.clone());
            RenderEffect::new(move |_| {
                let wanted = read();
                let before = rows.take();
                let make = |make: Make| BuiltRow::of(make, &owner);
                let (now, gone) = renewed(before, wanted, make);
                gone.iter().for_each(|gone| gone.row.built.remove());
                arrange(&now, &end);
                rows.replace(now);
            })
        };
        Self {
            rows,
            end,
            _effect: effect,
        }
    }
}

impl BuiltRow {
    fn of(make: Make, list: &Owner) -> Self {
        let owner = list.with(Owner::new);
        let built = owner.with(|| untrack(|| Built::of(make())));
        Self {
            built,
            _owner: owner,
        }
    }
}

/// What makes a row.
type Make = Box<dyn FnOnce() -> Node>;

/// The rows that there are to be, and those that go: known ones stay, new ones are made.
fn renewed<R>(
    mut before: Vec<Keyed<R>>,
    wanted: Vec<Row>,
    new: impl Fn(Make) -> R,
) -> (Vec<Keyed<R>>, Vec<Keyed<R>>) {
    let now = wanted.into_iter().map(|Row { key, make }| {
        let known = before.iter().position(|row| row.key == key);
        match known {
            Some(place) => before.remove(place),
            None => Keyed {
                key,
                row: new(make),
            },
        }
    });
    (now.collect(), before)
}

/// Has the rows stand in their order, if the list is on the page; only those move that have to.
fn arrange(rows: &[Keyed<BuiltRow>], end: &Placeholder) {
    let Some(parent) = end.parent_node() else {
        return;
    };
    let mut next: Place = end.clone().unchecked_into();
    for Keyed { row, .. } in rows.iter().rev() {
        let (first, last) = (row.built.first(), row.built.last());
        if last.and_then(|last| last.next_sibling()).as_ref() != Some(&next) {
            row.built.put(&parent, Some(&next));
        }
        next = first.unwrap_or(next);
    }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;

    use super::{Keyed, renewed};
    use crate::widget::dom::Node;
    use crate::widget::dom::each::Row;

    /// Rows that are known by when they were made.
    #[derive(Default)]
    struct List {
        rows: Vec<Keyed<u32>>,
        made: Cell<u32>,
    }

    impl List {
        /// The rows that there are for some keys, and those that have gone.
        fn renew(&mut self, keys: &str) -> [Vec<u32>; 2] {
            let wanted = keys.chars().map(|key| Row {
                key: key.to_string(),
                make: Box::new(|| Node::Nothing),
            });
            let new = |_| {
                self.made.set(self.made.get() + 1);
                self.made.get()
            };
            let (now, gone) = renewed(core::mem::take(&mut self.rows), wanted.collect(), new);
            self.rows = now;
            [&self.rows, &gone].map(|rows| rows.iter().map(|keyed| keyed.row).collect())
        }
    }

    #[test]
    fn a_row_stays_while_its_key_does_wherever_it_stands() {
        let mut list = List::default();
        for (keys, now, gone) in [
            ("abc", vec![1, 2, 3], vec![]),
            ("cab", vec![3, 1, 2], vec![]),
            ("cdb", vec![3, 4, 2], vec![1]),
            ("b", vec![2], vec![3, 4]),
            ("abc", vec![5, 2, 6], vec![]),
            ("", vec![], vec![5, 2, 6]),
        ] {
            assert_eq!(list.renew(keys), [now, gone], "{keys}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_has_two_rows() {
        let mut list = List::default();
        assert_eq!(list.renew("aa"), [vec![1, 2], vec![]]);
        assert_eq!(list.renew("aba"), [vec![1, 3, 2], vec![]]);
        assert_eq!(list.renew("a"), [vec![1], vec![3, 2]]);
    }
}
