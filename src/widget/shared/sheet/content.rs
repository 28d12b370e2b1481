//! What a table is made of: groups of rows.

use std::sync::Arc;

use crate::text::{Id, Text};
use crate::widget::dom::{Element, Node};
use crate::widget::signals::Memo;

/// Whether the editions differ in a row.
#[derive(Clone, Copy)]
pub(in crate::widget) enum Differs {
    /// As the card says.
    Fixed(bool),
    /// In what is answered.
    Live(Memo<bool>),
}

impl Differs {
    /// Whether they do, to be read again when that changes.
    pub fn get(self) -> bool {
        match self {
            Self::Fixed(differs) => differs,
            Self::Live(differs) => differs.get(),
        }
    }
}

/// A row, and by what it is found.
pub(in crate::widget) struct Line {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// What a reader should know of it.
    pub notes: Vec<Text>,
    /// Whether the editions differ in it.
    pub differs: Differs,
    /// The row.
    pub row: Element,
}

/// Rows under a title.
pub(in crate::widget) struct Group {
    /// Its id, where it is a heading of the card.
    pub id: Option<String>,
    /// Its title.
    pub title: Node,
    /// By what its rows are found beside their own words.
    pub heading: Option<Text>,
    /// What stands beside the title; where it is nothing, how many rows differ.
    pub aside: Option<Node>,
    /// Whether it is open from the start.
    pub is_open: bool,
    /// The rows.
    pub lines: Vec<Line>,
}
