//! Words and faults as English messages: what [`Display`](fmt::Display) writes.
//!
//! This does not stand beside the types: the build script reads rate cards with the same types
//! before it has put English into the program.

use core::fmt::{self, Write as _};

use crate::embedded::ENGLISH;
use crate::locale::{PlainEnglish, render};
use crate::value::Fault;
use crate::word::Word;

/// The text that the JSON interface has of it.
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render(self, &ENGLISH, &PlainEnglish))
    }
}

/// The place, where there is one, and the message of the JSON interface, on one line:
/// `items[0].edition: there is no edition "gold"; accepted: free, standard`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = OneLine(f);
        if !self.path().is_empty() {
            write!(line, "{}: ", self.path())?;
        }
        write!(line, "{}", self.word())
    }
}

/// As [`Display`](fmt::Display), since a `main` that returns a fault shows it so; all of its parts
/// by `{:#?}`.
impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        f.debug_struct("Fault")
            .field("code", &self.code())
            .field("path", &self.path())
            .field("offset", &self.offset())
            .field("word", self.word())
            .finish()
    }
}

impl core::error::Error for Fault {}

/// Writes control characters escaped: a message quotes what somebody has sent, and must not be able
/// to look like several lines of a log.
struct OneLine<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            if letter.is_control() {
                write!(self.0, "{}", letter.escape_default())?;
            } else {
                self.0.write_char(letter)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{Code, Fault};
    use crate::word::{Arg, Word};

    fn unknown_field(name: &str) -> Fault {
        let word = Word::new("unknown-field").with("field", Arg::quoted(name));
        Fault::new(Code::UnknownField, word).in_field(name)
    }

    #[test]
    fn a_fault_tells_its_place_and_the_message_of_the_interface() {
        let fault = unknown_field("colour").in_entry(0).in_field("items");
        let error = crate::api::ErrorReply::new(&fault).error;
        let expected = format!("items[0].colour: {}", error.message);
        assert_eq!(fault.to_string(), expected);
        assert!(error.message.contains("colour"), "{}", error.message);
    }

    #[test]
    fn a_main_that_fails_shows_what_is_wrong() {
        let fault = unknown_field("colour");
        assert_eq!(format!("{fault:?}"), fault.to_string());
        assert!(format!("{fault:#?}").contains("UnknownField"));
    }

    #[test]
    fn a_fault_of_the_whole_document_tells_no_place() {
        let fault = Fault::new(Code::BadJson, Word::new("json-not-utf8"));
        assert_eq!(fault.to_string(), fault.word().to_string());
    }

    #[test]
    fn a_fault_is_one_line_whatever_it_quotes() {
        let said = unknown_field("a\nWARNING: b\u{1b}[2J").to_string();
        assert!(!said.contains(char::is_control), "{said:?}");
        assert!(said.contains(r"a\nWARNING"), "{said}");
    }
}
