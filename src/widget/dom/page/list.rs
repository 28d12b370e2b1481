//! A list on the page: rows whose keys are still there stay as they are.

use core::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::{Owner, untrack};
use leptos::tachys::renderer::Rndr;
use leptos::web_sys;
use leptos::web_sys::wasm_bindgen::JsCast as _;

use super::Built;
use super::effect::Effect;
use super::order::standing;
use super::parent::{Parent, restore};
use crate::widget::dom::each::{List, MakeRow, Row};

/// A list on the page, and the comment at its end.
pub(in crate::widget::dom) struct BuiltList {
    pub rows: Rc<RefCell<Vec<Keyed<BuiltRow>>>>,
    pub end: web_sys::Comment,
    _effect: Effect,
}

/// A row with its key.
pub(in crate::widget::dom) struct Keyed<R> {
    key: String,
    pub row: R,
}

/// A row on the page.
pub(in crate::widget::dom) struct BuiltRow {
    pub built: Built,
    /// Last: the signals of a row are dropped after what reads them.
    _owner: Owner,
}

impl BuiltList {
    /// A list that is to stand in an element.
    pub fn new(list: List, parent: &Weak<Parent>) -> Self {
        Self::with(list, Vec::new(), Rndr::create_placeholder(), parent)
    }

    /// Shows another list in the place of this one.
    pub fn update(self, list: List, parent: &Weak<Parent>) -> Self {
        let Self { rows, end, _effect } = self;
        let rows = rows.take();
        // The effect of before ends here, so that only one of the two writes to the page.
        drop(_effect);
        Self::with(list, rows, end, parent)
    }

