//! A list whose rows stay while their keys do.

use std::sync::Arc;

use super::{IntoNode, Live, Node};

/// A list: the rows that are wanted, each with its key.
pub(in crate::widget) struct List(pub(super) Live<Vec<Row>>);

/// A row that is made where its key is new.
pub(super) struct Row {
    pub key: String,
    pub make: MakeRow,
}

/// Makes the view of a row.
pub(super) type MakeRow = Box<dyn FnOnce() -> Node>;

/// A list with a row for each of several things.
///
/// `things` is run again when a signal changes that it has read. A row whose key is still there stays as
/// it is, wherever it stands then: `row` is not called again, so what changes in a row has to be a closure
/// there. Signals that `row` makes belong to the row and are disposed of with it.
///
/// Keys should differ. Rows with the same key are told apart by their order: the first of them stays the
/// first, and where one is too many, the last goes. A development build says so on the console.
///
/// A list belongs outside of a closure that runs again: made anew, its rows are on the page as before, but their
/// signals are new ones.
pub(in crate::widget) fn each<T: 'static, N: IntoNode>(
    things: impl Fn() -> Vec<T> + Send + 'static,
    key: impl Fn(&T) -> String + Send + 'static,
    row: impl Fn(T) -> N + Send + Sync + 'static,
) -> Node {
    let row = Arc::new(move |thing| row(thing).into_node());
    Node::List(List(Box::new(move || rows(&things, &key, row.clone()))))
}

/// Compiled once for each kind of things, whatever is made of them.
fn rows<T: 'static>(
    things: &dyn Fn() -> Vec<T>,
    key: &dyn Fn(&T) -> String,
    row: Arc<dyn Fn(T) -> Node>,
) -> Vec<Row> {
    let rows = things().into_iter().map(|thing| {
        let (key, row) = (key(&thing), Arc::clone(&row));
        let make = Box::new(move || row(thing));
        Row { key, make }
    });
    rows.collect()
}
