//! A list whose rows stay while their keys do.

use std::sync::Arc;

use super::{IntoNode, Live, Node};

/// A list: the rows that there are to be, each with its key.
pub(in crate::widget) struct Each(pub(super) Live<Vec<Row>>);

/// A row that is made where its key is new.
pub(super) struct Row {
    pub key: String,
    pub make: Box<dyn FnOnce() -> Node>,
}

/// A row for each of several things. One whose key is still there stays as it is; the signals of one that
/// is made belong to it, and go with it.
pub(in crate::widget) fn each<T: 'static, N: IntoNode>(
    things: impl Fn() -> Vec<T> + Send + 'static,
    key: impl Fn(&T) -> String + Send + 'static,
    row: impl Fn(T) -> N + Send + Sync + 'static,
) -> Node {
    let row = Arc::new(move |thing| row(thing).into_node());
    Node::Each(Each(Box::new(move || rows(&things, &key, row.clone()))))
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
