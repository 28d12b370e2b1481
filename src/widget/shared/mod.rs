//! What several views are made of. Nothing here knows a view.
//!
//! | place | what is there |
//! | --- | --- |
//! | `read` | memos of a part of the answer or of the question |
//! | `pieces` | elements that come again and again: headings, buttons, lists, disclosures |
//! | `figures` | a table of figures |
//! | `sheet` | a table with a column for each edition |
//! | `edition` | an edition: how it is chosen, sold and priced, and whether it fits |
//! | `icon` | icons |
//! | `kind` | the kinds of money, and how each is drawn |
//! | `asked` | what is asked, for a sentence |
//! | `axis` | axes with round numbers, for whole numbers and for amounts |
//! | `sources` | where the prices come from |
//! | `stands_for` | for which numbers the figures stand, while what is written is not understood |
//! | `fault` | why a question has no answer |
//! | `date_note` | that a first day is far from the day of the prices |

pub(in crate::widget) mod asked;
pub(in crate::widget) mod axis;
pub(in crate::widget) mod date_note;
pub(in crate::widget) mod edition;
pub(in crate::widget) mod fault;
pub(in crate::widget) mod figures;
pub(in crate::widget) mod icon;
pub(in crate::widget) mod kind;
pub(in crate::widget) mod labels;
pub(in crate::widget) mod not_found;
pub(in crate::widget) mod pieces;
mod read;
pub(in crate::widget) mod sheet;
pub(in crate::widget) mod sources;
pub(in crate::widget) mod stands_for;
