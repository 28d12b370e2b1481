//! All that is wrong with a rate card, at once: for whoever writes one.
//!
//! [`Card::read`] ends at the first fault, which is all that a page needs to know. Here what cannot be read
//! is put right in a copy of the document, in the way that its author will have meant or by something that
//! says nothing, and the copy is read by the same reader again, until it is a card. The card is then checked
//! as a whole, and the check is told to go on at every fault. What only follows from another fault is left
//! out.

mod follow;
mod mend;
mod nameless;
mod nearest;
mod neutral;
mod path;

use crate::card::{Card, warnings};
use crate::value::{Code, Fault, Value};
use crate::word::Word;

use self::mend::Draft;

pub use self::path::by_id;

/// The most faults of one card that are told at once.
pub const MOST: usize = 200;

/// Something to be told about a rate card.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What it is, with its place. Where a word seems to be mistyped, the argument `meant` is the one that
    /// was meant.
    pub fault: Fault,
}

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// The rate card cannot be used.
    Error,
    /// The rate card is used as it stands, and hardly means it.
    Warning,
}

/// All that is wrong with a rate card and all that is strange about it, in the order of the document; of
/// very many faults, the first [`MOST`] that are found, and that there may be more.
///
/// ```
/// use ratecard::diagnostics::diagnose;
/// use ratecard::toml::from_toml;
///
/// let card = r#"
/// id = "tea/undated"
/// product = "tea"
/// label = { en = "Tea" }
/// curency = "EUR"
/// source = "prices"
/// sources.prices = { document = "Prices", section = "Tea" }
/// editions = [{ id = "house", label = { en = "House" }, source = "prices" }]
///
/// [[charges]]
/// id = "table"
/// label = { en = "Table" }
/// kind = "prepaid"
/// model = "flat"
/// price = { home = "12.5" }
/// source = "prises"
/// "#;
/// let found = diagnose(&from_toml(card)?);
/// let places: Vec<&str> = found.iter().map(|found| found.fault.path()).collect();
/// assert_eq!(places, ["curency", "charges[0].price.home", "charges[0].source"]);
/// assert_eq!(
///     found[2].fault.to_string(),
///     "charges[0].source: there is no source \"prises\" (did you mean \"prices\"?); accepted: prices"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn diagnose(document: &Value) -> Vec<Diagnostic> {
    let mut draft = Draft::new(document);
    let card = draft.card();
    let is_whole = card.is_some();
    let strange: Vec<Fault> = match card {
        Some(card) => {
            let card = check(&mut draft, card);
            let strange = warnings(&card).into_iter();
            strange.filter(|fault| !draft.is_explained(fault)).collect()
        }
        None => Vec::new(),
    };
    let place = |fault: Fault| {
        let at = document.place(fault.path());
        fault.at(at).with_code(Code::BadRateCard)
    };
    let told = |severity: Severity| {
        move |fault: Fault| Diagnostic {
            severity,
            fault: place(fault),
        }
    };
    let errors = draft.into_told().into_iter().map(told(Severity::Error));
    let warnings = strange.into_iter().map(told(Severity::Warning));
    let mut found: Vec<Diagnostic> = errors.chain(warnings).collect();
    found.sort_by_key(|found| found.fault.offset());
    if !is_whole {
        let beyond = Fault::new(Code::BadRateCard, Word::new("more-faults"));
        found.push(told(Severity::Warning)(beyond));
    }
    found
}

/// Checks a card as a whole. Where something is mistyped that a card refers to, what follows from it is not
/// known before it is put right: so the card is checked again then. Returns the card as it has become.
fn check(draft: &mut Draft, mut card: Card) -> Card {
    let mut found = faults(&card);
    if draft.correct_references(&found)
        && let Some(corrected) = draft.card()
    {
        card = corrected;
        found = faults(&card);
    }
    draft.tell_all(&found);
    card
}

/// All faults of a card as a whole.
fn faults(card: &Card) -> Vec<Fault> {
    let mut found = Vec::new();
    let noted = card.check(&mut |fault| {
        found.push(fault);
        Ok(())
    });
    // Nothing ends that check.
    debug_assert!(noted.is_ok());
    found
}