    /// A list in the place of one of which these rows are left.
    fn with(
        list: List,
        rows: Vec<Keyed<BuiltRow>>,
        end: web_sys::Comment,
        parent: &Weak<Parent>,
    ) -> Self {
        let List(read) = list;
        let rows = Rc::new(RefCell::new(rows));
        // Not the effect's own owner, which disposes of everything whenever the effect runs again.
        let owner = Owner::current().unwrap_or_default();
        let effect = {
            let (rows, end) = (Rc::clone(&rows), end.clone());
            let parent = Weak::clone(parent);
            Effect::new(move |is_first| {
                let wanted = read();
                if !is_first {
                    restore(&parent);
                }
                #[cfg(debug_assertions)]
                warn_of_equal_keys(&wanted);
                let make = |make: MakeRow| BuiltRow::new(make, &owner, &parent);
                // What is there at first, another list has made.
                let keep = |row: BuiltRow, make: MakeRow| match is_first {
                    true => row.update(make, &owner, &parent),
                    false => row,
                };
                let renewed = renew(rows.take(), wanted, make, keep);
                renewed.gone.iter().for_each(|gone| gone.row.built.remove());
                arrange(&renewed.rows, &renewed.places, &end);
                rows.replace(renewed.rows);
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
    fn new(make: MakeRow, list: &Owner, parent: &Weak<Parent>) -> Self {
        let owner = list.with(Owner::new);
        let built = owner.with(|| untrack(|| Built::new(make(), parent)));
        Self {
            built,
            _owner: owner,
        }
    }

    /// Shows what another list makes of the same key.
    fn update(self, make: MakeRow, list: &Owner, parent: &Weak<Parent>) -> Self {
        let owner = list.with(Owner::new);
        let Self { built, _owner } = self;
        let built = owner.with(|| untrack(|| built.update(make(), parent)));
        // Nothing reads the signals of before any longer.
        drop(_owner);
        Self {
            built,
            _owner: owner,
        }
    }

    fn contains(&self, node: &web_sys::Node) -> bool {
        let elements = self.built.elements();
        elements.iter().any(|element| element.contains(Some(node)))
    }
}

/// What becomes of the rows of a list.
struct Renewed<R> {
    rows: Vec<Keyed<R>>,
    /// Where each of `rows` stood before; `None` for a new one.
    places: Vec<Option<usize>>,
    /// The rows that are no longer wanted.
    gone: Vec<Keyed<R>>,
}

/// Finds a row for each key that is wanted: the first of those left that has this key, as it is kept, else a new
/// one.
fn renew<R>(
    before: Vec<Keyed<R>>,
    wanted: Vec<Row>,
    make_row: impl Fn(MakeRow) -> R,
    keep_row: impl Fn(R, MakeRow) -> R,
) -> Renewed<R> {
    let mut left: Vec<(usize, Keyed<R>)> = before.into_iter().enumerate().collect();
    let mut places = Vec::with_capacity(wanted.len());
    let rows = wanted.into_iter().map(|Row { key, make }| {
        let known = left.iter().position(|(_, known)| known.key == key);
        let known = known.map(|at| left.remove(at));
        places.push(known.as_ref().map(|(place, _)| *place));
        match known {
            Some((_, known)) => Keyed {
                key,
                row: keep_row(known.row, make),
            },
            None => Keyed {
                key,
                row: make_row(make),
            },
        }
    });
    let rows = rows.collect();
    let gone = left.into_iter().map(|(_, gone)| gone).collect();
    Renewed { rows, places, gone }
}

/// Inserts and moves rows so that they stand in their order, if the list is on the page. The row with the
/// focus never moves: a node that is taken out loses it, and the visitor's place in the text with it. Of
/// the others as few move as possible.
fn arrange(rows: &[Keyed<BuiltRow>], places: &[Option<usize>], end: &web_sys::Comment) {
    let Some(parent) = end.parent_node() else {
        return;
    };
    let in_order = places.iter().flatten().is_sorted();
    let pinned = if in_order { None } else { focused(rows, end) };
    let mut next: web_sys::Node = end.clone().unchecked_into();
    for (Keyed { row, .. }, stands) in rows.iter().zip(standing(places, pinned)).rev() {
        if !stands {
            row.built.insert(&parent, Some(&next));
        }
        next = row.built.first_node().unwrap_or(next);
    }
}

/// The row that has the focus.
fn focused(rows: &[Keyed<BuiltRow>], end: &web_sys::Comment) -> Option<usize> {
    // It may be a shadow root, which has an active element of its own, or an element that is not on the
    // page, which has none; all are asked in the same way.
    let root: web_sys::Document = end.get_root_node().unchecked_into();
    let active = root.active_element()?;
    rows.iter().position(|keyed| keyed.row.contains(&active))
}

/// Says on the console that rows have the same key.
#[cfg(debug_assertions)]
fn warn_of_equal_keys(rows: &[Row]) {
    let mut keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    keys.sort_unstable();
    for pair in keys.windows(2) {
        if let [one, other] = pair
            && one == other
        {
            leptos::logging::warn!(
                "Two rows of a list have the key {one:?}: they are told apart by their order alone."
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;

    use super::{Keyed, renew};
    use crate::widget::dom::Node;
    use crate::widget::dom::each::Row;

    /// A list whose rows are known by when they were made.
    #[derive(Default)]
    struct List {
        rows: Vec<Keyed<u32>>,
        made: Cell<u32>,
    }

    impl List {
        /// The rows for some keys, and those that have gone.
        fn renew(&mut self, keys: &str) -> [Vec<u32>; 2] {
            let wanted = keys.chars().map(|key| Row {
                key: key.to_string(),
                make: Box::new(|| Node::Nothing),
            });
            let make_row = |_| {
                self.made.set(self.made.get() + 1);
                self.made.get()
            };
            let before: Vec<u32> = self.rows.iter().map(|keyed| keyed.row).collect();
            let before_them = core::mem::take(&mut self.rows);
            let renewed = renew(before_them, wanted.collect(), make_row, |row, _| row);
            for (keyed, place) in renewed.rows.iter().zip(renewed.places) {
                let place = place.map(|place| before[place]);
                assert_eq!(place, before.contains(&keyed.row).then_some(keyed.row));
            }
            self.rows = renewed.rows;
            [&self.rows, &renewed.gone].map(|rows| rows.iter().map(|keyed| keyed.row).collect())
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
    fn rows_with_the_same_key_are_told_apart_by_their_order() {
        let mut list = List::default();
        assert_eq!(list.renew("aa"), [vec![1, 2], vec![]]);
        assert_eq!(list.renew("aba"), [vec![1, 3, 2], vec![]]);
        assert_eq!(list.renew("a"), [vec![1], vec![3, 2]]);
    }
}
