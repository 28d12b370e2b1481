//! What is wrong with a document, and where.

use crate::word::Word;

/// The kinds of faults: the error codes of the JSON interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each code is its own name in the interface")]
pub enum Code {
    BadJson,
    BadType,
    UnknownField,
    MissingField,
    UnknownCommand,
    UnknownProduct,
    UnknownEdition,
    UnknownRateCard,
    UnknownDimension,
    UnknownFeature,
    UnknownBilling,
    UnknownCharge,
    NoRateCard,
    BadQuantity,
    BadDate,
    WrongLength,
    OutOfRange,
    BadRateCard,
    BadAmount,
    DuplicateEmail,
    TooLarge,
}

impl Code {
    /// The code as it stands in an error of the JSON interface.
    ///
    /// ```
    /// use ratecard::value::Code;
    /// assert_eq!(Code::BadQuantity.as_str(), "bad_quantity");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadJson => "bad_json",
            Self::BadType => "bad_type",
            Self::UnknownField => "unknown_field",
            Self::MissingField => "missing_field",
            Self::UnknownCommand => "unknown_command",
            Self::UnknownProduct => "unknown_product",
            Self::UnknownEdition => "unknown_edition",
            Self::UnknownRateCard => "unknown_rate_card",
            Self::UnknownDimension => "unknown_dimension",
            Self::UnknownFeature => "unknown_feature",
            Self::UnknownBilling => "unknown_billing",
            Self::UnknownCharge => "unknown_charge",
            Self::NoRateCard => "no_rate_card",
            Self::BadQuantity => "bad_quantity",
            Self::BadDate => "bad_date",
            Self::WrongLength => "wrong_length",
            Self::OutOfRange => "out_of_range",
            Self::BadRateCard => "bad_rate_card",
            Self::BadAmount => "bad_amount",
            Self::DuplicateEmail => "duplicate_email",
            Self::TooLarge => "too_large",
        }
    }
}

/// A fault of a document: what kind, where, and what to say of it.
///
/// The place is built on the way up: whoever reads a field or an entry adds it to the faults that
/// come from within, so that a document without faults pays nothing for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind.
    pub code: Code,
    /// The place in the document, such as `items[0].demand.mau`; empty for the whole of it.
    pub path: String,
    /// The place in its text, as a byte offset, where it has one.
    pub at: Option<usize>,
    /// What was wrong and what is accepted.
    ///
    /// Boxed, so that a `Result` stays small where all is well.
    pub word: Box<Word>,
}

impl Fault {
    /// A fault of the document as far as it is known here.
    #[must_use]
    pub fn new(code: Code, word: Word) -> Self {
        Self {
            code,
            path: String::new(),
            at: None,
            word: Box::new(word),
        }
    }

    /// The same fault, in the field `key` of an object.
    #[must_use]
    pub fn in_field(mut self, key: &str) -> Self {
        let separator = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{key}{separator}{}", self.path);
        self
    }

    /// The same fault, in entry `index` of a list.
    #[must_use]
    pub fn in_entry(mut self, index: usize) -> Self {
        let separator = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("[{index}]{separator}{}", self.path);
        self
    }

    /// The same fault, at a byte offset of the text, unless a more exact one is known.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Self {
        self.at.get_or_insert(offset);
        self
    }

    /// The same fault with another code: a rate card's faults are all `bad_rate_card` outside.
    #[must_use]
    pub fn with_code(mut self, code: Code) -> Self {
        self.code = code;
        self
    }
}
