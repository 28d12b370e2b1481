//! The table of the element's attributes.
//!
//! The options of the command line, the lists in the element's script and `pkg/custom-elements.json` are
//! made from it; the documentation, the reference page and what the module reads are tested against it.
//! Nothing of it is part of what a browser downloads.

use super::views;

/// An attribute of the element `<rate-card>`.
///
/// ```
/// use ratecard::widget::{ATTRIBUTES, Reader};
///
/// let mut attributes = ATTRIBUTES.iter();
/// let product = attributes.find(|attribute| attribute.name == "product");
/// assert_eq!(product.map(|attribute| attribute.reader), Some(Reader::Question));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// Who reads it.
    pub reader: Reader,
    /// What it says: the beginning of a sentence, in Markdown.
    pub about: &'static str,
    /// What can stand in it.
    pub values: Values,
    /// What holds without it.
    pub absent: Absent,
}

/// Who reads an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The module, as part of the question.
    Question,
    /// The module: it decides how an answer is shown.
    View,
    /// The element's script.
    Script,
    /// The element's style sheet.
    Styles,
}

/// What can stand in an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Texts of a form, which is told in Markdown.
    Form(&'static str),
    /// One of these.
    OneOf(&'static [&'static str]),
    /// Names of views, separated by blanks.
    Views,
}

/// What holds where an attribute is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The same as with this value.
    Value(&'static str),
    /// Something else, which is told in Markdown.
    Told(&'static str),
}

impl Attribute {
    /// Whether the module reads it: only a change of such an attribute is told to the module.
    #[must_use]
    pub const fn is_read_by_module(&self) -> bool {
        matches!(self.reader, Reader::Question | Reader::View)
    }

    /// What can stand in it, in Markdown.
    ///
    /// ```
    /// use ratecard::widget::ATTRIBUTES;
    ///
    /// let values = |name: &str| {
    ///     let found = ATTRIBUTES.iter().find(|attribute| attribute.name == name);
    ///     found.map(|attribute| attribute.values())
    /// };
    /// assert_eq!(values("billing").as_deref(), Some("`monthly`, `annual`"));
    /// ```
    #[must_use]
    pub fn values(&self) -> String {
        let quoted = |names: &[&str]| {
            let names = names.iter().map(|name| format!("`{name}`"));
            names.collect::<Vec<_>>().join(", ")
        };
        match self.values {
            Values::Form(form) => String::from(form),
            Values::OneOf(names) => quoted(names),
            Values::Views => {
                let names: Vec<_> = views().iter().map(|view| view.name).collect();
                format!("{}; several are separated by blanks", quoted(&names))
            }
        }
    }

    /// What holds without it, in Markdown.
    #[must_use]
    pub fn absent(&self) -> String {
        match self.absent {
            Absent::Value(value) => format!("`{value}`"),
            Absent::Told(text) => String::from(text),
        }
    }
}

/// A text in Markdown without the addresses in it: of `[text](address)` the text.
pub(crate) fn without_links(markdown: &str) -> String {
    let mut text = String::new();
    for (index, part) in markdown.split("](").enumerate() {
        let behind_address = part.split_once(')').map_or(part, |(_, rest)| rest);
        text.push_str(if index == 0 { part } else { behind_address });
    }
    text.replace('[', "")
}

/// All attributes, in the order in which they are documented, written and listed.
pub static ATTRIBUTES: [Attribute; 14] = [
    Attribute {
        name: "product",
        reader: Reader::Question,
        about: "the product",
        values: Values::Form("the id of a product"),
        absent: Absent::Told("[all products](#all-products), of which the visitor chooses one"),
    },
    Attribute {
        name: "view",
        reader: Reader::View,
        about: "the views that are shown, behind tabs where there are several",
        values: Values::Views,
        absent: Absent::Value("calculator"),
    },
    Attribute {
        name: "edition",
        reader: Reader::Question,
        about: "the edition that is chosen",
        values: Values::Form("the id of an edition"),
        absent: Absent::Told("the first that is sold"),
    },
    Attribute {
        name: "demand",
        reader: Reader::Question,
        about: "what is needed every month",
        values: Values::Form("`dimension=quantity`, separated by blanks"),
        absent: Absent::Told("what the card says"),
    },
    Attribute {
        name: "months",
        reader: Reader::Question,
        about: "for how many months",
        values: Values::Form("1 to 36"),
        absent: Absent::Value("1"),
    },
    Attribute {
        name: "start",
        reader: Reader::Question,
        about: "the first day",
        values: Values::Form("`YYYY-MM-DD`"),
        absent: Absent::Told("the day of `as-of`"),
    },
    Attribute {
        name: "as-of",
        reader: Reader::Question,
        about: "the day that picks the rate card",
        values: Values::Form("`YYYY-MM-DD`"),
        absent: Absent::Told("today at the vendor"),
    },
    Attribute {
        name: "billing",
        reader: Reader::Question,
        about: "how it is billed",
        values: Values::OneOf(&["monthly", "annual"]),
        absent: Absent::Told("as the card has it"),
    },
    Attribute {
        name: "requires",
        reader: Reader::Question,
        about: "the features that must be there",
        values: Values::Form("ids of features, separated by blanks"),
        absent: Absent::Told("none"),
    },
    Attribute {
        name: "cards",
        reader: Reader::Script,
        about: "[rate cards of your own](#rate-cards-of-your-own)",
        values: Values::Form("the address of a JSON file"),
        absent: Absent::Told("none"),
    },
    Attribute {
        name: "lang",
        reader: Reader::Script,
        about: "the [language](#languages-and-directions)",
        values: Values::Form("a BCP 47 tag"),
        absent: Absent::Told("that of the nearest ancestor, else `en`"),
    },
    Attribute {
        name: "theme",
        reader: Reader::Styles,
        about: "the colours",
        values: Values::OneOf(&["light", "dark"]),
        absent: Absent::Told("the inherited `color-scheme`"),
    },
    Attribute {
        name: "loading",
        reader: Reader::Script,
        about: "[when it loads](#when-it-loads)",
        values: Values::OneOf(&["lazy", "eager"]),
        absent: Absent::Value("lazy"),
    },
    Attribute {
        name: "link",
        reader: Reader::Script,
        about: "[where the state is kept](#state-and-links), so that a link shows the same",
        values: Values::OneOf(&["fragment"]),
        absent: Absent::Told("the address of the page is never touched"),
    },
];
