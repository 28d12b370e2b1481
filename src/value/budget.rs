//! What is left of a document's size while it is read.

use super::limits::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_VALUES};
use super::{Code, Fault};
use crate::word::{Arg, Word};

/// How much more a document may hold. A reader asks it before it reads on, so that a document that
/// is too large costs no more than one that is not.
pub(super) struct Budget {
    values: usize,
    depth: usize,
    #[cfg(all(feature = "js", target_arch = "wasm32"))]
    bytes: usize,
}

impl Budget {
    /// The budget of a whole document.
    pub(super) const fn new() -> Self {
        Self {
            values: MAX_VALUES,
            depth: MAX_DEPTH,
            #[cfg(all(feature = "js", target_arch = "wasm32"))]
            bytes: MAX_BYTES,
        }
    }

    /// Takes the value that is read next.
    pub(super) fn take_value(&mut self) -> Result<(), Fault> {
        match self.values.checked_sub(1) {
            Some(left) => {
                self.values = left;
                Ok(())
            }
            None => {
                let word = Word::new("json-too-many").with("max", count(MAX_VALUES));
                Err(Fault::new(Code::BadJson, word))
            }
        }
    }

    /// Takes a text of so many letters: one text may stand in a JavaScript value many times.
    #[cfg(all(feature = "js", target_arch = "wasm32"))]
    pub(super) fn take_bytes(&mut self, letters: usize) -> Result<(), Fault> {
        self.bytes = self.bytes.checked_sub(letters).ok_or_else(too_long)?;
        Ok(())
    }

    /// Goes one deeper, into a list or an object; `None` where that is too deep.
    pub(super) fn enter(&mut self) -> Option<()> {
        self.depth = self.depth.checked_sub(1)?;
        Some(())
    }

    /// Comes back out of a list or an object.
    pub(super) const fn leave(&mut self) {
        self.depth = self.depth.saturating_add(1);
    }
}

/// Checks how many entries or fields there are, before anybody knows what they mean.
pub(super) fn check_entries(got: usize) -> Result<(), Fault> {
    check_count(got, MAX_ENTRIES)
}

/// Checks how many entries a list has, or an object fields.
pub(super) fn check_count(got: usize, most: usize) -> Result<(), Fault> {
    if got <= most {
        return Ok(());
    }
    let word = Word::new("too-many").with("max", count(most));
    Err(Fault::new(Code::OutOfRange, word.with("got", count(got))))
}

/// Checks how long a text is.
pub(super) fn check_length(text: &str, most: usize) -> Result<(), Fault> {
    // A text has no more characters than bytes: most need not be counted.
    if text.len() <= most {
        return Ok(());
    }
    let got = text.chars().count();
    if got <= most {
        return Ok(());
    }
    let word = Word::new("too-long").with("max", count(most));
    Err(Fault::new(Code::OutOfRange, word.with("got", count(got))))
}

/// Checks how many bytes a text has, before it is read.
pub(crate) fn check_bytes(text: &str) -> Result<(), Fault> {
    if text.len() <= MAX_BYTES {
        return Ok(());
    }
    Err(too_long())
}

/// The fault of a text with more bytes than any may have.
pub(crate) fn too_long() -> Fault {
    let word = Word::new("json-too-long").with("max", count(MAX_BYTES));
    Fault::new(Code::BadJson, word)
}

/// A number of things, for a message.
fn count(number: usize) -> Arg {
    Arg::Count(u64::try_from(number).unwrap_or(u64::MAX))
}
