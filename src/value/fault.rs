//! What is wrong with a document, and where.

use core::fmt;

#[cfg(feature = "toml")]
use crate::word::Arg;
use crate::word::Word;

/// Defines [`Code`] with all that follows from the list of the codes.
macro_rules! codes {
    ($($name:ident = $text:literal,)*) => {
        /// The kinds of faults: the error codes of the JSON interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each code is its own name in the interface")]
        #[non_exhaustive]
        pub enum Code {
            $($name,)*
        }

        impl Code {
            /// All codes, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as it stands in an error of the JSON interface.
            ///
            /// ```
            /// use ratecard::value::Code;
            /// assert_eq!(Code::BadQuantity.as_str(), "bad_quantity");
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    BadJson = "bad_json",
    BadType = "bad_type",
    UnknownField = "unknown_field",
    MissingField = "missing_field",
    UnknownCommand = "unknown_command",
    UnknownProduct = "unknown_product",
    UnknownEdition = "unknown_edition",
    UnknownRateCard = "unknown_rate_card",
    UnknownDimension = "unknown_dimension",
    UnknownFeature = "unknown_feature",
    UnknownBilling = "unknown_billing",
    UnknownCharge = "unknown_charge",
    UnknownView = "unknown_view",
    NoRateCard = "no_rate_card",
    BadQuantity = "bad_quantity",
    BadDate = "bad_date",
    WrongLength = "wrong_length",
    OutOfRange = "out_of_range",
    BadRateCard = "bad_rate_card",
    BadAmount = "bad_amount",
    DuplicateEmail = "duplicate_email",
    TooLarge = "too_large",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A fault of a document: what kind, where, and what to say of it.
///
/// `Display` writes the place and the message, in English and on one line; [`code`](Self::code),
/// [`path`](Self::path) and [`offset`](Self::offset) are for programs.
///
/// ```
/// use ratecard::engine::{EstimateRequest, Item, estimate};
/// use ratecard::value::Code;
///
/// let item = Item::new("chat", "gold");
/// let request = EstimateRequest::new("2026-11-20".parse()?, item);
/// let fault = estimate(&ratecard::catalog(), &request).unwrap_err();
/// assert_eq!(fault.code(), Code::UnknownEdition);
/// assert_eq!(fault.path(), "items[0].edition");
/// let message = "items[0].edition: there is no edition \"gold\"; accepted: ";
/// assert!(fault.to_string().starts_with(message));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// The place is built on the way up: whoever reads a field or an entry adds it to the faults that
/// come from within, so that a document without faults pays nothing for it. A fault is one pointer,
/// which keeps every `Result` and every `?` small in what the browser downloads.
#[derive(Clone, PartialEq, Eq)]
pub struct Fault(Box<Details>);

const _: () = assert!(size_of::<Fault>() == size_of::<usize>());

/// What a [`Fault`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    code: Code,
    path: String,
    offset: Option<usize>,
    word: Word,
}

impl Fault {
    /// The kind.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The place in the document, such as `items[0].demand.mau`; empty for the whole of it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The place in the document's text, in bytes, where it has one.
    ///
    /// [`line_and_column`](super::line_and_column) says it as an editor does.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// What was wrong and what is accepted, to be said in any language.
    #[must_use]
    pub fn word(&self) -> &Word {
        &self.0.word
    }

    /// A fault of the document as far as it is known here.
    #[must_use]
    #[inline(never)]
    pub(crate) fn new(code: Code, word: Word) -> Self {
        Self(Box::new(Details {
            code,
            path: String::new(),
            offset: None,
            word,
        }))
    }

    /// The same fault, in the field `key` of an object.
    #[must_use]
    #[inline(never)]
    pub(crate) fn in_field(self, key: &str) -> Self {
        self.below(String::from(key))
    }

    /// The same fault, in entry `index` of a list.
    #[must_use]
    #[inline(never)]
    pub(crate) fn in_entry(self, index: usize) -> Self {
        self.below(format!("[{index}]"))
    }

    fn below(mut self, mut path: String) -> Self {
        if !self.0.path.is_empty() && !self.0.path.starts_with('[') {
            path.push('.');
        }
        path.push_str(&self.0.path);
        self.0.path = path;
        self
    }

    /// The same fault, at a place that the caller knows.
    #[must_use]
    pub(crate) fn placed(mut self, path: &str) -> Self {
        self.0.path = String::from(path);
        self
    }

    /// The same fault, with one more argument of its sentence.
    #[cfg(feature = "toml")]
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.0.word.args.push((name, arg));
        self
    }

    /// The same fault in the sentence of another id.
    #[cfg(feature = "toml")]
    #[must_use]
    pub(crate) fn said_as(mut self, id: &'static str) -> Self {
        self.0.word.id = id;
        self
    }

    /// The same fault, at a byte offset of the text, unless a more exact one is known.
    #[must_use]
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// The same fault with another code: a rate card's faults are all `bad_rate_card` outside.
    #[must_use]
    pub(crate) fn with_code(mut self, code: Code) -> Self {
        self.0.code = code;
        self
    }
}
