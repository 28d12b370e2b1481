//! The place in a document that a figure comes from.

use crate::card::Source;
use crate::word::{Arg, Word};

/// Document, section and the day of the last update.
pub(in crate::widget) fn source_of(source: &Source) -> Word {
    let word = Word::new("ui-source-of")
        .with("document", Arg::text(&source.document))
        .with("section", Arg::text(&source.section));
    match source.updated {
        Some(updated) => word.with("updated", Arg::Date(updated)),
        None => word,
    }
}
