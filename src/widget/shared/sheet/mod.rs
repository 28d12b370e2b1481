//! A table with a column for each edition, and a row for each thing by which they may differ: what differs first,
//! in groups that fold. Its roles are said outright, as browsers forget what a table is where it is laid out
//! otherwise.
//!
//! | place | what is there |
//! | --- | --- |
//! | `table` | the whole: what it is searched with, its head, its groups |
//! | `column`, `verdict`, `whole` | the head of a column: an edition, its price, whether it fits |
//! | `pair` | which columns are shown where only two have room |
//! | `content` | what it is made of: groups of rows |
//! | `group`, `row` | how they are shown, and their cells |
//! | `sections`, `line`, `cell` | the rows of what a card includes and of what it can do |
//! | `search`, `tools`, `tally` | which rows are shown, and what is ticked in them |

mod cell;
mod column;
mod content;
mod group;
mod line;
mod pair;
mod row;
mod search;
mod sections;
mod table;
mod tally;
mod tools;
mod verdict;
mod whole;

use crate::widget::dom::Element;
use crate::widget::shared::icon::{FOLD, icon};
pub(in crate::widget) use content::{Differs, Group, Line};
pub(in crate::widget) use group::group_title;
pub(in crate::widget) use line::lines;
pub(in crate::widget) use row::{cell, row};
pub(in crate::widget) use sections::{Heading, Row, Section, notes, sections};
pub(in crate::widget) use table::{Names, of_card, table};

/// The mark of what folds.
fn fold_mark() -> Element {
    icon(FOLD).class("icon fold-mark")
}
